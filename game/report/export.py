"""Writing the debrief to files: a page for a browser and a table for a spreadsheet.

Only of a game that is over, for a report tells every secret of it. A file that is there is never replaced unasked, and
what is written is there whole or not at all.
"""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from game.errors import CalibratedError
from game.home import reports_folder
from game.report.compared import Asked
from game.report.luck import LuckTold, worked_out
from game.report.page import page
from game.report.sheet import sheet
from game.session.atomic import write_atomically
from game.session.session import Session

PAGE, SHEET = ".html", ".csv"


class NotExported(CalibratedError):
    """A report that could not be written; the message names the file, why, and the way out."""


def export(
    session: Session,
    name: str,
    asked: Sequence[Asked] = (),
    luck: LuckTold | None = None,
    *,
    mirrored: bool = False,
) -> tuple[Path, Path]:
    """Write page and table of a finished game into the user's folder of reports, and return where they are.

    They are called by the ``name`` of the game, with a number after it where there are files of that name already.
    Raises NotExported.
    """
    _refuse_unfinished(session)
    folder = reports_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file, table = _free(folder, name)
    except OSError as error:
        raise NotExported(f"The folder {folder} cannot be used: {_why(error)}.") from None
    _write(file, page(session, asked, luck, mirrored=mirrored))
    _write(table, sheet(session, name, asked, luck))
    return file, table


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
    file, table = _inside(file, f"{name}{PAGE}"), _inside(table, f"{name}{SHEET}")
    if file == table:
        raise NotExported(f"{file} cannot be both the page and the table; name two files.")
    wanted = tuple(each for each in (file, table) if each is not None)
    for each in wanted:
        _refuse_taken(each, replace)
    luck = worked_out(session, tell)
    if file is not None:
        _write(file, page(session, luck=luck))
    if table is not None:
        _write(table, sheet(session, name, luck=luck))
    return wanted


def _inside(named: Path | None, name: str) -> Path | None:
    """A file that was named; or by its usual name in the folder that was."""
    return named / name if named is not None and named.is_dir() else named


def _refuse_unfinished(session: Session) -> None:
    if session.read_only:
        raise NotExported(session.read_only)
    if not session.over:
        raise NotExported(
            f"This game goes on: it stands in turn {session.turn}. A report tells every secret, so it is written when "
            "the game is over."
        )


def _refuse_taken(file: Path, replace: bool) -> None:
    if not file.parent.is_dir():
        raise NotExported(f"There is no folder {file.parent}; make it, or choose another place.")
    if file.exists() and not file.is_file():
        raise NotExported(f"{file} is no file that can be written; name another one.")
    if file.exists() and not replace:
        raise NotExported(f"{file} is there already; name another file, or add --replace to write over it.")


def _free(folder: Path, name: str) -> tuple[Path, Path]:
    """Files by a name that is not taken yet."""
    for number in count(2):
        file, table = folder / f"{name}{PAGE}", folder / f"{name}{SHEET}"
        if not (file.exists() or table.exists()):
            break
        name = f"{name.partition(' ')[0]} {number}"
    return file, table


def _write(file: Path, text: str) -> None:
    try:
        write_atomically(file, text)
    except OSError as error:
        raise NotExported(
            f"{file} cannot be written: {_why(error)}. Make room or allow writing there, or choose another place."
        ) from None


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
