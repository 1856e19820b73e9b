"""Files that people are handed: where they go, and that one that is there is never replaced unasked.

What is written is there whole or not at all.
"""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Final

from game.disk import refusal, write_atomically
from game.errors import CalibratedError
from game.home import reports_folder

PAGE: Final = ".html"


class NotExported(CalibratedError):
    """A file that could not be written; the message names it, why, and the way out."""


def among_reports(name: str, endings: Sequence[str]) -> tuple[Path, ...]:
    """A file for each ending in the user's folder of reports, which is made if it is not there.

    They are called ``name``, with a number after it where there are files of that name already. Raises NotExported.
    """
    folder = reports_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _free(folder, name, endings)
    except OSError as error:
        raise NotExported(f"The folder {folder} cannot be used: {refusal(error)}.") from None


def _free(folder: Path, name: str, endings: Sequence[str]) -> tuple[Path, ...]:
    """Files by a name that is not taken yet."""
    for number in count(2):
        files = tuple(folder / f"{name}{ending}" for ending in endings)
        if not any(file.exists() for file in files):
            break
        name = f"{name.partition(' ')[0]} {number}"
    return files


def inside(named: Path, name: str) -> Path:
    """A file that was named; or by its usual name in the folder that was."""
    return named / name if named.is_dir() else named


def refuse_taken(file: Path, replace: bool) -> None:
    """Raises NotExported where a file cannot be written, or is there and may not be replaced."""
    if not file.parent.is_dir():
        raise NotExported(f"There is no folder {file.parent}; make it, or choose another place.")
    if file.exists() and not file.is_file():
        raise NotExported(f"{file} is no file that can be written; name another one.")
    if file.exists() and not replace:
        raise NotExported(f"{file} is there already; name another file, or add --replace to write over it.")


def write(file: Path, content: str | bytes) -> None:
    """Writes a file whole. Raises NotExported."""
    try:
        write_atomically(file, content)
    except OSError as error:
        raise NotExported(
            f"{file} cannot be written: {refusal(error)}. Make room or allow writing there, or choose another place."
        ) from None
