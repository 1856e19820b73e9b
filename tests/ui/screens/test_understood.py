"""The part of the debrief on what was meant and understood: both numbers of every strike, whatever their names."""

from dataclasses import replace

from game.report.debrief import debrief
from game.report.said import Said
from game.report.understood import NO_STRIKES, QUESTION, Understood
from game.ui.kit import Bar, walk
from tests.ui.screens.test_after import opened

LONG = "The united and sovereign confederation of the northern archipelago and its dependencies"


def screen(game, told=None):
    given = debrief(game)
    given = given if told is None else replace(given, understood=told)
    return opened(game, given, tab="understood")


def named(game, name, times=1):
    """Every strike of a game so many times, between actors whose names are long, and a line of each kind."""
    told = debrief(game).understood
    blows = [replace(blow, striker=name, target=name, widest=True) for blow in told.blows]
    said = [
        Said(number, name, kind, f"Against {name}.", f"{name} crossed it.")
        for number, kind in enumerate(("red line", "assurance", "denial", "restraint"))
    ]
    return Understood(tuple(blows * times), tuple(said))


def test_both_numbers_of_every_strike_are_shown_with_what_lay_between(drive, game):
    told = debrief(game).understood
    words = drive(screen(game)).words()
    assert told.blows
    assert QUESTION in words
    for blow in told.blows:
        assert {f"{blow.meant.total:.2f}", f"{blow.understood.total:.2f}", *blow.brought} <= set(words)
        assert any(text.endswith(blow.why) for text in words)


def test_two_bars_of_a_strike_stand_on_the_scale_of_all_and_the_lower_is_marked_where_the_upper_ends(
    drive, game
):
    told = debrief(game).understood
    bars = [widget for widget in walk(drive(screen(game)).app.view.root) if isinstance(widget, Bar)]
    assert [bar.value for bar in bars[::2]] == [blow.meant.total for blow in told.blows]
    assert [bar.value for bar in bars[1::2]] == [blow.understood.total for blow in told.blows]
    assert [bar.mark for bar in bars[1::2]] == [bar.value for bar in bars[::2]]
    assert {bar.high for bar in bars} == {told.longest}


def test_what_colour_says_is_said_in_words_too(drive, game):
    blow = replace(debrief(game).understood.blows[0], widest=True)
    words = drive(screen(game, Understood((blow,), ()))).words()
    assert {"meant", "understood", "widest gap", blow.label} <= set(words)


def test_a_game_without_strikes_says_so_in_one_line(drive, game):
    words = drive(screen(game, Understood((), ()))).words()
    assert NO_STRIKES in words
    assert QUESTION not in words


def test_long_names_never_overflow(shown, game):
    shown(screen(game, named(game, LONG)))


def test_many_strikes_scroll(shown, game):
    shown(screen(game, named(game, "Northland", 20)))


def test_what_else_was_said_stands_below_with_who_said_it(drive, game):
    told = named(game, "Northland")
    words = drive(screen(game, told)).words()
    for each in told.said:
        assert {each.when, each.power, each.understood} <= set(words)
