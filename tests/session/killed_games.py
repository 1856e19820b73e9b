"""Plays the same game many times, each time killed at another of its file operations, and says what was found after.

Run by test_killed.py in a process of its own; prints one JSON object a line.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from game import disk
from game.scenario.shipped import load_scenario
from game.session.facilitator import Facilitator
from game.session.kept import KeptGame
from game.session.save import Saves, read_game
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.conftest import BORDER
from tests.session.people import exhaust

COMMITS = 2
LOADED = load_scenario(BORDER)


class Death:
    """Counts operations on files and kills the process at the chosen one; a write is cut in half."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.count = 0

    def strike(self) -> None:
        self.count += 1
        if self.count == self.left:
            os._exit(9)

    def attach(self) -> None:
        for owner, name in (
            (os, "fsync"),
            (Path, "replace"),
            (Path, "unlink"),
            (Path, "mkdir"),
            (Path, "open"),
        ):
            self._wrap(owner, name)
        whole = disk.write_atomically

        def half_then_whole(path: Path, text: str) -> None:
            self.count += 1
            if self.count == self.left:
                path.with_name(f"{path.name}.1.part").write_text(text[: len(text) // 2], encoding="utf-8")
                os._exit(9)
            whole(path, text)

        sys.modules["game.session.save"].write_atomically = half_then_whole  # type: ignore[attr-defined]

    def _wrap(self, owner: Any, name: str) -> None:
        original = getattr(owner, name)

        def counted(*arguments: Any, **named: Any) -> Any:
            self.strike()
            return original(*arguments, **named)

        setattr(owner, name, counted)


def play(folder: Path, told: int, death: Death) -> KeptGame:
    """Play some turns, telling over a pipe of every choice that is committed and of a facilitator's act."""
    death.attach()
    session = Session.new(LOADED, SeatPlan.parse(LOADED.scenario, []), 4)
    kept = KeptGame.begun(session, Saves(folder))
    for _ in range(COMMITS):
        exhaust(kept)
        if not session.waiting:
            break
        kept.commit(0, session.draft(0).keys())
        os.write(told, b".")
    exhaust(kept)
    Facilitator(kept).inject("stray_rocket")
    os.write(told, b"!")
    return kept


def killed(folder: Path, at: int) -> dict[str, object]:
    """Kill a game at an operation; what is on the disk afterwards, and how it goes on."""
    listen, told = os.pipe()
    child = os.fork()
    if child == 0:
        play(folder, told, Death(at))
        os._exit(0)
    os.close(told)
    _, status = os.waitpid(child, 0)
    heard = os.read(listen, 100)
    os.close(listen)
    committed, acted = heard.count(b"."), heard.count(b"!")
    saves = Saves(folder)
    newest = saves.newest()
    if newest is None:
        return {"at": at, "died": status != 0, "committed": committed, "acted": acted, "saved": None}
    file = read_game(newest)
    by_people = [chosen for entry in file.entries for chosen in entry.choices if chosen.by == "person"]
    resumed = KeptGame.resumed(newest, saves)
    exhaust(resumed)
    return {
        "at": at,
        "died": status != 0,
        "committed": committed,
        "acted": acted,
        "saved": len(by_people) + len(file.pending),
        "acts": sum(len(entry.acts) for entry in file.entries),
        "states": [entry.state for entry in resumed.session.entries],
    }


def main(folder: Path) -> None:
    """Kill the game at every operation, until it is no longer killed."""
    at = 0
    while True:
        at += 1
        found = killed(folder / str(at), at)
        print(json.dumps(found))
        if not found["died"]:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
