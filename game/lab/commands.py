"""What the commands of the lab do, as plain functions: they return data and lines, and the command line prints."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from game.lab import report
from game.lab.calibrate import Comparison, compare
from game.lab.calibration_page import page
from game.lab.episodes import public_record
from game.lab.fit import BURN_IN, SWEEPS, Fit, Walk, fitted, stored_fit, variants
from game.lab.parameters import BY_NAME, values_in
from game.lab.request import ImpactKind, beyond_the_fit, checked, parsed_launch, supposed_target
from game.lab.salvo import Salvo, simulate
from game.scenario.model import NoticeName
from game.scenario.shipped import load_scenario

DEFAULT_SCENARIO = "consulate"
STEPS_OF_A_FIT = BURN_IN + SWEEPS


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvoOptions:
    """The options of ``lab salvo`` as they were typed."""

    attacker: str
    defender: str
    launch: str
    notice: NoticeName = "none"
    warning: int = 2
    coalition: bool = False
    alert: bool = False
    target: str | None = None
    impacts: ImpactKind = "any"
    scenario: str = DEFAULT_SCENARIO
    runs: int = 2000
    seed: int = 1
    salvos: int = 1


def salvo(options: SalvoOptions) -> dict[str, Any]:
    """Simulate a salvo; every number with its mean and quantiles. Raises RefusedSalvo, ScenarioError."""
    loaded = load_scenario(options.scenario)
    fired = Salvo(
        attacker=options.attacker,
        defender=options.defender,
        launch=parsed_launch(options.launch),
        notice=options.notice,
        warning=options.warning,
        coalition=options.coalition,
        alert=options.alert,
        target=options.target or supposed_target(loaded.rules, options.impacts),
    )
    checked(loaded.rules, fired)
    reasons = beyond_the_fit(public_record(), fired)
    tables = variants(loaded.scenario, loaded.rules, stored_fit())
    outcome = simulate(tables, fired, options.runs, options.seed, options.salvos)
    return {
        "scenario": loaded.scenario.id,
        **asdict(fired),
        "salvos": options.salvos,
        "runs": options.runs,
        "seed": options.seed,
        "impacts_kind": options.impacts,
        "within_fit": not reasons,
        "note": _note(reasons),
        **report.figures(loaded.rules, outcome, options.impacts, rounded=bool(reasons)),
    }


def _note(reasons: tuple[str, ...]) -> str:
    if not reasons:
        return ""
    return (
        f"Outside the range of the fit ({'; '.join(reasons)}): rounded bands, to be read as rough estimates."
    )


def calibration(runs: int, seed: int) -> list[Comparison]:
    """Every published figure beside the model of the shipped catalogue."""
    loaded = load_scenario(DEFAULT_SCENARIO)
    return compare(public_record(), variants(loaded.scenario, loaded.rules, stored_fit()), runs, seed)


def write_page(path: Path, compared: list[Comparison]) -> None:
    """Write the page of the documentation anew."""
    path.write_text(page(public_record(), stored_fit(), compared), encoding="utf-8")


def fit(path: Path, progress: Callable[[int], None] = lambda done: None) -> list[str]:
    """Fit anew, write the fit to a file, and say what has to be changed in the catalogue."""
    loaded = load_scenario(DEFAULT_SCENARIO)
    result = fitted(Walk(public_record(), loaded.scenario, loaded.rules), progress)
    path.write_text(as_yaml(result), encoding="utf-8")
    own = values_in(loaded.scenario)
    return [
        f"{', '.join(BY_NAME[name].paths)}: {each.best:g}"
        for name, each in result.parameters.items()
        if own[name] != each.best
    ]


def as_yaml(result: Fit) -> str:
    """A fit as the file that ships: one line a parameter, one a draw."""
    text: str = yaml.safe_dump(
        result.model_dump(mode="json"), sort_keys=False, default_flow_style=None, width=1000
    )
    return text
