"""Compiling a scenario into the tables that the engine plays by. Every number is rounded here, once."""

from typing import TypedDict

import numpy as np

from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.sight import Owners, sight_table, subjects
from game.rules.tables import Assets, Defences, Promises, Rules
from game.scenario.compile import arms, opening, quantiles, tables
from game.scenario.compile.events import events
from game.scenario.compile.names import Names
from game.scenario.compile.numbers import assumptions, numbers
from game.scenario.compile.options import OptionWriter
from game.scenario.compile.tabulate import tabulated
from game.scenario.models import Scenario

__all__ = ["Names", "compiled"]


def compiled(scenario: Scenario) -> Rules:
    """The tables of a scenario. Raises KeyError for a name that it does not define (``checks`` finds them all)."""
    names = Names(scenario)
    options, needs = tabulated(OptionWriter(names).options(), len(names.munitions), names.hosts)
    killed, displaced = tables.air_tolls(names)
    chances, deaths = scenario.chances, scenario.deaths_per_impact
    promises = tables.promises(names)
    assets = tables.assets(names)
    defences = arms.defences(names)
    return Rules(
        numbers=numbers(scenario),
        assumptions=assumptions(scenario),
        layout=names.layout,
        turns=scenario.clock.turns,
        hidden_end=int(scenario.clock.hidden_end),
        **_rows(names),
        sight=sight_table(names.layout, _owners(names, defences, promises, assets)),
        subject=subjects(names.layout),
        options=options,
        needs=needs,
        defences=defences,
        munitions=arms.munitions(names),
        target_classes=arms.target_classes(names),
        partners=tables.partners(names, options),
        fronts=tables.fronts(names),
        talks=tables.talks(names),
        lines=tables.lines(names),
        promises=promises,
        events=events(names),
        assets=assets,
        mandates=tables.mandates(names),
        audience=integers([round(power.audience * 100) for power in scenario.powers.values()]),
        camp=integers([names.camps.index(camp) for camp in _camps(names)]),
        patron_of=integers([names.powers.index(power) for power in _answering(names)]),
        election=_elections(names),
        client_of=_pairs(names, "clients"),
        rivals=_pairs(names, "rivals"),
        population=tables.populations(names),
        nuclear_owner=_nuclear_owner(names),
        air_toll=killed,
        air_displaced=displaced,
        deaths=quantiles.heavy_tailed(deaths.mean, deaths.shape),
        spread=quantiles.log_normal(chances.injury_spread),
        salvo_luck=quantiles.log_normal(chances.salvo_luck),
        debris=round(chances.debris * 10_000),
        market_opening=round(scenario.opening.market * 100),
    )


class _Rows(TypedDict):
    """What the tables say of each row of the block; see ``Rules``."""

    opening: IntArray
    low: IntArray
    high: IntArray
    assumed: IntArray
    assumed_low: IntArray
    assumed_high: IntArray
    usual: IntArray
    secret: BoolArray
    drifts: BoolArray


def _rows(names: Names) -> _Rows:
    """Where rows open, within which bounds they stay, and what is assumed of those that somebody cannot see."""
    column = opening.opening_block(names)
    low, high = names.layout.bounds()
    assumed, assumed_low, assumed_high = opening.assumed(names, column)
    usual, secret, drifts = opening.usual(names, column)
    return _Rows(
        opening=column,
        low=integers(low),
        high=integers(high),
        assumed=assumed,
        assumed_low=assumed_low,
        assumed_high=assumed_high,
        usual=usual,
        secret=secret,
        drifts=drifts,
    )


def _owners(names: Names, defences: Defences, promises: Promises, assets: Assets) -> Owners:
    """Whose the entries are that are no powers themselves."""
    scenario = names.scenario
    return Owners(
        patrons=integers([names.powers.index(partner.patron) for partner in scenario.partners.values()]),
        layers=defences.owner,
        promises=np.stack([promises.mediator, promises.holder], axis=1),
        messages=integers([names.powers.index(message.partition(">")[0]) for message in names.messages]),
        assets=assets.owner,
        nuclear=_nuclear_owner(names),
    )


def _nuclear_owner(names: Names) -> int:
    """The power that has a programme; -1 for nobody."""
    programme = names.scenario.nuclear
    return -1 if programme is None else names.powers.index(programme.owner)


def _camps(names: Names) -> list[str]:
    """The camp of every actor: a partner stands in its patron's."""
    powers = [power.camp for power in names.scenario.powers.values()]
    return powers + [
        names.scenario.powers[partner.patron].camp for partner in names.scenario.partners.values()
    ]


def _answering(names: Names) -> list[str]:
    """The power that answers for each actor."""
    return [*names.powers, *(partner.patron for partner in names.scenario.partners.values())]


def _elections(names: Names) -> IntArray:
    """First and last turn of each power's election season; 0 for none."""
    elections = [power.election for power in names.scenario.powers.values()]
    return integers([[each.from_turn, each.to_turn] if each else [0, 0] for each in elections])


def _pairs(names: Names, relation: str) -> BoolArray:
    related = [getattr(names.scenario.powers[power], relation) for power in names.powers]
    return np.array([[other in others for other in names.powers] for others in related], dtype=np.bool_)
