"""A YAML file as a tree of nodes that know where they were written.

What is dangerous has ended the reading before it comes here. What is merely wrong (a key given twice, a
number that is none) is noted, so that all defects can be told at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from game.scenario.events import place, safe_events
from game.scenario.files import read_text
from game.scenario.problems import Path, Position, Problem, ScenarioError, shown
from game.scenario.scalars import Scalar, scalar, unprintable


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the place where it starts; ``key`` is the place of the key that names it, if one does."""

    value: "Scalar | tuple[Node, ...] | dict[str, Node]"
    position: Position
    key: Position | None = None
    blank: bool = False
    """Whether nothing was written there, which YAML reads as null."""

    def child(self, part: str | int) -> "Node | None":
        """The node under a key or at an index, or None where there is none."""
        if isinstance(self.value, dict) and isinstance(part, str):
            return self.value.get(part)
        if isinstance(self.value, tuple) and isinstance(part, int):
            return self.value[part] if 0 <= part < len(self.value) else None
        return None

    def without(self, key: str) -> "Node":
        """The same node, less one key if it is a mapping that has it."""
        if not isinstance(self.value, dict):
            return self
        nodes = {name: node for name, node in self.value.items() if name != key}
        return Node(nodes, self.position, self.key)

    def plain(self) -> Any:
        """The value as plain dicts, lists and scalars."""
        match self.value:
            case dict() as nodes:
                return {key: node.plain() for key, node in nodes.items()}
            case tuple() as nodes:
                return [node.plain() for node in nodes]
            case value:
                return value


@dataclass(frozen=True, slots=True)
class Source:
    """What a file (and those that it extends) says, where it says it, and what is wrong with the writing."""

    root: Node
    problems: tuple[Problem, ...] = ()

    @property
    def tree(self) -> Any:
        """The whole content as plain dicts, lists and scalars."""
        return self.root.plain()

    def node(self, path: Path) -> Node:
        """The node at a path, or the last one on the way to it that the file has."""
        node = self.root
        for part in path:
            child = node.child(part)
            if child is None:
                return node
            node = child
        return node

    def position(self, path: Path) -> Position:
        """Where the value at a path starts, or the nearest value around it."""
        return self.node(path).position

    def key_position(self, path: Path) -> Position:
        """Where the key of a path stands, or its value where it has no key of its own, as in a list."""
        node = self.node(path)
        return node.key or node.position


def read_source(path: FilePath) -> Source:
    """Read one file, without what it extends. Raises ScenarioError when it is not a mapping in safe YAML."""
    return parse(read_text(path), path.as_posix())


def parse(text: str, file: str) -> Source:
    """Build the tree of a text; ``file`` is the name that positions carry.

    Raises ScenarioError for text that is not YAML, is not one mapping, is too deep or too long, or has
    anchors, aliases or tags. Keys given twice and numbers that are none are listed in ``problems``.
    """
    builder = _Builder(file, safe_events(text, file))
    root = builder.root()
    if not isinstance(root.value, dict):
        message = f"expected a mapping of keys, found {shown(root.plain())}"
        raise ScenarioError([Problem(root.position, (), message), *builder.problems])
    return Source(root, tuple(builder.problems))


@dataclass(slots=True)
class _Builder:
    """Turns events into nodes by recursive descent, which the guard has made shallow."""

    file: str
    events: Iterator[Any]
    problems: list[Problem] = field(default_factory=list)

    def root(self) -> Node:
        """The node that all others are in. Reads on to the end of the events."""
        event = next(self.events, None)
        if event is None:
            raise ScenarioError([Problem(Position(self.file), (), "is empty, expected a mapping of keys")])
        node = self._node(event, (), None)
        for _ in self.events:  # what is refused after the last value, or in all of the file, is told here
            pass
        return node

    def _node(self, event: Any, path: Path, key: Position | None) -> Node:
        position = place(self.file, event.start_mark)
        match event:
            case yaml.MappingStartEvent():
                return Node(self._mapping(path), position, key)
            case yaml.SequenceStartEvent():
                return Node(self._sequence(path), position, key)
            case _:
                blank = event.implicit[0] and not event.value
                return Node(self._scalar(event, path, position), position, key, blank)

    def _mapping(self, path: Path) -> dict[str, Node]:
        nodes: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            position = place(self.file, event.start_mark)
            name = self._key(event, path)
            node = self._node(next(self.events), (*path, name), position)
            first = nodes.setdefault(name, node)
            if first is not node:
                self._note(position, (*path, name), f"the key is given twice, first in line {_line(first)}")
        return nodes

    def _key(self, event: Any, path: Path) -> str:
        position = place(self.file, event.start_mark)
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, path, None)
            self._note(position, path, "a key must be plain text, found a list or mapping")
            return ""
        if not event.value:
            self._note(position, path, "a key is empty; write its name before the colon")
        if event.value == "<<":
            self._note(position, path, "the merge key << is not allowed; write the keys out, or use extends")
        return self._text(event, path, position)

    def _sequence(self, path: Path) -> tuple[Node, ...]:
        nodes: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            nodes.append(self._node(event, (*path, len(nodes)), None))
        return tuple(nodes)

    def _scalar(self, event: Any, path: Path, position: Position) -> Scalar:
        unquoted = event.implicit[0]
        if not unquoted:
            return self._text(event, path, position)
        try:
            return scalar(event.value)
        except ValueError as error:
            self._note(position, path, str(error))
            return None

    def _text(self, event: Any, path: Path, position: Position) -> str:
        text: str = event.value
        index = unprintable(text)
        if index is None:
            return text
        self._note(position, path, f"the text holds the control character {text[index]!r}; remove it")
        return ""

    def _note(self, position: Position, path: Path, message: str) -> None:
        self.problems.append(Problem(position, path, message))


def _line(node: Node) -> int:
    return (node.key or node.position).line
