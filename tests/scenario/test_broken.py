"""Every broken file in ``broken/`` is refused with exactly the words beside it."""

import shutil
from pathlib import Path

import pytest

from game.cli import TROUBLE, run

BROKEN = Path(__file__).parent / "broken"
BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"
NAMES = sorted(file.stem for file in BROKEN.glob("*.yaml"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All broken files beside the small conflict that most of them change, and a folder with a file's name."""
    place = tmp_path_factory.mktemp("broken")
    for file in (BORDER, *BROKEN.glob("*.yaml")):
        shutil.copy(file, place)
    (place / "folder.yaml").mkdir()
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
