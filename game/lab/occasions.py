"""How computer players play: how their games end, and how often they give each order when they may."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.lab.contestants import contestant
from game.lab.simulate import Policy, doctrine_policy, play, summarise
from game.rules.arrays import IntArray, KeyArray
from game.rules.choices import Asked, after, legal, means
from game.rules.state import State
from game.rules.tables import Rules, Slot, Stage, slots_of
from game.scenario.shipped import Loaded

RARELY: Final = 0.01
"""An order is unused when it is given on a smaller share of the occasions on which it is legal."""


@dataclass(frozen=True, slots=True)
class Use:
    """How often an order was legal, and how often it was given then."""

    occasions: int
    given: int

    @property
    def share(self) -> float:
        """Given when legal; 0 where it never was."""
        return self.given / self.occasions if self.occasions else 0.0


@dataclass(frozen=True, slots=True)
class Observed:
    """Games of computer players of one kind."""

    summary: dict[str, Any]
    """Ends, scores and stories, as a simulation tells them."""
    uses: dict[str, dict[str, Use]]
    """For each power, its orders."""

    def unused(self) -> tuple[str, ...]:
        """Orders that were legal and hardly ever given, as ``power:order``."""
        return tuple(name for name, use in self._named() if use.occasions and use.share < RARELY)

    def used(self) -> tuple[str, ...]:
        """Orders that were given on enough of their occasions."""
        return tuple(name for name, use in self._named() if use.occasions and use.share >= RARELY)

    def _named(self) -> Iterator[tuple[str, Use]]:
        for power, orders in self.uses.items():
            yield from ((f"{power}:{order}", use) for order, use in orders.items())


def observed(loaded: Loaded, games: int, seed: int, player: str) -> Observed:
    """Let computer players of one kind (a contestant's name) play every seat, and watch what they order."""
    seated = [contestant(loaded, seat, player) for seat in range(loaded.rules.powers)]
    watch = _Watch(loaded.rules, doctrine_policy(seated))
    summary = summarise(loaded.rules, list(play(loaded.rules, watch, games, seed)))
    return Observed(summary, {power: watch.uses(seat) for seat, power in enumerate(loaded.scenario.powers)})


class _Watch:
    """A policy that counts, order by order, on how many occasions it was legal and chosen."""

    def __init__(self, rules: Rules, policy: Policy) -> None:
        self._rules = rules
        self._policy = policy
        shape = (rules.powers, len(rules.options.orders))
        self._legal = np.zeros(shape, dtype=np.int64)
        self._given = np.zeros(shape, dtype=np.int64)

    def __call__(self, rules: Rules, state: State, keys: KeyArray, asked: Asked | None = None) -> IntArray:
        choices = self._policy(rules, state, keys, asked)
        for power in range(rules.powers):
            left = means(state, power)
            for place, slot in enumerate(slots_of(Stage(state.stage))):
                allowed = legal(rules, state, power, slot, left, asked.met if asked else None)
                self._note(power, slot, allowed, choices[power, place])
                left = after(rules, left, choices[power, place])
        return choices

    def _note(self, power: int, slot: Slot, allowed: Any, chosen: IntArray) -> None:
        first, last = self._rules.options.menu[power, slot]
        order = self._rules.options.order[first:last]
        starts = np.flatnonzero(np.diff(order, prepend=-2))
        occasions = np.logical_or.reduceat(allowed, starts, axis=0).sum(axis=1)
        np.add.at(self._legal[power], order[starts], occasions)
        counts = np.bincount(chosen - first, minlength=last - first)
        np.add.at(self._given[power], order, counts)

    def uses(self, power: int) -> dict[str, Use]:
        """The orders of a power, pass and the like aside."""
        options, first = self._rules.options, set()
        for slot in Slot:
            if (power, slot) in options.menu:
                first.add(int(options.order[options.menu[power, slot][0]]))
        own = sorted(set(options.order[options.power == power].tolist()) - first)
        return {
            options.orders[order]: Use(int(self._legal[power, order]), int(self._given[power, order]))
            for order in own
            if order >= 0
        }
