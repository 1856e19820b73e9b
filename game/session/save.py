"""Saved games on the disk: three autosaves of each game, saves under a name, and reading them with every check.

docs/saves.md says what is guaranteed. Nothing here ever runs code from a file.
"""

import json
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.disk import refusal, write_atomically
from game.errors import CalibratedError
from game.home import HOME_VARIABLE, home
from game.rules.tables import Stage
from game.session.log import FORMAT, VERSION, GameFile, broken_link, text_hash

GENERATIONS = 3
SIZE_LIMIT = 50_000_000
"""Bytes; a long game is a hundredth of it."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,59}")
_AUTOSAVE = re.compile(r"(?P<game>[a-z0-9_-]+)\.(?P<generation>\d+)\.json")


class SaveError(CalibratedError):
    """A game that could not be saved or read; the message says why, and what still stands."""


class DamagedSave(SaveError):
    """A saved game that fails a check. ``last_good`` is the newest whole generation of the same game, if any."""

    def __init__(self, path: Path, what: str, last_good: Path | None = None) -> None:
        self.path, self.what, self.last_good = path, what, last_good
        rescue = f"\nThe last good save of this game is {last_good}" if last_good else ""
        super().__init__(f"{path} is damaged: {what}.{rescue}")


@dataclass(frozen=True, slots=True)
class Saves:
    """The saved games in a folder; it is made when the first one is written."""

    folder: Path

    @classmethod
    def of_user(cls, folder: Path | None = None) -> "Saves":
        """The saves of this user, or those under ``folder``."""
        return cls(home(folder) / "saves")

    def autosave(self, file: GameFile, *, again: bool = False) -> Path:
        """Write the next generation of a game, or the newest one ``again``; drop all but three. Raises SaveError."""
        generations = self._generations(file.game)
        newest = generations[-1][0] if generations else 0
        number = newest if again and newest else newest + 1
        older = [path for generation, path in generations if generation < number]
        path = self._write(self.folder / "auto" / f"{file.game}.{number}.json", file, number)
        for old in older[: 1 - GENERATIONS]:
            with suppress(OSError):  # a generation too many, in use by somebody else, harms no one
                old.unlink()
        return path

    def save_as(self, file: GameFile, name: str) -> Path:
        """Write a game under a name of the player's choice. Raises SaveError."""
        if not _NAME.fullmatch(name):
            raise SaveError(f"{name!r} cannot be the name of a save: use letters, digits, spaces, - and _.")
        return self._write(self.folder / f"{name}.json", file, file.generation)

    def _write(self, path: Path, file: GameFile, generation: int) -> Path:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, as_text(file.model_copy(update={"generation": generation})))
        except OSError as error:
            raise SaveError(
                f"The game could not be saved in {path.parent}: {refusal(error)}. Earlier saves are untouched and the "
                f"game goes on. Make room or allow writing there, or set {HOME_VARIABLE} to another folder."
            ) from error
        return path

    def _generations(self, game: str) -> list[tuple[int, Path]]:
        """A game's autosaves with their numbers, oldest first."""
        return sorted((number, path) for name, number, path in self._autosaves() if name == game)

    def _autosaves(self) -> Iterator[tuple[str, int, Path]]:
        try:
            paths = list((self.folder / "auto").iterdir())
        except FileNotFoundError:
            return
        except OSError as error:
            raise SaveError(
                f"The saves in {self.folder / 'auto'} cannot be read: {refusal(error)}. Make it a folder that you may "
                f"read and write, or set {HOME_VARIABLE} to another folder."
            ) from error
        for path in paths:
            if named := _AUTOSAVE.fullmatch(path.name):
                yield named["game"], int(named["generation"]), path

    def newest(self) -> Path | None:
        """The autosave that *Continue* opens: the newest of all games; none before the first."""
        return next(iter(self.games()), None)

    def games(self) -> list[Path]:
        """The newest autosave of each game, the one that was played last first.

        Which one is the newest says its number, whatever a clock that was set back meanwhile says.
        """
        newest: dict[str, tuple[int, int, Path]] = {}
        for game, generation, path in self._autosaves():
            # A game in play elsewhere may just have dropped it, or it is a link to nowhere.
            with suppress(OSError):
                saved = (generation, path.stat().st_mtime_ns, path)
                newest[game] = max(saved, newest.get(game, saved))
        return [path for _, _, path in sorted(newest.values(), key=lambda saved: saved[1:], reverse=True)]

    def newest_of(self, game: str) -> Path | None:
        """The newest autosave of one game, by its name; none if it has none."""
        return next((path for _, path in reversed(self._generations(game))), None)

    def named(self) -> list[Path]:
        """The saves that players named, by name."""
        return sorted(self.folder.glob("*.json"))

    def find(self, name: str) -> Path:
        """The save that a player means by a name or a path. Raises SaveError with the names that there are."""
        for path in (Path(name), self.folder / f"{name}.json"):
            if path.is_file():
                return path
        known = ", ".join(path.stem for path in self.named()) or "none yet"
        raise SaveError(f"There is no saved game {name!r}. Saved games: {known}.")

    def last_good(self, bad: Path) -> Path | None:
        """The newest generation that passes every check, of the game whose autosave ``bad`` is damaged."""
        named = _AUTOSAVE.fullmatch(bad.name)
        for _, path in reversed(self._generations(named["game"]) if named else []):
            if path.name != bad.name and _is_whole(path):
                return path
        return None

    def read(self, path: Path) -> GameFile:
        """A saved game, after every check of the file. Raises SaveError; a DamagedSave names the last good one."""
        try:
            return read_game(path)
        except DamagedSave as damage:
            raise DamagedSave(path, damage.what, self.last_good(path)) from None


def as_text(file: GameFile) -> str:
    """A game as its file holds it."""
    return json.dumps(file.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def _is_whole(path: Path) -> bool:
    try:
        read_game(path)
    except SaveError:
        return False
    return True


def read_game(path: Path) -> GameFile:
    """The game in a file: its form, its scenario's hash and its chain are checked. Raises DamagedSave or SaveError."""
    tree = _tree(path)
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise SaveError(f"{path} is not a saved game.")
    version = tree.get("version")
    if isinstance(version, int) and version > VERSION:
        raise SaveError(
            f"{path} was saved by a newer version of the game (format {version}; this reads {VERSION})."
        )
    try:
        file = GameFile.model_validate_json(json.dumps(tree), strict=True)
    except ValidationError as error:
        raise DamagedSave(path, _first_defect(error)) from None
    _check(path, file)
    return file


def _tree(path: Path) -> Any:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > SIZE_LIMIT:
            raise SaveError(
                f"{path} is not a saved game: it is no regular file of at most {SIZE_LIMIT:,} bytes."
            )
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SaveError(f"{path} cannot be read: {refusal(error)}.") from None
    except UnicodeDecodeError as error:
        raise DamagedSave(path, f"byte {error.start} is not UTF-8 text") from None
    return _parsed(path, text)


def _parsed(path: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise DamagedSave(path, f"line {error.lineno}, column {error.colno}: {error.msg}") from None
    except (RecursionError, ValueError):
        raise DamagedSave(path, "it is nested too deep, or holds too large a number") from None


def _first_defect(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"])) or "the whole file"
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{place}: {first['msg']}{more}"


def _check(path: Path, file: GameFile) -> None:
    if text_hash(file.scenario) != file.header.scenario_hash:
        raise DamagedSave(path, "the scenario in it is not the one that the game was begun with")
    place = broken_link(file)
    if place is not None:
        entry = file.entries[place]
        stage = Stage(entry.stage).name.lower().replace("_", " ")
        raise DamagedSave(
            path, f"entry {place + 1} (turn {entry.turn}, {stage}) does not follow from those before it"
        )
