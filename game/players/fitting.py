"""Why a computer player's strike fits: what it spends, what it shows, and what stood against the one nearest to it."""

from dataclasses import dataclass

import numpy as np

from game.players.doctrine import Doctrine
from game.players.strikes import WANTED_STEP, candidates, drawbacks, wanted_step, worn
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


def out_of_reach(
    rules: Rules, view: View, option: int, wanted: int, kept: int, game: int
) -> tuple[int, str] | None:
    """A strike that may not be ordered and comes nearer to what is wanted than every one that may, and why not.

    None where a strike that may be ordered comes about as near. Strikes that cut into ``kept`` may not.
    """
    table, slot, target = (
        rules.options,
        Slot(int(rules.options.slot[option])),
        int(rules.options.target[option]),
    )
    found = candidates(rules, view.seat, slot, target)
    open_ones = open_strikes(rules, view, slot, target, game)
    open_ones = open_ones[table.readiness[open_ones] <= view.seen.readiness[view.seat, game] - kept]
    closed = integers(found[~np.isin(found, open_ones)])
    if not closed.size:
        return None
    distance = _distance(table.resolve[closed], wanted)
    nearest = int(closed[np.lexsort((table.readiness[closed], distance))[0]])
    best_open = _distance(table.resolve[[option, *open_ones.tolist()]], wanted).min()
    if best_open - distance.min() < _MUCH_NEARER:
        return None
    against = reasons_against(rules, view.seen, nearest, game=game)
    return nearest, _not_now(against[0]) if against else "it would take readiness that is kept for a reply"


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


def passed_over(
    rules: Rules, doctrine: Doctrine, view: View, option: int, wanted: int, kept: int, game: int
) -> PassedOver | None:
    """The open strike that comes nearest to the resolve wanted, or the next best where the chosen one comes as near.

    None if nothing else fits. Strikes that cut into the readiness ``kept`` are no rivals, nor is the same blow by
    other means or with other notice.
    """
    table, slot = rules.options, Slot(int(rules.options.slot[option]))
    rivals = open_strikes(rules, view, slot, int(table.target[option]), game)
    rivals = rivals[table.readiness[rivals] <= view.seen.readiness[view.seat, game] - kept]
    rivals = rivals[_another_blow(rules, option, integers(rivals))]
    if not rivals.size:
        return None
    found = integers([option, *rivals.tolist()])
    distance = _distance(table.resolve[found], wanted)
    nearest = int(distance.argmin())
    nearer = bool(distance[0] - distance[nearest] >= _NEARER)
    told = _told_against(rules, doctrine, view, found, int(wanted_step(integers(wanted))) * WANTED_STEP, game)
    other = nearest if nearer else 1 + int(np.sum(list(told.values()), axis=0)[1:].argmin())
    told = _told_against(rules, doctrine, view, found, wanted, game)  # in the figure that is shown
    against = max(told, key=lambda words: int(told[words][other] - told[words][0]))
    if told[against][other] <= told[against][0]:
        return None
    return PassedOver(int(found[other]), against, nearer)


def _another_blow(rules: Rules, option: int, others: IntArray) -> BoolArray:
    """Which strikes are another blow than this one: at something else, elsewhere, of another size or kind."""
    table = rules.options
    columns = (table.target_class, table.front, table.scale, table.order)
    return np.asarray(np.logical_or.reduce([column[others] != column[option] for column in columns]))


def _told_against(
    rules: Rules, doctrine: Doctrine, view: View, options: IntArray, wanted: int, game: int
) -> dict[str, IntArray]:
    """What counts against strikes in one game, by the words for it; ``[option]``."""
    against = drawbacks(rules, doctrine, options, wanted)
    message = view.seen.message[:, [game]]
    if len(message):
        repeated = worn(rules.options, options[:, None], integers([wanted]), message)[:, 0]
        against["would only repeat what was said before"] = repeated
    return against


def _distance(resolve: IntArray, wanted: int) -> IntArray:
    """How far resolve is from what is wanted; too little is further than too much."""
    return integers(2 * (wanted - resolve).clip(0) + (resolve - wanted).clip(0) // 2)
