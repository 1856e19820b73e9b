"""Typing, deleting and moving never lose or invent a letter."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.kit.editing import Caret, delete, insert, move, place

TEXT = st.text(max_size=40)


@st.composite
def edited(draw):
    text = draw(TEXT)
    places = st.integers(0, len(text))
    return text, Caret(draw(places), draw(places))


@given(edited(), TEXT)
def test_typing_replaces_the_selection_and_stands_after_it(given_text, typed):
    text, caret = given_text
    first, last = caret.selection
    result, after = insert(text, caret, typed, limit=1000)
    assert result == text[:first] + typed + text[last:]
    assert after == Caret(first + len(typed), first + len(typed))


@given(edited(), TEXT, st.integers(0, 60))
def test_a_text_never_grows_beyond_its_limit(given_text, typed, limit):
    text, caret = given_text
    result, _ = insert(text, caret, typed, limit)
    assert len(result) <= max(limit, len(text))


@given(edited(), st.booleans(), st.booleans())
def test_deleting_only_ever_removes_letters_around_the_caret(given_text, forward, word):
    text, caret = given_text
    result, after = delete(text, caret, forward=forward, word=word)
    assert text.startswith(result[: after.at])
    assert text.endswith(result[after.at :])
    assert len(result) <= len(text)


@given(edited(), st.sampled_from([-1, 1]), st.booleans(), st.booleans())
def test_the_caret_stays_inside_the_text(given_text, by, word, select):
    text, caret = given_text
    after = move(text, caret, by, word=word, select=select)
    assert 0 <= after.at <= len(text)
    assert after.anchor == (caret.anchor if select else after.at)


def test_words_are_crossed_in_one_step():
    text = "hold the line"
    assert move(text, Caret(0, 0), 1, word=True).at == 4
    assert move(text, Caret(13, 13), -1, word=True).at == 9


def test_moving_without_shift_ends_the_selection_at_its_edge():
    assert move("abcdef", Caret(4, 1), -1) == Caret(1, 1)
    assert move("abcdef", Caret(4, 1), 1) == Caret(4, 4)


def test_a_caret_is_never_placed_outside():
    assert place("abc", Caret(), 99) == Caret(3, 3)
    assert Caret(9, 7).within("abc") == Caret(3, 3)
