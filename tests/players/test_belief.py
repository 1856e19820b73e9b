"""What a seat takes its rivals to be like, and what it makes of their restraint (the essay, A 5, A 19, A 21)."""

from dataclasses import replace

import numpy as np
import pytest

from game.players.belief import KINDS, WHOLE, belief, first_belief, nearest
from game.players.computer import ComputerPlayer
from game.players.doctrine import DEFAULT, FORCEFUL, RESTRAINED, Doctrine
from game.players.forecaster import Forecaster
from game.players.questions import Situation, assess, wanted_resolve
from game.rules.arrays import integers
from game.rules.state import State
from game.rules.tables import ORDER_SLOTS, Ending, Rules, Slot, Stage
from game.rules.view import View, view
from game.scenario.models import Scenario
from game.session.opponents import opponents
from tests.rules.playing import keys_of, opening

GAMES = 100
SALVO = "iran:announced_salvo/israel/direct/maximal/core_military/slow/announced"
NORTH_TO_SOUTH, SOUTH_TO_NORTH = ("northland", "southland"), ("southland", "northland")


def from_north(rules: Rules, games: int = GAMES, **values: dict[tuple[str, ...], int]) -> View:
    return seen(rules, opening(rules, games=games, **values))


def seen(rules: Rules, state: State) -> View:
    return view(rules, state, 0, keys_of(state.games))


def situation(rules: Rules, mind: Doctrine, known: View) -> Situation:
    return assess(rules, mind, known, integers(np.full(known.games, 50)), open_windows_only=False)


# --- mirror-imaging ------------------------------------------------------------------------------------


@pytest.mark.parametrize("mind", KINDS)
def test_a_rival_is_first_taken_to_be_like_oneself(border_rules: Rules, mind: Doctrine) -> None:
    taken = belief(border_rules, mind, from_north(border_rules))
    assert (taken.likeliest == KINDS.index(mind)).all()


def test_without_the_assumption_every_kind_is_as_likely(border_rules: Rules) -> None:
    fair = replace(border_rules, assumptions=replace(border_rules.assumptions, mirror_imaging=False))
    for mind in KINDS:
        odds = first_belief(fair, mind, KINDS)
        assert odds.sum() == WHOLE
        assert odds.max() - odds.min() <= 1


def test_open_strikes_teach_that_a_rival_is_no_mirror_image(border_rules: Rules) -> None:
    likely = [
        belief(border_rules, RESTRAINED, from_north(border_rules, blows={SOUTH_TO_NORTH: count})).odds[
            -1, 1, 0
        ]
        for count in range(5)
    ]
    assert likely == sorted(likely)
    taken = belief(border_rules, RESTRAINED, from_north(border_rules, blows={SOUTH_TO_NORTH: 4}))
    assert KINDS[taken.likeliest[1, 0]] is FORCEFUL


def test_restraint_teaches_the_reverse(border_rules: Rules) -> None:
    taken = belief(border_rules, FORCEFUL, from_north(border_rules, held_back={SOUTH_TO_NORTH: 4}))
    assert KINDS[taken.likeliest[1, 0]] is RESTRAINED


def test_who_prefers_quiet_expects_no_blow_where_who_seeks_force_does(border_rules: Rules) -> None:
    """The same position, and no difference but what each takes the rival to be like."""
    known = from_north(border_rules, owed={SOUTH_TO_NORTH: 300}, rung={("border",): 2})
    expects = {mind.aim: situation(border_rules, mind, known).threatened.mean() for mind in KINDS}
    assert expects[RESTRAINED.aim] < expects[FORCEFUL.aim]


def test_a_restrained_seat_that_was_struck_expects_the_next_blow(border_rules: Rules) -> None:
    owed = {SOUTH_TO_NORTH: 500}
    trusting = situation(border_rules, RESTRAINED, from_north(border_rules, owed=owed)).threatened
    taught = situation(
        border_rules, RESTRAINED, from_north(border_rules, owed=owed, blows={SOUTH_TO_NORTH: 3})
    ).threatened
    assert trusting.sum() < taught.sum()


def test_a_doctrine_is_nearest_to_itself(consulate_scenario: Scenario, consulate_rules: Rules) -> None:
    for mixture in opponents(consulate_scenario, consulate_rules).values():
        kinds = tuple(player.doctrine for player in mixture.players)
        assert [nearest(kind, kinds) for kind in kinds] == list(range(len(kinds)))


def test_a_forecast_for_a_forceful_mind_expects_more_blows(
    consulate_scenario: Scenario, consulate_rules: Rules
) -> None:
    rules, mixtures = consulate_rules, opponents(consulate_scenario, consulate_rules)
    known = seen(rules, opening(rules))
    draft = integers([rules.options.menu[0, slot][0] for slot in ORDER_SLOTS])
    draft[0] = rules.options.keys.index(SALVO)
    forecasts = [
        Forecaster(rules, 0, mixtures, samples=600, mind=mind).forecast(known, draft)
        for mind in (RESTRAINED, FORCEFUL)
    ]
    assert forecasts[0].struck_back[1].percent < forecasts[1].struck_back[1].percent
    assert [each.supposed[1] for each in forecasts] == [RESTRAINED.aim, FORCEFUL.aim]


def test_the_reasons_say_what_the_rival_is_taken_for(border_rules: Rules) -> None:
    known = from_north(border_rules, owed={NORTH_TO_SOUTH: 300})
    why = ComputerPlayer(border_rules, 0, RESTRAINED).choose(known, keys_of(GAMES)).why()
    taken = "{southland} is taken to prefer quiet, as {northland} does (nothing was seen of it yet), and to strike "
    assert any(step.startswith(f"{taken}from 6.0 owed; it owes {{northland}} about ") for step in why)


# --- restraint as licence or as a signal ---------------------------------------------------------------

LICENCE = replace(DEFAULT, restraint_is_licence=True)
SIGNAL = replace(DEFAULT, restraint_is_licence=False)


def wanted_and_threshold(rules: Rules, mind: Doctrine, held_back: int) -> tuple[int, int]:
    known = from_north(rules, owed={NORTH_TO_SOUTH: 400}, held_back={SOUTH_TO_NORTH: held_back})
    found = situation(rules, mind, known)
    return int(wanted_resolve(mind, found)[0]), int(found.threshold[0])


def test_who_reads_licence_strikes_harder_and_from_less_owed_after_restraint(border_rules: Rules) -> None:
    (before, from_before), (after, from_after) = (
        wanted_and_threshold(border_rules, LICENCE, held_back) for held_back in (0, 2)
    )
    assert after > before
    assert from_after < from_before


def test_who_reads_a_signal_answers_restraint_with_mildness(border_rules: Rules) -> None:
    (before, from_before), (after, from_after) = (
        wanted_and_threshold(border_rules, SIGNAL, held_back) for held_back in (0, 2)
    )
    assert after < before
    assert from_after > from_before


def goes_on(rules: Rules, mind: Doctrine, held_back: int) -> float:
    """How often Northland goes on at the brink against Southland."""
    state = opening(rules, games=400, held_back={SOUTH_TO_NORTH: held_back})
    state.stage, state.ending[:] = int(Stage.BRINK), int(Ending.PLAYING)
    state.brink[:] = next(
        front for front, powers in enumerate(rules.fronts.principals) if set(powers.tolist()) == {0, 1}
    )
    chosen = ComputerPlayer(rules, 0, mind).choose(seen(rules, state), keys_of(400)).choices[0]
    return float((chosen != rules.options.menu[0, Slot.BRINK][0]).mean())


def test_who_reads_licence_goes_on_at_the_brink_against_who_held_back(border_rules: Rules) -> None:
    assert goes_on(border_rules, LICENCE, 2) > goes_on(border_rules, LICENCE, 0)


def test_who_reads_a_signal_stops_at_the_brink_against_who_held_back(border_rules: Rules) -> None:
    assert goes_on(border_rules, SIGNAL, 2) < goes_on(border_rules, SIGNAL, 0)


def answers(rules: Rules, mind: Doctrine, held_back: int) -> float:
    """How often Northland strikes back in a reply window while the front is hot."""
    state = opening(
        rules, games=400, owed={NORTH_TO_SOUTH: 500}, held_back={SOUTH_TO_NORTH: held_back},
        readiness={("northland",): 600}, rung={(name,): 5 for name in rules.layout.names["front"]},
    )  # fmt: skip
    state.stage = int(Stage.ANSWER_1)
    state.window[0, 1] = 1
    chosen = ComputerPlayer(rules, 0, mind).choose(seen(rules, state), keys_of(400)).choices[0]
    return float(rules.options.strike[chosen].mean())


def test_who_reads_licence_dares_to_strike_back_more(border_rules: Rules) -> None:
    assert answers(border_rules, LICENCE, 2) > answers(border_rules, LICENCE, 0) > 0


def test_the_reasons_say_how_restraint_is_read(border_rules: Rules) -> None:
    known = from_north(border_rules, owed={NORTH_TO_SOUTH: 300}, held_back={SOUTH_TO_NORTH: 2})
    for mind, reading in (
        (LICENCE, "licence → answers sooner and harder"),
        (SIGNAL, "a signal → answers later and milder"),
    ):
        why = ComputerPlayer(border_rules, 0, mind).choose(known, keys_of(GAMES)).why()
        assert f"{{southland}} let a blow pass, or held for a promise, twice: reads that as {reading}." in why
