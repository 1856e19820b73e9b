"""Files of the user's: written so that at every instant the old one or the whole new one is there, or why not."""

import os
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write text (UTF-8) or bytes to ``path``: a temporary file beside it, flushed to the disk, then renamed over it.

    A process that is killed leaves at most the temporary file, named ``<path>.<process>.part``. Raises OSError, and
    then leaves ``path`` as it was.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _flush_folder(path.parent)


def refusal(error: OSError) -> str:
    """Why the system did not read or write a file, in its own words."""
    return error.strerror or type(error).__name__


def _flush_folder(folder: Path) -> None:
    """Make the rename itself last; only some systems can."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
