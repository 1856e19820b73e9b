"""A game in play: people commit, computer players choose from their views, stages are carried out, all of it logged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from game import __version__
from game.errors import CalibratedError
from game.players.mixture import Mixture
from game.rules.arrays import KeyArray
from game.rules.chance import Chance, game_keys
from game.rules.choices import deciding, passes
from game.rules.effects import Recorder
from game.rules.score import Score, score
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Ending, Stage
from game.rules.turn import advance, befall, begin
from game.rules.view import View, view
from game.scenario.shipped import Loaded
from game.session.ballots import Ballots
from game.session.computers import ComputerSeats, Progress
from game.session.draft import Draft
from game.session.log import (
    Act,
    Chosen,
    ChosenBy,
    Entry,
    Header,
    Remark,
    first_link,
    linked,
    state_digest,
    text_hash,
)
from game.session.menu import MenuWriter
from game.session.reporting import Happened, reported
from game.session.seats import SeatPlan
from game.session.stage_report import StageReport
from game.session.wording import Wording

_IMAGINED = 0x0AD71CE
ONCE = "It has happened, and happens only once in a game."
"""Why an event can happen no more."""


class SessionError(CalibratedError):
    """Something was asked of a game that it cannot do now; the message says why."""


@dataclass
class Session:
    """One game in play. Screens get views, menus and reports from it, never its state.

    ``work`` does what needs no person, in slices. ``entries`` and ``pending`` are what a game file holds.
    """

    loaded: Loaded
    seats: SeatPlan
    seed: int
    entries: list[Entry] = field(default_factory=list)
    pending: dict[int, Chosen] = field(default_factory=dict)
    pending_acts: list[Act] = field(default_factory=list)
    reports: list[StageReport] = field(default_factory=list)
    engine_version: str = __version__
    """Version of the game under which it was begun."""
    read_only: str = ""
    """Why the game can be read but not played on; empty if it can."""

    def __post_init__(self) -> None:
        self.rules, self.scenario = self.loaded.rules, self.loaded.scenario
        self.wording = Wording(self.scenario, self.rules)
        self.menus = MenuWriter(self.rules, self.wording)
        self.ballots = Ballots(self.wording)
        self._computers = ComputerSeats(self.seats, self.ballots)
        self._keys = game_keys(self.seed, np.zeros(1, dtype=np.int32))
        self._state = begin(self.rules, self._keys)
        self._history = [self._state]

    @classmethod
    def new(cls, loaded: Loaded, seats: SeatPlan, seed: int) -> "Session":
        """A game at its opening."""
        return cls(loaded, seats, seed)

    # --- what anybody may know -------------------------------------------------------------------------

    @property
    def header(self) -> Header:
        """What the game began with."""
        return Header(
            engine_version=self.engine_version,
            scenario_id=self.scenario.id,
            scenario_hash=text_hash(self.loaded.source_text),
            seed=self.seed,
            seats=tuple(str(seat) for seat in self.seats.seats),
        )

    @property
    def turn(self) -> int:
        """The turn that is being played, from 1; after the end, the last one that was."""
        return self.reports[-1].turn if self.over and self.reports else self._state.turn

    @property
    def stage(self) -> Stage:
        """The stage that is waited for."""
        return Stage(self._state.stage)

    @property
    def ending(self) -> str:
        """How the game ended: regional_war, settlement, horizon, fallen or stopped; empty while it goes on."""
        kind = Ending(int(self._state.ending[0]))
        if kind is not Ending.PLAYING:
            return kind.name.lower()
        if self.stopped:
            return "stopped"
        people = self.seats.people
        return "fallen" if people and all(self.is_caretaker(seat) for seat in people) else ""

    @property
    def stopped(self) -> bool:
        """Whether the group ended it before its end. What was committed then stays ``pending``."""
        return bool(self.entries) and self.entries[-1].stops

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return bool(self.ending)

    def is_caretaker(self, seat: int) -> bool:
        """Whether a power's government fell, so that a caretaker plays it by rule."""
        return bool(self._state.caretaker[seat, 0])

    # --- what a seat may know and do -------------------------------------------------------------------

    @property
    def waiting(self) -> tuple[int, ...]:
        """People who must still choose at this stage, in hot-seat order; nobody in a game that is read-only."""
        if self.read_only:
            return ()
        return tuple(seat for seat in self._deciding_people() if seat not in self.pending)

    @property
    def advance_ready(self) -> bool:
        """Whether nothing is waited for but ``work``."""
        return not self.over and not self.waiting and not self.read_only

    def view(self, seat: int) -> View:
        """What a seat may know now."""
        return view(self.rules, self._state, seat, self._keys)

    def habit(self, seat: int) -> tuple[str, ...]:
        """What a computer player's doctrine does at this stage before it weighs anything: option keys by slot."""
        return self._computers.habit(self.view(seat), self._keys)

    @property
    def minds(self) -> dict[int, Mixture]:
        """The computer players of all doctrines, seat by seat: what forecasts suppose of everybody."""
        return self._computers.minds

    def true_position(self) -> State:
        """Where the game stands in truth: for ``Facilitator.reveal``, which logs that it was shown, and nobody else."""
        return self._state.copy()

    def imagination(self, seat: int) -> KeyArray:
        """The dice of what a seat's advisers imagine, ``[game]``: its own, never those of the game."""
        return game_keys(_IMAGINED + seat, np.zeros(1, dtype=np.int32))

    def draft(self, seat: int) -> Draft:
        """A fresh draft of a seat's choices for this stage."""
        return Draft(self.menus, self._state, seat)

    def commit(self, seat: int, options: Sequence[str], reason: str = "", by: ChosenBy = "person") -> None:
        """Commit a person's choices, an option key for each slot of the stage, with the reason they wrote.

        ``by`` says if it was the clock that passed for them. Raises IllegalChoice for what may not be chosen, and
        SessionError when nothing is waited for from the seat.
        """
        if self.read_only:
            raise SessionError(self.read_only)
        if seat not in self.waiting:
            raise SessionError(f"Nothing is waited for from {self.wording.actor(seat)} now.")
        self.ballots.check(self._state, seat, options)
        power = self.seats.seats[seat].power
        self.pending[seat] = Chosen(power=power, options=tuple(options), by=by, reason=reason)

    def note(self, kind: Remark, text: str = "") -> None:
        """Log what a facilitator did; it is kept with the stage that comes next."""
        self.pending_acts.append(Act(kind=kind, text=text))

    # --- carrying on -----------------------------------------------------------------------------------

    def work(self) -> Iterator[Progress]:
        """Carry the game on until a person must choose or it is over; yields between slices.

        Computer players choose from their views. What is given up half-way is lost, and begun again by the next call.
        """
        while self.advance_ready:
            committed = dict(self.pending)
            others = [seat for seat in self._deciding() if seat not in committed]
            chosen = committed | (yield from self._computers.choosing(self._state, self._keys, others))
            yield Progress("The stage is carried out", 1.0)
            self.carry_out([chosen[seat] for seat in sorted(chosen)], tuple(self.pending_acts))

    def hurry(self) -> None:
        """Let the computer players that still think at this stage take the best that they have found so far."""
        self._computers.hurry()

    def carry_out(self, choices: Sequence[Chosen], acts: tuple[Act, ...] = ()) -> None:
        """Carry the stage out with these choices and log it. For ``work`` and for replaying."""
        before, numbers = self._state, self.ballots.numbers(self._state, choices)
        recorder, decides = Recorder(), frozenset(self._deciding())
        result = advance(self.rules, before, numbers, self._keys, recorder)
        happened = Happened(before, result.state, result.step, tuple(recorder.changes), decides)
        self._enter(happened, tuple(choices), acts)
        self.pending.clear()

    def interpose(self, acts: tuple[Act, ...]) -> None:
        """Carry the last of these acts out between two stages, an event or the end, and log them.

        Whoever had committed decides again after an event. Raises SessionError where it cannot be.
        """
        if self.over or self.read_only:
            raise SessionError(self.read_only or "The game is over.")
        before, after, recorder = self._state, self._state.copy(), Recorder()
        if acts[-1].kind == "inject":
            befall(self.rules, after, self._event(acts[-1].text), self._keys, recorder)
            self.pending.clear()
        chance, nothing = Chance(self._keys, before.turn, before.stage), passes(self.rules, self.stage, 1)
        step, changes = Step(self.stage, chance, nothing), tuple(recorder.changes)
        self._enter(Happened(before, after, step, changes, frozenset(), between=True), (), acts)

    def rewind(self, entries: int) -> None:
        """Go back to where so many entries were in the log. Later ones leave it, and so does what is pending."""
        del self.entries[entries:], self.reports[entries:], self._history[entries + 1 :]
        self._state = self._history[-1]
        self.pending.clear()

    def _enter(self, happened: Happened, choices: tuple[Chosen, ...], acts: tuple[Act, ...]) -> None:
        """Log what happened and take over the state that it led to."""
        before, self._state = happened.before, happened.after
        self.reports.append(reported(self.wording, happened))
        previous = self.entries[-1].hash if self.entries else first_link(self.header)
        digest = state_digest(self._state)
        self.entries.append(linked(before.turn, int(before.stage), choices, acts, digest, previous))
        self._history.append(self._state)
        self.pending_acts.clear()

    def used_up(self, event: str) -> bool:
        """Whether an event, by its id, can happen no more in this game; all of them are public."""
        number = list(self.scenario.events).index(event)
        return bool(self._state.event[number, 0]) and not self.scenario.events[event].again

    def _event(self, event: str) -> int:
        """The number of an event that can still happen."""
        if event not in self.scenario.events:
            raise SessionError(f"The scenario has no event {event}.")
        if self.used_up(event):
            raise SessionError(f"{self.scenario.events[event].name}: {ONCE}")
        return list(self.scenario.events).index(event)

    def _deciding(self) -> list[int]:
        if self.over:
            return []
        return np.flatnonzero(deciding(self.rules, self._state)[:, 0]).tolist()

    def _deciding_people(self) -> list[int]:
        return [
            seat
            for seat in self._deciding()
            if self.seats.seats[seat].by_person and not self.is_caretaker(seat)
        ]

    # --- after the end ---------------------------------------------------------------------------------

    def score(self) -> Score:
        """Criteria and score of every power, hundredths, ``[power, game]``. Raises SessionError before the end."""
        self._only_after_the_end("The score")
        return score(self.rules, self._state)

    def history(self) -> tuple[State, ...]:
        """Every state that the game was in, from its opening to its end. Raises SessionError before that."""
        self._only_after_the_end("The true course of the game")
        return tuple(self._history)

    def _only_after_the_end(self, what: str) -> None:
        if not self.over:
            raise SessionError(f"{what} is shown when the game is over.")
