"""Home: pressure to answer, pressure to stop, and what they do to a government's standing (rules.md §4)."""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, IntArray, any_of, cell, integers, mask, times, where, which
from game.rules.effects import Effect, on_cells
from game.rules.ledger import weights
from game.rules.reputation import feared_by_powers
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules, Slot


def pressure_to_answer(rules: Rules, state: State) -> IntArray:
    """What is owed, as home feels it: a partner's share counts half; ``[power, game]``, hundredths.

    What an unknown hand did counts too. A government whose people demand security feels all of it more [A 24].
    """
    numbers = rules.numbers
    owed = times(state.owed, weights(rules)[:, None]).sum(axis=1) + state.unknown
    felt = times(owed, rules.audience[:, None])
    return integers(times(felt, 100 + times(state.insecurity, numbers.insecurity_answer)))


def pressure_to_stop(rules: Rules, state: State) -> IntArray:
    """Losses, market stress, turns of campaign and of a home front under fire, and the reply that is expected.

    ``[power, game]``, hundredths. In an election season all of it weighs more [A 74].
    """
    numbers = rules.numbers
    stress = np.maximum(state.market - numbers.stop_market_free, 0)
    pressure = (
        times(state.losses + state.losses_before, numbers.stop_losses)
        + times(stress, numbers.stop_market)
        + numbers.stop_campaign * state.campaign
        + numbers.stop_front * state.home_front
        + feared_by_powers(rules, state)
    )
    return integers(times(pressure, 100 + (numbers.season_stop - 100) * state.season))


def feel_pressure(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """High pressure to stop drains standing; last turn's losses are forgotten, this turn's remembered."""
    numbers = rules.numbers
    above = np.maximum(pressure_to_stop(rules, state) - numbers.stop_high, 0)
    yield Effect("pressure to stop", -times(above, numbers.stop_standing), "standing")
    yield Effect("time passes", state.losses - state.losses_before, "losses_before")
    yield Effect("time passes", -state.losses, "losses")


def demand_security(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Many impacts among people at home in one step raise the demand for security [A 24]; rules.md §4."""
    strikes, numbers = step.strikes, rules.numbers
    hit = which((strikes.populated > 0) & (strikes.target < rules.powers))
    if not hit.size:
        return
    felt = np.zeros_like(state.insecurity)
    at = cell(felt, strikes.target.take(hit), strikes.game.take(hit))
    np.add.at(felt.reshape(-1), at, strikes.populated.take(hit))
    above = np.maximum(felt - numbers.insecurity_impacts, 0)
    yield Effect(causes.MANY_IMPACTS, numbers.insecurity_gain * above, "insecurity")


def feel_safer(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The demand for security fades slowly (rules.md §4)."""
    yield Effect("time passes", -times(state.insecurity, rules.numbers.insecurity_fade), "insecurity")


def sustain_ground_operations(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A ground operation costs its own government support, the more the longer its campaign lasts (rules.md §8)."""
    strikes = step.strikes
    ground = which(rules.options.ground.take(strikes.option))
    if not ground.size:
        return
    power, game = strikes.attacker[ground], strikes.game[ground]
    cost = rules.numbers.ground_standing * (state.campaign[power, game] + 1)
    yield on_cells(rules, "a ground operation", "standing", (power,), game, -cost)


def turn_seasons(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An election season begins and ends with the turns that the scenario gives (rules.md §4)."""
    first, last = rules.election.T
    running = integers((first <= state.turn) & (state.turn <= last))
    if any_of(first):
        yield Effect(causes.ELECTION_CALENDAR, running[:, None] - state.season, "season")


def press_clients(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Conditioning a client's arms costs standing at home, double in an election season (rules.md §8, A 74)."""
    numbers = rules.numbers
    power, game = where((rules.options.presses >= 0).take(step.chosen(Slot.GUARD)))
    if not game.size:
        return
    cost = times(numbers.press_standing, 100 + (numbers.season_press - 100) * state.season[power, game])
    yield on_cells(rules, "conditioned its client's arms", "standing", (power,), game, -cost)


def count_campaigns(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Turns of campaign add up while a power strikes large or more; turns of a home front in open exchange."""
    campaigning = (state.struck >= 2).any(axis=1).astype(np.int32)
    yield Effect("campaign", campaigning - state.campaign * (1 - campaigning), "campaign")
    under_fire = (rules.fronts.home[:, :, None] & (state.rung >= OPEN_EXCHANGE)).any(axis=1).astype(np.int32)
    yield Effect("home front", under_fire - state.home_front * (1 - under_fire), "home_front")


def falling(state: State) -> BoolArray:
    """Governments whose standing is gone and that have not fallen yet; ``[power, game]``."""
    return mask((state.standing == 0) & (state.caretaker == 0))


def fall(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A government whose standing is gone falls, and a caretaker plays on by rule (rules.md §10)."""
    yield Effect(causes.GOVERNMENT_FELL, falling(state) * 1, "caretaker")


def calm_markets(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Market stress above where it began fades."""
    above = np.maximum(state.market - rules.market_opening, 0)
    yield Effect("time passes", -times(above, rules.numbers.market_fade), "market")
