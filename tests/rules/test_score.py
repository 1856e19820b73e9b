"""Home, ends and the score: what drains a government, what ends a game, and what it is worth (rules.md §4, §10)."""

from dataclasses import replace

import pytest

from game.rules.home import pressure_to_answer, pressure_to_stop
from game.rules.score import score, threat
from game.rules.state import State
from game.rules.tables import Ending, Rules
from tests.rules.playing import opening, take_turn

NORTH, SOUTH, LAKE = range(3)


def test_pressure_to_stop_is_the_sum_that_the_rulebook_gives(border_rules: Rules) -> None:
    """1.3 × losses + 0.3 × (market − 4) + 0.3 a turn of campaign + 0.25 a turn with a home front under fire."""
    state = opening(
        border_rules,
        losses={("northland",): 60},
        losses_before={("northland",): 40},
        market={(): 600},
        campaign={("northland",): 2},
        home_front={("northland",): 3},
    )
    assert pressure_to_stop(border_rules, state)[NORTH, 0] == 130 + 60 + 60 + 75


def test_pressure_to_answer_counts_partners_by_half_and_audiences_by_their_weight(
    border_rules: Rules,
) -> None:
    debts = {("southland", "northland"): 200, ("southland", "hill_fighters"): 100}
    state = opening(border_rules, owed=debts)
    assert pressure_to_answer(border_rules, state)[SOUTH, 0] == 250 * 110 // 100


def test_a_government_without_standing_falls_to_a_caretaker_that_does_not_strike(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules, standing={("northland",): 1}))
    assert state.standing[NORTH, 0] == 0
    assert state.caretaker[NORTH, 0] == 1
    assert state.ending[0] == Ending.PLAYING


def test_talks_and_quiet_settle_the_conflict(border_rules: Rules) -> None:
    for talks, rung, ends in ((400, 4, True), (399, 3, False), (400, 5, False)):
        state = opening(border_rules, talks={("border_talks",): talks}, rung={("border",): rung})
        after = take_turn(border_rules, state)
        assert bool(after.ending[0] == Ending.SETTLEMENT) is ends


def test_the_horizon_comes_at_the_last_turn_and_is_hidden(border_rules: Rules) -> None:
    many = opening(border_rules, games=200)
    assert set(many.last_turn.tolist()) == {border_rules.turns, border_rules.turns + 1}
    state = opening(border_rules)
    for turn in range(1, int(state.last_turn[0]) + 1):
        assert state.turn == turn
        state = take_turn(border_rules, state)
    assert state.ending[0] == Ending.HORIZON


def even(rules: Rules, **values: dict[tuple[str, ...], int]) -> State:
    """Everybody stands at 5, owes nothing and is owed nothing."""
    state = opening(rules)
    for track in ("standing", "legitimacy", "cohesion", "credibility"):
        getattr(state, track)[...] = 500
    for track in ("owed", "humiliation", "impacts", "alignment", "rung"):
        getattr(state, track)[...] = 0
    for track, entries in values.items():
        for names, value in entries.items():
            state.block[rules.layout.row(track, *names)] = value
    return state


def test_the_score_is_the_mean_and_the_weakest_leg(border_rules: Rules) -> None:
    result = score(border_rules, even(border_rules, standing={("northland",): 300}))
    legs = [int(leg[NORTH, 0]) for leg in (result.security, result.credibility, result.home, result.abroad)]
    assert legs[1:] == [500, 300, 500]
    assert result.total[NORTH, 0] == sum(legs) // 4 + 300 + result.mandates[NORTH, 0]


def test_a_patron_is_judged_by_its_client_too_and_others_by_their_rivals_alone(border_rules: Rules) -> None:
    unbelieved = {("lakeland", "southland"): 300, ("southland", "lakeland"): 300}
    before = score(border_rules, even(border_rules)).credibility
    after = score(border_rules, even(border_rules, credibility=unbelieved)).credibility
    heard = (border_rules.rivals | border_rules.client_of)[LAKE].sum()
    assert before[LAKE, 0] - after[LAKE, 0] == 200 // heard
    assert before[SOUTH, 0] == after[SOUTH, 0]


def test_without_the_weakest_leg_the_mean_counts_twice(border_rules: Rules) -> None:
    rules = replace(border_rules, assumptions=replace(border_rules.assumptions, weakest_leg=False))
    result = score(rules, even(rules, standing={("northland",): 300}))
    mean = (
        sum(int(leg[NORTH, 0]) for leg in (result.security, result.credibility, result.home, result.abroad))
        // 4
    )
    assert result.total[NORTH, 0] == 2 * mean + result.mandates[NORTH, 0]


def test_security_falls_with_impacts_with_the_rung_and_with_the_threat_that_is_left(
    border_rules: Rules,
) -> None:
    calm = int(score(border_rules, even(border_rules)).security[SOUTH, 0])
    hit = score(border_rules, even(border_rules, impacts={("southland",): 30})).security[SOUTH, 0]
    assert calm - hit == border_rules.numbers.security_impacts // 2
    war = score(border_rules, even(border_rules, rung={("border",): 7})).security[SOUTH, 0]
    assert calm - war == border_rules.numbers.security_rung
    disarmed = even(
        border_rules, stock={("northland", "drone"): 0, ("northland", "missile"): 0}, nuclear={(): 0}
    )
    assert score(border_rules, disarmed).security[SOUTH, 0] == 1000
    left = border_rules.numbers.security_threat * (50 + 500 // 20) // 100
    assert calm == 1000 - left  # the rival's stocks are whole, and its programme is at 5


def test_the_threat_of_rivals_is_half_their_stocks_by_weight_and_half_their_programme(
    border_rules: Rules,
) -> None:
    """Southland's one rival is Northland; Northland's rivals are the two others, which have no programme."""
    whole = threat(border_rules, even(border_rules, nuclear={(): 1000}))[:, 0]
    assert whole.tolist() == [50, 100, 100]
    less = even(border_rules, nuclear={(): 1000}, stock={("northland", "missile"): 0})
    weights = dict(zip(border_rules.munitions.names, border_rules.munitions.threat.tolist(), strict=True))
    opened = even(border_rules).stock[NORTH, :, 0].tolist()
    stocks = dict(zip(border_rules.munitions.names, opened, strict=True))
    every = sum(stocks[name] * weights[name] for name in stocks)
    rest = 50 * (every - stocks["missile"] * weights["missile"]) // every
    assert threat(border_rules, less)[SOUTH, 0] == rest + 50 < 100


def test_the_programme_grows_by_itself_and_half_as_fast_where_all_of_it_is_seen(border_rules: Rules) -> None:
    grown = []
    for transparency in (0, 300):
        before = even(border_rules, transparency={(): transparency}, nuclear={(): 400})
        grown.append(int(take_turn(border_rules, before).nuclear[0]) - 400)
    assert grown == [border_rules.numbers.nuclear_growth, border_rules.numbers.nuclear_growth // 2]
    assert grown[1] > 0
    free = replace(border_rules, nuclear_owner=-1)
    assert take_turn(free, even(free, nuclear={(): 400})).nuclear[0] == 400


def test_credibility_is_what_rivals_believe_less_a_quarter_of_what_is_owed(border_rules: Rules) -> None:
    state = even(
        border_rules, owed={("northland", "southland"): 400}, credibility={("northland", "lakeland"): 700}
    )
    assert score(border_rules, state).credibility[NORTH, 0] == (500 - 100 + 700) // 2


def test_abroad_is_the_mean_of_cohesion_alignment_and_legitimacy(border_rules: Rules) -> None:
    state = even(border_rules, alignment={("coastland", "northland"): 200}, legitimacy={("northland",): 200})
    assert score(border_rules, state).abroad[NORTH, 0] == (500 + 1000 + 200) // 3


def test_a_settlement_adds_a_fall_takes_and_a_war_leaves_nothing(border_rules: Rules) -> None:
    base = int(score(border_rules, even(border_rules)).total[NORTH, 0])
    settled = even(border_rules, ending={(): int(Ending.SETTLEMENT)})
    assert score(border_rules, settled).total[NORTH, 0] == base + border_rules.numbers.settlement_bonus
    fallen = even(border_rules, caretaker={("northland",): 1})
    assert score(border_rules, fallen).total[NORTH, 0] == base * border_rules.numbers.caretaker_share // 100
    war = even(border_rules, ending={(): int(Ending.REGIONAL_WAR)})
    assert (score(border_rules, war).total == 0).all()


def test_a_survivor_is_never_worse_off_than_in_a_war(border_rules: Rules) -> None:
    ruined = even(
        border_rules,
        standing={("northland",): 0},
        caretaker={("northland",): 1},
        legitimacy={("northland",): 0},
    )
    ruined.credibility[NORTH] = ruined.cohesion[0] = 0
    ruined.impacts[NORTH] = 1000
    assert score(border_rules, ruined).total[NORTH, 0] >= border_rules.numbers.survivor_least > 0


@pytest.mark.parametrize(
    ("standing", "capacity", "lake", "met"), [(500, 300, 2, 3), (499, 300, 2, 2), (0, 0, 7, 0)]
)
def test_mandates_together_add_or_take_two(
    border_rules: Rules, standing: int, capacity: int, lake: int, met: int
) -> None:
    state = even(
        border_rules,
        standing={("northland",): standing},
        capacity={("hill_fighters",): capacity},
        rung={("lake",): lake},
    )
    assert score(border_rules, state).mandates[NORTH, 0] == 200 * (2 * met - 3) // 3


def test_the_toll_is_in_no_criterion(rules: Rules) -> None:
    state = opening(rules)
    before = score(rules, state)
    state.killed[...] += 1_000_000
    state.displaced[...] += 1_000_000
    for first, second in zip(before, score(rules, state), strict=True):
        assert (first == second).all()
