"""Effects of orders that are more than a shift of a track: each leaves a choice, and each choice is an option.

A *binding* is one way to bind such an effect: columns of the option table, parts of the option's key, and
conditions. The vocabulary is ``game.scenario.orders.OrderEffect``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import assert_never

from game.scenario.compile.conditions import at_least, at_most, in_office
from game.scenario.compile.dials import MEANS, NOTICES, SCALES, label_of
from game.scenario.compile.names import Names
from game.scenario.compile.needs import Condition
from game.scenario.compile.numbers import numbers
from game.scenario.models import TalksOutcome
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
    Hold,
    PressClient,
    RequestAct,
    RequestAll,
    RequestHold,
    RequestRestraint,
    RetireLine,
    SpecialEffect,
    TriggerAsset,
)

LIMITS = ("none", "limited", "large")
"""What can be assured, in the order of scales."""

_TALKS_FULL = 599


@dataclass(frozen=True, slots=True)
class Binding:
    """One way to bind a special effect."""

    columns: dict[str, int | bool]
    key: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = field(default=())
    shifts: tuple[tuple[int, int], ...] = field(default=())
    """Rows of the block that it shifts, and by how much."""


def bindings(names: Names, power: str, effect: SpecialEffect) -> Iterator[Binding]:  # noqa: C901, PLR0912 one case an effect
    """The ways in which a power can bind an effect."""
    match effect:
        case DrawLine():
            for line, stake in product(effect.lines, effect.stakes):
                yield _draw_line(names, power, line, stake)
        case RetireLine():
            yield from (_retire_line(names, line) for line in effect.lines)
        case AskToHold():
            for promise, stake in product(effect.promises, effect.stakes):
                yield promise_binding(names, promise, stake)
        case Hold():
            yield Binding({"holds": True})
        case Broker():
            yield from (_broker(names, talks) for talks in effect.talks)
        case RequestAct():
            yield from (_request(names, "ask_act", partner) for partner in effect.partners)
        case RequestAll():
            yield Binding({"asks_all": True})
        case RequestRestraint():
            yield from (_request(names, "ask_restraint", partner) for partner in effect.partners)
        case Assure():
            for other, limit in product(effect.to, effect.limits):
                if other != power:
                    yield _assure(names, other, limit)
        case PressClient():
            yield from (_press(names, client) for client in effect.clients)
        case RequestHold():
            yield from (_request_hold(names, power, client) for client in effect.clients)
        case Appeal():
            yield from (_appeal(names, power, actor) for actor in effect.toward if actor != power)
        case Conclude():
            yield from (_conclude(names, power, actor) for actor in effect.toward)
        case BuildAsset():
            yield from (_build(names, asset) for asset in effect.assets)
        case TriggerAsset():
            yield from (_trigger(names, power, asset) for asset in effect.assets)
        case Claim():
            yield from (
                _claim(names, power, rival, effect.do) for rival in names.scenario.powers[power].rivals
            )
        case Credit():
            yield Binding({"credits": 1 if effect.do == "credit" else -1})
        case _:
            assert_never(effect)


def _draw_line(names: Names, power: str, line: str, stake: int) -> Binding:
    most = numbers(names.scenario).line_most
    return Binding(
        {"line": names.lines.index(line), "stake": stake},
        (line, str(stake)),
        (
            at_most(names, "line_stake", (line,), 0, "This line is drawn already."),
            at_most(
                names, "lines", (power,), most - 1, f"No more than {most} lines at once: retire one first."
            ),
        ),
    )


def _retire_line(names: Names, line: str) -> Binding:
    return Binding(
        {"retires": names.lines.index(line)},
        (line,),
        (
            at_least(names, "line_stake", (line,), 1, "No such line is drawn."),
            at_most(names, "line_crossed", (line,), 0, "The line was crossed: it must be answered."),
        ),
    )


def promise_binding(names: Names, promise: str, stake: int) -> Binding:
    """A mediator's word staked on a promise."""
    return Binding(
        {"promise": names.promises.index(promise), "stake": stake},
        (promise, str(stake)),
        (
            at_most(names, "promise_stake", (promise,), 0, "This promise is already held for."),
            at_most(names, "offer", (promise,), 0, "This promise is already on the table."),
            *_still_ahead(names, promise),
        ),
    )


def _still_ahead(names: Names, promise: str) -> Iterator[Condition]:
    """Nobody stakes a word on talks that have got there already (rules.md §7)."""
    outcome = names.scenario.promises[promise].outcome
    if isinstance(outcome, TalksOutcome):
        there = round(outcome.at_least * 100)
        yield at_most(names, "talks", (outcome.talks,), there - 1, "These talks have got there already.")


def _broker(names: Names, talks: str) -> Binding:
    going = at_most(names, "talks", (talks,), _TALKS_FULL, "These talks have got as far as they can.")
    return Binding({"broker": names.talks.index(talks)}, (talks,), (going,))


def _request(names: Names, column: str, partner: str) -> Binding:
    able = at_least(names, "capacity", (partner,), 1, "This partner cannot act any more.")
    return Binding({column: names.partners.index(partner)}, (partner,), (able,))


def _assure(names: Names, other: str, limit: str) -> Binding:
    scale = LIMITS.index(limit)
    return Binding({"assures": names.powers.index(other), "limit": scale}, (other, limit))


def _press(names: Names, client: str) -> Binding:
    return Binding({"presses": names.powers.index(client)}, (client,))


def _claim(names: Names, power: str, rival: str, word: str) -> Binding:
    column = "claims" if word == "claim" else "denies"
    return Binding(
        {column: names.powers.index(rival)},
        (rival,),
        (
            at_least(names, "unclaimed", (power, rival), 1, "No act of yours against it stands unclaimed."),
            at_most(names, "denied", (power, rival), 0, "You have denied it."),
        ),
    )


def _request_hold(names: Names, power: str, client: str) -> Binding:
    unasked = at_most(names, "asked_to_hold", (power, client), 0, "You have asked it already.")
    return Binding({"restrains": names.powers.index(client)}, (client,), (unasked,))


def _appeal(names: Names, power: str, actor: str) -> Binding:
    injured = at_least(names, "owed", (power, actor), 1, "Nothing is owed to you there.")
    return Binding({"appeals": names.actors.index(actor)}, (actor,), (injured,))


def _conclude(names: Names, power: str, actor: str) -> Binding:
    unsaid = at_most(names, "concluded", (power, actor), 0, "That was said already.")
    return Binding({"concludes": names.actors.index(actor)}, (actor,), (unsaid,))


def _build(names: Names, asset: str) -> Binding:
    """A turn of work on an asset."""
    model = names.scenario.assets[asset]
    unfinished = at_most(names, "asset_progress", (asset,), model.built_in - 1, "It is ready to be used.")
    return Binding(
        {"asset": names.assets.index(asset)},
        (asset,),
        (unfinished, _at_hand(names, asset)),
        ((names.layout.row("asset_progress", asset), 1),),
    )


def _at_hand(names: Names, asset: str) -> Condition:
    return at_most(names, "asset_spent", (asset,), 0, "It was used or lost.")


def _trigger(names: Names, power: str, asset: str) -> Binding:
    """The use of an asset: a covert strike with a message of its own, which cannot be repeated (rules.md §8)."""
    model = names.scenario.assets[asset]
    turns = "a turn" if model.built_in == 1 else f"{model.built_in} turns"
    ready = at_least(
        names, "asset_progress", (asset,), model.built_in, f"It takes {turns} of work until it is ready."
    )
    dials = names.scenario.dials
    columns: dict[str, int | bool] = {
        "asset": names.assets.index(asset),
        "strike": True,
        "covert": True,
        "target": names.actors.index(model.against),
        "front": names.fronts.index(model.front),
        "scale": SCALES.index(model.scale) + 1,
        "target_class": names.targets.index(model.target),
        "means": MEANS.index("covert"),
        "notice": NOTICES.index("none"),
        "resolve": round(model.resolve * 100),
        "provocation": round(model.provocation * 100),
        "humiliation": round(model.humiliation * 100),
        "label": label_of(
            names.scenario, model.resolve, model.provocation + model.humiliation, maximal_and_fast=False
        ),
        "rung": max(dials.scale[model.scale].rung, dials.target[model.target].rung),
    }
    conditions = [ready, _at_hand(names, asset), in_office(names, power)]
    if model.against in names.partners:
        reason = "It has no capacity left to strike."
        conditions.append(at_least(names, "capacity", (model.against,), 1, reason))
    spent = ((names.layout.row("asset_spent", asset), 1),)
    return Binding(columns, (asset,), tuple(conditions), spent)
