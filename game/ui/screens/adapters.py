"""From sessions, scenarios and saves to the view models of the screens: the only place here that knows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.players.levels import TOLD, Level
from game.scenario.flags import flag_of
from game.scenario.models import Scenario
from game.scenario.switches import mechanisms
from game.session.calendar import days_of_turn
from game.session.knowledge import known
from game.session.meanings import own_meanings
from game.session.reporting import stage_of
from game.session.seats import SeatPlan, doctrines_of
from game.session.session import Session
from game.session.stage_report import StageReport
from game.session.wording import RUNGS, first_sentence
from game.ui.screens.briefing import BriefingModel, FrontLine, Mandate, OwnNumber
from game.ui.screens.bulletin import BulletinModel, TollOfTurn
from game.ui.screens.movement import movements, rung_moves
from game.ui.screens.resolution import ResolutionModel
from game.ui.screens.seats import PERSON, DoctrineCard, LevelCard, MechanismCard, PowerSeat, SeatsModel
from game.ui.screens.story import story

OWN_TRACKS = ("standing", "readiness", "attention", "warning", "legitimacy")
"""Tracks of a power's own that its briefing shows."""


def seats_model(scenario: Scenario, plan: SeatPlan | None = None) -> SeatsModel:
    """The seats of a scenario as they were in a game, else its first power for a person, the others for computers."""
    plan = plan or SeatPlan.parse(scenario, ())
    powers = [
        PowerSeat(
            id=power,
            name=model.name,
            flag=flag_of(scenario, power),
            role=first_sentence(model.briefing.role),
            doctrines=tuple(_doctrines(scenario, power)),
            in_text=model.in_text,
            player=seat.doctrine or PERSON,
            level=seat.level,
        )
        for seat, (power, model) in zip(plan.seats, scenario.powers.items(), strict=True)
    ]
    levels = tuple(LevelCard(level, level.capitalize(), TOLD[level]) for level in Level)
    disputed = tuple(
        MechanismCard(name, each.name, each.on, each.claim, each.disputed)
        for name, each in mechanisms(scenario)
    )
    return SeatsModel(scenario.title, tuple(powers), levels, scenario.content_note, disputed)


def seat_texts(players: dict[str, str]) -> list[str]:
    """What ``SeatPlan.parse`` reads, from the players that the seats screen hands over."""
    return [f"{power}={player or 'human'}" for power, player in players.items()]


def _doctrines(scenario: Scenario, power: str) -> Iterator[DoctrineCard]:
    for name in doctrines_of(scenario, power):
        yield DoctrineCard(name, scenario.doctrines[name].name, scenario.doctrines[name].text)


# --- a game in play --------------------------------------------------------------------------------------


def briefing_model(session: Session, seat: int) -> BriefingModel:
    """The role card of a seat, with what it knows at this moment."""
    scenario, power = session.scenario, session.seats.seats[seat].power
    model, card = scenario.powers[power], scenario.powers[power].briefing
    return BriefingModel(
        government=f"The {session.wording.government(power)}",
        flag=flag_of(scenario, power),
        scenario=scenario.title,
        dates=days_of_turn(scenario.clock, session.turn),
        decision=scenario.decision,
        role=card.role,
        situation=card.situation,
        reasons=card.reasons,
        audiences=card.audiences,
        mandates=tuple(Mandate(each.text, each.secret) for each in model.mandates.values()),
        own=tuple(_own(session, seat, power)),
        fronts=tuple(_fronts(session, seat)),
        known=tuple(known(session, seat)),
    )


def _own(session: Session, seat: int, power: str) -> Iterator[OwnNumber]:
    told = own_meanings(session.rules.numbers)
    highest = {"standing": 10, "readiness": 6, "attention": session.rules.numbers.attention, "warning": 3}
    for name in OWN_TRACKS:
        value = f"{_shown(session, seat, name, power)} of {highest.get(name, 10)}"
        yield OwnNumber(name.capitalize(), value, getattr(told, name))


def _shown(session: Session, seat: int, track: str, *entries: str) -> str:
    row = session.rules.layout.row(track, *entries)
    return session.wording.value(row, session.view(seat).bounds(row)[0])


def _fronts(session: Session, seat: int) -> Iterator[FrontLine]:
    for name, front in session.scenario.fronts.items():
        rung = session.view(seat).bounds(session.rules.layout.row("rung", name))[0]
        yield FrontLine(front.name, rung, RUNGS[rung])


def resolution_model(session: Session, reports: Sequence[StageReport], seat: int | None) -> ResolutionModel:
    """Stages of one turn as a seat, or without one the public, may see them."""
    turn, wording = reports[-1].turn, session.wording
    return ResolutionModel(
        title=f"Turn {turn}: {_stages(session, reports)}",
        subtitle=f"{session.scenario.title} · {days_of_turn(session.scenario.clock, turn)}",
        flag=_flag(session, seat),
        beats=story(wording, reports, seat),
        movements=movements(wording, reports, seat),
        rungs=rung_moves(wording, reports),
        whose=_name(session, seat),
    )


def _stages(session: Session, reports: Sequence[StageReport]) -> str:
    if all(report.between for report in reports):
        return "something happened"
    if reports[0].stage == 0:
        return "orders are carried out"
    return f"{session.wording.stage(reports[0].stage)}, and what came of it"


def _flag(session: Session, seat: int | None) -> str:
    return "" if seat is None else flag_of(session.scenario, session.seats.seats[seat].power)


def _name(session: Session, seat: int | None) -> str:
    return "" if seat is None else session.wording.actor(seat)


def bulletin_model(session: Session, turn: int, seat: int | None = None) -> BulletinModel:
    """A turn as the public reads it, and what a seat saw of it beyond that."""
    reports = [report for report in session.reports if report.turn == turn]
    return BulletinModel(
        title=f"Bulletin of turn {turn}",
        subtitle=f"{session.scenario.title} · {days_of_turn(session.scenario.clock, turn)}",
        headlines=tuple(_headlines(session, reports)),
        rungs=rung_moves(session.wording, reports),
        talks=tuple(_talks(session, reports)),
        toll=tuple(_toll(session, turn)),
        flag=_flag(session, seat),
        whose="" if seat is None else session.wording.inside(seat),
        seen=() if seat is None else tuple(_seen(reports, seat)),
        movements=() if seat is None else movements(session.wording, reports, seat),
    )


def _headlines(session: Session, reports: Sequence[StageReport]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for report in reports:
        told = report.headlines_for(None)
        if told:
            yield stage_of(session.wording, report).capitalize(), told


def _seen(reports: Sequence[StageReport], seat: int) -> Iterator[str]:
    for report in reports:
        public = report.headlines_for(None)
        yield from (line for line in report.headlines_for(seat) if line not in public)


def _talks(session: Session, reports: Sequence[StageReport]) -> Iterator[str]:
    for report in reports:
        for told in report.changes_for(None):
            if session.rules.layout.entries(told.row)[0].name == "talks" and told.before != told.after:
                yield f"{told.what.removeprefix('talks, ')}: {told.before} → {told.after} ({told.cause})"


def _toll(session: Session, turn: int) -> Iterator[TollOfTurn]:
    """The toll of a turn by population, with what it adds up to by then."""
    for name, people in session.scenario.populations.items():
        killed, displaced, in_all = 0, 0, people.killed.best
        for report in session.reports:
            if report.turn > turn:
                break
            in_all += report.toll.killed.get(name, 0)
            if report.turn == turn:
                killed += report.toll.killed.get(name, 0)
                displaced += report.toll.displaced.get(name, 0)
        yield TollOfTurn(people.name, killed, displaced, int(in_all))
