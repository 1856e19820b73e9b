"""The browser: chosen, narrowed, broken, saved again while it is open; by mouse and by keyboard."""

import os

import pygame
import pytest

from game.ui.browser.screen import WATCHED_SECONDS
from tests.ui.browser.conftest import SIZES, settle


def key(folder, name):
    return (folder / f"{name}.yaml").as_posix()


def told(driver):
    return " ".join(driver.words())


@pytest.mark.parametrize(("size", "scale"), SIZES.values(), ids=SIZES)
def test_it_fits_every_size_with_a_sound_and_with_a_broken_scenario(browse, own, size, scale):
    driver = browse(size=size, scale=scale)
    assert driver.overflowing() == []
    driver.press("up", "down", "down")
    assert driver.app.screen.card.problems
    assert driver.overflowing() == []
    assert driver.missing_letters() == ""


def test_enter_leads_to_the_seats_of_the_chosen_scenario(browse, own):
    asked = []
    browse(asked).press("return")
    assert asked == [key(own, "border")]


def test_a_click_chooses(browse, own):
    asked = []
    driver = browse(asked)
    driver.click(f"scenario:{key(own, 'lake')}")
    driver.click("choose")
    assert asked == [key(own, "lake")]


def test_arrow_keys_choose(browse, own):
    asked = []
    driver = browse(asked)
    driver.press("down")
    assert driver.app.screen.chosen == key(own, "lake")
    assert asked == []
    driver.press("return")
    assert asked == [key(own, "lake")]


def test_a_click_on_the_chosen_scenario_stays_in_the_list(browse, own):
    asked = []
    driver = browse(asked)
    driver.click(f"scenario:{key(own, 'border')}")
    driver.click(f"scenario:{key(own, 'border')}")
    assert asked == []


def test_what_there_is_to_know_stands_beside_the_list(browse):
    words = told(browse())
    for part in (
        "Fictional",
        "4 turns or one more, 5 days each",
        "minutes for one person",
        "an estimate",
        "yours",
    ):
        assert part in words
    assert "Before you play" in words


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_the_sheets_of_the_chosen_scenario_are_asked_for(browse, own, way):
    asked = []
    driver = browse(asked)
    driver.click("sheets") if way == "mouse" else driver.press("p")
    assert asked == [("sheets", key(own, "border"))]


def test_a_broken_file_is_listed_with_where_and_what_and_cannot_be_played(browse, own):
    asked = []
    driver = browse(asked)
    driver.click(f"scenario:{key(own, 'mine')}")
    assert "mine.yaml:" in told(driver)
    assert "did you mean 'fronts'" in told(driver)
    driver.click("choose")
    assert asked == []
    assert "errors" in driver.explanation().text


def test_the_errors_of_a_broken_file_can_be_copied(browse, own, monkeypatch):
    copied = []
    monkeypatch.setattr(pygame.scrap, "put_text", copied.append)
    driver = browse()
    driver.click(f"scenario:{key(own, 'mine')}")
    driver.press("ctrl+c")
    assert copied == ["\n".join(driver.app.screen.card.problems)]


def test_a_file_that_is_mended_while_the_list_is_open_is_read_again_by_itself(browse, own):
    driver = browse()
    driver.click(f"scenario:{key(own, 'mine')}")
    mended = (own / "mine.yaml").read_text(encoding="utf-8").replace("\nfront:", "\nfronts:", 1)
    (own / "mine.yaml").write_text(mended, encoding="utf-8")
    settle(driver)
    assert driver.app.screen.card.problems == ()


def test_f5_reads_a_file_again_whose_time_did_not_change(browse, own):
    driver = browse()
    file = own / "border.yaml"
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("The border", "Border the"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    driver.press("f5")
    settle(driver)
    assert "Border the" in told(driver)


def test_files_that_come_and_go_are_noticed(browse, own):
    driver = browse()
    (own / "lake.yaml").unlink()
    (own / "river.yaml").write_text("title: The river\n", encoding="utf-8")
    driver.step(WATCHED_SECONDS)
    assert "The reedbed" not in told(driver)
    assert "The river" in told(driver)


def test_words_narrow_the_list(browse):
    driver = browse()
    driver.press("ctrl+f")
    driver.type("REEDbed")
    assert [card.title for card in driver.app.screen.left][:1] == ["The reedbed"]
    assert driver.app.screen.card.title == "The reedbed"


def test_a_search_that_nothing_fits_says_so(browse):
    driver = browse()
    driver.press("ctrl+f")
    driver.type("zzz")
    assert "Nothing fits" in told(driver)


def test_the_list_is_narrowed_to_files_with_errors(browse, own):
    driver = browse()
    driver.click("kind:broken")
    assert [card.key for card in driver.app.screen.left] == [key(own, "mine")]


def test_sources_have_a_page_of_their_own(browse):
    driver = browse()
    driver.press("s")
    driver.step()
    assert "Sources" in driver.words()
    driver.press("escape")
    driver.step()
    assert "Scenarios" in driver.words()


def test_invented_names_are_asked_for_and_the_tip_says_why(browse):
    asked = []
    driver = browse(asked)
    driver.hover("names:invented")
    assert "lesson" in driver.explanation().text
    driver.click("names:invented")
    assert asked == [("invented", True)]


def test_a_dropped_file_is_taken_in(browse, own):
    asked = []
    browse(asked).drop(own / "packed.zip")
    assert asked == [own / "packed.zip"]


def test_escape_goes_back(browse):
    asked = []
    browse(asked).press("escape")
    assert asked == ["back"]


def test_the_list_stands_before_anything_is_read(drive, own):
    from game.ui.browser.screen import BrowserScreen
    from game.ui.browser.shelf import Shelf

    shelf = Shelf([own])
    shelf.look()
    screen = BrowserScreen(shelf, *[lambda *_: None] * 5)
    assert {"The border", "The reedbed", "My own"} <= set(drive(screen).words())
