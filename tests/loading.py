"""Scenarios ready for play, each loaded once a process: nobody changes what is loaded, and reading takes long."""

from functools import cache
from pathlib import Path

from game.scenario.shipped import Loaded, find
from game.scenario.shipped import load_scenario as load

_loaded = cache(load)


def load_scenario(name_or_path: str | Path, skin: str | None = None) -> Loaded:
    """The same as the game's own, for files that stay as they are while the tests run."""
    return _loaded(find(name_or_path).resolve(), skin=skin)
