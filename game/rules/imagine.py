"""Possible truths behind a view: hidden values drawn from what is seen and from what everybody knows of the rules.

This is how a computer player or a forecast looks ahead. A band may be off by as much as the seat's warning leaves; a
row that seldom moves is most often what anybody would assume of it; what is kept for one turn is not there before its
orders are carried out; and forces that did not strike have rested.
"""

from functools import cache, partial
from typing import Final

import numpy as np

from game.rules.aftermath import suppose_aftermath
from game.rules.arrays import BoolArray, IntArray, KeyArray, WordArray, any_of, integers, times
from game.rules.chance import Chance, Purpose, roll
from game.rules.covert import BEST_WARNING, true_warnings
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules, Slot, Stage
from game.rules.tracks import Layout
from game.rules.view import View
from game.rules.windows import FOR_ONE_TURN

_CERTAIN, _MOST, _MANY = 256, 236, 192
"""In how many of 256 possible truths a row that seldom moves is what anybody would assume of it.

All on the first turn, when nothing has moved yet; most of what is not seen at all; fewer where something is seen,
because there is something to see. In play by doctrines 72 to 100 % of such rows are as they were, fewer where there
have been strikes, which is where it matters.
"""

_NOT_AT_ORDERS: Final = (*FOR_ONE_TURN, "losses", "partner_losses", "offer")
"""Tracks that are at zero whenever orders are given."""

_FADING: Final = ("owed", "humiliation", "losses_before", "partner_losses_before")
"""Tracks that fade or are paid off, so that within what is open less is likelier than more."""

_SPENT: Final = integers([0, 200, 300, 300])
"""Readiness that a strike of each scale mostly takes, hundredths."""

_SPENT_BY_BLOW, _SPENT_IN_CAMPAIGN = 200, 300
"""Readiness that the strikes of a turn take at least; up to as much again with replies."""

_ROW, _ERROR, _AGAIN, _FORCES, _STRIKES, _AFTERMATH = range(0, 6 * 4096, 4096)
"""What a word is for, added to the row that it is about: its value, how far a band is off, a second draw, readiness."""


def imagine(rules: Rules, view: View, keys: KeyArray) -> State:
    """A possible truth for each of ``len(keys)`` games; the view holds one game, or as many as there are keys."""
    block = np.repeat(view.seen.block, len(keys) // view.games, axis=1)
    words, rows, width = _Words(keys, view.turn), view.uncertain, _width(rules, view)
    often = _often(rules, view)[:, None] * _agreeing(rules, view, width) // _CERTAIN
    usual, banded = rules.usual[rows, None], width.any(axis=1)
    settled = (often >= _CERTAIN) | ((view.least == usual) & (view.most == usual) & (width == 0))
    block[rows] = usual
    for some in (np.flatnonzero(~settled.all(axis=1) & kind) for kind in (banded, ~banded)):
        drawn = words.of(rows[some])
        stays = (drawn & 0xFF) < often[some]
        block[rows[some]] = np.where(stays, usual[some], _moved(rules, view, some, width[some], drawn, words))
    truth = State(view.seen.layout, block, view.turn, view.stage)
    _keep_to_the_rules(rules, view.seat, truth, words)
    return truth


def _moved(
    rules: Rules, view: View, some: IntArray, width: IntArray, drawn: WordArray, words: "_Words"
) -> IntArray:
    """What uncertain rows may be that are not as usual, each value that is open to them as likely; ``[row, game]``.

    ``some`` are their places among the uncertain rows, ``drawn`` their words. Bands may be off by ``width``.
    """
    rows = view.uncertain[some]
    least, most = view.least[some], view.most[some]
    if any_of(width):
        error = roll(words.of(rows, _ERROR), 2 * width + 1) - width
        least, most = least - error, most - error
    least = np.maximum(least, rules.low[rows, None])
    open_to_it = np.minimum(most, rules.high[rows, None]) - least + 1
    moved = least + roll(drawn, open_to_it)
    fades = np.flatnonzero(np.isin(rows, rows_of(rules.layout, _FADING)))
    again = least[fades] + roll(words.of(rows[fades], _AGAIN), open_to_it[fades])
    moved[fades] = np.minimum(moved[fades], again)
    return moved


class _Words:
    """Random words for what a seat imagines in some games of a turn."""

    def __init__(self, keys: KeyArray, turn: int) -> None:
        self._chance = Chance(keys, turn, 15)
        self._games = np.arange(len(keys))

    def of(self, rows: IntArray, purpose: int = _ROW) -> WordArray:
        """A word for each row, ``[row, game]``."""
        return self._chance.words_at(Purpose.SAMPLE, self._games, rows[:, None] + purpose)


@cache
def rows_of(layout: Layout, tracks: tuple[str, ...]) -> IntArray:
    """The rows of some tracks."""
    return np.concatenate([np.arange(layout.rows)[layout.places[track].rows] for track in tracks])


def _width(rules: Rules, view: View) -> IntArray:
    """By how much the band of a row may be off, as far as the seat can tell; ``[uncertain row, game]``."""
    warnings = true_warnings(rules, view.seen, view.seat)[rules.subject[view.uncertain]]
    banded = rules.sight[view.seat, view.uncertain] == Sight.BAND
    return integers(rules.numbers.band_error * (BEST_WARNING - warnings) // BEST_WARNING * banded[:, None])


def _often(rules: Rules, view: View) -> IntArray:
    """In how many of 256 possible truths a row is what anybody would assume of it, ``[uncertain row]``."""
    if view.turn == 1 and view.stage == Stage.ORDERS:
        return np.where(rules.secret[view.uncertain], _MANY, _CERTAIN)
    hidden = (rules.sight[view.seat, view.uncertain] == Sight.HIDDEN) & ~rules.secret[view.uncertain]
    return np.where(hidden, _MOST, _MANY) * ~rules.drifts[view.uncertain]


def _agreeing(rules: Rules, view: View, width: IntArray) -> IntArray:
    """In how many of 256 cases one would see this if the row were as usual; ``[uncertain row, game]``."""
    usual, high = rules.usual[view.uncertain][:, None], rules.high[view.uncertain][:, None]
    least = np.where(view.least > 0, view.least, -width)
    most = np.where(view.most < high, view.most, high + width)
    agree = np.minimum(most, usual + width) - np.maximum(least, usual - width) + 1
    return integers(_CERTAIN * np.maximum(agree, 0) // (2 * width + 1))


def _keep_to_the_rules(rules: Rules, seat: int, truth: State, words: _Words) -> None:
    """Change an imagined truth where the rules, or what is seen of other rows, say that it cannot be so."""
    if truth.stage == Stage.ORDERS:
        truth.block[rows_of(rules.layout, _NOT_AT_ORDERS)] = 0
    np.minimum(truth.humiliation, truth.owed, out=truth.humiliation)
    suppose_aftermath(rules, seat, truth, partial(words.of, purpose=_AFTERMATH))
    others = np.arange(rules.powers) != seat
    truth.readiness[others] = _readiness(rules, truth, words)[others]


def _readiness(rules: Rules, truth: State, words: _Words) -> IntArray:
    """Readiness as it may be, ``[power, game]``: forces rest unless they strike, which everybody sees (§3).

    Turn by turn it spends about a third of what its other orders can cost, and in turns in which it struck what one or
    two strikes take.
    """
    numbers, rows = rules.numbers, rows_of(rules.layout, ("readiness",))
    low, high, opening = (each[rows, None] for each in (rules.low, rules.high, rules.opening))
    abroad = times(truth.presence.sum(axis=1), numbers.presence_readiness)
    regained = np.maximum(numbers.readiness_gain - abroad, 0)
    costs = _costs_besides_strikes(rules)[:, None]
    turns, struck = truth.turn - 1, _struck_last_turn(rules, truth, words.of(rows, _AGAIN))
    earlier = np.maximum(truth.blows.max(axis=1) - struck, 0)
    middle = opening + turns * (regained - costs // 3) - _SPENT_IN_CAMPAIGN * earlier
    middle = np.clip(middle, np.minimum(regained, high), high)
    rested = np.maximum(middle - costs // 2 + roll(words.of(rows, _FORCES), costs + 1), regained)
    strikes = np.where(truth.campaign > 0, _SPENT_IN_CAMPAIGN, _SPENT_BY_BLOW)
    strikes = strikes + roll(words.of(rows, _STRIKES), strikes + 1)
    found = np.where(struck, regained + np.maximum(np.minimum(rested, high) - strikes, 0), rested)
    spent = _SPENT[truth.struck.max(axis=1)]
    return integers(np.clip((found if turns else opening) - spent, low, high))


@cache
def _costs_besides_strikes(rules: Rules) -> IntArray:
    """What readiness a power's orders of a turn can cost where it does not strike, ``[power]``, hundredths."""
    options = rules.options
    cost = options.readiness * ~options.strike
    slots = (Slot.FORCE, Slot.GUARD)
    menus = [[options.menu[power, slot] for slot in slots] for power in range(rules.powers)]
    return integers([sum(cost[first:last].max() for first, last in menu) for menu in menus])


def _struck_last_turn(rules: Rules, truth: State, words: WordArray) -> BoolArray:
    """Whether each power struck last turn, ``[power, game]``: surely where a campaign or a partner shows it.

    Else as often as it openly struck another power so far.
    """
    often = truth.blows.max(axis=1) > roll(words, max(truth.turn - 1, 1))
    marks = truth.marked.max(axis=0, initial=0) == rules.numbers.marked_turns - 1
    return np.asarray((truth.campaign > 0) | marks | often)
