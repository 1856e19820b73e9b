"""Every screen is looked at in four sizes; a whole small game is played once for those that tell of one."""

import pytest

from game.ui.kit import Settings

SIZES = {
    "small": ((1024, 600), 1.0),
    "usual": ((1280, 720), 1.0),
    "large": ((1920, 1080), 1.0),
    "doubled": ((1920, 1080), 2.0),
}


@pytest.fixture(params=SIZES)
def shown(request, drive):
    """Opens a screen in one of the sizes and checks that nothing overflows and every letter can be drawn."""
    size, scale = SIZES[request.param]

    def show(screen):
        driver = drive(screen, size, Settings(scale=scale, reduced_motion=True))
        assert driver.overflowing() == []
        assert driver.missing_letters() == ""
        return driver

    return show


@pytest.fixture(autouse=True)
def _no_map(monkeypatch):
    """The dimmed map behind menus takes half a second to paint and shows nothing that is tested here."""
    monkeypatch.setattr("game.ui.screens.backdrop.Backdrop.advance", lambda *_: False)
