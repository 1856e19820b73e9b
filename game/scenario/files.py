"""From a path to text: a regular file of bounded size in UTF-8, or one clear error."""

import codecs
import os
import re
import stat
from pathlib import Path
from typing import Final

from game.disk import refusal
from game.scenario.problems import Position, Problem, ScenarioError, did_you_mean, shown
from game.scenario.scalars import unprintable

SIZE_LIMIT: Final = 1_000_000
"""Bytes. The largest scenario that was ever useful is a tenth of this."""

NAMES_LISTED: Final = 5

_KINDS: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}
_OTHER_ENCODINGS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_TAB_INDENT: Final = re.compile(r"^ *\t", re.MULTILINE)
_OTHER_SPACE: Final = re.compile(r"^ *[\u00a0\u2000-\u200b\u202f\u3000]", re.MULTILINE)
_OTHER_FILES: Final = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PK\x03\x04": "a zip, or a document of an office program",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
    b"{\\rtf": "a document with layout (RTF)",
    b"%PDF": "a PDF document",
}
"""What people take for a scenario, by its first bytes."""

_DIRECTIVE: Final = re.compile(r"^%", re.MULTILINE)


def real(file: Path) -> str:
    """Where a file lies once links are followed; one that leads back to itself, which stops ``resolve``, stays."""
    return os.path.realpath(file)


def read_text(path: Path) -> str:
    """The text of a file that can be a scenario, without its byte-order mark.

    Raises ScenarioError for anything but a regular file of at most ``SIZE_LIMIT`` bytes in UTF-8, free of
    control characters, of tabs as indentation and of YAML directives.
    """
    name = path.as_posix()
    text = _decoded(read_bytes(path, SIZE_LIMIT, "a YAML file"), name)
    _refuse_control_characters(text, name)
    _refuse_tabs(text, name)
    _refuse_other_spaces(text, name)
    if directive := _DIRECTIVE.search(text):
        raise _error(
            "a line cannot start with %: directives are not used", _at(text, directive.start(), name)
        )
    return text


def _error(message: str, position: Position) -> ScenarioError:
    return ScenarioError([Problem(position, (), message)])


def _at(text: str, index: int, name: str) -> Position:
    before = text[:index]
    return Position(name, before.count("\n") + 1, index - before.rfind("\n"))


def read_bytes(path: Path, limit: int, wanted: str) -> bytes:
    """All bytes of a regular file, which is ``wanted``, such as "a YAML file"; at most ``limit`` are read.

    Raises ScenarioError for anything else at that path, before it is opened.
    """
    whole = Position(path.as_posix())
    try:
        _refuse_by_status(path.stat(), whole, limit, wanted)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise _error(f"there is no such file{near_names(path)}", whole) from None
    except OSError as error:
        raise _error(f"cannot be read: {refusal(error)}", whole) from None
    if len(data) > limit:  # a file that grew meanwhile, or whose size the system does not tell
        raise _error(f"is larger than {limit:,} bytes, the most that is read", whole)
    return data


def _refuse_by_status(status: os.stat_result, whole: Position, limit: int, wanted: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "something else")
        raise _error(f"is {kind}, expected {wanted}", whole)
    if status.st_size > limit:
        raise _error(f"has {status.st_size:,} bytes, at most {limit:,} are read", whole)


def near_names(path: Path) -> str:
    """The end of a message about a missing file: the name that was meant, or what the folder holds."""
    if not path.parent.is_dir():
        return f"; nor is there a folder {shown(path.parent.as_posix())}"
    names = yaml_names(path.parent)
    if not names:
        return "; its folder holds no YAML files"
    more = ", …" if len(names) > NAMES_LISTED else ""
    return did_you_mean(path.name, names) or f"; its folder holds {', '.join(names[:NAMES_LISTED])}{more}"


def yaml_names(folder: Path) -> list[str]:
    """The names of the YAML files in a folder, sorted; none where it cannot be listed."""
    try:
        return sorted(file.name for file in folder.iterdir() if file.suffix in {".yaml", ".yml"})
    except OSError:
        return []


def _decoded(data: bytes, name: str) -> str:
    for start, kind in _OTHER_FILES.items():
        if data.startswith(start):
            raise _error(f"is {kind}, expected plain text; {_way_out(kind)}", Position(name))
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            raise _error(f"is written in {encoding}; save it as UTF-8", Position(name))
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode("utf-8", errors="ignore")
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise _error(message, _at(readable, len(readable), name)) from None


def _way_out(kind: str) -> str:
    if "zip" in kind:
        return "take in a packed scenario with: scenario import, or save a document as plain text (UTF-8)"
    return "give the .yaml file, or save yours as plain text (UTF-8)"


def _refuse_control_characters(text: str, name: str) -> None:
    if "\0" in text[1:2] or text.startswith(
        "\0"
    ):  # every other byte of plain letters in UTF-16 without a mark
        raise _error("is written in UTF-16; save it as UTF-8", Position(name))
    index = unprintable(text)
    if index is not None:
        message = f"the control character {text[index]!r} cannot stand in a scenario; remove it"
        raise _error(message, _at(text, index, name))


def _refuse_tabs(text: str, name: str) -> None:
    found = [match.start() for match in _TAB_INDENT.finditer(text)]
    if found:
        others = len(found) - 1
        are, lines = ("is", "line") if others == 1 else ("are", "lines")
        more = f" (as {are} {others} more {lines})" if others else ""
        raise _error(f"the line is indented with a tab; use spaces{more}", _at(text, found[0], name))


def _refuse_other_spaces(text: str, name: str) -> None:
    found = _OTHER_SPACE.search(text)
    if found:
        message = "the line begins with a space of another kind, as copied from a web page; use plain spaces"
        raise _error(message, _at(text, found.end() - 1, name))
