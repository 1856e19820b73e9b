"""Measures, wraps, shortens and draws text, and remembers the results.

A letter that a face lacks is drawn as a box, never left out, and ``Typesetter.missing`` names it, so that
a test can find it before a player does. Symbols are drawn as signs: no face here has every tick and arrow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pygame

from game.ui.faces import opened
from game.ui.kit.bidi import ARABIC, HEBREW, LATIN, Run, is_plain, runs
from game.ui.kit.cache import Cache
from game.ui.theme import Colour

ELLIPSIS = "…"

_SANS = "fonts/IBMPlexSansCondensed-{}.woff"
_MONO = "fonts/IBMPlexMono-{}.woff"
_HEBREW = "fonts/IBMPlexSansHebrew-Regular.woff"
_ARABIC = "fonts/Vazirmatn_400Regular.ttf"
_ARABIC_BOLD = "fonts/Vazirmatn_700Bold.ttf"

FACES: dict[str, dict[str, str]] = {
    "regular": {LATIN: _SANS.format("Regular"), HEBREW: _HEBREW, ARABIC: _ARABIC},
    "medium": {LATIN: _SANS.format("Medium"), HEBREW: _HEBREW, ARABIC: _ARABIC},
    "semibold": {LATIN: _SANS.format("SemiBold"), HEBREW: _HEBREW, ARABIC: _ARABIC_BOLD},
    "bold": {LATIN: _SANS.format("Bold"), HEBREW: _HEBREW, ARABIC: _ARABIC_BOLD},
    "italic": {LATIN: "fonts/IBMPlexSans-Italic.woff", HEBREW: _HEBREW, ARABIC: _ARABIC},
    "mono": {LATIN: _MONO.format("Regular"), HEBREW: _HEBREW, ARABIC: _ARABIC},
    "mono_medium": {LATIN: _MONO.format("Medium"), HEBREW: _HEBREW, ARABIC: _ARABIC},
    "mono_semibold": {LATIN: _MONO.format("SemiBold"), HEBREW: _HEBREW, ARABIC: _ARABIC_BOLD},
}
"""The file of each face for each script."""

_NO_SUCH_LETTER = "\uffff"
_TEXTS_HELD = 20_000
_PIXELS_HELD = 16_000_000


class Setting(NamedTuple):
    """How text is set, in pixels of the window: face, size, space added after each letter, capitals."""

    face: str
    size: int
    spacing: int = 0
    capitals: bool = False


class Typesetter:
    """Everything about text for one window, from ``pygame.font.init`` to ``pygame.font.quit``."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, int, str, bool], pygame.font.Font] = {}
        self._covered: dict[tuple[str, str], bool] = {}
        self._widths: Cache[tuple[str, Setting], int] = Cache(_TEXTS_HELD)
        self._wrapped: Cache[tuple[str, Setting, int], tuple[str, ...]] = Cache(_TEXTS_HELD // 10)
        self._drawn: Cache[tuple[str, Setting, Colour], pygame.Surface] = Cache(_PIXELS_HELD, _pixels)

    def width(self, text: str, setting: Setting) -> int:
        """Pixels that ``text`` takes on one line."""
        return self._widths.get((text, setting), lambda: self._measure(_as_set(text, setting), setting))

    def line_height(self, setting: Setting) -> int:
        """Pixels from one baseline to the next."""
        return self._font(setting, LATIN).get_linesize()

    def ascent(self, setting: Setting) -> int:
        """Pixels from the top of a line to its baseline."""
        return self._font(setting, LATIN).get_ascent()

    def wrap(self, text: str, setting: Setting, width: int) -> tuple[str, ...]:
        """The lines of ``text`` at this width; a word wider than the width is cut between letters."""
        return self._wrapped.get((text, setting, width), lambda: self._wrap(text, setting, width))

    def widest_word(self, text: str, setting: Setting) -> int:
        """Pixels of the widest word: narrower, and wrapping would have to cut a word."""
        return max((self.width(piece, setting) for piece, _ in _pieces(text)), default=0)

    def shorten(self, text: str, setting: Setting, width: int) -> str:
        """``text``, or as much of its beginning as fits with an ellipsis."""
        if self.width(text, setting) <= width:
            return text
        return text[: self.fitting(text, setting, width, ELLIPSIS)].rstrip() + ELLIPSIS

    def fitting(self, text: str, setting: Setting, width: int, ending: str = "") -> int:
        """How many letters of the beginning of ``text`` fit into ``width`` together with ``ending``."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._measure(_as_set(text[:middle] + ending, setting), setting) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        return low

    def draw(self, text: str, setting: Setting, colour: Colour) -> pygame.Surface:
        """One line on a transparent surface, held for the next time: blit it, do not write on it."""
        return self._drawn.get(
            (text, setting, colour), lambda: self._line(_as_set(text, setting), setting, colour)
        )

    def missing(self, text: str, face: str = "regular") -> str:
        """The letters of ``text`` that would be drawn as a box, each once, in order."""
        setting = Setting(face, 16)
        return "".join(
            letter
            for letter in dict.fromkeys(text)
            if not letter.isspace() and not any(self._has(script, letter, setting) for script in FACES[face])
        )

    def _font(self, setting: Setting, script: str, rightward: bool = True) -> pygame.font.Font:
        key = (setting.face, setting.size, script, rightward)
        if key not in self._fonts:
            self._fonts[key] = _load(FACES[setting.face][script], setting.size, script, rightward)
        return self._fonts[key]

    def _has(self, script: str, letter: str, setting: Setting) -> bool:
        key = (FACES[setting.face][script], letter)
        if key not in self._covered:
            font = self._font(setting, script)
            self._covered[key] = _shape(font, letter) != _shape(font, _NO_SUCH_LETTER)
        return self._covered[key]

    def _runs(self, text: str, setting: Setting) -> list[Run]:
        if is_plain(text):
            return [Run(text, LATIN, True)] if text else []
        return [part for run in runs(text) for part in self._boxed(run, setting)]

    def _boxed(self, run: Run, setting: Setting) -> list[Run]:
        """The run cut by the script whose face has its letters; what none has gets the Latin face's box."""
        parts = [
            Run("".join(group), script, run.rightward or script == LATIN)
            for script, group in groupby(
                run.text, lambda letter: self._script_with(letter, run.script, setting)
            )
        ]
        return parts if run.rightward else parts[::-1]

    def _script_with(self, letter: str, script: str, setting: Setting) -> str:
        if letter.isspace() or unicodedata.combining(letter) or self._has(script, letter, setting):
            return script
        return next((other for other in FACES[setting.face] if self._has(other, letter, setting)), LATIN)

    def _measure(self, text: str, setting: Setting) -> int:
        return sum(self._run_width(run, setting) for run in self._runs(text, setting))

    def _run_width(self, run: Run, setting: Setting) -> int:
        font = self._font(setting, run.script, run.rightward)
        if setting.spacing and run.script == LATIN:
            return sum(_advance(font, letter) + setting.spacing for letter in run.text)
        return font.size(run.text)[0]

    def _line(self, text: str, setting: Setting, colour: Colour) -> pygame.Surface:
        parts = self._runs(text, setting)
        width = sum(self._run_width(run, setting) for run in parts)
        line = pygame.Surface((width, self.line_height(setting)), pygame.SRCALPHA)
        left = 0
        for run in parts:
            self._draw_run(line, left, run, setting, colour)
            left += self._run_width(run, setting)
        return line

    def _draw_run(self, line: pygame.Surface, left: int, run: Run, setting: Setting, colour: Colour) -> None:
        font = self._font(setting, run.script, run.rightward)
        top = self.ascent(setting) - font.get_ascent()
        spaced = setting.spacing and run.script == LATIN
        for piece in run.text if spaced else (run.text,):
            if font.size(piece)[0]:  # a mark of direction alone has no width, and pygame refuses to draw it
                line.blit(font.render(piece, True, colour), (left, top))
            left += _advance(font, piece) + setting.spacing

    def _wrap(self, text: str, setting: Setting, width: int) -> tuple[str, ...]:
        return tuple(line for part in text.split("\n") for line in self._wrap_part(part, setting, width))

    def _wrap_part(self, part: str, setting: Setting, width: int) -> list[str]:
        lines, line = [], ""
        for word, spaced in _pieces(part):
            joined = f"{line} {word}" if line and spaced else f"{line}{word}"
            if self.width(joined, setting) <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            *cut, line = self._cut(word, setting, width)
            lines += cut
        return [*lines, line]

    def _cut(self, word: str, setting: Setting, width: int) -> list[str]:
        pieces = []
        while word and self.width(word, setting) > width:
            piece = word[: max(1, self.fitting(word, setting, width))]
            pieces.append(piece)
            word = word[len(piece) :]
        return [*pieces, word] if word or not pieces else pieces


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The parts between which a line may break, and whether a space comes before: words, and steps of a path."""
    for word in text.split():
        for number, piece in enumerate(re.findall(r"[^/\\]*[/\\]+|[^/\\]+", word)):
            yield piece, number == 0


def writable(text: str) -> str:
    """``text`` as SDL takes it: what is no letter in a file's name, but a byte, becomes a question mark."""
    return text.encode(errors="replace").decode().replace("\0", " ")


def _as_set(text: str, setting: Setting) -> str:
    flat = writable(text).replace("\n", " ").replace("\t", " ")
    return flat.upper() if setting.capitals else flat


def _load(path: str, size: int, script: str, rightward: bool) -> pygame.font.Font:
    font = opened(path, size)
    if script != LATIN:
        font.set_direction(pygame.DIRECTION_LTR if rightward else pygame.DIRECTION_RTL)
        font.set_script(script)
    return font


def _advance(font: pygame.font.Font, letter: str) -> int:
    """Pixels to the next letter; a letter outside the face's tables is measured as drawn."""
    metrics = font.metrics(letter)[:1]
    return int(metrics[0][4]) if metrics and metrics[0] else font.size(letter)[0]


def _shape(font: pygame.font.Font, letter: str) -> bytes:
    width, height = font.size(letter)
    if not width:
        return b""
    return bytes((width, height)) + pygame.image.tobytes(font.render(letter, True, "white"), "RGBA")


def _pixels(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() + 1
