"""The command line: every mistake is one clear line, never a traceback."""

import io
import json
import os
import re
import subprocess
import sys
from zipfile import ZipFile

import pytest

from game import __version__, cli
from game.assets import asset
from game.scenario.shipped import load_scenario
from game.session.kept import KeptGame
from game.session.save import Saves
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.conftest import BORDER, ROOT


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return tmp_path


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed, and what it complained of."""

    def ran(*arguments):
        code = cli.run(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return ran


def test_the_version_is_said(run):
    assert run("--version") == (0, f"Calibrated {__version__}\n", "")


def test_saying_the_version_needs_neither_typer_nor_numpy():
    slow = "{'typer', 'numpy', 'pygame'} & set(sys.modules)"
    code = f"import sys; from game.cli import run; run(['--version']); print(sorted({slow}))"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["play", "consulatte", "--text"], "there is no scenario 'consulatte'; did you mean 'consulate'?"),
        (["play", "consulate", "--text", "--seat", "irn=human"], "did you mean 'iran'?"),
        (["play", "consulate", "--text", "--seat", "iran=ai:x"], "iran has no doctrine 'x'"),
        (["play", "missing.yaml", "--text"], "missing.yaml: there is no such file"),
        (
            ["play", "consulate", "--script", "missing.txt"],
            "The script missing.txt cannot be read: No such file",
        ),
        (["resume", "--text"], "There is no game to continue yet."),
        (["resume", "lesson", "--text"], "There is no saved game 'lesson'. Saved games: none yet."),
        (["sheets", "consulatte"], "there is no scenario 'consulatte'; did you mean 'consulate'?"),
        (["sheets", "consulate", "--skin", "none"], "skin"),
        (["sheets", "two_messages", "--html", "nowhere/a.html"], "There is no folder nowhere"),
        (["fly"], "No such command 'fly'"),
        (["play"], "Missing argument"),
        (["play", "consulate", "--seed", "x"], "Invalid value"),
        (["simulate", "consulate", "--games", "0"], "Invalid value"),
        (["simulate", "consulate", "--games", "1000001"], "Invalid value"),
        (["bench", "--match", "1000001"], "Invalid value"),
    ],
)
def test_a_mistake_is_named_with_the_way_out_and_ends_with_code_2(run, arguments, told):
    code, _, complaint = run(*arguments)
    assert code == 2
    assert told in complaint
    assert "Traceback" not in complaint


def script(home, *lines):
    path = home / "answers.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def whole_game(home):
    """Enough passes for any game; what is too much is never read."""
    return script(home, *(["pass", "pass", "pass", "pass", "commit we wait"] * 20))


def test_a_script_that_ends_early_says_so_and_leaves_the_game_saved(run, home):
    answers = script(home, "pass", "pass", "pass", "pass", "commit")
    code, told, _ = run("play", str(BORDER), "--text", "--seed", "1", "--script", answers)
    assert code == 2
    assert "ended before the game did. The game is saved: " in told
    code, told, _ = run("resume", "--text", "--script", answers)
    assert code in (0, 2)
    assert "The border" in told


def test_a_script_that_does_not_fit_is_stopped_at_its_line(run, home):
    answers = script(home, "pass", "fly")
    code, _, complaint = run("play", str(BORDER), "--script", answers)
    assert code == 2
    assert f"{answers}, line 2: 'fly' is none of these." in complaint
    assert "The game is saved: " in complaint


def test_a_game_under_invented_names_tells_no_real_one_and_keeps_them_when_resumed(run, home):
    code, told, _ = run(
        "play", "consulate", "--skin", "fictional", "--text", "--seed", "1", "--script", script(home, "pass")
    )
    resumed = run("resume", "--text", "--script", script(home, "pass"))[1]
    assert code == 2  # the script ends before the game
    for text in (told, resumed):
        assert "Ardania" in text
        assert not {"Iran", "Israel", "Gaza", "2024", "April"} & set(re.findall(r"\w+", text))


def test_a_skin_that_is_not_there_is_told(run, home):
    code, _, complaint = run("play", "consulate", "--skin", "french")
    assert code == 2
    assert "there is no skin 'french'; those known are: fictional" in complaint


def test_a_game_of_computer_players_is_watched_to_its_end(run):
    code, told, _ = run("play", str(BORDER), "--text", "--seat", "northland=ai", "--seed", "3")
    assert code == 0
    assert "Debrief" in told


def test_the_same_command_plays_the_same_game(run):
    command = ("play", "consulate", "--text", "--seat", "us=ai", "--seed", "3")
    assert run(*command) == run(*command)


def test_a_damaged_save_is_told_with_the_last_good_one(run, home):
    answers = script(home, "pass", "pass", "pass", "pass", "commit")
    run("play", str(BORDER), "--seed", "1", "--script", answers)
    newest = max((home / "saves" / "auto").glob("*.json"), key=lambda path: int(path.name.split(".")[1]))
    newest.write_text(newest.read_text(encoding="utf-8")[:-100], encoding="utf-8")
    code, _, complaint = run("resume", str(newest), "--text")
    assert code == 2
    assert "is damaged: line " in complaint
    assert "The last good save of this game is " in complaint


def test_simulating_prints_json(run):
    code, told, _ = run(
        "simulate", str(BORDER), "--games", "8", "--seed", "2", "--policy", "random", "--json"
    )
    assert code == 0
    summary = json.loads(told)
    assert summary["games"] == 8
    assert sum(summary["ends"].values()) == 8


def test_simulating_prints_plain_lines(run):
    code, told, _ = run("simulate", str(BORDER), "--games", "4")
    assert code == 0
    assert "mean turns: " in told


@pytest.mark.parametrize(
    "command",
    [
        ["simulate", str(BORDER), "--games", "1"],
        ["scenario", "describe", str(BORDER), "--games", "1"],
        ["lab", "match", "--scenario", str(BORDER), "--a", "absorb", *["--b", "absorb"] * 2, "--games", "6"],
        ["lab", "salvo", "--attacker", "iran", "--defender", "israel", "--launch", "drone=1", "--runs", "40"],
    ],
)
def test_the_largest_seed_of_a_game_is_that_of_every_command(run, command):
    code, _, complaint = run(*command, "--seed", str(2**64 - 1))
    assert (code, complaint) == (0, "")
    code, _, complaint = run(*command, "--seed", str(2**64))
    assert code == 2
    assert "Invalid value for '--seed'" in complaint


def test_checking_scenarios_lists_them_and_fails_for_a_bad_one(run, home):
    code, told, _ = run("scenario", "check", "consulate", str(BORDER))
    assert code == 0
    assert len(told.splitlines()) == 2
    bad = home / "bad.yaml"
    bad.write_text("id: bad\n", encoding="utf-8")
    code, told, _ = run("scenario", "check", str(bad))
    assert code == 2
    assert "'title'" in told
    assert "are missing" in told


def test_without_a_command_or_with_a_game_the_window_is_opened(run, monkeypatch):
    opened = []
    monkeypatch.setattr(cli, "_open_window", lambda kept=None: opened.append(kept) or 0)
    assert run()[0] == 0
    assert run("play", str(BORDER), "--seed", "5")[0] == 0
    assert opened[0] is None
    assert opened[1].session.seed == 5


def test_a_file_of_the_game_that_is_missing_is_named_with_the_remedy(run, monkeypatch):
    def missing(kept=None):
        asset("fonts/no_such_face.ttf")

    monkeypatch.setattr(cli, "_open_window", missing)
    code, _, complaint = run()
    assert code == 2
    assert complaint.startswith("assets/fonts/no_such_face.ttf is missing from the game. Reinstall the game:")


def test_ctrl_c_ends_quietly_with_130(run, monkeypatch):
    def interrupted(kept=None):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_open_window", interrupted)
    assert run() == (130, "", "")
    assert run("play", str(BORDER)) == (130, "", "")


@pytest.mark.parametrize("arguments", [("resume",), ("groups",), ("report",)])
def test_a_name_that_the_system_cannot_take_is_one_line(run, arguments):
    code, _, complaint = run(*arguments, "x" * 5000)
    assert (code, complaint.count("\n")) == (2, 1)
    assert "xxx" in complaint  # from CPython 3.14 on it is a name that is not found


def test_a_defect_of_the_game_is_not_hidden(run, monkeypatch):
    def broken(kept=None):
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "_open_window", broken)
    with pytest.raises(ZeroDivisionError):
        run()


def test_a_reader_that_goes_away_ends_the_game_quietly():
    command = f"{sys.executable} main.py play consulate --text --seat iran=ai --seed 1 | head -1"
    ran = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == "The consulate\n"
    assert ran.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="limits and closed streams are those of a Unix shell")
@pytest.mark.parametrize(
    ("how", "code", "told"),
    [
        (
            "scenario schema > {home}/schema.json",
            2,
            "The output could not be written whole: File too large.\n",
        ),
        ("scenario list >&-", 0, ""),
        ("play {border} --text --seat northland=human <&- > {home}/game.txt", 2, ""),
    ],
)
def test_streams_that_are_closed_or_take_no_more_bring_no_traceback(home, how, code, told):
    command = f"ulimit -f 10; {sys.executable} main.py {how.format(home=home, border=BORDER)}"
    # Unbuffered, Python itself keeps silent about a write that was cut short; in its development mode it tells of all.
    environment = os.environ | {"CALIBRATED_HOME": str(home), "PYTHONUNBUFFERED": "", "PYTHONDEVMODE": "1"}
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (code, told)


def test_a_pipe_that_knows_only_ascii_gets_the_whole_game(home):
    command = [sys.executable, "main.py", "play", "consulate", "--text", "--seat", "iran=ai", "--seed", "1"]
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Debrief" in ran.stdout


def test_without_a_display_one_line_names_the_text_mode(home):
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("SDL", "DISPLAY", "WAYLAND"))
    }
    ran = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "python main.py play consulate --text" in ran.stderr.splitlines()[-1]
    assert "Traceback" not in ran.stderr


@pytest.fixture
def over(run):
    """The name of a game that is over, watched to its end."""
    run("play", str(BORDER), "--text", "--seat", "northland=ai", "--seed", "3")
    return Saves.of_user().newest()


def test_a_finished_game_is_reported_on_as_a_page_and_a_table(run, over, home):
    code, told, _ = run("report", "--html", str(home / "a.html"), "--csv", str(home))
    table = home / f"{over.name.split('.')[0]}.csv"
    assert (code, told.splitlines()) == (0, [f"Wrote {home / 'a.html'}", f"Wrote {table}"])
    assert "<title>The border: debrief" in (home / "a.html").read_text(encoding="utf-8")
    assert table.read_bytes().startswith(b"\xef\xbb\xbfgame,turn,stage,")


def test_games_of_several_groups_are_written_side_by_side(run, over, home):
    folder = home / "groups"
    folder.mkdir()
    for name in ("a.json", "b.json"):
        (folder / name).write_bytes(over.read_bytes())
    code, told, _ = run("groups", str(folder), "--html", str(home))
    assert (code, told) == (0, f"Wrote {home / 'border-groups.html'}\n")
    assert "2 groups side by side" in (home / "border-groups.html").read_text(encoding="utf-8")
    for arguments, refused in (
        ([str(over)], "Name the saved games of two to 60 groups, or a folder with them; found: 1."),
        ([str(folder), "lesson"], "There is no saved game 'lesson'"),
        ([str(folder), "--html", str(home)], "is there already; name another file, or add --replace"),
    ):
        code, _, error = run("groups", *arguments)
        assert code == 2
        assert refused in error
        assert len(error.splitlines()) == 1


def test_every_game_of_a_folder_that_cannot_be_read_is_told_in_a_line(run, over, home):
    folder = home / "groups"
    folder.mkdir()
    for name, text in (("a", over.read_text(encoding="utf-8")), ("b", "{"), ("c", "[]")):
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    code, told, error = run("groups", str(folder), "--zip", str(home))
    assert (code, told) == (2, "")
    assert [line.partition(".json")[0][-1] for line in error.splitlines()] == ["b", "c"]
    assert not (home / "border-groups.zip").exists()


def test_the_page_and_the_archive_of_groups_are_two_files(run, over, home):
    code, _, error = run("groups", str(over), str(over), "--html", str(home / "a"), "--zip", str(home / "a"))
    assert code == 2
    assert error.splitlines() == [f"{home / 'a'} cannot be both the page and the archive; name two files."]


def test_games_of_equal_names_are_told_apart_by_their_folders_and_archived(run, over, home):
    for name in ("monday", "friday"):
        (home / name).mkdir()
        (home / name / "game.json").write_bytes(over.read_bytes())
    code, told, _ = run("groups", str(home / "monday"), str(home / "friday"), "--zip", str(home))
    assert (code, told) == (0, f"Wrote {home / 'border-groups.zip'}\n")
    with ZipFile(home / "border-groups.zip") as archive:
        index = archive.read("index.html").decode("utf-8")
    assert "monday/game.json" in index
    assert "friday/game.json" in index


def test_what_a_report_cannot_be_made_of_or_written_to_is_one_line(run, over, home):
    (home / "a.html").write_text("mine", encoding="utf-8")
    (home / "torn.json").write_text(over.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    begun = KeptGame.begun(Session.new(loaded := load_scenario(BORDER), SeatPlan.parse(loaded.scenario, []), 1),
                           Saves.of_user())  # fmt: skip
    for arguments, told in (
        (["lesson"], "There is no saved game 'lesson'"),
        ([str(home / "a.html")], "is damaged: line 1"),
        ([str(home / "torn.json")], "is damaged: line "),
        (
            [str(over), "--html", str(home / "a.html")],
            "is there already; name another file, or add --replace",
        ),
        ([str(over), "--html", str(home / "no" / "a.html")], "There is no folder"),
        ([str(begun.saves.newest())], "This game goes on: it stands in turn 1."),
    ):
        code, _, complaint = run("report", *arguments)
        assert code == 2
        assert told in complaint
        assert len(complaint.splitlines()) == 1
    assert (home / "a.html").read_text(encoding="utf-8") == "mine"


def test_sheets_are_written_where_it_is_said_also_under_invented_names(run, home):
    code, out, _ = run("sheets", "consulate", "--html", str(home), "--skin", "fictional", "--seed", "7")
    written = home / "consulate-fictional-sheets.html"
    assert (code, out) == (0, f"Wrote {written}\n")
    assert "a game with seed 7 shows them" in written.read_text(encoding="utf-8")
    assert run("sheets", "consulate", "--html", str(written))[0] == 2
