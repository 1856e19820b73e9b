"""Finding the values of a scenario that a pattern such as ``orders.*.by.*`` means, with their paths."""

from collections.abc import Iterator
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from game.scenario.load import KEY_MARK
from game.scenario.problems import Path

Defect = tuple[Path, str]
"""Where something is wrong, and a message that says what and how to mend it."""

Part = TypeVar("Part", bound=BaseModel)

EACH: Final = "*"
KEYS: Final = "@"

ACTS: Final = tuple(
    f"partners.*.{act}" for act in ("asked", "unasked", "smaller", "larger", "otherwise.*", "in_return.*")
)
"""Every act of a partner, as patterns of ``found``."""


def found(value: Any, pattern: str, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that a pattern means, with its path.

    Steps are names of fields; ``*`` stands for each entry of a list, mapping or model, and ``@`` at the end for each
    key of a mapping. What is null, or has no such field (as one kind of effect among others), is passed over.
    """
    yield from _found(value, tuple(pattern.split(".")), path)


def _found(value: Any, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Any]]:
    if not steps:
        yield path, value
    elif steps[0] == KEYS:
        yield from (((*path, key, KEY_MARK), key) for key in (value if isinstance(value, dict) else ()))
    else:
        for part, inner in _entries(value):
            if steps[0] in (EACH, part) and inner is not None:
                yield from _found(inner, steps[1:], (*path, part))


def _entries(value: Any) -> Iterator[tuple[str | int, Any]]:
    match value:
        case BaseModel():
            yield from ((name, getattr(value, name)) for name in type(value).model_fields)
        case dict():
            yield from value.items()
        case tuple():
            yield from enumerate(value)


def parts(value: Any, kind: type[Part], path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Every part of a scenario that is of some model, at any depth, with its path; outer parts come first."""
    if isinstance(value, kind):
        yield path, value
    for name, inner in _entries(value):
        yield from parts(inner, kind, (*path, name))


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a value, at any depth, with its path."""
    if isinstance(value, str):
        yield path, value
    for name, inner in _entries(value):
        yield from texts(inner, (*path, name))
