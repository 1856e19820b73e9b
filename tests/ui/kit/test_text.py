"""Text keeps to its width, and no letter vanishes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.ui.kit.text import ELLIPSIS, FACES, Setting

BODY = Setting("regular", 14)
WORDS = st.text(alphabet="abcdefghij MWil.,-–éאבגسلام12", max_size=80)
SAME_LOOK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@given(WORDS, st.integers(40, 400))
@SAME_LOOK
def test_no_wrapped_line_is_wider_than_its_width(look, text, width):
    assert all(look.type.width(line, BODY) <= width for line in look.type.wrap(text, BODY, width))


@given(WORDS, st.integers(40, 400))
@SAME_LOOK
def test_wrapping_loses_no_letter(look, text, width):
    assert "".join("".join(look.type.wrap(text, BODY, width)).split()) == "".join(text.split())


@given(WORDS, st.integers(20, 400))
@SAME_LOOK
def test_a_shortened_text_fits_and_says_that_it_is_shortened(look, text, width):
    shown = look.type.shorten(text, BODY, width)
    assert look.type.width(shown, BODY) <= width
    assert shown == text or shown.endswith(ELLIPSIS)


@pytest.mark.parametrize("setting", [BODY, Setting("bold", 20, 2, True), Setting("mono", 13)])
@pytest.mark.parametrize("text", ["Resolve shown", "שלום 3", "سلام، ۳ از ۷", "Iran – ایران"])
def test_a_line_is_as_wide_as_it_was_measured(look, text, setting):
    assert look.type.draw(text, setting, (255, 255, 255)).get_width() == look.type.width(text, setting)


@pytest.mark.parametrize("setting", [BODY, Setting("bold", 20, 2, True)])
@pytest.mark.parametrize(
    "text", ["\u200f", "\u202e", "\u200c", "a\u200f", "\u2067\u2069", "\ufeff", "\u0301"]
)
def test_marks_that_nobody_sees_are_no_trouble(look, setting, text):
    look.type.draw(text, setting, (255, 255, 255))
    assert look.type.wrap(text * 9, setting, 20)


@pytest.mark.parametrize("text", ["r\udce9sum\udce9.yaml", "a\0b"])
def test_what_is_no_letter_in_the_name_of_a_file_is_drawn_as_another(look, text):
    setting = look.setting("body")
    assert look.type.draw(text, setting, (255, 255, 255)).get_width() == look.type.width(text, setting) > 0


def test_missing_letters_are_named_once(look):
    assert look.type.missing("a▲b▲●") == "▲●"
    assert look.type.missing("→ ✓ – … × ½ שלום سلام ۳") == ""


@pytest.mark.parametrize("text", ["▲", "א▲", "س▲"])
def test_a_missing_letter_is_drawn_as_a_box(look, text):
    with_box = look.type.draw(text, BODY, (255, 255, 255)).get_bounding_rect().width
    without = look.type.draw(text.replace("▲", " "), BODY, (255, 255, 255)).get_bounding_rect().width
    assert with_box > without


def test_every_face_exists_for_every_script(look):
    assert {look.type.missing("aאس", face) for face in FACES} == {""}


def test_line_breaks_do_not_break_a_single_line(look):
    assert look.type.width("a\nb", BODY) == look.type.width("a b", BODY)


def test_blank_lines_of_a_paragraph_stay(look):
    assert look.type.wrap("one\n\ntwo", BODY, 200) == ("one", "", "two")
