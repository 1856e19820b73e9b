"""What hangs on which contested mechanism: a tournament as the scenario has them, and with each switched in turn.

All tournaments have the same dice, so that a mechanism is told from luck by what it changes in one and the same game.
Intervals hold for all the figures of a scenario at once (Bonferroni): of a hundred that were compared, each alone at
95 %, five would seem to differ by luck.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from math import sqrt
from statistics import NormalDist
from typing import Any, Final, NamedTuple

import numpy as np

from game.lab.balance import Balance, Check, games_of_each, judged
from game.lab.outlook import Estimate
from game.lab.processes import PROCESSES
from game.lab.tournament import Field, Results, field_of, play
from game.rules.tables import Ending
from game.scenario.models import Scenario
from game.scenario.shipped import Loaded, load_scenario
from game.scenario.switches import mechanisms, switched

_WRONG: Final = 0.05
"""How likely luck alone may put some figure of a scenario beyond chance."""

_LEAST: Final = 0.01
"""A smaller change is not worth telling, however sure: of points, of percent, of people killed in a game."""


class Kind(StrEnum):
    """What is compared: shares of games in percent, mean scores in points, people killed in a game."""

    WAR = "regional_war"
    SETTLEMENT = "settlement"
    FALL = "government_fell"
    SCORE = "mean_score"
    KILLED = "killed"


class Outcome(NamedTuple):
    """One figure of a tournament; ``of`` is the power or the population that it is about."""

    kind: Kind
    of: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure without and with a switch, and by how much the switch changes it, with its interval."""

    before: float
    after: float
    by: Estimate
    same: bool
    """Whether it is the same to the digit, whatever the dice."""

    @property
    def beyond_chance(self) -> bool:
        """Whether luck hardly explains the difference, and it is large enough to tell."""
        return abs(self.by.value) >= _LEAST and not self.by.low <= 0 <= self.by.high


@dataclass(frozen=True, slots=True)
class Best:
    """Which policy of a power scores highest against all combinations of rivals, without and with a switch."""

    before: str
    after: str
    lead: Estimate
    """By how much the one after leads the one before where the mechanism is switched, points."""
    beyond_chance: bool
    """Whether they are two, and each is ahead of the other in its own rules by more than luck explains."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule of balance that holds without a switch and not with it, or the other way round."""

    before: Check
    after: Check
    firm: bool
    """Whether both halves of the games say the same, each on its own."""


@dataclass(frozen=True, slots=True)
class Switched:
    """What a tournament comes to where one mechanism is the other way round."""

    mechanism: str
    changes: dict[Outcome, Change]
    best: dict[str, Best]
    verdicts: tuple[Verdict, ...]

    @property
    def beyond_chance(self) -> dict[Outcome, Change]:
        """The changes that luck hardly explains."""
        return {outcome: change for outcome, change in self.changes.items() if change.beyond_chance}

    @property
    def changes_nothing(self) -> bool:
        """Whether every figure is the same to the digit."""
        return all(change.same for change in self.changes.values())


@dataclass(frozen=True, slots=True)
class Theories:
    """All tournaments of a scenario beside each other."""

    scenario: Scenario
    field: Field
    games: int
    """Games of each lineup."""
    seed: int
    checks: tuple[Check, ...]
    """The rules of balance as the scenario has its mechanisms."""
    switches: tuple[Switched, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The figures that are compared."""
        return tuple(outcomes(self.scenario))

    def steady(self) -> tuple[Outcome, ...]:
        """Figures that no switch changes beyond chance."""
        return tuple(
            each
            for each in self.outcomes
            if not any(one.changes[each].beyond_chance for one in self.switches)
        )

    def held(self) -> tuple[Check, ...]:
        """Rules of balance that hold whichever mechanism is switched."""
        other = {each.before.rule for one in self.switches for each in one.verdicts}
        return tuple(check for check in self.checks if check.holds and check.rule not in other)

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "games": self.games,
            "lineups": len(self.field.lineups),
            "seed": self.seed,
            "checks": [asdict(check) for check in self.checks],
            "switches": {
                one.mechanism: {
                    "figures": {
                        ":".join(filter(None, outcome)): {
                            **asdict(change),
                            "beyond_chance": change.beyond_chance,
                        }
                        for outcome, change in one.changes.items()
                    },
                    "best": {power: asdict(best) for power, best in one.best.items()},
                    "rules": [asdict(verdict) for verdict in one.verdicts],
                }
                for one in self.switches
            },
        }


def outcomes(scenario: Scenario) -> Iterator[Outcome]:
    """The figures of a scenario, in the order of ``_figures``."""
    yield from (Outcome(Kind.WAR), Outcome(Kind.SETTLEMENT))
    yield from (Outcome(Kind.FALL, power) for power in scenario.powers)
    yield from (Outcome(Kind.SCORE, power) for power in scenario.powers)
    yield from (Outcome(Kind.KILLED, people) for people in scenario.populations)


def _figures(results: Results) -> Any:
    """The mean of every figure over all lineups that play with the same dice, ``[outcome, game]``."""
    lineups = tuple(range(len(results.field.players)))
    parts = (
        100 * (results.ending == Ending.REGIONAL_WAR)[..., None, :],
        100 * (results.ending == Ending.SETTLEMENT)[..., None, :],
        100 * (results.fell > 0),
        results.scores / 100,
        results.killed,
    )
    return np.concatenate([part.mean(axis=lineups) for part in parts])


def theories(
    scenario: str,
    policies: Sequence[str],
    games: int,
    seed: int,
    processes: int = PROCESSES,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Theories:
    """Play the tournament of a scenario as it is and with each mechanism switched; the same dice for all.

    ``progress`` is told lineups done and in all. Raises ScenarioError, UnknownContestant.
    """
    loaded = load_scenario(scenario)
    field = field_of(loaded, scenario, policies)
    games = games_of_each(field, policies, games)
    names = [name for name, _ in mechanisms(loaded.scenario)]

    def played(place: int, *switch: str) -> "_Played":
        def told(done: int, of: int) -> None:
            progress(place * of + done, (len(names) + 1) * of)

        results = play(replace(field, switched=switch), games, seed, processes, told)
        return _Played(switched(loaded, switch), results, seed)

    before = played(0)
    switches = tuple(_compared(name, before, played(place, name)) for place, name in enumerate(names, 1))
    return Theories(loaded.scenario, field, games, seed, tuple(before.balance.checks()), switches)


class _Played:
    """One tournament: its figures, and what it says of balance as a whole and in each half of its games."""

    def __init__(self, loaded: Loaded, results: Results, seed: int) -> None:
        self.loaded = loaded
        self.figures = _figures(results)
        self.balance = judged(loaded, results, seed)
        self.means = [seat.scores.mean(axis=1) / 100 for seat in self.balance.seats]
        """For every seat its policies' mean scores over all rivals, points, ``[policy, game]``."""
        self._results = results
        self._halves: list[dict[str, bool]] = []

    def halves(self) -> list[dict[str, bool]]:
        """Whether each rule of balance holds in each half of the games, with other dice among the doctrines too."""
        if not self._halves:
            self._halves = [_holds(self._half(half)) for half in (0, 1)]
        return self._halves

    def _half(self, half: int) -> Balance:
        some = self._results.of_games(slice(half, None, 2))
        return judged(self.loaded, some, self.balance.seed + 1 + half)


def _holds(balance: Balance) -> dict[str, bool]:
    return {check.rule: check.holds for check in balance.checks()}


def _compared(name: str, before: _Played, after: _Played) -> Switched:
    scenario = before.loaded.scenario
    told, seats = tuple(outcomes(scenario)), before.balance.seats
    count = len(list(mechanisms(scenario)))
    figures = zip(told, before.figures, after.figures, strict=True)
    policies = zip(scenario.powers, seats, before.means, after.means, strict=True)
    return Switched(
        name,
        {outcome: _change(old, new, count * len(told)) for outcome, old, new in figures},
        {
            power: _best(seat.policies, old, new, count * sum(len(each.policies) for each in seats))
            for power, seat, old, new in policies
        },
        tuple(_verdicts(before, after)),
    )


def _change(before: Any, after: Any, comparisons: int) -> Change:
    """A figure without and with a switch, ``[game]`` each."""
    by = paired(after - before, comparisons)
    return Change(float(before.mean()), float(after.mean()), by, bool((before == after).all()))


def _best(policies: Sequence[str], before: Any, after: Any, comparisons: int) -> Best:
    """The policies that score highest without and with a switch; mean scores ``[policy, game]`` each."""
    first, then = (int(means.mean(axis=1).argmax()) for means in (before, after))
    lead = paired(after[then] - after[first], comparisons)
    ahead = paired(before[first] - before[then], comparisons)
    return Best(policies[first], policies[then], lead, lead.low > 0 and ahead.low > 0)


def _verdicts(before: _Played, after: _Played) -> Iterator[Verdict]:
    for old, new in zip(before.balance.checks(), after.balance.checks(), strict=True):
        if old.holds != new.holds:
            firm = all(half[old.rule] == old.holds for half in before.halves())
            firm = firm and all(half[new.rule] == new.holds for half in after.halves())
            yield Verdict(old, new, firm)


def paired(differences: Any, comparisons: int) -> Estimate:
    """The mean of differences of games with the same dice, and the interval that holds for all comparisons at once."""
    games = len(differences)
    middle = float(np.mean(differences))
    reach = _quantile(comparisons, games - 1) * float(np.std(differences, ddof=1)) / sqrt(games)
    return Estimate(middle, middle - reach, middle + reach)


def _quantile(comparisons: int, freedom: int) -> float:
    """Student's t that none of so many comparisons exceeds by luck (Abramowitz and Stegun 1964, 26.7.5)."""
    z = NormalDist().inv_cdf(1 - _WRONG / (2 * comparisons))
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
