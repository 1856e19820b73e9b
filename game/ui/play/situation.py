"""What an answer, an offer or a decision at the brink is about, in plain words: what happened, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.rules.numbers import Numbers
from game.rules.tables import ANSWERS, OFFERS, Stage
from game.rules.tracks import Axis
from game.session.session import Session
from game.session.stage_report import seen_by
from game.session.wording import RUNGS, begun
from game.ui.play.position import Reading
from game.ui.play.reader import Reader
from game.ui.screens.words import listed


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows at the brink from what the two sides do."""

    when: str
    war: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class Situation:
    """One decision outside ORDERS."""

    title: str
    question: str
    about: str
    happened: tuple[str, ...]
    owed: tuple[Reading, ...]
    notes: Mapping[str, str]
    """What to know of an order or of a promise, by id."""
    consequences: tuple[Consequence, ...] = ()


def situation(session: Session, seat: int, reader: Reader) -> Situation:
    """What the person at ``seat`` decides about now. Raises ValueError during ORDERS, which are planned."""
    stage = session.stage
    if stage is Stage.BRINK:
        return _brink(session, seat, reader)
    if stage in ANSWERS:
        return _answer(session, seat, reader)
    if stage in OFFERS:
        return _offer(session, seat, reader)
    raise ValueError(f"{stage.name} has no situation of its own")


def _answer(session: Session, seat: int, reader: Reader) -> Situation:
    actors = reader.names(Axis.ACTOR)
    toward = [actor for place, actor in enumerate(actors) if reader.view.seen.window[seat, place, 0] > 0]
    names = [reader.wording.in_text(actor) for actor in toward]
    exchange = ANSWERS.index(session.stage) + 1
    about = f"A reply window is open toward {listed(names)}. This is exchange {exchange} of at most {len(ANSWERS)}."
    power = session.seats.seats[seat].power
    return Situation(
        title="Your answer",
        question="Commit this answer?",
        about=about,
        happened=_happened(session, seat),
        owed=tuple(_owed(reader, power, toward)),
        notes={**_ANSWERS, **_on_the_table(reader, power)},
    )


def _owed(reader: Reader, power: str, toward: list[str]) -> Iterator[Reading]:
    for actor in toward:
        name = f"Owed to {reader.wording.in_text(actor)}"
        yield reader.reading(f"owed:{actor}", name, "owed", power, actor, tone="caution")


def _on_the_table(reader: Reader, power: str) -> dict[str, str]:
    """What is offered to a power: all of it in short where it is accepted, and in full with each promise."""
    offered = dict(_offered(reader, power))
    if not offered:
        return {}
    return {"accept": "\n".join(offered.values()), **dict(_in_full(reader, offered))}


def _offered(reader: Reader, power: str) -> Iterator[tuple[str, str]]:
    """Each promise that this power is offered, with who stakes how much on what by when."""
    for name, promise in reader.wording.scenario.promises.items():
        stake = reader.exact("offer", name)
        if stake and promise.holder == power:
            mediator = begun(reader.wording.in_text(promise.mediator))
            what = reader.wording.named(Axis.PROMISE, name)
            yield (
                name,
                f"{mediator} stakes its word ({stake} of 3) on it: {what}, within {_turns(promise.turns)}.",
            )


def _in_full(reader: Reader, offered: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    numbers = reader.wording.rules.numbers
    for name, told in offered.items():
        about = reader.wording.in_text(reader.wording.scenario.promises[name].about)
        held = f"Until then what is owed to {about} is frozen; a strike of yours at {about} gives the promise up."
        yield name, f"{told} {held} {_if_kept(numbers)} {_if_broken(numbers)}"


def _if_kept(numbers: Numbers) -> str:
    return (
        f"If it is kept, {numbers.kept_paid} % of what is owed counts as paid, humiliation too, and trust rises by "
        f"{numbers.kept_trust / 100:g}."
    )


def _if_broken(numbers: Numbers) -> str:
    return (
        f"If it is broken, what is owed grows by {numbers.broken_owed} %, trust falls by "
        f"{numbers.broken_trust / 100:g}, and your next open blow shows {numbers.interest - 100} % more resolve."
    )


def _offer(session: Session, seat: int, reader: Reader) -> Situation:
    seen, powers = reader.view.seen, reader.names(Axis.POWER)
    holders = [
        power for place, power in enumerate(powers) if (seen.window[place] > 0).any() and place != seat
    ]
    names = [reader.wording.in_text(power) for power in holders]
    numbers = reader.wording.rules.numbers
    share = numbers.mediator_stake / 100
    note = (
        f"If the promise is kept, your credibility and legitimacy rise by {share:g} for each step of the stake. If it "
        f"is broken they fall by as much, and the holder's trust in your word by {numbers.broken_trust / 100:g}."
    )
    return Situation(
        title="An offer",
        question="Commit this?",
        about=f"{begun(listed(names))} may answer now. You may stake your word on one promise, in secret.",
        happened=_happened(session, seat),
        owed=tuple(_holders_owe(reader, holders)),
        notes={"offer": note},
    )


def _holders_owe(reader: Reader, holders: list[str]) -> Iterator[Reading]:
    for holder in holders:
        for place, actor in enumerate(reader.names(Axis.ACTOR)):
            if reader.view.seen.window[reader.names(Axis.POWER).index(holder), place, 0] > 0:
                names = (begun(reader.wording.in_text(holder)), reader.wording.in_text(actor))
                yield reader.reading(f"owed:{holder}:{actor}", " owes ".join(names), "owed", holder, actor,
                                     tone="caution")  # fmt: skip


def _brink(session: Session, seat: int, reader: Reader) -> Situation:
    rules = reader.wording.rules
    front = reader.exact("brink")
    name = reader.wording.entry(Axis.FRONT, front)
    rung = int(reader.view.seen.rung[front, 0])
    other = next(int(side) for side in rules.fronts.principals[front] if int(side) != seat)
    rival = reader.wording.inside(other)
    return Situation(
        title="The brink",
        question="Commit this?",
        about=f"Control is lost on this front: {name} (rung {rung}, {RUNGS[rung]}). You and {rival} decide now, in "
        "secret and at the same time: stop, or go on.",
        happened=_happened(session, seat),
        owed=(),
        notes={"stop": "Step back.", "go_on": "Neither take back nor wait."},
        consequences=_consequences(rules.numbers, rival),
    )


def _consequences(numbers: Numbers, rival: str) -> tuple[Consequence, ...]:
    both = f"rung 5, and each loses {numbers.brink_stop_standing / 100:g} standing"
    lost = f"{numbers.brink_yield_standing / 100:g} standing and {numbers.brink_yield_credibility / 100:g} credibility"
    won = f"{numbers.brink_win_standing / 100:g} standing and {numbers.brink_win_credibility / 100:g} credibility"
    return (
        Consequence(f"You stop, {rival} stops", f"{numbers.too_late} %", both),
        Consequence(
            f"You stop, {rival} goes on", f"{numbers.brink_war} %", f"you lose {lost}; {rival} gains {won}"
        ),
        Consequence(
            f"You go on, {rival} stops", f"{numbers.brink_war} %", f"you gain {won}; {rival} loses {lost}"
        ),
        Consequence(f"You go on, {rival} goes on", "100 %", "nothing else can happen"),
    )


def _happened(session: Session, seat: int) -> tuple[str, ...]:
    """The headlines of this turn since the seat last chose, as it reads them: blows first."""
    power = session.seats.seats[seat].power
    chose = [
        number
        for number, entry in enumerate(session.entries)
        if any(each.power == power for each in entry.choices)
    ]
    since = [report for report in session.reports[max(chose, default=0) :] if report.turn == session.turn]
    told = [line for report in since for line in report.headlines if seen_by(line.audience, seat)]
    return tuple(line.text for line in sorted(told, key=lambda line: _TOLD_FIRST.index(line.part)))


def _turns(count: int) -> str:
    return "one turn" if count == 1 else f"{count} turns"


_TOLD_FIRST = ("strike", "outcome", "order")
_ANSWERS = {
    "absorb": "Let it pass. What is owed stays, presses at home and costs standing every turn.",
    "protest": "In public and in the councils. It pays a little of what is owed, and is free.",
    "accept": "Hold for a promise: a mediator stakes its word.",
}
