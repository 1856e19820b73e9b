"""Every broken file in ``broken/`` is refused with exactly the words beside it."""

from contextlib import suppress
from pathlib import Path

import pytest

from game.cli import TROUBLE, run
from game.scenario.checks import MEANING, NAMING
from game.scenario.checks.sizes import oversized
from game.scenario.load import read
from game.scenario.models import Scenario
from game.scenario.problems import ScenarioError
from tests.scenario.record_broken import BROKEN, prepared

NAMES = sorted(file.stem for file in BROKEN.glob("*.yaml"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the broken files can be read without harm."""
    place = tmp_path_factory.mktemp("broken")
    prepared(place)
    return place


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_file_is_refused_with_exactly_the_words_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
):
    monkeypatch.chdir(folder)
    code = run(["scenario", "check", f"{name}.yaml"])
    told = capsys.readouterr()
    assert told.out + told.err == (BROKEN / f"{name}.expected").read_text("utf-8")
    assert code == TROUBLE


def test_every_defect_is_told_in_the_file_that_has_it_and_never_in_the_sound_one_beneath():
    """So that no change of the small conflict moves a line in what is expected."""
    for name in NAMES:
        assert "border.yaml:" not in (BROKEN / f"{name}.expected").read_text("utf-8")


def test_there_are_words_for_every_file_and_a_file_for_all_words():
    assert sorted(file.stem for file in BROKEN.glob("*.expected")) == NAMES
    assert len(NAMES) >= 60


def test_every_check_of_meaning_has_a_file_that_it_refuses(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    silent = {check.__name__: check for check in (*NAMING, *MEANING, oversized)}
    for name in NAMES:
        with suppress(ScenarioError):
            scenario = read(Path(f"{name}.yaml"), Scenario)
            heard = {check_name for check_name, check in silent.items() if any(check(scenario))}
            silent = {name: check for name, check in silent.items() if name not in heard}
    assert not silent
