"""The words of a facilitator's acts: what each does, for whoever is about to do it, and how it is told afterwards."""

from collections.abc import Callable, Mapping
from typing import Final

from game.session.log import Act, ActKind
from game.session.session import Session

DOES: Final[Mapping[ActKind, str]] = {
    "undo": "It is decided again; the same choices meet the same dice as before. What people have seen they have seen.",
    "inject": (
        "Events of this scenario that chance may bring at the end of a turn. One that you choose happens at once, "
        "whether or not anything led up to it: read first whether its words fit this game. Everybody is told of it, "
        "and whoever had committed at this stage decides again. Chance may still bring another."
    ),
    "note": "A line of your own, kept with this stage and shown in the debrief.",
    "reveal": (
        "Everything that is hidden from one power or another, as it is in truth. Whoever can see this screen will know "
        "it, and nobody can forget it again."
    ),
    "extend": "The clock of the decision that is open gets five minutes more. It stands still until you go back to it.",
    "stop": (
        "The end and the debrief come now, as far as the game was played. Criteria and aims are shown as they stand; "
        "there is no score, and nobody has won. What is committed at this stage is not carried out. This cannot be "
        "taken back."
    ),
}
"""What an act does, for those that need to be explained."""

GIVEN_BACK: Final = (
    "What {power} has committed at this stage is taken back unread. What others have committed stays."
)
"""What it does to hand a power's choices back to it."""


NOTHING_CHOSEN: Final = "Nothing has been chosen yet."
"""Why nothing can be taken back."""

NO_EVENTS: Final = "This scenario has no events."
"""Why nothing can be had happen."""


def told(session: Session, act: Act) -> str:
    """An act in a sentence, as the debrief has it."""
    return _TOLD[act.kind](session, act.text)


_Teller = Callable[[Session, str], str]


def _event(session: Session, event: str) -> str:
    return session.scenario.events[event].name if event in session.scenario.events else event


def _said(words: str) -> _Teller:
    """A sentence, with what was written after it."""
    return lambda _, text: f"{words}: {text}" if text else f"{words}."


_TOLD: Mapping[ActKind, _Teller] = {
    "extend": _said("Gave more time"),
    "reveal": _said("Showed the true values"),
    "inject": lambda session, event: f"Had an event happen: {_event(session, event)}.",
    "withdrawn": lambda session, event: f"An event by choice, taken back later: {_event(session, event)}.",
    "undo": lambda _, text: f"Took back {text}.",
    "note": _said("Note"),
    "stop": _said("Ended the game here"),
}
