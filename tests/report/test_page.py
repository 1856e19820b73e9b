"""The page of a finished game: whole, self-contained, escaped, to be read aloud, and the same facts as on screen."""

import re
from dataclasses import fields, replace
from itertools import pairwise

import pytest

from game.assets import asset
from game.players.slices import finished
from game.report.compared import asked
from game.report.debrief import Debrief, debrief
from game.report.figures import rounded
from game.report.outcome import WAR, outcome
from game.report.page import page
from game.rules.tables import Ending
from game.scenario.library import all_files
from game.session.kinds import FICTIONAL, HYPOTHETICAL, STATEMENT
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError
from game.session.what_if import WhatIf
from tests.loading import load_scenario
from tests.report.conftest import WRITTEN
from tests.report.reading import Page, asks_for_nothing
from tests.session.people import play_out

HOSTILE = "<script>alert('x')</script></blockquote><img src=http://example.org/x onerror=y> & \"quoted\" {{ 7 * 7 }}"


@pytest.fixture(scope="module")
def read(finished_game):
    return Page(page(finished_game))


def people_only(name, seed=1, skin=None):
    """A game of a shipped scenario in which people choose at random for every power."""
    loaded = load_scenario(name, skin=skin)
    seats = SeatPlan.parse(loaded.scenario, [f"{power}=human" for power in loaded.scenario.powers])
    return play_out(Session.new(loaded, seats, seed), seed)


@pytest.mark.parametrize("file", all_files(), ids=lambda file: file.stem)
def test_the_page_of_every_shipped_scenario_is_well_formed_and_asks_for_nothing(file):
    game = people_only(file)
    read = Page(page(game))
    asks_for_nothing(read)
    assert game.scenario.title in read.text


def test_nothing_is_said_of_a_game_that_goes_on(begun_game):
    with pytest.raises(SessionError):
        page(begun_game)


def test_the_same_game_gives_the_same_page(finished_game):
    assert page(finished_game) == page(finished_game)


def test_headings_follow_each_other_without_a_step_left_out(read):
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(read.headings))


def test_every_place_that_is_pointed_at_is_there_once(read):
    ids = read.attributes("id")
    assert len(set(ids)) == len(ids)
    pointed = [href[1:] for href in read.attributes("href")]
    pointed += [name for names in read.attributes("aria-labelledby") for name in names.split()]
    assert set(pointed) <= set(ids)


def test_every_table_has_a_caption_and_named_rows_and_columns(read):
    tags = [tag for tag, _ in read.tags]
    assert tags.count("table") == tags.count("caption") == tags.count("thead")
    assert all(attributes.get("scope") in ("row", "col") for tag, attributes in read.tags if tag == "th")


def test_every_drawing_is_named_or_is_passed_over(read):
    for tag, attributes in read.tags:
        if tag == "svg":
            assert attributes.get("aria-hidden") == "true" or {"role", "aria-labelledby"} <= set(attributes)
        if tag == "img":
            assert attributes["alt"] == ""


def test_a_written_reason_is_text_whatever_it_holds(play):
    read = Page(page(play(HOSTILE)))
    asks_for_nothing(read)
    assert HOSTILE in read.text


def test_letters_that_no_page_may_hold_are_replaced(play):
    assert "a\ufffdb\ufffd[2Jc" in page(play("a\x00b\x1b[2Jc"))


def test_names_and_texts_of_a_scenario_are_text_whatever_they_hold(finished_game, monkeypatch):
    scenario = finished_game.scenario
    north = scenario.powers["northland"].model_copy(update={"name": "North</h3><script>1</script>"})
    hostile = scenario.model_copy(
        update={
            "title": HOSTILE,
            "decision": "</title></style><script>2</script>",
            "powers": {**scenario.powers, "northland": north},
        }
    )
    monkeypatch.setattr(finished_game, "scenario", hostile)
    read = Page(page(finished_game))
    asks_for_nothing(read)
    assert {HOSTILE, hostile.decision, north.name} <= {" ".join(piece.split()) for piece in read.pieces}


def test_the_toll_comes_first_then_what_ended_it_then_criteria_then_score(read):
    parts = [name for name in read.attributes("id") if "-" not in name]
    assert parts[:4] == ["toll", "ended", "criteria", "score"]


def test_the_figures_are_those_of_the_end_and_of_the_debrief(finished_game, read):
    ended, told = outcome(finished_game), debrief(finished_game)
    for line in ended.toll:
        killed, displaced = (line.killed_here, line.killed), (line.displaced_here, line.displaced)
        counts = (*map(rounded, killed), *filter(None, [line.span]), *map(rounded, displaced))
        assert f"{line.name} {' '.join(counts)}" in read.text
    for result in ended.results:
        assert f"{result.name} {result.score:.1f} points" in read.text
        for value in result.criteria.values():
            assert f"{value:.1f}" in read.pieces
    for course in (*told.owed, *told.credibility):
        assert f"{course.name} {' '.join(f'{value:.1f}' for value in course.values)}" in read.text
    for course in told.rungs:
        assert f"{course.name} {' '.join(f'{value:.0f}' for value in course.values)}" in read.text
    for course in told.toll:
        assert f"{course.name} {' '.join(rounded(int(value)) for value in course.values)}" in read.text


def test_decisions_are_told_with_what_people_wrote_and_how_computer_players_came_to_them(finished_game, read):
    told = debrief(finished_game)
    assert read.pieces.count(WRITTEN) >= sum(each.reason == WRITTEN for each in told.decisions) > 0
    for each in told.decisions:
        assert set(each.steps) <= set(read.pieces)


def test_the_rest_of_the_debrief_is_told_in_its_own_words(finished_game, read):
    told = debrief(finished_game)
    words = [image.words for image in told.images] + [end.words for end in told.balance]
    words += [act.act for gap in told.gaps for act in gap.acts] + [each.text for each in told.historical]
    words += [each.claim for each in told.assumptions] + [
        f"Disputed: {each.disputed}" for each in told.assumptions
    ]
    words += list(told.shared_bases)
    for each in words:
        assert " ".join(each.split()) in read.text


def test_no_part_of_the_debrief_is_left_out_when_one_is_added():
    shown = set(re.findall(r"\bdebrief\.(\w+)", asset("report/report.html").read_text(encoding="utf-8")))
    drawn_or_told_by_turn = {"decisions", "owed", "credibility"}
    told_with_the_end = {"title"}
    held = {field.name for field in fields(Debrief)} - drawn_or_told_by_turn - told_with_the_end
    assert held - {"bases"} <= shown
    assert "shared_bases" in shown


def test_every_secret_aim_is_told_as_one(finished_game, read):
    secret = [aim for result in outcome(finished_game).results for aim in result.mandates if aim.secret]
    assert all(f"{aim.text} (secret)" in read.text for aim in secret)


def test_a_regional_war_is_a_paragraph_the_toll_and_the_last_decisions_and_has_no_score(play):
    game = play()
    game._state.ending[:] = int(Ending.REGIONAL_WAR)
    read = Page(page(game))
    assert WAR in read.pieces
    assert not {"criteria", "score", "ended"} & set(read.attributes("id"))
    assert "The last decisions" in read.pieces
    assert "points 0" not in read.text


def test_a_hypothetical_game_is_marked_on_screen_on_every_printed_page_and_in_the_title():
    told = page(people_only("strait"))
    read = Page(told)
    assert HYPOTHETICAL in read.pieces
    assert f'@top-center {{ content: "{HYPOTHETICAL}"' in read.style
    assert re.search(rf"<title>[^<]*\({HYPOTHETICAL}\)</title>", told)


def test_under_invented_names_no_real_one_is_told():
    read = Page(page(people_only("consulate", skin="fictional")))
    assert FICTIONAL in read.pieces
    assert not {"Iran", "Israel", "Gaza", "2024", "April"} & set(re.findall(r"\w+", read.text))


def test_what_the_game_claims_to_be_stands_at_both_ends(read):
    assert read.pieces.count(STATEMENT) == 2


def test_what_if_is_told_only_if_it_was_asked(finished_game, read, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 4)
    what_if = WhatIf(finished_game)
    taken = what_if.taken[0]
    other = what_if.others(taken)[0]
    found = asked(what_if, taken, other, finished(what_if.working(taken, other.option)))
    answered = Page(page(finished_game, [replace(found, other=replace(other, words=HOSTILE))]))
    assert "what-if" not in read.attributes("id")
    assert "what-if" in answered.attributes("id")
    assert HOSTILE in answered.text
    for figure in found.figures:
        assert f"{figure.name} {' '.join(figure.cells)}" in answered.text


def test_a_page_can_be_set_from_right_to_left(finished_game, read):
    assert read.tags[0] == ("html", {"lang": "en", "dir": "ltr"})
    assert Page(page(finished_game, mirrored=True)).tags[0][1]["dir"] == "rtl"
