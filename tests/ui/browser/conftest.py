"""Scenarios in a folder of the test's own, on a shelf in a window."""

import shutil
from pathlib import Path

import pytest

from game.ui.browser.screen import WATCHED_SECONDS, BrowserScreen
from game.ui.browser.shelf import Shelf
from game.ui.kit import Settings

FIXTURES = Path(__file__).parents[2] / "fixtures"
SIZES = {
    "small": ((1024, 600), 1.0),
    "usual": ((1280, 720), 1.0),
    "large": ((1920, 1080), 1.0),
    "doubled": ((1920, 1080), 2.0),
}


@pytest.fixture(autouse=True)
def _apart(monkeypatch, tmp_path):
    """No map behind, no pictures to draw, and nothing that ships but what a test puts there."""
    monkeypatch.setattr("game.ui.screens.backdrop.Backdrop.advance", lambda *_: False)
    monkeypatch.setattr("game.ui.browser.shelf.Shelf._drawing", lambda *_: iter(()))
    monkeypatch.setattr("game.scenario.shelf.scenario_folder", lambda: tmp_path / "shipped")


@pytest.fixture
def own(tmp_path):
    """A folder with two sound scenarios and a broken one."""
    folder = tmp_path / "own"
    folder.mkdir()
    text = (FIXTURES / "border.yaml").read_text(encoding="utf-8")
    (folder / "border.yaml").write_text(text, encoding="utf-8")
    lake = text.replace("id: border", "id: lake", 1).replace("title: The border", "title: The reedbed", 1)
    (folder / "lake.yaml").write_text(lake, encoding="utf-8")
    broken = text.replace("id: border", "id: mine", 1).replace("title: The border", "title: My own", 1)
    (folder / "mine.yaml").write_text(broken.replace("\nfronts:", "\nfront:", 1), encoding="utf-8")
    return folder


@pytest.fixture
def alone(own):
    """The folder with one sound scenario only."""
    for name in ("lake", "mine"):
        (own / f"{name}.yaml").unlink()
    return own


def settle(driver):
    """Lets everything be read."""
    driver.step(WATCHED_SECONDS)
    for _ in range(60):
        driver.step()
        if not driver.app.screen.shelf.unread:
            return driver
    raise AssertionError("the scenarios are never read")


@pytest.fixture
def browse(drive, own):
    """The browser over the folder in a window, everything read; ``asked`` collects where it leads."""

    def opened(asked=None, size=(1280, 720), scale=1.0):
        asked = [] if asked is None else asked
        screen = BrowserScreen(
            Shelf([own]),
            on_choose=asked.append,
            on_back=lambda: asked.append("back"),
            on_add=asked.append,
            on_names=lambda invented: asked.append(("invented", invented)),
            on_sheets=lambda key: asked.append(("sheets", key)),
        )
        return settle(drive(screen, size, Settings(scale=scale, reduced_motion=True)))

    return opened


def copied(source, target):
    """A copy of a file; the path of the copy."""
    return Path(shutil.copy(source, target))
