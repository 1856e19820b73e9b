"""Where the game's own files lie: pictures, fonts, sounds, licences and the shipped scenarios.

In a source checkout they are the top-level folders ``assets/`` and ``scenarios/``; a wheel carries the
same folders as ``game/_shipped/``. Nothing else in the game knows the difference.
"""

import zlib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

Content = TypeVar("Content")

_UNREADABLE = (RuntimeError, OSError, EOFError, ValueError, zlib.error)
"""What libraries raise for a file that is cut short or garbled; pygame's own error is a RuntimeError."""
_REINSTALL = "Reinstall the game: python -m pip install --force-reinstall ."


class MissingAsset(FileNotFoundError):
    """A file that the game ships is not where it belongs, or not whole; the message names it and the remedy."""


def asset(path: str) -> Path:
    """Return the file or folder at ``path`` inside ``assets/``, for instance ``"map/ids.png"``.

    ``path`` uses forward slashes on every system. Raises :class:`MissingAsset` where there is none.
    """
    return _shipped("assets", path)


def loaded(path: str, load: Callable[[Path], Content]) -> Content:
    """Return what ``load`` makes of a file inside ``assets/``.

    Raises :class:`MissingAsset` where there is no such file, or where it cannot be read.
    """
    file = asset(path)
    try:
        return load(file)
    except _UNREADABLE as error:
        raise MissingAsset(f"assets/{path} is damaged ({error}). {_REINSTALL}") from error


def scenario_folder() -> Path:
    """Return the folder of the scenarios that come with the game; raises :class:`MissingAsset` without it."""
    return _shipped("scenarios")


def _shipped(folder: str, path: str = ".") -> Path:
    inside = (_root() / folder).resolve()
    found = (inside / path).resolve()
    # A scenario may name a picture: a path that leads out of the folder is not one of ours.
    if not found.is_relative_to(inside) or not found.exists():
        raise MissingAsset(f"{folder}/{path} is missing from the game. {_REINSTALL}")
    return found


def _root() -> Path:
    """Return what a wheel carries inside the package, or else the checkout around the package."""
    package = Path(str(files("game")))
    carried = package / "_shipped"
    return carried if carried.is_dir() else package.parent
