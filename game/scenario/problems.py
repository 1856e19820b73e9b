"""What is wrong with a file, and where: a line for each defect, all of them at once."""

import difflib
import re
import reprlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final, NamedTuple

from game.errors import CalibratedError

Path = tuple[str | int, ...]
"""Where a value stands: keys and list indices from the top, as in ``("powers", "iran", "slots", 0)``."""

SHOWN: Final = 100
"""How many problems are kept for the reader; the rest are only counted."""

SUGGESTED_LENGTH: Final = 60
"""A longer word is no misspelling, and comparing it would take long."""

COMPARED: Final = 300
"""With how many known words a word is compared at most."""

_PLAIN_KEY: Final = re.compile(r"[\w-]{1,60}")
_SHORT: Final = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_SHORT.maxlevel = 2


class Position(NamedTuple):
    """A place in a file. Lines and columns count from 1; line 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        file = self.file if self.file.isprintable() else repr(self.file)  # a name may hold a line break
        return f"{file}:{self.line}:{self.column}" if self.line else file


@dataclass(frozen=True, slots=True)
class Problem:
    """One defect: its place, the path of the value (empty for the whole file), and what would mend it."""

    position: Position
    path: Path
    message: str

    def __str__(self) -> str:
        parts = [str(self.position), written(self.path), self.message]
        return ": ".join(part for part in parts if part)


class ScenarioError(CalibratedError):
    """A file that cannot be used. Its text lists every problem, a line each, in the order of the files.

    ``problems`` holds the first ``SHOWN`` of them, ``omitted`` counts the others.
    """

    def __init__(self, problems: Iterable[Problem], omitted: int = 0) -> None:
        found = sorted(dict.fromkeys(problems), key=lambda problem: (problem.position, problem.message))
        self.problems = tuple(found[:SHOWN])
        self.omitted = omitted + len(found) - len(self.problems)
        super().__init__(self.problems, self.omitted)

    def __str__(self) -> str:
        rest = [f"… and {self.omitted} more"] if self.omitted else []
        return "\n".join(chain(map(str, self.problems), rest))


def written(path: Path) -> str:
    """The path as an author reads it: ``powers.iran.slots[0]``."""
    return "".join(_step(part) for part in path).removeprefix(".")


def _step(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part}]"
    return f".{part}" if _PLAIN_KEY.fullmatch(part) else f".{shown(part)}"


def shown(value: object) -> str:
    """A value as a message shows it: as in the file for true, false and null, else its shortened repr."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case _:
            return _SHORT.repr(value)


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """The end of a message that offers the nearest known word, or nothing when none is near."""
    if not isinstance(word, str) or len(word) > SUGGESTED_LENGTH:
        return ""
    near = difflib.get_close_matches(word, list(islice(known, COMPARED)), n=1)
    return f"; did you mean {shown(near[0])}?" if near else ""
