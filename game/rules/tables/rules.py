"""A compiled scenario as a whole."""

from dataclasses import dataclass

from game.rules.arrays import BoolArray, IntArray
from game.rules.numbers import Numbers
from game.rules.tables.arms import Assets, Defences, Munitions, TargetClasses
from game.rules.tables.options import Needs, Options
from game.rules.tables.world import Events, Fronts, Lines, Mandates, Partners, Promises, Talks
from game.rules.tracks import Layout

SCENARIOS = 16
"""Of how many scenarios at a time it is remembered what rules have worked out from their tables alone."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Contested mechanisms that a scenario can switch (rules.md §15)."""

    audience_costs: bool
    injury_bias: bool
    guilt_by_alliance: bool
    moral_hazard: bool
    deterrability: bool
    reputation: bool
    restraint_emboldens: bool
    weakest_leg: bool
    false_confidence: bool
    rapid_defeat: bool
    maximal_aims: bool
    mirror_imaging: bool
    political_survival: bool


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
