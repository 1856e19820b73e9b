"""What the command line does with scenario files, without the printing."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from game.assets import scenario_folder
from game.scenario.extends import read_extended
from game.scenario.load import check_part
from game.scenario.models import Scenario
from game.scenario.problems import ScenarioError
from game.scenario.shipped import Loaded, find, is_catalogue, load_scenario


class Checked(NamedTuple):
    """What was found in some files: lines to print, and whether all of them can be used."""

    lines: list[str]
    ok: bool


def check_files(files: Sequence[str | Path]) -> Checked:
    """Check scenarios and catalogues, by name or path: a line for each defect, or one that says that all is well.

    A catalogue is checked for what it says by itself; what it refers to is checked with the scenarios that extend it.
    """
    checked = [_check_file(file) for file in files]
    return Checked([line for each in checked for line in each.lines], all(each.ok for each in checked))


def _check_file(file: str | Path) -> Checked:
    try:
        path = find(file)
        if is_catalogue(path):
            return Checked([_check_catalogue(path)], True)
        return Checked(_report(load_scenario(path)), True)
    except ScenarioError as error:
        return Checked(str(error).splitlines(), False)


def _check_catalogue(path: Path) -> str:
    check_part(read_extended(path, (scenario_folder(),)), Scenario)
    return f"{path.as_posix()}: ok as a catalogue; its references are checked with what extends it"


def _report(loaded: Loaded) -> list[str]:
    scenario = loaded.scenario
    parts = (
        f"{len(scenario.powers)} powers, {len(scenario.orders)} orders, {len(loaded.rules.options)} options"
    )
    warnings = [f"{problem} (warning)" for problem in loaded.warnings]
    return [*warnings, f"{loaded.path.as_posix()}: ok, {parts}"]
