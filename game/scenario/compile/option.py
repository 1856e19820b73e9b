"""One option before it is tabulated: an order with every parameter bound."""

from dataclasses import dataclass, field

from game.rules.tables import Label, Reply, Slot
from game.scenario.compile.needs import NOTHING_NEEDED, Need
from game.scenario.orders import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One row of the option table before it is compiled; -1 stands for none."""

    key: str
    order: str
    power: int
    slot: Slot
    need: Need = NOTHING_NEEDED
    strike: bool = False
    covert: bool = False
    target: int = -1
    front: int = -1
    scale: int = 0
    target_class: int = 0
    means: int = -1
    notice: int = -1
    resolve: int = 0
    provocation: int = 0
    humiliation: int = 0
    rung: int = 0
    message: int = -1
    label: Label = Label.MEASURED
    defence: int = -1
    ground: bool = False
    reply: Reply = Reply.ABSORB
    line: int = -1
    stake: int = 0
    retires: int = -1
    promise: int = -1
    holds: bool = False
    broker: int = -1
    ask_act: int = -1
    ask_restraint: int = -1
    presses: int = -1
    restrains: int = -1
    appeals: int = -1
    host: int = -1
    assures: int = -1
    limit: int = 0
    asks_all: bool = False
    claims: int = -1
    denies: int = -1
    concludes: int = -1
    asset: int = -1
    credits: int = 0
    added: int = 0
    over: tuple[str, ...] = ()
    salvo: tuple[int, ...] = ()
    shifts: tuple[tuple[int, int], ...] = field(default=())


def slot_of(order: Order) -> Slot:
    """The slot that an order fills: its desk, and for the Voice desk its family."""
    if order.desk == "force":
        return Slot.FORCE
    if order.desk == "guard":
        return Slot.GUARD
    return Slot.DECLARATORY if order.family == "declaratory" else Slot.DIPLOMATIC
