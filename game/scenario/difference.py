"""What changed between two scenario files: every value that is new, gone or another, by its path."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from game.scenario.problems import Path, Position, shown, written
from game.scenario.source import Node, Source

Kind = Literal["changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs: what it was and is as plain data (None where there is none), and where it stands."""

    kind: Kind
    path: Path
    position: Position
    before: Any = None
    after: Any = None

    def __str__(self) -> str:
        if self.kind == "changed":
            return f"{written(self.path)}: {told(self.before)} → {told(self.after)}"
        return f"{written(self.path)}: {told(self.after if self.kind == 'added' else self.before)}"


def differences(before: Source, after: Source) -> list[Difference]:
    """All differences, in the order of the files; of what is new or gone as a whole, only the whole."""
    return list(_between(before.root, after.root, ()))


def _between(old: Node, new: Node, path: Path) -> Iterator[Difference]:
    before, after = _parts(old), _parts(new)
    if before is None or after is None:
        if old.plain() != new.plain():
            yield Difference("changed", path, new.position, old.plain(), new.plain())
        return
    for name, node in before.items():
        if name in after:
            yield from _between(node, after[name], (*path, name))
        else:
            yield Difference("removed", (*path, name), node.key or node.position, before=node.plain())
    for name, node in after.items():
        if name not in before:
            yield Difference("added", (*path, name), node.key or node.position, after=node.plain())


def _parts(node: Node) -> dict[str | int, Node] | None:
    """What a mapping or a list of mappings consists of; None for a value that is compared as a whole."""
    if isinstance(node.value, dict):
        return dict(node.value.items())
    if isinstance(node.value, tuple) and any(isinstance(each.value, dict) for each in node.value):
        return dict(enumerate(node.value))
    return None


def told(value: Any) -> str:
    """A value in a line: a long one shortened, a part of a scenario by its name and size."""
    match value:
        case {"name": str(name)}:
            return f"{shown(name)} ({_counted(value)})"
        case dict():
            return f"{{{_counted(value)}}}" if len(value) > 3 else shown(value)
        case list() if any(isinstance(each, dict) for each in value):
            return f"a list of {len(value)}"
        case _:
            return shown(value)


def _counted(value: dict[str, Any]) -> str:
    return f"{len(value)} key{'s' if len(value) != 1 else ''}"


def grouped(found: list[Difference]) -> dict[Kind, list[Difference]]:
    """Differences by kind, in the order in which they are told."""
    kinds: tuple[Kind, ...] = ("changed", "added", "removed")
    return {kind: [each for each in found if each.kind == kind] for kind in kinds}
