"""Which strike a doctrine finds fit: how badly each fits, worked out once, and the best legal one, game by game."""

from collections.abc import Callable, Sequence

import numpy as np

from game.players.doctrine import Aim, Doctrine
from game.rules.arrays import BoolArray, IntArray, any_row, anywhere, integers, which
from game.rules.strikes import unclaimed
from game.rules.tables import Label, Options, Reply, Rules, Slot
from game.rules.view import View

WANTED_STEP = 50
"""Resolve wanted is told apart in steps of one half."""

WANTED_STEPS = 25

_OUT_OF_THE_QUESTION = 1_000_000_000
_WHOLE_MESSAGE = 100
_UNSEEN = 500
_PROGRAMME_ALARMS = 650
"""From here on a nuclear programme is a target for those that seek balance or force, hundredths."""


def dislike(rules: Rules, doctrine: Doctrine, options: IntArray, wanted: IntArray | int) -> IntArray:
    """How badly a strike fits when ``wanted`` resolve is to be shown; ``[option]``, smaller is better.

    With several amounts of it, ``[wanted, 1]``, for each of them: ``[wanted, option]``.
    """
    return integers(sum(drawbacks(rules, doctrine, options, wanted).values()))


def drawbacks(
    rules: Rules, doctrine: Doctrine, options: IntArray, wanted: IntArray | int
) -> dict[str, IntArray]:
    """What counts against a strike beside others, each by the words that say so of it; ``[option]``.

    Where several amounts of resolve are ``wanted``, ``[wanted, 1]``, what depends on it is ``[wanted, option]``.

    The filters in words: show about as much resolve as wanted; provoke little (the more tolerant of risk, the
    less it matters); harm few civilians; spare what is spared by custom; keep the label that the doctrine leans to;
    and to those that seek force a large strike that is a mere display is none.
    """
    table = rules.options
    resolve, provocation = table.resolve[options], table.provocation[options] + table.humiliation[options]
    display = (
        np.maximum(resolve - provocation, 0) * (table.scale[options] > 1) * (doctrine.aim is Aim.FORCE) // 2
    )
    return {
        "would show too little": 2 * np.maximum(wanted - resolve, 0),
        "would show more than is asked for": np.maximum(resolve - wanted, 0) // 2,
        "would provoke more": provocation * (120 - doctrine.risk_tolerance) // 100,
        "would be mere display": display,
        "would take more readiness": table.readiness[options] // 10,
        "would cost more abroad and on markets": _spared_by_custom(rules, doctrine, options),
        "would endanger more civilians": _harm(rules, doctrine, options),
        "would send ground forces that must be brought home": _way_out(rules, doctrine, options),
        "would set the nuclear programme back less": -_worth_of_setting_back(rules, doctrine, options),
        **_of_label(rules, doctrine, options),
        **_of_kind(rules, doctrine, options),
    }


def _of_label(rules: Rules, doctrine: Doctrine, options: IntArray) -> dict[str, IntArray]:
    """Restraint and balance shun decisive strikes and like calibrated ones; force likes decisive ones."""
    label = rules.options.label[options]
    decisive = "would not be decisive" if doctrine.aim is Aim.FORCE else "would be decisive"
    return {
        decisive: (label == Label.DECISIVE) * doctrine.by_aim(500, 250, -80),
        "would not be calibrated": (label == Label.CALIBRATED) * doctrine.by_aim(-80, -40, 0),
    }


def _of_kind(rules: Rules, doctrine: Doctrine, options: IntArray) -> dict[str, IntArray]:
    """Those that bluff like acts that can be denied, those that seek force a blow at partners' command.

    A strike straight at a rival's own ground is a step further than one elsewhere: restraint minds it.
    """
    table = rules.options
    partners = table.target[options] >= rules.powers
    beheads = (rules.target_classes.disarray[table.target_class[options]] > 0) * partners
    return {
        "could not be denied": -12 * max(doctrine.bluff_rate - 60, 0) * table.covert[options],
        "would spare the group's command": -doctrine.by_aim(0, 0, 150) * beheads,
        "would go a step further": doctrine.by_aim(60, 5, 0) * rules.fronts.direct[table.front[options]],
    }


def _worth_of_setting_back(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """What striking a rival's nuclear programme is worth: the nearer to a weapon, the more; ``[option]``.

    A limited blow hardly sets it back.
    """
    programme = rules.layout.cells("nuclear")
    near = max(int(rules.opening[programme]) - _PROGRAMME_ALARMS, 0)
    table, classes = rules.options, rules.target_classes
    sets_back = classes.damage_row[table.target_class[options], table.target[options]] == programme
    beyond_limited = np.maximum(table.scale[options] - 1, 0)
    return integers(sets_back * beyond_limited * near * doctrine.by_aim(0, 1, 2))


def _spared_by_custom(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """What striking a class of target costs abroad and on markets; ``[option]``.

    Whoever means to close an exchange of blows at home spares what neighbours and markets would not forgive.
    """
    table, classes = rules.options, rules.target_classes
    target_class = table.target_class[options]
    abroad = (classes.legitimacy[target_class] + classes.market[target_class]) * table.scale[options]
    at_home = rules.fronts.direct[table.front[options]]
    more = doctrine.by_aim(2, 1, 0)
    return integers(abroad * (1 + more * at_home))


def _harm(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """What harm to civilians weighs, where a target stands among them or harm must be confirmed; ``[option]``."""
    classes, target_class = rules.target_classes, rules.options.target_class[options]
    among_people = classes.populated[target_class] * doctrine.weight_of_toll // 5
    return integers(among_people + 200 * classes.urban[target_class])


def _way_out(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """Whoever sends ground forces must bring them home again; ``[option]``."""
    return integers(rules.options.ground[options] * doctrine.by_aim(300, 230, 150))


def misfits(
    rules: Rules, seat: int, slot: Slot, badness: Callable[[IntArray, IntArray], IntArray]
) -> IntArray:
    """``badness(options, resolve wanted)`` of a menu's strikes for every amount of resolve; ``[wanted, place]``.

    It is asked once for all amounts, ``[wanted, 1]``.
    """
    menu = np.arange(*rules.options.menu[seat, slot])
    strikes = strikes_of(rules, slot, integers(menu))
    table = np.full((WANTED_STEPS, len(menu)), _OUT_OF_THE_QUESTION, dtype=np.int32)
    wanted = integers(np.arange(WANTED_STEPS) * WANTED_STEP)
    table[:, strikes] = badness(integers(menu[strikes]), wanted[:, None])
    return table


def strikes_of(rules: Rules, slot: Slot, menu: IntArray) -> BoolArray:
    """Which options of a slot are strikes for every day, as those with a prepared asset are not; ``[place]``."""
    table = rules.options
    strikes = table.strike[menu] & (table.asset[menu] < 0)
    return strikes & (table.reply[menu] == Reply.STRIKE_BACK) if slot is Slot.ANSWER else strikes


def candidates(rules: Rules, seat: int, slot: Slot, actor: int) -> IntArray:
    """The strikes of a slot that are aimed at an actor; prepared assets are not for every day."""
    menu = integers(np.arange(*rules.options.menu[seat, slot]))
    return integers(menu[strikes_of(rules, slot, menu) & (rules.options.target[menu] == actor)])


class StrikeList:
    """The strikes of a slot of one seat, and how badly each fits whatever resolve is wanted, for several players."""

    def __init__(self, rules: Rules, seat: int, slot: Slot, misfits: Sequence[IntArray]) -> None:
        """``misfits`` has one player's table of ``misfits`` after the other."""
        self._rules = rules
        self._first, last = rules.options.menu[seat, slot]
        menu = integers(np.arange(self._first, last))
        strikes, target = strikes_of(rules, slot, menu), rules.options.target[menu]
        table = np.concatenate(misfits).T
        self._aimed = [
            _Aimed(rules, menu, table, np.flatnonzero(strikes & (target == actor)))
            for actor in range(rules.actors)
        ]

    def fitting(
        self,
        player: IntArray,
        toward: IntArray,
        wanted: IntArray,
        allowed: BoolArray,
        view: View | None = None,
        stake: IntArray | None = None,
    ) -> IntArray:
        """The legal strike at ``toward`` that fits best where ``wanted`` resolve is to be shown; ``[game]``.

        ``allowed`` is the slot's mask, ``[option of the menu, game]``; where it leaves none, the menu's first option.
        With a ``view``, it knows of strikes whose message is worn from use, which fit worse; with the ``stake`` of a
        crossed line that is to be answered, ``[game]``, of those that nobody claims.
        """
        chosen = np.full(len(toward), self._first, dtype=np.int32)
        step, striking = wanted_step(wanted), any_row(allowed)
        for actor, aimed in enumerate(self._aimed):
            games = which(striking & (toward == actor))
            if games.size and aimed.options.size:
                misfit = aimed.misfits(np.broadcast_to(player, chosen.shape)[games], step[games])
                if view is not None:
                    aimed.add_wear(misfit, step[games] * WANTED_STEP, view, games)
                if stake is not None and stake.any():
                    misfit += unseen(self._rules, aimed.options, stake.take(games))
                chosen[games] = aimed.best(misfit, allowed, games, otherwise=self._first)
        return chosen


class _Aimed:
    """The strikes of a list that are aimed at one actor."""

    def __init__(self, rules: Rules, menu: IntArray, table: IntArray, places: IntArray) -> None:
        """``places`` are theirs in the menu; ``table`` is ``[place, column]``, a player's steps after another's."""
        self.options = menu[places]
        self._rules = rules
        self._places = places
        self._misfits = np.ascontiguousarray(table[places])

    def misfits(self, player: IntArray, step: IntArray) -> IntArray:
        """How badly each fits where a player wants a step of resolve, ``[game]`` each; ``[strike, game]``."""
        return self._misfits.take(player * WANTED_STEPS + step, axis=1)

    def add_wear(self, misfit: IntArray, wanted: IntArray, view: View, games: IntArray) -> None:
        """Add to ``misfit`` what counts against those whose message is worn from use."""
        left = messages_left(self._rules, self.options, view).take(games, axis=1)
        used = anywhere(left < _WHOLE_MESSAGE)
        misfit[used] += worn(self._rules.options, self.options[used], wanted, left[used])

    def best(self, misfit: IntArray, allowed: BoolArray, games: IntArray, otherwise: int) -> IntArray:
        """The one of those ``allowed`` that fits best in each of the games; ``otherwise`` where none is."""
        open_ones = allowed.take(self._places, axis=0).take(games, axis=1)
        misfit[~open_ones] = _OUT_OF_THE_QUESTION
        best = misfit.argmin(axis=0)
        return integers(np.where(any_row(open_ones), self.options[best], otherwise))


def wanted_step(wanted: IntArray) -> IntArray:
    """Which step of resolve is looked up where so much is wanted; both of the same shape."""
    step = (wanted + WANTED_STEP // 2) // WANTED_STEP
    return integers(np.minimum(np.maximum(step, 0), WANTED_STEPS - 1))


def messages_left(rules: Rules, options: IntArray, view: View) -> IntArray:
    """How much resolve is left in the message that each strike sends, percent; ``[option, game]``."""
    sent = rules.options.message[options]
    left = view.seen.rows(rules.layout.cells("message", np.maximum(sent, 0)))
    left[sent < 0] = _WHOLE_MESSAGE
    return left


def unseen(rules: Rules, options: IntArray, stake: IntArray) -> IntArray:
    """How much worse strikes fit that nobody claims, where a crossed line is to be answered; ``[option, game]``.

    ``stake`` is that of the line, ``[game]``, 0 for none: in the eyes of others they answer nothing.
    """
    return integers(_UNSEEN * unclaimed(rules)[options, None] * (stake > 0))


def worn(table: Options, options: IntArray, wanted: IntArray, left: IntArray) -> IntArray:
    """How much worse strikes fit because their message was sent before and shows less; ``[option, game]``.

    ``wanted`` is ``[game]`` and ``left`` what is left of each one's message, ``[option, game]``.
    """
    whole = table.resolve[options, None]
    short = np.maximum(wanted - whole * left // _WHOLE_MESSAGE, 0)
    return integers(2 * (short - np.maximum(wanted - whole, 0)))
