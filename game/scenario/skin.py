"""A skin: the same scenario under invented names, put over its source before it is checked and compiled.

Ids stay, so play is the same to the last die; what a player can read is renamed by one table of terms. What cannot be
renamed without telling of the real case (its sources, who said a figure, what happened) is left out. A scenario
that is fictional already is left as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from game.assets import scenario_folder
from game.scenario.extends import merged
from game.scenario.load import validated
from game.scenario.model import Id, Model, Text
from game.scenario.problems import Position, Problem, ScenarioError, did_you_mean, shown
from game.scenario.source import Node, Source, read_source

FOLDER: Final = "skins"
FICTIONAL: Final = "fictional"

_OF_AN_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
"""What may be an id, an icon or a setting is no text."""


class Skin(Model):
    """Invented names for everything that a player can read."""

    schema_version: Literal[1]
    id: Id
    name: Text
    terms: Annotated[dict[str, str], Field(min_length=1, description="What each word or phrase becomes.")]
    left_out: tuple[str, ...] = Field(default=(), description="Keys removed wherever they stand.")
    put_for: dict[str, str] = Field(
        default_factory=dict, description="Keys whose text, wherever they stand, is replaced as a whole."
    )
    withheld: Text = Field(description="Stands for a source that belongs to the real case.")
    over: dict[str, Any] = Field(default_factory=dict, description="Laid over every scenario, key by key.")
    scenarios: dict[Id, dict[str, Any]] = Field(
        default_factory=dict, description="Laid over one scenario, where renaming alone would read oddly."
    )


def skins() -> list[str]:
    """The names of the skins that ship, sorted."""
    return sorted(file.stem for file in (scenario_folder() / FOLDER).glob("*.yaml"))


def dressed(source: Source, skin: str) -> Source:
    """A scenario's source under a skin, every value still at its place in its file.

    Raises ScenarioError for a skin that is not there or is wrong.
    """
    file = _read(skin)
    if _text(source.root.child("kind")) == FICTIONAL:
        return source
    chosen = validated(file, Skin)
    renamed = Source(_Renamer(chosen).node(source.root), source.problems)
    result = _over(renamed, file.root.child("over"))
    return _over(result, file.node(("scenarios",)).child(_text(source.root.child("id"))))


def _read(skin: str) -> Source:
    known = skins()
    if skin not in known:
        message = (
            f"there is no skin {shown(skin)}{did_you_mean(skin, known)}; those known are: {', '.join(known)}"
        )
        raise ScenarioError([Problem(Position(FOLDER), (), message)])
    return read_source(FilePath(scenario_folder() / FOLDER / f"{skin}.yaml"))


def _over(source: Source, node: Node | None) -> Source:
    return source if node is None else merged(source, Source(node))


def _text(node: Node | None) -> str:
    return str(node.value) if node is not None else ""


@dataclass(frozen=True)
class _Renamer:
    skin: Skin

    def node(self, node: Node, key: str = "") -> Node:
        """A node and all below it under the invented names."""
        match node.value:
            case dict() as nodes if key == "sources":
                return self._with(node, {name: self._source(each) for name, each in nodes.items()})
            case dict() as nodes:
                kept = {name: each for name, each in nodes.items() if name not in self.skin.left_out}
                return self._with(node, {name: self.node(each, name) for name, each in kept.items()})
            case tuple() as nodes:
                return self._with(node, tuple(self.node(each) for each in nodes))
            case str() as text:
                return self._with(node, self.skin.put_for.get(key) or self.text(text))
        return node

    def _source(self, node: Node) -> Node:
        """A source of what holds anywhere stays; one of the case gives way."""
        told = str(node.plain())
        if self.text(told) == told or not isinstance(node.value, dict):
            return node
        withheld = self._with(node, self.skin.withheld)
        return self._with(node, {"ref": withheld})

    def text(self, text: str) -> str:
        """A text with every term replaced, the longest first."""
        if _OF_AN_ID.fullmatch(text):
            return text
        return self._pattern.sub(lambda found: self._terms[" ".join(found.group().split())], text)

    def _with(self, node: Node, value: Any) -> Node:
        return Node(value, node.position, node.key)

    @cached_property
    def _terms(self) -> Mapping[str, str]:
        return self.skin.terms

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Any of the terms as whole words, wherever a line may be broken."""
        longest = sorted(self._terms, key=len, reverse=True)
        phrases = (r"\s+".join(map(re.escape, term.split())) for term in longest)
        return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)")
