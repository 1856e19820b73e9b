"""Terminal games for tests: begun on either conflict, saved in the test's own folder, answered by a robot or a list."""

import io

import pytest

from game.session.kept import KeptGame
from game.session.save import Saves
from game.session.seats import SeatPlan
from game.session.session import Session
from game.text.play import Quit, TextGame
from game.text.terminal import BadAnswer, InputEnded, Terminal
from tests.conftest import BORDER
from tests.loading import load_scenario


@pytest.fixture(scope="session")
def scenarios():
    """Conflicts by name, loaded once."""
    return {"border": load_scenario(BORDER)} | {name: load_scenario(name) for name in ("consulate", "strait")}


@pytest.fixture
def begin(scenarios, tmp_path):
    """Begins a kept game: ``begin("border", ["northland=human"], seed=1)``."""

    def begun(name="border", seats=(), seed=1):
        loaded = scenarios[name]
        session = Session.new(loaded, SeatPlan.parse(loaded.scenario, list(seats)), seed)
        return KeptGame.begun(session, Saves.of_user(tmp_path))

    return begun


@pytest.fixture
def tell(begin):
    """Plays a game with the given answers and returns everything that was printed, and the game."""

    def told(answers, name="border", seats=(), seed=1, interactive=False):
        kept, out = begin(name, seats, seed), io.StringIO()
        terminal = Terminal(io.StringIO("\n".join(answers) + "\n"), out, interactive)
        try:
            TextGame(kept, terminal).play()
        except (Quit, InputEnded, BadAnswer) as ended:
            return out.getvalue(), kept, ended
        return out.getvalue(), kept, None

    return told
