"""Which strike a doctrine finds fit: how badly each fits, worked out once, and the best legal one, game by game."""

from collections.abc import Callable

import numpy as np

from game.players.doctrine import Aim, Doctrine
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.tables import Label, Reply, Rules, Slot

WANTED_STEP = 50
"""Resolve wanted is told apart in steps of one half."""

WANTED_STEPS = 25

_OUT_OF_THE_QUESTION = 1_000_000_000
_WHOLE_MESSAGE = 100
_PROGRAMME_ALARMS = 650
"""From here on a nuclear programme is a target for those that seek balance or force, hundredths."""


def dislike(rules: Rules, doctrine: Doctrine, options: IntArray, wanted: int) -> IntArray:
    """How badly a strike fits when ``wanted`` resolve is to be shown; ``[option]``, smaller is better.

    The filters in words: show about as much resolve as wanted; provoke little (the more tolerant of risk, the
    less it matters); harm few civilians; spare what is spared by custom; keep the label that the doctrine leans to.
    """
    table = rules.options
    resolve, provocation = table.resolve[options], table.provocation[options] + table.humiliation[options]
    short = np.maximum(wanted - resolve, 0)
    over = np.maximum(resolve - wanted, 0)
    fear = provocation * (120 - doctrine.risk_tolerance) // 100
    urban = rules.target_classes.urban[table.target_class[options]] * (200 + 6 * doctrine.weight_of_toll)
    decisive = (table.label[options] == Label.DECISIVE) * {
        Aim.RESTRAINT: 500,
        Aim.BALANCE: 250,
        Aim.FORCE: -80,
    }[doctrine.aim]
    calibrated = (table.label[options] == Label.CALIBRATED) * {
        Aim.RESTRAINT: -80,
        Aim.BALANCE: -40,
        Aim.FORCE: 0,
    }[doctrine.aim]
    costs = table.readiness[options] // 10 + _spared_by_custom(rules, doctrine, options)
    worth = _worth_of_setting_back(rules, doctrine, options) + _worth_of_kind(rules, doctrine, options)
    return integers(2 * short + over // 2 + fear + urban + decisive + calibrated + costs - worth)


def _worth_of_kind(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """Acts that can be denied for those that bluff, partners' command for those that seek force; ``[option]``.

    A strike straight at a rival's own ground is a step further than one elsewhere: restraint and balance mind it.
    """
    table = rules.options
    deniable = 12 * max(doctrine.bluff_rate - 60, 0) * table.covert[options]
    partners = table.target[options] >= rules.powers
    beheads = (rules.target_classes.disarray[table.target_class[options]] > 0) * partners
    further = {Aim.RESTRAINT: 60, Aim.BALANCE: 25, Aim.FORCE: 0}[doctrine.aim]
    return integers(
        deniable
        + (150 * (doctrine.aim is Aim.FORCE)) * beheads
        - further * rules.fronts.direct[table.front[options]]
    )


def _worth_of_setting_back(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """What striking a rival's nuclear programme is worth: the nearer to a weapon, the more; ``[option]``."""
    programme = rules.layout.cells("nuclear")
    near = max(int(rules.opening[programme]) - _PROGRAMME_ALARMS, 0)
    table, classes = rules.options, rules.target_classes
    sets_back = classes.damage_row[table.target_class[options], table.target[options]] == programme
    return integers(sets_back * near * {Aim.RESTRAINT: 0, Aim.BALANCE: 1, Aim.FORCE: 2}[doctrine.aim])


def _spared_by_custom(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """What striking a class of target costs abroad and on markets; ``[option]``.

    Whoever means to close an exchange spares what neighbours and markets would not forgive; force minds it less.
    """
    table, classes = rules.options, rules.target_classes
    target_class = table.target_class[options]
    abroad = (classes.legitimacy[target_class] + classes.market[target_class]) * table.scale[options]
    return integers(abroad * {Aim.RESTRAINT: 4, Aim.BALANCE: 3, Aim.FORCE: 1}[doctrine.aim])


class StrikeList:
    """The strikes of a slot of one seat, and how badly each fits whatever resolve is wanted.

    Prepared assets are not among them: they are not for every day.
    """

    def __init__(
        self, rules: Rules, seat: int, slot: Slot, badness: Callable[[IntArray, int], IntArray]
    ) -> None:
        options = rules.options
        self._options = options
        self._first, last = options.menu[seat, slot]
        menu = np.arange(self._first, last)
        strikes = options.strike[menu] & (options.asset[menu] < 0)
        if slot is Slot.ANSWER:
            strikes &= options.reply[menu] == Reply.STRIKE_BACK
        self._badness = np.full((WANTED_STEPS, len(menu)), _OUT_OF_THE_QUESTION, dtype=np.int32)
        for step in range(WANTED_STEPS):
            self._badness[step, strikes] = badness(integers(menu[strikes]), step * WANTED_STEP)
        self._aimed = _by_target(options.target[menu], strikes, rules.actors)

    def fitting(
        self, toward: IntArray, wanted: IntArray, allowed: BoolArray, message: IntArray | None = None
    ) -> IntArray:
        """The legal strike at ``toward`` that fits best where ``wanted`` resolve is to be shown; ``[game]``.

        ``allowed`` is the slot's mask, ``[option of the menu, game]``; where it leaves none, the menu's first option.
        With ``message`` (resolve left in each message, ``[message, game]``) one that is worn from use fits worse.
        """
        places, games = self._aimed[:, toward], np.arange(len(toward))
        steps = np.clip((wanted + WANTED_STEP // 2) // WANTED_STEP, 0, WANTED_STEPS - 1)
        badness = self._badness[steps, places]
        if message is not None and len(message):
            badness = badness + self._worn(places, steps * WANTED_STEP, message)
        badness = np.where(allowed[places, games] & (places > 0), badness, _OUT_OF_THE_QUESTION)
        best = badness.argmin(axis=0)
        found = badness[best, games] < _OUT_OF_THE_QUESTION
        return integers(np.where(found, self._first + places[best, games], self._first))

    def _worn(self, places: IntArray, wanted: IntArray, message: IntArray) -> IntArray:
        """How much worse a strike fits because its message was sent before and shows less; ``[place, game]``."""
        option = self._first + places
        sent, games = self._options.message[option], np.arange(len(wanted))
        left = np.where(sent >= 0, message[sent, games], _WHOLE_MESSAGE)
        whole = self._options.resolve[option]
        short = np.maximum(wanted - whole * left // _WHOLE_MESSAGE, 0)
        return integers(2 * (short - np.maximum(wanted - whole, 0)))


def _by_target(target: IntArray, strikes: BoolArray, actors: int) -> IntArray:
    """The strikes of a menu that are aimed at each actor, as places in the menu; ``[place, actor]``, filled up with 0."""
    aimed = [np.flatnonzero(strikes & (target == actor)) for actor in range(actors)]
    table = np.zeros((max(map(len, aimed)) or 1, actors), dtype=np.int32)
    for actor, places in enumerate(aimed):
        table[: len(places), actor] = places
    return table
