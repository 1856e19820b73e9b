"""What whoever leads a group may do to its game: end it, take back, have an event happen, note, give time, show it all.

Every act is logged, saved at once and told in the debrief. Only ``reveal`` shows anything that is secret.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.tracks import Axis
from game.session.acts import told
from game.session.countdown import MORE_MINUTES
from game.session.kept import KeptGame
from game.session.log import Act, ActKind, Between, Remark
from game.session.session import ONCE, Session, SessionError
from game.session.true_values import TrueValues, true_values

LONGEST_NOTE = 400
"""Letters that a note may have."""


@dataclass(frozen=True, slots=True)
class WayBack:
    """A point that the game can be taken back to."""

    entries: int
    """How many entries of the log stay."""
    place: str
    """Where the game stands then, as ``turn 2, orders``."""
    undoes: str
    """What is taken back, as ``the whole of turn 2``."""


@dataclass(frozen=True, slots=True)
class Possible:
    """An event of the scenario, and why it cannot happen any more; empty if it can."""

    id: str
    name: str
    text: str
    """The headline. It may name a cause that this game has not seen."""
    brings: tuple[str, ...]
    """What it changes, each in a few words."""
    refusal: str


class Facilitator:
    """The acts of a facilitator on a kept game. Raises SessionError for what cannot be done now."""

    def __init__(self, kept: KeptGame) -> None:
        self._kept, self._session = kept, kept.session

    def stop(self) -> None:
        """End the game where it stands; what has been committed is kept, but not carried out."""
        self._between("stop")

    # --- taking back -----------------------------------------------------------------------------------

    @property
    def committed(self) -> tuple[int, ...]:
        """Seats that have committed while others are waited for."""
        return tuple(sorted(self._session.pending)) if self._session.waiting else ()

    def hand_back(self, seat: int) -> None:
        """Give a seat its choices back, so that it decides again."""
        words = self.committed_by(seat)
        del self._session.pending[seat]
        self._decided_anew(words)

    def committed_by(self, seat: int) -> str:
        """What is handed back to a seat, in words."""
        return f"what {self._session.wording.inside(seat)} had committed ({self._here})"

    @property
    def ways_back(self) -> tuple[WayBack, ...]:
        """The last stage at which somebody chose, or the last event by choice; and the start of the last turn.

        Also of a game that came to its end, perhaps by a slip; not of one that the group ended.
        """
        if self._session.stopped or self._session.read_only:
            return ()
        ways = {way.entries: way for way in (self._last_turn(), self._last_stage()) if way is not None}
        return tuple(ways[entries] for entries in sorted(ways, reverse=True))

    def take_back(self, way: WayBack) -> None:
        """Go back to where the game stood. What was done until then stays in the log, and that it was taken back."""
        session = self._session
        gone = session.entries[way.entries :]
        acts = [_withdrawn(act) for entry in gone for act in entry.acts] + session.pending_acts
        words = self.taken_back(way)
        session.rewind(way.entries)
        session.pending_acts[:] = acts
        self._decided_anew(words)

    def taken_back(self, way: WayBack) -> str:
        """How far the game goes back, in words."""
        return f"{way.undoes}; the game stood at {self._here}"

    def _last_stage(self) -> WayBack | None:
        """Stages that only computer players decided go with the one before them."""
        for place, entry in reversed(list(enumerate(self._session.entries))):
            if entry.between:
                event = self._session.scenario.events[entry.between.text].name
                return WayBack(place, f"before “{event}”", f"the event “{event}” and what came after it")
            if any(chosen.by not in ("computer", "caretaker") for chosen in entry.choices):
                here = _place(self._session, entry.turn, entry.stage)
                return WayBack(place, here, f"everything from {here}, on")
        return None

    def _last_turn(self) -> WayBack | None:
        entries = self._session.entries
        if not entries:
            return None
        turn = entries[-1].turn
        place = next(place for place, entry in enumerate(entries) if entry.turn == turn)
        return WayBack(place, f"the start of turn {turn}", f"the whole of turn {turn}")

    # --- events, notes, true values --------------------------------------------------------------------

    @property
    def events(self) -> tuple[Possible, ...]:
        """The scenario's events. Whether chance could bring one now is not told: that may rest on a secret."""
        return tuple(
            self._possible(number, name) for number, name in enumerate(self._session.scenario.events)
        )

    def _possible(self, number: int, name: str) -> Possible:
        event = self._session.scenario.events[name]
        refusal = ONCE if self._session.used_up(name) else ""
        return Possible(name, event.name, event.text, tuple(self._brings(number)), refusal)

    def _brings(self, number: int) -> Iterator[str]:
        rules, wording = self._session.rules, self._session.wording
        events = rules.events
        for row, by in zip(events.shift_row[number].tolist(), events.shift_by[number].tolist(), strict=True):
            if row >= 0:
                yield f"{wording.row(row)} {'+' if by > 0 else '−'}{wording.value(row, abs(by))}"
        if events.population[number] >= 0:
            people = wording.entry(Axis.POPULATION, int(events.population[number]))
            yield f"{events.least_killed[number]} to {events.most_killed[number]} killed, {people}"

    def inject(self, event: str) -> None:
        """Have an event happen now. Whoever had committed decides again, knowing of it."""
        self._between("inject", event)

    def reveal(self) -> tuple[TrueValues, ...]:
        """The true values of what is hidden from somebody, to be shown to everybody."""
        self._remark("reveal")
        return true_values(self._session)

    def note(self, text: str) -> None:
        """Write a line for the debrief."""
        self._remark("note", text)

    # --- time ------------------------------------------------------------------------------------------

    @property
    def timed(self) -> int | None:
        """The seat whose decision has a clock now."""
        waiting = self._session.waiting
        return waiting[0] if waiting and self._kept.countdown is not None else None

    def extend(self) -> None:
        """Give the decision that has a clock five more minutes."""
        words = self.more_time
        if self._kept.countdown is None:
            raise SessionError(words)
        self._kept.countdown.extend()
        self._remark("extend", words)

    @property
    def more_time(self) -> str:
        """Who gets how much, in words; or that nobody can."""
        if self.timed is None:
            return "No decision has a clock now."
        return f"{MORE_MINUTES} more minutes for {self._session.wording.inside(self.timed)}"

    def told(self, kind: ActKind, text: str = "") -> str:
        """The sentence that the debrief will have for an act."""
        return told(self._session, Act(kind=kind, text=text))

    @property
    def _here(self) -> str:
        if self._session.over:
            return "its end"
        return _place(self._session, self._session.turn, self._session.stage)

    def _between(self, kind: Between, text: str = "") -> None:
        self._kept.countdown = None
        self._session.interpose((*self._session.pending_acts, Act(kind=kind, text=text)))
        self._kept.save()

    def _decided_anew(self, text: str) -> None:
        """Log that something was taken back: another decision than before is waited for, which has all its time."""
        self._kept.countdown = None
        self._remark("undo", text)

    def _remark(self, kind: Remark, text: str = "") -> None:
        self._session.note(kind, text)
        self._kept.save()


def _place(session: Session, turn: int, stage: int) -> str:
    return f"turn {turn}, {session.wording.stage(stage)}"


def _withdrawn(act: Act) -> Act:
    """An act that was taken back with its stage: what happened in the room stays, what it did to the game does not."""
    return Act(kind="withdrawn", text=act.text) if act.kind == "inject" else act
