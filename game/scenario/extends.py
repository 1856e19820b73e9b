"""``extends:``, by which a scenario builds on another file, usually the catalogue, and changes it key by key.

Mappings are merged, anything else is replaced, and a key set to null removes what was inherited: a section only where
null is written, for a key with nothing below it is more often a slip. Every value
keeps the place where it was written, so an inherited defect is shown in the file that has it.
"""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from pathlib import PureWindowsPath
from typing import Final

from game.disk import refusal
from game.scenario.files import near_names, yaml_names
from game.scenario.migrate import migrated
from game.scenario.problems import Path, Problem, ScenarioError, did_you_mean, shown
from game.scenario.source import Node, Source, read_source

KEY: Final = "extends"

DEPTH_LIMIT: Final = 4
"""How many files may be built upon, one on the other."""

_LOOP: Final = "{name} is a link that leads back to itself"

_BLANK: Final = (
    "nothing stands below it, and that would take away all that it inherits; leave the key out to keep it, or write "
    "null to take it away"
)


def read_extended(path: FilePath, catalogues: Sequence[FilePath] = ()) -> Source:
    """Read a file and all that it extends as one source.

    ``extends:`` names a file relative to the folder of the file that says it, or, by a bare name such as
    ``catalogue``, a YAML file there or in one of the folders ``catalogues``. Raises ScenarioError for files
    that cannot be read, for circles, chains longer than ``DEPTH_LIMIT`` and paths that leave their folder.
    """
    return _Reader(tuple(catalogues)).read(path, ())


def files_read(path: FilePath, catalogues: Sequence[FilePath] = ()) -> tuple[FilePath, ...]:
    """A file and those that it is built on, each after the one that extends it; raises like ``read_extended``."""
    reader = _Reader(tuple(catalogues))
    files: tuple[FilePath, ...] = (path,)
    while (link := read_source(files[-1]).root.child(KEY)) is not None:
        files = (*files, reader.target(link, files))
    return files


def merged(base: Source, over: Source) -> Source:
    """The base with the changes of ``over``; problems of both."""
    slips: list[Problem] = []
    root = _merged(base.root, over.root, (), slips)
    return Source(root, (*base.problems, *over.problems, *slips))


def _merged(base: Node, over: Node, path: Path, slips: list[Problem]) -> Node:
    if not (isinstance(base.value, dict) and isinstance(over.value, dict)):
        return over
    nodes = dict(base.value)
    for name, node in over.value.items():
        inherited = nodes.get(name)
        if inherited is None:
            nodes[name] = node
        elif node.blank and isinstance(inherited.value, dict | tuple):
            slips.append(Problem(node.key or node.position, (*path, name), _BLANK))
        elif node.value is None:
            del nodes[name]
        else:
            nodes[name] = _merged(inherited, node, (*path, name), slips)
    return Node(nodes, over.position, over.key)


@dataclass(frozen=True, slots=True)
class _Reader:
    catalogues: tuple[FilePath, ...]

    def read(self, path: FilePath, chain: tuple[FilePath, ...]) -> Source:
        source = migrated(read_source(path))
        link = source.root.child(KEY)
        own = Source(source.root.without(KEY), source.problems)
        if link is None:
            return own
        chain = (*chain, path)
        return merged(self.read(self.target(link, chain), chain), own)

    def target(self, link: Node, chain: tuple[FilePath, ...]) -> FilePath:
        """The file that the last one of a chain extends by a link."""
        name = self._name(link)
        target = self._found(link, name, chain[-1].parent)
        names = " → ".join(file.name for file in (*chain, target))
        if target.resolve() in {file.resolve() for file in chain}:
            raise _refusal(link, f"the files extend each other in a circle: {names}")
        if len(chain) > DEPTH_LIMIT:
            raise _refusal(link, f"more than {DEPTH_LIMIT} files are built on each other: {names}")
        return target

    def _name(self, link: Node) -> str:
        name = link.value
        if not isinstance(name, str) or not name.strip():
            raise _refusal(link, f"expected the name of a file, found {shown(link.plain())}")
        windows = PureWindowsPath(name)  # knows drives and both separators: all systems refuse the same
        if windows.anchor or ".." in windows.parts or "\\" in name:
            raise _refusal(link, f"{shown(name)} is not a path within the folder of this file")
        return name

    def _found(self, link: Node, name: str, folder: FilePath) -> FilePath:
        bare = not FilePath(name).suffix
        file = f"{name}.yaml" if bare else name
        places = [folder, *(self.catalogues if bare else ())]
        for place in places:
            if _exists(place / file, link):
                return _inside(place / file, place, link)
        near = did_you_mean(file, [each for place in places for each in yaml_names((place / file).parent)])
        raise _refusal(link, f"there is no file {shown(file)}{near or near_names(folder / file)}")


def _exists(file: FilePath, link: Node) -> bool:
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _refusal(link, f"{shown(file.name)} cannot be read: {refusal(error)}") from None
    return True


def _inside(file: FilePath, folder: FilePath, link: Node) -> FilePath:
    try:
        inside = file.resolve(strict=True).is_relative_to(folder.resolve())
    except RuntimeError:  # a loop of links: so Python 3.11 and 3.12 report it
        raise _refusal(link, _LOOP.format(name=shown(file.name))) from None
    except OSError as error:
        if error.errno == errno.ELOOP:  # and so Python 3.13 does
            raise _refusal(link, _LOOP.format(name=shown(file.name))) from None
        raise _refusal(link, f"{shown(file.name)} cannot be read: {refusal(error)}") from None
    if not inside:
        raise _refusal(link, f"{shown(file.name)} is a link that leaves its folder; put a copy there")
    return file


def _refusal(link: Node, message: str) -> ScenarioError:
    return ScenarioError([Problem(link.position, (KEY,), message)])
