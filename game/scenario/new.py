"""A new scenario file for an author to begin with: commented, sound, and playable at once."""

import json
from contextlib import suppress
from pathlib import Path
from string import Template
from typing import Final

from pydantic import TypeAdapter, ValidationError

from game.assets import asset, scenario_folder
from game.disk import refusal, write_atomically
from game.errors import CalibratedError
from game.home import own_scenarios
from game.scenario.migrate import CURRENT
from game.scenario.model import Id
from game.scenario.models import Scenario
from game.scenario.problems import shown
from game.scenario.schema import FILE_NAME, text
from game.scenario.shipped import find, load_scenario

_NAME: Final = TypeAdapter(Id)
_OF_THE_PAST: Final = """kind: hypothetical  # no longer what happened, so what was chosen then is taken out
historical: null
"""


class NotWritten(CalibratedError):
    """A new scenario could not be written; the message says why, and the way out."""


def written(
    name: str, folder: Path | None = None, parent: str | None = None, *, other_conflict: bool = False
) -> Path:
    """Write a new scenario into a folder, the user's own unless another is given, and return its file.

    It is built on ``parent``, a scenario by name or path, or on the catalogue; with ``other_conflict`` it brings two
    powers of its own, to be renamed, with all that belongs to them. Beside it lies the schema that editors read.
    Nothing that an author wrote is ever overwritten. Raises NotWritten, and ScenarioError for a ``parent`` that
    cannot be used.
    """
    _refuse_name(name)
    place = own_scenarios() if folder is None else folder
    file = place / f"{name}.yaml"
    content = _content(name, place, parent, other_conflict)
    try:
        place.mkdir(parents=True, exist_ok=True)
        if file.exists():
            raise NotWritten(f"{file.as_posix()} is there already; choose another name, or change that file")
        write_atomically(place / FILE_NAME, text())
        _write_new(file, content)
    except OSError as error:
        told = f"cannot be written: {refusal(error)}; say where with --path"
        raise NotWritten(f"{file.as_posix()} {told}") from None
    return file


def _refuse_name(name: str) -> None:
    try:
        _NAME.validate_python(name)
    except ValidationError:
        raise NotWritten(
            f"{shown(name)} cannot be the name of a scenario: up to 40 lower-case letters, digits and underscores, a "
            "letter first, as in border_crisis"
        ) from None
    if (scenario_folder() / f"{name}.yaml").exists():
        raise NotWritten(f"{name} is the name of a scenario that ships with the game; choose another")


def _write_new(file: Path, content: str) -> None:
    """Write a file that must not be there yet; a write that fails leaves none."""
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        try:
            opened.write(content)
            opened.flush()
        except OSError:
            with suppress(OSError):
                file.unlink()
            raise


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _content(name: str, place: Path, parent: str | None, other_conflict: bool) -> str:
    if parent is None:
        return _filled("conflict" if other_conflict else "scenario", id=name, title=_title(name))
    if other_conflict:
        raise NotWritten(
            "--from and --other-conflict exclude each other: one builds on a scenario, the other on none"
        )
    return _variant(name, place, parent)


def _filled(template: str, **words: str) -> str:
    found = Template(asset(f"templates/{template}.yaml").read_text("utf-8"))
    return found.substitute(words, version=str(CURRENT))


def _variant(name: str, place: Path, parent: str) -> str:
    path = find(parent)
    scenario = load_scenario(path).scenario
    power = next(iter(scenario.powers))
    return _filled(
        "variant",
        id=name,
        title=_title(name),
        parent=_reference(path, place),
        kind=_OF_THE_PAST if scenario.historical else "",
        turns=str(scenario.clock.turns),
        power=power,
        standing=f"{scenario.powers[power].opening.standing:g}",
        fronts=_fronts(scenario),
    )


def _fronts(scenario: Scenario) -> str:
    return "\n".join(f"  {name}: {{rung: {front.rung}}}" for name, front in scenario.fronts.items())


def _reference(path: Path, place: Path) -> str:
    """How a file in a folder names the one that it extends: by name, or as a path within the folder."""
    shipped = path.parent == scenario_folder() and not (place / path.name).exists()
    if shipped or path.parent == place:
        return path.stem
    try:
        return json.dumps(path.resolve().relative_to(place.resolve()).as_posix(), ensure_ascii=False)
    except ValueError:
        raise NotWritten(
            f"{path.as_posix()} is not in {place.as_posix()}: a file extends what lies in its own folder or ships with "
            "the game. Copy it there, or say --path with its folder"
        ) from None
