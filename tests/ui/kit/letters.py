"""The letters that every face has; ``python -m tests.ui.kit.letters`` writes them down anew.

Do so where a face is added or another version of it is taken.
"""

import unicodedata
from collections.abc import Iterable, Iterator

import pygame

from game.assets import asset
from game.scenario.checks.letters import LETTERS
from game.ui.kit.text import FACES, Typesetter

_NO_LETTERS = ("Cc", "Cn", "Co", "Cs")


def shown_by_all(letters: Iterable[str]) -> set[str]:
    """Those of the letters that can be read in every face."""
    kept = "".join(letters)
    typesetter = Typesetter()
    return set(kept).difference(*(typesetter.missing(kept, face) for face in FACES))


def ranges(letters: Iterable[str]) -> Iterator[str]:
    """Letters as ranges of code points, such as 0041-005A."""
    first = last = None
    for code in sorted(map(ord, letters)):
        if last is not None and code == last + 1:
            last = code
            continue
        if first is not None:
            yield f"{first:04X}-{last:04X}"
        first = last = code
    if first is not None:
        yield f"{first:04X}-{last:04X}"


def main() -> None:
    """Try every letter of the plane in which all scripts of the faces lie."""
    pygame.display.init()
    pygame.font.init()
    every = (chr(code) for code in range(0x10000))
    shown = shown_by_all(letter for letter in every if unicodedata.category(letter) not in _NO_LETTERS)
    asset("fonts").joinpath("letters.txt").write_text("\n".join(ranges(shown)) + "\n", "ascii")
    print(f"{LETTERS}: {len(shown)} letters")


if __name__ == "__main__":
    main()
