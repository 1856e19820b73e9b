"""Lines that are told of a change by its cause: reworded in a rule, a cause must not make its line silently vanish."""

import ast
from pathlib import Path

import pytest

import game.rules
from game.report import blow_reading, said
from game.rules import causes
from game.rules.tracks import TRACKS
from game.rules.turn import EVERY_RULE, rule_name
from game.session import headlines
from game.session.reporting import STRIKE_RULES

NAMED = {name: cause for name, cause in vars(causes).items() if name.isupper()}
WAITED_FOR = (
    {cause for _, cause in headlines.TOLD}
    | {*said.JUDGED, *said.RESTRAINT}
    | {*blow_reading.NAMED, *blow_reading.BOOKED}
)


@pytest.fixture(scope="module")
def given():
    """The names of causes that stand in the code of the rules."""
    files = Path(game.rules.__file__).parent.rglob("*.py")
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    attributes = (node for node in nodes if isinstance(node, ast.Attribute))
    return {
        each.attr for each in attributes if isinstance(each.value, ast.Name) and each.value.id == "causes"
    }


@pytest.mark.parametrize("name", NAMED)
def test_a_cause_that_a_line_waits_for_is_given_by_a_rule(name, given):
    assert name in given


def test_what_a_line_waits_for_is_named_once():
    assert set(NAMED.values()) >= WAITED_FOR
    assert len(set(NAMED.values())) == len(NAMED)


def test_rules_whose_changes_would_tell_an_author_are_rules_that_there_are():
    names = [rule_name(rule) for rule in EVERY_RULE]
    assert all(any(name.startswith(begun) for name in names) for begun in STRIKE_RULES)


def test_the_bulletin_tells_of_tracks_that_there_are():
    assert {track for track, _ in headlines.TOLD} <= {track.name for track in TRACKS}
