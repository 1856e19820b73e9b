"""Talks move when they are ripe and when somebody spends leverage, not by being tried (rules.md §7; Zartman 2000)."""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import IntArray, any_row, anywhere, entries, integers, where, which, within
from game.rules.chance import Purpose, roll
from game.rules.effects import Effect, at_once, on_cells
from game.rules.home import pressure_to_stop
from game.rules.hosts import offices
from game.rules.ledger import settle
from game.rules.rungs import TIT_FOR_TAT
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules, Slot
from game.rules.tracks import Tally

_STEP = 100
_ALL_FAILURES = 9
"""As many as the track counts: less that many there are none."""
_STEPS_TALLY = list(Tally).index(Tally.STEPS_IN_TALKS)


def step_chance(rules: Rules, state: State) -> IntArray:
    """The chance in percent that an attempt moves each track a step; ``[talks, game]``."""
    numbers, talks = rules.numbers, rules.talks
    leverage = np.minimum(state.leverage + state.leverage_before, numbers.talks_leverage_most)
    rung = np.maximum(state.rung.take(talks.front, axis=0) - TIT_FOR_TAT, 0)
    chance = (
        numbers.talks_base
        + numbers.talks_leverage * leverage
        + numbers.talks_ripe * _ripe(rules, state)
        + numbers.talks_offices * offices(rules, state).sum(axis=1, dtype=np.int32)
        - numbers.talks_rung * rung
        - numbers.talks_struck * state.state_act[talks.front]
    )
    return integers(within(chance, 0, 100))


def _ripe(rules: Rules, state: State) -> IntArray:
    """Whether both parties of each track want to stop; ``[talks, game]``. A partner does when it is worn down."""
    numbers = rules.numbers
    high = pressure_to_stop(rules, state) >= numbers.stop_high
    losses = state.partner_losses + state.partner_losses_before
    worn = (state.capacity <= numbers.talks_worn_capacity) | (losses >= numbers.talks_worn_losses)
    wants = np.concatenate([high, worn])
    return np.asarray(wants[rules.talks.parties].all(axis=1), dtype=np.int32)


def attempt(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A broker tries: a step forward, or a failure that costs standing and trust. Diplomacy can simply fail [A 14]."""
    chosen = rules.options.broker.take(step.chosen(Slot.DIPLOMATIC))
    brokers, games = where(chosen >= 0)
    if not games.size:
        return
    talks = entries(chosen, brokers, games)
    rolls = roll(step.chance.words_at(Purpose.TALKS_STEP, games, talks), 100)
    moved = rolls < entries(step_chance(rules, state), talks, games)
    yield from _succeed(rules, talks[moved], brokers[moved], games[moved])
    yield from _fail(rules, state, talks[~moved], brokers[~moved], games[~moved])


def _succeed(rules: Rules, talks: IntArray, broker: IntArray, game: IntArray) -> Iterator[Effect]:
    numbers, cause = rules.numbers, causes.STEP_IN_TALKS
    track, once = _once(rules, talks, game)
    yield at_once(
        rules,
        cause,
        once,
        ("talks", (track,), _STEP),
        ("failures", (track,), -_ALL_FAILURES),
        ("tally", (_STEPS_TALLY,), 1),
    )
    yield at_once(
        rules,
        cause,
        game,
        ("standing", (broker,), numbers.talks_step_standing),
        ("legitimacy", (broker,), numbers.talks_step_standing),
        ("cohesion", (rules.camp[broker],), numbers.talks_step_cohesion),
    )


def _once(rules: Rules, talks: IntArray, game: IntArray) -> tuple[IntArray, IntArray]:
    """Tracks and games each once: two brokers on one track move it once."""
    tried = np.zeros((len(rules.talks.front), game.max(initial=0) + 1), dtype=np.bool_)
    tried[talks, game] = True
    return where(tried)


def _fail(rules: Rules, state: State, talks: IntArray, broker: IntArray, game: IntArray) -> Iterator[Effect]:
    numbers, cause = rules.numbers, causes.TALKS_FAILED
    cost = numbers.talks_failed_standing + numbers.talks_failed_again * state.failures[talks, game]
    yield on_cells(rules, cause, "standing", (broker,), game, -cost)
    track, once = _once(rules, talks, game)
    yield on_cells(rules, cause, "failures", (track,), once, 1)
    for party in rules.talks.parties[talks].T:
        power = rules.patron_of[party]
        yield on_cells(rules, cause, "trust", (broker, power), game, -numbers.talks_failed_trust // 2)


def undermine(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A client that strikes on the front of its talks while its patron brokers them undercuts its patron [A 75].

    It costs the broker standing, and the client alignment with the hosts next to that front.
    """
    numbers, talks, strikes = rules.numbers, rules.talks, step.strikes
    brokers = rules.options.broker.take(step.chosen(Slot.DIPLOMATIC))
    brokered = any_row(brokers >= 0).take(strikes.game)
    own = which(brokered & (strikes.attacker < rules.powers) & ~strikes.unclaimed)
    client, game = strikes.attacker.take(own), strikes.game.take(own)
    brokered_by, front = brokers.take(game, axis=1), strikes.front.take(own)
    for track in range(len(talks.front) if own.size else 0):
        party = (talks.parties[track][:, None] == np.arange(rules.powers)).any(axis=0)
        strikes_there = (front == talks.front[track]) & party.take(client)
        by_patron = rules.client_of.take(client, axis=1) & (brokered_by == track)
        patron, strike = where(by_patron & strikes_there)
        cause = causes.TALKS_UNDERCUT
        yield on_cells(rules, cause, "standing", (patron,), game[strike], -numbers.undermined_standing)
        for host in which(rules.fronts.hosts[talks.front[track]]):
            pair = (int(host), client[strike])
            cost = -numbers.undermined_alignment
            yield on_cells(rules, "undercut its patron's talks", "alignment", pair, game[strike], cost)


def concede(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Talks that get far enough pay what was owed without force: a concession won (rules.md §7)."""
    talks = rules.talks
    won = (state.talks >= talks.concession_at[:, None]) & (state.conceded == 0)
    for track in anywhere(won):
        game = which(won[track])
        for holder, actor in np.argwhere(talks.concession_pays[track] > 0):
            amount = np.full(len(game), talks.concession_pays[track, holder, actor], dtype=np.int32)
            pair = (np.full(len(game), holder, dtype=np.int32), np.full(len(game), actor, dtype=np.int32))
            whole = np.ones(len(game), dtype=np.bool_)
            yield from settle(rules, state, (*pair, game), amount, whole, causes.CONCESSION_WON)
        yield on_cells(rules, causes.CONCESSION_WON, "conceded", (track,), game, 1)


def spend_leverage(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """This turn's leverage still counts in the next turn, then it is gone."""
    yield Effect("time passes", state.leverage - state.leverage_before, "leverage_before")
    yield Effect("time passes", -state.leverage, "leverage")
