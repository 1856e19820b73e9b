"""Who acts beside the powers, where they face each other, what stands between them, and what each aims at."""

from dataclasses import dataclass

from game.rules.arrays import BoolArray, IntArray


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
    toll_killed_at_campaign: IntArray
    """People killed a turn while the front is at campaign or above, ``[front, entry]``; -1 for no other number."""
    toll_displaced: IntArray
    toll_displaced_at_campaign: IntArray
    """People driven out a turn while the front is at campaign or above, ``[front, entry]``; -1 for as the rungs say."""
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
class Mandates:
    """A power's own aims: rows that must lie within bounds at the end; arrays ``[mandate]``."""

    power: IntArray
    row: IntArray
    low: IntArray
    high: IntArray
    secret: BoolArray
    texts: tuple[str, ...]
