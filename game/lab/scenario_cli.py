"""The commands for authors of scenarios, ``main.py scenario …``. What is slow to import is imported in place."""

from pathlib import Path
from typing import Annotated

import typer

TROUBLE = 2


def add_scenario(application: typer.Typer) -> None:
    """Add the commands for authors to the application."""
    authors = typer.Typer(no_args_is_help=True, help="For authors of scenarios.")
    application.add_typer(authors, name="scenario")
    authors.callback()(group)
    for command, told in (
        (list_all, "List the scenarios that ship and your own, and say which can be played."),
        (new, "Write a commented scenario of your own to begin with; it can be played at once."),
        (check, "List every defect of scenarios and catalogues, with its place and the remedy."),
    ):
        authors.command(name=_NAMES.get(command.__name__, command.__name__), help=told)(command)


_NAMES = {"list_all": "list"}


def group() -> None:
    """For authors of scenarios."""


def list_all() -> None:
    """Print a line for every scenario at hand, and the defects of those that cannot be played."""
    from game.scenario.library import library, lines

    typer.echo("\n".join(lines(library())))


def new(
    name: Annotated[str, typer.Argument(help="Its name, in lower case with underscores.")],
    parent: Annotated[
        str | None, typer.Option("--from", help="A scenario to build on, in place of the catalogue.")
    ] = None,
    path: Annotated[
        Path | None, typer.Option(help="The folder to write it to, in place of your own.")
    ] = None,
) -> None:
    """Write a new scenario, and say what to do with it next."""
    from game.scenario.new import written

    file = written(name, path, parent)
    called = name if path is None else file.as_posix()
    typer.echo(f"Wrote {file.as_posix()}")
    typer.echo(f"Play it: python main.py play {called} --text")
    typer.echo(f"Check it after each change: python main.py scenario check {called}")


def check(
    files: Annotated[list[str] | None, typer.Argument(help="Files, or names of scenarios.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All that ship, and all of your own.")] = False,
) -> None:
    """Print what is wrong with files, and end with code 2 if one of them cannot be used."""
    from game.scenario.commands import check_files
    from game.scenario.library import all_files

    if not files and not every:
        raise typer.BadParameter("Name a file or scenario to check, or say --all.")
    checked = check_files([*(files or []), *(all_files() if every else [])])
    typer.echo("\n".join(checked.lines))
    raise typer.Exit(0 if checked.ok else TROUBLE)
