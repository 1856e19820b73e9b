"""The lab's commands for the command line: salvos and their fit here, whole games in ``games_cli``.

What is slow to import is imported where it is used.
"""

import json as json_format
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.lab.games_cli import add_games
from game.lab.options import Json, Seed

if TYPE_CHECKING:
    from game.lab.commands import SalvoOptions

PAGE = Path("docs/calibration.md")
FIT = Path("assets/calibration/fit.yaml")


class Notice(StrEnum):
    """How much notice the attacker gives."""

    ANNOUNCED = "announced"
    HOURS = "hours"
    NONE = "none"


class Impacts(StrEnum):
    """Which kind of impact is counted. The three are never mixed."""

    POPULATED = "populated"
    TARGET = "target"
    ANY = "any"


def add_lab(application: typer.Typer) -> None:
    """Add the lab's commands to the application."""
    lab = typer.Typer(no_args_is_help=True, help="Try out and calibrate the model.")
    application.add_typer(lab, name="lab")
    lab.command(help="One salvo against one defence, many times: what gets through, and what it does.")(salvo)
    lab.command(help="The model beside the public record that interception is fitted on.")(calibrate)
    lab.command(help="Fit interception on the public record anew; takes some minutes.")(fit)
    add_games(lab)


def salvo(  # noqa: PLR0913, PLR0917 (the command line reads one option from each parameter)
    attacker: Annotated[str, typer.Option(help="Who launches, such as iran or hezbollah.")],
    defender: Annotated[str, typer.Option(help="A defence: israel, israel_north, us_bases … or undefended.")],
    launch: Annotated[
        str, typer.Option(help="Classes and counts, such as drone=170,cruise=30,ballistic=120.")
    ],
    notice: Annotated[Notice, typer.Option(help="How much notice the attacker gives.")] = Notice.NONE,
    warning: Annotated[int, typer.Option(min=0, max=3, help="Quality of the defender's early warning.")] = 2,
    coalition: Annotated[int, typer.Option(min=0, max=1, help="1 with coalition air defence.")] = 0,
    alert: Annotated[bool, typer.Option("--alert", help="Full air-defence alert.")] = False,
    target: Annotated[
        str | None,
        typer.Option(help="Class of target; towns if populated impacts are asked for, else military forces."),
    ] = None,
    impacts: Annotated[Impacts, typer.Option(help="Which kind of impact to count.")] = Impacts.ANY,
    salvos: Annotated[
        int, typer.Option(min=1, max=500, help="How often it is fired at a defence that is whole again.")
    ] = 1,
    scenario: Annotated[
        str, typer.Option(help="A scenario whose munitions and defences are used.")
    ] = "consulate",
    runs: Annotated[int, typer.Option(min=40, max=100_000, help="How many runs.")] = 2000,
    seed: Seed = 1,
    json: Json = False,
) -> None:
    """Print what a salvo does, each number with its mean and quantiles over the runs."""
    from game.lab.commands import SalvoOptions

    options = SalvoOptions(
        attacker=attacker,
        defender=defender,
        launch=launch,
        notice=notice.value,
        warning=warning,
        coalition=bool(coalition),
        alert=alert,
        target=target,
        impacts=impacts.value,
        scenario=scenario,
        runs=runs,
        seed=seed,
        salvos=salvos,
    )
    _print_salvo(options, json)


def _print_salvo(options: "SalvoOptions", json: bool) -> None:
    from game.lab import commands, report

    result = commands.salvo(options)
    typer.echo(json_format.dumps(result, indent=2) if json else "\n".join(report.lines(result)))


def calibrate(
    write: Annotated[bool, typer.Option("--write", help=f"Write {PAGE} anew.")] = False,
    runs: Annotated[int, typer.Option(min=40, max=100_000, help="How many runs.")] = 2000,
    seed: Seed = 1,
    json: Json = False,
) -> None:
    """Print every published figure beside the model's median and 95 % interval."""
    from game.lab import calibrate, commands

    compared = commands.calibration(runs, seed)
    if write:
        commands.write_page(PAGE, compared)
    data = [each.as_data() for each in compared]
    typer.echo(json_format.dumps(data, indent=2) if json else "\n".join(calibrate.lines(compared)))


def fit() -> None:
    """Fit anew, write the result, and print what to change in the catalogue."""
    from game.lab import commands

    def progress(done: int) -> None:
        typer.echo(f"sweep {done} of {commands.STEPS_OF_A_FIT}", err=True)

    changes = commands.fit(FIT, progress)
    typer.echo(f"Wrote {FIT}. Change in scenarios/catalogue.yaml:" if changes else f"Wrote {FIT}.")
    for change in changes:
        typer.echo(change)
