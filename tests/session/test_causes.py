"""Lines that are told of a change by its cause: reworded in a rule, a cause must not make its line silently vanish."""

import ast
from pathlib import Path

import pytest

import game.rules
from game.report import blow_reading, said
from game.rules.tracks import TRACKS
from game.session import headlines

WAITED_FOR = sorted(
    {cause for _, cause in headlines.TOLD}
    | {said.HELD, *said.JUDGED, *said.RESTRAINT, said.BROKEN, said.DENIED}
    | {*blow_reading.NAMED, *blow_reading.BOOKED}
)


@pytest.fixture(scope="module")
def texts():
    """Every text that stands in the code of the rules."""
    files = Path(game.rules.__file__).parent.rglob("*.py")
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("cause", WAITED_FOR)
def test_a_cause_that_a_line_waits_for_is_given_by_a_rule(cause, texts):
    assert cause in texts


def test_the_bulletin_tells_of_tracks_that_there_are():
    assert {track for track, _ in headlines.TOLD} <= {track.name for track in TRACKS}
