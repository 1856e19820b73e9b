"""What can be read again in the middle of a game: the rules, one's briefing, and the bulletins of all turns so far."""

from __future__ import annotations

from game.session.session import Session
from game.ui.app import App
from game.ui.kit import Screen
from game.ui.play.pause import ToRead
from game.ui.screens.adapters import briefing_model, bulletin_model
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.bulletin import BulletinScreen

_DONE = "Done"


def to_read(app: App, session: Session, seat: int | None) -> list[ToRead]:
    """What a seat may read again, of earlier turns only what it was told; without a seat, what everybody may."""
    rules = ToRead("rules", "Rules", "r", lambda: read_rules(app, session))
    briefing = [] if seat is None else [_briefing(app, session, seat)]
    return [rules, *briefing, *_bulletins(app, session, seat)]


def _briefing(app: App, session: Session, seat: int) -> ToRead:
    def screen() -> Screen:
        return BriefingScreen(briefing_model(session, seat), on_done=app.pop, on_back=app.pop, button=_DONE)

    return ToRead("briefing", "Briefing", "b", lambda: app.push(screen()))


def _bulletins(app: App, session: Session, seat: int | None) -> list[ToRead]:
    """The bulletins, once a turn is over: those of the public where nobody has the screen."""
    told = session.turn - 1

    def screen() -> Screen:
        return BulletinScreen(
            lambda turn: bulletin_model(session, turn, seat), told, on_done=app.pop, button=_DONE
        )

    return [ToRead("bulletin", "Turns so far", "t", lambda: app.push(screen()))] if told else []


def read_rules(app: App, session: Session) -> None:
    """Opens the rules with the numbers that this game is played by."""
    from game.report.rules_told import rules_told
    from game.ui.screens.rules import RulesScreen

    app.push(RulesScreen(rules_told(session.loaded), session.scenario.title, on_done=app.pop))
