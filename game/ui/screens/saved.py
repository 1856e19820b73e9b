"""Saved games: the newest save of each game and those that players named, to be opened again."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from game.session.save import DamagedSave, SaveError, Saves
from game.ui.kit import (
    Back,
    Button,
    Click,
    Column,
    Intent,
    Item,
    Label,
    Paragraph,
    Progress,
    Sign,
    Widget,
)
from game.ui.screens.page import page, section
from game.ui.screens.reading import ReadingScreen
from game.ui.screens.start import Unfinished
from game.ui.screens.unfinished import unfinished


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A game in the list: its file, its name if a player gave it one, and what is in it or wrong with it."""

    path: Path
    name: str
    when: str
    """When it was saved, by the clock of this machine."""
    holds: Unfinished | None
    trouble: str = ""


def saved_games(saves: Saves) -> Generator[Progress, None, list[SavedGame]]:
    """Reads them one after another, those under a name first. Raises SaveError if their folder cannot be read."""
    named = saves.named()
    paths = [*named, *saves.games()]
    found: list[SavedGame] = []
    for path in paths:
        yield Progress(len(found) / len(paths), path.stem)
        found.append(_read(saves, path, path.stem if path in named else ""))
    return found


def _read(saves: Saves, path: Path, name: str) -> SavedGame:
    """One of them; of a damaged autosave the last good one stands in its place."""
    when = _saved_when(path)
    try:
        return SavedGame(path, name, when, unfinished(saves.read(path)))
    except DamagedSave as damage:
        if damage.last_good is not None:
            return _read(saves, damage.last_good, name)
        return SavedGame(path, name, when, None, f"{path.name} is damaged: {damage.what}.")
    except SaveError as error:
        return SavedGame(path, name, when, None, str(error).replace(str(path), path.name))


def _saved_when(path: Path) -> str:
    """Day and time; empty for a file that is gone, or a link that leads nowhere: why is told when it is read."""
    try:
        saved = path.stat().st_mtime
    except OSError:
        return ""
    return f"{datetime.fromtimestamp(saved, UTC).astimezone():%Y-%m-%d %H:%M}"


@dataclass
class SavedScreen(ReadingScreen):
    """Hands ``on_open`` the file of the game that is chosen."""

    saves: Saves
    on_open: Callable[[Path], None]
    on_back: Callable[[], None]
    games: list[SavedGame] = field(default_factory=list)

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """Those under a name, then the games, the one that was played last first."""
        named = [game for game in self.games if game.name]
        rest = [game for game in self.games if not game.name]
        return page(
            "Saved games",
            [
                self._progress(),
                _listed("Under a name", named) if named else None,
                _listed("Each game as it stands", rest) if rest else None,
            ],
            [Button("Back", id="back", key="escape")],
            size,
            subtitle="The newest of each game. A finished one opens on its end and its debrief.",
            widest=860,
        )

    def animate(self, dt: float) -> bool:
        """Begins to read, once."""
        if self.work is None:
            self.work = self.app.run_work(saved_games(self.saves), self._show)
            self.refresh()
        return super().animate(dt)

    def handle(self, intent: Intent) -> None:
        """Opens a game, or goes back."""
        match intent:
            case Click(id) if id.startswith("saved:"):
                self.on_open(Path(id.removeprefix("saved:")))
            case Click("back") | Back():
                self.on_back()

    def _show(self, games: list[SavedGame]) -> None:
        self.games = games
        self.refresh()

    def _progress(self) -> Widget | None:
        nothing = None if self.games else Paragraph("No game is saved yet.", role="note")
        return self.how_far() or nothing


def _listed(heading: str, games: list[SavedGame]) -> Widget:
    return section(heading, Column(gap=4)[[_row(game) for game in games]])


def _row(game: SavedGame) -> Widget:
    if game.holds is None:
        return Column(padding=6, gap=2)[
            Label(game.name or game.path.stem, role="strong", ellipsis=True),
            Paragraph(game.trouble, role="note", tone="caution", cuts=True),
        ]
    title = f"{game.name}: {game.holds.scenario}" if game.name else game.holds.scenario
    return Item(id=f"saved:{game.path}", items="center")[
        Column(weight=1, gap=2)[
            Label(title, role="strong", ellipsis=True),
            Label(game.holds.stands, role="note", ellipsis=True),
        ],
        Label(game.when, role="key"),
        Sign("check", tone="good", size=14) if game.holds.over else None,
    ]
