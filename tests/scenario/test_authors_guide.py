"""The author's guide: what it shows can be typed as it stands."""

import re
from pathlib import Path

import pytest

from game import cli
from game.scenario.migrate import CURRENT
from game.scenario.new import written
from game.scenario.shipped import load_scenario
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "authors-guide.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
PAST = "kind: campaign\nclock: {facts_until: '2030-04-01'}\n"
"""What the guide tells a record of the past to have beside its example."""


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "home"))
    return written("border_crisis").parent


@pytest.mark.parametrize("place", range(len(EXAMPLES)))
def test_every_example_is_sound_on_top_of_the_template(own: Path, place: int):
    example = EXAMPLES[place]
    if "historical:" in example:
        example = PAST + EXAMPLES[place - 1] + example
    file = own / "mine.yaml"
    file.write_text(f"extends: border_crisis\nschema_version: {CURRENT}\nid: mine\n{example}", "utf-8")
    assert load_scenario(file).scenario.id == "mine"


def test_every_command_that_the_guide_names_is_there(capsys):
    commands = set(re.findall(r"`?(?:main\.py )?scenario ([a-z]+)", GUIDE))
    assert {"new", "check", "list", "describe", "diff", "pack", "import"} <= commands
    assert cli.run(["scenario", "--help"]) == 0
    told = capsys.readouterr().out
    for command in ("new", "check", "list", "describe", "diff", "pack", "import"):
        assert f" {command} " in told


def test_every_page_that_the_guide_leads_to_is_there():
    for link in re.findall(r"\]\(([^)#]+)", GUIDE):
        assert (ROOT / "docs" / link).is_file(), link
