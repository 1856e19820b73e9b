"""How much was luck: every choice of a finished game again, with other dice (the same orders, some hundred times).

What other dice make illegal becomes a pass. A game that ends sooner ends; where one goes on beyond the log, or asks of
a seat what it was never asked, a doctrine decides as in ``what_if``. Events that a facilitator chose happen in all of
them, and where the group ended the game all of them end. The other dice follow from the game's own seed, so that the
same game always gives the same figures.
"""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from game.players.batch import choices_of
from game.players.mixture import Mixture
from game.players.slices import Slices
from game.rules.arrays import BoolArray, IntArray, KeyArray
from game.rules.chance import game_keys
from game.rules.choices import ask, lawful, passes
from game.rules.state import State
from game.rules.tables import Stage
from game.rules.turn import befall, begin, play_on
from game.rules.view import View
from game.session.log import Act
from game.session.playing_on import Ends, Games, called_in, logged
from game.session.session import Session
from game.session.throws import Throw, throws

RUNS = 500
"""Games with other dice."""

_AT_ONCE = 250
_CALLING, _PLAYING = 0.05, 0.6
"""How much of the work is done when everybody is called in, and when the games are played."""


@dataclass(frozen=True, slots=True)
class Luck:
    """What came of the same orders with other dice, beside what came of them in the game."""

    real: Ends
    """The game itself, as a batch of one."""
    others: Ends
    carried_out: float
    """Of all orders that were more than a pass, how many could be carried out with other dice; percent."""
    asked_anew: float
    """In how many games somebody had to decide what the log does not answer; percent."""
    throws: tuple[Throw, ...]
    """Every throw of the game that could have fallen otherwise, in the order of play."""


class OtherDice:
    """Plays a finished game's choices again with other dice. Raises SessionError while it goes on."""

    def __init__(self, session: Session) -> None:
        self.session, self._rules = session, session.rules
        self._history = session.history()
        self._logged = logged(session)
        self.found: Luck | None = None
        """What came of it, once it is worked out."""

    def working(self) -> Generator[float, None, Luck]:
        """Plays them, in slices; yields how much is done, 0 to 1. What was found before is taken as it is."""
        if self.found is None:
            self.found = yield from self._working()
        return self.found

    def _working(self) -> Generator[float, None, Luck]:
        calling = Slices(called_in(self.session))
        for _ in calling:
            yield 0.0
        keys = game_keys(self.session.seed, np.arange(1, RUNS + 1, dtype=np.int32))
        batches = []
        for first in range(0, RUNS, _AT_ONCE):
            dice = keys[first : first + _AT_ONCE]
            batches.append(Replayed(self.session, calling.found, self._logged, dice))
            for done in batches[-1].playing():
                yield _CALLING + (_PLAYING - _CALLING) * (first + done * len(dice)) / RUNS
        rolled = Slices(throws(self.session, self._logged))
        for place, _ in enumerate(rolled):
            yield _PLAYING + (1 - _PLAYING) * min(1.0, place / len(self._logged))
        first_state, final = self._history[0], self._history[-1]
        return Luck(
            real=Ends.of(self._rules, final, first_state),
            others=Ends.joined([Ends.of(self._rules, batch.final, first_state) for batch in batches]),
            carried_out=100 * _share([batch.carried_out for batch in batches]),
            asked_anew=100 * float(np.concatenate([batch.asked_anew for batch in batches]).mean()),
            throws=rolled.found,
        )


class Replayed:
    """The game's choices in games with these chance keys; with its own key it is the game again."""

    def __init__(
        self, session: Session, minds: dict[int, Mixture], choices: list[IntArray], keys: KeyArray
    ) -> None:
        self._session, self._rules, self._minds = session, session.rules, minds
        self._logged = choices
        self._games = _Games(begin(self._rules, keys), keys, session.seats.people)
        self._members = np.stack([mind.members(keys) for _, mind in sorted(minds.items())])
        self._ordered = self._refused = 0
        self.asked_anew: BoolArray = np.zeros(len(keys), dtype=np.bool_)
        """In which games somebody had to decide what the log does not answer."""

    @property
    def final(self) -> State:
        """How the games stood when they ended."""
        return self._games.in_order()

    @property
    def carried_out(self) -> tuple[int, int]:
        """How many orders could be carried out, and of how many."""
        return self._ordered - self._refused, self._ordered

    def playing(self) -> Generator[float, None, None]:
        """Play the games to their end, a stage at a time; yields about how much is done, 0 to 1."""
        games, place = self._games, 0
        while not games.empty:
            between = self._between(place)
            if between is None:
                play_on(self._rules, games.state, self._choices(place), games.keys)
            elif between.kind == "inject":
                event = list(self._session.scenario.events).index(between.text)
                befall(self._rules, games.state, event, games.keys)
            else:
                games.stop()
            games.clear_all()
            place += 1
            yield min(1.0, place / len(self._logged))

    def _between(self, place: int) -> Act | None:
        """What a facilitator did in the place of a stage."""
        entries = self._session.entries
        return entries[place].between if place < len(entries) else None

    def _choices(self, place: int) -> IntArray:
        """What is ordered at a stage: what stands in the log, and what doctrines decide where it says nothing."""
        rules, games = self._rules, self._games
        asked = ask(rules, games.state)
        answered = self._answered(place)
        anew = asked.deciding & ~answered[:, None]
        self.asked_anew[games.place[anew.any(axis=0)]] = True
        choosers = {seat: self._chooser(seat) for seat in self._minds}
        choices = choices_of(rules, games.state, games.keys, anew, choosers)
        if answered.any():
            choices[answered] = self._logged[place][answered]
        allowed = lawful(rules, games.state, choices, asked.met)
        nothing = passes(rules, Stage(games.state.stage), games.state.games)
        self._ordered += int((choices != nothing)[answered].sum())
        self._refused += int((choices != allowed)[answered].sum())
        return allowed

    def _answered(self, place: int) -> BoolArray:
        """Which powers the log has an answer of at a stage; ``[power]``."""
        entries = self._session.entries
        chosen = {each.power for each in entries[place].choices} if place < len(entries) else set()
        return np.array([seat.power in chosen for seat in self._session.seats.seats], dtype=np.bool_)

    def _chooser(self, seat: int) -> "_Decides":
        return _Decides(self._minds[seat], self._members[seat, self._games.place])


@dataclass(frozen=True, slots=True)
class _Decides:
    """A seat's doctrine in each game: of a mixture the member that the game has; ``members`` is ``[game]``."""

    mind: Mixture
    members: IntArray

    def __call__(self, seen: View, keys: KeyArray, games: IntArray) -> IntArray:
        return self.mind.choices_of(self.members[games], seen, keys)


class _Games(Games):
    """Games that also end when the last government that a person played has fallen, as a session does."""

    def __init__(self, state: State, keys: KeyArray, people: tuple[int, ...]) -> None:
        self._people = list(people)
        super().__init__(state, keys)

    def stop(self) -> None:
        """Take all games off as they stand."""
        self.leave(np.arange(self.state.games))
        self.stay(np.arange(0))

    @property
    def playing(self) -> BoolArray:
        """Which games still go on, ``[game]``."""
        going = super().playing
        if self._people:
            going = going & (self.state.caretaker[self._people] == 0).any(axis=0)
        return going


def _share(counts: list[tuple[int, int]]) -> float:
    """Part of a whole, of counts of both; the whole where there is nothing."""
    part, whole = (sum(column) for column in zip(*counts, strict=True))
    return part / whole if whole else 1.0
