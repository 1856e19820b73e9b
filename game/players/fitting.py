"""Why a computer player's strike fits: what it spends, what it shows, and what stood against the one nearest to it."""

from dataclasses import dataclass

import numpy as np

from game.players.doctrine import Doctrine
from game.players.strikes import WANTED_STEP, candidates, drawbacks, messages_left, unseen, wanted_step, worn
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.choices import legal, reasons_against
from game.rules.tables import Label, Rules, Slot
from game.rules.view import View

_LABELS = {Label.CALIBRATED: "calibrated", Label.MEASURED: "measured", Label.DECISIVE: "decisive"}
_NEARER = 20
"""How much nearer to the resolve asked for another strike must be to be worth a word, hundredths."""

_MUCH_NEARER = 100
"""The same for one that may not be ordered."""


def says(rules: Rules, option: int) -> str:
    """What a strike shows and stirs, as ``resolve 1.6, provocation 0.9, calibrated``."""
    table = rules.options
    resolve = table.resolve[option] / 100
    provocation = (table.provocation[option] + table.humiliation[option]) / 100
    return f"resolve {resolve:.1f}, provocation {provocation:.1f}, {_LABELS[Label(int(table.label[option]))]}"


def open_strikes(rules: Rules, view: View, slot: Slot, target: int, game: int) -> IntArray:
    """The strikes at an actor that the seat may order in one game, as far as it sees."""
    found = candidates(rules, view.seat, slot, target)
    first, _ = rules.options.menu[view.seat, slot]
    return integers(found[legal(rules, view.take(integers([game])).seen, view.seat, slot)[found - first, 0]])


def against_all(rules: Rules, view: View, slot: Slot, target: int, game: int) -> str:
    """Why none of the strikes at an actor may be ordered, told of the cheapest; empty if one may, or if it has none."""
    found = candidates(rules, view.seat, slot, target)
    if not found.size or open_strikes(rules, view, slot, target, game).size:
        return ""
    cheapest = int(found[rules.options.readiness[found].argmin()])
    return _not_now(reasons_against(rules, view.seen, cheapest, game=game)[0])


def _not_now(reason: str) -> str:
    """A reason against an option as it stands in brackets."""
    return (reason[:1].lower() + reason[1:]).rstrip(".")


@dataclass(frozen=True, slots=True)
class PassedOver:
    """The strike that comes next to the one that was chosen, and what speaks against it."""

    option: int
    against: str
    """What counts most against it beside the chosen one, as ``would provoke more``."""
    nearer: bool
    """Whether it comes nearer to the resolve asked for than the chosen one, which is why it is told."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A strike that was chosen in one game, and what stood beside it. Readiness and resolve in hundredths."""

    rules: Rules
    doctrine: Doctrine
    view: View
    game: int
    option: int
    wanted: int
    """The resolve asked for."""
    kept: int
    """Readiness kept for a reply, into which no strike may cut."""
    stake: int = 0
    """Stake of a crossed line that is to be answered, 0 for none."""

    def out_of_reach(self) -> tuple[int, str] | None:
        """A strike that may not be ordered and comes nearer to what is wanted than every one that may, and why not.

        None where a strike that may be ordered comes about as near.
        """
        table, open_ones = self.rules.options, self._open()
        found = candidates(self.rules, self.view.seat, self._slot, self._target)
        closed = integers(found[~np.isin(found, open_ones)])
        if not closed.size:
            return None
        distance = self._distance(closed)
        nearest = int(closed[np.lexsort((table.readiness[closed], distance))[0]])
        best_open = self._distance(integers([self.option, *open_ones.tolist()])).min()
        if best_open - distance.min() < _MUCH_NEARER:
            return None
        against = reasons_against(self.rules, self.view.seen, nearest, game=self.game)
        return nearest, _not_now(
            against[0]
        ) if against else "it would take readiness that is kept for a reply"

    def passed_over(self) -> PassedOver | None:
        """The strike that comes nearest to the resolve wanted, or the next best where the chosen one comes as near.

        None if nothing else may be ordered, the same blow by other means or with other notice aside.
        """
        rivals = self._open()
        rivals = rivals[self._another_blow(rivals)]
        if not rivals.size:
            return None
        found = integers([self.option, *rivals.tolist()])
        distance = self._distance(found)
        nearest = int(distance.argmin())
        nearer = bool(distance[0] - distance[nearest] >= _NEARER)
        other = nearest if nearer else 1 + int(self._misfits(found)[1:].argmin())
        told = self._against(found, self.wanted)
        against = max(told, key=lambda words: int(told[words][other] - told[words][0]))
        if told[against][other] <= told[against][0]:
            return None
        return PassedOver(int(found[other]), against, nearer)

    @property
    def _slot(self) -> Slot:
        return Slot(int(self.rules.options.slot[self.option]))

    @property
    def _target(self) -> int:
        return int(self.rules.options.target[self.option])

    def _open(self) -> IntArray:
        """The strikes at the same actor that may be ordered and leave what is kept."""
        found = open_strikes(self.rules, self.view, self._slot, self._target, self.game)
        left = self.view.seen.readiness[self.view.seat, self.game] - self.kept
        return integers(found[self.rules.options.readiness[found] <= left])

    def _another_blow(self, others: IntArray) -> BoolArray:
        """Which strikes are another blow than this one: at something else, elsewhere, of another size or kind."""
        table = self.rules.options
        columns = (table.target_class, table.front, table.scale, table.order)
        return np.asarray(np.logical_or.reduce([column[others] != column[self.option] for column in columns]))

    def _misfits(self, options: IntArray) -> IntArray:
        """How badly strikes fit, as they were ranked: by steps of the resolve wanted."""
        step = int(wanted_step(integers(self.wanted))) * WANTED_STEP
        return integers(np.sum(list(self._against(options, step).values()), axis=0))

    def _against(self, options: IntArray, wanted: int) -> dict[str, IntArray]:
        """What counts against strikes where so much is wanted, by the words for it; ``[option]``."""
        against = drawbacks(self.rules, self.doctrine, options, wanted)
        left = messages_left(self.rules, options, self.view)[:, [self.game]]
        repeated = worn(self.rules.options, options, integers([wanted]), left)[:, 0]
        secret = unseen(self.rules, options, integers([self.stake]))[:, 0]
        return {
            **against,
            "would only repeat what was said before": repeated,
            "would not be seen to answer": secret,
        }

    def _distance(self, options: IntArray) -> IntArray:
        """How far strikes are from the resolve wanted; too little is further than too much."""
        resolve = self.rules.options.resolve[options]
        return integers(2 * (self.wanted - resolve).clip(0) + (resolve - self.wanted).clip(0) // 2)
