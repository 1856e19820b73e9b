"""A scenario as one zip to share: packed with all that it extends, and taken in only if every check passes.

The zip holds the author's own files, as they are, and ``manifest.json``: which is the scenario, the SHA-256 of each
file, and the version of the game that packed it. What ships with the game is not in it, for everybody has that.
"""

import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from pydantic import ValidationError

from game import __version__
from game.assets import scenario_folder
from game.disk import refusal, write_atomically
from game.scenario.extends import files_read
from game.scenario.files import SIZE_LIMIT, read_bytes
from game.scenario.model import Model
from game.scenario.placing import obstacles, place, staged
from game.scenario.problems import Position, Problem, ScenarioError, shown
from game.scenario.shipped import load_scenario
from game.scenario.zipped import MANIFEST, read_zip

_SAME_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every entry, so that the same scenario always packs to the same bytes."""


class Manifest(Model):
    """What a zip says about the files in it."""

    format: Literal["calibrated scenario"] = "calibrated scenario"
    version: Literal[1] = 1
    game: str
    scenario: str
    files: dict[str, str]


def pack(path: Path, to: Path, *, replace: bool = False) -> Path:
    """Write a sound scenario and all that it extends, save what ships, as a zip; the path of the zip.

    ``to`` is a file, or a folder for a file of the scenario's name. Raises ScenarioError, with all its defects, for a
    scenario that cannot be played, for one that ships, and for a zip that is there already unless ``replace``.
    """
    load_scenario(path)
    files = {name: read_bytes(file, SIZE_LIMIT, "a YAML file") for name, file in _own_files(path).items()}
    target = to / f"{path.stem}.zip" if to.is_dir() else to
    if os.path.lexists(target) and not replace:
        raise _refusal(target, "is there already; add --replace to write over it")
    hashes = {name: sha256(data).hexdigest() for name, data in files.items()}
    manifest = Manifest(game=__version__, scenario=path.name, files=hashes)
    _write(target, {**files, MANIFEST: f"{manifest.model_dump_json(indent=2)}\n".encode()})
    return target


def _own_files(path: Path) -> Mapping[str, Path]:
    """The files of a scenario that do not ship with the game, by their paths in its folder; the scenario first."""
    shipped = scenario_folder().resolve()
    own = [file for file in files_read(path, (shipped,)) if not file.resolve().is_relative_to(shipped)]
    if path not in own:
        raise _refusal(path, "ships with the game, so everybody has it; pack a scenario of your own")
    for file in own:
        if not file.name.isprintable():
            raise _refusal(
                file, "has letters in its name that not every system can write; give it another name"
            )
    _refuse(_hiding(path.as_posix(), [file.name for file in own if file.parent == path.parent]))
    return {file.relative_to(path.parent).as_posix(): file for file in own}


def _hiding(where: str, names: list[str]) -> Iterator[Problem]:
    """Files that would stand in front of those that ship, for all scenarios of a folder."""
    for name in names:
        if (scenario_folder() / name).exists():
            message = f"the game ships a file named {shown(name)}; give yours another name"
            yield Problem(Position(where), (), message)


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _SAME_DATE), data, zipfile.ZIP_DEFLATED)
    try:
        write_atomically(target, packed.getvalue())
    except OSError as error:
        raise _refusal(target, f"cannot be written: {refusal(error)}") from None


def unpack(file: Path, folder: Path, *, replace: bool = False) -> list[Path]:
    """Take a packed scenario into a folder; the paths of its files, the scenario first.

    All files are checked before any is put in its place, and all are put there or none. Raises ScenarioError with all
    defects of the zip, or of the scenario in it; and for files that are there already unless ``replace``.
    """
    files = dict(read_zip(file))
    manifest = _manifest(file, files.pop(MANIFEST, None))
    _refuse(_contradictions(file, manifest, files))
    names = [manifest.scenario, *(name for name in files if name != manifest.scenario)]
    _refuse(obstacles(names, folder, replace=replace))
    with staged(files, folder) as stage:
        _check(stage, manifest.scenario, file, names)
        # The scenario comes last, so that nobody lists it before what it is built on is there.
        placed = place(stage, names[::-1], folder)
    return placed[::-1]


def _manifest(file: Path, data: bytes | None) -> Manifest:
    if data is None:
        raise _refusal(file, f"holds no {MANIFEST}; make it by: python main.py scenario pack")
    try:
        return Manifest.model_validate_json(data)
    except ValidationError as error:
        known = _version(data)
        made = f" by version {known} of the game" if known else ""
        fault = error.errors(include_url=False)[0]
        where = ".".join(map(str, fault["loc"])) or "it"
        raise _refusal(
            file, f"its {MANIFEST}, written{made}, cannot be read: {where}: {fault['msg']}"
        ) from None


def _version(data: bytes) -> str:
    """The version of the game that a manifest names, as far as it can be read."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    version = said.get("game") if isinstance(said, dict) else None
    return version[:20] if isinstance(version, str) and version.isprintable() else ""


def _contradictions(file: Path, manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[Problem]:
    whole = Position(file.as_posix())
    if manifest.scenario not in files or "/" in manifest.scenario:
        message = f"its {MANIFEST} names {shown(manifest.scenario)} as the scenario, which is not at its top"
        yield Problem(whole, (), message)
    for name in sorted({*files} ^ {*manifest.files}):
        missing = "is in its manifest, but missing" if name in manifest.files else "is not in its manifest"
        yield Problem(whole, (), f"{shown(name)} {missing}")
    for name in sorted({*files} & {*manifest.files}):
        if sha256(files[name]).hexdigest() != manifest.files[name]:
            yield Problem(whole, (), f"{shown(name)} was changed after it was packed; ask for a new copy")
    yield from _hiding(file.as_posix(), [name for name in files if "/" not in name])


def _check(stage: Path, scenario: str, file: Path, names: list[str]) -> None:
    """Raise ScenarioError for what is wrong with a staged scenario, told as defects of files in the zip."""
    try:
        load_scenario(stage / scenario)
        used = {each.as_posix() for each in files_read(stage / scenario, (scenario_folder(),))}
    except ScenarioError as error:
        inside = [_inside(problem, stage, file) for problem in error.problems]
        raise ScenarioError(inside, error.omitted) from None
    idle = [name for name in names if (stage / name).as_posix() not in used]
    _refuse(
        Problem(Position(file.as_posix()), (), f"{shown(name)} is used by nothing in it") for name in idle
    )


def _inside(problem: Problem, stage: Path, file: Path) -> Problem:
    name = problem.position.file.removeprefix(f"{stage.as_posix()}/")
    moved = name != problem.position.file
    position = problem.position._replace(file=f"{file.as_posix()}/{name}" if moved else name)
    return Problem(position, problem.path, problem.message)


def _refuse(problems: Iterator[Problem]) -> None:
    found = list(problems)
    if found:
        raise ScenarioError(found)


def _refusal(path: Path, message: str) -> ScenarioError:
    return ScenarioError([Problem(Position(path.as_posix()), (), message)])
