"""The list of all scenarios at hand."""

import os
from pathlib import Path

import pytest

from game.home import own_scenarios
from game.scenario.library import all_files, lines
from game.scenario.library import own as own_entries
from game.scenario.new import written
from game.scenario.problems import ScenarioError
from game.scenario.shipped import scenarios


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "home"))
    own_scenarios().mkdir(parents=True)
    return own_scenarios()


def test_a_broken_scenario_is_listed_with_what_is_wrong(own: Path):
    written("mine")
    (own / "broken.yaml").write_text("extends: mine\nid: broken\ntitel: x\n", "utf-8")
    entries = {entry.name: entry for entry in own_entries()}
    assert list(entries) == ["broken", "mine"]
    assert entries["broken"].loaded is None
    told = "\n".join(lines(entries.values()))
    assert "broken                own                              cannot be played\n" in told
    assert "broken.yaml:3:1: titel: the key is not known here; did you mean 'title'?" in told
    assert "mine                  own      hypothetical  4 turns   ok                Mine" in told


def test_a_file_with_the_name_of_a_shipped_scenario_is_told_to_be_renamed(own: Path):
    (own / "consulate.yaml").write_text("id: consulate\n", "utf-8")
    entry = next(own_entries())
    assert entry.hidden
    assert "a shipped scenario has this name: rename the file" in next(lines([entry]))


def test_own_scenarios_are_known_by_name_and_all_are_checked(own: Path):
    written("mine")
    assert "mine" in scenarios()
    assert own / "mine.yaml" in all_files()


@pytest.mark.skipif(os.name == "nt", reason="a link to itself needs POSIX")
def test_a_folder_that_cannot_be_read_is_one_clear_line(own: Path):
    own.rmdir()
    own.symlink_to(own)
    with pytest.raises(ScenarioError, match="the folder cannot be read: "):
        all_files()
