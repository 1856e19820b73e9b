"""What a seat takes its rivals to be like: at first like itself, then as they have dealt with others.

Mirror-imaging (rules.md §7; the essay, A 5) is the share ``mirror_image`` of the first belief; the assumption
``mirror_imaging`` takes it away. Every open strike of a rival then doubles the odds that it seeks force against those
that it seeks balance, and these against restraint; every blow that it took, and every promise that it held for, does
the reverse.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

import numpy as np

from game.players.doctrine import DEFAULT, FORCEFUL, RESTRAINED, Aim, Doctrine
from game.rules.arrays import IntArray, integers
from game.rules.tables import Rules
from game.rules.view import View

KINDS = (RESTRAINED, DEFAULT, FORCEFUL)
"""The kinds of rival that a computer player tells apart."""

WHOLE = 1000
"""Beliefs are parts of a thousand."""

TAKEN_TO = {
    Aim.RESTRAINT: "prefer quiet",
    Aim.BALANCE: "answer in measure",
    Aim.FORCE: "seek force",
}
"""What each kind of rival is taken to do, in words: "it takes Iran to …"."""

_LEAN = {Aim.RESTRAINT: -1, Aim.BALANCE: 0, Aim.FORCE: 1}
MOST_SEEN = 4
"""Strikes above restraint, or restraint above strikes, that still change a belief."""


def first_belief(rules: Rules, mind: Doctrine, kinds: tuple[Doctrine, ...]) -> IntArray:
    """How likely each kind of rival seems to ``mind`` before it has seen any, ``[kind]``, parts of a thousand."""
    return _first_belief(rules.numbers.mirror_image if rules.assumptions.mirror_imaging else 0, mind, kinds)


@cache
def _first_belief(mirror: int, mind: Doctrine, kinds: tuple[Doctrine, ...]) -> IntArray:
    belief = np.full(len(kinds), 10 * (100 - mirror) // len(kinds), dtype=np.int64)
    belief[nearest(mind, kinds)] += WHOLE - belief.sum()
    belief.flags.writeable = False
    return belief


@cache
def nearest(mind: Doctrine, kinds: tuple[Doctrine, ...]) -> int:
    """The kind whose parameters are most like those of ``mind``."""
    return min(range(len(kinds)), key=lambda kind: _distance(mind, kinds[kind]))


def _distance(one: Doctrine, other: Doctrine) -> int:
    numbers = [field.name for field in fields(Doctrine) if field.type in (int, "int")]
    apart = sum(abs(int(getattr(one, name)) - int(getattr(other, name))) for name in numbers)
    return apart + 100 * abs(_LEAN[one.aim] - _LEAN[other.aim])


def revised(first: IntArray, kinds: Sequence[Doctrine], struck: IntArray, held_back: IntArray) -> IntArray:
    """A belief after what was seen of powers, ``[power, game]`` each; the result is ``[kind, power, game]``.

    ``first`` is ``[kind]``, or ``[kind, game]`` where minds differ from game to game.
    """
    lean = np.array([_LEAN[kind.aim] for kind in kinds])[:, None, None]
    odds = first.reshape(len(kinds), 1, -1) << (MOST_SEEN + lean * shown(struck, held_back))
    return integers(WHOLE * odds // odds.sum(axis=0))


def shown(struck: IntArray, held_back: IntArray) -> IntArray:
    """How much more powers struck than they held back, as far as it changes a belief: from -4 to 4."""
    return integers(np.minimum(np.maximum(struck - held_back, -MOST_SEEN), MOST_SEEN))


@dataclass(frozen=True, slots=True)
class Belief:
    """What a seat takes every power to be like."""

    odds: IntArray
    """How likely each power is of each kind, ``[kind, power, game]``, parts of a thousand."""
    struck: IntArray
    """Turns in which each power openly struck another, ``[power, game]``."""
    held_back: IntArray
    """How often each power held back since it last struck, ``[power, game]``."""

    @property
    def likeliest(self) -> IntArray:
        """The kind that each power most likely is; ``[power, game]``."""
        return integers(self.odds.argmax(axis=0))


def belief(rules: Rules, mind: Doctrine, view: View, kinds: tuple[Doctrine, ...] = KINDS) -> Belief:
    """What ``mind`` makes of every power from what the view shows."""
    return _learnt(view, first_belief(rules, mind, kinds), kinds)


def beliefs(rules: Rules, kind: IntArray, view: View) -> Belief:
    """The same for minds that are most like the kind of ``KINDS`` with this number, ``[game]`` or ``[1]``."""
    first = np.stack([first_belief(rules, mind, KINDS) for mind in KINDS], axis=1)
    return _learnt(view, first[:, kind], KINDS)


def _learnt(view: View, first: IntArray, kinds: tuple[Doctrine, ...]) -> Belief:
    struck, held_back = integers(view.seen.blows.sum(axis=1)), integers(view.seen.held_back.sum(axis=1))
    return Belief(revised(first, kinds, struck, held_back), struck, held_back)
