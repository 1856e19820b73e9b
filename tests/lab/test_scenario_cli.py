"""The commands for authors: plain words, exit code 2 for what can be mended, and nothing half done."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli
from game.lab import outlook
from tests.conftest import BORDER, ROOT


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def run(capsys):
    def ran(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(["scenario", *arguments])
        told, complaint = capsys.readouterr()
        return code, told, complaint

    return ran


def test_from_template_to_a_list_of_scenarios(run):
    code, told, _ = run("new", "my_crisis")
    assert code == 0
    assert "Play it: python main.py play my_crisis --text" in told
    assert run("check", "my_crisis")[0] == 0
    assert "my_crisis" in run("list")[1]
    code, told, complaint = run("new", "my_crisis")
    assert (code, told) == (2, "")
    assert len(complaint.splitlines()) == 1


def test_describing_tells_what_a_scenario_is_and_what_happens_in_it(run):
    code, told, complaint = run("describe", str(BORDER), "--games", "40", "--seed", "2")
    assert (code, complaint) == (0, "")
    assert told.startswith(
        "The border (border): fictional, from 1 March 2030, 4 turns or one more of 5 days\n"
    )
    for heading in ("Powers", "Fronts", "Who is owed what", "Orders of each power", "What never happened"):
        assert f"\n{heading}\n" in told
    assert "It stands alone and extends nothing." in told
    assert "How 40 games of computer players ended" in told


def test_describing_gives_the_same_as_data(run):
    code, told, _ = run("describe", str(BORDER), "--games", "40", "--seed", "2", "--json")
    assert code == 0
    data = json.loads(told)
    assert data["scenario"] == "border"
    endings = data["outlook"]["endings"].values()
    assert sum(each["value"] for each in endings) == pytest.approx(1)
    assert all(each["low"] <= each["value"] <= each["high"] for each in endings)


def test_describing_says_what_a_file_changes(run, home):
    (home / "border.yaml").write_text(BORDER.read_text("utf-8"), "utf-8")
    mine = home / "mine.yaml"
    mine.write_text("extends: border\nid: mine\nfronts: {border: {rung: 4}}\n", "utf-8")
    code, told, _ = run("describe", str(mine), "--games", "1")
    assert code == 0
    assert "  It extends border, and says of its own:\n" in told
    assert "    fronts.border.rung: 3 → 4\n" in told


def test_ctrl_c_ends_a_description_quietly(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(outlook, "play_tile", interrupted)
    code, told, complaint = run("describe", str(BORDER))
    assert code == 130
    assert "Traceback" not in told + complaint


def test_a_difference_is_told_value_by_value_and_in_play(run, home):
    later = home / "later.yaml"
    text = (
        BORDER.read_text("utf-8")
        .replace("standing: 5.5, readiness: 4, warning: 1", "standing: 6, readiness: 4, warning: 1")
        .replace("turns: 4", "turns: 5")
    )
    later.write_text(text, "utf-8")
    code, told, _ = run("diff", str(BORDER), str(later))
    assert code == 0
    lines = told.splitlines()
    assert lines[0] == "Changed (2):"
    assert any(line.endswith("powers.northland.opening.standing: 5.5 → 6") for line in lines)
    assert "  length: 4 turns or one more → 5 turns or one more" in lines
    assert "  opening, standing, Northland: 5.5 → 6" in lines


def test_a_scenario_that_cannot_be_played_is_compared_all_the_same(run, home):
    broken = home / "broken.yaml"
    broken.write_text(BORDER.read_text("utf-8").replace("leader: northland", "leader: nrthland"), "utf-8")
    code, told, _ = run("diff", str(BORDER), str(broken))
    assert code == 0
    assert "camps.northern.leader: 'northland' → 'nrthland'" in told
    assert "there is no power 'nrthland'; did you mean 'northland'?" in told


def test_the_same_twice_is_no_difference(run):
    assert run("diff", str(BORDER), str(BORDER))[1] == "Both say the same.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["describe", "nowhere"], "there is no scenario 'nowhere'"),
        (["describe", "nowhere.yaml"], "nowhere.yaml: there is no such file"),
        (["describe", "consulate", "--games", "0"], "Invalid value"),
        (["diff", "consulate", "nowhere.yaml"], "nowhere.yaml: there is no such file"),
        (["new", "Bad Name"], "'Bad Name' cannot be the name of a scenario"),
        (["new", "mine", "--from", "consulat"], "did you mean 'consulate'?"),
        (["check"], "Name a file or scenario to check, or say --all"),
        (["check", "\x00"], "there is no scenario"),
    ],
)
def test_a_mistake_is_named_with_the_way_out_and_ends_with_code_2(run, arguments, told):
    code, said, complaint = run(*arguments)
    assert code == 2
    assert told in said + complaint
    assert "Traceback" not in complaint


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is simulated by a device of Linux")
def test_output_to_a_full_disk_is_one_clear_line():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "main.py", "scenario", "schema"]
        ran = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert (ran.returncode, ran.stderr) == (
        2,
        "The output could not be written whole: No space left on device.\n",
    )


def test_the_schema_is_printed_and_written_only_where_the_documents_are(run, home, monkeypatch):
    assert json.loads(run("schema")[1])["title"] == "Calibrated scenario"
    monkeypatch.chdir(home)
    code, _, complaint = run("schema", "--write")
    assert code == 2
    assert "docs/scenario.schema.json cannot be written here" in complaint.replace("\\", "/")
