"""Files of earlier versions of the format, brought up to date step by step before anything is checked.

Every step is a pure function from tree to tree. Values keep the places where the author wrote them, so what is wrong
with an old file is still told with its own lines and columns. A file that does not say its version is read as of the
first: only there was nothing else that could be meant, and every step leaves alone what is up to date already.

1. The first version.
2. The act of a partner is at an ``actor``, as an order's strike is, and no longer at a ``target``, a word that means
   a target class everywhere else; ``hidden_end`` is true or false, no longer 1 or 0.
"""

from collections.abc import Callable, Mapping
from typing import Final

from game.scenario.problems import Path, Problem, ScenarioError
from game.scenario.source import Node, Source

CURRENT: Final = 2
"""The version that this game writes, and the newest that it reads."""

KEY: Final = "schema_version"

EACH: Final = "*"

Change = Callable[[Node], Node]


def migrated(source: Source) -> Source:
    """A file as one of the current version. Raises ScenarioError for one that is newer than this game.

    What is no version at all is left for the model to refuse.
    """
    said = source.root.child(KEY)
    version = 1 if said is None else said.value
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return source
    if said is not None and version > CURRENT:
        message = f"this file is of version {version}, and this game reads up to {CURRENT}; get a newer game"
        raise ScenarioError([Problem(said.position, (KEY,), message)])
    root = source.root
    for step in range(version + 1, CURRENT + 1):
        root = _STEPS[step](root)
    return Source(changed(root, (KEY,), lambda node: _valued(node, CURRENT)), source.problems)


def changed(node: Node, path: Path, change: Change) -> Node:
    """A tree with a change made at every place that a path means, in which ``*`` is each entry. Others stay."""
    if not path:
        return change(node)
    step, rest = path[0], path[1:]
    match node.value:
        case dict() as nodes:
            inner = {
                key: changed(each, rest, change) if step in (EACH, key) else each
                for key, each in nodes.items()
            }
            return Node(inner, node.position, node.key)
        case tuple() as entries if step == EACH:
            return Node(tuple(changed(each, rest, change) for each in entries), node.position, node.key)
    return node


def renamed(old: str, new: str) -> Change:
    """Gives a key of a mapping another name, in its place; a mapping that has the new one already stays as it is."""

    def change(node: Node) -> Node:
        nodes = node.value
        if not isinstance(nodes, dict) or old not in nodes or new in nodes:
            return node
        return Node(
            {new if key == old else key: each for key, each in nodes.items()}, node.position, node.key
        )

    return change


def _valued(node: Node, value: int | bool) -> Node:
    return Node(value, node.position, node.key)


def _truth_for_number(node: Node) -> Node:
    number = isinstance(node.value, int) and not isinstance(node.value, bool) and node.value in {0, 1}
    return _valued(node, bool(node.value)) if number else node


def _to_2(root: Node) -> Node:
    name_actor = renamed("target", "actor")
    root = changed(root, ("clock", "hidden_end"), _truth_for_number)
    for acts in ((EACH,), (EACH, EACH)):  # one act under a key, or a list of them
        root = changed(root, ("partners", EACH, *acts), name_actor)
    return root


_STEPS: Final[Mapping[int, Callable[[Node], Node]]] = {2: _to_2}
"""What brings a file to each version from the one before it."""
