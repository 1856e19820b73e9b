"""Writing reports: where they go, what is never replaced, and what is said when they cannot be written."""

import errno

import pytest

from game.home import HOME_VARIABLE
from game.report.export import export, export_to
from game.report.files import NotExported
from game.report.groups import groups_page
from game.report.luck import worked_out
from game.report.page import page
from game.report.sheet import sheet
from game.session.kept import KeptGame
from game.session.save import Saves


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def named(session):
    """A game by the name that its files take."""
    return KeptGame(session, Saves.of_user(), "border-1")


def text(file):
    return file.read_bytes().decode("utf-8")


def test_all_files_stand_in_the_folder_of_reports_whole(finished_game, home):
    files = export(named(finished_game))
    assert files == tuple(home / "reports" / f"border-1{ending}" for ending in (".html", ".csv", ".json"))
    assert text(files.page) == page(finished_game)
    assert text(files.sheet) == sheet(finished_game, "border-1")
    assert sorted(files.page.parent.iterdir()) == sorted(files)


def test_the_game_beside_the_page_is_opened_again_and_stands_beside_those_of_other_groups(
    finished_game, home
):
    games = [export(named(finished_game)).game for _ in range(2)]
    again = [KeptGame.resumed(game, Saves.of_user()).session for game in games]
    assert all(session.entries == finished_game.entries for session in again)
    groups_page([(game.name, session) for game, session in zip(games, again, strict=True)])


def test_without_a_folder_of_its_own_reports_go_among_the_documents(finished_game, tmp_path, monkeypatch):
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "Documents")
    assert export(named(finished_game)).page == tmp_path / "Documents" / "Calibrated" / "border-1.html"


def test_a_report_that_is_there_is_never_replaced_unasked(finished_game, home):
    first = export(named(finished_game)).page
    first.write_text("marked by a teacher", encoding="utf-8")
    again = [file.name for _ in range(2) for file in export(named(finished_game))]
    assert again == [f"border-1 {number}.{ending}" for number in (2, 3) for ending in ("html", "csv", "json")]
    assert text(first) == "marked by a teacher"


def test_a_game_that_goes_on_is_not_reported_on(begun_game, home, tmp_path):
    for write in (
        lambda: export(named(begun_game)),
        lambda: export_to(begun_game, "border-1", tmp_path, None),
    ):
        with pytest.raises(NotExported, match="This game goes on: it stands in turn 1"):
            write()
    assert list(tmp_path.iterdir()) == []


def test_a_game_that_is_only_read_up_to_some_point_is_not_reported_on(begun_game):
    begun_game.read_only = "It can be read up to there, not played on."
    with pytest.raises(NotExported, match="read up to there"):
        export_to(begun_game, "border-1", None, None)


def test_what_is_named_is_written_and_nothing_else(finished_game, tmp_path):
    assert export_to(finished_game, "border-1", tmp_path / "a.html", None) == (tmp_path / "a.html",)
    assert export_to(finished_game, "border-1", None, tmp_path) == (tmp_path / "border-1.csv",)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.html", "border-1.csv"]


def test_where_nothing_is_named_both_stand_in_the_present_folder(finished_game, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    export_to(finished_game, "border-1", None, None)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["border-1.csv", "border-1.html"]


def test_one_file_cannot_be_both(finished_game, tmp_path):
    with pytest.raises(NotExported, match="cannot be both the page and the table"):
        export_to(finished_game, "border-1", tmp_path / "a", tmp_path / "a")


def test_a_file_that_is_there_is_replaced_only_when_that_is_said_and_then_neither_is_written(
    finished_game, tmp_path
):
    file, table = tmp_path / "a.html", tmp_path / "a.csv"
    table.write_text("mine", encoding="utf-8")
    with pytest.raises(NotExported, match=r"a\.csv is there already; .* --replace"):
        export_to(finished_game, "border-1", file, table)
    assert (file.exists(), text(table)) == (False, "mine")
    export_to(finished_game, "border-1", file, table, replace=True)
    assert text(table) == sheet(finished_game, "border-1", luck=worked_out(finished_game))


def test_a_folder_that_is_not_there_is_named(finished_game, tmp_path):
    with pytest.raises(NotExported, match=r"There is no folder .*nowhere; make it"):
        export_to(finished_game, "border-1", tmp_path / "nowhere" / "a.html", None)


@pytest.mark.parametrize("why", [errno.ENOSPC, errno.EACCES, errno.EROFS], ids=errno.errorcode.get)
def test_a_full_disk_or_a_folder_that_may_not_be_written_leaves_what_was_there_and_is_one_line(
    finished_game, tmp_path, monkeypatch, why
):
    import os

    file = tmp_path / "a.html"
    file.write_text("before", encoding="utf-8")

    def refuse(_):
        raise OSError(why, os.strerror(why))

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(NotExported) as refusal:
        export_to(finished_game, "border-1", file, None, replace=True)
    assert str(refusal.value).startswith(f"{file} cannot be written: {os.strerror(why)}. Make room")
    assert "\n" not in str(refusal.value)
    assert [(each.name, text(each)) for each in tmp_path.iterdir()] == [("a.html", "before")]


def test_a_folder_of_reports_that_cannot_be_made_is_named(finished_game, home):
    home.write_text("a file stands in the way", encoding="utf-8")
    with pytest.raises(NotExported, match=r"The folder .*reports cannot be used: "):
        export(named(finished_game))


def test_what_is_no_plain_file_is_never_replaced(finished_game, tmp_path):
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotExported, match="is no file that can be written"):
        export_to(finished_game, "border-1", tmp_path / "pipe", None, replace=True)
