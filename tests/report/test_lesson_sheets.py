"""Sheets for a lesson: whole, self-contained, true to the rules, and without a secret of anybody else."""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from game.home import HOME_VARIABLE
from game.report import lesson
from game.report.files import NotExported
from game.report.lesson_sheets import MOST_TURNS, Sheets, lesson_sheets, print_sheets, print_sheets_to
from game.report.role_sheet import UNKNOWN, role
from game.report.rules_sheet import rules_sheet
from game.rules.tracks import Axis
from game.scenario.library import all_files
from game.scenario.skin import FICTIONAL
from game.session.calendar import days_of_turn
from game.session.kinds import STATEMENT
from game.session.meanings import WHY
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.conftest import ROOT
from tests.loading import load_scenario
from tests.report.reading import ACTIVE, Page
from tests.report.test_page import HOSTILE
from tests.rules.playing import hidden_from
from tests.scenario.test_skin import FORBIDDEN


@pytest.fixture(scope="module")
def html(loaded):
    return lesson_sheets(loaded)


@pytest.fixture(scope="module")
def read(html):
    return Page(html)


@pytest.fixture
def opened(loaded):
    """A game at its opening in which people play every power."""
    seats = SeatPlan.parse(loaded.scenario, [f"{power}=human" for power in loaded.scenario.powers])
    return Session.new(loaded, seats, 1)


def asks_for_nothing(read):
    """Whether nothing on a page runs or is fetched."""
    assert not {tag for tag, _ in read.tags} & ACTIVE
    assert not [name for _, each in read.tags for name in each if name.startswith("on") or name == "style"]
    assert all(href.startswith("#") for href in read.attributes("href"))
    assert all(source.startswith("data:image/png;base64,") for source in read.attributes("src"))
    assert all(
        address.startswith("data:font/woff;base64,") for address in re.findall(r"url\(([^)]*)", read.style)
    )
    assert not re.search(r"@import|expression", read.style)


def role_sheets(html):
    """The markup of each role sheet, in the order of the seats."""
    parts = re.split(r'(?=<section class="sheet)', html)
    return [part for part in parts if part.startswith('<section class="sheet role"')]


@pytest.mark.parametrize("file", all_files(), ids=lambda file: file.stem)
def test_the_sheets_of_every_shipped_scenario_are_well_formed_and_ask_for_nothing(file):
    loaded = load_scenario(file)
    read = Page(lesson_sheets(loaded))
    asks_for_nothing(read)
    powers = loaded.scenario.powers.values()
    assert all(power.briefing.reasons in read.text for power in powers)
    assert all(mandate.text in read.text for power in powers for mandate in power.mandates.values())


@pytest.mark.parametrize("name", ["consulate", "strait", "twelve_days"])
def test_under_invented_names_nothing_of_the_real_case_is_left(name):
    read = Page(lesson_sheets(load_scenario(name, skin=FICTIONAL)))
    assert not set(re.findall(r"\w+", read.text)) & set(FORBIDDEN)
    assert "img" not in {tag for tag, _ in read.tags}


def test_every_page_of_a_lesson_is_there_once_and_is_listed(loaded, read):
    ids = read.attributes("id")
    assert len(set(ids)) == len(ids)
    listed = [href[1:] for href in read.attributes("href")]
    assert listed[-7:] == ["ground", "contacts", "rules", "reasons", "spare", "reflection", "debrief"]
    assert listed[:-7] == [f"role-{number}" for number in range(1, len(loaded.scenario.powers) + 1)]
    sheets = [each["id"] for tag, each in read.tags if each.get("class", "").startswith("sheet")]
    assert sheets == listed


def test_headings_follow_each_other_without_a_step_left_out(read):
    assert read.headings.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(read.headings))


def test_every_table_has_a_caption_and_named_columns(read):
    tags = [tag for tag, _ in read.tags]
    assert tags.count("table") == tags.count("caption") == tags.count("thead")
    assert all("scope" in attributes for tag, attributes in read.tags if tag == "th")


# --- secrets -----------------------------------------------------------------------------------------------


def test_the_texts_of_a_power_stand_on_its_own_sheet_and_nowhere_else(loaded, html):
    sheets = role_sheets(html)
    assert len(sheets) == len(loaded.scenario.powers)
    for seat, power in enumerate(loaded.scenario.powers.values()):
        own = [power.briefing.situation, *(each.text for each in power.mandates.values() if each.secret)]
        words = [" ".join(Page(f"<!doctype html>{sheet}").text.split()) for sheet in sheets]
        for text in own:
            assert [text in each for each in words] == [number == seat for number in range(len(sheets))]


def test_what_a_seat_cannot_see_leaves_no_trace_on_its_sheet(opened):
    """Poison: whatever the truth of a hidden number is, the sheet is the same to the last word."""
    truth, rules = opened._state, opened.rules
    for seat in range(rules.powers):
        hidden = hidden_from(rules, seat)
        before, opened._state = role(opened, seat), truth.copy()
        low, high = rules.low[hidden, None], np.minimum(rules.high[hidden, None], 900)
        opened._state.block[hidden] = low + high - opened._state.block[hidden]
        assert (opened._state.block != truth.block).any()
        assert role(opened, seat) == before
        opened._state = truth


def test_what_others_hide_stands_on_a_sheet_as_the_band_that_the_screen_shows(opened):
    layout, wording = opened.rules.layout, opened.wording
    for seat, power in enumerate(layout.names[Axis.POWER]):
        view, others = opened.view(seat), [each for each in layout.names[Axis.POWER] if each != power]
        for other, line in zip(others, role(opened, seat).others, strict=True):
            row = layout.row("standing", other)
            assert line.cells[0] == wording.known(view, row)
            assert line.cells[0].startswith(wording.band(view, row))


def test_nobody_but_a_patron_reads_how_loyal_an_armed_group_is(opened):
    partners = list(opened.scenario.partners.values())
    for seat, power in enumerate(opened.scenario.powers):
        for partner, line in zip(partners, role(opened, seat).groups, strict=True):
            assert (line.cells[2:] == (UNKNOWN, UNKNOWN)) == (partner.patron != power)


def test_the_same_seed_prints_the_same_sheets_and_another_estimates_otherwise(loaded, html):
    assert lesson_sheets(loaded) == html
    others = {lesson_sheets(loaded, seed) for seed in range(2, 6)}
    assert len(others) > 1


def test_a_game_of_that_seed_shows_the_same_estimates_whoever_plays(loaded, opened):
    usual = Session.new(loaded, SeatPlan.parse(loaded.scenario, []), opened.seed)
    assert role(usual, 0) == role(opened, 0)


# --- what stands on them -----------------------------------------------------------------------------------


def test_every_order_of_a_power_stands_on_its_sheet_under_its_slot(opened):
    for seat in range(opened.rules.powers):
        draft = opened.draft(seat)
        for slot, shown in zip(draft.slots, role(opened, seat).slots, strict=True):
            cards = draft.menu(slot).cards[1:]
            assert [each.name for each in shown.orders] == [card.name for card in cards]
            assert [each.later for each in shown.orders] == [not card.legal for card in cards]


def test_every_turn_that_may_be_played_has_room_for_its_reasons(loaded, read):
    clock = loaded.scenario.clock
    assert WHY in read.text
    for turn in range(1, clock.turns + clock.hidden_end + 1):
        assert f"Turn {turn} {days_of_turn(clock, turn)}" in read.text
    assert f"Turn {clock.turns + clock.hidden_end + 1} " not in read.text


@pytest.mark.parametrize("turns", range(1, 14))
def test_turns_share_pages_of_reasons_evenly_with_lines_enough(turns):
    sheets = Sheets.__new__(Sheets)
    object.__setattr__(sheets, "turns", ("",) * turns)
    pages = -(-turns // sheets.turns_on_a_page)
    assert sheets.turns_on_a_page <= MOST_TURNS
    assert pages == -(-turns // MOST_TURNS)
    assert sheets.lines_a_turn >= 5


def test_the_rules_are_those_that_the_scenario_plays_by(loaded):
    numbers = replace(loaded.rules.numbers, brink_war=37, window_step=230, kept_paid=61, injury_bias=170)
    changed = replace(loaded, rules=replace(loaded.rules, numbers=numbers))
    text = Page(lesson_sheets(changed)).text
    for told in ("37\u00a0% war", "injured by 2.3 or more", "Kept: 61\u00a0%", "× 1.7"):
        assert told.replace("\u00a0", " ") in text


def test_an_assumption_that_is_switched_off_is_no_rule(loaded):
    off = replace(loaded.rules.assumptions, injury_bias=False, weakest_leg=False, audience_costs=False)
    text = Page(lesson_sheets(replace(loaded, rules=replace(loaded.rules, assumptions=off)))).text
    assert "books its own injuries dearer" not in text
    assert "The score is twice their mean" in text
    assert "that the answer falls short" not in text


def test_what_a_scenario_does_not_have_goes_unmentioned():
    loaded = load_scenario("two_messages")
    sheet = rules_sheet(loaded.scenario, loaded.rules)
    assert (sheet.partners, sheet.promises, sheet.talks, sheet.uncontrolled) == (False, False, False, {})
    text = Page(lesson_sheets(loaded)).text
    for word in (
        "A mediator",
        "Armed groups",
        "attempts in talks",
        "in a settlement",
        "The brink",
        "A patron",
    ):
        assert word not in text
    assert "there is no brink" in text


def test_the_content_note_and_what_the_game_claims_to_be_stand_on_paper(loaded, read):
    assert loaded.scenario.content_note in read.text
    assert STATEMENT in read.text
    assert lesson.NEVER in read.text


def test_the_teachers_guide_says_the_same_in_the_same_words():
    guide = re.sub(r"[\s*|]+", " ", (ROOT / "docs" / "teachers-guide.md").read_text(encoding="utf-8"))
    said = [*lesson.GROUND_RULES, lesson.NEVER, *(each.asked for each in lesson.QUESTIONS)]
    said += [each.name for each in lesson.RUBRIC] + [each.name for each in (*lesson.TEAM, *lesson.SPARE)]
    assert [each for each in said if each.casefold() not in guide.casefold()] == []


# --- what it must bear -------------------------------------------------------------------------------------


def test_names_and_texts_of_a_scenario_are_text_whatever_they_hold(loaded):
    scenario = loaded.scenario
    north = scenario.powers["northland"].model_copy(update={"name": "North</h2><script>1</script>"})
    hostile = scenario.model_copy(
        update={
            "title": HOSTILE,
            "decision": "</title></style><script>2</script>",
            "powers": {**scenario.powers, "northland": north},
        }
    )
    read = Page(lesson_sheets(replace(loaded, scenario=hostile)))
    asks_for_nothing(read)
    assert {HOSTILE, hostile.decision, north.name} <= {" ".join(piece.split()) for piece in read.pieces}


def test_a_page_for_right_to_left_runs_that_way_and_texts_by_their_own_letters(loaded):
    title = "\u05e9\u05d9\u05d7\u05d5\u05ea"
    scenario = loaded.scenario.model_copy(update={"title": title})
    read = Page(lesson_sheets(replace(loaded, scenario=scenario), mirrored=True))
    assert ("html", {"lang": "en", "dir": "rtl"}) in read.tags
    assert title in read.text
    assert f'content: "{title} ·' in read.style


# --- where they go -----------------------------------------------------------------------------------------


def test_they_go_among_the_reports_and_never_over_what_is_there(loaded, tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    first = print_sheets(loaded)
    first.write_text("filled in by a teacher", encoding="utf-8")
    second = print_sheets(loaded)
    assert (first.name, second.name) == ("border-sheets.html", "border-sheets 2.html")
    assert first.parent == tmp_path / "reports"
    assert first.read_text(encoding="utf-8") == "filled in by a teacher"


def test_they_go_where_it_is_said_and_are_replaced_only_when_that_is_said(loaded, html, tmp_path):
    file = print_sheets_to(loaded, tmp_path)
    assert file == tmp_path / "border-sheets.html"
    assert file.read_text(encoding="utf-8") == html
    with pytest.raises(NotExported, match=r"is there already; .* --replace"):
        print_sheets_to(loaded, tmp_path)
    assert print_sheets_to(loaded, tmp_path, replace=True) == file


def test_a_folder_of_reports_that_cannot_be_made_is_named(loaded, tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    (tmp_path / "home").write_text("in the way", encoding="utf-8")
    with pytest.raises(NotExported, match=r"The folder .*reports cannot be used: "):
        print_sheets(loaded)
