"""Ranking of levels: neighbours only, kept match by match, and told with what is not shown."""

from dataclasses import replace
from pathlib import Path

from game.lab.ranking import NEIGHBOURS, Ranked, gathered, page, ranked, written
from tests.conftest import BORDER
from tests.loading import load_scenario

KNOWN = Ranked("consulate", "easy", "story", 60, 1, 0.5, 0.4, 0.6, 0.3333, 0.6, 0.55, 0.65, 0.1)


def test_every_level_but_the_weakest_meets_the_one_below() -> None:
    assert NEIGHBOURS == (("easy", "story"), ("normal", "easy"), ("hard", "normal"), ("grand", "hard"))


def test_a_level_is_stronger_only_where_it_surely_scores_more_than_the_one_below_in_its_seat() -> None:
    assert KNOWN.stronger
    assert not replace(KNOWN, better_low=0.5).stronger


def test_a_new_result_takes_the_place_of_the_old_one_and_leaves_others(tmp_path: Path) -> None:
    file = tmp_path / "levels.json"
    written((KNOWN, replace(KNOWN, level="hard", against="normal")), file, tmp_path / "levels.md")
    newer = replace(KNOWN, games=400, share=0.45)
    assert gathered(file, [newer]) == (newer, replace(KNOWN, level="hard", against="normal"))


def test_the_page_says_what_is_not_shown() -> None:
    told = page((KNOWN, replace(KNOWN, scenario="guest", better_low=0.45)))
    assert "| consulate | easy | story | 60 | 60 % (55 to 65) | yes | 50 % (40 to 60) | 33 % | 10 % |" in told
    assert told.count("**not shown**") == 1


def test_a_match_of_two_levels_is_told_with_its_parity() -> None:
    found = ranked(load_scenario(str(BORDER)), ("easy", "story"), games=12, seed=1)
    assert (found.level, found.against, found.games) == ("easy", "story", 12)
    assert found.low <= found.share <= found.high
    assert found.better_low <= found.better <= found.better_high
    assert found.parity == round(1 / load_scenario(str(BORDER)).rules.powers, 4)
