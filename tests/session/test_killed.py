"""Killing the process at any instant loses at most what was not committed."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What was found after each death, the last one being a game that lived."""
    if os.name == "nt":
        pytest.skip("needs a system that can fork a process")
    folder = tmp_path_factory.mktemp("killed")
    driver = [sys.executable, "-m", "tests.session.killed_games", str(folder)]
    ran = subprocess.run(driver, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_the_game_was_killed_at_many_instants(found):
    assert len(found) > 20
    assert all(each["died"] for each in found[:-1])


def test_every_committed_choice_survives(found):
    for each in found:
        assert (each["saved"] or 0) >= each["committed"], each["at"]


def test_an_act_of_a_facilitator_that_was_done_survives(found):
    assert found[-1]["acted"] == 1
    for each in found:
        assert each.get("acts", 0) >= each["acted"], each["at"]


def test_the_game_that_is_resumed_is_the_game_that_was_played(found):
    whole = found[-1]["states"]
    for each in found:
        states = each.get("states", [])
        assert states == whole[: len(states)], each["at"]
