"""What computer players let others see of their orders beforehand: easy ones all, normal ones where they lean."""

from collections.abc import Iterator

from game.players.levels import Level
from game.rules.tables import PASSES, Stage
from game.rules.tracks import Axis
from game.session.naming import Naming
from game.session.session import Session


def intents(session: Session) -> tuple[str, ...]:
    """A sentence for each computer player that shows anything, at ORDERS; everybody may read them."""
    if session.over or session.stage is not Stage.ORDERS:
        return ()
    naming = Naming(session.rules, session.wording)
    return tuple(
        sentence
        for number, seat in enumerate(session.seats.seats)
        if not seat.by_person and not session.is_caretaker(number)
        for sentence in _shown(session, naming, number, seat.level)
    )


def _shown(session: Session, naming: Naming, seat: int, level: Level) -> Iterator[str]:
    name = session.wording.beginning(seat)
    if level is Level.EASY:
        meant = [naming.describe(key) for key in session.habit(seat) if not key.endswith(PASSES)]
        yield f"{name} means to: {'; '.join(meant) or 'do nothing'}."
    elif level is Level.NORMAL:
        yield f"{name} leans to {_leaning(session, session.habit(seat)[0])}."


def _leaning(session: Session, force: str) -> str:
    """Whom an order of force is aimed at, or that there is none."""
    options = session.rules.options
    option = options.keys.index(force)
    if not options.strike[option]:
        return "hold back"
    target = session.rules.layout.names[Axis.ACTOR][int(options.target[option])]
    return f"strike {session.wording.in_text(target)}"
