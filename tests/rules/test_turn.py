"""The order of play reads like the rulebook, and every rule in it says which paragraph it is (rules.md §3)."""

import inspect
import re
from functools import partial

import pytest

from game.lab.simulate import random_policy
from game.rules import turn, windows
from game.rules.tables import ANSWERS, Rules, Slot
from game.rules.turn import AFTER_EXCHANGES, BOOKS, EVERY_RULE, ORDERS, REPLIES, Rule, advance, rule_name
from tests.conftest import ROOT
from tests.rules.playing import keys_of, play

RULEBOOK = ROOT / "docs" / "rules.md"
RULES = {rule_name(rule): rule for rule in EVERY_RULE}


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


def test_a_rule_cites_the_paragraph_in_which_the_rulebook_tells_of_it() -> None:
    """§3 lists what happens when; where else a rule is told of, a player who asks why is sent there."""
    told, _, _ = RULEBOOK.read_text(encoding="utf-8").partition("## Not built yet")
    _, *parts = re.split(r"^## (§\d+)", told, flags=re.MULTILINE)
    where: dict[str, set[str]] = {}
    for section, text in zip(parts[::2], parts[1::2], strict=True):
        for name in re.findall(r"`([a-z_]+\.[a-z_]+)`", text):
            where.setdefault(name, set()).add(section)
    elsewhere = {name: where[name] - {"§3"} for name in RULES if where.get(name, set()) - {"§3"}}
    wrong = {
        name: turn.paragraph(name) for name, known in elsewhere.items() if turn.paragraph(name) not in known
    }
    assert wrong == {"launches.commit_stocks": "§3"}  # whose stocks are committed is of the order of play
    assert len(elsewhere) > 60


def test_orders_are_resolved_in_the_order_of_the_rulebook() -> None:
    """Declaratory → diplomatic → partners → guard → strikes and operations; stocks first, then what lands."""
    assert slots(ORDERS) == [Slot.DECLARATORY, Slot.DIPLOMATIC, Slot.GUARD, Slot.FORCE]
    order = names(ORDERS)
    wanted = [
        "words.declare",
        "promises.ask_to_hold",
        "partners.answer_patrons",
        "launches.commit_stocks",
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
    for sequence in (ORDERS, REPLIES):
        order = names(sequence)
        assert order.index("ledger.pay") < order.index("ledger.injure")


def test_an_answer_counts_before_a_new_crossing_does() -> None:
    order = names(REPLIES)
    assert order.index("words.answer_lines") < order.index("words.cross_lines")


def test_control_is_lost_after_the_last_answer_only() -> None:
    assert "ladder.lose_control" in names(AFTER_EXCHANGES)
    assert names(EVERY_RULE).count("ladder.lose_control") == 1


def test_promises_are_judged_before_lines_and_before_what_is_owed_fades() -> None:
    order = names(BOOKS)
    assert (
        order.index("promises.judge_promises")
        < order.index("words.judge_lines")
        < order.index("ledger.carry")
    )
    assert order.index("ladder.cool") < order.index("ends.end")
    assert order[-1] == "windows.clear_turn"


def test_a_reply_is_the_same_in_place_and_where_games_with_a_window_are_taken_out_of_the_batch(
    border_rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = keys_of(64)
    for state in play(border_rules, random_policy, keys):
        games = windows.holders(state).any(axis=0)
        if state.stage in ANSWERS and 0 < games.sum() < len(keys):
            break
    choices = random_policy(border_rules, state, keys)
    outcomes = []
    for few in (0.0, 1.0):
        monkeypatch.setattr(turn, "_FEW", few)
        outcomes.append(advance(border_rules, state, choices, keys))
    in_place, taken_out = outcomes
    assert len(in_place.step.strikes)
    assert (in_place.state.block == taken_out.state.block).all()
    assert (in_place.step.strikes.game == taken_out.step.strikes.game).all()
