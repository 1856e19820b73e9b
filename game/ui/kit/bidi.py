"""Cuts a line into runs of one direction and one script, in the order in which they stand on the line.

SDL_ttf shapes one direction and one script at a time and does not reorder, so that is done here, by the parts
of the Unicode bidirectional algorithm (UAX 9) that plain sentences need: strong letters, numbers, neutrals.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby

LATIN, HEBREW, ARABIC = "Latn", "Hebr", "Arab"

_FIRST_RIGHT_TO_LEFT = "\u0590"
_BASES = {"R": "R", "AL": "R", "L": "L", "EN": "N", "AN": "N"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one direction and one script (an ISO 15924 tag)."""

    text: str
    script: str
    rightward: bool


def reads_leftward(text: str) -> bool:
    """Whether the first letter with a direction belongs to a script that is read from right to left."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def is_plain(text: str) -> bool:
    """Whether the whole line reads from left to right, which needs none of this."""
    return all(letter < _FIRST_RIGHT_TO_LEFT or letter > "\u08ff" for letter in text) or text.isascii()


def runs(text: str) -> tuple[Run, ...]:
    """The runs of one line, from left to right as they are drawn."""
    if is_plain(text):
        return (Run(text, LATIN, True),)
    base = "R" if reads_leftward(text) else "L"
    directions = _directions(text, base)
    cut = [
        ("".join(letter for _, letter in group), direction)
        for direction, group in groupby(zip(directions, text, strict=True), key=lambda pair: pair[0])
    ]
    ordered = reversed(cut) if base == "R" else cut
    return tuple(run for part, direction in ordered for run in _by_script(part, direction == "L"))


def _by_script(part: str, rightward: bool) -> list[Run]:
    if rightward:
        return [Run(part, LATIN, True)]
    tags = _scripts(part)
    found = [
        Run("".join(letter for _, letter in group), tag, False)
        for tag, group in groupby(zip(tags, part, strict=True), key=lambda pair: pair[0])
    ]
    return found[::-1]


def _scripts(part: str) -> list[str]:
    """The script of each letter; spaces and signs take that of the letter before them."""
    current = next((_script(letter) for letter in part if _script(letter)), HEBREW)
    tags = []
    for letter in part:
        current = _script(letter) or current
        tags.append(current)
    return tags


def _script(letter: str) -> str:
    kind = unicodedata.bidirectional(letter)
    return {"AL": ARABIC, "R": HEBREW}.get(kind, "")


def _directions(text: str, base: str) -> list[str]:
    kinds = _numbers_joined(_kinds(text))
    resolved = _numbers_after_latin(kinds, base)
    return ["L" if kind == "N" else kind for kind in _neutrals_resolved(resolved, base)]


def _kinds(text: str) -> list[str]:
    kinds: list[str] = []
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        follows = kind == "NSM" and kinds
        kinds.append(kinds[-1] if follows else _BASES.get(kind, kind))
    return kinds


def _numbers_joined(kinds: list[str]) -> list[str]:
    """Signs beside digits (%, +, decimal points) become part of the number."""
    joined = list(kinds)
    for index, kind in enumerate(kinds):
        before = index > 0 and joined[index - 1] == "N"
        after = index + 1 < len(kinds) and kinds[index + 1] == "N"
        if (kind == "ET" and (before or after)) or (kind in ("ES", "CS") and before and after):
            joined[index] = "N"
    return joined


def _numbers_after_latin(kinds: list[str], base: str) -> list[str]:
    strong, resolved = base, []
    for kind in kinds:
        if kind in ("L", "R"):
            strong = kind
        resolved.append("L" if kind == "N" and strong == "L" else kind)
    return resolved


def _neutrals_resolved(kinds: list[str], base: str) -> list[str]:
    """Spaces and signs between two letters of one direction join them; others take the line's direction."""
    resolved: list[str] = []
    for neutral, group in groupby(enumerate(kinds), key=lambda pair: pair[1] not in ("L", "R", "N")):
        stretch = list(group)
        if not neutral:
            resolved += [kind for _, kind in stretch]
            continue
        first, last = stretch[0][0], stretch[-1][0]
        before, after = (_direction(kinds, at, base) for at in (first - 1, last + 1))
        resolved += [before if before == after else base] * len(stretch)
    return resolved


def _direction(kinds: list[str], at: int, base: str) -> str:
    """What stands beside spaces and signs: a number counts as read to the left, the end of the line as the line."""
    if not 0 <= at < len(kinds):
        return base
    return "R" if kinds[at] == "N" else kinds[at]
