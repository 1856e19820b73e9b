"""A field takes what is typed, wherever the caret is."""

from itertools import pairwise

import pygame
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.ui.kit import Refused, TextField, Write
from game.ui.kit.field import spans
from tests.ui.kit.screens import Shown


def written(rows=1, **options):
    return Shown(lambda screen: [TextField(screen.values.get("why", ""), id="why", rows=rows, **options)])


def test_letters_arrive_one_after_the_other_in_one_frame(drive):
    screen = written()
    driver = drive(screen)
    driver.click("why")
    driver.type("hold the line")
    assert screen.values["why"] == "hold the line"
    assert driver.heard[-1] == Write("why", "hold the line")


def test_enter_starts_a_new_line_only_where_there_are_several(drive):
    for rows, expected in ((1, "ab"), (3, "a\nb")):
        screen = written(rows)
        driver = drive(screen)
        driver.click("why")
        driver.type("a")
        driver.press("return")
        driver.type("b")
        assert screen.values["why"] == expected


def test_keys_edit_at_the_caret(drive):
    screen = written()
    driver = drive(screen)
    driver.click("why")
    driver.type("abcd")
    driver.press("left", "backspace", "home", "delete")
    assert screen.values["why"] == "bd"
    driver.press("ctrl+a")
    driver.type("x")
    assert screen.values["why"] == "x"


def test_up_and_down_move_between_lines(drive):
    screen = written(3)
    driver = drive(screen)
    driver.click("why")
    driver.type("one\ntwo")
    driver.press("up", "home")
    driver.type(">")
    assert screen.values["why"] == ">one\ntwo"


def test_letters_still_being_composed_are_not_text_yet(drive):
    screen = written()
    driver = drive(screen)
    driver.click("why")
    pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text="し", start=0, length=1))
    driver.step()
    assert "why" not in screen.values
    driver.type("誌")
    assert screen.values["why"] == "誌"


def test_a_limit_and_a_reason_are_kept_to(drive):
    screen = written(limit=3)
    driver = drive(screen)
    driver.click("why")
    driver.type("abcdef")
    assert screen.values["why"] == "abc"
    locked = drive(Shown(lambda _: [TextField("", id="why", disabled="Only the recorder writes.")]))
    locked.click("why")
    locked.type("x")
    assert locked.heard[-1] == Refused("why", "Only the recorder writes.")


@given(st.text(alphabet="ab cdef\n", max_size=80), st.integers(30, 300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_every_letter_of_a_text_is_in_one_line_that_fits(look, text, width):
    found = spans(text, look, width)
    assert "".join(text[start:end] for start, end in found) == text.replace("\n", "")
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    setting = look.setting("body")
    assert all(look.type.width(text[start:end], setting) <= width for start, end in found)
