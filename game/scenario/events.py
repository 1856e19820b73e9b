"""The events of a YAML text, read safely.

Building PyYAML's own tree crashes the interpreter on deep nesting and hangs on aliases. So a text is read
event by event, and what is dangerous is refused while the events pass.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from game.scenario.misread import Misread, told
from game.scenario.problems import Position, Problem, ScenarioError, shown

DEPTH_LIMIT: Final = 40
EVENT_LIMIT: Final = 50_000
REFERENCE_LIMIT: Final = 20
"""How many anchors, aliases and tags are told; with more, a file is no mistake of a person who writes by hand."""

_QUOTES: Final = ('"', "'")
_STANDARD_TAG: Final = "tag:yaml.org,2002:"

# Some builds of PyYAML lack the C parser.
_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def safe_events(text: str, file: str) -> Iterator[Any]:
    """The content of a text: its scalars, and the starts and ends of its lists and mappings, properly nested.

    Raises ScenarioError at once for too much of anything and for text that is not YAML, and at the end for
    anchors, aliases and tags, all of them listed. Until then a null stands in for each alias.
    """
    guard, quoted = _Guard(file), None
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            guard.watch(event)
            quoted = event if getattr(event, "style", None) in _QUOTES else quoted
            if isinstance(event, yaml.AliasEvent):
                yield yaml.ScalarEvent(None, None, (True, False), "", event.start_mark, event.end_mark)
            elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                yield event
    except yaml.MarkedYAMLError as error:
        guard.refuse(*told(Misread(error, text, quoted)))
    if guard.problems:
        raise ScenarioError(guard.problems)


def place(file: str, mark: Any) -> Position:
    """A parser's mark as a position; without a mark, the file as a whole."""
    return Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)


@dataclass(slots=True)
class _Guard:
    """Watches the events of a file as they come. Too much of anything ends the reading at once."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    depth: int = 0
    count: int = 0
    documents: int = 0

    def watch(self, event: Any) -> None:
        """Count an event, and refuse what it holds."""
        self._count(event)
        self._refuse_references(event)

    def refuse(self, mark: Any, message: str) -> None:
        """Note a problem at a parser's mark."""
        self.problems.append(Problem(place(self.file, mark), (), message))

    def _stop(self, event: Any, message: str) -> None:
        self.refuse(event.start_mark, message)
        raise ScenarioError(self.problems)

    def _count(self, event: Any) -> None:
        self.count += 1
        self.documents += isinstance(event, yaml.DocumentStartEvent)
        self.depth += isinstance(event, yaml.CollectionStartEvent)
        self.depth -= isinstance(event, yaml.CollectionEndEvent)
        if self.count > EVENT_LIMIT:
            self._stop(event, f"has too many values; reading stops after {EVENT_LIMIT:,} events")
        if self.depth > DEPTH_LIMIT:
            self._stop(event, f"is nested more than {DEPTH_LIMIT} deep")
        if self.documents > 1:
            self._stop(event, "a second document starts here; a file holds one")

    def _refuse_references(self, event: Any) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                event.start_mark, f"the alias {shown(f'*{anchor}')} is not allowed; write the value out"
            )
        elif anchor is not None:
            self.refuse(event.start_mark, f"the anchor {shown(f'&{anchor}')} is not allowed; remove it")
        if tag is not None:
            written = f"!!{tag.removeprefix(_STANDARD_TAG)}" if tag.startswith(_STANDARD_TAG) else tag
            self.refuse(event.start_mark, f"the tag {shown(written)} is not allowed; remove it")
        if len(self.problems) > REFERENCE_LIMIT:
            self._stop(event, "reading stops here: too many anchors, aliases and tags")
