"""Forecasts for the people at the table: of a draft, from what the seat can see."""

from collections.abc import Generator, Sequence

from game.players.forecast import Forecast
from game.players.forecaster import Forecaster
from game.players.prospect import Prospect
from game.rules.arrays import IntArray, integers
from game.rules.view import View
from game.session.seats import mind_of
from game.session.session import Session


class Foresight:
    """Forecasts drafts of the seats of a session. A seat's imagined worlds are kept while its position stands."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._mixtures = session.minds
        self._forecasters: dict[int, Forecaster] = {}
        self._seen: dict[int, tuple[str, View]] = {}

    def working(self, seat: int, options: Sequence[str]) -> Generator[None, None, Forecast]:
        """The forecast of a draft (an option key for each order slot), in slices; its value is the forecast."""
        return self._forecaster(seat).working(self._view(seat), self._draft(seat, options))

    def looking_on(self, seat: int, options: Sequence[str]) -> Generator[None, None, Prospect]:
        """What the same draft may lead to by the end of the game, in slices; sooner once it has been forecast."""
        return self._forecaster(seat).looking_on(self._view(seat), self._draft(seat, options))

    def _draft(self, seat: int, options: Sequence[str]) -> IntArray:
        return integers(self._session.ballots.options(self._session.stage, seat, options))

    def _forecaster(self, seat: int) -> Forecaster:
        if seat not in self._forecasters:
            mind = mind_of(self._session.scenario, self._session.seats.seats[seat])
            self._forecasters[seat] = Forecaster(self._session.rules, seat, self._mixtures, mind=mind)
        return self._forecasters[seat]

    def _view(self, seat: int) -> View:
        position = self._session.entries[-1].hash if self._session.entries else ""
        if seat not in self._seen or self._seen[seat][0] != position:
            self._seen[seat] = (position, self._session.view(seat))
        return self._seen[seat][1]
