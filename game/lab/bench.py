"""How fast the game is on this machine: the rows of ``main.py bench``, each beside a reference of the same run.

The reference is the same engine playing one game at a time, which is how a game played alone is resolved: there is no
second engine. Single results are given as the 95th percentile of a few runs, in milliseconds of the processor's time.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cache, partial
from time import perf_counter, process_time

import numpy as np

from game.lab.processes import PROCESSES, worked
from game.lab.simulate import TILE, play_tile, random_policy
from game.players.forecast import Forecaster
from game.players.levels import Level
from game.rules.arrays import IntArray, integers
from game.rules.chance import game_keys
from game.rules.choices import passes
from game.rules.effects import Recorder
from game.rules.tables import Rules, Stage
from game.rules.turn import advance, begin
from game.rules.view import View, view
from game.scenario.shipped import Loaded, load_scenario
from game.session.opponents import opponents, player_of

SCENARIO = "consulate"
_SEED = 1
_ALONE = 20
"""Games played one at a time for the reference."""
_BALANCE_RUN = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, the reference's where there is one, and how many times as good the figure is."""

    what: str
    unit: str
    figure: float
    reference: float | None = None

    @property
    def ratio(self) -> float | None:
        """The figure in terms of the reference."""
        return None if self.reference is None else round(self.figure / self.reference, 1)

    def as_data(self) -> dict[str, object]:
        """The row as plain data."""
        return {**asdict(self), "ratio": self.ratio}

    def line(self) -> str:
        """The row for people."""
        figure = f"{self.what}: {self.figure:,g} {self.unit}".rstrip()
        if self.reference is None:
            return figure
        return f"{figure} (one game at a time {self.reference:,g}: {self.ratio:g} times)"


def rows(tile: int = TILE, balance_run: int = _BALANCE_RUN, repeats: int = 20) -> Iterator[Row]:
    """Every row as soon as it is measured. ``repeats`` is how often a single result is worked out."""
    loaded = load_scenario(SCENARIO)
    yield from _many_games(loaded.rules, tile)
    yield Row("one real turn, all stages, every change explained", "ms", _turn(loaded.rules, repeats))
    yield Row("forecast of this turn, 2,000 samples, another draft", "ms", _forecast(loaded, repeats))
    for level in (Level.NORMAL, Level.HARD):
        yield Row(f"a computer player's orders, {level}", "ms", _orders(loaded, level, max(3, repeats // 4)))
    yield Row(f"{balance_run:,} games on {PROCESSES} processes", "s", _balance_run(balance_run))


def _many_games(rules: Rules, tile: int) -> Iterator[Row]:
    """Random legal play with the whole rules: a tile of games beside games one at a time."""
    _played(rules, np.arange(1))
    decisions, seconds = min((_played(rules, np.arange(tile)) for _ in range(3)), key=lambda each: each[1])
    alone = [_played(rules, np.array([game])) for game in range(_ALONE)]
    decisions_alone, seconds_alone = (sum(each) for each in zip(*alone, strict=True))
    what = f"random legal play, {tile:,} games side by side"
    yield Row(
        f"decisions a second, {what}", "", round(decisions / seconds), round(decisions_alone / seconds_alone)
    )
    yield Row(f"games a second, {what}", "", round(tile / seconds), round(_ALONE / seconds_alone, 1))


def _played(rules: Rules, games: IntArray) -> tuple[int, float]:
    """Decisions in these games, and seconds of the processor."""
    started = process_time()
    decisions = play_tile(rules, random_policy, _SEED, integers(games)).decisions
    return decisions, process_time() - started


def _turn(rules: Rules, repeats: int) -> float:
    """The first turn of games in which all play at random; what they choose is not counted."""
    return _at_worst([_one_turn(rules, game) for game in range(repeats)])


def _one_turn(rules: Rules, game: int) -> float:
    keys, seconds, recorder = game_keys(_SEED, integers([game])), 0.0, Recorder()
    state = begin(rules, keys)
    for _ in Stage:
        choices = random_policy(rules, state, keys)
        started = process_time()
        state = advance(rules, state, choices, keys, recorder).state
        seconds += process_time() - started
    return seconds


def _forecast(loaded: Loaded, repeats: int) -> float:
    """Another draft of a turn that is already imagined: what a changed dial costs."""
    seen, first = _opening(loaded.rules)
    forecaster = Forecaster(loaded.rules, 0, opponents(loaded.scenario, loaded.rules))
    start, stop = loaded.rules.options.menu[0, 0]
    drafts = [
        integers([option, *first[1:]]) for option in np.linspace(start, stop - 1, repeats, dtype=np.int32)
    ]
    forecaster.forecast(seen, first)
    return _at_worst([_seconds(partial(forecaster.forecast, seen, draft)) for draft in drafts])


def _orders(loaded: Loaded, level: Level, repeats: int) -> float:
    """The first orders of the first power."""
    seen, _ = _opening(loaded.rules)
    mixtures = opponents(loaded.scenario, loaded.rules)
    player = player_of(mixtures, loaded.rules, 0, mixtures[0].players[0].doctrine.name, level)
    keys = game_keys(_SEED, integers([0]))
    return _at_worst([_seconds(partial(player.choose, seen, keys)) for _ in range(repeats)])


def _opening(rules: Rules) -> tuple[View, IntArray]:
    """What the first power sees at the start, and orders that pass."""
    keys = game_keys(_SEED, integers([0]))
    return view(rules, begin(rules, keys), 0, keys), passes(rules, Stage.ORDERS, 1)[0, :, 0]


def _balance_run(games: int) -> float:
    """Seconds by the clock, the start of the processes included."""
    started = perf_counter()
    pieces = [(first, min(TILE, games - first)) for first in range(0, games, TILE)]
    for _ in worked(_piece, pieces, PROCESSES):
        pass
    return round(perf_counter() - started, 2)


def _piece(number: int, games: int) -> int:
    """Play a piece of a balance run in a process of its own; how many decisions there were."""
    first = np.arange(number, number + games)
    return _played(_rules(), first)[0]


@cache
def _rules() -> Rules:
    """The rules of the scenario, compiled once in each process."""
    return load_scenario(SCENARIO).rules


def _seconds(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


def _at_worst(seconds: list[float]) -> float:
    """The 95th percentile, in milliseconds."""
    return round(1000 * float(np.percentile(seconds, 95)), 2)
