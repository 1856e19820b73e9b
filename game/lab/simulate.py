"""Many games of a scenario from its opening to their ends, played at random or by doctrines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from game.players.mixture import Mixture
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers, mask
from game.rules.chance import Chance, game_keys
from game.rules.choices import at_random, deciding, lawful, passes
from game.rules.score import score
from game.rules.state import State
from game.rules.tables import Ending, Rules, Stage
from game.rules.tracks import Axis, Tally
from game.rules.turn import begin, play_on
from game.rules.view import view

TILE = 4096
"""Games played side by side: large enough to hide numpy's overhead, small enough for the processor's cache."""

LONGEST = 400
"""Stages after which a game counts as stuck; twelve turns and a hidden one need 104."""

Policy = Callable[[Rules, State, KeyArray], IntArray]
"""Chooses for every power: from rules, state and keys to ``[power, slot, game]``."""


@dataclass(frozen=True, slots=True)
class Tile:
    """The ends of one tile of games; arrays ``[game]`` or ``[power, game]``."""

    ending: IntArray
    turns: IntArray
    scores: IntArray
    fell: IntArray
    tally: IntArray
    highest: IntArray
    decisions: int
    seconds: float


def random_policy(rules: Rules, state: State, keys: KeyArray) -> IntArray:
    """Everybody picks a legal order at random, then one of its options."""
    return at_random(rules, state, Chance(keys, state.turn, state.stage))


def doctrine_policy(players: Sequence[Mixture]) -> Policy:
    """Every seat is played by computer players, each from its own view."""

    def choose(rules: Rules, state: State, keys: KeyArray) -> IntArray:
        wanted = [player.choices(view(rules, state, player.seat, keys), keys) for player in players]
        return lawful(rules, state, integers(np.stack(wanted)))

    return choose


def play_tile(rules: Rules, policy: Policy, seed: int, games: IntArray) -> Tile:
    """Play the games numbered ``games`` under ``seed`` to their ends. Finished games are dropped on the way."""
    started = perf_counter()
    keys, place = game_keys(seed, games), np.arange(len(games))
    state = begin(rules, keys)
    final, turns = state.copy(), np.zeros(len(games), dtype=np.int32)
    highest = state.rung.copy()
    decisions = 0
    for _ in range(LONGEST):
        undecided = deciding(rules, state)
        decisions += int(undecided.sum())
        choices = _choices(rules, state, keys, policy, mask(undecided.any(axis=0)))
        turn = state.turn
        play_on(rules, state, choices, keys)
        highest[:, place] = np.maximum(highest[:, place], state.rung)
        over = state.ending != Ending.PLAYING
        if over.any():
            final.block[:, place[over]] = state.block[:, over]
            turns[place[over]] = turn
            state, keys, place = state.take(np.flatnonzero(~over)), keys[~over], place[~over]
        if not len(place):
            break
    return _summary(rules, final, turns, highest, decisions, perf_counter() - started)


def _choices(rules: Rules, state: State, keys: KeyArray, policy: Policy, asked: BoolArray) -> IntArray:
    """What the policy chooses in the games where somebody has a decision; everybody else passes."""
    games = np.flatnonzero(asked)
    if len(games) > state.games // 8:
        return policy(rules, state, keys)
    choices = passes(rules, Stage(state.stage), state.games)
    if games.size:
        choices[:, :, games] = policy(rules, state.take(games), keys[games])
    return choices


def _summary(
    rules: Rules, final: State, turns: IntArray, highest: IntArray, decisions: int, seconds: float
) -> Tile:
    return Tile(
        ending=final.ending.copy(),
        turns=turns,
        scores=score(rules, final).total,
        fell=final.caretaker.copy(),
        tally=final.tally.copy(),
        highest=highest,
        decisions=decisions,
        seconds=seconds,
    )


def play(rules: Rules, policy: Policy, games: int, seed: int) -> Iterator[Tile]:
    """Play games 0 to ``games`` in tiles; yields each tile as it is done, so that progress can be shown."""
    for first in range(0, games, TILE):
        yield play_tile(rules, policy, seed, np.arange(first, min(first + TILE, games), dtype=np.int32))


def summarise(rules: Rules, tiles: list[Tile]) -> dict[str, object]:
    """What happened, as plain data for a table or JSON: ends by kind, scores, stories, speed."""
    ending = np.concatenate([tile.ending for tile in tiles])
    turns = np.concatenate([tile.turns for tile in tiles])
    scores = np.concatenate([tile.scores for tile in tiles], axis=1)
    fell = np.concatenate([tile.fell for tile in tiles], axis=1)
    tally = np.concatenate([tile.tally for tile in tiles], axis=1)
    seconds = sum(tile.seconds for tile in tiles)
    decisions = sum(tile.decisions for tile in tiles)
    powers = rules.layout.names[Axis.POWER]
    return {
        "games": len(ending),
        "stuck": int((ending == Ending.PLAYING).sum()),
        "mean_turns": round(float(turns.mean()), 3),
        "ends": {kind.name.lower(): int((ending == kind).sum()) for kind in Ending if kind},
        "governments_fallen": {power: int(fell[row].sum()) for row, power in enumerate(powers)},
        "mean_score": {power: round(float(scores[row].mean()) / 100, 3) for row, power in enumerate(powers)},
        "stories": {kind.value: int((tally[row] > 0).sum()) for row, kind in enumerate(Tally)},
        "highest_rung": _rungs(rules, tiles),
        "decisions": decisions,
        "seconds": round(seconds, 3),
        "decisions_per_second": round(decisions / max(seconds, 1e-9)),
    }


def _rungs(rules: Rules, tiles: list[Tile]) -> dict[str, list[int]]:
    """For each front, in how many games its highest rung was 0, 1 … 7."""
    highest = np.concatenate([tile.highest for tile in tiles], axis=1)
    fronts = rules.layout.names[Axis.FRONT]
    return {front: np.bincount(highest[row], minlength=8).tolist() for row, front in enumerate(fronts)}
