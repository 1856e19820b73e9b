"""What a strike by each option does where it lands, as far as that depends on the option alone (rules.md §5 to §7).

Most of what a blow does follows from whom it hits, with what and how hard, which its option says. It is looked up once
for each scenario, and by one number for each strike.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, integers, mask, times, with_none
from game.rules.tables import SCENARIOS, Label, Rules

_ANNOUNCED = 0
_LARGE = 2


class Blows(NamedTuple):
    """Strikes by option; arrays ``[option]``, which mean nothing for options that are no strike."""

    damage: IntArray
    """The share of the struck capability that it takes where all of it gets through, hundredths."""
    row: IntArray
    """The row of the block that it damages, -1 for none."""
    whole: IntArray
    """How much of that row it can damage at most."""
    announced: BoolArray
    arms: BoolArray
    """Whether it damages munitions and the air defence that it meets."""
    among_people: IntArray
    """The share of impacts in populated areas that what is struck adds, half percents."""
    built_up: IntArray
    """How far the ground that it falls on is built up, percent."""
    defender: IntArray
    """The power that defends against it, -1 for none."""
    exposed: IntArray
    """The odds that a hit on the target finds people who are not under cover, half percents."""
    population: IntArray
    """Which population it kills and drives out, -1 for none."""
    killed_by_air: IntArray
    displaced_by_air: IntArray
    """By aircraft that all get through, hundredths; a covert act drives nobody from home."""
    asset: IntArray
    """The prepared asset that it uses, -1 for none."""
    leadership: BoolArray
    """Whether it is at what disorganises a partner."""
    disarray: IntArray
    """For how many turns it disorganises a partner."""
    legitimacy: IntArray
    """What it costs abroad, before impacts in populated areas."""
    market: IntArray
    """The stress that it puts on the market where all of it gets through."""
    crosses: BoolArray
    """Whether it crosses the airspace of a host."""
    decisive: BoolArray
    humiliation: IntArray
    """The humiliation that whom it hits books."""
    sting: IntArray
    """How much of the resolve shown stings because the strike is claimed, hundredths."""
    pays_whole: BoolArray
    """Whether it pays for humiliation in full."""


@lru_cache(maxsize=SCENARIOS)
def blows(rules: Rules) -> Blows:
    """The strikes of a scenario."""
    options, numbers, classes = rules.options, rules.numbers, rules.target_classes
    struck = options.target_class, options.target
    toll = options.scale * integers(np.where(options.scale >= _LARGE, numbers.large_toll, 1))
    decisive = options.label == Label.DECISIVE
    return Blows(
        damage=numbers.damage * options.scale,
        row=classes.damage_row[struck],
        whole=classes.damage_whole[struck],
        announced=options.notice == _ANNOUNCED,
        arms=classes.arms[options.target_class],
        among_people=classes.populated[options.target_class],
        built_up=with_none(rules.defences.built_up, 100)[options.defence],
        defender=with_none(rules.defences.power, -1)[options.defence],
        exposed=with_none(rules.defences.exposed, 0)[options.defence],
        population=rules.population[options.target, options.front],
        killed_by_air=rules.air_toll[struck] * toll,
        displaced_by_air=rules.air_displaced[struck] * toll * ~options.covert,
        asset=options.asset,
        leadership=classes.disarray[options.target_class] > 0,
        disarray=np.maximum(classes.disarray[options.target_class], rules.assets.disarray[options.asset]),
        legitimacy=classes.legitimacy[options.target_class] * options.scale,
        market=classes.market[options.target_class] * options.scale,
        crosses=mask(options.over.any(axis=1)),
        decisive=decisive,
        humiliation=times(options.humiliation, bias(rules)),
        sting=integers(numbers.claim_sting * ~options.covert),
        pays_whole=decisive | (options.humiliation > 0),
    )


def bias(rules: Rules) -> int:
    """How much dearer a side books its own injuries than they were meant, hundredths."""
    return rules.numbers.injury_bias if rules.assumptions.injury_bias else 100


@lru_cache(maxsize=SCENARIOS)
def display(rules: Rules) -> IntArray:
    """How much of a provocation is felt by how much got through, hundredths; ``[percent]`` from 0 to 100."""
    numbers = rules.numbers
    reach = np.minimum(100, 100 * np.arange(101, dtype=np.int32) // numbers.full_leak)
    return integers(numbers.display_floor + times(100 - numbers.display_floor, reach))
