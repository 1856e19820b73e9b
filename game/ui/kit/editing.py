"""Editing a piece of text: a caret, a selection and what each key does to them. Knows no screen."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Caret:
    """Where typing goes: before letter ``at``; letters between ``anchor`` and ``at`` are selected."""

    at: int = 0
    anchor: int = 0
    composing: str = ""
    """Letters that an input method has not settled yet, shown at the caret but not part of the text."""

    @property
    def selection(self) -> tuple[int, int]:
        """First selected letter and the one after the last; equal when nothing is selected."""
        return min(self.at, self.anchor), max(self.at, self.anchor)

    def within(self, text: str) -> Caret:
        """The caret moved into ``text``, where the text was changed from outside."""
        return replace(self, at=_clamp(self.at, text), anchor=_clamp(self.anchor, text))


def _clamp(at: int, text: str) -> int:
    return max(0, min(at, len(text)))


def insert(text: str, caret: Caret, typed: str, limit: int) -> tuple[str, Caret]:
    """Replaces the selection by ``typed``, cut so that the text keeps to ``limit`` letters."""
    first, last = caret.selection
    room = max(0, limit - (len(text) - (last - first)))
    fitting = typed[:room]
    at = first + len(fitting)
    return text[:first] + fitting + text[last:], Caret(at, at)


def delete(text: str, caret: Caret, *, forward: bool, word: bool = False) -> tuple[str, Caret]:
    """Removes the selection, or else the letter or word before (``forward``: after) the caret."""
    first, last = caret.selection
    if first == last:
        other = _step(text, caret.at, 1 if forward else -1, word)
        first, last = min(caret.at, other), max(caret.at, other)
    return text[:first] + text[last:], Caret(first, first)


def move(text: str, caret: Caret, by: int, *, word: bool = False, select: bool = False) -> Caret:
    """The caret a letter or word to the left (-1) or right (1); without ``select`` the selection ends."""
    first, last = caret.selection
    if first != last and not select:
        return place(text, caret, first if by < 0 else last)
    return place(text, caret, _step(text, caret.at, by, word), select=select)


def place(text: str, caret: Caret, at: int, *, select: bool = False) -> Caret:
    """The caret put before letter ``at``."""
    at = _clamp(at, text)
    return Caret(at, caret.anchor if select else at)


def _step(text: str, at: int, by: int, word: bool) -> int:
    if not word:
        return _clamp(at + by, text)
    if by < 0:
        return len(text[:at].rstrip()) - len(_last_word(text[:at].rstrip()))
    rest = text[at:]
    gap = len(rest) - len(rest.lstrip())
    return at + gap + len((rest.split() or [""])[0])


def _last_word(text: str) -> str:
    return (text.split() or [""])[-1]
