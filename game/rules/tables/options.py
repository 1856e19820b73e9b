"""Everything that may be chosen, and what it needs to be legal.

An *option* is an order with every parameter bound, a row of ``Options``. Effects of orders are look-ups in these
columns, so a scenario can invent orders without code.
"""

from dataclasses import dataclass

from game.rules.arrays import BoolArray, IntArray
from game.rules.tables.kinds import Slot

PASSES = (":pass", ":no_offer")
"""How the keys of options that do nothing end."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Options:
    """Every option of a scenario; arrays of shape ``[option]`` unless said. -1 stands for none.

    Options of one power and slot are neighbours (``menu``), sorted by order and then by ``need``.
    """

    keys: tuple[str, ...]
    orders: tuple[str, ...]
    order: IntArray
    power: IntArray
    slot: IntArray
    attention: IntArray
    readiness: IntArray
    need: IntArray
    strike: BoolArray
    covert: BoolArray
    target: IntArray
    front: IntArray
    scale: IntArray
    target_class: IntArray
    means: IntArray
    notice: IntArray
    resolve: IntArray
    provocation: IntArray
    humiliation: IntArray
    rung: IntArray
    message: IntArray
    label: IntArray
    defence: IntArray
    reply: IntArray
    line: IntArray
    stake: IntArray
    retires: IntArray
    promise: IntArray
    holds: BoolArray
    broker: IntArray
    ask_act: IntArray
    ask_restraint: IntArray
    presses: IntArray
    """The client whose arms the option conditions."""
    assures: IntArray
    """The power that is told what will be done at most in the next turn."""
    limit: IntArray
    """The largest scale that it is assured of; 0 for no strike."""
    asks_all: BoolArray
    claims: IntArray
    """The power against which the option claims an earlier act, or denies it."""
    denies: IntArray
    concludes: IntArray
    asset: IntArray
    """The prepared asset that the option builds or, as a strike, uses."""
    credits: IntArray
    added: IntArray
    """The place of an act in return among those of its partner, from 1; 0 for every other option."""
    salvo: IntArray
    """Munitions launched when the stock allows, ``[option, munition]``."""
    over: BoolArray
    """Hosts whose airspace a strike crosses, ``[option, host]``."""
    ground: BoolArray
    """Whether it is a ground operation."""
    host: IntArray
    """The host on whose ground a strike lands; -1 for none."""
    appeals: IntArray
    """The actor against whom the option appeals to the United Nations or a court."""
    restrains: IntArray
    """The client that the option asks to hold."""
    shift_row: IntArray
    """Rows of the block that the option shifts, ``[option, shift]``."""
    shift_by: IntArray
    """By how much, ``[option, shift]``."""
    menu: dict[tuple[int, int], tuple[int, int]]
    """First option of a power and slot, and the one after the last. The first is always legal: pass, make no
    offer, absorb, or stop."""
    runs: dict[tuple[int, int], "Runs"]
    """The same options as runs of equal order and need."""

    def __len__(self) -> int:
        return len(self.keys)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Runs:
    """A menu as runs of neighbouring options with one order and one need; arrays ``[run]``."""

    start: IntArray
    length: IntArray
    need: IntArray
    order: IntArray
    """Which order of the menu it is of."""
    first_of_order: IntArray
    """The run with which each order of the menu begins, ``[order of the menu]``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Needs:
    """What an option needs to be legal: options with the same need are legal together.

    Shapes ``[need]``; a condition says that ``row`` of the block lies between ``low`` and ``high``, bounds
    inclusive, and ``reasons`` says so in words.
    """

    attention: IntArray
    readiness: IntArray
    conditions: IntArray
    """Entries of the condition table, ``[need, condition]``; entry 0 always holds and fills the rows up."""
    row: IntArray
    low: IntArray
    high: IntArray
    reasons: tuple[str, ...]
    of_slots: dict[tuple[Slot, ...], "SlotNeeds"]
    """What matters for the slots of each stage, and for each slot alone."""
    of_powers: tuple[dict[tuple[Slot, ...], "SlotNeeds"], ...]
    """The same, of the options of one power only, ``[power]``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SlotNeeds:
    """The needs of the options of some slots, so that only these are looked at when those slots are filled."""

    need: IntArray
    """Which needs, ``[asked]``."""
    row: IntArray
    """The rows of the block that they rest on, each to be compared with one bound; ``[test]``."""
    at_least: IntArray
    """What the first of these rows must be at least, ``[test, 1]``."""
    at_most: IntArray
    """What the others must be at most, ``[test, 1]``."""
    first: IntArray
    """The place in ``row`` of each need's first test, ``[asked]``."""
    further: tuple[tuple[IntArray, IntArray], ...]
    """For a second test, a third and so on: the needs that have one, and its place in ``row``."""
