"""Hosts: airspace, help to intercept and what it exposes to, and being drawn into a wider war (rules.md §6, §9)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.choices import reasons_against
from game.rules.hosts import helping
from game.rules.strikes import Strikes
from game.rules.tables import Rules, Stage
from game.rules.tracks import Tally
from tests.rules.playing import opening, option, take_stage

PATROL = "lakeland:patrol_strike/northland/lake/limited/core_military/fast/none"
MISSILES = "northland:missile_strike/lakeland/lake/large/core_military/fast/none"
AT_LAKE = ("coastland", "lakeland")
BEHIND = ("coastland", "northland")
DRAWN_IN = list(Tally).index(Tally.HOSTS_DRAWN_IN)


def test_a_host_that_dislikes_a_power_closes_its_airspace_and_says_what_would_open_it(
    border_rules: Rules,
) -> None:
    closed = opening(border_rules, alignment={AT_LAKE: -190})
    reasons = reasons_against(border_rules, closed, option(border_rules, PATROL))
    assert reasons == ["Coastland closes its airspace to you; closer relations would open it."]
    assert not reasons_against(border_rules, opening(border_rules), option(border_rules, PATROL))


def test_missiles_need_no_leave_to_cross(rules: Rules) -> None:
    salvos = rules.options.over.any(axis=1) & ~rules.options.salvo[:, rules.munitions.by_air].any(axis=1)
    state = opening(rules)
    state.alignment[...] = -200
    for number in np.flatnonzero(salvos):
        assert not any("airspace" in reason for reason in reasons_against(rules, state, int(number)))


def test_flying_over_a_host_costs_its_alignment_by_scale(border_rules: Rules) -> None:
    state = opening(border_rules, owed={("lakeland", "northland"): 900})
    after, _ = take_stage(border_rules, state, PATROL)
    assert state.alignment[0, 2, 0] - after.alignment[0, 2, 0] == border_rules.numbers.overflight_alignment


def test_a_close_host_helps_to_intercept_and_loses_alignment_with_the_attacker(border_rules: Rules) -> None:
    state = opening(border_rules, alignment={AT_LAKE: 150}, readiness={("northland",): 600})
    state.owed[0, 2] = 900
    after, step = take_stage(border_rules, state, MISSILES)
    assert step.strikes.helping[:, 0].all()
    assert state.alignment[0, 0, 0] - after.alignment[0, 0, 0] == border_rules.numbers.host_exposure


def test_a_distant_host_neither_helps_nor_is_exposed(border_rules: Rules) -> None:
    state = opening(border_rules, alignment={AT_LAKE: 50}, readiness={("northland",): 600})
    state.owed[0, 2] = 900
    after, _ = take_stage(border_rules, state, MISSILES)
    assert after.alignment[0, 0, 0] == state.alignment[0, 0, 0]


def test_hosts_close_to_a_patron_help_its_client_only_where_they_defend_together(border_rules: Rules) -> None:
    """Coastland is next to the lake; a salvo there at Southland is not an order, so its defender is named here."""
    chosen = np.array([[option(border_rules, MISSILES)], [0], [0]])
    strikes = Strikes.of_powers(border_rules, chosen)
    southland = np.array([1])
    alone = opening(border_rules, alignment={AT_LAKE: 150})
    together = opening(border_rules, alignment={AT_LAKE: 150}, shield={("southland",): 1})
    assert not helping(border_rules, alone, strikes, southland).any()
    assert helping(border_rules, together, strikes, southland).all()


def test_more_hosts_that_help_never_let_more_through(border_rules: Rules) -> None:
    leaked = []
    for alignment in (0, 200):
        state = opening(
            border_rules, games=200, alignment={AT_LAKE: alignment}, readiness={("northland",): 600}
        )
        _, step = take_stage(border_rules, state, MISSILES)
        leaked.append(step.strikes.leaked.sum(axis=0))
    assert (leaked[1] <= leaked[0]).all()
    assert leaked[1].sum() < leaked[0].sum()


def test_a_decisive_blow_that_takes_a_front_to_campaign_tests_its_hosts_once(border_rules: Rules) -> None:
    sure = replace(border_rules, numbers=replace(border_rules.numbers, drawn_in_campaign=100))
    blow = "northland:missile_strike/lakeland/lake/maximal/energy/fast/none"
    state = opening(sure, readiness={("northland",): 600})
    after, _ = take_stage(sure, state, blow)
    assert after.drawn_in[:, 0].tolist() == [1]
    assert after.tally[DRAWN_IN, 0] == 1
    state.drawn_in[...] = 1
    again, _ = take_stage(sure, state, blow)
    assert again.tally[DRAWN_IN, 0] == 0


def test_a_lesser_blow_draws_nobody_in(border_rules: Rules) -> None:
    sure = replace(border_rules, numbers=replace(border_rules.numbers, drawn_in_campaign=100))
    after, _ = take_stage(sure, opening(sure, readiness={("northland",): 600}), MISSILES)
    assert not after.drawn_in.any()


@pytest.mark.parametrize(("rung", "chance", "drawn"), [(7, 100, 1), (7, 0, 0), (6, 100, 0)])
def test_general_war_draws_in_the_hosts_next_to_its_front_by_chance(
    border_rules: Rules, rung: int, chance: int, drawn: int
) -> None:
    rules = replace(border_rules, numbers=replace(border_rules.numbers, drawn_in_war=chance))
    before = opening(rules, rung={("lake",): rung}, market={(): 500})
    before.stage = Stage.BRINK
    after, _ = take_stage(rules, before)
    assert after.drawn_in[:, 0].tolist() == [drawn]
    assert after.tally[DRAWN_IN, 0] == drawn


def test_war_on_another_front_draws_in_no_host_that_is_not_next_to_it(border_rules: Rules) -> None:
    sure = replace(border_rules, numbers=replace(border_rules.numbers, drawn_in_war=100))
    before = opening(sure, rung={("border",): 7})
    before.stage = Stage.BRINK
    assert not take_stage(sure, before)[0].drawn_in.any()
