"""The ladder of each front, loss of control, and the brink (rules.md §9).

The brink is a game of chicken: the threat that leaves something to chance (Schelling 1966).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.rules import causes, conduct
from game.rules.arrays import (
    BoolArray,
    IntArray,
    any_of,
    any_row,
    cell,
    entries,
    integers,
    mask,
    times,
    where,
    which,
)
from game.rules.blows import blows
from game.rules.chance import Purpose, roll
from game.rules.effects import Effect, at_once, on_cells
from game.rules.ends import playing
from game.rules.rungs import CAMPAIGN, GENERAL_WAR, OPEN_EXCHANGE
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import SCENARIOS, Ending, Rules, Slot, Stage
from game.rules.tracks import Tally

NO_FRONT = -1
_BRINKS = list(Tally).index(Tally.BRINKS)


def climb(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An act puts its front at least at the act's rung, and is remembered for this turn.

    What everybody can see of an act that nobody claims is that it happened: it is not remembered as its author's.
    """
    strikes, options = step.strikes, rules.options
    if not len(strikes):
        yield Effect("an act on the front", np.maximum(state.act - state.rung, 0), "rung")
        return
    act = state.act.copy()
    np.maximum.at(act.reshape(-1), cell(act, strikes.front, strikes.game), options.rung.take(strikes.option))
    yield Effect("an act on the front", act - state.act, "act")
    yield Effect("an act on the front", np.maximum(act - state.rung, 0), "rung")
    by_state = which((strikes.attacker < rules.powers) & ~strikes.unclaimed)
    front, game = strikes.front.take(by_state), strikes.game.take(by_state)
    yield on_cells(rules, "a state struck", "state_act", (front,), game, 1)
    yield from _remember_strikes(rules, state, step, by_state)


def _remember_strikes(rules: Rules, state: State, step: Step, by_state: IntArray) -> Iterator[Effect]:
    """Whom each power struck, which it does once in a step: how hard, whether decisively, and whether in reply."""
    strikes = step.strikes
    attacker, target = strikes.attacker.take(by_state), strikes.target.take(by_state)
    game = strikes.game.take(by_state)
    more = strikes.scale.take(by_state) - entries(state.struck, attacker, target, game)
    yield on_cells(rules, causes.STRUCK, "struck", (attacker, target), game, np.maximum(more, 0))
    decisive = which(blows(rules).decisive.take(strikes.option.take(by_state)))
    pair = (attacker.take(decisive), target.take(decisive))
    yield on_cells(rules, "struck decisively", "decisive", pair, game.take(decisive), 1)
    if step.stage is not Stage.ORDERS:
        exchanged = np.zeros_like(state.exchanges)  # once a front, by however many
        exchanged[strikes.front.take(by_state), game] = 1
        yield Effect("struck back", exchanged, "exchanges")


def control_chance(rules: Rules, state: State) -> IntArray:
    """The chance in percent of losing control on each front this turn; ``[front, game]``.

    Only in a turn with an act there, where two powers meet, from the front's own rung up (rules.md §9).
    """
    numbers, fronts = rules.numbers, rules.fronts
    rung = state.rung
    campaign = numbers.control_campaign - numbers.control_open_exchange
    first, second = fronts.principals[:, 0], fronts.principals[:, 1]
    both = (state.decisive[first, second] > 0) & (state.decisive[second, first] > 0)
    blind = (state.warning[first] == 0) | (state.warning[second] == 0)
    chance = (
        numbers.control_open_exchange
        + campaign * (rung >= CAMPAIGN)
        + numbers.control_exchange * state.exchanges
        + numbers.control_decisive * both
        + numbers.control_blind * blind
    )
    open_now = (rung >= fronts.control_from[:, None]) & (state.act > 0)
    return integers(np.minimum(chance * open_now, 100))


def lose_control(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Roll for control on every front; the highest front that loses it goes to the brink."""
    chance = control_chance(rules, state)
    front, game = where(chance > 0)
    if not game.size:
        return
    rolls = roll(step.chance.words_at(Purpose.LOSS_OF_CONTROL, game, front), 100)
    lost = which(rolls < entries(chance, front, game))
    if not lost.size:
        return
    severity = np.zeros_like(state.rung)
    severity[front[lost], game[lost]] = entries(state.rung, front[lost], game[lost]) + 1
    games = which(any_row(severity > 0))
    highest = severity.take(games, axis=1).argmax(axis=0)
    yield on_cells(rules, causes.CONTROL_LOST, "brink", (), games, highest - state.brink.take(games))
    yield on_cells(rules, causes.CONTROL_LOST, "tally", (_BRINKS,), games, 1)


def principals(rules: Rules, state: State) -> BoolArray:
    """Which powers face each other at the brink; ``[power, game]``."""
    front = np.maximum(state.brink, 0)
    facing = rules.fronts.principals[front]
    power = np.arange(rules.powers)[:, None]
    return mask(((facing[:, 0] == power) | (facing[:, 1] == power)) & (state.brink >= 0))


def step_back_or_go_on(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The brink is resolved: both stop, one goes on, or both do."""
    game = which(state.brink >= 0)
    if not game.size:
        return
    facing = rules.fronts.principals[state.brink[game]].T
    goes_on = step.chosen(Slot.BRINK) != stop_options(rules)[:, None]
    first, second = goes_on[facing, game]
    too_late = _by_chance(step, Purpose.BRINK_TOO_LATE, game, rules.numbers.too_late)
    slides = _by_chance(step, Purpose.BRINK_WAR, game, rules.numbers.brink_war)
    both_stop, one_goes_on = ~first & ~second, first ^ second
    war = (both_stop & too_late) | (one_goes_on & slides) | (first & second)
    stopped = both_stop & ~war
    yield from _both_stop(rules, state, facing[:, stopped], game[stopped])
    yielded = one_goes_on & ~war
    winner, loser = np.where(first, facing, facing[::-1])[:, yielded]
    yield from _one_yields(rules, state, winner, loser, game[yielded])
    yield from _go_to_war(rules, state, game[war])
    yield on_cells(rules, "the brink is past", "brink", (), game, NO_FRONT - state.brink[game])


def _by_chance(step: Step, purpose: Purpose, game: IntArray, percent: int) -> BoolArray:
    """Whether chance has it in each of the games listed."""
    return mask(roll(step.chance.words_at(purpose, game, np.zeros_like(game)), 100) < percent)


def stop_options(rules: Rules) -> IntArray:
    """The option *stop* of every power; any other option of the slot goes on. ``[power]``."""
    return np.array(
        [rules.options.menu[power, Slot.BRINK][0] for power in range(rules.powers)], dtype=np.int32
    )


def _both_stop(rules: Rules, state: State, facing: IntArray, game: IntArray) -> Iterator[Effect]:
    front = state.brink[game]
    cause = "both stopped at the brink"
    fall = np.minimum(OPEN_EXCHANGE - state.rung[front, game], 0)
    yield on_cells(rules, cause, "rung", (front,), game, fall)
    for side in facing:
        cost = -rules.numbers.brink_stop_standing
        yield on_cells(rules, cause, "standing", (side,), game, cost)


def _one_yields(
    rules: Rules, state: State, went_on: IntArray, stopped: IntArray, game: IntArray
) -> Iterator[Effect]:
    numbers = rules.numbers
    front = state.brink[game]
    fall = np.minimum(OPEN_EXCHANGE - state.rung[front, game], 0)
    yield on_cells(rules, "one side stopped at the brink", "rung", (front,), game, fall)
    yield at_once(
        rules,
        causes.STOPPED_ALONE,
        game,
        ("standing", (stopped,), -numbers.brink_yield_standing),
        ("credibility", (stopped, went_on), -numbers.brink_yield_credibility),
    )
    yield conduct.gave_way(rules, stopped, went_on, game)
    yield at_once(
        rules,
        "went on at the brink",
        game,
        ("standing", (went_on,), numbers.brink_win_standing),
        ("credibility", (went_on, stopped), numbers.brink_win_credibility),
    )


def _go_to_war(rules: Rules, state: State, game: IntArray) -> Iterator[Effect]:
    front = state.brink[game]
    over = int(Ending.REGIONAL_WAR)
    yield at_once(rules, "general war", game, ("rung", (front,), GENERAL_WAR), ("ending", (), over))


def cool(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A front cools one rung a turn without an act at or above it; a war goes on until its talks end it."""
    fronts = rules.fronts
    ended = (
        state.talks[np.maximum(fronts.ongoing_talks, 0)] >= rules.numbers.settlement_talks
        if len(rules.talks.front)
        else np.zeros_like(state.rung, dtype=np.bool_)
    )
    floor = fronts.ongoing_rung[:, None] * ~(ended & (fronts.ongoing_talks >= 0)[:, None])
    cooler = np.maximum(state.rung - 1, floor)
    quiet = (state.act < state.rung) & playing(state)
    yield Effect("the front cools", np.minimum(cooler - state.rung, 0) * quiet, "rung")
    yield Effect(causes.WAR_GOES_ON, np.maximum(floor - state.rung, 0) * quiet, "rung")


def ongoing_toll(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Wars that go on kill and drive out people every turn, whoever decides what (§9).

    More leave where the front stands higher [A 46], until as many have as can: by its rungs, or at campaign as fast as
    the scenario has it, which may also say how many are killed then [A 19]. Some are driven from where they had fled
    to [A 54].
    """
    wars = _wars(rules)
    higher = state.rung.take(wars.front, axis=0) - wars.rung
    lasting = integers(higher >= 0)
    if not any_of(lasting):
        return
    leave = times(lasting * wars.displaced.astype(np.int64), 100 + rules.numbers.displaced_rung * higher)
    campaign = higher + wars.rung >= CAMPAIGN
    leave = np.where(
        campaign & (wars.displaced_at_campaign >= 0), lasting * wars.displaced_at_campaign, leave
    )
    killed = np.where(campaign & (wars.killed_at_campaign >= 0), wars.killed_at_campaign, wars.killed)
    room = np.maximum(wars.at_most - state.displaced.take(wars.population, axis=0), 0)
    for cause, track, change in (
        (causes.WAR_GOES_ON, "killed", lasting * killed),
        (causes.WAR_GOES_ON, "displaced", np.minimum(leave, room)),
        (causes.SAFE_AREAS_SHRINK, "displaced_again", lasting * wars.displaced_again),
    ):
        by_population = np.zeros_like(getattr(state, track))
        # Wars on two fronts may strike one population.
        for each, of_one in zip(wars.population, change, strict=True):
            by_population[each] += of_one
        yield Effect(cause, by_population, track)


class _Wars(NamedTuple):
    """Populations that wars harm as they go on; the first two ``[harmed]``, the others ``[harmed, 1]``."""

    front: IntArray
    population: IntArray
    rung: IntArray
    """The rung at which the war goes on by itself."""
    killed: IntArray
    killed_at_campaign: IntArray
    """People killed while the front is at campaign; -1 for as many as else."""
    displaced: IntArray
    displaced_at_campaign: IntArray
    """People displaced while the front is at campaign; -1 for as the rungs say."""
    displaced_again: IntArray
    at_most: IntArray


@lru_cache(maxsize=SCENARIOS)
def _wars(rules: Rules) -> _Wars:
    fronts = rules.fronts
    front, entry = where((fronts.toll_population >= 0) & (fronts.ongoing_rung > 0)[:, None])
    killed = (fronts.toll_killed, fronts.toll_killed_at_campaign)
    displaced = (fronts.toll_displaced, fronts.toll_displaced_at_campaign, fronts.toll_displaced_again)
    tolls = (fronts.toll_population, *killed, *displaced, fronts.toll_at_most)
    population, *harm = (each[front, entry] for each in tolls)
    return _Wars(front, population, *(each[:, None] for each in (fronts.ongoing_rung[front], *harm)))
