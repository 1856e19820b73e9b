"""Start the game from a checkout; where something is missing, say the one line that sets it up."""

import os
import sys
from importlib.util import find_spec

NEEDED = ("jinja2", "numpy", "platformdirs", "pydantic", "pygame", "rich", "typer", "yaml")
"""What the game imports of the packages in pyproject.toml."""

SET_UP_UNIX = "{} -m venv .venv && .venv/bin/python -m pip install . && .venv/bin/python main.py"
SET_UP_WINDOWS = r"{} -m venv .venv; .venv\Scripts\python -m pip install .; .venv\Scripts\python main.py"


def set_up_line(newer_python: bool) -> str:
    """Return the shell line that sets the game up and starts it, on this system."""
    if os.name == "nt":
        return SET_UP_WINDOWS.format("py -3.11" if newer_python else "py")
    return SET_UP_UNIX.format("python3.11" if newer_python else "python3")


def obstacle() -> str:
    """Return what keeps the game from starting and the line that mends it; empty when nothing does."""
    if sys.version_info < (3, 11):
        this = ".".join(map(str, sys.version_info[:3]))
        return f"Calibrated needs Python 3.11 or newer; this is {this}. With it, run:\n  {set_up_line(True)}"
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        return f"Calibrated misses {', '.join(missing)}. In this folder, run:\n  {set_up_line(False)}"
    return ""


def main() -> int:
    """Hand over to the game's command line; 2 when it cannot start."""
    problem = obstacle()
    if problem:
        print(problem, file=sys.stderr)
        return 2
    from game.cli import main as play

    play()
    return 0


if __name__ == "__main__":
    sys.exit(main())
