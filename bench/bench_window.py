"""The window: its first frame, and what redrawing a planning screen costs. Drawn without a display."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pygame
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game.scenario.shipped import load_scenario
from game.session.kept import KeptGame
from game.session.save import Saves
from game.session.seats import SeatPlan
from game.session.session import Session
from game.ui.app import App
from game.ui.play.planning import Planning
from game.ui.start import Start

FIRST_FRAME = """
from game.ui.app import App
from game.ui.start import Start
from game.session.save import Saves
from pathlib import Path
app = App()
app.push(Start(app, Saves(Path(r"{folder}"))).opening(None))
app.step(0.0)
app.step(0.0)
"""


@pytest.mark.benchmark(timer=perf_counter)
def test_start_to_first_frame(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A fresh process, from the start of Python to the start screen drawn."""
    code = FIRST_FRAME.format(folder=tmp_path)
    command = [sys.executable, "-c", code]
    finished = benchmark.pedantic(subprocess.run, (command,), {"check": True}, rounds=3)
    assert finished.returncode == 0


@pytest.fixture
def planning(tmp_path: Path) -> Iterator[App]:
    loaded = load_scenario("consulate")
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ["iran=human"]), 3)
    saves = Saves(tmp_path)
    app = App(None, (1600, 900))
    app.push(Start(app, saves).opening(KeptGame.begun(session, saves)))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    while not isinstance(app.screen, Planning) or app.step(0.05):
        app.step(0.05)
    yield app
    app.close()


def test_redraw_of_a_screen(benchmark: BenchmarkFixture, planning: App) -> None:
    """Widgets built anew, laid out and drawn."""

    def redraw() -> bool:
        planning.refresh()
        return planning.step(0.0)

    benchmark(redraw)
    assert planning.screen is not None


def test_a_step_in_which_nothing_happens(benchmark: BenchmarkFixture, planning: App) -> None:
    """At twenty of these a second an idle window must stay under 3 % of a core: 1.5 ms."""
    benchmark(planning.step, 0.05)
    assert planning.screen is not None
