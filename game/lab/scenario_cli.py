"""The commands for authors of scenarios, ``main.py scenario …``. What is slow to import is imported in place."""

import json as json_format
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.lab.options import MOST_SEED, Json

if TYPE_CHECKING:
    from game.lab.outlook import Outlook
    from game.scenario.shipped import Loaded

TROUBLE = 2
MOST_GAMES = 100_000
SCHEMA = Path("docs/scenario.schema.json")


def add_scenario(application: typer.Typer) -> None:
    """Add the commands for authors to the application."""
    authors = typer.Typer(no_args_is_help=True, help="For authors of scenarios.")
    application.add_typer(authors, name="scenario")
    authors.callback()(group)
    for command, told in (
        (list_all, "List the scenarios that ship and your own, and say which can be played."),
        (new, "Write a commented scenario of your own to begin with; it can be played at once."),
        (check, "List every defect of scenarios and catalogues, with its place and the remedy."),
        (describe, "Say in plain words what a scenario is, and what happens in it over many games."),
        (diff, "Say what changed between two scenarios, and what that does to the game."),
        (schema, "The JSON Schema of scenario files, for editors that complete and check them."),
        (pack, "Pack a scenario with all that it extends as one zip, to share."),
        (take_in, "Take in a scenario that somebody packed, if every check passes."),
    ):
        authors.command(name=_NAMES.get(command.__name__, command.__name__), help=told)(command)


_NAMES = {"take_in": "import", "list_all": "list"}


def group() -> None:
    """For authors of scenarios."""


def list_all() -> None:
    """Print a line for every scenario at hand, and the defects of those that cannot be played."""
    from game.scenario.library import library, lines

    for line in lines(library()):
        typer.echo(line)


def new(
    name: Annotated[str, typer.Argument(help="Its name, in lower case with underscores.")],
    parent: Annotated[
        str | None, typer.Option("--from", help="A scenario to build on, in place of the catalogue.")
    ] = None,
    path: Annotated[
        Path | None, typer.Option(help="The folder to write it to, in place of your own.")
    ] = None,
    other_conflict: Annotated[
        bool, typer.Option("--other-conflict", help="Two powers to rename, in place of the catalogue's.")
    ] = False,
) -> None:
    """Write a new scenario, and say what to do with it next."""
    from game.scenario.new import written

    file = written(name, path, parent, other_conflict=other_conflict)
    called = name if path is None else shlex.quote(file.as_posix())
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


def pack(
    scenario: Annotated[str, typer.Argument(help="A scenario of your own, by its name or file.")],
    to: Annotated[Path, typer.Option(help="The zip to write, or the folder for it.")] = Path(),
    replace: Annotated[bool, typer.Option("--replace", help="Write over a zip that is there.")] = False,
) -> None:
    """Write the zip, and say how others take it in."""
    from game.scenario.archive import pack as write_zip
    from game.scenario.shipped import find

    file = write_zip(find(scenario), to, replace=replace)
    typer.echo(f"Wrote {file.as_posix()}")
    typer.echo(f"Whoever has the game takes it in: python main.py scenario import {file.name}")


def take_in(
    file: Annotated[Path, typer.Argument(help="A zip made by scenario pack.")],
    to: Annotated[Path | None, typer.Option(help="The folder to put it in, in place of your own.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over files that are there.")] = False,
) -> None:
    """Put what is in the zip in its place, and say how to play it."""
    from game.home import own_scenarios
    from game.scenario.archive import unpack

    scenario, *others = unpack(file, own_scenarios() if to is None else to, replace=replace)
    for path in (scenario, *others):
        typer.echo(f"Wrote {path.as_posix()}")
    called = scenario.stem if to is None else scenario.as_posix()
    typer.echo(f"Play it: python main.py play {called}")


def describe(
    scenario: Annotated[str, typer.Argument(help="A name such as consulate, or a file.")],
    games: Annotated[int, typer.Option(min=1, max=MOST_GAMES, help="How many games.")] = 2000,
    seed: Annotated[int, typer.Option(min=0, max=MOST_SEED, help="The same seed: the same games.")] = 1,
    json: Json = False,
) -> None:
    """Print what a scenario says, then what happens over many games with 95 % intervals."""
    from game.lab import describe as words
    from game.scenario.shipped import load_scenario

    loaded = load_scenario(scenario)
    if json:
        found = _played(loaded, games, seed)
        typer.echo(json_format.dumps(words.as_data(loaded, found), ensure_ascii=False, indent=2))
        return
    typer.echo("\n".join([words.heading(loaded), *words.lines(words.described(loaded))]))
    found = _played(loaded, games, seed)
    typer.echo("\n".join(words.lines(words.told(loaded.scenario, found))))


def _played(loaded: "Loaded", games: int, seed: int) -> "Outlook":
    """Play the games with a bar on the error stream, where a person looks at it."""
    from rich.console import Console
    from rich.progress import Progress

    from game.lab.outlook import outlook

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Playing", total=games)
        return outlook(
            loaded.scenario, loaded.rules, games, seed, lambda done: progress.update(task, completed=done)
        )


def diff(
    before: Annotated[str, typer.Argument(help="A name such as consulate, or a file.")],
    after: Annotated[str, typer.Argument(help="Another, or a later version of it.")],
) -> None:
    """Print what differs, value by value; then what is different in play, if both can be played."""
    from game.lab.compiled_difference import compared

    typer.echo("\n".join(compared(before, after)))


def schema(
    write: Annotated[bool, typer.Option("--write", help=f"Write {SCHEMA} anew.")] = False,
) -> None:
    """Print the schema, or write it to the documents."""
    from game.disk import refusal
    from game.scenario.new import NotWritten
    from game.scenario.schema import text

    if not write:
        typer.echo(text(), nl=False)
        return
    try:
        SCHEMA.write_text(text(), encoding="utf-8")
    except OSError as error:
        raise NotWritten(
            f"{SCHEMA} cannot be written here: {refusal(error)}; go to the game's folder"
        ) from None
    typer.echo(f"Wrote {SCHEMA}")
