"""Putting several files into a folder so that all of them are there afterwards, or none."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from game.disk import refusal
from game.scenario.problems import Position, Problem, ScenarioError


@contextmanager
def staged(files: Mapping[str, bytes], folder: Path) -> Iterator[Path]:
    """Files written to a folder of their own within ``folder``, which is made, and removed at the end.

    Raises ScenarioError where nothing can be written.
    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".import-", dir=folder))
    try:
        with _told(folder):
            for name, data in files.items():
                _write(stage / name, data)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def place(stage: Path, names: Sequence[str], folder: Path) -> list[Path]:
    """Move files from a stage within ``folder`` to their places there, over what is there; the paths, in this order.

    Where one cannot be moved, those that were are taken back, and ScenarioError is raised.
    """
    with _told(folder):
        kept = Path(tempfile.mkdtemp(prefix=".kept-", dir=stage))
    done: list[str] = []
    try:
        with _told(folder):
            for name in names:
                _set_aside(folder / name, kept / name)
                done.append(name)
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (stage / name).replace(folder / name)
    except BaseException:
        for name in done:
            _put_back(folder / name, kept / name)
        raise
    return [folder / name for name in names]


def obstacles(names: Sequence[str], folder: Path, *, replace: bool) -> Iterator[Problem]:
    """Why files cannot be put into a folder: one is there already, or a link leads elsewhere."""
    for name in names:
        target = folder / name
        whole = Position(target.as_posix())
        if not target.parent.resolve().is_relative_to(folder.resolve()):
            yield Problem(whole, (), "its folder is a link that leads elsewhere; remove the link")
        elif target.is_dir() and not target.is_symlink():
            yield Problem(whole, (), "is a folder, where a file should be put; rename the folder")
        elif os.path.lexists(target) and not replace:
            yield Problem(whole, (), "is there already; add --replace to put the new one in its place")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _set_aside(target: Path, kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        target.rename(kept)


def _put_back(target: Path, kept: Path) -> None:
    target.unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        kept.rename(target)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"nothing was written: {refusal(error)}"
        raise ScenarioError([Problem(Position(folder.as_posix()), (), message)]) from None
