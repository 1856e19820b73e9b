"""Events: one a turn at most, after a cause, by chance, and explained (rules.md §11)."""

from typing import Any

import numpy as np
import pytest

from game.lab.simulate import random_policy
from game.rules.effects import Recorder
from game.rules.state import State
from game.rules.tables import Ending, Rules, Stage
from game.rules.turn import befall
from game.scenario.chance_events import Event
from game.scenario.compile import compiled
from game.scenario.models import Scenario
from tests.rules.playing import keys_of, opening, play, take_stage

GAMES = 400
ROCKETS = {("hills",): 3}


@pytest.fixture
def with_events(border_scenario: Scenario) -> Any:
    """The small conflict with events of a test's own, which otherwise are as its one event."""

    def build(**events: dict[str, Any]) -> Rules:
        stray = border_scenario.events["stray_rocket"]
        models = {name: stray.model_copy(update={"name": name, **change}) for name, change in events.items()}
        return compiled(border_scenario.model_copy(update={"events": models}))

    return build


def books(rules: Rules, before: State, recorder: Recorder | None = None) -> State:
    """The state after the books of a turn in which nothing else is done."""
    before.stage = Stage.BRINK
    return take_stage(rules, before, recorder=recorder)[0]


def test_without_its_cause_no_event_happens(with_events: Any) -> None:
    rules = with_events(stray={"weight": 1.0})
    assert not books(rules, opening(rules, GAMES, act={("hills",): 2})).event.any()
    assert books(rules, opening(rules, GAMES, act=ROCKETS)).event.all()


def test_an_event_is_due_as_often_as_its_weight_says(border_rules: Rules) -> None:
    state = books(border_rules, opening(border_rules, 2000, act=ROCKETS))
    assert 0.22 < (state.event[0] == 1).mean() < 0.28


def test_at_most_one_event_happens_in_a_turn_and_each_that_is_due_can_be_the_one(with_events: Any) -> None:
    rules = with_events(first={"weight": 1.0}, second={"weight": 1.0}, third={"weight": 1.0})
    state = books(rules, opening(rules, GAMES, act=ROCKETS))
    assert (state.event.sum(axis=0) == 1).all()
    assert (state.event.sum(axis=1) > GAMES // 5).all()


def test_an_event_happens_once_unless_it_may_happen_again(with_events: Any) -> None:
    rules = with_events(once={"weight": 1.0, "again": False}, again={"weight": 1.0, "again": True})
    before = opening(rules, GAMES, act=ROCKETS, event={("once",): 1, ("again",): 1})
    state = books(rules, before)
    assert (state.event[0] == 1).all()
    assert (state.event[1] == 2).all()


def test_what_an_event_changes_is_explained_by_its_name(border_rules: Rules) -> None:
    before = opening(border_rules, GAMES, act=ROCKETS)
    recorder = Recorder()
    state = books(border_rules, before, recorder)
    happened = state.event[0] == 1
    told = [change for change in recorder.changes if change.cause == "a stray rocket"]
    assert {change.rule for change in told} == {"events.happen"}
    assert {change.place for change in told} == set(np.flatnonzero(happened).tolist())
    legitimacy = border_rules.layout.row("legitimacy", "northland")
    assert {change.after - change.before for change in told if change.row == legitimacy} == {-20}


def test_people_killed_by_an_event_lie_between_its_least_and_its_most(border_rules: Rules) -> None:
    recorder = Recorder()
    books(border_rules, opening(border_rules, 2000, act=ROCKETS), recorder)
    row = border_rules.layout.row("killed", "hill_villagers")
    of_event = [
        change for change in recorder.changes if change.cause == "a stray rocket" and change.row == row
    ]
    assert {change.after - change.before for change in of_event} == {1, 2, 3, 4, 5, 6}


def test_nothing_happens_any_more_in_a_game_that_has_ended(with_events: Any) -> None:
    rules = with_events(stray={"weight": 1.0})
    before = opening(rules, 4, act=ROCKETS, ending={(): int(Ending.REGIONAL_WAR)})
    assert not books(rules, before).event.any()


def test_a_conflict_without_events_is_played_as_ever(with_events: Any) -> None:
    rules = with_events()
    last = list(play(rules, random_policy, keys_of(4)))[-1]
    assert last.event.shape == (0, 4)


def test_an_event_of_the_format_needs_a_cause_and_a_weight(border_scenario: Scenario) -> None:
    whole = border_scenario.events["stray_rocket"].model_dump()
    for change in ({"requires": ()}, {"weight": 0.0}):
        with pytest.raises(ValueError, match=r"requires|weight"):
            Event.model_validate(whole | change)


@pytest.mark.parametrize(
    ("event", "cause", "row", "by"),
    [
        ("inquiry", ("rung", "gaza", 5), ("standing", "israel"), -50),
        ("normalisation_stalls", ("rung", "direct", 5), ("alignment", "gulf_states", "israel"), -20),
        ("normalisation_nears", ("talks", "gaza", 300), ("agenda", "hamas_and_allies"), 50),
        ("blockade", ("failures", "gaza", 1), ("grievance", "hamas_and_allies"), 50),
        ("protests_gaza", ("capacity", "hamas_and_allies", 300), ("capacity", "hamas_and_allies"), -20),
        ("protests_israel", ("failures", "gaza", 1), ("standing", "israel"), -20),
        ("protests_us", ("backing", "us", 1), ("standing", "us"), -20),
        ("protests_iran", ("struck", "iran", "israel", 2), ("standing", "iran"), -20),
        ("holy_sites", ("struck", "israel", "hamas_and_allies", 1), ("agenda", "ansar_allah"), 20),
    ],
)
def test_an_event_of_the_catalogue_follows_on_its_cause_alone(
    consulate_scenario: Scenario, event: str, cause: tuple[Any, ...], row: tuple[str, ...], by: int
) -> None:
    model = consulate_scenario.events[event].model_copy(update={"weight": 1.0})
    rules = compiled(consulate_scenario.model_copy(update={"events": {event: model}}))
    track, *entry, value = cause
    assert not books(rules, opening(rules)).event.any()
    recorder = Recorder()
    books(rules, opening(rules, **{track: {tuple(entry): value}}), recorder)
    changed = {
        change.row: change.after - change.before for change in recorder.changes if change.cause == model.name
    }
    assert changed[rules.layout.row(*row)] == by


def test_an_event_by_choice_needs_no_cause_and_happens_in_every_game_that_goes_on(with_events: Any) -> None:
    rules = with_events(once={"weight": 0.1, "again": False})
    before = opening(rules, 4)
    before.ending[1], before.event[0, 2] = Ending.HORIZON, 1
    state = before.copy()
    befall(rules, state, 0, keys_of(4))
    assert state.event[0].tolist() == [1, 0, 1, 1]
    assert np.array_equal(state.block[:, 1:3], before.block[:, 1:3])
    assert (state.turn, state.stage) == (before.turn, before.stage)


def test_an_event_by_choice_changes_what_one_by_chance_does(with_events: Any) -> None:
    rules = with_events(stray={"weight": 1.0})
    by_chance, by_choice = Recorder(), Recorder()
    books(rules, opening(rules, 1, act=ROCKETS), by_chance)
    state = opening(rules, 1)
    state.stage = Stage.BRINK
    befall(rules, state, 0, keys_of(1), by_choice)
    wanted = [change for change in by_chance.changes if change.rule == "events.happen"]
    assert [(change.row, change.cause) for change in by_choice.changes] == [
        (change.row, change.cause) for change in wanted
    ]


def test_an_event_by_choice_is_the_same_alone_and_in_a_batch(with_events: Any) -> None:
    rules = with_events(stray={})
    together = opening(rules, 8)
    alone = together.take(np.array([5]))
    befall(rules, together, 0, keys_of(8))
    befall(rules, alone, 0, keys_of(8)[5:6])
    assert np.array_equal(together.block[:, 5], alone.block[:, 0])
