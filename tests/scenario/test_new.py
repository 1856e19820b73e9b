"""New scenarios of an author's own: sound, playable at once, and never written over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.home import own_scenarios
from game.lab.run import simulate
from game.scenario.new import NotWritten, written
from game.scenario.problems import ScenarioError
from game.scenario.shipped import find, load_scenario
from tests.conftest import BORDER, ROOT


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_new_scenario_is_sound_without_a_warning_and_plays_to_its_end():
    file = written("border_crisis")
    loaded = load_scenario("border_crisis")
    assert file == own_scenarios() / "border_crisis.yaml"
    assert loaded.path == file
    assert loaded.warnings == ()
    assert loaded.scenario.title == "Border crisis"
    assert simulate(loaded.scenario, loaded.rules, 20, seed=1)["stuck"] == 0


@pytest.mark.parametrize("parent", ["consulate", "own"])
def test_a_scenario_built_on_another_begins_with_its_numbers(parent: str):
    written("own")
    written("variant", parent=parent)
    variant, model = load_scenario("variant").scenario, load_scenario(parent).scenario
    assert variant.fronts == model.fronts
    assert variant.powers == model.powers
    assert (variant.kind, variant.historical) == ("hypothetical", ())


def test_a_scenario_that_stands_alone_is_built_on_in_its_own_folder(tmp_path: Path):
    (tmp_path / "border.yaml").write_text(BORDER.read_text("utf-8"), "utf-8")
    file = written("variant", tmp_path, str(tmp_path / "border.yaml"))
    assert "\nextends: border\n" in file.read_text("utf-8")
    assert load_scenario(file).scenario.kind == "fictional"


def test_what_lies_in_another_folder_cannot_be_built_on():
    with pytest.raises(NotWritten, match=r"Copy it there, or say --path with its folder$"):
        written("variant", parent=str(BORDER))
    with pytest.raises(ScenarioError, match="there is no scenario 'nowhere'"):
        written("variant", parent="nowhere")


def test_nothing_is_ever_written_over():
    file = written("mine")
    file.write_text("my work", "utf-8")
    with pytest.raises(NotWritten, match=r"mine\.yaml is there already; choose another name"):
        written("mine")
    assert file.read_text("utf-8") == "my work"


@pytest.mark.parametrize(
    "name", ["", "Mine", "../mine", "a b", "mine.yaml", "1st", "é", "a" * 41, "x\n", "\0"]
)
def test_a_name_with_odd_characters_is_refused_with_an_example(name: str):
    with pytest.raises(NotWritten, match=r"a letter first, as in border_crisis$"):
        written(name)


def test_the_name_of_a_shipped_scenario_is_taken():
    with pytest.raises(NotWritten, match="consulate is the name of a scenario that ships"):
        written("consulate")
    assert find("consulate").parent != own_scenarios()


def test_a_folder_that_cannot_be_made_is_told_in_a_line(tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(NotWritten, match=r"file/mine.yaml cannot be written: .*; say where with --path$"):
        written("mine", tmp_path / "file")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of a process are a matter of POSIX systems")
def test_a_full_disk_leaves_no_half_of_a_file(home: Path):
    """A limit on the size of files stands for the full disk."""
    code = (
        "import resource, signal; from game.cli import run\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "raise SystemExit(run(['scenario', 'new', 'mine']))"
    )
    ran = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "mine.yaml cannot be written: File too large" in ran.stderr
    assert list((home / "scenarios").iterdir()) == []


def test_every_template_names_the_schema_beside_it():
    file = written("mine")
    assert file.read_text("utf-8").startswith("# yaml-language-server: $schema=scenario.schema.json\n")
    assert (file.parent / "scenario.schema.json").is_file()
