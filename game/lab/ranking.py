"""Whether each level is stronger than the one below: matches of neighbouring levels, and the page that tells them.

A whole table takes hours, so that matches are played a few at a time and gathered in a file beside the page.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from game.lab.match import match
from game.players.levels import TOLD, Level
from game.scenario.shipped import Loaded

NEIGHBOURS: Final = tuple((str(upper), str(lower)) for lower, upper in pairwise(Level))
"""Each level with the one below it, from the weakest pair up."""

_EVEN: Final = 0.5
"""How often a level would score more than its equal."""

HEAD: Final = """# Levels

Written by `python main.py lab levels --write`; change the players, not this page.

One seat is played by a level, all others by the level below, in every seat and with the same dice. *Scored more* is
how often a level scored more than the level below did in the same seat with the same dice. It is stronger where the
whole 95 % interval of that is above one half; what is in bold is not shown to hold.

*Share won* is that of games in which the level came out highest above the par of its seat; parity is one in the number
of seats. It counts harm to others as gain, though this is no game of equal sums, and where all sides come to terms luck
decides most of it.
"""


@dataclass(frozen=True, slots=True)
class Ranked:
    """How a level fared against the one below it in a scenario; shares are parts of one."""

    scenario: str
    level: str
    against: str
    games: int
    seed: int
    share: float
    """Of games won above par of the seat; ``low`` and ``high`` are its interval."""
    low: float
    high: float
    parity: float
    better: float
    """How often it scored more in the same seat with the same dice; the next two are its interval."""
    better_low: float
    better_high: float
    war: float

    @property
    def stronger(self) -> bool:
        """Whether chance alone hardly explains that the level came out ahead."""
        return self.better_low > _EVEN

    @property
    def key(self) -> tuple[str, str]:
        """What it is a result of."""
        return self.scenario, self.level


def ranked(
    loaded: Loaded,
    pair: tuple[str, str],
    games: int,
    seed: int,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Ranked:
    """Play one level against the one below it, which sits in all other seats."""
    level, below = pair
    result = match(loaded, level, [below] * (loaded.rules.powers - 1), games, seed, progress)
    share, better = result.a_share, result.a_better
    return Ranked(
        scenario=loaded.scenario.id,
        level=level,
        against=below,
        games=result.games,
        seed=seed,
        share=round(share.value, 4),
        low=round(share.low, 4),
        high=round(share.high, 4),
        parity=result.parity,
        better=round(better.value, 4),
        better_low=round(better.low, 4),
        better_high=round(better.high, 4),
        war=round(result.war_rate.value, 4),
    )


def gathered(path: Path, new: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """What a file holds, if there is one, with new results in the place of older ones of the same match."""
    old = [Ranked(**each) for each in json.loads(path.read_text(encoding="utf-8"))] if path.exists() else []
    found = {each.key: each for each in (*old, *new)}
    levels = [level for level, _ in NEIGHBOURS]
    return tuple(sorted(found.values(), key=lambda each: (each.scenario, levels.index(each.level))))


def written(results: Sequence[Ranked], results_file: Path, page_file: Path) -> None:
    """Write the gathered results and their page."""
    data = json.dumps([asdict(each) for each in results], indent=1)
    results_file.write_text(data + "\n", encoding="utf-8")
    page_file.write_text(page(results), encoding="utf-8")


def page(results: Sequence[Ranked]) -> str:
    """The page as Markdown."""
    told = (f"- *{level}*: {TOLD[level]}" for level in Level)
    return "\n".join((HEAD, *told, "", *_table(results), ""))


def _table(results: Sequence[Ranked]) -> Iterator[str]:
    yield "| scenario | level | against | games | scored more (95 %) | stronger | share won (95 %) | parity | war |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for each in results:
        yield (
            f"| {each.scenario} | {each.level} | {each.against} | {each.games} "
            f"| {_between(each.better, each.better_low, each.better_high)} "
            f"| {'yes' if each.stronger else '**not shown**'} | {_between(each.share, each.low, each.high)} "
            f"| {_percent(each.parity)} | {_percent(each.war)} |"
        )


def lines(results: Sequence[Ranked]) -> Iterator[str]:
    """The results for a terminal."""
    for each in results:
        better = _between(each.better, each.better_low, each.better_high)
        won = _between(each.share, each.low, each.high)
        yield (
            f"{each.scenario}: {each.level} scored more than {each.against} in {better}; "
            f"won {won}, parity {_percent(each.parity)}, {each.games} games"
        )


def _between(share: float, low: float, high: float) -> str:
    return f"{_percent(share)} ({100 * low:.0f} to {100 * high:.0f})"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
