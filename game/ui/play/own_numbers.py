"""The numbers of a seat's own government: five tracks and two pressures, each with what it is made of."""

from __future__ import annotations

from game.rules.home import pressure_to_answer, pressure_to_stop
from game.rules.sight import BAND_EDGES, BAND_WORDS
from game.rules.tracks import Axis
from game.ui.kit import Cause, Tooltip
from game.ui.play.position import BAND_TONES, Reading
from game.ui.play.reader import Reader, tenths


def own_numbers(reader: Reader, power: str) -> tuple[Reading, ...]:
    """Standing, readiness, attention, warning, the highest owed, pressure to answer and pressure to stop."""
    numbers = reader.wording.rules.numbers
    attention, readiness = reader.exact("attention", power), reader.natural("readiness", power)
    regained = _READINESS.format(numbers.readiness_gain / 100)
    return (
        reader.reading("standing", "Standing", "standing", power, tone="teal", why=_STANDING),
        Reading(
            "readiness", "Readiness", f"{tenths(readiness)} of 6", readiness, high=6,
            explanation=Tooltip("Readiness", regained, reader.causes(reader.row("readiness", power))),
        ),
        Reading(
            "attention", "Attention", f"{attention} of {numbers.attention}", attention, high=numbers.attention,
            explanation=Tooltip("Attention", _ATTENTION),
        ),
        Reading(
            "warning", "Warning", f"{tenths(reader.natural('warning', power))} of 3", reader.natural("warning", power),
            high=3, tone="notice",
            explanation=Tooltip("Warning", _WARNING, reader.causes(reader.row("warning", power))),
        ),
        highest_owed(reader, power),
        _to_answer(reader, power),
        _to_stop(reader, power),
    )  # fmt: skip


def highest_owed(reader: Reader, power: str) -> Reading:
    """What is owed most, to whom, and what else is owed."""
    owed = {actor: reader.natural("owed", power, actor) for actor in reader.names(Axis.ACTOR)}
    most = max(owed, key=lambda actor: owed[actor])
    if not owed[most]:
        return Reading("owed", "Owed", "nothing", 0, high=12, explanation=Tooltip("Owed", _OWED))
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
        explanation=Tooltip(f"Owed {toward}", _OWED, causes),
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
    text = f"{_TO_ANSWER} How strongly your audiences react: {audience:g}."
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
    text = f"{_TO_STOP} It is high from {high / 100:g}."
    explained = Tooltip("Pressure to stop", text, causes, f"{value / 100:.1f}")
    shown = f"{word} {value / 100:.1f}"
    return Reading(
        "stop", "To stop", shown, value / 100, high=4, word=word, tone=BAND_TONES[word], explanation=explained
    )


_STANDING = "Your hold on office, 0 to 10. At 0 the government falls. Others see only a band."
_READINESS = (
    "What strikes and some other orders take; it comes back by {:g} a turn, up to 6. Others do not see it."
)
_ATTENTION = "What your government can deal with in one turn. Every order says what it takes."
_WARNING = "How well you see an attack coming, 0 to 3; it narrows your errors about others."
_OWED = (
    "What your audiences feel is owed to whoever injured you, 0 to 12. Resolve shown toward it pays it off."
)
_TO_ANSWER = (
    "What is owed, as home feels it: a partner's share counts half. While it stands it drains standing."
)
_TO_STOP = "Losses, market stress and long campaigns. While it is high it drains standing."
