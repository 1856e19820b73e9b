"""Orders in words, for the rules reference: the vocabulary that authors compose them of, and the catalogue."""

from collections.abc import Iterator, Sequence
from inspect import getdoc
from typing import Final, get_args

import numpy as np
from pydantic import BaseModel

from game.rules.arrays import IntArray
from game.rules.tables import Slot
from game.rules.tracks import TRACKS, Axis
from game.scenario.models import Scenario
from game.scenario.orders import (
    Appeal,
    AskToHold,
    Assure,
    Broker,
    BuildAsset,
    Claim,
    Conclude,
    Credit,
    DrawLine,
    Ground,
    Hold,
    Order,
    OrderEffect,
    PressClient,
    RequestAct,
    RequestAll,
    RequestHold,
    RequestRestraint,
    Requirement,
    RetireLine,
    Shift,
    Strike,
    TriggerAsset,
)
from game.scenario.shipped import Loaded
from game.session.wording import Wording

FAMILIES: Final = ("strike", "operation", "covert", "defensive", "diplomatic", "declaratory")

_AXES: Final = {track.name: track.axes for track in TRACKS}
_ITSELF: Final = "it"
_WHOSE: Final = {"self": _ITSELF, "own_camp": "its own camp", "chosen": "the one chosen"}
_SWITCHED: Final = {
    "alert": "full air-defence alert for {0} this turn",
    "shield": "coalition air defence for {0} this turn",
    "backing": "{0} counts as standing by its clients this turn",
    "sheltered": "people of {0} are told to shelter this turn",
    "open_airspace": "the airspace of {0} stays open this turn",
    "aid": "{0} counts as resupplied",
    "sweep": "sources and prepared assets are found more easily this turn",
    "inducement": "{0} counts as giving inducements to {1} this turn",
}
"""Tracks that are on or off, so that by how much they are shifted says nothing."""


def vocabulary() -> Iterator[str]:
    """The effects that an order may have, and the other parts of an order, with their keys."""
    (union, *_) = get_args(OrderEffect)
    for model in get_args(union):
        kinds = " or ".join(f"`{kind}`" for kind in get_args(model.model_fields["do"].annotation))
        yield f"- {kinds}: {_meaning(model)}{_keys(model)}"
    yield ""
    for part, model in (
        ("an order", Order),
        ("`strike`", Strike),
        ("`ground`", Ground),
        ("`requires`", Requirement),
    ):
        yield f"- {part}: {_meaning(model)}{_keys(model)}"


def _meaning(model: type[BaseModel]) -> str:
    return " ".join((getdoc(model) or "").split())


def _keys(model: type[BaseModel]) -> str:
    keys = [f"`{name}`{_optional(name, model)}" for name in model.model_fields if name != "do"]
    return f" Keys: {', '.join(keys)}." if keys else ""


def _optional(name: str, model: type[BaseModel]) -> str:
    return "" if model.model_fields[name].is_required() else " (optional)"


def catalogue(loaded: Loaded) -> Iterator[str]:
    """The orders of every power by family, with their costs, dials, effects and requirements in words."""
    told = _Told(loaded)
    for power, model in loaded.scenario.powers.items():
        yield f"### {model.name}"
        yield ""
        for family in FAMILIES:
            orders = [
                name
                for name, order in loaded.scenario.orders.items()
                if power in order.by and order.family == family
            ]
            yield f"#### {model.name}: {family}"
            yield ""
            yield from (told.order(power, name) for name in orders)
            yield ""


class _Told:
    """An order of a scenario in words."""

    def __init__(self, loaded: Loaded) -> None:
        self.scenario: Scenario = loaded.scenario
        self.options = loaded.rules.options
        self.powers = list(loaded.scenario.powers)
        self.wording = Wording(loaded.scenario, loaded.rules)

    def order(self, power: str, name: str) -> str:
        order = self.scenario.orders[name]
        parts = [
            f"- **{order.name}** (`{name}`, {order.desk.title()}; {self._costs(power, name)}). {order.text}"
        ]
        if order.strike is not None:
            parts.append(self._strike(order.strike, self._rows(power, name)))
        if order.choose:
            parts.append(f"*One of*: {self._chosen(order.choose)}.")
        effects = [self._effect(effect) for effect in order.effects]
        if effects:
            parts.append(f"*Effects*: {'; '.join(effects)}.")
        needs = [need.reason.rstrip(".") for need in order.requires]
        if needs:
            parts.append(f"*Cannot be given when*: {'; '.join(needs)}.")
        if order.basis:
            parts.append(f"*Basis*: {order.basis.rstrip('.')}.")
        return " ".join(parts)

    def _rows(self, power: str, name: str) -> IntArray:
        """The options of a power's order, answers in a reply window aside."""
        options = self.options
        own = options.power == self.powers.index(power)
        found = np.flatnonzero(
            own & (options.order == options.orders.index(name)) & (options.slot != Slot.ANSWER)
        )
        return found.astype(np.int32)

    def _costs(self, power: str, name: str) -> str:
        rows = self._rows(power, name)
        attention = int(self.options.attention[rows[0]])
        readiness = span(self.options.readiness[rows])
        return f"attention {attention}" + (f", readiness {readiness}" if readiness != "0" else "")

    def _strike(self, strike: Strike, rows: IntArray) -> str:
        dials, options = self.scenario.dials, self.options
        at = [
            f"{self._name(Axis.ACTOR, at.actor)} ({self.scenario.fronts[at.front].short})" for at in strike.at
        ]
        settings = [
            _either([dials.scale[scale].name.lower() for scale in strike.scale]),
            _either([dials.target[target].name.lower() for target in strike.target]),
            _either([dials.means[means].name.partition(":")[0].lower() for means in strike.means]),
            _either([dials.notice[notice].name.lower() for notice in strike.notice]),
        ]
        message = f"resolve {span(options.resolve[rows])}, provocation {span(options.provocation[rows])}"
        humiliation = f", humiliation {strike.humiliation:g}" if strike.humiliation else ""
        reply = " May strike back in a reply window." if strike.replies else ""
        if strike.ground:
            settings = ["on the ground"]
        return f"*Strikes* {_either(at)}: {'; '.join(settings)}. *Message*: {message}{humiliation}.{reply}"

    def _effect(self, effect: OrderEffect) -> str:  # noqa: C901, PLR0911, PLR0912 one case an effect
        match effect:
            case Shift():
                return self._shift(effect)
            case DrawLine():
                return f"draws a red line at stake {_either(effect.stakes)}: {self._list(Axis.LINE, effect.lines)}"
            case RetireLine():
                return f"retires one of its lines: {self._list(Axis.LINE, effect.lines)}"
            case AskToHold():
                return f"stakes its word ({_either(effect.stakes)}) on: {self._list(Axis.PROMISE, effect.promises)}"
            case Hold():
                return "holds if a mediator asks this turn"
            case Broker():
                return f"tries for a step in talks: {self._list(Axis.TALKS, effect.talks)}"
            case RequestAct():
                return f"asks a partner to act: {self._list(Axis.PARTNER, effect.partners)}"
            case RequestRestraint():
                return f"asks a partner not to act: {self._list(Axis.PARTNER, effect.partners)}"
            case Conclude():
                return f"declares the matter concluded with: {self._list(Axis.ACTOR, effect.toward)}"
            case RequestHold():
                told = "asks a client to strike nobody this turn and the next"
                return f"{told}: {self._list(Axis.POWER, effect.clients)}"
            case Appeal():
                told = "takes a case to an assembly of states or a court against"
                return f"{told}: {self._list(Axis.ACTOR, effect.toward)}"
            case PressClient():
                return f"ties arms to conditions for: {self._list(Axis.POWER, effect.clients)}"
            case Assure():
                told = f"tells what it will do at most next turn ({_either(effect.limits)})"
                return f"{told}: {self._list(Axis.POWER, effect.to)}"
            case BuildAsset():
                return f"works for a turn on: {self._list(Axis.ASSET, effect.assets)}"
            case TriggerAsset():
                return f"uses once, as a covert strike: {self._list(Axis.ASSET, effect.assets)}"
            case RequestAll():
                return "asks all its partners to open their fronts"
            case Claim():
                does = "claims" if effect.do == "claim" else "denies"
                return f"{does} an act of its own that nobody claimed"
            case Credit():
                return (
                    "owns its partners' acts this turn" if effect.do == "credit" else "disowns them this turn"
                )

    def _shift(self, shift: Shift) -> str:
        axes = _AXES[shift.track]
        given = [name for name in (shift.of, shift.toward) if name is not None]
        whose = [_WHOSE.get(name) or self._name(axis, name) for axis, name in zip(axes, given, strict=True)]
        if shift.track == "act":
            return f"puts the front {whose[0]} at least at rung {shift.by:g}"
        if shift.track in _SWITCHED:
            return _SWITCHED[shift.track].format(*whose)
        by = f"{shift.by:+g}".replace("-", "−")
        return f"{_subject(shift.track, axes, whose)} {by}"

    def _name(self, axis: Axis, name: str) -> str:
        return self.wording.named(axis, name)

    def _list(self, axis: Axis, names: Sequence[str]) -> str:
        return "; ".join(self._name(axis, name) for name in names)

    def _chosen(self, names: Sequence[str]) -> str:
        """Entries of which one is picked: of any axis, for nothing but the effects says of which."""
        found = [{self._name(axis, name) for axis in Axis} - {name} for name in names]
        return "; ".join(min(each, default=name) for each, name in zip(found, names, strict=True))


def _subject(track: str, axes: Sequence[Axis], whose: Sequence[str]) -> str:
    """What is shifted, as ``its legitimacy`` or ``leverage in Gaza cease-fire``."""
    if track == "owed":
        return f"what {whose[0]} feels is owed to {whose[1]}"
    if track == "penetration":
        return f"penetration of {whose[1]}"
    word = {"market": "market stress", "nuclear": "nuclear programme"}.get(track, track)
    if not whose:
        return word
    if axes[0] is Axis.TALKS:
        return f"{word} in {whose[0]}"
    first = f"its {word}" if whose[0] == _ITSELF else f"{word} of {whose[0]}"
    return f"{first} with {whose[1]}" if len(whose) > 1 else first


def _either(choices: Sequence[object]) -> str:
    *others, last = [str(choice) for choice in choices]
    return f"{', '.join(others)} or {last}" if others else last


def span(hundredths: IntArray) -> str:
    """The least and the most of some points, or the one value that they share."""
    low, high = f"{hundredths.min() / 100:.3g}", f"{hundredths.max() / 100:.3g}"
    return low if low == high else f"{low} to {high}"
