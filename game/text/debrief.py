"""The end screen in the order of rules.md §10, and a plain debrief after it."""

from collections.abc import Iterator

import numpy as np

from game.rules.score import met_mandates
from game.rules.tracks import Axis
from game.session.log import Chosen, Entry
from game.session.reporting import ending_words
from game.session.session import Moment, Session

_WAR = (
    "The exchange became a regional war. Governments that each meant to answer in measure could not stop what they "
    "had begun, and in every country named here people are killed and driven out in numbers that this game does not "
    "count any more. There is no score."
)
_LAST_DECISIONS = 3


def ending(session: Session) -> Iterator[str]:
    """Toll, what ended it, criteria, score; in a regional war a paragraph, the toll and the last three decisions."""
    if not session.over:
        yield from ("", session.read_only)
        return
    yield ""
    if session.ending == "regional_war":
        yield from (_WAR, "", *_toll(session), "", "The last decisions:")
        yield from _last_decisions(session)
        return
    yield from (*_toll(session), "", ending_words(session.ending), "", *_criteria(session), *_scores(session))


def _toll(session: Session) -> Iterator[str]:
    final, first = session.history()[-1].state, session.history()[0].state
    yield "Toll:"
    for place, name in enumerate(session.rules.layout.names[Axis.POPULATION]):
        killed, displaced = int(final.killed[place, 0]), int(final.displaced[place, 0])
        more = killed - int(first.killed[place, 0])
        people = session.wording.named(Axis.POPULATION, name)
        yield f"- {people}: {killed:,} killed ({more:,} of them in this game), {displaced:,} displaced"


def _decisions(session: Session) -> Iterator[tuple[Entry, Chosen, list[str]]]:
    """Every choice that was more than a pass, in words."""
    numbers = {key: option for option, key in enumerate(session.rules.options.keys)}
    for entry in session.entries:
        for chosen in entry.choices:
            words = [
                session.wording.describe(numbers[key])
                for key in chosen.options
                if not key.endswith((":pass", ":no_offer"))
            ]
            yield entry, chosen, words


def _last_decisions(session: Session) -> Iterator[str]:
    told = [(entry, chosen, words) for entry, chosen, words in _decisions(session) if words]
    for entry, chosen, words in told[-_LAST_DECISIONS:]:
        yield _decision(session, entry, chosen, words)


def _decision(session: Session, entry: Entry, chosen: Chosen, words: list[str]) -> str:
    power = session.wording.named(Axis.POWER, chosen.power)
    return f"- Turn {entry.turn}, {session.wording.stage(entry.stage)}, {power}: {'; '.join(words) or 'pass'}"


def _criteria(session: Session) -> Iterator[str]:
    score = session.score()
    yield "Criteria, 0 to 10; a government fails by its weakest:"
    for seat in range(session.rules.powers):
        legs = ("security", "credibility", "home", "abroad")
        values = [int(getattr(score, leg)[seat, 0]) for leg in legs]
        told = ", ".join(f"{leg} {value / 100:.1f}" for leg, value in zip(legs, values, strict=True))
        weakest = legs[int(np.argmin(values))]
        yield f"- {session.wording.actor(seat)}: {told}; weakest {weakest}"


def _scores(session: Session) -> Iterator[str]:
    score, met = session.score(), met_mandates(session.rules, session.history()[-1].state)
    yield from ("", "Aims:")
    for mandate, text in enumerate(session.rules.mandates.texts):
        power = session.wording.actor(int(session.rules.mandates.power[mandate]))
        yield f"- {power}: {text} {'Met.' if met[mandate, 0] else 'Not met.'}"
    yield from ("", "Score, mean and minimum of the criteria with the aims:")
    for seat in range(session.rules.powers):
        fell = " (its government fell)" if session.is_caretaker(seat) else ""
        yield f"- {session.wording.actor(seat)}: {score.total[seat, 0] / 100:.1f}{fell}"


def debrief(session: Session) -> Iterator[str]:
    """Decisions with their reasons; rungs, owed and credibility by turn, true values; what happened in history."""
    yield from ("", "Debrief", "", "Decisions:", *_timeline(session), "", "Rungs at the start of each turn:")
    yield from _by_turn(session, Axis.FRONT, "rung")
    yield from (
        "",
        "Owed, true values at the start of each turn:",
        *_between_powers(session, "owed", "{0} to {1}"),
    )
    yield from ("", "Credibility, true values:", *_between_powers(session, "credibility", "{0} with {1}"))
    yield from ("", *_history(session))


def _timeline(session: Session) -> Iterator[str]:
    for entry, chosen, words in _decisions(session):
        yield _decision(session, entry, chosen, words)
        if chosen.reason:
            yield f"  Reasons given: {chosen.reason}"
        yield from (f"  {step}" for step in chosen.steps)
        yield from (f"  Facilitator: {act.kind} {act.text}".rstrip() for act in entry.acts)


def _turn_starts(session: Session) -> list[Moment]:
    moments = session.history()
    starts = [moment for moment in moments if moment.stage == 0]
    return starts if moments[-1] in starts else [*starts, moments[-1]]


def _by_turn(session: Session, axis: Axis, track: str) -> Iterator[str]:
    for place in range(len(session.rules.layout.names[axis])):
        values = [str(getattr(moment.state, track)[place, 0]) for moment in _turn_starts(session)]
        yield f"- {session.wording.entry(axis, place)}: {', '.join(values)}"


def _between_powers(session: Session, track: str, words: str) -> Iterator[str]:
    powers = range(session.rules.powers)
    for one, other in ((one, other) for one in powers for other in powers if one != other):
        values = [
            f"{getattr(moment.state, track)[one, other, 0] / 100:.1f}" for moment in _turn_starts(session)
        ]
        if len(set(values)) > 1 or values[0] != "0.0":
            names = (session.wording.actor(one), session.wording.actor(other))
            yield f"- {words.format(*names)}: {', '.join(values)}"


def _history(session: Session) -> Iterator[str]:
    if not session.scenario.historical:
        return
    yield "What happened in history:"
    for choice in session.scenario.historical:
        power = session.wording.named(Axis.POWER, choice.power)
        yield f"- {choice.date.day} {choice.date:%B %Y}, {power}: {choice.text}"
        yield f"  Sources: {'; '.join(session.scenario.sources[each].ref for each in choice.source)}"
