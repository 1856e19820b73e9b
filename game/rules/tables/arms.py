"""What strikes and stops strikes, and what is struck: munitions, defences, targets and prepared covert assets."""

from dataclasses import dataclass

from game.rules.arrays import BoolArray, IntArray


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
