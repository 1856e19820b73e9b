"""What each power took its rivals to be like, at first and in the end, beside who they were (the essay, A 5)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.players.belief import KINDS, TAKEN_TO, belief, first_belief, nearest
from game.rules.tracks import Axis
from game.session.seats import mind_of
from game.session.session import Session
from game.session.wording import begun


@dataclass(frozen=True, slots=True)
class Image:
    """What one power took a rival to be like."""

    power: str
    name: str
    by_person: bool
    """Then it is what the forecasts that the person was shown supposed."""
    rival: str
    first: str
    """What it took the rival to do before it had seen anything, as ``prefer quiet``."""
    as_itself: bool
    last: str
    """The same in the end."""
    was: str
    """Who played the rival."""

    @property
    def words(self) -> str:
        """In one or two sentences."""
        who = f"The forecasts shown to {self.name}" if self.by_person else begun(self.name)
        like = f", as {self.name} would" if self.as_itself else ""
        learnt = "and did so to the end" if self.last == self.first else f"in the end to {self.last}"
        taken = f"{who} first took {self.rival} to {self.first}{like}, {learnt}."
        return f"{taken} {begun(self.rival)} was played by {self.was}."


def images(session: Session) -> tuple[Image, ...]:
    """What every power took each rival to be like. Raises SessionError while the game goes on."""
    return tuple(image for seat in range(session.rules.powers) for image in _of(session, seat))


def _of(session: Session, seat: int) -> Iterator[Image]:
    rules, mind = session.rules, mind_of(session.scenario, session.seats.seats[seat])
    first = first_belief(rules, mind, KINDS)
    last = belief(rules, mind, session.view(seat)).likeliest[:, 0]
    for rival in np.flatnonzero(rules.rivals[seat]).tolist():
        kind = int(first.argmax())
        yield Image(
            power=rules.layout.names[Axis.POWER][seat],
            name=session.wording.inside(seat),
            by_person=session.seats.seats[seat].by_person,
            rival=session.wording.inside(rival),
            first=TAKEN_TO[KINDS[kind].aim],
            as_itself=kind == nearest(mind, KINDS),
            last=TAKEN_TO[KINDS[int(last[rival])].aim],
            was=played_by(session, rival),
        )


def played_by(session: Session, seat: int) -> str:
    """Who played a power: a person, or a doctrine by its name."""
    doctrine = session.seats.seats[seat].doctrine
    return f"the doctrine {session.scenario.doctrines[doctrine].name}" if doctrine else "a person"
