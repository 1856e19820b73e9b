"""Dials, salvos and shares that do not fit together (rules.md §5, §6)."""

from collections.abc import Iterator
from typing import get_args

from game.scenario.actors import Power
from game.scenario.checks.walk import ACTS, Defect, found, parts
from game.scenario.model import NoticeName, Range, ScaleName
from game.scenario.models import Scenario
from game.scenario.orders import Strike
from game.scenario.problems import Path

_CLAIMED_BY_NOBODY = "covert"


def incomplete_dials(scenario: Scenario) -> Iterator[Defect]:
    """Every setting of a dial that somebody can choose must say what it means."""
    dials = scenario.dials
    for dial, settings in (("scale", get_args(ScaleName)), ("notice", get_args(NoticeName))):
        given = getattr(dials, dial)
        yield from (
            (("dials", dial), f"the setting {name!r} is missing") for name in settings if name not in given
        )
    if not dials.target:
        yield ("dials", "target"), "there is no target class; name at least one"
    for means in _means_used(scenario):
        if means not in dials.means:
            yield ("dials", "means"), f"the setting {means!r} is missing; somebody has it"
        for name, scale in dials.scale.items():
            if means not in scale.readiness:
                path = ("dials", "scale", name, "readiness")
                yield path, f"the readiness of {means!r} is missing; somebody has it"


def _means_used(scenario: Scenario) -> list[str]:
    """Every means that a salvo, an order or a partner's act is made by, once each."""
    patterns = ("orders.*.strike.means.*", *(f"{act}.means" for act in ACTS))
    used = [means for pattern in patterns for _, means in found(scenario, pattern)]
    return list(
        dict.fromkeys([*(means for power in scenario.powers.values() for means in power.salvos), *used])
    )


def missing_salvos(scenario: Scenario) -> Iterator[Defect]:
    """A strike must launch something: each power that gives the order needs salvos for its means and scales."""
    for name, order in scenario.orders.items():
        strike = order.strike
        if strike is None or strike.ground is not None:
            continue
        for giver in order.by:
            if giver in scenario.powers:
                yield from _missing(("orders", name, "strike"), strike, giver, scenario.powers[giver])


def _missing(path: Path, strike: Strike, giver: str, power: Power) -> Iterator[Defect]:
    if not any(means == _CLAIMED_BY_NOBODY or means in power.salvos for means in strike.means):
        yield (*path, "means"), f"{giver} has no salvo of any of these means; see powers.{giver}.salvos"
    for means in strike.means:
        for index, scale in enumerate(strike.scale):
            counts = power.salvos.get(means, {}).get(scale, {})
            if means in power.salvos and means != _CLAIMED_BY_NOBODY and not any(counts.values()):
                message = (
                    f"{giver} launches nothing {scale} and {means}; add powers.{giver}.salvos.{means}.{scale}"
                )
                yield (*path, "scale", index), message


def unarmed_partners(scenario: Scenario) -> Iterator[Defect]:
    """What a partner fires must be in its stocks."""
    for name, partner in scenario.partners.items():
        for kind in ("asked", "unasked", "smaller", "larger"):
            act = getattr(partner, kind)
            if act is None:
                continue
            salvo = act.salvo
            if not any(salvo.values()):
                yield ("partners", name, kind, "salvo"), "launches nothing"
            for munition, count in salvo.items():
                if count and munition in scenario.munitions and not partner.stocks.get(munition):
                    path = ("partners", name, kind, "salvo", munition)
                    yield path, f"{name} has none of these in its stocks"


def shares_above_one(scenario: Scenario) -> Iterator[Defect]:
    """Impacts in populated areas are a share of what gets through, with what the target adds to it."""
    most = max((munition.populated for munition in scenario.munitions.values()), default=0.0)
    for name, target in scenario.dials.target.items():
        if target.populated + most > 1:
            path = ("dials", "target", name, "populated")
            yield path, f"with a munition's own share of {most:g} this is more than all that gets through"


def unsorted_ranges(scenario: Scenario) -> Iterator[Defect]:
    """A range has its best estimate between the lowest and the highest."""
    for path, figure in parts(scenario, Range):
        if not figure.low <= figure.best <= figure.high:
            yield path, f"expected low ≤ best ≤ high, found {figure.low}, {figure.best}, {figure.high}"


def unexplained_harm(scenario: Scenario) -> Iterator[Defect]:
    """Where civilians would be harmed the law of war is shown before an order is confirmed."""
    for name, target in scenario.dials.target.items():
        if target.urban and not target.law_of_war:
            yield ("dials", "target", name), "strikes in towns need a note on the law of war: add law_of_war"
