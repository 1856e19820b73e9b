"""The debrief of a whole class as one archive that learning platforms unpack and show as it is.

At its root stands the page of all groups; it links to each group's own page. Names in it are plain ASCII, as not every
platform reads others, and its dates are fixed: the same games make the same bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from game.report.files import PAGE, inside, refuse_taken, write
from game.report.group import letter
from game.report.groups import groups_page
from game.report.luck import worked_out
from game.report.page import page
from game.report.sheet import sheets
from game.session.session import Session

ARCHIVE: Final = ".zip"
INDEX: Final = f"index{PAGE}"
TABLE: Final = "table.csv"

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first date that an archive can hold."""

_UNIX: Final = 3
_READABLE: Final = 0o644 << 16
"""With where it says that it was made: everybody may read what is in it."""

Tell = Callable[[float], None]


def write_bundle(
    games: Sequence[tuple[str, Session]], named: Path, *, replace: bool = False, tell: Tell | None = None
) -> Path:
    """Write the archive to the file or into the folder that is named; return where it is.

    A file that is there is replaced only with ``replace``. How far it is, 0 to 1, is handed to ``tell``. Raises
    NotComparable and NotExported.
    """
    links = [f"group-{letter(place).lower()}{PAGE}" for place in range(len(games))]
    index = groups_page(games, links)
    file = inside(named, f"{games[0][1].scenario.id}-groups{ARCHIVE}")
    refuse_taken(file, replace)
    pages = {
        link: _page(session, place, len(games), tell)
        for place, (link, (_, session)) in enumerate(zip(links, games, strict=True))
    }
    table = sheets((f"{letter(place)} {source}", session) for place, (source, session) in enumerate(games))
    write(file, _archive({INDEX: index, **pages, TABLE: table}))
    return file


def _page(session: Session, place: int, of: int, tell: Tell | None) -> str:
    """A group's own page, with how much of its game was luck."""

    def told(done: float) -> None:
        if tell is not None:
            tell((place + done) / of)

    return page(session, luck=worked_out(session, told), group=letter(place), beside=INDEX)


def _archive(files: Mapping[str, str]) -> bytes:
    """Files by their names in an archive, in this order."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _READABLE
            archive.writestr(entry, text)
    return content.getvalue()
