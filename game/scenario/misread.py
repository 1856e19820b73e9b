"""A text that is not YAML, told to somebody who has never heard of a parser: the line to mend, and how.

The parser says where it gave up, which is often a line below the mistake, in words about its own grammar.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import yaml

from game.scenario.problems import shown

_COLONS: Final = {
    ":": "put a space after the colon",
    "\uff1a": "the colon is of another kind; write : and a space",
}

_KEY: Final = re.compile(r" *[\w\"'-]+")
_HAS_KEY: Final = re.compile(r":(\s|$)")


@dataclass(frozen=True, slots=True)
class Misread:
    """Where the parser gave up (``mark``), where what it was reading began, and the last quoted text before that."""

    error: yaml.MarkedYAMLError
    text: str
    quoted: Any | None

    @property
    def mark(self) -> Any:
        """The parser's mark, or that of the whole where it gives none."""
        return self.error.problem_mark or self.error.context_mark

    @property
    def begun(self) -> Any:
        """The mark of what was being read when the parser gave up."""
        return self.error.context_mark or self.mark

    def line(self, number: int) -> str:
        """A line by its number from 0; nothing beyond the end."""
        lines = self.text.splitlines()
        return lines[number] if number < len(lines) else ""

    def row_above(self, number: int) -> int:
        """The number of the nearest line above one that says something; the first where none does."""
        rows = range(number - 1, 0, -1)
        return next((row for row in rows if self.line(row).strip() and self.line(row).strip()[0] != "#"), 0)


def told(misread: Misread) -> tuple[Any, str]:
    """The mark of the place to mend, and what is wrong there."""
    problem = misread.error.problem or ""
    tell = next((tell for start, tell in _TELLERS.items() if problem.startswith(start)), _as_parsed)
    mark, message = tell(misread)
    return mark, f"is not YAML: {message}"


def _colon_in_text(misread: Misread) -> tuple[Any, str]:
    """A text with a colon, or a sound key below a line that is none, or one that stands too far in."""
    mark = misread.mark
    if not _KEY.fullmatch(misread.line(mark.line)[: mark.column]):
        return mark, "a second colon in a line; put a text that has one in double quotes"
    row = misread.row_above(mark.line)
    if _HAS_KEY.search(misread.line(row)):
        return mark, _beside_the_line_above(misread)
    column = len(misread.line(row)) - len(misread.line(row).lstrip())
    return yaml.Mark("", 0, row, column, None, 0), _no_key(misread.line(row).strip())


def _without_colon(misread: Misread) -> tuple[Any, str]:
    """A line that is no key; the parser complains at the end of the next one."""
    return misread.begun, _no_key(misread.line(misread.begun.line).strip())


def _no_key(line: str) -> str:
    for colon, mend in _COLONS.items():
        if colon in line:
            return f"no key ends in this line; {mend}, as in turns: 5"
    if line.startswith(("–", "—")):
        return "the dash is of another kind; write - and a space"
    return (
        "no key ends in this line; put a colon and a space after its key, as in turns: 5, "
        "or indent it if it goes on with the text above"
    )


def _out_of_place(misread: Misread) -> tuple[Any, str]:
    """A key that stands too far in or out, or text behind a closing quote."""
    mark = misread.mark
    if misread.line(mark.line)[: mark.column].strip():
        return mark, _behind_a_quote(misread)
    if misread.line(mark.line)[mark.column :].startswith(":"):
        return mark, "a key is empty; write its name before the colon"
    return mark, _beside_the_line_above(misread)


def _beside_the_line_above(misread: Misread) -> str:
    row = misread.mark.line
    here, above = (_spaces(misread.line(each)) for each in (row, misread.row_above(row)))
    return (
        f"the line begins with {here}, and the one above it with {above}; "
        "keys that belong together begin below each other"
    )


def _spaces(line: str) -> str:
    count = len(line) - len(line.lstrip(" "))
    return "one space" if count == 1 else f"{count or 'no'} spaces"


def _behind_a_quote(misread: Misread) -> str:
    if misread.quoted is None:
        return "a comma or a new line is missing before this place"
    start, quote = misread.quoted.start_mark, misread.quoted.style
    within = '\\"' if quote == '"' else "''"
    return (
        f"the text that opens with {quote} in line {start.line + 1}, column {start.column + 1}, "
        f"closes before this place; write a {quote} within it as {within}, and close it once"
    )


def _unclosed_bracket(misread: Misread) -> tuple[Any, str]:
    """A list or mapping in brackets that has no end, or lacks a comma."""
    opening, closing = ("[", "]") if (misread.error.problem or "").endswith("']'") else ("{", "}")
    if misread.begun.line == misread.mark.line:
        return misread.mark, f"a comma or {closing} is missing before this place"
    return misread.begun, (
        f"this {opening} is not closed with {closing}, or a comma is missing; "
        f"reading ended in line {misread.mark.line + 1}"
    )


def _entry_without_dash(misread: Misread) -> tuple[Any, str]:
    begun = misread.begun.line + 1
    return misread.mark, (
        f"from line {begun} on every entry begins with a dash, and this line does not; "
        "leave the dashes out, or begin it with one"
    )


def _starts_wrongly(misread: Misread) -> tuple[Any, str]:
    mark = misread.mark
    line = misread.line(mark.line)
    if line.startswith("```"):
        return mark, "leave out the lines of ```; the file holds nothing but the scenario"
    found = shown(line[mark.column : mark.column + 1])
    return mark, f"a text cannot start with {found}; put all of it in double quotes"


def _sign_for_text(misread: Misread) -> tuple[Any, str]:
    return misread.mark, "a text cannot start with a sign such as - ? * or &; put all of it in double quotes"


def _as_parsed(misread: Misread) -> tuple[Any, str]:
    """The parser's own words, and what usually mends that."""
    error = misread.error
    context = error.context or ""
    if context and error.context_mark:
        context += f" that starts in line {error.context_mark.line + 1}"
    words = ", ".join(part for part in (context, error.problem) if part)
    hints = [hint for start, hint in _HINTS.items() if (error.problem or "").startswith(start)]
    return misread.mark, f"{words}{''.join(hints)}"


_TELLERS: Final[dict[str, Callable[[Misread], tuple[Any, str]]]] = {
    "could not find expected ':'": _without_colon,
    "did not find expected key": _out_of_place,
    "did not find expected ',' or": _unclosed_bracket,
    "did not find expected '-' indicator": _entry_without_dash,
    "found character that cannot start any token": _starts_wrongly,
    "did not find expected alphabetic or numeric character": _sign_for_text,
    "mapping values are not allowed": _colon_in_text,
    "mapping keys are not allowed": _sign_for_text,
    "block sequence entries are not allowed": _sign_for_text,
}
_HINTS: Final = {
    "found unknown escape character": "; write it in single quotes, or each backslash twice",
    "found unexpected end of stream": "; the quote is not closed",
    "did not find expected <document start>": "; a line of ... ends a file, so nothing may follow it",
}
