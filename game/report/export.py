"""Writing the debrief to files: a page for a browser, a table for a spreadsheet, and the game beside them.

Only of a game that is over, for a report tells every secret of it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from game.report.compared import Asked
from game.report.files import PAGE, NotExported, among_reports, inside, refuse_taken, write
from game.report.luck import LuckTold, worked_out
from game.report.page import page
from game.report.sheet import sheet
from game.session.kept import KeptGame
from game.session.save import as_text
from game.session.session import Session

SHEET, GAME = ".csv", ".json"


class Exported(NamedTuple):
    """Where the files of a finished game are."""

    page: Path
    sheet: Path
    game: Path


def export(
    kept: KeptGame, asked: Sequence[Asked] = (), luck: LuckTold | None = None, *, mirrored: bool = False
) -> Exported:
    """Write page, table and saved game of a finished game into the user's folder of reports.

    They are called by the name of the game, with a number after it where there are files of that name already.
    Raises NotExported.
    """
    _refuse_unfinished(kept.session)
    files = Exported(*among_reports(kept.name, (PAGE, SHEET, GAME)))
    write(files.page, page(kept.session, asked, luck, mirrored=mirrored))
    write(files.sheet, sheet(kept.session, kept.name, asked, luck))
    write(files.game, as_text(kept.file()))
    return files


def export_to(
    session: Session,
    name: str,
    file: Path | None,
    table: Path | None,
    *,
    replace: bool = False,
    tell: Callable[[float], None] | None = None,
) -> tuple[Path, ...]:
    """Write the page, the table or, where neither is named, both of a finished game, and return where they are.

    What is named may be a folder; then files in it, and those in the present one, are called by the ``name`` of the
    game. Files that are there are replaced only with ``replace``. How much of it was luck is worked out first; how far
    that is, 0 to 1, is handed to ``tell``. Raises NotExported.
    """
    _refuse_unfinished(session)
    if file is None and table is None:
        file = table = Path()
    file = inside(file, f"{name}{PAGE}") if file is not None else None
    table = inside(table, f"{name}{SHEET}") if table is not None else None
    if file == table:
        raise NotExported(f"{file} cannot be both the page and the table; name two files.")
    wanted = tuple(each for each in (file, table) if each is not None)
    for each in wanted:
        refuse_taken(each, replace)
    luck = worked_out(session, tell)
    if file is not None:
        write(file, page(session, luck=luck))
    if table is not None:
        write(table, sheet(session, name, luck=luck))
    return wanted


def _refuse_unfinished(session: Session) -> None:
    if session.read_only:
        raise NotExported(session.read_only)
    if not session.over:
        raise NotExported(
            f"This game goes on: it stands in turn {session.turn}. A report tells every secret, so it is written when "
            "the game is over."
        )
