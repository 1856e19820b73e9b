"""Why a computer player's strike fits: what it spends, what it shows, and what stood against the one nearest to it."""

from game.players.strikes import candidates
from game.rules.arrays import IntArray, integers
from game.rules.choices import legal, reasons_against
from game.rules.tables import Label, Rules, Slot
from game.rules.view import View

_LABELS = {Label.CALIBRATED: "calibrated", Label.MEASURED: "measured", Label.DECISIVE: "decisive"}
_NEARER = 20
"""How much nearer to the resolve asked for another strike must be to be worth a word, hundredths."""


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
    reason = reasons_against(rules, view.seen, cheapest, game=game)[0].rstrip(".")
    return reason[:1].lower() + reason[1:]


def compared(rules: Rules, view: View, option: int, wanted: int, kept: int, game: int) -> tuple[str, int]:
    """What stood against the open strike that comes nearest to the resolve wanted, and that strike.

    Nothing and -1 if the one that was chosen comes as near. Strikes that cut into the readiness ``kept`` are no rivals.
    """
    table, slot = rules.options, Slot(int(rules.options.slot[option]))
    rivals = open_strikes(rules, view, slot, int(table.target[option]), game)
    rivals = integers(rivals[table.readiness[rivals] <= view.seen.readiness[view.seat, game] - kept])
    if not rivals.size:
        return "", -1
    nearest = int(rivals[_distance(table.resolve[rivals], wanted).argmin()])
    gained = _distance(table.resolve[[option, nearest]], wanted)
    if gained[0] - gained[1] < _NEARER:
        return "", -1
    against = _against(rules, option, nearest)
    return (against, nearest) if against else ("", -1)


def _distance(resolve: IntArray, wanted: int) -> IntArray:
    """How far resolve is from what is wanted; too little is further than too much."""
    return integers(2 * (wanted - resolve).clip(0) + (resolve - wanted).clip(0) // 2)


def _against(rules: Rules, chosen: int, other: int) -> str:
    """What speaks against another strike beside the chosen one; empty if nothing plain does."""
    table, classes = rules.options, rules.target_classes
    hits, would_hit = table.target_class[chosen], table.target_class[other]
    provokes = int(
        (table.provocation + table.humiliation)[other] - (table.provocation + table.humiliation)[chosen]
    )
    decisive = [table.label[each] == Label.DECISIVE for each in (chosen, other)]
    drawbacks = (
        (classes.urban[would_hit] > classes.urban[hits], "would harm more civilians"),
        (decisive[1] and not decisive[0], "would be decisive"),
        (provokes >= 10, "would provoke more"),
        (table.readiness[other] > table.readiness[chosen], "would take more readiness"),
        (classes.legitimacy[would_hit] > classes.legitimacy[hits], "would cost more abroad"),
        (decisive[0] and not decisive[1], "would not be decisive"),
        (
            rules.fronts.direct[table.front[other]] > rules.fronts.direct[table.front[chosen]],
            "would go a step further",
        ),
        (not table.covert[other] and bool(table.covert[chosen]), "could not be denied"),
    )
    return next((words for holds, words in drawbacks if holds), "")
