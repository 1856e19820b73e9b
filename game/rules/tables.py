"""The tables that a scenario is compiled into: everything that a game needs besides its state.

An *option* is an order with every parameter bound, a row of ``Options``. Effects of orders are look-ups in these
tables, so a scenario can invent orders, actors and fronts without code.
"""

from dataclasses import dataclass
from enum import IntEnum

from game.rules.arrays import BoolArray, IntArray
from game.rules.numbers import Numbers
from game.rules.tracks import Layout


class Slot(IntEnum):
    """What a choice is made for. The first four are filled at ORDERS, in this order."""

    FORCE = 0
    GUARD = 1
    DIPLOMATIC = 2
    DECLARATORY = 3
    OFFER = 4
    ANSWER = 5
    BRINK = 6
    PARTNER = 7


ORDER_SLOTS = (Slot.FORCE, Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY)


class Stage(IntEnum):
    """The stages of a turn with choices; the books follow the brink (rules.md §3)."""

    ORDERS = 0
    OFFER_1 = 1
    ANSWER_1 = 2
    OFFER_2 = 3
    ANSWER_2 = 4
    OFFER_3 = 5
    ANSWER_3 = 6
    BRINK = 7


OFFERS = (Stage.OFFER_1, Stage.OFFER_2, Stage.OFFER_3)
ANSWERS = (Stage.ANSWER_1, Stage.ANSWER_2, Stage.ANSWER_3)


def slots_of(stage: Stage) -> tuple[Slot, ...]:
    """The slots that a power fills at a stage."""
    if stage is Stage.ORDERS:
        return ORDER_SLOTS
    if stage in OFFERS:
        return (Slot.OFFER,)
    return (Slot.ANSWER,) if stage in ANSWERS else (Slot.BRINK,)


class Label(IntEnum):
    """What a strike says, from its resolve and provocation (rules.md §5)."""

    CALIBRATED = 0
    MEASURED = 1
    DECISIVE = 2


class Reply(IntEnum):
    """The kinds of answer in a reply window (rules.md §3)."""

    ABSORB = 0
    PROTEST = 1
    ACCEPT = 2
    STRIKE_BACK = 3


class Ending(IntEnum):
    """How a game ends (rules.md §10). ``PLAYING`` while it goes on."""

    PLAYING = 0
    REGIONAL_WAR = 1
    SETTLEMENT = 2
    HORIZON = 3


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Contested mechanisms that a scenario can switch (rules.md §15)."""

    audience_costs: bool = True
    injury_bias: bool = True
    guilt_by_alliance: bool = True
    moral_hazard: bool = True
    deterrability: bool = True
    reputation: bool = True
    restraint_emboldens: bool = True
    weakest_leg: bool = True
    false_confidence: bool = True
    rapid_defeat: bool = True
    maximal_aims: bool = False
    mirror_imaging: bool = True


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
    condition: IntArray
    """The conditions that they rest on, ``[condition]``."""
    first: IntArray
    """The place in ``condition`` of each need's first condition, ``[asked]``."""
    further: tuple[tuple[IntArray, IntArray], ...]
    """For a second condition, a third and so on: the needs that have one, and its place in ``condition``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Defences:
    """Defence layers, numbered through all defences (rules.md §6). Odds are in half percents."""

    names: tuple[str, ...]
    layers: tuple[str, ...]
    owner: IntArray
    """The power that mans a layer, ``[layer]``; -1 for a partner's or nobody's."""
    of_defence: IntArray
    """The layers of a defence from the outermost in, ``[defence, step]``; -1 where there is none."""
    kill: IntArray
    """Odds that one engagement kills, ``[layer, munition]``; 0 where the layer cannot engage it."""
    capacity: IntArray
    """Engagements that a layer manages in a turn, ``[layer]``."""
    shots: IntArray
    """Interceptors spent per target, hundredths, ``[layer]``."""
    power: IntArray
    """The power whose alert, warning and coalition help a defence, ``[defence]``; -1 for none."""
    engaged: IntArray
    """Share of arriving munitions that threaten something and are engaged, ``[defence, munition]``."""
    built_up: IntArray
    """How built-up the ground behind a defence is, hundredths, ``[defence]``."""
    exposed: IntArray
    """Share of hits on a target that find people who are not under cover, ``[defence]``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Munitions:
    """Munition classes (rules.md §6); arrays ``[munition]``. Shares are in half percents."""

    names: tuple[str, ...]
    reliability: IntArray
    populated: IntArray
    on_target: IntArray
    threat: IntArray
    by_air: BoolArray
    """Whether it is delivered by aircraft: its toll is the target class's, not that of stray impacts."""
    first_engaged: IntArray
    """The order in which a layer spends its capacity on munitions: most dangerous first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TargetClasses:
    """What is struck (rules.md §5); arrays ``[target class]``."""

    names: tuple[str, ...]
    populated: IntArray
    """Share added to the impacts in populated areas, in half percents."""
    legitimacy: IntArray
    """Legitimacy that a scale costs the striker, hundredths."""
    market: IntArray
    """Market stress per scale that gets through, hundredths."""
    damage_row: IntArray
    """Row of the block that a strike wears down, ``[target class, actor]``; -1 for none."""
    damage_whole: IntArray
    """What of the capability a strike can reach at most, ``[target class, actor]``."""
    disarray: IntArray
    """Turns of disarray of a partner whose leadership is struck."""
    arms: BoolArray
    """Whether munitions and air defence suffer with it."""
    unseats: BoolArray
    """Whether some hope that striking it brings the government down."""
    urban: BoolArray
    """Whether harm to civilians must be confirmed before ordering."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Partners:
    """Armed groups that act by rule (rules.md §8); arrays ``[partner]``."""

    patron: IntArray
    front: IntArray
    rivals: IntArray
    """Power whose presence it fears; -1 for none."""
    deterrability: IntArray
    asked: IntArray
    """The option that it carries out when its patron asks."""
    unasked: IntArray
    """The option that it carries out on its own: the dose that it takes by default."""
    smaller: IntArray
    """A smaller dose, -1 for none."""
    larger: IntArray
    """A larger dose, -1 for none."""
    salvos_at: IntArray
    """The capacity at which it fires the salvos of its acts whole, hundredths."""
    softer: IntArray
    """The options that it carries out where it cannot do those, in order, ``[partner, place]``; -1 for none."""
    in_return: IntArray
    """The options that it adds against a power that has struck it, ``[partner, place]``; -1 for none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fronts:
    """Fronts (rules.md §9); arrays ``[front]`` unless said."""

    principals: IntArray
    """The two powers that face each other, ``[front, 2]``; -1 where it is not a power."""
    control_from: IntArray
    """Rung from which control can be lost; 8 for never."""
    direct: BoolArray
    inner: BoolArray
    outer: BoolArray
    home: BoolArray
    """Whether the front is a home front of a power, ``[power, front]``."""
    ongoing_rung: IntArray
    """Rung at which a war goes on by itself; 0 for none."""
    ongoing_talks: IntArray
    """Talks that end it."""
    toll_population: IntArray
    """Population that the ongoing war harms, ``[front, entry]``; -1 for none."""
    toll_killed: IntArray
    """People killed a turn, ``[front, entry]``."""
    toll_displaced: IntArray
    toll_displaced_again: IntArray
    toll_at_most: IntArray
    """People displaced in all from which on the war drives out nobody more, ``[front, entry]``."""
    hosts: BoolArray
    """Hosts next to the front, ``[front, host]``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Talks:
    """Talks (rules.md §7); arrays ``[talks]`` unless said."""

    front: IntArray
    parties: IntArray
    """Two actors, ``[talks, 2]``."""
    settles: BoolArray
    concession_at: IntArray
    concession_pays: IntArray
    """What reaching it pays, ``[talks, power, actor]``, hundredths."""
    mediators: BoolArray
    """Hosts that lend their good offices, ``[talks, host]``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """Red lines that may be drawn (rules.md §7); arrays ``[line]`` unless said."""

    owner: IntArray
    against: IntArray
    """The actor that must not cross it."""
    protects: IntArray
    """The actor that must not be struck: the owner, or a client."""
    extended: BoolArray
    least_scale: IntArray
    targets: BoolArray
    """Target classes that cross it, ``[line, target class]``."""
    fronts: BoolArray
    """Fronts on which it holds, ``[line, front]``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Promises:
    """What a mediator may promise (rules.md §7); arrays ``[promise]``."""

    mediator: IntArray
    holder: IntArray
    about: IntArray
    """The power toward which the holder's owed is frozen."""
    turns: IntArray
    talks: IntArray
    """Talks that must reach ``least``; -1 where the promise is that nobody strikes."""
    least: IntArray
    quiet_front: IntArray
    """Front on which ``about`` must not strike the holder; -1 where the promise is about talks."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Events:
    """What may happen in a turn without anybody ordering it (rules.md §11); arrays ``[event]`` unless said."""

    names: tuple[str, ...]
    """In plain words: the cause of what an event changes."""
    chance: IntArray
    """Chance in percent that it is due in a turn in which its conditions hold."""
    again: BoolArray
    row: IntArray
    """Rows that must lie between ``low`` and ``high``, bounds inclusive, ``[event, condition]``."""
    low: IntArray
    high: IntArray
    shift_row: IntArray
    """Rows that it shifts, ``[event, shift]``; -1 for none."""
    shift_by: IntArray
    population: IntArray
    """The population that it harms; -1 for none."""
    least_killed: IntArray
    most_killed: IntArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Assets:
    """Prepared covert assets (rules.md §8); arrays ``[asset]``, or with a last entry that stands for none."""

    owner: IntArray
    against: IntArray
    """The actor that it is aimed at."""
    built_in: IntArray
    """Turns of work until it can be used."""
    discovery: IntArray
    """Chance in percent that it is found in a turn, once built."""
    disarray: IntArray
    """Turns of disarray of a partner that it hits, ``[asset + 1]``."""
    killed: IntArray
    """``[asset + 1]``"""
    displaced: IntArray
    """``[asset + 1]``"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mandates:
    """A power's own aims: rows that must lie within bounds at the end; arrays ``[mandate]``."""

    power: IntArray
    row: IntArray
    low: IntArray
    high: IntArray
    secret: BoolArray
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rules:
    """A compiled scenario. P powers come first among the A actors, partners after them."""

    numbers: Numbers
    assumptions: Assumptions
    layout: Layout
    turns: int
    hidden_end: int
    opening: IntArray
    """The block's first column, ``[row]``."""
    low: IntArray
    high: IntArray
    sight: IntArray
    """How each power sees each row, ``[power, row]``; codes of ``sight.Sight``."""
    assumed: IntArray
    """What anybody would assume of a row that it cannot see, ``[row]``, and the bounds of that."""
    assumed_low: IntArray
    assumed_high: IntArray
    usual: IntArray
    """What anybody would assume of a row where nothing is known to have moved it, ``[row]``."""
    secret: BoolArray
    """Rows whose very opening is secret, ``[row]``: of these something less is assumed."""
    drifts: BoolArray
    """Rows that seldom stay where they opened, ``[row]``."""
    options: Options
    needs: Needs
    defences: Defences
    munitions: Munitions
    target_classes: TargetClasses
    partners: Partners
    fronts: Fronts
    talks: Talks
    lines: Lines
    promises: Promises
    events: Events
    assets: Assets
    mandates: Mandates
    subject: IntArray
    """The actor that a row is about, ``[row]``; -1 for none."""
    audience: IntArray
    """How strongly home reacts, hundredths, ``[power]``."""
    camp: IntArray
    """Camp of an actor, ``[actor]``."""
    patron_of: IntArray
    """The power that answers for an actor: itself, or a partner's patron, ``[actor]``."""
    election: IntArray
    """First and last turn of a power's election season, ``[power, 2]``; 0 for none."""
    client_of: BoolArray
    """Whether the second power is a client of the first, ``[power, power]``."""
    rivals: BoolArray
    """Whether two powers are rivals, ``[power, power]``."""
    population: IntArray
    """Population that strikes at an actor on a front harm, ``[actor, front]``."""
    nuclear_owner: int
    """Who has a nuclear programme; -1 for nobody."""
    air_toll: IntArray
    """People killed per scale by what gets through, ``[target class, actor]``."""
    air_displaced: IntArray
    deaths: IntArray
    """Quantiles of the people killed by one impact in a populated area, ``[256]``."""
    spread: IntArray
    """Quantiles of the spread of an injury, hundredths, ``[256]``."""
    salvo_luck: IntArray
    """Quantiles of the factor on misses common to a salvo, hundredths, ``[256]``."""
    debris: int
    """Chance in hundredths of a percent that an interception's debris kills somebody."""
    market_opening: int

    @property
    def powers(self) -> int:
        """How many powers decide."""
        return len(self.audience)

    @property
    def actors(self) -> int:
        """How many actors there are: powers first, then partners."""
        return len(self.camp)
