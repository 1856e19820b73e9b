"""From a game file back to a game in play: every stage is carried out again with the logged choices."""

from game.errors import CalibratedError
from game.rules.choices import IllegalChoice
from game.scenario.problems import ScenarioError
from game.scenario.shipped import from_embedded
from game.session.log import Entry, GameFile
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError


class ReplayError(CalibratedError):
    """A game file whose scenario today's game cannot play at all."""


def replayed(file: GameFile) -> Session:
    """The game that a file holds, at the point where it was saved.

    Where today's rules no longer lead to the logged states, the game is read-only from there on, and its
    ``read_only`` says so. Raises ReplayError when the embedded scenario is no longer understood.
    """
    try:
        loaded = from_embedded(file.scenario)
    except ScenarioError as error:
        raise ReplayError(
            f"This game's scenario cannot be read by this version of the game:\n{error}"
        ) from None
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, file.header.seats), file.header.seed)
    session.engine_version = file.header.engine_version
    for entry in file.entries:
        session.read_only = _carry_out_again(session, entry) or session.read_only
        if session.read_only:
            break
    if not session.read_only:
        session.read_only = _restore_pending(session, file)
    return session


def _carry_out_again(session: Session, entry: Entry) -> str:
    """Carry out one logged stage, or what came between two; what differs from the log, or nothing."""
    here = f"turn {entry.turn}, {session.wording.stage(entry.stage)}"
    if (session.turn, int(session.stage)) != (entry.turn, entry.stage) or session.over:
        return _read_only(session, f"it does not come to {here}")
    try:
        if entry.between:
            session.interpose(entry.acts)
        else:
            session.carry_out(entry.choices, entry.acts)
    except IllegalChoice as refusal:
        return _read_only(session, f"at {here} a choice is not allowed: {refusal}")
    except SessionError as refusal:
        return _read_only(session, f"at {here} a facilitator's act is not possible: {refusal}")
    if session.entries[-1].state != entry.state:
        return _read_only(session, f"{here} leads to another state")
    return ""


def _restore_pending(session: Session, file: GameFile) -> str:
    """What was committed at the stage that still waits; after a stop it is only kept to be read."""
    powers = [seat.power for seat in session.seats.seats]
    try:
        for chosen in file.pending:
            if session.stopped:
                session.pending[powers.index(chosen.power)] = chosen
            else:
                session.commit(powers.index(chosen.power), chosen.options, chosen.reason, chosen.by)
    except (IllegalChoice, CalibratedError) as refusal:
        return _read_only(session, f"a committed choice is not allowed: {refusal}")
    session.pending_acts.extend(file.pending_acts)
    return ""


def _read_only(session: Session, why: str) -> str:
    return (
        f"This game was saved by version {session.engine_version} and today's rules play it differently ({why}). "
        "It can be read up to there, not played on."
    )
