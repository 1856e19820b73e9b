"""How fast the game is on this machine: the rows of ``main.py bench``, each beside a reference of the same run.

The reference is the same engine playing one game at a time, which is how a game played alone is resolved. It is *not*
a scalar engine in plain Python: there is no second engine of the whole game, and most of the ratio is what numpy's
calls cost in a batch of one. Of one rule there is a scalar reading; ``bench/bench_interception.py`` compares with it.

Single results are given as the 95th percentile of a few runs, in milliseconds of the processor's time. Beside each
figure stand the floor that it must reach and the aim.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from time import perf_counter, process_time

import numpy as np

from game.lab.match import match
from game.lab.processes import PROCESSES
from game.lab.simulate import play_at_random, play_tile, random_policy
from game.players.forecaster import LOOKED_ON, SAMPLES, Forecaster
from game.players.levels import Level
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.chance import game_keys
from game.rules.choices import Asked, open_slots, passes
from game.rules.effects import Recorder
from game.rules.state import State
from game.rules.tables import Rules, Stage
from game.rules.turn import advance, begin
from game.rules.view import View, view
from game.scenario.shipped import Loaded, load_scenario
from game.session.opponents import opponents, player_of

SCENARIO = "consulate"
BATCH = 4096
"""Games side by side in the rows of random play; a balance run plays larger tiles."""
_SEED = 1
_ALONE = 20
"""Games played one at a time for the reference."""
_BALANCE_RUN = 100_000
_BEST_SCRIPTS = ("opportunist", "always_calibrated")
"""Those with the highest mean scores of the scripted policies in ``docs/balance.md``."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure must reach on one core of two, and what it should; both in the unit of its row."""

    floor: float
    aim: float


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, the reference's where there is one, how many times as good the figure is, and what it must reach."""

    what: str
    unit: str
    figure: float
    reference: float | None = None
    target: Target | None = None

    @property
    def ratio(self) -> float | None:
        """The figure in terms of the reference."""
        return None if self.reference is None else round(self.figure / self.reference, 1)

    def as_data(self) -> dict[str, object]:
        """The row as plain data."""
        return {**asdict(self), "ratio": self.ratio}

    def line(self) -> str:
        """The row for people."""
        return f"{self.what}: {_told(self.figure)} {self.unit}".rstrip() + self._reference() + self._target()

    def _reference(self) -> str:
        if self.reference is None:
            return ""
        return f" (the same engine one game at a time {_told(self.reference)}: {self.ratio:g} times)"

    def _target(self) -> str:
        if self.target is None:
            return ""
        return f"; floor {_told(self.target.floor)}, aim {_told(self.target.aim)}"


def _told(number: float) -> str:
    return f"{number:,}".removesuffix(".0")


def rows(
    tile: int = BATCH, balance_run: int = _BALANCE_RUN, repeats: int = 20, match_games: int = 0
) -> Iterator[Row]:
    """Every row as soon as it is measured. ``repeats`` is how often a single result is worked out.

    A match is played only where ``match_games`` says of how many games: a game of it takes some seconds.
    """
    loaded = load_scenario(SCENARIO)
    few = max(3, repeats // 4)
    yield from _many_games(loaded.rules, tile)
    what = "one real turn, all stages, every change explained"
    yield Row(what, "ms", _turn(loaded.rules, repeats), target=Target(6, 3))
    yield from _forecasts(loaded, repeats)
    for level, target in ((Level.NORMAL, Target(250, 100)), (Level.HARD, Target(1_000, 500))):
        yield Row(f"a computer player's orders, {level}", "ms", _orders(loaded, level, few), target=target)
    what = f"{balance_run:,} games on {PROCESSES} processes"
    yield Row(what, "s", _balance_run(loaded.rules, balance_run), target=Target(3.5, 1.3))
    if match_games:
        yield _match(loaded, match_games)


def _many_games(rules: Rules, tile: int) -> Iterator[Row]:
    """Random legal play with the whole rules: a tile of games beside games one at a time.

    A decision is a power with more than one legal option at a stage. A choice is one of its slots with more than one
    legal option, given what it chose for the slots before: up to four of them make one decision. Both are counted
    in the same games, and divided by the seconds that playing them takes, counting aside.
    """
    _played(rules, np.arange(1))
    decisions, seconds = min((_played(rules, np.arange(tile)) for _ in range(3)), key=lambda each: each[1])
    alone = [_played(rules, np.array([game])) for game in range(_ALONE)]
    decisions_alone, seconds_alone = (sum(each) for each in zip(*alone, strict=True))
    choices, choices_alone = _choices(rules, tile), _choices(rules, _ALONE)
    for what, figure, reference, target in (
        ("decisions", decisions, decisions_alone, Target(1_000_000, 2_000_000)),
        ("choices (slots with more than one legal option)", choices, choices_alone, None),
        ("games", tile, _ALONE, Target(20_000, 40_000)),
    ):
        yield Row(
            f"{what} a second, random legal play, {tile:,} games side by side",
            "",
            round(figure / seconds),
            round(reference / seconds_alone, 1),
            target,
        )


def _choices(rules: Rules, games: int) -> int:
    """How many slots with more than one legal option there are in the first games of random play."""
    found = 0

    def counted(rules: Rules, state: State, keys: KeyArray, asked: Asked | None = None) -> IntArray:
        nonlocal found
        chosen = random_policy(rules, state, keys, asked)
        found += int(open_slots(rules, state, chosen).sum())
        return chosen

    play_tile(rules, counted, _SEED, integers(np.arange(games)))
    return found


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


def _forecasts(loaded: Loaded, repeats: int) -> Iterator[Row]:
    """The first draft of a turn; another one, which is what a changed dial costs; and the prospect of one."""
    seen, first = _opening(loaded.rules)
    forecaster = Forecaster(loaded.rules, 0, opponents(loaded.scenario, loaded.rules))
    start, stop = loaded.rules.options.menu[0, 0]
    drafts = [
        integers([option, *first[1:]]) for option in np.linspace(start, stop - 1, repeats, dtype=np.int32)
    ]
    started = _seconds(partial(forecaster.forecast, seen, first))
    what = f"forecast of this turn, {SAMPLES:,} samples, the first of the turn, whose worlds it imagines"
    yield Row(what, "ms", _at_worst([started]))
    turn = _at_worst([_seconds(partial(forecaster.forecast, seen, draft)) for draft in drafts])
    yield Row(f"forecast of this turn, {SAMPLES:,} samples, another draft", "ms", turn, target=Target(15, 6))
    forecaster.forecast(seen, first)
    to_the_end = [_seconds(lambda: list(forecaster.looking_on(seen, first))) for _ in range(3)]
    what = f"prospect to the end of the game, {LOOKED_ON:,} samples as the window shows it"
    yield Row(what, "ms", _at_worst(to_the_end), target=Target(150, 80))


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


def _match(loaded: Loaded, games: int) -> Row:
    """The share of games that hard wins against two of the best scripted policies, above the par of its seat."""
    found = match(loaded, Level.HARD, _BEST_SCRIPTS, games, _SEED)
    what = f"won by {Level.HARD} against {' and '.join(_BEST_SCRIPTS)}, {found.games} games"
    return Row(what, "%", round(100 * found.a_share.value, 1), target=Target(60, 75))


def _balance_run(rules: Rules, games: int) -> float:
    """Seconds by the clock, the start of the processes included."""
    started = perf_counter()
    for _ in play_at_random(rules, games, _SEED):
        pass
    return round(perf_counter() - started, 2)


def _seconds(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


def _at_worst(seconds: list[float]) -> float:
    """The 95th percentile, in milliseconds."""
    return round(1000 * float(np.percentile(seconds, 95)), 2)
