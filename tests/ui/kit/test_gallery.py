"""The whole kit on one screen: nothing overflows, in any size."""

import pytest

from game.ui.kit import Settings
from game.ui.kit.gallery import Gallery

WINDOWS = [(1024, 600), (1280, 720), (1920, 1080)]
SCALES = [0.75, 1.0, 1.5, 2.0]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_overflows_in_any_window_at_any_scale(drive, size, scale):
    driver = drive(Gallery(), size, Settings(scale=scale))
    assert driver.overflowing() == []
    driver.click("commit")
    assert driver.overflowing() == []


def test_nothing_overflows_when_read_from_right_to_left(drive):
    driver = drive(Gallery(), (1280, 720), Settings(mirrored=True))
    assert driver.overflowing() == []


def test_every_letter_on_the_screen_has_a_face(drive):
    assert drive(Gallery()).missing_letters() == ""


def test_every_control_in_sight_is_hit_by_a_click_in_its_middle(drive):
    driver = drive(Gallery(), (1920, 1080))
    view = driver.app.view
    for widget in view.widgets.values():
        if widget.focusable and view.scrolling(widget.rect.center) is None:
            hit = view.at(widget.rect.center)
            assert hit is not None, widget.id
            assert widget in view.ancestors(hit), widget.id


@pytest.mark.parametrize("size", [(300, 200), (16, 16), (800, 599)])
def test_a_window_too_small_is_cropped_and_says_so(drive, size):
    driver = drive(Gallery(), size)
    assert driver.app.window.too_small
    assert driver.app.view.size == (max(1024, size[0]), max(600, size[1]))


def test_every_widget_describes_itself(drive):
    widgets = drive(Gallery(), (1920, 1080)).app.view.widgets.values()
    assert [widget.id for widget in widgets if widget.focusable and not widget.describe()] == []
