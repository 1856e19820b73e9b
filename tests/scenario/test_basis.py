"""The basis of another conflict: all that holds anywhere, and nothing of the conflict that ships."""

import re
from pathlib import Path

import pytest

from game.assets import scenario_folder
from game.lab.run import simulate
from game.scenario.extends import read_extended
from game.scenario.new import NotWritten, written
from game.scenario.shipped import is_catalogue, load_scenario, scenarios

GENERAL = {"schema_version", "rules", "chances", "deaths_per_impact", "assumptions", "dials", "sources"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "home"))


def test_the_basis_brings_what_holds_anywhere_and_nobody_who_takes_part():
    file = scenario_folder() / "basis.yaml"
    assert set(read_extended(file, (scenario_folder(),)).tree) <= GENERAL
    assert is_catalogue(file)
    assert "basis" not in scenarios()


def test_its_mechanisms_are_told_without_the_shipped_conflict():
    """They are read out in the debrief of a game about something else."""
    mechanisms = read_extended(scenario_folder() / "basis.yaml", (scenario_folder(),)).tree["assumptions"]
    for name, mechanism in mechanisms.items():
        words = f"{mechanism['claim']} {mechanism['disputed']}"
        assert not re.search(
            r"essay|same analysis|news analysis|one analyst|20[12]\d of|October|\[[AB] ", words
        ), name


def test_a_new_scenario_of_another_conflict_is_sound_without_a_warning_and_plays_to_its_end():
    written("quiet_bay", other_conflict=True)
    loaded = load_scenario("quiet_bay")
    assert loaded.warnings == ()
    assert (loaded.scenario.title, loaded.scenario.kind) == ("Quiet bay", "fictional")
    summary = simulate(loaded.scenario, loaded.rules, 400, 1, "doctrine")
    assert summary["stuck"] == 0
    assert min(summary["ends"].values()) > 0, "an author should see every ending in the template"


def test_its_numbers_have_notes_so_that_it_can_become_a_record_of_the_past():
    file = written("quiet_bay", other_conflict=True)
    text = file.read_text("utf-8").replace("kind: fictional", "kind: campaign")
    said = 'said: "Ministry of defence, 1958", confidence: L, note: Our estimate.'
    text = text.replace("high: 0}", f"high: 0, {said}}}")
    file.write_text(text, "utf-8")
    assert load_scenario("quiet_bay").warnings == ()


def test_it_builds_on_no_scenario():
    with pytest.raises(NotWritten, match="exclude each other"):
        written("quiet_bay", parent="consulate", other_conflict=True)
