"""Today's code still plays the games that were recorded, on this platform as on others."""

import json

import pytest

from tests.rules.golden import GOLDEN, found


@pytest.mark.parametrize("conflict", ["border", "consulate"])
def test_recorded_games_and_openings_are_as_they_were(conflict: str) -> None:
    recorded = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert found()[conflict] == recorded[conflict], "if this change is meant: python -m tests.rules.golden"
