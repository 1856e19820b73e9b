"""The ladder of each front, loss of control, and the brink (rules.md §9).

The brink is a game of chicken: the threat that leaves something to chance (Schelling 1966).
"""

from collections.abc import Iterator

import numpy as np

from game.rules import conduct
from game.rules.arrays import BoolArray, IntArray, integers, mask, times, where, which
from game.rules.chance import Purpose
from game.rules.effects import Effect, at_once, on_cells
from game.rules.rungs import CAMPAIGN, GENERAL_WAR, OPEN_EXCHANGE
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Ending, Label, Rules, Slot, Stage
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
    front, rung = strikes.front, options.rung[strikes.option]
    act = _raised(state.act, (front,), strikes.game, rung)
    yield Effect("an act on the front", act - state.act, "act")
    yield Effect("an act on the front", np.maximum(act - state.rung, 0), "rung")
    by_state = (strikes.attacker < rules.powers) & ~strikes.unclaimed
    struck_front = state.state_act.copy()
    struck_front[front[by_state], strikes.game[by_state]] = 1
    yield Effect("a state struck", struck_front - state.state_act, "state_act")
    yield from _remember_strikes(rules, state, step, which(by_state))


def _remember_strikes(rules: Rules, state: State, step: Step, by_state: IntArray) -> Iterator[Effect]:
    strikes, options = step.strikes, rules.options
    option, game = strikes.option[by_state], strikes.game[by_state]
    pair = (strikes.attacker[by_state], options.target[option])
    struck = _raised(state.struck, pair, game, options.scale[option])
    decisive = _raised(state.decisive, pair, game, options.label[option] == Label.DECISIVE)
    yield Effect("struck", struck - state.struck, "struck")
    yield Effect("struck decisively", decisive - state.decisive, "decisive")
    if step.stage is not Stage.ORDERS:
        exchanged = np.zeros_like(state.exchanges)
        exchanged[options.front[option], game] = 1
        yield Effect("struck back", exchanged, "exchanges")


def _raised(track: IntArray, entries: tuple[IntArray, ...], games: IntArray, least: IntArray) -> IntArray:
    """A copy of a track with single entries, ``entries`` on each axis in ``games``, raised to at least ``least``."""
    raised = track.copy()
    cells = np.ravel_multi_index((*entries, games), track.shape)
    np.maximum.at(raised.reshape(-1), cells, integers(least))
    return raised


def control_chance(rules: Rules, state: State) -> IntArray:
    """The chance in percent of losing control on each front this turn; ``[front, game]``.

    Only in a turn with an act there, where two powers meet, from the front's own rung up (rules.md §9).
    """
    numbers, fronts = rules.numbers, rules.fronts
    rung = state.rung
    base = np.where(rung >= CAMPAIGN, numbers.control_campaign, numbers.control_open_exchange)
    first, second = fronts.principals[:, 0], fronts.principals[:, 1]
    both = (state.decisive[first, second] > 0) & (state.decisive[second, first] > 0)
    blind = (state.warning[first] == 0) | (state.warning[second] == 0)
    chance = (
        base
        + numbers.control_exchange * state.exchanges
        + numbers.control_decisive * both
        + numbers.control_blind * blind
    )
    open_now = (rung >= fronts.control_from[:, None]) & (state.act > 0)
    return integers(np.minimum(chance * open_now, 100))


def lose_control(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Roll for control on every front; the highest front that loses it goes to the brink."""
    lost = step.chance.rolls(Purpose.LOSS_OF_CONTROL, len(state.rung)) < control_chance(rules, state)
    severity = (state.rung + 1) * lost
    front = np.where(lost.any(axis=0), severity.argmax(axis=0), NO_FRONT)
    yield Effect("control is lost", front - state.brink, "brink")
    yield on_cells(rules, "control is lost", "tally", (_BRINKS,), None, front >= 0)


def _games(state: State) -> IntArray:
    return np.arange(state.games, dtype=np.int32)


def principals(rules: Rules, state: State) -> BoolArray:
    """Which powers face each other at the brink; ``[power, game]``."""
    front = np.maximum(state.brink, 0)
    facing = rules.fronts.principals[front]
    power = np.arange(rules.powers)[:, None]
    return mask(((facing[:, 0] == power) | (facing[:, 1] == power)) & (state.brink >= 0))


def step_back_or_go_on(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The brink is resolved: both stop, one goes on, or both do."""
    at_brink = state.brink >= 0
    if not at_brink.any():
        return
    facing = rules.fronts.principals[np.maximum(state.brink, 0)].T
    goes_on = step.chosen(Slot.BRINK) != stop_options(rules)[:, None]
    games = _games(state)
    first, second = goes_on[facing[0], games], goes_on[facing[1], games]
    too_late = step.chance.rolls(Purpose.BRINK_TOO_LATE)[0] < rules.numbers.too_late
    slides = step.chance.rolls(Purpose.BRINK_WAR)[0] < rules.numbers.brink_war
    both_stop = at_brink & ~first & ~second
    one_goes_on = at_brink & (first ^ second)
    war = (both_stop & too_late) | (one_goes_on & slides) | (at_brink & first & second)
    yield from _both_stop(rules, state, facing, both_stop & ~war)
    winner = np.where(first, facing[0], facing[1])
    loser = np.where(first, facing[1], facing[0])
    yield from _one_yields(rules, state, winner, loser, one_goes_on & ~war)
    yield from _go_to_war(rules, state, war)
    yield Effect("the brink is past", NO_FRONT - state.brink, "brink")


def stop_options(rules: Rules) -> IntArray:
    """The option *stop* of every power; any other option of the slot goes on. ``[power]``."""
    return np.array(
        [rules.options.menu[power, Slot.BRINK][0] for power in range(rules.powers)], dtype=np.int32
    )


def _both_stop(rules: Rules, state: State, facing: IntArray, stopped: BoolArray) -> Iterator[Effect]:
    game = which(stopped).astype(np.int32)
    front = state.brink[game]
    cause = "both stopped at the brink"
    fall = np.minimum(OPEN_EXCHANGE - state.rung[front, game], 0)
    yield on_cells(rules, cause, "rung", (front,), game, fall)
    for side in facing:
        cost = -rules.numbers.brink_stop_standing
        yield on_cells(rules, cause, "standing", (side[game],), game, cost)


def _one_yields(
    rules: Rules, state: State, winner: IntArray, loser: IntArray, yielded: BoolArray
) -> Iterator[Effect]:
    numbers = rules.numbers
    game = which(yielded).astype(np.int32)
    went_on, stopped = winner[game], loser[game]
    front = state.brink[game]
    fall = np.minimum(OPEN_EXCHANGE - state.rung[front, game], 0)
    yield on_cells(rules, "one side stopped at the brink", "rung", (front,), game, fall)
    yield at_once(
        rules,
        "stopped alone at the brink",
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


def _go_to_war(rules: Rules, state: State, war: BoolArray) -> Iterator[Effect]:
    game = which(war).astype(np.int32)
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
    quiet = (state.act < state.rung) & (state.ending == Ending.PLAYING)
    yield Effect("the front cools", np.minimum(cooler - state.rung, 0) * quiet, "rung")
    yield Effect("the war goes on", np.maximum(floor - state.rung, 0) * quiet, "rung")


def ongoing_toll(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Wars that go on kill and drive out people every turn, whoever decides what (§9).

    More leave where the front stands higher [A 46], until as many have as can; and some are driven from where they
    had fled to [A 54].
    """
    fronts = rules.fronts
    front, entry = where((fronts.toll_population >= 0) & (fronts.ongoing_rung > 0)[:, None])
    higher = state.rung[front] - fronts.ongoing_rung[front, None]
    lasting = integers(higher >= 0)
    if not lasting.any():
        return
    population = fronts.toll_population[front, entry]
    killed, displaced, again, at_most = (
        each[front, entry, None]
        for each in (
            fronts.toll_killed,
            fronts.toll_displaced,
            fronts.toll_displaced_again,
            fronts.toll_at_most,
        )
    )
    leave = times(lasting * displaced, 100 + rules.numbers.displaced_rung * higher)
    room = np.maximum(at_most - state.displaced[population], 0)
    for cause, track, change in (
        ("the war goes on", "killed", lasting * killed),
        ("the war goes on", "displaced", np.minimum(leave, room)),
        ("safe areas shrink", "displaced_again", lasting * again),
    ):
        by_population = np.zeros_like(getattr(state, track))
        # Wars on two fronts may strike one population.
        for each, of_one in zip(population, change, strict=True):
            by_population[each] += of_one
        yield Effect(cause, by_population, track)
