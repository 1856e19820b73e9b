"""What holds in every game, whoever plays: bounds, stocks, causes, and the promises of the rulebook (rules.md §13)."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from game.lab.simulate import random_policy
from game.rules import turn
from game.rules.arrays import BoolArray, IntArray
from game.rules.effects import Recorder
from game.rules.ledger import frozen_share
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Ending, Label, Rules, Stage
from game.rules.tracks import Axis, Tally
from game.rules.turn import advance, begin
from tests.rules.playing import by_doctrine, keys_of

GAMES = 64


@dataclass(frozen=True)
class Moment:
    """One stage of many games: before, what was chosen, and after."""

    before: State
    choices: IntArray
    after: State
    step: Step

    @property
    def playing(self) -> BoolArray:
        """Games that had not ended before."""
        return np.asarray(self.before.ending == Ending.PLAYING)


@cache
def _history(name: str, rules: Rules, policy: str) -> list[Moment]:
    choose = random_policy if policy == "random" else by_doctrine(rules)
    keys = keys_of(GAMES, seed=11)
    state, moments = begin(rules, keys), []
    while state.turn <= rules.turns + rules.hidden_end:
        choices = choose(rules, state, keys)
        after, step = advance(rules, state, choices, keys)
        moments.append(Moment(state, choices, after, step))
        state = after
    return moments


@pytest.fixture(params=["random", "doctrine"])
def history(request: pytest.FixtureRequest, rules: Rules) -> list[Moment]:
    return _history(rules.layout.names[Axis.POWER][0], rules, request.param)


def test_every_game_ends(history: list[Moment]) -> None:
    assert (history[-1].after.ending != Ending.PLAYING).all()


def test_every_track_stays_within_its_bounds(rules: Rules, history: list[Moment]) -> None:
    for moment in history:
        assert (moment.after.block >= rules.low[:, None]).all()
        assert (moment.after.block <= rules.high[:, None]).all()


def test_a_game_that_has_ended_never_changes(history: list[Moment]) -> None:
    for moment in history:
        over = ~moment.playing
        np.testing.assert_array_equal(moment.after.block[:, over], moment.before.block[:, over])


def test_humiliation_is_never_more_than_what_is_owed(history: list[Moment]) -> None:
    for moment in history:
        assert (moment.after.humiliation <= moment.after.owed).all()


def test_nothing_is_launched_that_was_not_there(rules: Rules, history: list[Moment]) -> None:
    for moment in history:
        used, strikes = np.zeros_like(moment.before.stock), moment.step.strikes
        if not len(strikes):
            np.testing.assert_array_equal(moment.after.stock, moment.before.stock)
            continue
        np.add.at(used, (strikes.attacker, slice(None), strikes.game), strikes.launched.T)
        used[:, :, ~moment.playing] = 0
        destroyed = moment.before.stock - used - moment.after.stock
        hit = np.zeros(destroyed.shape[::2], dtype=np.bool_)
        at_arms = rules.target_classes.arms[strikes.target_class]
        hit[strikes.target[at_arms], strikes.game[at_arms]] = True
        assert (used <= moment.before.stock).all()
        assert (destroyed >= 0).all()
        assert not destroyed[~np.broadcast_to(hit[:, None], destroyed.shape)].any()


def test_interceptors_never_grow(history: list[Moment]) -> None:
    for moment in history:
        assert (moment.after.interceptors <= moment.before.interceptors).all()


def test_the_toll_never_falls(history: list[Moment]) -> None:
    for moment in history:
        assert (moment.after.killed >= moment.before.killed).all()
        assert (moment.after.displaced >= moment.before.displaced).all()
        assert (moment.after.displaced_again >= moment.before.displaced_again).all()


def test_of_what_was_launched_each_munition_has_one_fate(history: list[Moment]) -> None:
    for moment in history:
        strikes = moment.step.strikes
        assert (strikes.arrived <= strikes.launched).all()
        assert (strikes.engaged <= strikes.arrived).all()
        np.testing.assert_array_equal(strikes.engaged - strikes.killed.sum(axis=0), strikes.leaked)
        assert (strikes.populated + strikes.on_target <= strikes.leaked.sum(axis=0)).all()
        assert (strikes.leaked.sum(axis=0) <= strikes.fell).all()


def test_windows_open_exactly_when_the_rulebook_says(rules: Rules, history: list[Moment]) -> None:
    """Owed rose by 2.0 in the step, by 1.5 over the turn where a partner did it, or a line was crossed (§3)."""
    numbers = rules.numbers
    for moment in history:
        stage, after = Stage(moment.before.stage), moment.after
        if stage not in (Stage.ORDERS, Stage.ANSWER_1, Stage.ANSWER_2, Stage.ANSWER_3):
            continue
        partner = np.arange(rules.actors)[None, :, None] >= rules.powers
        rose = after.booked >= numbers.window_step
        rose |= partner & (after.booked_turn >= numbers.window_turn) & (after.booked > 0)
        wanted = rose | (after.crossed_now > 0)
        wanted &= (after.concluded < 2) & (after.caretaker[:, None] == 0) & (stage is not Stage.ANSWER_3)
        here = moment.playing
        np.testing.assert_array_equal(after.window[:, :, here] > 0, wanted[:, :, here])


def test_what_is_booked_in_a_step_is_what_owed_rose_by(rules: Rules, history: list[Moment]) -> None:
    for moment in history:
        if Stage(moment.before.stage) not in (Stage.ANSWER_1, Stage.ANSWER_2):
            continue
        rise = moment.after.owed - moment.before.owed
        assert (rise <= moment.after.booked)[:, :, moment.playing].all()


def test_nobody_who_has_no_window_answers(rules: Rules, history: list[Moment]) -> None:
    for moment in history:
        if Stage(moment.before.stage) in (Stage.ANSWER_1, Stage.ANSWER_2, Stage.ANSWER_3):
            first = np.array([rules.options.menu[power, 5][0] for power in range(rules.powers)])
            answered = moment.choices[:, 0] != first[:, None]
            holds = (moment.before.window > 0).any(axis=1)
            assert not (answered & ~holds)[:, moment.playing].any()


def test_paying_never_raises_what_is_owed(rules: Rules) -> None:
    for change in _explained(rules):
        track, _ = rules.layout.entries(change.row)
        if change.rule in ("ledger.pay", "ledger.pay_by_partners", "windows.protest", "talks.concede"):
            assert track.name not in ("owed", "humiliation") or change.after <= change.before


def test_backing_down_from_a_line_never_raises_credibility(rules: Rules) -> None:
    causes = {"let a line pass", "backed down in public", "its warning was ignored", "retired a red line"}
    for change in _explained(rules):
        track, _ = rules.layout.entries(change.row)
        if change.cause in causes and track.name in ("credibility", "standing"):
            assert change.after < change.before


@cache
def _explained(rules: Rules) -> list[object]:
    return [change for _, _, changes in _recorded(rules) for change in changes]


@cache
def _recorded(rules: Rules) -> list[tuple[IntArray, IntArray, list[object]]]:
    """Blocks before and after each stage of a few games that are still being played, and the changes in between."""
    keys = keys_of(6, seed=5)
    state, found = begin(rules, keys), []
    while state.turn <= rules.turns + rules.hidden_end:
        recorder = Recorder()
        after, _ = advance(rules, state, random_policy(rules, state, keys), keys, recorder)
        playing = state.ending == Ending.PLAYING
        changes = [change for change in recorder.changes if playing[change.place]]
        found.append((state.block, after.block, changes))
        state = after
    return found


def test_every_change_is_explained_and_explanations_add_up(rules: Rules) -> None:
    for before, after, changes in _recorded(rules):
        told: dict[tuple[int, int], int] = defaultdict(int)
        for change in changes:
            assert change.cause
            told[change.row, change.place] += change.after - change.before
        moved = np.argwhere(before != after)
        for row, game in moved.tolist():
            assert told.pop((row, game)) == after[row, game] - before[row, game]
        assert not any(told.values())


def test_every_change_names_a_rule_of_the_order_of_play(rules: Rules) -> None:
    known = {turn.rule_name(rule) for rule in turn.EVERY_RULE}
    assert {change.rule for change in _explained(rules)} <= known


_KEPT = list(Tally).index(Tally.PROMISES_KEPT)


def test_what_is_held_for_a_promise_neither_fades_nor_costs(rules: Rules, history: list[Moment]) -> None:
    for moment in history:
        if Stage(moment.before.stage) is not Stage.BRINK:
            continue
        held = (frozen_share(rules, moment.before) == 100) & (frozen_share(rules, moment.after) == 100)
        held &= (
            moment.playing
            & (moment.before.veiled == 0)
            & (moment.after.conceded == moment.before.conceded).all(axis=0)
            & (moment.after.tally[_KEPT] == moment.before.tally[_KEPT])  # another promise of the same two
        )
        assert (moment.after.owed >= moment.before.owed)[held].all()


def test_a_front_is_never_below_the_act_on_it(history: list[Moment]) -> None:
    for moment in history:
        if moment.before.stage < Stage.BRINK:
            assert (moment.after.rung >= moment.after.act).all()


def test_a_front_cools_by_one_rung_a_turn_at_most(history: list[Moment]) -> None:
    for moment in history:
        at_the_brink = (moment.before.brink >= 0) & (
            np.arange(len(moment.before.rung))[:, None] == moment.before.brink
        )
        fall = moment.before.rung - moment.after.rung
        assert (fall[~at_the_brink] <= 1).all()


def test_control_is_lost_only_on_a_front_with_an_act_where_powers_meet(
    rules: Rules, history: list[Moment]
) -> None:
    for moment in history:
        lost = np.flatnonzero(moment.playing & (moment.after.brink >= 0))
        if moment.before.stage != Stage.ANSWER_3:
            continue
        front = moment.after.brink[lost]
        assert (rules.fronts.principals[front] >= 0).all()
        assert (moment.after.act[front, lost] > 0).all()
        assert (moment.after.rung[front, lost] >= rules.fronts.control_from[front]).all()


def test_the_games_that_these_properties_are_checked_on_are_no_empty_ones(rules: Rules) -> None:
    moments = _history(rules.layout.names[Axis.POWER][0], rules, "random")
    struck = np.concatenate([moment.step.strikes.option for moment in moments])
    assert set(rules.options.label[struck].tolist()) == set(Label)
    assert moments[-1].after.tally.any(axis=1).sum() >= 7
    assert {int(ending) for ending in moments[-1].after.ending} >= {Ending.REGIONAL_WAR, Ending.HORIZON}
