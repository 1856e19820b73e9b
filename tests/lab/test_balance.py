"""The balance of a scenario: every sentence of rules.md §13 is decided, and told in every form."""

import json
from html.parser import HTMLParser

import pytest

from game.lab import balance as balances
from game.lab.balance import Balance, balance, unused_everywhere
from game.lab.balance_html import html
from game.lab.balance_page import lines, page
from tests.conftest import BORDER

POLICIES = ("absorb", "talk", "always_decisive", "match_owed", "restraint")


@pytest.fixture(scope="module")
def border() -> Balance:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(balances, "OBSERVED_GAMES", 40)
        patch.setattr(balances, "STRONG_GAMES", 2)
        patch.setattr(balances, "DECISIVE_GAMES", 20)
        return balance(str(BORDER), POLICIES, games=2, seed=1, processes=1)


def test_the_data_has_what_readers_of_the_command_look_for(border: Balance) -> None:
    data = json.loads(json.dumps(border.as_data()))
    assert set(data) >= {
        "payoff", "best_replies", "dominant_policies", "unused_orders", "war_rate", "mean_score_by_power", "games",
    }  # fmt: skip
    assert data["games"] == 2 * len(POLICIES) ** 3
    assert set(data["payoff"]) == set(border.powers)
    for replies in data["best_replies"].values():
        assert len(replies) == len(POLICIES) ** 2
        assert {reply["policy"] for reply in replies.values()} <= set(POLICIES)


def test_shares_of_best_replies_add_up_to_all_combinations(border: Balance) -> None:
    for seat in border.seats:
        assert sum(row.best_reply_in for row in seat.rows()) == pytest.approx(1)


def test_an_order_is_never_given_more_often_than_it_was_legal(border: Balance) -> None:
    for uses in border.seen.uses.values():
        assert uses
        for order, use in uses.items():
            assert 0 <= use.given <= use.occasions, order


def test_what_one_scenario_uses_is_not_unused_everywhere(border: Balance) -> None:
    assert set(unused_everywhere([border])) == set(border.unused())


def test_an_order_that_a_strong_player_gives_is_used(border: Balance) -> None:
    assert not set(border.unused()) & {*border.seen.used(), *border.strong.used()}
    assert set(border.unused()) <= set(border.seen.unused())


def test_every_check_is_on_the_page_and_in_the_terminal(border: Balance) -> None:
    told, printed = page([border]), "\n".join(lines([border]))
    for check in border.checks():
        assert check.rule in told
        assert check.rule in printed


def test_the_html_page_is_well_formed_and_needs_nothing_else(border: Balance) -> None:
    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not {"src", "href"} & {name for name, _ in attrs}
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    reader = Reader()
    reader.feed(html([border]))
    assert reader.open == []
