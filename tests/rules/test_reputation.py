"""The reply that is expected, and restraint read as licence (rules.md §7)."""

from dataclasses import replace

import numpy as np

from game.rules.home import pressure_to_stop
from game.rules.partners import heat
from game.rules.reputation import expected_reply
from game.rules.state import State
from game.rules.tables import Rules
from tests.rules.playing import opening, take_turn

SOUTH_TO_NORTH = ("southland", "northland")
STRIKE = "northland:missile_strike/southland/border/large/core_military/fast/none"


def assuming(rules: Rules, **assumptions: bool) -> Rules:
    return replace(rules, assumptions=replace(rules.assumptions, **assumptions))


def at(rules: Rules, state: State, track: str, *names: str) -> int:
    return int(state.block[rules.layout.row(track, *names), 0])


def test_the_reply_expected_is_credibility_times_means(border_rules: Rules) -> None:
    state = opening(border_rules, credibility={SOUTH_TO_NORTH: 800}, readiness={("southland",): 300})
    assert expected_reply(border_rules, state)[1, 0, 0] == 400


def test_without_reputation_only_present_means_count(border_rules: Rules) -> None:
    rules = assuming(border_rules, reputation=False)
    replies = [
        int(expected_reply(rules, opening(rules, credibility={SOUTH_TO_NORTH: believed}))[1, 0, 0])
        for believed in (0, 1000)
    ]
    assert replies[0] == replies[1]
    spent = opening(rules, readiness={("southland",): 0})
    assert expected_reply(rules, spent)[1, 0, 0] == 0


def test_a_partner_fears_a_credible_power_that_it_would_provoke(border_rules: Rules) -> None:
    heats = [
        int(heat(border_rules, opening(border_rules, credibility={SOUTH_TO_NORTH: believed}))[0, 0])
        for believed in (0, 500, 1000)
    ]
    assert heats == sorted(heats, reverse=True)
    assert heats[0] > heats[2]


def test_striking_a_credible_rival_presses_to_stop(border_rules: Rules) -> None:
    calm = opening(border_rules, credibility={SOUTH_TO_NORTH: 900})
    struck = opening(border_rules, credibility={SOUTH_TO_NORTH: 900}, struck={("northland", "southland"): 2})
    pressure = [pressure_to_stop(border_rules, state)[:, 0] for state in (calm, struck)]
    assert pressure[1][0] > pressure[0][0]
    assert (pressure[1][1:] == pressure[0][1:]).all()


def hurt_and_silent(rules: Rules, stake: int) -> State:
    state = opening(rules, readiness={("northland",): 600}, line_stake={("south_soil",): stake})
    return take_turn(rules, state, STRIKE)


def test_an_injury_taken_without_reply_or_line_is_read_as_licence(border_rules: Rules) -> None:
    licence, signal = (assuming(border_rules, restraint_emboldens=on) for on in (True, False))
    believed = [
        at(rules, hurt_and_silent(rules, 0), "credibility", *SOUTH_TO_NORTH) for rules in (licence, signal)
    ]
    assert believed[1] - believed[0] == border_rules.numbers.absorbed_credibility


def test_a_drawn_line_keeps_restraint_from_being_read_as_licence(border_rules: Rules) -> None:
    licence, signal = (assuming(border_rules, restraint_emboldens=on) for on in (True, False))
    believed = [hurt_and_silent(rules, 2).credibility[:2] for rules in (licence, signal)]
    assert np.array_equal(*believed)


def test_silence_about_a_crossed_line_costs_by_the_line_and_not_as_licence_too(border_rules: Rules) -> None:
    """The line is judged at the end of a turn in which its owner was hurt once more."""
    licence, signal = (assuming(border_rules, restraint_emboldens=on) for on in (True, False))
    judged = [take_turn(rules, hurt_and_silent(rules, 2), STRIKE) for rules in (licence, signal)]
    assert at(licence, judged[0], "line_stake", "south_soil") == 0
    assert np.array_equal(judged[0].credibility[:2], judged[1].credibility[:2])


def test_a_patron_that_neither_warned_nor_struck_is_believed_less_by_who_hurt_its_client(
    border_rules: Rules,
) -> None:
    licence, signal = (assuming(border_rules, restraint_emboldens=on) for on in (True, False))
    lake_to_north = ("lakeland", "northland")
    believed = [
        at(rules, hurt_and_silent(rules, 2), "credibility", *lake_to_north) for rules in (licence, signal)
    ]
    assert believed[1] - believed[0] == border_rules.numbers.unwarned_credibility
