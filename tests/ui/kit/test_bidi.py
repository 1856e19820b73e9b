"""Lines in two directions come out in the order in which they are read."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.kit.bidi import ARABIC, HEBREW, LATIN, reads_leftward, runs


def shown(text):
    return [run.text for run in runs(text)]


def test_a_latin_line_is_one_run():
    assert runs("Resolve 3.1 of 4") == runs("Resolve 3.1 of 4")
    assert shown("Resolve 3.1 of 4") == ["Resolve 3.1 of 4"]


def test_numbers_in_a_hebrew_line_keep_their_digits_in_order():
    assert shown("רמה 35% מתוך") == [" מתוך", "35%", "רמה "]


def test_a_hebrew_word_in_a_latin_line_stays_in_its_place():
    assert shown("the word שלום here") == ["the word ", "שלום", " here"]


def test_each_script_gets_its_own_run():
    assert {run.script for run in runs("שלום سلام peace")} == {HEBREW, ARABIC, LATIN}


def test_a_line_reads_as_its_first_letter_does():
    assert reads_leftward("3 שלום")
    assert not reads_leftward("3 peace שלום")
    assert not reads_leftward("3 %")


@given(st.text(alphabet="ab אבس۳12%.,()-", max_size=30))
def test_no_letter_is_lost_or_doubled(text):
    assert sorted("".join(shown(text))) == sorted(text)
