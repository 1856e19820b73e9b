"""Where the game keeps what belongs to its user: saved games, settings, and scenarios of their own; and reports."""

import os
from pathlib import Path
from typing import Final

import platformdirs

HOME_VARIABLE: Final = "CALIBRATED_HOME"


def home(folder: Path | None = None) -> Path:
    """The folder of this user: ``folder``, else the one that CALIBRATED_HOME names, else the platform's place."""
    if folder is not None:
        return folder
    named = os.environ.get(HOME_VARIABLE)
    return as_written(named) if named else Path(platformdirs.user_data_path("calibrated", appauthor=False))


def as_written(path: str) -> Path:
    """A path as people write it: ``~`` is their own folder; as in a shell, that of somebody unknown stays as it is."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def own_scenarios() -> Path:
    """The folder of the user's own scenarios; it is there once something was put into it."""
    return home() / "scenarios"


def reports_folder() -> Path:
    """Where reports of finished games are put: among the user's documents, where people look for what they hand out.

    Where CALIBRATED_HOME names the folder of the user, it is there. It is made when the first report is written.
    """
    if os.environ.get(HOME_VARIABLE):
        return home() / "reports"
    return Path(platformdirs.user_documents_path()) / "Calibrated"
