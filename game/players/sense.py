"""Which orders make no sense where things stand, whoever is asked, and which talks have poor prospects."""

import numpy as np

from game.players.danger import felt
from game.rules.arrays import BoolArray, IntArray, entries, integers, which
from game.rules.tables import Rules, Slot
from game.rules.view import View

_STRIKES_ANYWAY = 50
"""What an armed group that strikes from time to time leaves owed, hundredths."""
_FAILED_AGAIN = 2
"""Failed attempts in a row after which talks are not tried again without leverage."""
_FAILURE = 8
"""What each failed attempt in a row takes from the worth of trying talks again, hundredths of a point."""
_LITTLE = 200
"""What a rival may be owed and yet let a matter rest, hundredths."""
_SOMETHING_TO_HOLD = 100
"""What must be owed to a power before it is asked to hold, hundredths."""


def sensible(rules: Rules, view: View, slot: Slot, force: IntArray) -> BoolArray | bool:
    """Which options of a slot make sense beside the force order ``force``; ``[option of the menu, game]``."""
    menu = np.arange(*rules.options.menu[view.seat, slot])
    if slot is Slot.DIPLOMATIC:
        return _may_move(rules, view, menu) & _has_something_to_hold(rules, view, menu)
    if slot is Slot.DECLARATORY:
        return _may_conclude(rules, view, menu, force) & _may_deter(rules, view, menu)
    return True


def prospects(rules: Rules, view: View, slot: Slot) -> IntArray:
    """How much less talks are worth a try after each failure in a row; ``[option of the menu, game]``."""
    talks = rules.options.broker[np.arange(*rules.options.menu[view.seat, slot])]
    if slot is not Slot.DIPLOMATIC or not view.seen.talks.shape[0]:
        return np.zeros((len(talks), 1), dtype=np.int32)
    return integers(-_FAILURE * view.seen.failures[talks] * (talks >= 0)[:, None])


def _may_conclude(rules: Rules, view: View, menu: IntArray, force: IntArray) -> BoolArray:
    """A matter is concluded only with whom one strikes this turn, and where that leaves little to reply to.

    Being hit again counts double then: nobody says it to a rival that will have to answer.
    """
    concludes, target = rules.options.concludes[menu, None], rules.options.target[force]
    little = np.ones(view.games, dtype=np.bool_)
    struck = which((target >= 0) & (target < rules.powers))
    if struck.size:
        owed = view.seen.rows(rules.layout.cells("owed", np.arange(rules.powers), view.seat))
        to_answer = entries(owed, target[struck], struck) + rules.options.provocation[force[struck]]
        little[struck] = to_answer < _LITTLE
    return np.asarray((concludes < 0) | ((concludes == target) & little))


def _may_move(rules: Rules, view: View, menu: IntArray) -> BoolArray:
    """Talks that failed again and again are left until somebody spends leverage."""
    talks = rules.options.broker[menu]
    if not view.seen.talks.shape[0]:
        return np.ones((len(menu), view.games), dtype=np.bool_)
    stuck = (view.seen.failures >= _FAILED_AGAIN) & (view.seen.leverage_before == 0)
    return np.asarray((talks < 0)[:, None] | ~stuck[talks])


def _has_something_to_hold(rules: Rules, view: View, menu: IntArray) -> BoolArray:
    """A power is asked to hold what is owed to it: not where that is nothing yet."""
    asks = which(rules.options.promise[menu] >= 0)
    promise, promises = rules.options.promise[menu[asks]], rules.promises
    owed = view.seen.rows(rules.layout.cells("owed", promises.holder[promise], promises.about[promise]))
    makes_sense = np.ones((len(menu), view.games), dtype=np.bool_)
    makes_sense[asks] = owed >= _SOMETHING_TO_HOLD
    return makes_sense


def _may_deter(rules: Rules, view: View, menu: IntArray) -> BoolArray:
    """No line is drawn against an armed group that strikes in any case."""
    line = rules.options.line[menu]
    draws = which(line >= 0)
    against = rules.lines.against[line[draws]]
    strikes_anyway = (against >= rules.powers)[:, None] & (felt(rules, view)[against] >= _STRIKES_ANYWAY)
    makes_sense = np.ones((len(menu), view.games), dtype=np.bool_)
    makes_sense[draws] = ~strikes_anyway
    return makes_sense
