"""Scenarios come in as a zip or by path; what is wrong is told, and nothing is half taken in."""

from pathlib import Path

import pygame
import pytest

from game.scenario.archive import pack
from game.ui.browser.adding import AddScreen
from game.ui.kit import Settings
from tests.ui.browser.conftest import SIZES


@pytest.fixture
def adding(drive, tmp_path):
    def opened(added=None, size=(1280, 720), scale=1.0):
        added = [] if added is None else added
        screen = AddScreen(added.append, lambda: added.append("back"), tmp_path / "folder")
        return drive(screen, size, Settings(scale=scale, reduced_motion=True))

    return opened


@pytest.fixture
def packed(alone, tmp_path):
    return pack(alone / "border.yaml", tmp_path / "border.zip")


@pytest.mark.parametrize(("size", "scale"), SIZES.values(), ids=SIZES)
def test_it_fits_every_size(adding, tmp_path, size, scale):
    driver = adding(size=size, scale=scale)
    assert driver.overflowing() == []
    driver.drop(tmp_path / ("a-name-without-an-end" * 8 + ".zip"))
    assert driver.overflowing() == []


def test_a_zip_that_is_dropped_on_the_window_is_put_into_the_folder(adding, packed, tmp_path):
    added = []
    adding(added).drop(packed)
    assert added == [tmp_path / "folder" / "border.yaml"]
    assert added[0].is_file()


def test_a_zip_in_the_folder_has_a_button(adding, packed, tmp_path):
    (tmp_path / "folder").mkdir()
    packed.rename(tmp_path / "folder" / "border.zip")
    added = []
    adding(added).click("zip:border.zip")
    assert added == [tmp_path / "folder" / "border.yaml"]


def test_a_scenario_is_opened_by_its_path_where_it_lies(adding, alone):
    added = []
    driver = adding(added)
    driver.click("path")
    driver.type(f'"{alone / "border.yaml"}"')
    driver.press("return")
    assert added == [alone / "border.yaml"]


def test_a_file_whose_name_is_no_text_is_told_and_its_path_can_be_copied(adding, monkeypatch):
    copied = []
    monkeypatch.setattr(pygame.scrap, "put_text", copied.append)
    driver = adding()
    driver.drop(Path("r\udce9sum\udce9.doc"))
    driver.click("copy")
    assert copied == ["r?sum?.doc: expected a scenario (.yaml, .yml and .zip)"]
    driver.click("path")
    driver.press("ctrl+a", "ctrl+c")
    assert copied[1:] == ["r?sum?.doc"]


def test_a_path_in_the_folder_of_somebody_unknown_is_taken_as_it_is_written(adding):
    added = []
    driver = adding(added)
    driver.click("path")
    driver.type("~nobody-of-that-name/border.yaml")
    driver.press("return")
    assert added == [Path("~nobody-of-that-name/border.yaml")]


def test_a_zip_that_is_none_is_told_with_what_is_wrong(adding, tmp_path):
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"not a zip")
    added = []
    driver = adding(added)
    driver.drop(broken)
    assert added == []
    assert any("broken.zip" in words for words in driver.words())
    assert not list((tmp_path / "folder").glob("*.yaml"))


def test_what_is_there_already_is_written_over_only_when_asked(adding, packed, tmp_path):
    added = []
    driver = adding(added)
    driver.drop(packed)
    driver.drop(packed)
    assert len(added) == 1
    assert "is there already" in " ".join(driver.words())
    driver.click("replace")
    driver.drop(packed)
    assert len(added) == 2


def test_another_kind_of_file_is_refused_with_the_kinds_there_are(adding, tmp_path):
    driver = adding()
    driver.drop(tmp_path / "picture.png")
    assert ".yaml, .yml and .zip" in " ".join(driver.words())


def test_the_folder_is_shown(adding, tmp_path):
    assert str(tmp_path / "folder") in adding().words()
