"""The lab's commands that play whole games: ``main.py lab match`` and ``doctrines``.

What is slow to import is imported where it is used.
"""

import json as json_format
from typing import Annotated

import typer

MOST_SEED = 2**63 - 1

Seed = Annotated[int, typer.Option(min=0, max=MOST_SEED, help="The same seed: the same runs.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OneScenario = Annotated[str, typer.Option("--scenario", help="A name such as consulate, or a file.")]


def add_games(lab: typer.Typer) -> None:
    """Add the commands to the lab's."""
    lab.command(help="The doctrines of a scenario against each other: scores, wars, best replies.")(doctrines)
    lab.command(help="One player against others, in every seat, with the same dice.")(match)


def progress(done: int, of: int) -> None:
    """Say on the error stream how far it is, on one line that is written over."""
    if typer.get_text_stream("stderr").isatty():
        typer.echo(f"\r{done} of {of}" + ("\n" if done >= of else ""), err=True, nl=False)


def doctrines(
    scenario: Annotated[str, typer.Argument(help="A name such as consulate, or a file.")] = "consulate",
    games: Annotated[int, typer.Option(min=100, max=100_000, help="How many games.")] = 6400,
    seed: Seed = 1,
    json: Json = False,
) -> None:
    """Play games in which every seat draws one of its doctrines, and compare these."""
    from game.lab import doctrines as compared
    from game.scenario.shipped import load_scenario

    loaded = load_scenario(scenario)
    results = compared.compare(loaded.scenario, loaded.rules, games, seed)
    data = [each.as_data() for each in results]
    typer.echo(json_format.dumps(data, indent=2) if json else "\n".join(compared.lines(results)))


def match(
    a: Annotated[
        str, typer.Option(help="Who is measured: a script, a doctrine such as balance, or a level.")
    ],
    b: Annotated[list[str], typer.Option(help="Who sits in the other seats; once for each of them.")],
    scenario: OneScenario = "consulate",
    games: Annotated[int, typer.Option(min=6, max=1_000_000, help="How many games in all.")] = 600,
    seed: Seed = 1,
    json: Json = False,
) -> None:
    """Print the share of games that ``a`` wins, with its 95 % interval."""
    from game.lab import match as matches
    from game.scenario.shipped import load_scenario

    result = matches.match(load_scenario(scenario), a, b, games, seed, progress)
    typer.echo(json_format.dumps(result.as_data(), indent=2) if json else "\n".join(matches.lines(result)))
