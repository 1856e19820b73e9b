"""What a seat fears: blows that rivals are about to strike, strikes at home, and armed groups that harm it.

Each takes a view and answers for every game of the batch.
"""

from functools import lru_cache
from typing import Final

import numpy as np

from game.players.belief import KINDS, MOST_SEEN, WHOLE, first_belief, revised, shown
from game.rules.arrays import BoolArray, IntArray, any_row, entries, integers, which
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.tables import SCENARIOS, Rules
from game.rules.view import View

SOMETHING_OWED = 100
"""From here on something is owed that need not be answered yet, hundredths."""

_STRIKES_FROM: Final = integers([600, 330, 200])
"""From what is owed to it on a rival of each kind (``belief.KINDS``) is expected to strike soon, hundredths."""

_SOONEST_FIRST: Final = np.argsort(_STRIKES_FROM)


def felt(rules: Rules, view: View) -> IntArray:
    """What the seat's audiences feel is owed to each actor, hundredths; ``[actor, game]``."""
    return view.seen.rows(rules.layout.cells("owed", view.seat, np.arange(rules.actors)))


def likely_to_strike(
    rules: Rules, view: View, kind: IntArray, rival: IntArray, power: IntArray | int
) -> BoolArray:
    """Whether rivals seem more likely than not about to strike to a mind of a ``kind``; ``[rival, game]``.

    ``power`` is whom each would strike. Who was told of no strike, or of a limited one, is not expected to strike.
    """
    seen = view.seen
    more_struck = shown(seen.blows[rival].sum(axis=1), seen.held_back[rival].sum(axis=1))
    enough = entries(_enough(rules), kind, more_struck + MOST_SEEN)
    assured = seen.assured[rival, power]
    calmed = (assured > 0) & (assured < 3)
    return np.asarray((seen.rows(rules.layout.cells("owed", rival, power)) >= enough) & ~calmed)


def strikes_from(taken: IntArray) -> IntArray:
    """What must be owed before a power is more likely than not to strike soon, hundredths; ``[...]``.

    ``taken`` is how likely it is of each kind of ``belief.KINDS``, ``[kind, ...]``, parts of a thousand.
    """
    by_then = np.cumsum(taken[_SOONEST_FIRST], axis=0) >= WHOLE // 2
    return integers(_STRIKES_FROM[_SOONEST_FIRST][by_then.argmax(axis=0)])


@lru_cache(maxsize=SCENARIOS)
def _enough(rules: Rules) -> IntArray:
    """What a mind of each kind takes to be enough for a strike, ``[kind, shown]``: by what a rival has shown so far."""
    seen = np.arange(-MOST_SEEN, MOST_SEEN + 1)[None]
    first = [first_belief(rules, mind, KINDS) for mind in KINDS]
    return np.concatenate([strikes_from(revised(each, KINDS, seen, np.zeros_like(seen))) for each in first])


def in_danger(rules: Rules, view: View, kind: IntArray, powers: IntArray) -> BoolArray:
    """Whether a rival is about to strike each of some powers, or powers exchange strikes at its home.

    ``kind`` is of whom it is asked, ``[game]``; the result is ``[power, game]``.
    """
    place, rival = np.nonzero(rules.rivals[:, powers].T)
    likely = likely_to_strike(rules, view, kind, rival, powers[place])
    between_powers = rules.fronts.home[powers] & rules.fronts.direct
    hot = view.seen.rung >= OPEN_EXCHANGE
    danger = [any_row(likely[place == each]) | any_row(hot[at]) for each, at in enumerate(between_powers)]
    return np.stack(danger)


def under_fire(rules: Rules, view: View) -> BoolArray:
    """Whether a group whose patron is of the other camp has done the seat harm that is not answered; ``[game]``."""
    strangers = rules.powers + which(rules.camp[rules.partners.patron] != rules.camp[view.seat])
    return any_row(felt(rules, view)[strangers] >= SOMETHING_OWED)
