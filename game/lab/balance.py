"""Whether a scenario is balanced: a tournament and the play of the shipped doctrines, held against rules.md §13."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from game.lab.contestants import ANY_DOCTRINE, doctrines
from game.lab.decisive import ALWAYS_DECISIVE, war_of_decisive_rivals
from game.lab.occasions import Observed, observed
from game.lab.patrons import PATRONS
from game.lab.processes import PROCESSES
from game.lab.standings import Row, Seat
from game.lab.tournament import Field, Results, field_of, play
from game.players.levels import Level
from game.scenario.shipped import Loaded, load_scenario

_WAR: Final = (0.05, 0.35)
_MOST_BEST_REPLIES: Final = 0.35
_LEAST_SHORTFALL: Final = 0.8
_MOST_FAVOUR: Final = 1.5
_FAR_MORE: Final = 1.5
_SIMPLE: Final = ("absorb", "talk", "always_decisive")
_STORIES: Final = {"exchanges_closed": 0.15, "brinks": 0.05}
OBSERVED_GAMES: Final = 2000
"""Games among the shipped doctrines that are watched for ends, stories and the use of orders."""
STRONG_GAMES: Final = 48
"""Games among players of the level *normal*, which choose among doctrines by where they lead, watched for orders."""
DECISIVE_GAMES: Final = 500
"""Games of every two rivals that are always decisive."""
_LEAST_GAMES: Final = 40_000
"""Games that a tournament has at least: of two powers and two turns, twenty a lineup leave the best reply to chance."""
_A_LESSON: Final = 3
"""A scenario of fewer turns is a lesson: nothing has the time to get out of hand in it, or to be settled."""


@dataclass(frozen=True, slots=True)
class Check:
    """One sentence of rules.md §13, and whether it holds."""

    rule: str
    holds: bool
    found: str


class Balance:
    """What is known of the balance of one scenario."""

    def __init__(
        self,
        loaded: Loaded,
        results: Results,
        seen: Observed,
        strong: Observed,
        seed: int,
        decisive_war: float | None = None,
    ) -> None:
        self.scenario = loaded.scenario.id
        self.title = loaded.scenario.title
        self.powers = list(loaded.scenario.powers)
        self.seats = [Seat(results, seat) for seat in range(len(self.powers))]
        self.seen = seen
        self.strong = strong
        self.seed = seed
        self.decisive_war = decisive_war
        """Share of wars where two rivals are always decisive; nothing where that policy took no part."""
        self.lesson = loaded.rules.turns < _A_LESSON
        self._results = results
        self._adaptive = [set(doctrines(loaded, seat)) for seat in range(len(self.powers))]

    @property
    def games(self) -> int:
        """All games of the tournament."""
        return int(self._results.war.size)

    @property
    def war_rate(self) -> float:
        """Share of regional wars among the shipped doctrines."""
        return float(self.seen.summary["ends"]["regional_war"] / self.seen.summary["games"])

    @property
    def scores(self) -> dict[str, float]:
        """Mean score of each power among the shipped doctrines."""
        found: dict[str, float] = self.seen.summary["mean_score"]
        return found

    def dominant(self) -> tuple[str, ...]:
        """Dominant policies as ``power:policy``."""
        return tuple(
            f"{power}:{policy}"
            for power, seat in zip(self.powers, self.seats, strict=True)
            for policy in seat.dominant()
        )

    def unused(self) -> tuple[str, ...]:
        """Orders that neither doctrines nor stronger players give on one occasion in a hundred."""
        used = self.strong.used()
        return tuple(order for order in self.seen.unused() if order not in used)

    def checks(self) -> Iterator[Check]:
        """Every sentence of rules.md §13 that these players can decide."""
        dominant = self.dominant()
        yield Check("No policy is dominant", not dominant, ", ".join(dominant) or "none is")
        for power, seat, adaptive in zip(self.powers, self.seats, self._adaptive, strict=True):
            yield from _of_seat(power, {row.policy: row for row in seat.rows()}, adaptive)
        favour = max(self.scores.values()) - min(self.scores.values())
        told = ", ".join(f"{power} {score:.2f}" for power, score in self.scores.items())
        yield Check("No power is favoured by more than 1.5 points", favour <= _MOST_FAVOUR, told)
        if not self.lesson:
            yield from self._of_dangers()
            yield from self._of_stories()

    def _of_dangers(self) -> Iterator[Check]:
        low, high = _WAR
        told = f"{100 * self.war_rate:.1f} % among doctrines"
        yield Check("Regional war in 5 to 35 % of games", low <= self.war_rate <= high, told)
        if self.decisive_war is not None:
            told = f"{100 * self.decisive_war:.1f} % against {100 * self.war_rate:.1f} % among doctrines"
            rule = "War is far likelier where two rivals are always decisive"
            yield Check(rule, self.decisive_war >= _FAR_MORE * self.war_rate, told)

    def _of_stories(self) -> Iterator[Check]:
        summary = self.seen.summary
        for story, least in _STORIES.items():
            part = summary["stories"][story] / summary["games"]
            rule = f"{story.replace('_', ' ').capitalize()} in at least {100 * least:.0f} % of games"
            yield Check(rule, part >= least, f"{100 * part:.1f} %")
        settled = summary["ends"]["settlement"] / summary["games"]
        yield Check("A settlement is within reach", settled > 0, f"{100 * settled:.1f} %")

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        seats = list(zip(self.powers, self.seats, strict=True))
        return {
            "payoff": {power: seat.payoff(self.powers) for power, seat in seats},
            "best_replies": {power: seat.best_replies(self.powers) for power, seat in seats},
            "policies": {power: [_row(row) for row in seat.rows()] for power, seat in seats},
            "dominant_policies": list(self.dominant()),
            "unused_orders": list(self.unused()),
            "orders": {
                power: {order: {**asdict(use), "share": round(use.share, 4)} for order, use in uses.items()}
                for power, uses in self.seen.uses.items()
            },
            "war_rate": round(self.war_rate, 4),
            "war_rate_two_decisive": self.decisive_war,
            "mean_score_by_power": self.scores,
            "ends": self.seen.summary["ends"],
            "stories": self.seen.summary["stories"],
            "governments_fallen": self.seen.summary["governments_fallen"],
            "checks": [asdict(check) for check in self.checks()],
            "games": self.games,
            "games_of_doctrines": self.seen.summary["games"],
            "seed": self.seed,
        }


def _of_seat(power: str, rows: dict[str, Row], adaptive: set[str]) -> Iterator[Check]:
    most = max(rows.values(), key=lambda row: row.best_reply_in)
    told = f"{most.policy} is best in {100 * most.best_reply_in:.0f} %"
    holds = most.best_reply_in <= _MOST_BEST_REPLIES
    yield Check(f"{power}: no policy is the best reply to more than 35 %", holds, told)
    best = max((rows[name].score.value for name in adaptive & set(rows)), default=None)
    if best is not None:
        for name in _SIMPLE:
            if name in rows:
                own = rows[name].score.value
                told = f"{own:.2f} against {best:.2f} of its best doctrine"
                yield Check(f"{power}: {name} scores below adaptive play", own < best, told)
    if "match_owed" in rows:
        short = rows["match_owed"].short_of_best
        yield Check(
            f"{power}: match_owed is at least 0.8 short of the best reply",
            short >= _LEAST_SHORTFALL,
            f"{short:.2f} short",
        )
    if set(PATRONS) <= set(rows):
        told = ", ".join(f"{name} {100 * rows[name].best_reply_in:.0f} %" for name in PATRONS)
        holds = all(rows[name].best_reply_in > 0 for name in PATRONS)
        yield Check(f"{power}: each habit of a patron is best against somebody", holds, told)


def _row(row: Row) -> dict[str, Any]:
    return {
        "policy": row.policy,
        "mean": round(row.score.value, 3),
        "low": round(row.score.low, 3),
        "high": round(row.score.high, 3),
        "war_rate": round(row.war, 4),
        "best_reply_in": round(row.best_reply_in, 4),
        "short_of_best": round(row.short_of_best, 3),
    }


def balance(
    scenario: str,
    policies: Sequence[str],
    games: int,
    seed: int,
    processes: int = PROCESSES,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Balance:
    """Play the tournament of a scenario with ``games`` games a lineup, and watch its computer players.

    Where all shipped players of two powers take part, lineups are few, and each plays more often.
    """
    loaded = load_scenario(scenario)
    field = field_of(loaded, scenario, policies)
    results = play(field, games_of_each(field, policies, games), seed, processes, progress)
    return judged(loaded, results, seed, observed(loaded, STRONG_GAMES, seed, Level.NORMAL))


def games_of_each(field: Field, policies: Sequence[str], games: int) -> int:
    """How many games each lineup plays: those asked for, and more where all take part and lineups are few."""
    return games if policies else max(games, _LEAST_GAMES // len(field.lineups))


def judged(loaded: Loaded, results: Results, seed: int, strong: Observed | None = None) -> Balance:
    """What a tournament of a scenario, and its doctrines among themselves, say of its balance.

    Games of stronger players are slow, and tell only which orders are used: nothing is said of that without them.
    """
    seen = observed(loaded, OBSERVED_GAMES, seed, ANY_DOCTRINE)
    decisive = all(ALWAYS_DECISIVE in names for names in results.field.players)
    war = war_of_decisive_rivals(loaded, DECISIVE_GAMES, seed) if decisive else None
    return Balance(loaded, results, seen, strong or seen, seed, war)


def unused_everywhere(balances: Sequence[Balance]) -> tuple[str, ...]:
    """Orders that are unused in every scenario in which they were legal."""
    used = {name for each in balances for seen in (each.seen, each.strong) for name in seen.used()}
    unused = dict.fromkeys(name for each in balances for name in each.unused())
    return tuple(name for name in unused if name not in used)
