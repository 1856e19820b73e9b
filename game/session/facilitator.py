"""What whoever leads a group may do to its game, and how each act is told: end it, take back, an event, a note.

Every act is logged, saved at once and told in the debrief. None shows anything that is secret.
"""

from collections.abc import Callable
from dataclasses import dataclass

from game.session.kept import KeptGame
from game.session.log import Act, Between, Remark
from game.session.session import Session

LONGEST_NOTE = 400
"""Letters that a note may have."""


@dataclass(frozen=True, slots=True)
class WayBack:
    """A point that the game can be taken back to."""

    entries: int
    """How many entries of the log stay."""
    turn: int
    stage: int
    words: str
    """What is taken back, as ``the orders of turn 2``."""


@dataclass(frozen=True, slots=True)
class Possible:
    """An event of the scenario, and why it cannot happen any more; empty if it can."""

    id: str
    name: str
    text: str
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
        session = self._session
        del session.pending[seat]
        here = _place(session, session.turn, session.stage)
        self._remark("undo", f"what {session.wording.inside(seat)} had committed ({here})")

    @property
    def ways_back(self) -> tuple[WayBack, ...]:
        """The last stage at which somebody chose, or the last event by choice; and the start of the last turn."""
        if self._session.over or self._session.read_only:
            return ()
        ways = {way.entries: way for way in (self._last_turn(), self._last_stage()) if way is not None}
        return tuple(ways[entries] for entries in sorted(ways, reverse=True))

    def take_back(self, way: WayBack) -> None:
        """Go back to where the game stood. What was done until then stays in the log, and that it was taken back."""
        session = self._session
        gone = session.entries[way.entries :]
        acts = [_withdrawn(act) for entry in gone for act in entry.acts] + session.pending_acts
        stood = _place(session, session.turn, session.stage)
        session.rewind(way.entries)
        session.pending_acts[:] = acts
        self._remark("undo", f"{way.words}; the game stood at {stood}")

    def _last_stage(self) -> WayBack | None:
        """Stages that only computer players decided go with the one before them."""
        for place, entry in reversed(list(enumerate(self._session.entries))):
            if entry.between:
                event = self._session.scenario.events[entry.between.text].name
                return WayBack(place, entry.turn, entry.stage, f"the event “{event}” and what came after it")
            if any(chosen.by not in ("computer", "caretaker") for chosen in entry.choices):
                here = _place(self._session, entry.turn, entry.stage)
                return WayBack(place, entry.turn, entry.stage, f"everything from {here}, on")
        return None

    def _last_turn(self) -> WayBack | None:
        entries = self._session.entries
        if not entries:
            return None
        turn = entries[-1].turn
        place = next(place for place, entry in enumerate(entries) if entry.turn == turn)
        return WayBack(place, turn, entries[place].stage, f"the whole of turn {turn}")

    # --- what else ---------------------------------------------------------------------------------------

    @property
    def events(self) -> tuple[Possible, ...]:
        """The scenario's events. Whether chance could bring one now is not told: that may rest on a secret."""
        return tuple(
            Possible(
                name, event.name, event.text, "" if event.again or not self._session.happened(name) else _ONCE
            )
            for name, event in self._session.scenario.events.items()
        )

    def inject(self, event: str) -> None:
        """Have an event happen now. Whoever had committed decides again, knowing of it."""
        self._between("inject", event)

    def note(self, text: str) -> None:
        """Write a line for the debrief."""
        self._remark("note", text)

    def _between(self, kind: Between, text: str = "") -> None:
        self._session.interpose((*self._session.pending_acts, Act(kind=kind, text=text)))
        self._kept.save()

    def _remark(self, kind: Remark, text: str = "") -> None:
        self._session.note(kind, text)
        self._kept.save()


_ONCE = "It has happened, and happens only once in a game."


def _place(session: Session, turn: int, stage: int) -> str:
    return f"turn {turn}, {session.wording.stage(stage)}"


def _withdrawn(act: Act) -> Act:
    """An act that was taken back with its stage: what happened in the room stays, what it did to the game does not."""
    return Act(kind="withdrawn", text=act.text) if act.kind == "inject" else act


def told(session: Session, act: Act) -> str:
    """An act in a sentence."""
    return _TOLD[act.kind](session, act.text)


def _event(session: Session, event: str) -> str:
    return session.scenario.events[event].name if event in session.scenario.events else event


_Teller = Callable[[Session, str], str]


def _said(words: str) -> _Teller:
    """A sentence, with what was written after it."""
    return lambda _, text: f"{words}: {text}" if text else f"{words}."


_TOLD: dict[str, _Teller] = {
    "pause": _said("Paused"),
    "resume": _said("Went on"),
    "extend": _said("Gave more time"),
    "reveal": _said("Showed the true values"),
    "hide": _said("Hid the true values again"),
    "inject": lambda session, event: f"Had an event happen: {_event(session, event)}.",
    "withdrawn": lambda session, event: f"An event by choice, taken back later: {_event(session, event)}.",
    "undo": lambda _, text: f"Took back {text}.",
    "note": _said("Note"),
    "stop": _said("Ended the game here"),
}
