"""Settings of the window kept in the player's folder, as JSON; a damaged file gives the usual ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path

from game.disk import refusal, write_atomically
from game.ui.kit import Settings
from game.ui.kit.settings import DECISION_MINUTES
from game.ui.theme import SCALES

FILE = "settings.json"


def read_settings(folder: Path, usual: Settings | None = None) -> tuple[Settings, str]:
    """The settings kept in a folder, and a notice if they could not be used (else an empty text)."""
    path, usual = folder / FILE, usual or Settings()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return usual, ""
    except (OSError, UnicodeDecodeError) as error:
        return usual, _notice(path, str(error))
    try:
        return _settings(json.loads(text), usual), ""
    except (ValueError, TypeError, RecursionError) as error:
        return usual, _notice(path, str(error))


def write_settings(folder: Path, settings: Settings) -> str:
    """Keeps settings: a new file takes the place of the old one at once. Returns a notice if that failed."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(asdict(settings), indent=1))
    except OSError as error:
        return f"Settings could not be kept in {path}: {refusal(error)}"
    return ""


def _settings(found: object, usual: Settings) -> Settings:
    """Settings from parsed JSON. Raises ValueError for anything but a mapping of known names and values."""
    if not isinstance(found, dict):
        raise TypeError("not a list of settings")
    known = {field.name: getattr(usual, field.name) for field in fields(Settings)}
    for name, value in found.items():
        if name not in known:
            raise ValueError(f"there is no setting {name!r}")
        known[name] = _OTHERS[name](value) if name in _OTHERS else _switch(name, value)
    return Settings(**known)


def _scale(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not SCALES[0] <= value <= SCALES[-1]:
        raise ValueError(f"scale is {value!r}, not a number from {SCALES[0]} to {SCALES[-1]}")
    return float(value)


def _minutes(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or value not in DECISION_MINUTES:
        raise ValueError(f"minutes is {value!r}, none of {', '.join(map(str, DECISION_MINUTES))}")
    return int(value)


_OTHERS: dict[str, Callable[[object], float | None]] = {"scale": _scale, "minutes": _minutes}
"""What reads the settings that are no switches."""


def _switch(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{name} is {value!r}, not true or false")
    return value


def _notice(path: Path, what: str) -> str:
    return f"{path} could not be read ({what}). The usual settings are in use."
