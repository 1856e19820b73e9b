"""A match: one player against others, in every seat, with the same dice.

All orders in which the players can sit down are played with the same games' dice, so that neither luck nor a seat that
scores high anyway decides. A game is won by whoever scores highest *above the par of its seat*: what that seat scored
on average over the match, regional wars aside. Ties are split. A regional war, which has no score for anybody, is
split evenly too: parity stays at one in the number of seats, and the share of wars is reported beside it.

That share rewards harm to the others as much as gain, and the game is not one of equal sums. ``a_better`` does not: it
compares what ``a`` scored in a seat with what each other player scored in the same seat with the same dice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import permutations
from typing import Any, Final

import numpy as np

from game.errors import CalibratedError
from game.lab.contestants import contestant
from game.lab.outlook import Estimate, mean_share, share
from game.lab.simulate import Tile, doctrine_policy, play_tile
from game.rules.arrays import BoolArray, IntArray
from game.rules.tables import Ending
from game.scenario.shipped import Loaded

AT_ONCE: Final = 512
"""Games of one seating that are played side by side; progress is told after each batch."""


class WrongMatch(CalibratedError):
    """Players that do not fit the scenario's seats; the message says how many it takes."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a match ended. Shares are of games, scores are points."""

    scenario: str
    a: str
    b: tuple[str, ...]
    games: int
    seed: int
    a_share: Estimate
    """Share of games that ``a`` won, above par of its seat; the interval is over the dice."""
    a_share_raw: Estimate
    """The same by plain scores."""
    a_better: Estimate
    """How often ``a`` scored more than another player did in the same seat with the same dice; parity is one half."""
    parity: float
    """The share of a player that is no better than the others."""
    war_rate: Estimate
    par: dict[str, float]
    """Mean score of each power, regional wars aside."""
    mean_score: dict[str, dict[str, float]]
    """Mean score of each power when played by each player, regional wars included as nothing."""

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON: shares as numbers, their intervals beside them."""
        data: dict[str, Any] = {}
        for name, value in asdict(self).items():
            estimate = getattr(self, name)
            if isinstance(estimate, Estimate):
                data[name] = round(estimate.value, 4)
                data[f"{name}_interval"] = [round(estimate.low, 4), round(estimate.high, 4)]
            else:
                data[name] = value
        return data


@dataclass(frozen=True, slots=True)
class _Ends:
    """All games of a match: arrays ``[seating, power, game]`` and ``[seating, game]``."""

    seatings: tuple[tuple[int, ...], ...]
    """Which player sits where: for every seating, the player's number by seat; 0 is ``a``."""
    scores: IntArray
    war: BoolArray


def match(
    loaded: Loaded,
    a: str,
    b: Sequence[str],
    games: int,
    seed: int,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Match:
    """Play ``games`` games, rounded up to as many of every seating; ``progress`` is told games done and in all.

    Raises WrongMatch if the players are not as many as the seats, UnknownContestant for a name nobody has.
    """
    players, powers = (a, *b), list(loaded.scenario.powers)
    if len(players) != len(powers):
        raise WrongMatch(
            f"{loaded.scenario.id} has {len(powers)} seats: name --a once and --b {len(powers) - 1} times."
        )
    ends = _played(loaded, players, games, seed, progress)
    par = _par(ends)
    won = _won(ends, ends.scores - par[None, :, None])
    return Match(
        scenario=loaded.scenario.id,
        a=a,
        b=tuple(b),
        games=ends.war.size,
        seed=seed,
        a_share=mean_share(won.mean(axis=0)),
        a_share_raw=mean_share(_won(ends, ends.scores.astype(np.float64)).mean(axis=0)),
        a_better=mean_share(_better(ends)),
        parity=round(1 / len(powers), 4),
        war_rate=share(ends.war.ravel()),
        par={power: round(float(par[seat]) / 100, 3) for seat, power in enumerate(powers)},
        mean_score={power: _by_player(ends, players, seat) for seat, power in enumerate(powers)},
    )


def _played(
    loaded: Loaded, players: tuple[str, ...], games: int, seed: int, progress: Callable[[int, int], None]
) -> _Ends:
    """Every seating with the same dice; one in which two others of one name would only change places is left out."""
    numbers = [0, *(1 + players[1:].index(player) for player in players[1:])]
    seatings = tuple(dict.fromkeys(permutations(numbers)))
    each, done = -(-games // len(seatings)), 0
    found: list[list[Tile]] = []
    for seating in seatings:
        found.append([])
        for tile in _of_seating(loaded, [players[player] for player in seating], each, seed):
            found[-1].append(tile)
            done += len(tile.ending)
            progress(done, len(seatings) * each)
    played = [Tile.joined(tiles) for tiles in found]
    war = np.stack([each.ending for each in played]) == Ending.REGIONAL_WAR
    return _Ends(seatings, np.stack([each.scores for each in played]), war)


def _of_seating(loaded: Loaded, players: Sequence[str], games: int, seed: int) -> Iterator[Tile]:
    seated = [contestant(loaded, seat, player) for seat, player in enumerate(players)]
    policy = doctrine_policy(seated)
    for first in range(0, games, AT_ONCE):
        numbers = np.arange(first, min(first + AT_ONCE, games), dtype=np.int32)
        yield play_tile(loaded.rules, policy, seed, numbers)


def _par(ends: _Ends) -> Any:
    """The mean score of each seat over all games without a regional war, hundredths; ``[power]``."""
    peace = ~ends.war[:, None, :]
    return (ends.scores * peace).sum(axis=(0, 2)) / max(int(peace.sum()), 1)


def _won(ends: _Ends, scores: Any) -> Any:
    """The part of each game that ``a`` won, ``[seating, game]``: 0 to 1."""
    best = scores == scores.max(axis=1, keepdims=True)
    seats = np.array([[player == 0 for player in seating] for seating in ends.seatings])
    parts = np.where(ends.war[:, None, :], 1 / scores.shape[1], best / best.sum(axis=1, keepdims=True))
    return (parts * seats[:, :, None]).sum(axis=1)


def _better(ends: _Ends) -> Any:
    """The share of comparisons with others in the same seat that ``a`` wins, ties half, ``[game]``."""
    seated = np.array(ends.seatings)
    won = []
    for seat in range(seated.shape[1]):
        own, other = (ends.scores[who, seat] for who in (seated[:, seat] == 0, seated[:, seat] != 0))
        won.append((np.sign(own[:, None] - other).mean(axis=(0, 1)) + 1) / 2)
    return np.mean(won, axis=0)


def _by_player(ends: _Ends, players: Sequence[str], seat: int) -> dict[str, float]:
    """The mean score of a seat by the name of who played it, points."""
    seated = np.array([players[seating[seat]] for seating in ends.seatings])
    return {
        name: round(float(ends.scores[seated == name, seat].mean()) / 100, 3)
        for name in dict.fromkeys(players)
    }


def lines(result: Match) -> Iterator[str]:
    """The match in words, for a terminal."""
    yield f"{result.scenario}: {result.a} against {' and '.join(result.b)}, {result.games} games in all seats"
    yield f"{result.a} won {_percent(result.a_share)} above par of its seat (parity {100 * result.parity:.0f} %)"
    yield f"{result.a} won {_percent(result.a_share_raw)} by plain scores; regional war in {_percent(result.war_rate)}"
    yield f"{result.a} scored more than others in the same seat with the same dice in {_percent(result.a_better)}"
    for power, scores in result.mean_score.items():
        told = ", ".join(f"{player} {score:.2f}" for player, score in scores.items())
        yield f"{power}: par {result.par[power]:.2f}; mean score of {told}"


def _percent(estimate: Estimate) -> str:
    return f"{100 * estimate.value:.1f} % ({100 * estimate.low:.1f} to {100 * estimate.high:.1f})"
