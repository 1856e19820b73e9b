"""The letters that scenarios may use are those that every face has."""

import pytest

from game.assets import asset
from game.scenario.checks.letters import LETTERS, unshown
from tests.ui.kit.letters import ranges, shown_by_all


@pytest.mark.usefixtures("look")
def test_every_letter_that_a_scenario_may_use_can_be_read_in_every_face():
    written = asset(LETTERS).read_text("ascii").split()
    allowed = {chr(code) for each in written for code in range(int(each[:4], 16), int(each[5:], 16) + 1)}
    assert shown_by_all(allowed) == allowed
    assert list(ranges(allowed)) == written


@pytest.mark.usefixtures("look")
def test_what_is_refused_would_be_a_box_in_some_face():
    greek_and_beyond = "".join(map(chr, [*range(0x391, 0x3AA), *range(0x4E00, 0x4E40), 0x1F642, 0x25B2]))
    assert unshown(greek_and_beyond) == greek_and_beyond
    assert shown_by_all(greek_and_beyond) == set()


def test_letters_of_the_scripts_that_the_faces_are_for_are_never_refused():
    assert unshown("Ångström „ţară” – Нордландия, שָׁלוֹם, سَلام ۳ ½ × → …\n\u200c") == ""
