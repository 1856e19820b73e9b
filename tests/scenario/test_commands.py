"""What ``scenario check`` says about files."""

from pathlib import Path

import pytest

from game.rules.tables import Rules
from game.scenario.commands import check_files
from game.scenario.models import Scenario

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"


@pytest.fixture
def sound(border_scenario: Scenario, border_rules: Rules) -> str:
    """The line that tells that the small conflict is sound."""
    orders, options = len(border_scenario.orders), len(border_rules.options)
    return f"border.yaml: ok, 3 powers, {orders} orders, {options} options"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that names without a folder are in."""
    monkeypatch.chdir(tmp_path)
    Path("border.yaml").write_text(BORDER.read_text("utf-8"), "utf-8")
    return tmp_path


def test_a_sound_scenario_is_told_in_a_line(folder: Path, sound: str):
    lines, ok = check_files(["border.yaml"])
    assert ok
    assert lines == [sound]


def test_a_scenario_that_ships_is_checked_by_its_name():
    lines, ok = check_files(["consulate"])
    assert ok
    assert ": ok, 3 powers, " in lines[-1]


def test_warnings_do_not_refuse_a_file(folder: Path):
    Path("mine.yaml").write_text(
        "extends: border\nid: mine\ntalks: {border_talks: {opening: 3}}\n", encoding="utf-8"
    )
    lines, ok = check_files(["mine.yaml"])
    assert ok
    assert len(lines) == 2
    assert lines[0].endswith(": the talks start at 3, so nobody can promise it (warning)")


def test_every_defect_of_every_file_is_told(folder: Path, sound: str):
    Path("mine.yaml").write_text(
        "extends: border\nkind: historical\nnuclear: {owner: northlnd}\n", encoding="utf-8"
    )
    lines, ok = check_files(["mine.yaml", "border.yaml", "nowhere.yaml"])
    assert not ok
    assert lines == [
        "mine.yaml:2:7: kind: a historical scenario records what was chosen: add historical",
        "mine.yaml:3:18: nuclear.owner: there is no power 'northlnd'; did you mean 'northland'?",
        sound,
        "nowhere.yaml: there is no such file; did you mean 'border.yaml'?",
    ]


def test_a_catalogue_is_checked_for_what_it_says_by_itself(folder: Path):
    Path("parts.yaml").write_text(
        "camps:\n  north: {name: North, leader: nobody, cohesion: 6}\n", encoding="utf-8"
    )
    lines, ok = check_files(["parts.yaml"])
    assert ok
    assert lines == ["parts.yaml: ok as a catalogue; its references are checked with what extends it"]


def test_a_catalogue_with_a_wrong_value_is_refused(folder: Path):
    Path("parts.yaml").write_text("camps:\n  north: {nam: North, cohesion: 16}\n", encoding="utf-8")
    lines, ok = check_files(["parts.yaml"])
    assert not ok
    assert lines == [
        "parts.yaml:2:11: camps.north.nam: the key is not known here; did you mean 'name'?",
        "parts.yaml:2:33: camps.north.cohesion: expected at most 12.0, found 16",
    ]
