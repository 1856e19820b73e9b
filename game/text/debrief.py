"""The end screen in the order of rules.md §10, and a plain debrief after it, as lines of text."""

from collections.abc import Iterable, Iterator

from game.report.debrief import Course, Debrief, debrief
from game.report.decisions import Decision
from game.report.outcome import Outcome, PowerResult, outcome
from game.report.understood import HOW_IN_TEXT, NO_STRIKES, QUESTION
from game.session.kinds import caption
from game.session.session import Session


def ending(session: Session) -> Iterator[str]:
    """Toll, what ended it, criteria, score; in a regional war a paragraph, the toll and the last three decisions.

    For a game that can only be read up to some point: why.
    """
    yield ""
    if not session.over:
        yield session.read_only
        return
    if note := caption(session.scenario):
        yield from (note, "")
    ended = outcome(session)
    if ended.war:
        yield from (ended.words, "", *_toll(ended), "", "The last decisions:")
        yield from (_decision(each) for each in ended.last)
        return
    yield from (*_toll(ended), "", ended.words, *([ended.unfinished] if ended.unfinished else []), "")
    yield from (*_criteria(ended.results), "", *_mandates(ended.results))
    yield from () if ended.unfinished else _scores(ended.results)


def _toll(ended: Outcome) -> Iterator[str]:
    yield "Toll, best estimates:"
    for line in ended.toll:
        span = f", {line.killed_least:,} to {line.killed_most:,}" if line.span else ""
        killed = f"{line.killed:,} killed ({line.killed_here:,} of them in this game{span})"
        yield f"- {line.name}: {killed}, {line.displaced:,} displaced ({line.displaced_here:,})"


def _criteria(results: Iterable[PowerResult]) -> Iterator[str]:
    yield "Criteria, 0 to 10; a government fails by its weakest:"
    for result in results:
        told = ", ".join(f"{name} {value:.1f}" for name, value in result.criteria.items())
        yield f"- {result.name}: {told}; weakest {result.weakest}"


def _mandates(results: Iterable[PowerResult]) -> Iterator[str]:
    yield "Mandates:"
    for result in results:
        for mandate in result.mandates:
            yield f"- {result.name}: {mandate.text} {'Met.' if mandate.met else 'Not met.'}"


def _scores(results: Iterable[PowerResult]) -> Iterator[str]:
    yield from ("", "Score, mean and minimum of the criteria with the mandates:")
    for result in results:
        fell = " (its government fell)" if result.fell else ""
        yield f"- {result.name}: {result.score:.1f}{fell}"


def debriefed(session: Session) -> Iterator[str]:
    """Decisions with their reasons; rungs, owed and credibility by turn, true values; what happened in history."""
    told = debrief(session)
    note = caption(session.scenario)
    yield from ("", f"Debrief. {note}" if note else "Debrief", "", "Decisions:", *_timeline(told))
    yield from ("", "What each took its rivals to be:", *(f"- {image.words}" for image in told.images))
    yield from (*_sought(told), *_understood(told), *_balance(told), "", f"Values: {', '.join(told.turns)}.")
    tables = (
        ("Rungs", told.rungs),
        ("Owed, true values", told.owed),
        ("Credibility, true values", told.credibility),
        ("Killed since the game began", told.toll),
    )
    for heading, courses in tables:
        yield from ("", f"{heading}:", *(_course(course) for course in courses))
    yield from _history(told)
    yield from _assumptions(told)
    yield from _bases(told)


def _timeline(told: Debrief) -> Iterator[str]:
    for decision in told.decisions:
        yield _decision(decision)
        if decision.reason:
            yield f"  Reasons given: {decision.reason}"
        yield from (f"  {step}" for step in decision.steps)
    yield from (f"- Turn {act.turn}, {act.stage}, facilitator: {act.words}" for act in told.facilitated)


def _sought(told: Debrief) -> Iterator[str]:
    yield from ("", "Sought, and what came of it:")
    for gap in told.gaps:
        for aim in gap.aims:
            yield f"- {gap.name} sought: {aim.text} {'Met.' if aim.met else 'Not met.'}"
        for act in gap.acts:
            yield f"- {gap.name}. {act.words}"
            if act.reason:
                yield f"  Reasons given: {act.reason}"


def _understood(told: Debrief) -> Iterator[str]:
    """What was meant and understood, strike by strike, then what else was said."""
    yield from ("", "Meant and understood:")
    blows = told.understood.blows
    yield from (HOW_IN_TEXT, QUESTION) if blows else (NO_STRIKES,)
    for blow in blows:
        yield f"- {blow.words}{' One of the widest gaps.' if blow.widest else ''}"
        yield from (f"  {line}" for line in (" ".join(blow.circumstances), *blow.brought))
    yield from (f"- {each.words}" for each in told.understood.said)


def _balance(told: Debrief) -> Iterator[str]:
    yield from ("", "How the balance ended:")
    yield from (f"- {end.words}" for end in told.balance)
    if not told.balance:
        yield "- It held on every front."


def _decision(decision: Decision) -> str:
    choices = "; ".join(decision.choices) or "pass"
    choices += "" if decision.carried_out else " (committed, not carried out)"
    return f"- Turn {decision.turn}, {decision.stage}, {decision.name}{_BY.get(decision.by, '')}: {choices}"


_BY = {"caretaker": " (a caretaker)", "clock": " (the clock, as time ran out)"}


def _course(course: Course) -> str:
    values = [f"{value:,.1f}".removesuffix(".0") for value in course.values]
    return f"- {course.name}: {'; '.join(values)}"


def _history(told: Debrief) -> Iterator[str]:
    if told.historical:
        yield from ("", "What happened in history:")
    for choice in told.historical:
        yield f"- {choice.date}, {choice.power}: {choice.text}"
        yield f"  Sources: {'; '.join(choice.sources)}"


def _assumptions(told: Debrief) -> Iterator[str]:
    yield from ("", "What this model assumes, and who disputes it:")
    for assumption in told.assumptions:
        switched = "" if assumption.on else " (switched off)"
        yield f"- {assumption.name}{switched}. {assumption.claim} Disputed: {assumption.disputed}"


def _bases(told: Debrief) -> Iterator[str]:
    """What the orders rest on, of any date; nothing where it would tell of a real case."""
    if told.bases:
        yield from (
            "",
            "What the orders rest on:",
            *dict.fromkeys(f"- {each.order}: {each.text}" for each in told.bases),
        )
