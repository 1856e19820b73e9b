"""What a seat knows of words given and blows owed, each in a sentence: for briefings, on screen and on paper."""

from collections.abc import Iterator

from game.rules.tracks import Axis
from game.session.session import Session
from game.session.wording import begun


def known(session: Session, seat: int) -> Iterator[str]:
    """What its audiences feel is owed, red lines that are drawn, and promises that are held for."""
    yield from _owed(session, seat)
    yield from _lines(session, seat)
    yield from _promises(session, seat)


def _seen(session: Session, seat: int, track: str, *entry: str) -> int:
    """The least that a row can be, by all that the seat knows; what it knows exactly is just that."""
    return session.view(seat).bounds(session.rules.layout.row(track, *entry))[0]


def _owed(session: Session, seat: int) -> Iterator[str]:
    layout, wording = session.rules.layout, session.wording
    power = session.seats.seats[seat].power
    for actor in layout.names[Axis.ACTOR]:
        owed = _seen(session, seat, "owed", power, actor)
        if owed > 0 and actor != power:
            shown = wording.value(layout.row("owed", power, actor), owed)
            yield f"Your audiences feel that {shown} is owed to {wording.in_text(actor)}."


def _lines(session: Session, seat: int) -> Iterator[str]:
    for name, line in session.scenario.lines.items():
        if stake := _seen(session, seat, "line_stake", name):
            yield f"Red line of {session.wording.in_text(line.owner)}: {line.name}, stake {stake}."


def _promises(session: Session, seat: int) -> Iterator[str]:
    for name, promise in session.scenario.promises.items():
        if stake := _seen(session, seat, "promise_stake", name):
            holder, mediator = (session.wording.in_text(side) for side in (promise.holder, promise.mediator))
            yield f"{begun(holder)} holds for a promise of {mediator}: {promise.name}, stake {stake}."
