"""What can be read again in the middle of a game: the rules, one's briefing, and the bulletin of the turn before."""

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
    """What a seat may read again, of the turn before only what it was told; without a seat, what everybody may."""
    rules = ToRead("rules", "Rules", "r", lambda: read_rules(app, session))
    return [rules] if seat is None else [rules, *_own(app, session, seat)]


def _own(app: App, session: Session, seat: int) -> list[ToRead]:
    told = session.turn - 1

    def briefing() -> Screen:
        return BriefingScreen(briefing_model(session, seat), on_done=app.pop, on_back=app.pop, button=_DONE)

    def bulletin() -> Screen:
        return BulletinScreen(bulletin_model(session, told, seat), on_done=app.pop, button=_DONE)

    texts = [ToRead("briefing", "Briefing", "b", lambda: app.push(briefing()))]
    return [*texts, ToRead("bulletin", f"Turn {told}", "t", lambda: app.push(bulletin()))] if told else texts


def read_rules(app: App, session: Session) -> None:
    """Opens the rules with the numbers that this game is played by."""
    from game.report.rules_told import rules_told
    from game.ui.screens.rules import RulesScreen

    app.push(RulesScreen(rules_told(session.loaded), session.scenario.title, on_done=app.pop))
