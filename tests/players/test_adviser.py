"""Advisers: one for each doctrine, heard in the same worlds."""

import numpy as np

from game.players.adviser import Advice, advising
from game.rules.choices import check, passes
from game.rules.tables import Rules, Stage
from game.rules.view import view
from tests.players.searching import others, players
from tests.rules.playing import keys_of, opening


def heard(rules: Rules) -> tuple[Advice, ...]:
    keys = keys_of(1)
    working = advising(rules, players(rules, 0), others(rules, 0), view(rules, opening(rules), 0, keys), keys)
    while True:
        try:
            next(working)
        except StopIteration as done:
            advice: tuple[Advice, ...] = done.value
            return advice


def test_every_doctrine_of_the_power_has_an_adviser_with_reasons(border_rules: Rules) -> None:
    advice = heard(border_rules)
    assert [each.doctrine for each in advice] == ["balance", "restraint", "force"]
    assert all(each.reasons for each in advice)
    assert all(0 <= each.answered <= 100 and 0 <= each.lost <= 100 for each in advice)


def test_what_is_advised_can_be_done(border_rules: Rules) -> None:
    for each in heard(border_rules):
        choices = passes(border_rules, Stage.ORDERS, 1)
        choices[0] = np.array(each.options)[:, None]
        check(border_rules, opening(border_rules), choices)


def test_the_same_advice_has_the_same_prospects(border_rules: Rules) -> None:
    """All are heard in the same worlds: only what is done makes a difference."""
    prospects: dict[tuple[int, ...], set[tuple[float, float, float]]] = {}
    for each in heard(border_rules):
        prospects.setdefault(each.options, set()).add((each.score, each.answered, each.lost))
    assert all(len(found) == 1 for found in prospects.values())
