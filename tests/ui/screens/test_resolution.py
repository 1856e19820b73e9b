"""The resolution screen: time passes, stops, steps and is skipped; the ledger moves at the end."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.rules.effects import Change
from game.rules.tracks import Axis
from game.session.stage_report import Told
from game.ui.kit import Settings
from game.ui.map.atlas import atlas_of
from game.ui.map.outcomes import GotThrough, Interception
from game.ui.map.playback import Playback
from game.ui.play.strips import TOLL_HEIGHT, TOP_HEIGHT
from game.ui.play.theatre import Theatre
from game.ui.screens.adapters import resolution_model
from game.ui.screens.inset_ground import BesideInset
from game.ui.screens.movement import movements
from game.ui.screens.resolution import FAST, ResolutionModel, ResolutionScreen
from tests.loading import load_scenario


@pytest.fixture(autouse=True)
def _still_map(monkeypatch):
    """The map need not be painted to be played on."""
    monkeypatch.setattr(Theatre, "advance", lambda _: False)


@pytest.fixture
def model(game):
    turn = next(report.turn for report in game.reports if report.salvos)
    return resolution_model(game, [report for report in game.reports if report.turn == turn], 0)


def _border():
    return atlas_of(load_scenario(Path(__file__).parents[2] / "fixtures" / "border.yaml").scenario)


def resolution(model, called=None):
    return ResolutionScreen(
        model, Theatre(_border), lambda: called.append("on") if called is not None else None
    )


def test_it_fits_every_size_when_all_is_told(shown, model):
    driver = shown(resolution(model))
    driver.step()
    assert driver.app.screen.over
    assert driver.overflowing() == []


def test_time_passes_by_itself(drive, model):
    driver = drive(resolution(model))
    driver.step(1.0)
    assert driver.app.screen.time >= 1.0


@pytest.mark.parametrize("size", [(1, 1), (300, 60)])
def test_a_tiny_window_does_no_harm_while_salvos_fly(drive, model, size):
    driver = drive(resolution(model))
    for _ in range(20):
        driver.step(0.5)
        driver.resize(size)
        driver.step(0.1)
        driver.resize((1280, 720))
    assert driver.app.running


def test_the_pause_is_at_hand_while_salvos_fly(drive, model):
    called = []
    screen = resolution(model)
    screen.on_menu = lambda: called.append("menu")
    driver = drive(screen)
    driver.press("escape")
    driver.click("menu")
    assert called == ["menu", "menu"]
    assert not screen.over


def test_it_runs_four_times_as_fast(drive, model):
    driver = drive(resolution(model))
    driver.click("speed")
    before = driver.app.screen.time
    driver.step(0.5)
    assert driver.app.screen.time - before == pytest.approx(0.5 * FAST)


def test_it_stands_still_while_held(drive, model):
    driver = drive(resolution(model))
    driver.press("h")
    before = driver.app.screen.time
    driver.step(1.0)
    assert driver.app.screen.time == before


def test_a_step_goes_to_the_end_of_the_part_and_holds_there(drive, model):
    driver = drive(resolution(model))
    driver.press("n")
    assert driver.app.screen.time == model.beats[0].until
    assert driver.app.screen.held


def test_steps_come_to_the_end(drive, model):
    driver = drive(resolution(model))
    for _ in range(len(model.beats) + 1):
        driver.press("n")
    assert driver.app.screen.over


def test_enter_skips_to_the_end_and_then_goes_on(drive, model):
    called = []
    driver = drive(resolution(model, called))
    driver.press("return")
    assert driver.app.screen.over
    assert called == []
    driver.press("return")
    assert called == ["on"]


def test_it_can_be_seen_again(drive, model):
    driver = drive(resolution(model))
    driver.press("return", "r")
    assert driver.app.screen.time < 1.0


def test_what_got_through_is_not_told_before_it_is_seen(drive, model):
    driver = drive(resolution(model))
    salvo = next(beat for beat in model.beats if any(isinstance(event, GotThrough) for event in beat.events))
    screen = driver.app.screen
    assert salvo.known == max(event.at for event in salvo.events if isinstance(event, GotThrough))
    for time, told in ((salvo.at, 1), (salvo.known - 0.1, 1), (salvo.known, len(salvo.lines))):
        screen.time = time
        screen.refresh()
        driver.step()
        assert [line for line in salvo.lines if line in driver.words()] == list(salvo.lines[:told])
    assert len(salvo.lines) > 1


def test_lines_come_up_as_their_part_begins(drive, model):
    driver = drive(resolution(model))
    last = model.beats[-1].lines[0]
    assert last not in driver.words()
    driver.press("return")
    assert last in driver.words()


def test_each_moved_number_says_its_causes(drive, model):
    driver = drive(resolution(model))
    driver.press("return")
    driver.click("moved:0")
    assert [cause.name for cause in driver.explanation().causes] == [
        c.name for c in model.movements[0].causes
    ]


def test_with_reduced_motion_everything_is_there_at_once(drive, model):
    driver = drive(resolution(model), settings=Settings(reduced_motion=True))
    driver.step()
    assert driver.app.screen.over


def test_a_stage_without_anything_to_tell_is_over_at_once(drive):
    called = []
    driver = drive(resolution(ResolutionModel("Turn 1", "", "", (), (), ()), called))
    driver.press("return")
    assert called == ["on"]


def test_causes_add_up_to_the_movement(game):
    for moved in movements(game.wording, game.reports, 0):
        total = sum(float(cause.value.replace("−", "-")) for cause in moved.causes)
        assert total == pytest.approx(moved.after - moved.before, abs=0.06 * len(moved.causes))


def test_the_cohesion_of_another_camp_is_welcome_to_fall(game):
    wording, rules = game.wording, game.rules
    row = int(rules.layout.cells("cohesion", int(rules.camp[0])))
    fall = Change(1, 0, row, 500, 400, "a cause", "a_rule")
    told = Told(row, "", "", "", fall.cause, fall.rule, fall)
    report = replace(game.reports[0], told=((None, told),))
    others = next(seat for seat in range(rules.powers) if rules.camp[seat] != rules.camp[0])
    tones = [movements(wording, [report], seat)[0].tone for seat in (0, others, None)]
    assert tones == ["danger", "good", "accent"]


def test_the_cause_beside_a_number_is_one_that_moved_it_that_way(game):
    row = game.rules.layout.row("standing", game.rules.layout.names[Axis.POWER][0])
    falls = [
        Change(1, 0, row, *moved, "a_rule") for moved in ((500, 480, "a"), (480, 510, "b"), (510, 490, "c"))
    ]
    told = tuple((None, Told(row, "", "", "", each.cause, each.rule, each)) for each in falls)
    [moved] = movements(game.wording, [replace(game.reports[0], told=told)], 0)
    assert (moved.shown, moved.main.name) == ("5.0 → 4.9", "a")


def test_a_number_that_looks_the_same_as_before_has_not_moved(game):
    for seat in (None, 0, 1, 2):
        for report in game.reports:
            for moved in movements(game.wording, [report], seat):
                before, after = moved.shown.split(" → ")
                assert before != after


def test_the_map_stands_where_planning_had_it(drive, model):
    played = resolution(model)
    drive(played)
    area = played.theatre.area
    assert (area.left, area.top, area.right, area.bottom) == (0, TOP_HEIGHT, 1280 - 372, 720 - TOLL_HEIGHT)


@pytest.mark.parametrize("seat", [None, 0, 1, 2])
def test_only_numbers_that_a_seat_sees_exactly_move_on_its_screen(game, seat):
    seen = {told.what for report in game.reports for told in report.changes_for(seat)}
    causes = {cause.name for moved in movements(game.wording, game.reports, seat) for cause in moved.causes}
    known = {told.cause for report in game.reports for told in report.changes_for(seat) if told.what in seen}
    assert causes <= known


def test_what_became_of_a_strike_in_the_inset_is_written_beside_it():
    atlas = atlas_of(load_scenario("guest").scenario)
    theatre = Theatre(lambda: atlas)
    theatre.place(pygame.Rect(0, 0, 900, 600), 1.0, (), inset=True)
    inset = theatre.view.sight.inset
    place = next(
        place for place in ((35.2, 31.8), (35.0, 32.0)) if inset.shows(*place, atlas.geography.projection)
    )
    ground = BesideInset(inset, atlas.geography.projection, 1.0, theatre.view.size)
    assert inset.rect.collidepoint(ground.locate(*place))
    stopped = Interception(place, "aircraft and allied patrols", 72, 0.0)
    told = Playback(ground, [stopped, GotThrough(place, 6, 1.0)], [inset.rect])
    whole = pygame.Rect((0, 0), ground.size)
    assert all(whole.contains(tag) and not tag.colliderect(inset.rect) for tag in told.tags)


def test_the_map_ends_above_the_controls_where_a_caption_stands_below_them(drive, model):
    screen = resolution(model)
    driver = drive(screen)
    driver.app.caption = "Fictional: names, places and events are invented."
    driver.step()
    driver.step()
    assert screen.theatre.area.bottom <= driver.find("step").rect.top
