"""Bringing one's own scenarios in: the user's folder, packed scenarios, and files anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.home import as_written
from game.scenario.archive import unpack
from game.scenario.problems import ScenarioError
from game.ui.kit import (
    Back,
    Banner,
    Button,
    Checkbox,
    Click,
    Column,
    Drop,
    Intent,
    Paragraph,
    Row,
    TextField,
    Toggle,
    Widget,
    Write,
)
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import lines, page, section
from game.ui.screens.words import listed

PACKED = ".zip"
FILES = (".yaml", ".yml")

_LONGEST_PATH = 400
_SHOWN = 12


@dataclass
class AddScreen(OverMap):
    """Hands ``on_added`` a scenario's file once it is there: put into ``folder`` from a zip, or left where it lies."""

    on_added: Callable[[Path], None]
    on_back: Callable[[], None]
    folder: Path
    path: str = ""
    replace: bool = False
    problems: tuple[str, ...] = ()
    """What kept the last file from being added."""

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """What went wrong, if anything; then the three ways in."""
        return page(
            "Add a scenario",
            [self._trouble() if self.problems else None, self._by_path(), self._packed(), self._own_folder()],
            [Button("Back", id="back", key="escape")],
            size,
            subtitle="Your own, or one that somebody packed",
        )

    def handle(self, intent: Intent) -> None:
        """Takes files in, or goes back."""
        match intent:
            case Write("path", text):
                self.path = text
            case Toggle("replace", on):
                self.replace = on
            case Click("take"):
                self.take(as_written(self.path.strip().strip("'\"")))
            case Drop(path):
                self.path = path
                self.take(Path(path))
            case Click(id) if id.startswith("zip:"):
                self.take(self.folder / id.removeprefix("zip:"))
            case Click("copy"):
                self.app.copy("\n".join(self.problems))
            case Click("copy_folder"):
                self.app.copy(str(self.folder))
            case Click("back") | Back():
                self.on_back()

    def take(self, path: Path) -> None:
        """Adds a file: a packed scenario goes into the folder, a YAML file stays where it is."""
        self.problems = ()
        if path.suffix.lower() in FILES:
            self.on_added(path)
        elif path.suffix.lower() == PACKED:
            self._unpack(path)
        else:
            self.problems = (f"{path.name}: expected a scenario ({listed([*FILES, PACKED])})",)

    def _unpack(self, path: Path) -> None:
        try:
            files = unpack(path, self.folder, replace=self.replace)
        except ScenarioError as error:
            self.problems = tuple(str(error).splitlines())
        else:
            self.on_added(files[0])

    def _trouble(self) -> Widget:
        return section(
            "Not added",
            Banner("Nothing was changed. This must be mended first:", tone="caution"),
            lines(self.problems, role="code"),
            Button("Copy these lines", id="copy", align="start"),
        )

    def _by_path(self) -> Widget:
        return section(
            "A file anywhere",
            Paragraph(
                "Drop a file on this window, or write its path: a scenario (.yaml) or a packed one (.zip)."
            ),
            Row(gap=8)[
                TextField(self.path, id="path", hint="Path of the file", limit=_LONGEST_PATH, weight=1),
                Button(
                    "Add",
                    id="take",
                    key="return",
                    disabled="" if self.path.strip() else "Write a path first.",
                ),
            ],
            Checkbox(
                "Replace files of the same name in your folder (--replace)", id="replace", on=self.replace
            ),
        )

    def _packed(self) -> Widget:
        zips = packed_in(self.folder)
        more = len(zips) - _SHOWN
        return section(
            "Packed scenarios in your folder",
            Column(gap=6, grouped=True, items="start")[
                [Button(f"Add {file.name}", id=f"zip:{file.name}") for file in zips[:_SHOWN]]
            ]
            if zips
            else Paragraph(
                "There are none. Put a .zip into the folder below, and it is listed here.", role="note"
            ),
            Paragraph(f"{more} more are not shown; write their path above.", role="note")
            if more > 0
            else None,
        )

    def _own_folder(self) -> Widget:
        return section(
            "Your folder",
            Paragraph(
                "Scenarios in this folder are in the list, and are read again whenever a file is saved."
            ),
            Paragraph(str(self.folder), role="code", cuts=True),
            Button("Copy the path", id="copy_folder", align="start"),
            Paragraph(
                "In a terminal: python main.py scenario new NAME writes a template, "
                "python main.py scenario pack FILE makes a zip to share.",
                role="note",
            ),
        )


def packed_in(folder: Path) -> list[Path]:
    """The zips in a folder, sorted; none if it is not there or cannot be read."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() == PACKED)
    except OSError:
        return []
