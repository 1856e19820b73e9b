"""Playing games in tests: whole games by a policy, and single stages with the options that a test names."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from game.lab.simulate import Policy, doctrine_policy
from game.players.computer import ComputerPlayer
from game.players.doctrine import DEFAULT, Aim
from game.players.mixture import Mixture
from game.rules.arrays import IntArray, KeyArray
from game.rules.chance import game_keys
from game.rules.choices import check, passes
from game.rules.effects import Recorder
from game.rules.partners import heat, heed_chance
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules, Stage, slots_of
from game.rules.turn import advance, begin


def keys_of(games: int, seed: int = 1) -> KeyArray:
    """The chance keys of the first games of a seed."""
    return game_keys(seed, np.arange(games, dtype=np.int32))


def by_doctrine(rules: Rules) -> Policy:
    """Every seat draws one of three doctrines that seek restraint, balance and force."""
    doctrines = [replace(DEFAULT, aim=aim, name=aim.name.lower()) for aim in Aim]
    return doctrine_policy(
        [Mixture([ComputerPlayer(rules, seat, each) for each in doctrines]) for seat in range(rules.powers)]
    )


def stages(rules: Rules) -> int:
    """More stages than any game lasts."""
    return (rules.turns + rules.hidden_end) * len(Stage)


def play(rules: Rules, policy: Policy, keys: KeyArray, state: State | None = None) -> Iterator[State]:
    """Every state that games go through, from the opening or a given one; games that end stay as they are."""
    state = begin(rules, keys) if state is None else state
    yield state
    while state.turn <= rules.turns + rules.hidden_end:
        state = advance(rules, state, policy(rules, state, keys), keys).state
        yield state


def blocks(rules: Rules, policy: Policy, keys: KeyArray) -> IntArray:
    """The blocks of every state that games go through, ``[stage, row, game]``."""
    return np.stack([state.block for state in play(rules, policy, keys)])


def option(rules: Rules, key: str) -> int:
    """The number of an option by its key."""
    return rules.options.keys.index(key)


def hidden_from(rules: Rules, seat: int) -> IntArray:
    """Rows that a seat cannot see, but for complacency: that nobody sees it shows in bands that err more often."""
    hidden = np.flatnonzero(rules.sight[seat] == Sight.HIDDEN)
    complacency = rules.layout.places["complacency"].rows
    return np.setdiff1d(hidden, np.arange(complacency.start, complacency.stop))


def opening(rules: Rules, games: int = 1, **values: dict[tuple[str, ...], int]) -> State:
    """An opening position with some rows set: ``opening(rules, owed={("northland", "southland"): 300})``."""
    state = begin(rules, keys_of(games))
    for track, entries in values.items():
        for names, value in entries.items():
            state.block[rules.layout.row(track, *names)] = value
    return state


def choices_with(rules: Rules, state: State, keys: tuple[str, ...]) -> IntArray:
    """Everybody passes, but for the options named; all of them must be legal."""
    stage = Stage(state.stage)
    choices = passes(rules, stage, state.games)
    for key in keys:
        number = option(rules, key)
        place = [int(slot) for slot in slots_of(stage)].index(int(rules.options.slot[number]))
        choices[rules.options.power[number], place] = number
    check(rules, state, choices)
    return choices


def take_stage(
    rules: Rules, state: State, *keys: str, seed: int = 1, recorder: Recorder | None = None
) -> tuple[State, Step]:
    """One stage in which powers choose the options named and otherwise pass."""
    after = advance(rules, state, choices_with(rules, state, keys), keys_of(state.games, seed), recorder)
    return after.state, after.step


def take_turn(
    rules: Rules,
    state: State,
    *keys: str,
    seed: int = 1,
    recorder: Recorder | None = None,
    until: Stage = Stage.ORDERS,
) -> State:
    """Orders as named, then everybody passes to the stage ``until``, by default the next turn's orders."""
    state, _ = take_stage(rules, state, *keys, seed=seed, recorder=recorder)
    while state.stage != until:
        state, _ = take_stage(rules, state, seed=seed, recorder=recorder)
    return state


def chance_to_heed(rules: Rules, state: State, restraint: bool) -> int:
    """The chance in percent that the first partner of the first game does as its patron asks."""
    first = np.zeros(1, dtype=np.int32)
    return int(heed_chance(rules, state, first, first, heat(rules, state), restraint)[0])
