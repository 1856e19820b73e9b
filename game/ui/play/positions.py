"""Makes the position that the screens show from a session and a seat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.report.figures import rounded
from game.rules.tables import Stage
from game.rules.tracks import Axis
from game.scenario.actors import Population
from game.scenario.flags import flag_of
from game.session.calendar import days_of_turn, turn_words
from game.session.knowledge import words_given
from game.session.session import Session
from game.session.wording import RUNGS
from game.ui.kit import Cause, Tooltip
from game.ui.map.fronts import FrontMark
from game.ui.map.tinting import tints_of
from game.ui.map.whereabouts import areas_of, whereabouts
from game.ui.play.dossiers import dossiers
from game.ui.play.own_numbers import own_numbers
from game.ui.play.position import FrontReading, Position, PublicPosition, TollReading
from game.ui.play.reader import Reader
from game.ui.screens.adapters import bulletin_model


def position(session: Session, seat: int) -> Position:
    """What the person at ``seat`` sees now."""
    power = session.seats.seats[seat].power
    scenario = session.scenario
    seen = reader(session, seat)
    return Position(
        power=power,
        power_name=scenario.powers[power].name,
        flag=flag_of(scenario, power),
        scenario=scenario.title,
        turn=turn_words(scenario.clock, session.turn),
        dates=days_of_turn(scenario.clock, session.turn),
        deciding="secret orders" if session.stage is Stage.ORDERS else "secret choice",
        opening=session.turn == 1,
        own=own_numbers(seen, power),
        fronts=tuple(_fronts(seen, session.turn)),
        toll=tuple(_toll(seen, name, people) for name, people in scenario.populations.items()),
        dossiers=dossiers(seen, power),
        lines=tuple(told for _, told in words_given(session.wording, seen.view)),
        areas=_areas(session),
        tints=tints_of(scenario, power),
    )


def public_position(session: Session) -> PublicPosition:
    """What everybody knows now. Only what is public is read, and its causes are those that the public was told."""
    scenario, clock = session.scenario, session.scenario.clock
    told = tuple(each for report in session.reports for each in report.changes_for(None))
    seen = Reader(session.view(0), session.wording, told)
    latest = session.reports[-1].turn if session.reports else 0
    return PublicPosition(
        scenario=scenario.title,
        turn=turn_words(clock, session.turn),
        dates=days_of_turn(clock, session.turn),
        fronts=tuple(_fronts(seen, session.turn)),
        toll=tuple(_toll(seen, name, people) for name, people in scenario.populations.items()),
        lines=tuple(told for _, told in words_given(session.wording, seen.view)),
        news_of=f"Turn {latest}" if latest else "",
        headlines=bulletin_model(session, latest).headlines if latest else (),
        tints=tints_of(scenario),
    )


def reader(session: Session, seat: int) -> Reader:
    """Reads the view of a seat, with everything that it was told so far."""
    told = tuple(each for report in session.reports for each in report.changes_for(seat))
    return Reader(session.view(seat), session.wording, told)


def _areas(session: Session) -> Mapping[str, str]:
    scenario = session.scenario
    everybody = (*scenario.hosts, *scenario.partners, *scenario.powers)
    return {area: name for name in everybody for area in areas_of(scenario, name)}


def _fronts(reader: Reader, turn: int) -> Iterator[FrontReading]:
    places = whereabouts(reader.wording.scenario).fronts
    for front, model in reader.wording.scenario.fronts.items():
        row = reader.row("rung", front)
        rung = reader.exact("rung", front)
        before = [
            each.change.before for each in reader.told if each.row == row and each.change.turn >= turn - 1
        ]
        trend = (rung > before[0]) - (rung < before[0]) if before else 0
        mark = FrontMark(front, model.short, model.icon, *places[front], rung, RUNGS[rung], trend)
        yield FrontReading(mark, model.name, _front_words(reader, front))


def _front_words(reader: Reader, front: str) -> Tooltip:
    model, wording = reader.wording.scenario.fronts[front], reader.wording
    numbers = wording.rules.numbers
    sides = " and ".join(wording.in_text(actor) for actor in model.principals)
    text = f"Between {sides}. It cools by one rung a turn without an act at or above it."
    if model.ongoing is not None:
        talks = wording.named(Axis.TALKS, model.ongoing.until_talks)
        text += f" The war here goes on by itself until its talks succeed: {talks}."
    causes: tuple[Cause, ...] = ()
    if model.control_from < len(RUNGS):
        text += f" From rung {model.control_from} on, a turn with an act can end in loss of control:"
        first = f"{numbers.control_open_exchange} %" if model.control_from <= 5 else "none"
        causes = (
            Cause("at rung 5", first),
            Cause("at rung 6", f"{numbers.control_campaign} %"),
            Cause("for each exchange of replies", f"+{numbers.control_exchange} %"),
            Cause("if both strike decisively", f"+{numbers.control_decisive} %"),
            Cause("if one side has no warning", f"+{numbers.control_blind} %"),
        )
    return Tooltip(model.name, text, (*causes, *reader.causes(reader.row("rung", front))))


def _toll(reader: Reader, name: str, people: Population) -> TollReading:
    killed, displaced = reader.exact("killed", name), reader.exact("displaced", name)
    more_killed, more_displaced = killed - people.killed.best, displaced - people.displaced.best
    causes = (
        Cause("Killed before this game", f"{people.killed.low:,} to {people.killed.high:,}"),
        Cause("Killed in this game, estimated", f"about {rounded(more_killed)}" if more_killed else "none"),
        Cause("Displaced before this game", f"{people.displaced.low:,} to {people.displaced.high:,}"),
        Cause(
            "Displaced in this game, estimated",
            f"about {rounded(more_displaced)}" if more_displaced else "none",
        ),
    )
    said = [f"Killed: {people.killed.said}"] if people.killed.said else []
    said += [f"Displaced: {people.displaced.said}"] if people.displaced.said else []
    explained = Tooltip(people.name, "The toll is shown always. It is never counted as points.", causes,
                        source="\n".join(said))  # fmt: skip
    return TollReading(name, people.name, rounded(killed), rounded(displaced), explained)
