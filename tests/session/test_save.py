import errno
import json
import os
import re
from pathlib import Path

import pytest

from game import disk
from game.home import home
from game.session.countdown import Countdown
from game.session.kept import KeptGame
from game.session.replay import replayed
from game.session.save import DamagedSave, SaveError, Saves, read_game
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError
from tests.session.people import exhaust, play_out


@pytest.fixture
def saves(tmp_path):
    return Saves.of_user(tmp_path)


@pytest.fixture
def kept(border, saves):
    session = Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 4)
    return KeptGame.begun(session, saves)


def commit_pass(kept):
    session = kept.session
    kept.commit(
        0,
        ["northland:pass"] * len(session.draft(0).slots)
        if int(session.stage) == 0
        else session.draft(0).keys(),
    )
    exhaust(kept)


def autosaves(saves):
    return sorted((path.name for path in (saves.folder / "auto").iterdir()), key=len)


def test_a_game_is_saved_as_soon_as_it_begins(kept, saves):
    assert autosaves(saves) == [f"{kept.name}.1.json"]


def test_the_newest_three_generations_are_kept(kept, saves):
    for _ in range(3):
        commit_pass(kept)
    assert len(autosaves(saves)) == 3
    assert read_game(saves.newest()).generation == 7


def test_a_game_goes_on_where_it_was_saved(kept, saves):
    commit_pass(kept)
    again = KeptGame.resumed(saves.newest(), saves)
    assert again.session.entries == kept.session.entries
    assert again.session.waiting == kept.session.waiting
    commit_pass(kept)
    commit_pass(again)
    assert again.session.entries == kept.session.entries


def test_a_committed_choice_is_on_the_disk_before_any_dice_are_rolled(kept, saves):
    kept.commit(0, ["northland:pass"] * 4, "We wait.")
    again = KeptGame.resumed(saves.newest(), saves)
    assert again.session.waiting == ()
    assert again.session.pending[0].reason == "We wait."
    exhaust(kept)
    exhaust(again)
    assert again.session.entries == kept.session.entries


def test_a_finished_game_can_be_looked_at_again(kept, saves):
    play_out(kept.session)
    kept.save()
    again = KeptGame.resumed(saves.newest(), saves)
    assert again.session.ending == kept.session.ending
    assert [report.headlines for report in again.session.reports] == [
        report.headlines for report in kept.session.reports
    ]


def test_a_save_under_a_name_is_found_by_it(kept, saves):
    path = kept.save_as("lesson 3")
    assert saves.find("lesson 3") == path
    assert saves.find(str(path)) == path
    with pytest.raises(SaveError, match="Saved games: lesson 3"):
        saves.find("lesson 4")


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "x" * 61, "con:"])
def test_a_name_that_could_lead_elsewhere_is_refused(kept, name):
    with pytest.raises(SaveError, match="cannot be the name of a save"):
        kept.save_as(name)


def no_space(number):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_and_loses_nothing(kept, saves, monkeypatch):
    before = {path: path.read_bytes() for path in (saves.folder / "auto").iterdir()}
    monkeypatch.setattr(disk.os, "fsync", no_space)
    kept.commit(0, ["northland:pass"] * 4)
    assert "No space left on device" in kept.warning
    assert "CALIBRATED_HOME" in kept.warning
    assert {path: path.read_bytes() for path in (saves.folder / "auto").iterdir()} == before
    monkeypatch.undo()
    exhaust(kept)
    assert kept.warning == ""
    assert len(autosaves(saves)) == 2


def test_writing_the_newest_generation_again_leaves_the_older_ones(kept, saves):
    for _ in range(3):
        kept.save()
    before = autosaves(saves)
    kept.countdown = Countdown(42.5)
    kept.save_time()
    assert autosaves(saves) == before
    assert saves.read(saves.newest()).time_left == 43


def test_a_game_that_was_resumed_never_writes_over_what_it_was_resumed_from(kept, saves):
    again = KeptGame.resumed(saves.newest(), saves)
    again.countdown = Countdown(42.5)
    again.save_time()
    assert len(autosaves(saves)) == 2


def test_an_old_generation_that_cannot_be_dropped_harms_no_save(kept, saves, monkeypatch):
    for _ in range(3):
        kept.save()

    def in_use(path, missing_ok=False):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "unlink", in_use)
    kept.save()
    assert kept.warning == ""
    assert len(autosaves(saves)) == 4


def test_a_generation_that_is_dropped_while_games_are_listed_is_passed_over(kept, saves, monkeypatch):
    there = saves.folder / "auto" / "gone.1.json"
    monkeypatch.setattr(
        Path, "iterdir", lambda folder: iter([there, saves.folder / "auto" / f"{kept.name}.1.json"])
    )
    assert [path.name for path in saves.games()] == [f"{kept.name}.1.json"]


def test_a_folder_that_cannot_be_written_is_told_and_the_game_goes_on(border, tmp_path):
    (tmp_path / "saves").write_text("a file where the folder should be", encoding="utf-8")
    session = Session.new(border, SeatPlan.parse(border.scenario, []), 4)
    kept = KeptGame.begun(session, Saves.of_user(tmp_path))
    assert "set CALIBRATED_HOME to another folder" in kept.warning
    kept.commit(0, ["northland:pass"] * 4)
    exhaust(kept)
    assert kept.session.entries


def damaged(path, change):
    text = path.read_text(encoding="utf-8")
    path.write_text(change(text), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text[: len(text) // 2], "line "),
        (lambda text: text.replace('"turn": 1', '"turn": 2', 1), "entry 1 (turn 2, orders) does not follow"),
        (lambda text: text.replace('"over"', '"ovre"', 1), "ovre: Extra inputs are not permitted"),
        (
            lambda text: re.sub(r'"entries": \[.*\],\n "pending"', '"pending"', text, flags=re.DOTALL),
            "entries: Field required",
        ),
        (lambda text: text.replace("Northland", "Northlund", 1), "the scenario in it is not the one"),
    ],
)
def test_damage_is_told_with_its_place_and_the_last_good_save(kept, saves, change, told):
    commit_pass(kept)
    bad = saves.newest()
    damaged(bad, change)
    with pytest.raises(DamagedSave) as error:
        saves.read(bad)
    assert str(bad) in str(error.value)
    assert told in str(error.value)
    assert error.value.last_good is not None
    assert str(error.value.last_good) in str(error.value)
    assert replayed(saves.read(error.value.last_good)).seed == 4


def test_without_a_good_generation_none_is_offered(kept, saves):
    damaged(saves.newest(), lambda text: text[:-20])
    with pytest.raises(DamagedSave) as error:
        saves.read(saves.newest())
    assert error.value.last_good is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[]", "is not a saved game"),
        ("{}", "is not a saved game"),
        (
            '{"format": "calibrated-game", "version": 3}',
            "saved by a newer version of the game (format 3; this reads 2)",
        ),
        ("[" * 200_000, "nested too deep"),
        ("", "line 1, column 1"),
    ],
)
def test_what_is_no_game_is_told_so(tmp_path, text, told):
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SaveError) as error:
        read_game(path)
    assert told in str(error.value)


def test_bytes_that_are_no_text_are_damage(tmp_path):
    path = tmp_path / "x.json"
    path.write_bytes(b'{"a": "\xff"}')
    with pytest.raises(DamagedSave, match="byte 7 is not UTF-8"):
        read_game(path)


def test_a_file_of_version_1_opens_as_before(kept, saves):
    commit_pass(kept)
    damaged(saves.newest(), lambda text: text.replace('"version": 2', '"version": 1', 1))
    assert '"version": 1' in saves.newest().read_text(encoding="utf-8")
    assert KeptGame.resumed(saves.newest(), saves).session.entries == kept.session.entries


def test_a_folder_is_no_saved_game(tmp_path):
    with pytest.raises(SaveError, match="no regular file"):
        read_game(tmp_path)


def test_rules_that_play_the_game_differently_open_it_read_only(kept, saves, monkeypatch):
    commit_pass(kept)
    monkeypatch.setattr("game.session.session.state_digest", lambda state: "0" * 64)
    again = KeptGame.resumed(saves.newest(), saves)
    assert "today's rules play it differently" in again.session.read_only
    assert "turn 1, orders leads to another state" in again.session.read_only
    with pytest.raises(SessionError, match="not played on"):
        again.session.commit(0, ["northland:pass"] * 4)
    assert not again.session.advance_ready
    assert again.session.waiting == ()
    generations = autosaves(saves)
    again.save()
    assert autosaves(saves) == generations


def test_the_newest_game_is_the_one_to_continue(border, kept, saves):
    commit_pass(kept)
    other = KeptGame.begun(Session.new(border, SeatPlan.parse(border.scenario, []), 9), saves)
    for path in (saves.folder / "auto").iterdir():
        when = 2_000_000_000 if path.name.startswith(other.name) else 1_000_000_000
        os.utime(path, (when, when))
    assert saves.newest().name == f"{other.name}.1.json"


def test_the_newest_save_of_a_game_is_the_one_with_the_highest_number_though_the_clock_was_set_back(
    kept, saves
):
    commit_pass(kept)
    for number in (1, 2, 3):
        path = saves.folder / "auto" / f"{kept.name}.{number}.json"
        os.utime(path, ns=(10 - number, 10 - number))
    assert saves.newest().name == f"{kept.name}.3.json"


def test_a_game_that_goes_on_in_two_windows_becomes_two_games_and_loses_neither(kept, saves):
    other = KeptGame.resumed(saves.newest(), saves)
    commit_pass(kept)
    commit_pass(other)
    commit_pass(kept)
    assert other.name != kept.name
    assert len(saves.games()) == 2
    for played in (kept, other):
        assert KeptGame.resumed(played.saved, saves).session.entries == played.session.entries


def test_whoever_finds_the_game_played_on_in_another_window_is_told(kept, saves):
    other = KeptGame.resumed(saves.newest(), saves)
    kept.save()
    other.save()
    assert "in another window" in other.warning
    other.save()
    assert other.warning == kept.warning == ""


def test_before_the_first_game_there_is_nothing_to_continue(saves):
    assert saves.newest() is None
    assert saves.named() == []


def test_the_users_folder_can_be_named_by_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "mine"))
    assert home() == tmp_path / "mine"
    assert home(tmp_path) == tmp_path
    monkeypatch.delenv("CALIBRATED_HOME")
    assert home().name == "calibrated"


def test_games_are_listed_by_their_newest_save_the_last_one_first(kept, saves):
    os.utime(saves.newest(), ns=(1, 1))
    other = KeptGame.begun(kept.session, saves)
    os.utime(saves.newest(), ns=(2, 2))
    kept.save()
    assert [path.name for path in saves.games()] == [f"{kept.name}.2.json", f"{other.name}.1.json"]


def test_a_saved_game_is_plain_json_that_holds_no_state(kept, saves):
    commit_pass(kept)
    tree = json.loads(saves.newest().read_text(encoding="utf-8"))
    assert set(tree) == {
        "format", "version", "game", "generation", "header", "scenario", "entries", "pending", "pending_acts",
        "time_left", "over",
    }  # fmt: skip
