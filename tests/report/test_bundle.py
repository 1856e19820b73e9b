"""The archive of a class: what a learning platform unpacks, and that nothing in it reaches outside."""

import csv
from io import StringIO
from zipfile import ZipFile

import pytest

from game.report.bundle import INDEX, TABLE, write_bundle
from game.report.files import NotExported
from game.report.groups import NotComparable
from tests.report.reading import ACTIVE, Page


@pytest.fixture(scope="module")
def games(play):
    return [("<b>a</b>.json", play("one")), ("ב.json", play("two")), ("c.json", play("three"))]


@pytest.fixture(scope="module")
def archive(games, tmp_path_factory):
    with ZipFile(write_bundle(games, tmp_path_factory.mktemp("bundle"))) as file:
        return {name: file.read(name).decode("utf-8") for name in file.namelist()}


def test_the_page_of_all_groups_stands_at_the_root_beside_one_for_each(archive):
    assert list(archive) == [INDEX, "group-a.html", "group-b.html", "group-c.html", TABLE]
    for letter, written in (("a", "one"), ("b", "two"), ("c", "three")):
        told = Page(archive[f"group-{letter}.html"]).text
        assert f"Debrief of group {letter.upper()}" in told
        assert written in told


def test_every_link_leads_to_a_place_on_the_page_or_a_file_beside_it(archive):
    for name in set(archive) - {TABLE}:
        read = Page(archive[name])
        ids = {f"#{each}" for each in read.attributes("id")}
        assert set(read.attributes("href")) <= ids | set(archive)
        assert not {tag for tag, _ in read.tags} & ACTIVE


def test_each_group_is_reached_from_the_page_of_all_and_leads_back(archive):
    assert {"group-a.html", "group-b.html", "group-c.html"} <= set(Page(archive[INDEX]).attributes("href"))
    assert INDEX in Page(archive["group-b.html"]).attributes("href")


def test_the_table_tells_one_group_from_another(archive):
    rows = list(csv.reader(StringIO(archive[TABLE].removeprefix("\ufeff"))))
    assert rows[0][0] == "game"
    assert list(dict.fromkeys(row[0] for row in rows[1:])) == ["A <b>a</b>.json", "B ב.json", "C c.json"]


def test_no_scores_stand_below_each_other(archive):
    kinds = {row["kind"] for row in csv.DictReader(StringIO(archive[TABLE].removeprefix("\ufeff")))}
    assert {"criterion", "decision"} <= kinds
    assert "score" not in kinds


def test_the_same_games_make_the_same_bytes(games, tmp_path):
    one, other = (write_bundle(games[:2], tmp_path / name) for name in ("a.zip", "b.zip"))
    assert one.read_bytes() == other.read_bytes()


def test_it_is_told_how_far_it_is(games, tmp_path):
    told = []
    write_bundle(games[:2], tmp_path, tell=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_what_is_there_is_not_written_over(games, tmp_path):
    (tmp_path / "border-groups.zip").write_bytes(b"mine")
    with pytest.raises(NotExported, match="is there already"):
        write_bundle(games, tmp_path)
    assert (tmp_path / "border-groups.zip").read_bytes() == b"mine"


def test_one_game_is_refused(games, tmp_path):
    with pytest.raises(NotComparable, match="found: 1"):
        write_bundle(games[:1], tmp_path)
    assert not list(tmp_path.iterdir())
