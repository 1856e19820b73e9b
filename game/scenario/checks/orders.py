"""Orders that could not do what they say (rules.md §3, §11)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from game.rules.tables import Slot
from game.scenario.checks.walk import Defect, found
from game.scenario.compile.option import slot_of
from game.scenario.models import Scenario
from game.scenario.orders import (
    AskToHold,
    Assure,
    BuildAsset,
    Conclude,
    DrawLine,
    Order,
    OrderEffect,
    PressClient,
    RequestAct,
    RequestHold,
    RequestRestraint,
    RetireLine,
    TriggerAsset,
)
from game.scenario.problems import Path, shown

_DESKS: Final = {
    "strike": "force",
    "operation": "force",
    "covert": "force",
    "defensive": "guard",
    "diplomatic": "voice",
    "declaratory": "voice",
}
_SLOTS_OF_EFFECTS: Final[Mapping[str, tuple[Slot, ...]]] = {
    "draw_line": (Slot.DECLARATORY,),
    "retire_line": (Slot.DECLARATORY,),
    "conclude": (Slot.DECLARATORY,),
    "claim": (Slot.DECLARATORY,),
    "deny": (Slot.DECLARATORY,),
    "credit": (Slot.DECLARATORY,),
    "disown": (Slot.DECLARATORY,),
    "ask_to_hold": (Slot.DIPLOMATIC,),
    "hold": (Slot.DIPLOMATIC,),
    "broker": (Slot.DIPLOMATIC,),
    "build_asset": (Slot.FORCE,),
    "trigger_asset": (Slot.FORCE,),
    "request_act": (Slot.GUARD, Slot.DIPLOMATIC),
    "request_all": (Slot.GUARD,),
    "request_restraint": (Slot.GUARD, Slot.DIPLOMATIC),
    "press_client": (Slot.GUARD,),
    "assure": (Slot.DIPLOMATIC,),
    "request_hold": (Slot.GUARD, Slot.DIPLOMATIC),
    "appeal": (Slot.DIPLOMATIC,),
}
_ONE_OF_EACH: Final = {
    "draw_line": "stake",
    "ask_to_hold": "stake",
    "credit": "word",
    "disown": "word",
    "claim": "author",
    "deny": "author",
}
_NOBODY: Final = "none of the powers"
_FAMILIES_OF_SLOTS: Final = {
    Slot.FORCE: "covert",
    Slot.GUARD: "defensive",
    Slot.DIPLOMATIC: "diplomatic",
    Slot.DECLARATORY: "declaratory",
}


def misplaced_orders(scenario: Scenario) -> Iterator[Defect]:
    """Each family has its desk, for a power fills one slot of each; a strike elsewhere would never be carried out."""
    for name, order in scenario.orders.items():
        desk = _DESKS[order.family]
        if order.desk != desk:
            yield ("orders", name, "desk"), f"{order.family} orders are given at the {desk} desk"
        elif order.strike is not None and order.desk != "force":
            yield (
                ("orders", name, "strike"),
                "only orders of the force desk strike; make the family strike, operation or covert",
            )


def misplaced_effects(scenario: Scenario) -> Iterator[Defect]:
    """The order of play carries out each special effect in one slot; in another it would silently do nothing."""
    for path, order, effect in _effects(scenario):
        slots = _SLOTS_OF_EFFECTS.get(effect.do)
        if slots and slot_of(order) not in slots:
            families = " or ".join(_FAMILIES_OF_SLOTS[slot] for slot in slots)
            yield path, f"{effect.do} is carried out in {families} orders only; this one is {order.family}"


def repeated_effects(scenario: Scenario) -> Iterator[Defect]:
    """An order binds each special effect once: a second of its kind would replace the first."""
    for name, order in scenario.orders.items():
        kinds = Counter(_ONE_OF_EACH.get(effect.do, effect.do) for effect in order.effects)
        for index, effect in enumerate(order.effects):
            if effect.do != "shift" and kinds[_ONE_OF_EACH.get(effect.do, effect.do)] > 1:
                yield ("orders", name, "effects", index, "do"), _once(effect.do)


def _once(kind: str) -> str:
    rivals = [other for other, what in _ONE_OF_EACH.items() if what == _ONE_OF_EACH.get(kind)]
    return f"an order can have only one {' or '.join(rivals or [kind])}; write another order"


def repeated_settings(scenario: Scenario) -> Iterator[Defect]:
    """A setting named twice would give the same option twice."""
    for pattern in ("orders.*.by", "orders.*.choose", "orders.*.strike.*", "orders.*.effects.*.*"):
        for path, entries in found(scenario, pattern):
            for index, entry in enumerate(entries if isinstance(entries, tuple) else ()):
                if entry in entries[:index]:
                    yield (*path, index), f"{shown(getattr(entry, 'actor', entry))} is named twice"


def empty_orders(scenario: Scenario) -> Iterator[Defect]:
    """An order must do something, or it is a pass with a name."""
    for name, order in scenario.orders.items():
        if order.strike is None and not order.effects:
            yield ("orders", name), "does nothing: give it a strike or effects"


def borrowed_words(scenario: Scenario) -> Iterator[Defect]:
    """A power draws its own lines, stakes its own word, asks its own partners and uses its own assets."""
    for path, order, effect in _effects(scenario):
        for key, index, owner, what in _owned(scenario, effect):
            strangers = [power for power in order.by if power != owner]
            if owner in (*scenario.powers, _NOBODY) and strangers:
                message = (
                    f"{strangers[0]} gives this order, but {what} {owner}; write an order for each power"
                )
                yield (*path, key, index), message


def _owned(  # noqa: C901 one case an effect
    scenario: Scenario, effect: OrderEffect
) -> Iterator[tuple[str, int, str | None, str]]:
    """Each entry of an effect that belongs to a power: its key, index, owner, and how to say so."""
    match effect:
        case DrawLine() | RetireLine():
            for index, line in enumerate(effect.lines):
                owner = scenario.lines[line].owner if line in scenario.lines else None
                yield "lines", index, owner, "the line is of"
        case AskToHold():
            for index, promise in enumerate(effect.promises):
                mediator = scenario.promises[promise].mediator if promise in scenario.promises else None
                yield "promises", index, mediator, "the promise is of"
        case BuildAsset() | TriggerAsset():
            for index, asset in enumerate(effect.assets):
                owner = scenario.assets[asset].owner if asset in scenario.assets else None
                yield "assets", index, owner, "the asset is of"
        case RequestAct() | RequestRestraint():
            for index, partner in enumerate(effect.partners):
                patron = scenario.partners[partner].patron if partner in scenario.partners else None
                yield "partners", index, patron, "the partner's patron is"
        case PressClient() | RequestHold():
            for index, client in enumerate(effect.clients):
                yield "clients", index, _patron(scenario, client), "the client's patron is"


def _patron(scenario: Scenario, client: str) -> str | None:
    """The power that a client is a client of; None for a client that is not defined."""
    patrons = [name for name, power in scenario.powers.items() if client in power.clients]
    known = _NOBODY if client in scenario.powers else None
    return patrons[0] if patrons else known


def orders_at_oneself(scenario: Scenario) -> Iterator[Defect]:
    """Nobody strikes itself or its own partner, or is done with itself."""
    for name, order in scenario.orders.items():
        for index, at in enumerate(order.strike.at if order.strike else ()):
            patron = scenario.partners[at.actor].patron if at.actor in scenario.partners else at.actor
            if patron in order.by:
                yield ("orders", name, "strike", "at", index, "actor"), _itself(patron, at.actor)
    for path, order, effect in _effects(scenario):
        if isinstance(effect, Assure) and len(effect.to) == 1 and effect.to[0] in order.by:
            yield (*path, "to", 0), _itself(effect.to[0], effect.to[0])
        for index, actor in enumerate(effect.toward if isinstance(effect, Conclude) else ()):
            if actor in order.by:
                yield (*path, "toward", index), _itself(actor, actor)


def _itself(power: str, actor: str) -> str:
    whom = "itself" if power == actor else f"its own partner {shown(actor)}"
    return f"{power} cannot aim this at {whom}; write an order for each power"


def assets_at_oneself(scenario: Scenario) -> Iterator[Defect]:
    """Nobody prepares an asset against itself or its own partner, and one that no order uses is of no use."""
    used = {
        asset
        for _, _, effect in _effects(scenario)
        for asset in (effect.assets if isinstance(effect, TriggerAsset) else ())
    }
    for name, asset in scenario.assets.items():
        model = scenario.partners.get(asset.against)
        if asset.owner in (asset.against, model.patron if model else ""):
            yield ("assets", name, "against"), _itself(asset.owner, asset.against)
        if name not in used:
            yield ("assets", name), "no order uses it: name it in a trigger_asset effect"


def two_strikes(scenario: Scenario) -> Iterator[Defect]:
    """Using an asset is a strike already; with another in the same order one of them would be lost."""
    for path, order, effect in _effects(scenario):
        if isinstance(effect, TriggerAsset) and order.strike is not None:
            yield path, "the order has a strike already; use the asset in an order of its own"


def readiness_twice(scenario: Scenario) -> Iterator[Defect]:
    """The readiness of a strike comes with its scale and means; a second figure would be passed over."""
    for name, order in scenario.orders.items():
        if order.strike is not None and order.readiness:
            yield (
                ("orders", name, "readiness"),
                "a strike takes its readiness from dials.scale or strike.ground; remove it here",
            )


def idle_powers(scenario: Scenario) -> Iterator[Defect]:
    """A power that has no order at a desk decides nothing there."""
    for power in scenario.powers:
        desks = {order.desk for order in scenario.orders.values() if power in order.by}
        missing = [desk for desk in ("force", "guard", "voice") if desk not in desks]
        if missing:
            yield (
                ("powers", power),
                f"has no orders at the {' and '.join(missing)} desk; name it in an order's by",
            )


def _effects(scenario: Scenario) -> Iterator[tuple[Path, Order, OrderEffect]]:
    for name, order in scenario.orders.items():
        for index, effect in enumerate(order.effects):
            yield ("orders", name, "effects", index), order, effect
