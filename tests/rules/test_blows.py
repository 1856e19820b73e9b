"""What a strike does by its option alone."""

from dataclasses import replace

import numpy as np

from game.rules.blows import bias, blows, display
from game.rules.tables import Label, Rules


def test_a_blow_is_felt_the_more_the_more_gets_through_and_whole_where_all_of_it_does(
    border_rules: Rules,
) -> None:
    felt = display(border_rules)
    assert felt[0] == border_rules.numbers.display_floor
    assert (np.diff(felt) >= 0).all()
    assert felt[100] == 100


def test_where_there_is_no_defence_nobody_defends_and_all_ground_is_built_up(border_rules: Rules) -> None:
    table, options = blows(border_rules), border_rules.options
    undefended = options.strike & (options.defence < 0)
    assert undefended.any()
    assert (table.defender[undefended] == -1).all()
    assert (table.built_up[undefended] == 100).all()
    assert (table.exposed[undefended] == 0).all()


def test_only_what_is_decisive_or_humiliates_pays_for_humiliation_in_full(border_rules: Rules) -> None:
    table, options = blows(border_rules), border_rules.options
    in_full = (options.label == Label.DECISIVE) | (options.humiliation > 0)
    assert (table.pays_whole == in_full).all()


def test_no_covert_blow_stings_for_being_claimed(border_rules: Rules) -> None:
    table, options = blows(border_rules), border_rules.options
    assert (table.sting[options.covert] == 0).all()
    assert (table.sting[~options.covert] == border_rules.numbers.claim_sting).all()


def test_without_the_assumption_injuries_are_booked_as_they_were_meant(border_rules: Rules) -> None:
    plain = replace(border_rules, assumptions=replace(border_rules.assumptions, injury_bias=False))
    assert bias(plain) == 100
    assert (blows(plain).humiliation == border_rules.options.humiliation).all()
    assert bias(border_rules) == border_rules.numbers.injury_bias
