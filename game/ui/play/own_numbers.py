"""The numbers of a seat's own government: five tracks and two pressures, each with what it is made of."""

from __future__ import annotations

from dataclasses import replace

from game.rules.home import pressure_to_answer, pressure_to_stop
from game.rules.sight import BAND_EDGES, BAND_WORDS
from game.rules.tracks import Axis
from game.session.meanings import own_meanings
from game.ui.kit import Cause, Tooltip
from game.ui.play.position import BAND_TONES, Reading, spendable
from game.ui.play.reader import Reader, tenths


def own_numbers(reader: Reader, power: str) -> tuple[Reading, ...]:
    """Standing, readiness, attention, warning, the highest owed, pressure to answer and pressure to stop."""
    numbers = reader.wording.rules.numbers
    attention, readiness = reader.exact("attention", power), reader.natural("readiness", power)
    told = own_meanings(numbers)
    return (
        _standing(reader, power, told.standing),
        Reading(
            "readiness", "Readiness", f"{spendable(readiness)} of 6", readiness, high=6,
            explanation=Tooltip("Readiness", told.readiness, reader.causes(reader.row("readiness", power))),
        ),
        Reading(
            "attention", "Attention", f"{attention} of {numbers.attention}", attention, high=numbers.attention,
            explanation=Tooltip("Attention", told.attention),
        ),
        Reading(
            "warning", "Warning", f"{tenths(reader.natural('warning', power))} of 3", reader.natural("warning", power),
            high=3, tone="notice",
            explanation=Tooltip("Warning", told.warning, reader.causes(reader.row("warning", power))),
        ),
        highest_owed(reader, power),
        _to_answer(reader, power),
        _to_stop(reader, power),
    )  # fmt: skip


def _standing(reader: Reader, power: str, told: str) -> Reading:
    """Hold on office, marked where it is so low that the government may soon fall."""
    shown = reader.reading("standing", "Standing", "standing", power, tone="teal", why=told)
    low = reader.exact("standing", power) < BAND_EDGES[0]
    return replace(shown, tone="danger", word=BAND_WORDS[-1]) if low else shown


def highest_owed(reader: Reader, power: str) -> Reading:
    """What is owed most, to whom, and what else is owed."""
    owed = {actor: reader.natural("owed", power, actor) for actor in reader.names(Axis.ACTOR)}
    most, told = max(owed, key=lambda actor: owed[actor]), own_meanings(reader.wording.rules.numbers).owed
    if not owed[most]:
        return Reading("owed", "Owed", "nothing", 0, high=12, explanation=Tooltip("Owed", told))
    humiliation = reader.natural("humiliation", power, most)
    others = [
        Cause(f"To {reader.wording.in_text(actor)}", f"{value:.1f}")
        for actor, value in owed.items()
        if value and actor != most
    ]
    parts = (Cause("Injury", f"{owed[most] - humiliation:.1f}"), Cause("Humiliation", f"{humiliation:.1f}"))
    causes = (*parts, *reader.causes(reader.row("owed", power, most)), *others)
    toward = f"to {reader.wording.in_text(most)}"
    return Reading(
        "owed",
        "Owed",
        f"{owed[most]:.1f}",
        owed[most],
        high=12,
        tone="caution",
        explanation=Tooltip(f"Owed {toward}", told, causes),
        toward=toward,
    )


def _to_answer(reader: Reader, power: str) -> Reading:
    seat = reader.names(Axis.POWER).index(power)
    value = int(pressure_to_answer(reader.wording.rules, reader.view.seen)[seat, 0])
    word = BAND_WORDS[int((value >= BAND_EDGES).sum())]
    audience = reader.wording.scenario.powers[power].audience
    causes = [
        Cause(
            f"Owed to {reader.wording.in_text(actor)}",
            f"{reader.natural('owed', power, actor):.1f}",
        )
        for actor in reader.names(Axis.ACTOR)
        if reader.natural("owed", power, actor)
    ]
    if unknown := reader.natural("unknown", power):
        causes.append(Cause("Felt toward a hand that is not known", f"{unknown:.1f}"))
    if demand := reader.natural("insecurity", power):
        causes.append(Cause("Demand for security, which makes all of it weigh more", f"{demand:.1f}"))
    text = f"{own_meanings(reader.wording.rules.numbers).to_answer} How strongly your audiences react: {audience:g}."
    explained = Tooltip("Pressure to answer", text, causes, f"{value / 100:.1f}")
    shown = f"{word} {value / 100:.1f}"
    return Reading(
        "answer", "To answer", shown, value / 100, word=word, tone=BAND_TONES[word], explanation=explained
    )


def _to_stop(reader: Reader, power: str) -> Reading:
    rules, seen = reader.wording.rules, reader.view.seen
    seat = reader.names(Axis.POWER).index(power)
    value = int(pressure_to_stop(rules, seen)[seat, 0])
    high = rules.numbers.stop_high
    word = "high" if value >= high else "some" if 2 * value >= high else "low"
    causes = (
        Cause("Losses of this turn and the last", f"{reader.natural('losses', power):.1f} and "
              f"{reader.natural('losses_before', power):.1f}"),
        Cause("Market stress", f"{reader.natural('market'):.1f}"),
        Cause("Turns of your own campaign", str(reader.exact("campaign", power))),
        Cause("Turns with a home front in open exchange", str(reader.exact("home_front", power))),
    )  # fmt: skip
    text = own_meanings(rules.numbers).to_stop
    explained = Tooltip("Pressure to stop", text, causes, f"{value / 100:.1f}")
    shown = f"{word} {value / 100:.1f}"
    return Reading(
        "stop", "To stop", shown, value / 100, high=4, word=word, tone=BAND_TONES[word], explanation=explained
    )
