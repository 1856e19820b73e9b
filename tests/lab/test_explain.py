"""Explaining a game: every change has a cause and a rule, and all of it is in words."""

import re

import pytest

from game.lab.explain import explained
from game.lab.simulate import random_policy
from game.session.wording import Wording
from tests.loading import load_scenario

CHANGE = re.compile(
    r"  (?P<what>.+): [\d,.−-]+ → [\d,.−-]+ \((?P<cause>[^;]+); (?P<rule>[a-z]+\.[a-z_]+), §\d+\)"
)
"""Two spaces, what changed, from what to what, why, by which rule, and its paragraph."""


@pytest.fixture(scope="module", params=["consulate", "straits_of_marrow"])
def lines(request: pytest.FixtureRequest) -> list[str]:
    loaded = load_scenario(request.param)
    return list(explained(loaded.rules, Wording(loaded.scenario, loaded.rules), random_policy, seed=3))


def test_every_line_is_a_heading_a_choice_or_a_change_with_its_cause_and_its_rule(lines: list[str]) -> None:
    for line in lines[:-1]:
        assert line.startswith("Turn ") or " chooses: " in line or CHANGE.fullmatch(line), line
    assert lines[-1].startswith("The end: ")


def test_what_changed_and_why_is_in_words_and_never_an_id(lines: list[str]) -> None:
    changes = [found for line in lines if (found := CHANGE.fullmatch(line))]
    assert len(changes) > 100
    for change in changes:
        assert not re.search(r"[a-z]_[a-z]|>|/", change["what"] + change["cause"]), change[0]


def test_the_books_of_every_turn_have_a_heading(lines: list[str]) -> None:
    headings = [line for line in lines if line.startswith("Turn ")]
    turns = sorted({int(re.findall(r"\d+", heading)[0]) for heading in headings})
    assert turns == list(range(1, turns[-1] + 1))
    for turn in turns:
        assert f"Turn {turn}, the brink and the books" in headings
