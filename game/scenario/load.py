"""Reading a scenario: the file and what it extends, the model, the checks of meaning.

Every defect is told with its place, and all of them at once.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path as FilePath
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.scenario.expectations import discriminator, messages, resolved, wrong_variant
from game.scenario.extends import read_extended
from game.scenario.meant import split_number
from game.scenario.problems import SHOWN, Path, Position, Problem, ScenarioError, did_you_mean, written
from game.scenario.source import Source

Model = TypeVar("Model", bound=BaseModel)

Check = Callable[[Model], Iterable[tuple[Path, str]]]
"""Looks at a whole, valid model for what no single field shows, such as a front that does not exist.

Yields the path of each value that is wrong, and a message. A path that ends in ``KEY_MARK`` means the key itself."""

KEY_MARK: Final = "[key]"
"""The end of a path that means a key, as pydantic writes it, not the value under it."""


def read(
    path: FilePath,
    model: type[Model],
    checks: Sequence[Check[Model]] = (),
    catalogues: Sequence[FilePath] = (),
) -> Model:
    """Read a YAML file and whatever it extends as a model.

    ``catalogues`` are folders where a bare name in ``extends:`` is sought after the file's own folder. Raises
    ScenarioError with all problems that could be found; a file that cannot be parsed hides those behind it.
    """
    return validated(read_extended(path, catalogues), model, checks)


def validated(source: Source, model: type[Model], checks: Sequence[Check[Model]] = ()) -> Model:
    """A source as a model, by pydantic's JSON mode: lists become tuples, text becomes dates and enumerations.

    Raises ScenarioError with the problems of the source, of each value, and, once all values are right, those
    that the checks find.
    """
    try:
        result = model.model_validate_json(json.dumps(source.tree), strict=True)
    except ValidationError as error:
        raise _invalid(source, model, error.errors(include_url=False)) from None
    problems = [*source.problems, *(each for check in checks for each in located(source, check(result)))]
    if problems:
        raise ScenarioError(problems)
    return result


def check_part(source: Source, model: type[BaseModel]) -> None:
    """Raise ScenarioError for what is wrong in a file that others build on, and that may leave keys to them."""
    errors: list[ErrorDetails] = []
    try:
        model.model_validate_json(json.dumps(source.tree), strict=True)
    except ValidationError as error:
        errors = [each for each in error.errors(include_url=False) if each["type"] != "missing"]
    if errors or source.problems:
        raise _invalid(source, model, errors)


def located(source: Source, defects: Iterable[tuple[Path, str]]) -> Iterator[Problem]:
    """What a check found, with its places in the files."""
    for path, message in defects:
        yield Problem(_place(source, path), _value_path(path), message)


def _invalid(source: Source, model: type[BaseModel], errors: Sequence[ErrorDetails]) -> ScenarioError:
    told = {problem.position for problem in source.problems}
    errors = _without_echoes(errors)
    found = [problem for each in errors[:SHOWN] for problem in _problems(source, model, each)]
    new = [
        problem
        for problem in (*_missing(source, model, errors[:SHOWN]), *found)
        if problem.position not in told
    ]
    return ScenarioError([*source.problems, *new], omitted=len(errors[SHOWN:]))


def _without_echoes(errors: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that say that a list is too short only because its entries are wrong."""
    parents = {error["loc"][:length] for error in errors for length in range(len(error["loc"]))}
    return [error for error in errors if error["type"] != "too_short" or error["loc"] not in parents]


def _problems(source: Source, model: type[BaseModel], error: ErrorDetails) -> Iterator[Problem]:
    path, _ = resolved(model, error["loc"])
    match error["type"]:
        case "missing":
            return  # told together by _missing
        case "union_tag_not_found":
            yield _lacking(source, path, discriminator(error))
        case "model_type" if error["input"] is None and (near := _near_name(source, model, error["loc"])):
            message = f"expected a mapping of keys, found null; nothing of this name is inherited{near}"
            yield Problem(source.position(path), path, message)
        case "union_tag_invalid":
            place = path + discriminator(error)
            yield Problem(source.position(place), place, wrong_variant(error))
        case "extra_forbidden":
            yield _unknown(source, model, error)
        case _:
            for message in messages(error):
                yield Problem(_place(source, path), _value_path(path), message)


def _missing(source: Source, model: type[BaseModel], errors: Iterable[ErrorDetails]) -> Iterator[Problem]:
    """A problem for each place that lacks something, whatever it lacks."""
    told = {problem.path for problem in source.problems}  # a value that cannot be read is not missing
    lacking: dict[Path, list[str | int]] = {}
    near: dict[Path, str] = {}
    for error in errors:
        if error["type"] == "missing":
            *steps, name = path = resolved(model, error["loc"])[0]
            around = tuple(steps)
            if path in told:
                continue
            lacking.setdefault(around, []).append(name)
            near[around] = _near_name(source, model, error["loc"][:-1])
    for around, names in lacking.items():
        yield _lacking(source, around, names, near[around] if len(names) > 1 else "")


def _lacking(source: Source, around: Path, names: Sequence[str | int], near: str = "") -> Problem:
    one, many = ("entry", "entries") if isinstance(names[0], int) else ("key", "keys")
    *others, last = (repr(name) for name in names)
    told = f"{many} {', '.join(others)} and {last} are" if others else f"{one} {last} is"
    place = source.key_position(around)
    if around and place.file != source.root.position.file:
        near = f"; say {'them' if others else 'it'} in your own file, or take {written(around)} out with null"
    return Problem(place, around, f"the {told} missing{near}")


def _near_name(source: Source, model: type[BaseModel], location: Sequence[str | int]) -> str:
    """The end of a message about an entry that may be meant to change another, of the name that it offers."""
    (*around, name), _ = resolved(model, location) if location else (("",), ())
    _, fields = resolved(model, location[:-1])
    siblings = source.node(tuple(around)).value
    if fields or not isinstance(siblings, dict):
        return ""
    return did_you_mean(name, [each for each in siblings if each != name])


def _unknown(source: Source, model: type[BaseModel], error: ErrorDetails) -> Problem:
    path, _ = resolved(model, error["loc"])
    _, known = resolved(model, error["loc"][:-1])
    hint = did_you_mean(path[-1], sorted(known)) or split_number(path[-1])
    message = f"the key is not known here{hint}"
    return Problem(source.key_position(path), path, message)


def _place(source: Source, path: Path) -> Position:
    if path and path[-1] == KEY_MARK:
        return source.key_position(path[:-1])
    return source.position(path)


def _value_path(path: Path) -> Path:
    return path[:-1] if path and path[-1] == KEY_MARK else path
