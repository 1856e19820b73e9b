"""The rules on the screen: all of them, at every size, left by Enter or Esc."""

import pytest

from game.report.rules_told import rules_told
from game.ui.screens.rules import RulesScreen


@pytest.fixture(scope="module")
def parts(loaded):
    return rules_told(loaded)


def test_they_fit_every_size(shown, parts):
    shown(RulesScreen(parts, "The border", lambda: None))


def test_every_part_and_every_text_is_there(drive, parts):
    words = drive(RulesScreen(parts, "The border", lambda: None)).words()
    for part in parts:
        assert part.heading in words
        texts = [text for block in part.blocks for text in block.texts]
        assert all(text in words or any(text in word for word in words) for text in texts)


@pytest.mark.parametrize("key", ["return", "escape"])
def test_a_key_leads_back(drive, parts, key):
    done = []
    drive(RulesScreen(parts, "The border", lambda: done.append(True))).press(key)
    assert done == [True]
