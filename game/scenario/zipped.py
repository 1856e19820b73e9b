"""The files in a zip that somebody else made, read without trust: plain small text files under plain names, or nothing.

What a zip says about itself may be a lie, so every limit is checked twice: by what its list says, and while reading.
"""

import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from game.scenario.files import SIZE_LIMIT, read_bytes
from game.scenario.problems import Position, Problem, ScenarioError, shown

ARCHIVE_LIMIT: Final = 2_000_000
"""Bytes of the zip itself."""

TOTAL_LIMIT: Final = 4_000_000
"""Bytes of all files in it together."""

ENTRY_LIMIT: Final = 20
RATIO_LIMIT: Final = 100
"""How many times larger than its place in the zip a file may be. Text shrinks to a tenth or so."""

MANIFEST: Final = "manifest.json"

_PART: Final = r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}"
_NAME: Final = re.compile(rf"({_PART}/){{0,3}}{_PART}\.ya?ml")
_KEPT_BY_WINDOWS: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LEAVES: Final = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)")
_ARCHIVE: Final = re.compile(r"\.(zip|gz|tar|tgz|7z|rar|xz|bz2)$", re.IGNORECASE)
_LEFT_BY_SYSTEMS: Final = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|desktop\.ini$|Thumbs\.db$)")
_ENCRYPTED: Final = 0x1
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What Python's reader raises on bytes that are no sound zip."""


def read_zip(path: Path) -> Mapping[str, bytes]:
    """The files in a zip by their names, in its order.

    Raises ScenarioError, with all that could be found, for anything but a sound zip of at most ``ENTRY_LIMIT`` plain
    files of text: no links, folders, archives, encryption, odd names or names that leave the folder.
    """
    data = read_bytes(path, ARCHIVE_LIMIT, "a zip file")
    name = path.as_posix()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse(name, _faults(entries))
            return {entry.filename: _content(archive, entry, name) for entry in entries}
    except _DAMAGE as error:
        raise ScenarioError([Problem(Position(name), (), _unsound(path, error))]) from None


def _unsound(path: Path, error: Exception) -> str:
    if path.suffix.lower() in {".yaml", ".yml"}:
        return "is a YAML file, and needs no taking in: put it in your folder, which scenario list names"
    return f"is not a sound zip file: {error}"


def _refuse(name: str, faults: Iterator[str]) -> None:
    problems = [Problem(Position(name), (), fault) for fault in faults]
    if problems:
        raise ScenarioError(problems)


def _faults(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    if not entries:
        yield "is an empty zip file"
    if len(entries) > ENTRY_LIMIT:
        yield f"holds {len(entries)} files; at most {ENTRY_LIMIT} are read"
        return
    total = sum(entry.file_size for entry in entries)
    if total > TOTAL_LIMIT:
        yield f"its files have {total:,} bytes together; at most {TOTAL_LIMIT:,} are read"
    for name, count in Counter(entry.orig_filename.lower() for entry in entries).items():
        if count > 1:
            yield f"holds {shown(name)} {count} times"
    for entry in entries:
        fault = _fault_of_name(entry.orig_filename) or _fault_of_kind(entry) or _fault_of_size(entry)
        if fault:
            yield f"{shown(entry.orig_filename)} {fault}"


def _fault_of_name(name: str) -> str:
    """What is wrong with the name of an entry, or nothing."""
    if _LEAVES.search(name):
        return "leads out of the folder"
    if _ARCHIVE.search(name):
        return "is an archive within the archive"
    if any(_KEPT_BY_WINDOWS.fullmatch(part) for part in name.split("/")):
        return "is a name that Windows keeps for itself"
    if _LEFT_BY_SYSTEMS.search(name):
        return "is none of the scenario's, put in by the computer; pack by: python main.py scenario pack"
    if name != MANIFEST and not _NAME.fullmatch(name):
        return (
            "is no name of a scenario file: letters, digits, _ and -, at most three folders, ending in .yaml"
        )
    return ""


def _fault_of_kind(entry: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a link; put a copy there"
    if kind not in (0, stat.S_IFREG):
        return "is no plain file"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted; pack it without a password"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in a way that is not read; use deflate"
    return ""


def _fault_of_size(entry: zipfile.ZipInfo) -> str:
    if entry.file_size > SIZE_LIMIT:
        return f"has {entry.file_size:,} bytes; at most {SIZE_LIMIT:,} are read"
    if entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1):
        return f"grows more than {RATIO_LIMIT} times when it is unpacked"
    return ""


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    with archive.open(entry) as file:
        data = file.read(SIZE_LIMIT + 1)
    if len(data) != entry.file_size:
        _refuse(name, iter([f"{shown(entry.filename)} is not as large as the zip says"]))
    return data
