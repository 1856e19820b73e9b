"""Advisers: one for each doctrine, heard in the same worlds."""

import numpy as np

from game.players.adviser import Advice, advising
from game.players.slices import finished
from game.rules.choices import check, passes
from game.rules.tables import Rules, Stage
from game.rules.view import view
from tests.players.searching import others, players
from tests.rules.playing import keys_of, opening


def heard(rules: Rules, draft: list[int] | None = None) -> tuple[Advice, ...]:
    keys = keys_of(1)
    nothing = passes(rules, Stage.ORDERS, 1)[0, :, 0].tolist() if draft is None else draft
    seen = view(rules, opening(rules), 0, keys)
    return finished(advising(rules, players(rules, 0), others(rules, 0), seen, keys, nothing))


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


def test_advice_is_measured_against_the_own_draft(border_rules: Rules) -> None:
    usual, *_ = heard(border_rules)
    beside = heard(border_rules, list(usual.options))
    assert beside[0].better == 0
    assert [each.score for each in beside] == [each.score for each in heard(border_rules)]
    assert all(each.better == each.score - beside[0].score for each in beside)
