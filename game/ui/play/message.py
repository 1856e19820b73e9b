"""What a strike would say, in numbers a person can weigh before ordering it: resolve, provocation, what they do."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.strikes import unclaimed
from game.rules.tracks import Axis
from game.session.menu import Choice
from game.session.wording import RUNGS
from game.ui.kit import Cause, Tooltip
from game.ui.play.reader import Reader

LABELS = {
    "calibrated": ("good", "check", "Calibrated: much resolve for little provocation"),
    "measured": ("notice", "minus", "Measured: resolve and provocation in balance"),
    "decisive": ("danger", "warning", "Decisive: it provokes much, or strikes with all there is at once"),
}
"""Tone, sign and sentence of each label (rules.md §5)."""

_FULL = 100


@dataclass(frozen=True, slots=True)
class Message:
    """A strike as a message. Numbers are points."""

    salvo: str
    resolve: float
    provocation: float
    label: str
    pays: str
    booked: str
    on_resolve: Tooltip
    on_provocation: Tooltip
    front: str
    """The rung that its front is at least put at, in words."""
    law_of_war: str
    harm: str
    """What to expect for civilians where the target lies among them; empty elsewhere."""


def message(reader: Reader, power: str, choice: Choice) -> Message:
    """What the strike that ``choice`` stands for would say. Raises ValueError for a choice without a strike."""
    if choice.strike is None:
        raise ValueError(f"{choice.key} is no strike")
    strike, wording = choice.strike, reader.wording
    options = wording.rules.options
    target = int(options.target[choice.option])
    actor = reader.names(Axis.ACTOR)[target]
    force = _force(reader, power, actor, choice.option)
    resolve = strike.resolve * force // _FULL
    owed = reader.exact("owed", power, actor)
    pays = _pays(reader, power, actor, choice, resolve)
    low, high = _booked(reader, choice)
    name = wording.actor(target)
    return Message(
        salvo=wording.munitions(strike.salvo) or "no munitions",
        resolve=resolve / 100,
        provocation=strike.provocation / 100,
        label=strike.label,
        pays=f"pays {pays / 100:.1f} of {owed / 100:.1f} owed" if owed else "nothing is owed there",
        booked=_felt(reader, choice.option, low, high),
        on_resolve=_on_resolve(strike.resolve, force, name),
        on_provocation=_on_provocation(reader, choice, low, high, name),
        front=_front(reader, choice.option, strike.rung),
        law_of_war=strike.law_of_war,
        harm=_harm(reader, choice.option) if strike.law_of_war else "",
    )


def _force(reader: Reader, power: str, actor: str, option: int) -> int:
    """Percent of its resolve that the message still has: repeated messages wear out, a broken promise adds.

    What nobody claims is struck without interest, which waits for an open blow.
    """
    rules = reader.wording.rules
    place = int(rules.options.message[option])
    left = int(reader.view.seen.message[place, 0]) if place >= 0 else _FULL
    with_interest = reader.exact("interest", power, actor) and not unclaimed(rules)[option]
    return left * rules.numbers.interest // _FULL if with_interest else left


def _pays(reader: Reader, power: str, actor: str, choice: Choice, resolve: int) -> int:
    """What the resolve would pay: injury one for one, then humiliation, at half unless the strike is decisive."""
    owed, humiliation = reader.exact("owed", power, actor), reader.exact("humiliation", power, actor)
    injury = max(owed - humiliation, 0)
    rest = max(resolve - injury, 0)
    whole = choice.strike is not None and (choice.strike.label == "decisive" or choice.strike.humiliation > 0)
    share = _FULL if whole else reader.wording.rules.numbers.humiliation_paid
    return min(resolve, injury) + min(rest * share // _FULL, humiliation)


def _booked(reader: Reader, choice: Choice) -> tuple[int, int]:
    """What the receiver would book if nothing, and if everything, got through; chance spreads it further."""
    strike, numbers = choice.strike, reader.wording.rules.numbers
    if strike is None:
        return 0, 0
    covert = bool(reader.wording.rules.options.covert[choice.option])
    bias = numbers.injury_bias if reader.wording.rules.assumptions.injury_bias else _FULL
    injury = bias * (strike.provocation - strike.humiliation) // _FULL
    rest = bias * strike.humiliation // _FULL
    rest += 0 if covert else numbers.claim_sting * strike.resolve // _FULL
    least = injury * numbers.display_floor // _FULL if strike.salvo else injury
    return least + rest, injury + rest


def _felt(reader: Reader, option: int, low: int, high: int) -> str:
    """What the receiver books; of a blow whose author nobody knows a part is felt, toward nobody (rules.md §7)."""
    booked = f"booked as {_between(low, high)}"
    if not unclaimed(reader.wording.rules)[option]:
        return booked
    felt = _FULL - reader.wording.rules.numbers.veiled_share
    return f"felt as {_between(low * felt // _FULL, high * felt // _FULL)}, toward nobody; {booked} if attributed"


def _between(low: int, high: int) -> str:
    """Points from one number to another; one number where they look the same."""
    least, most = f"{low / 100:.1f}", f"{high / 100:.1f}"
    return least if least == most else f"{least} to {most}"


def _on_resolve(full: int, force: int, name: str) -> Tooltip:
    text = f"What your audiences see you ready to do. It pays off what is owed to {name}; humiliation only at half."
    causes = [Cause("Scale, target, means and notice", f"{full / 100:.1f}")]
    if force != _FULL:
        change = full * (force - _FULL) // _FULL
        name = "The same message again" if change < 0 else "With interest, after a broken promise"
        causes.append(Cause(name, f"{'+' if change > 0 else '−'}{abs(change) / 100:.1f}"))
    return Tooltip("Resolve shown", text, causes, f"{full * force // _FULL / 100:.1f}", "Rules §5, §7")


def _on_provocation(reader: Reader, choice: Choice, low: int, high: int, name: str) -> Tooltip:
    strike = choice.strike
    humiliation = strike.humiliation if strike else 0
    provocation = strike.provocation if strike else 0
    causes = (
        Cause("Scale, target, means and notice", f"{(provocation - humiliation) / 100:.1f}"),
        Cause("Humiliation: place, guests, standing", f"{humiliation / 100:.1f}"),
        Cause(f"{name} books, if all is intercepted", f"{low / 100:.1f}"),
        Cause(f"{name} books, if much gets through", f"{high / 100:.1f}"),
    )
    text = "What it gives the other side. Its own injuries weigh more to each side than those it causes."
    if unclaimed(reader.wording.rules)[choice.option]:
        text += " While its author is not known, it is felt at half, and toward nobody."
    return Tooltip("Provocation", text, causes, source="Rules §5, §7")


def _front(reader: Reader, option: int, rung: int) -> str:
    place = int(reader.wording.rules.options.front[option])
    front = reader.names(Axis.FRONT)[place]
    now = reader.exact("rung", front)
    name = reader.wording.scenario.fronts[front].short
    if rung > now:
        return f"{name}: rung {now} → {rung}, {RUNGS[rung]}"
    return f"{name} stays at rung {now}, {RUNGS[now]}"


def _harm(reader: Reader, option: int) -> str:
    """People killed and displaced where what is launched gets through, before chance."""
    rules = reader.wording.rules
    options = rules.options
    target, kind, scale = (
        int(column[option]) for column in (options.target, options.target_class, options.scale)
    )
    weight = scale * (rules.numbers.large_toll if scale >= 2 else 1)
    killed = int(rules.air_toll[kind, target]) * weight
    displaced = int(rules.air_displaced[kind, target]) * weight
    cost = int(rules.target_classes.legitimacy[kind]) * scale / 100
    return (
        f"Expected harm if it gets through: about {killed:,} people killed and {displaced:,} driven from their homes, "
        f"many times that in bad cases. Your legitimacy falls by at least {cost:.1f}."
    )
