"""The map as screens use it: rendered in steps, kept while nothing changes, zoomed, moved, asked."""

import itertools

import pygame
import pytest

from game.ui.map.inset import Inset, usual_size
from game.ui.map.map_view import Found, MapView

SIZE = (700, 400)


@pytest.fixture
def view(atlas, marks):
    view = MapView(atlas, SIZE, tints={"IRN": ((255, 138, 61), 0.6)})
    view.mark(marks)
    return view


def shown(view):
    surface = pygame.Surface(view.size, depth=32)
    view.draw(surface)
    return surface


def test_a_view_can_be_drawn_before_it_is_rendered(view):
    assert not view.ready
    shown(view)


def test_a_window_too_small_to_show_any_of_the_map_is_left_as_it_is(view):
    surface = pygame.Surface((40, 30), depth=32)
    surface.fill("white")
    before = surface.get_buffer().raw
    view.draw(surface, (236, 60))
    assert surface.get_buffer().raw == before


def test_rendering_in_steps_ends_where_rendering_at_once_does(atlas, view, marks):
    steps = sum(1 for _ in view.rendering())
    other = MapView(atlas, SIZE, tints={"IRN": ((255, 138, 61), 0.6)})
    other.mark(marks)
    other.render()
    assert steps > 8
    assert view.ready
    assert shown(view).get_buffer().raw == shown(other).get_buffer().raw


def test_a_ready_view_has_nothing_left_to_render(view):
    view.render()
    assert list(view.rendering()) == []


def test_a_change_while_rendering_begins_it_anew(view):
    steps = view.rendering()
    next(steps)
    view.wheel(3, (300, 200))
    for _ in steps:
        pass
    assert view.ready
    assert view.picture.sight.camera == view.camera


def test_names_keep_off_the_chips(view):
    view.render()
    for label in view.picture.lettering.labels:
        for chip in view.fronts.chips.values():
            assert not label.footprint.bounds.colliderect(chip), label.text


def test_tinting_a_country_changes_its_colour_and_no_other(atlas):
    view = MapView(atlas, SIZE)
    view.render()
    before = shown(view)
    view.tint({"SAU": ((60, 160, 255), 0.8)})
    view.render()
    after = shown(view)
    inside, outside = view.locate(45.5, 22.5), view.locate(30.0, 24.0)
    assert before.get_at([round(part) for part in inside]) != after.get_at([round(part) for part in inside])
    assert before.get_at([round(part) for part in outside]) == after.get_at([round(part) for part in outside])


def test_a_moved_view_is_shown_at_once_from_the_last_picture(view):
    view.render()
    before = shown(view)
    view.wheel(4, (350, 200))
    assert not view.ready
    assert shown(view).get_buffer().raw != before.get_buffer().raw
    view.drag(-40, 25)
    shown(view)
    view.look_at_theatre()
    view.render()
    assert shown(view).get_buffer().raw == before.get_buffer().raw


def test_chips_go_along_while_the_map_moves(view):
    before = dict(view.fronts.chips)
    view.wheel(2, view.fronts.points["syria_iraq"])
    assert view.fronts.chips["syria_iraq"] == before["syria_iraq"]
    view.drag(9, 4)
    assert view.fronts.chips["syria_iraq"].topleft != before["syria_iraq"].topleft
    assert all(pygame.Rect((0, 0), SIZE).contains(chip) for chip in view.fronts.chips.values())


def test_the_opening_view_stays_the_opening_view_when_the_window_changes(atlas, view):
    view.resize((900, 600), 1.25)
    fresh = MapView(atlas, (900, 600), scale=1.25)
    assert view.camera == fresh.camera


def test_what_lies_under_the_pointer_is_found(atlas, marks):
    view = MapView(atlas, (1280, 720))
    assert view.find(view.locate(46.7, 24.7)) == Found(area="SAU")
    assert view.find(view.locate(60.5, 17.5)) == Found()
    view.mark(marks)
    assert view.find(view.fronts.chips["gaza"].center) == Found(front="gaza")


def test_the_inset_is_found_and_kept_free(atlas, marks):
    view = MapView(atlas, (1280, 720))
    rect = pygame.Rect((8, 284), usual_size(atlas.inset, 1.0))
    view.show_inset(Inset(rect, atlas.inset))
    view.mark(marks)
    view.render()
    assert view.find(rect.center) == Found(inset=True)
    assert not any(chip.colliderect(rect) for chip in view.fronts.chips.values())
    view.show_inset(None)
    assert not view.find(rect.center).inset


def test_an_inset_that_moved_is_at_once_where_it_stands_now(atlas):
    view = MapView(atlas, (700, 400))
    before, now = pygame.Rect(8, 150, 120, 180), pygame.Rect(300, 20, 120, 180)
    view.show_inset(Inset(before, atlas.inset))
    view.render()
    pixels = shown_on(view, before)
    view.show_inset(Inset(now, atlas.inset))
    assert not view.ready
    assert shown_on(view, now) == pixels


def shown_on(view, rect):
    """The pixels of a part of the view as it is drawn now."""
    target = pygame.Surface(view.size)
    view.draw(target)
    return pygame.image.tobytes(target.subsurface(rect), "RGB")


@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (2560, 1440)])
def test_chips_on_the_real_map_stay_inside_and_apart(atlas, marks, size, scale):
    view = MapView(atlas, size, scale=scale)
    chips = list(view.mark(marks).values())
    assert all(pygame.Rect((0, 0), size).contains(chip) for chip in chips)
    assert not any(one.colliderect(other) for one, other in itertools.combinations(chips, 2))


def test_areas_are_called_by_fitting_names(view):
    assert view.name_of("IRN") == "Iran"
    assert view.name_of("PSX") == "West Bank and Gaza"
    assert view.name_of("YEH") == "Yemen, area held by Ansar Allah (Houthis), as of 2025"
    assert view.name_of("IRN", "fa") == "ایران"


def test_every_area_of_the_map_data_has_a_name(geography, view):
    assert all(view.name_of(area) for area in geography.id_names if area)
