import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.scalars import scalar, unprintable


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "No",
        "on",
        "OFF",
        "y",
        "1:30",
        "010",
        "0x1F",
        "0o17",
        "1_000",
        "2023-10-08",
        "1e",
        ".",
        "-",
        "+.e3",
        "٣",
    ],
)
def test_what_yaml_1_1_would_turn_into_something_else_stays_text(text):
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("0", 0),
        ("-12", -12),
        ("+3", 3),
        ("999999999999", 999_999_999_999),
        ("0.5", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-1.5e3", -1500.0),
    ],
)
def test_plain_words_and_decimal_numbers_are_values(text, value):
    found = scalar(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1234567890123", "a number of 13 digits; at most 12 are read"),
        ("1." + "0" * 40, "a number of 42 characters; at most 40 are read"),
        ("1e999", "1e999 is too large a number"),
        (".inf", ".inf is not a finite number; quote it if it is meant as text"),
        ("-.Inf", "-.Inf is not a finite number; quote it if it is meant as text"),
        (".nan", ".nan is not a finite number; quote it if it is meant as text"),
    ],
)
def test_a_number_that_no_rule_can_use_is_refused(text, message):
    with pytest.raises(ValueError, match="number") as refused:
        scalar(text)
    assert str(refused.value) == message


@given(st.integers(min_value=-999_999_999_999, max_value=999_999_999_999))
def test_a_whole_number_is_read_as_it_is_written(number):
    assert scalar(str(number)) == number


@pytest.mark.parametrize(("text", "index"), [("a\x00", 1), ("\x07", 0), ("ab\ud800", 2), ("\x7f", 0)])
def test_a_control_character_is_found(text, index):
    assert unprintable(text) == index


@pytest.mark.parametrize("text", ["", "a\tb\r\nc", "שלום", "سلام", "🕊"])
def test_text_in_any_script_is_printable(text):
    assert unprintable(text) is None
