"""The computer players of a game in play: who sits where, and what each chooses at a stage from its seat's view."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property

from game.players.computer import ComputerPlayer, Decision
from game.players.doctrine import DEFAULT
from game.players.levels import Player
from game.players.mixture import Mixture
from game.players.search import Searcher
from game.players.slices import Slices
from game.rules.arrays import IntArray, KeyArray
from game.rules.choices import IllegalChoice
from game.rules.state import State
from game.rules.tables import Stage
from game.rules.view import View, view
from game.session.ballots import Ballots, nothing
from game.session.log import Chosen, ChosenBy
from game.session.opponents import opponents, player_of
from game.session.seats import SeatPlan


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the computer players of a stage are."""

    words: str
    share: float = 0.0
    """How much of the stage's thinking is done, 0 to 1."""
    long: bool = False
    """Whether somebody searches, who can be told to hurry."""


class ComputerSeats:
    """Chooses for seats that no person decides for: computer players, and caretakers where a government fell."""

    def __init__(self, seats: SeatPlan, ballots: Ballots) -> None:
        self._seats, self._ballots, self._wording = seats, ballots, ballots.wording
        self._rules, self._scenario = ballots.wording.rules, ballots.wording.scenario
        self._players: dict[tuple[int, bool], Player] = {}
        self._hurried = False

    @cached_property
    def minds(self) -> dict[int, Mixture]:
        """The computer players of all doctrines, seat by seat: what forecasts suppose of everybody."""
        return opponents(self._scenario, self._rules)

    def habit(self, seen: View, keys: KeyArray) -> tuple[str, ...]:
        """What the doctrine of the view's seat does at this stage before it weighs anything: option keys by slot."""
        doctrine = self._scenario.doctrines[self._seats.seats[seen.seat].doctrine].name
        mind = next(each for each in self.minds[seen.seat].players if each.doctrine.name == doctrine)
        return self._option_keys(mind.choices(seen, keys))

    def choosing(
        self, state: State, keys: KeyArray, seats: Sequence[int]
    ) -> Generator[Progress, None, dict[int, Chosen]]:
        """What these seats choose at the stage of a state, by seat; in slices."""
        chosen = {}
        for place, seat in enumerate(seats):
            name = self._wording.actor(seat)
            yield Progress(f"{name} decides", place / len(seats))
            thinking = Slices(self._thinking(state, keys, seat))
            for done in thinking:
                yield Progress(f"{name} weighs its orders", (place + done) / len(seats), long=True)
            chosen[seat] = self._chosen(state, seat, thinking.found)
        self._hurried = False
        return chosen

    def hurry(self) -> None:
        """Let those that still think at this stage take the best that they have found so far."""
        self._hurried = True

    def _thinking(self, state: State, keys: KeyArray, seat: int) -> Generator[float, None, Decision]:
        """What a seat decides; one that searches does so in slices, and yields how much is done, 0 to 1."""
        player, seen = self._player(seat, _is_caretaker(state, seat)), view(self._rules, state, seat, keys)
        if not isinstance(player, Searcher):
            return player.choose(seen, keys)
        thinking = player.thinking(seen, keys)
        for _ in thinking.slices:
            if self._hurried:
                break
            yield thinking.progress
        return thinking.decision()

    def _chosen(self, state: State, seat: int, decision: Decision) -> Chosen:
        """A decision as the log has it."""
        options, steps = self._option_keys(decision.choices), decision.why()
        try:
            self._ballots.check(state, seat, options)
        except IllegalChoice as refusal:
            # What a power cannot see may stand in the way of what it wants: then the order cannot be carried out.
            options = nothing(self._rules, Stage(state.stage), seat)
            steps = (*steps, f"What it could not see stood in the way, so that it passes. {refusal}")
        by: ChosenBy = "caretaker" if _is_caretaker(state, seat) else "computer"
        return Chosen(power=self._seats.seats[seat].power, options=options, by=by, steps=steps)

    def _option_keys(self, choices: IntArray) -> tuple[str, ...]:
        """The keys of ``choices``, ``[slot, 1]``."""
        return tuple(self._rules.options.keys[option] for option in choices[:, 0])

    def _player(self, seat: int, caretaker: bool) -> Player:
        if (seat, caretaker) not in self._players:
            own = self._seats.seats[seat]
            if caretaker or own.by_person:
                self._players[seat, caretaker] = ComputerPlayer(self._rules, seat, DEFAULT)
            else:
                name = self._scenario.doctrines[own.doctrine].name
                self._players[seat, caretaker] = player_of(self.minds, self._rules, seat, name, own.level)
        return self._players[seat, caretaker]


def _is_caretaker(state: State, seat: int) -> bool:
    return bool(state.caretaker[seat, 0])
