"""What a salvo did over many runs, as plain data for JSON and as lines for a terminal."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from game.lab.request import ImpactKind
from game.lab.salvo import Outcome
from game.rules.arrays import IntArray
from game.rules.tables import Rules

QUANTILES: Final = (2.5, 25.0, 50.0, 75.0, 97.5)

Spread = dict[str, float]
"""The mean and the quantiles of one number: ``{"mean": …, "2.5": …, …}``."""


def spread(values: IntArray, rounded: bool = False, most: float = np.inf) -> Spread:
    """Mean and quantiles of a count over the runs; ``rounded`` outward to bands that claim less, up to ``most``."""
    quantiles = [float(each) for each in np.percentile(values, QUANTILES)]
    mean = float(values.mean())
    if rounded:
        bands = [_banded(each, up=place > len(QUANTILES) // 2) for place, each in enumerate(quantiles)]
        quantiles = [min(each, most) for each in bands]
        return {"mean": float(round(mean, -1 if mean >= 100 else 0)), **_named(quantiles)}
    return {"mean": round(mean, 3), **_named([round(each, 1) for each in quantiles])}


def _named(quantiles: list[float]) -> Spread:
    return {f"{share:g}": value for share, value in zip(QUANTILES, quantiles, strict=True)}


def _banded(value: float, up: bool) -> float:
    """A multiple of 1 below 10, of 5 below 100, of 10 above, on the far side."""
    step = 1 if value < 10 else 5 if value < 100 else 10
    return float(step * (np.ceil(value / step) if up else np.floor(value / step)))


def figures(rules: Rules, outcome: Outcome, impacts: ImpactKind, rounded: bool) -> dict[str, Any]:
    """Every number of a salvo with its spread: totals, kills by layer, impacts of one kind, and by munition."""
    kinds = {"populated": outcome.populated, "target": outcome.on_target, "any": outcome.fell}
    by_layer = outcome.killed.sum(axis=1)
    most = float(outcome.launched.sum(axis=0).max())
    return {
        **_counts(outcome, slice(None), rounded),
        "killed_by_layer": {
            name: spread(by_layer[place], rounded, most) for place, name in enumerate(outcome.layers)
        },
        "impacts": spread(kinds[impacts], rounded, most),
        "deaths": spread(outcome.deaths, rounded),
        "by_munition": {
            name: _counts(outcome, slice(row, row + 1), rounded)
            for row, name in enumerate(rules.munitions.names)
            if outcome.launched[row].any()
        },
    }


def _counts(outcome: Outcome, munitions: slice, rounded: bool) -> dict[str, Spread]:
    launched = outcome.launched[munitions].sum(axis=0)
    most = float(launched.max())
    return {
        "launched": spread(launched),
        "arrived": spread(outcome.arrived[munitions].sum(axis=0), rounded, most),
        "engaged": spread(outcome.engaged[munitions].sum(axis=0), rounded, most),
        "killed": spread(outcome.killed[:, munitions].sum(axis=(0, 1)), rounded, most),
        "leaked": spread(outcome.leaked[munitions].sum(axis=0), rounded, most),
    }


def lines(result: Mapping[str, Any]) -> list[str]:
    """The totals of a salvo as a table for people."""
    columns = ("mean", *(f"{share:g}" for share in QUANTILES))
    rows = {name: result[name] for name in ("launched", "arrived", "engaged", "killed")}
    rows |= {f"  by {name}": each for name, each in result["killed_by_layer"].items()}
    rows |= {"leaked": result["leaked"], f"impacts ({result['impacts_kind']})": result["impacts"]}
    rows["deaths"] = result["deaths"]
    width = max(len(name) for name in rows)
    heading = " " * width + "".join(f"{column:>9}" for column in columns)
    table = [
        f"{name:<{width}}" + "".join(f"{row[each]:>9g}" for each in columns) for name, row in rows.items()
    ]
    return [heading, *table, *([result["note"]] if result["note"] else [])]
