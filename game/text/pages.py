"""Longer texts of the terminal game: briefing, bulletin, help."""

from collections.abc import Iterable, Iterator, Sequence

from game.players.levels import Level
from game.report.rules_told import rules_told
from game.session.calendar import facts_until
from game.session.counsel import Counsel
from game.session.kinds import caption
from game.session.seats import doctrines_of
from game.session.session import Session
from game.session.stage_report import StageReport

HELP = (
    "Answer with the number before a line, with the word for it, or with the whole key of an option.",
    "pass         fill this slot with nothing",
    "undo         take the last choice back; nothing is final before you commit",
    "commit WHY   commit your choices; WHY, your reasons in a line, is kept for the debrief",
    "forecast     what the orders chosen so far may bring, with chances and causes",
    "advice       what an adviser of each doctrine would do now, and why",
    "position     the numbers that you know, each with a number in brackets",
    "why N        what changed the number in brackets N, and why",
    "log          everything that you were told so far",
    "briefing     your role and what is known",
    "rules        the rules on one page, with the numbers of this game",
    "save NAME    save under a name; the game also saves itself after every commit",
    "facilitator  for whoever leads the group: take back, an event, a note, the true values, the end",
    "quit         stop; the game can be resumed",
    "Ctrl-C       while others think: let them move now; at a question: stop, the game is kept",
)
"""What every prompt understands."""


def opening(session: Session) -> Iterator[str]:
    """Title, decision and content note, before anything else."""
    scenario = session.scenario
    yield from (scenario.title, "", scenario.decision, "", scenario.content_note, "")
    if note := caption(scenario):
        yield from (note, "")
    if until := facts_until(scenario.clock):
        yield f"The facts that the game knows stop on {until}."
    yield "A model for discussion, not a prediction or a recommendation."
    yield from ("", *_players(session), "")


def _players(session: Session) -> Iterator[str]:
    """Who plays each power, and the doctrines that computer players have to choose from."""
    scenario = session.scenario
    yield "Who plays:"
    for seat in session.seats.seats:
        name = scenario.powers[seat.power].name
        if seat.by_person:
            yield f"- {name}: a person"
        else:
            doctrine = scenario.doctrines[seat.doctrine]
            yield f"- {name}: the computer, {seat.level}, by the doctrine {doctrine.name}. {doctrine.text}"
        others = [each for each in doctrines_of(scenario, seat.power) if each != seat.doctrine]
        if others:
            yield f"  At the start --seat {seat.power}=LEVEL:DOCTRINE takes another: {', '.join(others)}."
    yield f"Levels of computer players, from the weakest: {', '.join(Level)}."


def advice(heard: Iterable[Counsel]) -> Iterator[str]:
    """What each adviser would do, why, and what would come of it."""
    for counsel in heard:
        yield from ("", f"{counsel.doctrine} would: {'; '.join(counsel.choices) or 'pass'}.")
        yield from (f"  {step}" for step in counsel.reasons)
        yield f"  {counsel.prospects}"


def briefing(session: Session, seat: int) -> Iterator[str]:
    """The role card of a seat."""
    power = session.scenario.powers[session.seats.seats[seat].power]
    card = power.briefing
    yield from (card.role, "", card.situation, "", card.reasons, "", card.audiences, "")
    yield "Your mandates:"
    for mandate in power.mandates.values():
        yield f"- {mandate.text}{' (secret)' if mandate.secret else ''}"
    yield ""


def rules(session: Session) -> Iterator[str]:
    """The rules with the numbers that this game is played by."""
    for part in rules_told(session.loaded):
        rows = [block.texts for block in part.blocks if block.kind == "row"]
        yield from ("", part.heading)
        yield from (": ".join(block.texts) for block in part.blocks if block.kind != "row")
        yield from _in_lines(rows)


def _in_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table of two columns of words and two of numbers, row by row; what a first cell leaves out is the one above."""
    above = ""
    for first, second, *numbers in rows[1:]:
        above = first or above
        told = ", ".join(f"{name} {number}" for name, number in zip(rows[0][2:], numbers, strict=True))
        yield f"- {above}, {second}: {told}"


def bulletin(session: Session, reports: Iterable[StageReport], seat: int | None) -> Iterator[str]:
    """What happened, stage by stage, as a seat was told it."""
    for report in reports:
        headlines = report.headlines_for(seat)
        if headlines:
            yield f"Turn {report.turn}, {session.wording.stage(report.stage)}:"
            yield from (f"- {headline}" for headline in headlines)


def own_changes(session: Session, reports: Iterable[StageReport], seat: int) -> Iterator[str]:
    """How a seat's own numbers moved, and why."""
    own = _own_rows(session, seat)
    for report in reports:
        yield from (f"- {told}" for told in report.changes_for(seat) if told.row in own)


def _own_rows(session: Session, seat: int) -> frozenset[int]:
    layout, rules = session.rules.layout, session.rules
    rows = {int(layout.cells(track, seat)) for track in ("standing", "legitimacy")}
    rows.add(int(layout.cells("cohesion", rules.camp[seat])))
    rows.update(int(layout.cells("owed", seat, actor)) for actor in range(rules.actors))
    return frozenset(rows)


def reasons(session: Session, seat: int, row: int) -> list[str]:
    """Every change of a number that a seat was told of."""
    return [
        f"- Turn {report.turn}, {session.wording.stage(report.stage)}: "
        f"{told.before} → {told.after}, {told.cause} ({told.rule})"
        for report in session.reports
        for told in report.changes_for(seat)
        if told.row == row
    ]
