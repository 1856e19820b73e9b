"""Who can ever injure whom: a reply window toward anybody else never opens, so that menus need not name it."""

from collections.abc import Iterator

from game.rules.arrays import which
from game.rules.tables import Rules, Slot
from game.rules.tracks import Axis


def never_answered(rules: Rules) -> frozenset[int]:
    """Answers, by option, toward actors that can do nothing in this scenario that calls for one."""
    options, injuries = rules.options, frozenset(_injuries(rules))
    toward = which((options.slot == Slot.ANSWER) & (options.target >= 0)).tolist()
    return frozenset(
        option
        for option in toward
        if (int(options.power[option]), int(options.target[option])) not in injuries
    )


def _injuries(rules: Rules) -> Iterator[tuple[int, int]]:
    """Power and actor: who may come to feel something owed, and toward whom.

    A blow is felt by its target or the target's patron, toward the striker and toward the striker's patron; a line
    that is crossed is felt by its owner toward whom it was drawn against (rules.md §7).
    """
    options, patron_of, lines = rules.options, rules.patron_of.tolist(), rules.lines
    actors = rules.layout.names[Axis.ACTOR]
    blows = which(options.strike & (options.target >= 0))
    strikers = [options.keys[option].partition(":")[0] for option in blows]
    for striker, target in set(zip(strikers, options.target[blows].tolist(), strict=True)):
        hurt, by = patron_of[target], actors.index(striker)
        yield from ((hurt, by), (hurt, patron_of[by]))
    yield from zip(lines.owner.tolist(), lines.against.tolist(), strict=True)
