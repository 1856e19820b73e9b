"""What can be read again in the middle of a game: the rules, one's briefing, and the bulletins of all turns so far."""

from __future__ import annotations

from collections.abc import Callable

from game.session.session import Session
from game.ui.app import App
from game.ui.kit import Screen
from game.ui.play.pause import ToRead
from game.ui.play.theatre import Theatre
from game.ui.screens.adapters import briefing_model, bulletin_model, resolution_model
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.bulletin import NEXT_TURN, BulletinScreen
from game.ui.screens.resolution import ResolutionScreen

_DONE = "Done"


def to_read(app: App, session: Session, theatre: Theatre, seat: int | None) -> list[ToRead]:
    """What a seat may read again, of earlier turns only what it was told; without a seat, what everybody may."""
    rules = ToRead("rules", "Rules", "r", lambda: read_rules(app, session))
    briefing = [] if seat is None else [_briefing(app, session, seat)]
    return [rules, *briefing, *_so_far(app, session, theatre, seat)]


def _briefing(app: App, session: Session, seat: int) -> ToRead:
    def screen() -> Screen:
        return BriefingScreen(briefing_model(session, seat), on_done=app.pop, on_back=app.pop, button=_DONE)

    return ToRead("briefing", "Briefing", "b", lambda: app.push(screen()))


def _so_far(app: App, session: Session, theatre: Theatre, seat: int | None) -> list[ToRead]:
    """The bulletins, once a turn is over: those of the public where nobody has the screen."""
    told = session.turn - 1

    def screen() -> Screen:
        return bulletins(app, session, theatre, seat, told, app.pop, _DONE)

    return [ToRead("bulletin", "Turns so far", "t", lambda: app.push(screen()))] if told else []


def bulletins(
    app: App,
    session: Session,
    theatre: Theatre,
    seat: int | None,
    turn: int,
    on_done: Callable[[], None],
    button: str = NEXT_TURN,
) -> BulletinScreen:
    """The bulletins of all turns until one, which is shown first, as a seat or else the public was told of them.

    Each turn can be seen again on the map.
    """

    def play(again: int) -> None:
        reports = [report for report in session.reports if report.turn == again]
        app.push(ResolutionScreen(resolution_model(session, reports, seat), theatre, on_done=app.pop))

    return BulletinScreen(lambda shown: bulletin_model(session, shown, seat), turn, on_done, play, button)


def read_rules(app: App, session: Session) -> None:
    """Opens the rules with the numbers that this game is played by."""
    from game.report.rules_told import rules_told
    from game.ui.screens.rules import RulesScreen

    app.push(RulesScreen(rules_told(session.loaded), session.scenario.title, on_done=app.pop))
