"""The decisions of a game in words, with the reasons that people wrote and those that computer players logged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.rules.tables import PASSES
from game.rules.tracks import Axis
from game.session.acts import told
from game.session.log import Chosen, Entry
from game.session.naming import Naming
from game.session.session import Session


@dataclass(frozen=True, slots=True)
class Decision:
    """What one power chose at a stage; ``choices`` is empty where it passed."""

    turn: int
    stage: str
    power: str
    name: str
    by: str
    """A person, computer or caretaker, or the clock where a person's time ran out."""
    choices: tuple[str, ...]
    reason: str = ""
    steps: tuple[str, ...] = ()
    carried_out: bool = True
    """False for what had been committed when the group ended the game."""

    @property
    def note(self) -> str:
        """What must be known beside what was chosen: that nobody chose it, as time ran out; empty else."""
        return "Time ran out: the clock passed." if self.by == "clock" else ""


@dataclass(frozen=True, slots=True)
class Facilitated:
    """Something that a facilitator did, in words."""

    turn: int
    stage: str
    words: str


_ASKED = ("person", "clock")
"""Who chooses to pass: a person is asked, and lets it be or lets time run out."""


def decisions(session: Session) -> tuple[Decision, ...]:
    """Every choice of the game in the order of play; to pass is one for a person, and where a reason is logged."""
    return tuple(
        decision
        for decision in _all(session)
        if decision.choices or decision.reason or decision.steps or decision.by in _ASKED
    )


def _all(session: Session) -> Iterator[Decision]:
    naming = Naming(session.rules, session.wording)
    for entry in session.entries:
        for chosen in entry.choices:
            yield _decision(session, entry, chosen, naming)
    if session.stopped:
        for chosen in session.pending.values():
            yield replace(_decision(session, session.entries[-1], chosen, naming), carried_out=False)


def facilitated(session: Session) -> tuple[Facilitated, ...]:
    """What a facilitator did in the game."""
    stage = session.wording.stage
    acts = [(entry.turn, stage(entry.stage), act) for entry in session.entries for act in entry.acts]
    now = "the end" if session.over else stage(session.stage)
    acts += [(session.turn, now, act) for act in session.pending_acts]
    return tuple(Facilitated(turn, when, told(session, act)) for turn, when, act in acts)


def last_decisions(session: Session, count: int) -> tuple[Decision, ...]:
    """The last choices that were more than a pass."""
    return tuple(each for each in decisions(session) if each.choices and each.carried_out)[-count:]


def _decision(session: Session, entry: Entry, chosen: Chosen, naming: Naming) -> Decision:
    return Decision(
        turn=entry.turn,
        stage=session.wording.stage(entry.stage),
        power=chosen.power,
        name=session.wording.named(Axis.POWER, chosen.power),
        by=chosen.by,
        choices=tuple(_words(chosen, naming)),
        reason=chosen.reason,
        steps=tuple(naming.in_words(step) for step in chosen.steps),
    )


def _words(chosen: Chosen, naming: Naming) -> Iterator[str]:
    for key in chosen.options:
        if not key.endswith(PASSES):
            yield naming.describe(key)
