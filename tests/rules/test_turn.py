"""The order of play reads like the rulebook, and every rule in it says which paragraph it is (rules.md §3)."""

import inspect
import re
from functools import partial

import pytest

from game.rules import turn
from game.rules.tables import Rules, Slot, Stage
from game.rules.turn import BOOKS, LAST_ANSWER, NEW_TURN, OFFER, ORDERS, Rule, rule_name

SEQUENCES = (ORDERS, OFFER, LAST_ANSWER, turn.BRINK, BOOKS, NEW_TURN)
RULES = {rule_name(rule): rule for sequence in SEQUENCES for rule in sequence}


def function(rule: Rule) -> Rule:
    return rule.func if isinstance(rule, partial) else rule


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_says_what_it_means_and_its_module_or_itself_where_it_stands(name: str) -> None:
    rule = function(RULES[name])
    said = inspect.getdoc(rule)
    assert said
    assert said.splitlines()[0].endswith(".")
    home = inspect.getmodule(rule)
    assert home is not None
    assert re.search(r"§\s?\d+", said + (home.__doc__ or "")), f"{name} names no paragraph of rules.md"


def names(sequence: tuple[Rule, ...]) -> list[str]:
    return [rule_name(rule) for rule in sequence]


def slots(sequence: tuple[Rule, ...]) -> list[Slot]:
    return [rule.keywords["slot"] for rule in sequence if isinstance(rule, partial)]


def test_orders_are_resolved_in_the_order_of_the_rulebook() -> None:
    """Declaratory → diplomatic → partners → guard → strikes and operations; stocks first, then what lands."""
    assert slots(ORDERS) == [Slot.DECLARATORY, Slot.DIPLOMATIC, Slot.GUARD, Slot.FORCE]
    order = names(ORDERS)
    wanted = [
        "words.declare",
        "promises.ask_to_hold",
        "partners.answer_patrons",
        "turn.commit_stocks",
        "interception.intercept",
        "harm.land",
        "ledger.pay",
        "ledger.injure",
        "words.cross_lines",
        "talks.attempt",
        "windows.open_windows",
    ]
    assert [name for name in order if name in wanted] == wanted


def test_both_sides_pay_before_either_is_injured() -> None:
    for sequence in (ORDERS, LAST_ANSWER):
        order = names(sequence)
        assert order.index("ledger.pay") < order.index("ledger.injure")


def test_an_answer_counts_before_a_new_crossing_does() -> None:
    order = names(LAST_ANSWER)
    assert order.index("words.answer_lines") < order.index("words.cross_lines")


def test_control_is_lost_after_the_last_answer_only() -> None:
    assert "ladder.lose_control" in names(LAST_ANSWER)
    assert "ladder.lose_control" not in names(turn.ANSWER) + names(ORDERS) + names(BOOKS)


def test_promises_are_judged_before_lines_and_before_what_is_owed_fades() -> None:
    order = names(BOOKS)
    assert (
        order.index("promises.judge_promises")
        < order.index("words.judge_lines")
        < order.index("ledger.carry")
    )
    assert order.index("ladder.cool") < order.index("ends.end")
    assert order[-1] == "windows.clear_turn"


def test_every_stage_has_its_rules(border_rules: Rules) -> None:
    for stage in Stage:
        assert turn._rules_of(stage)
