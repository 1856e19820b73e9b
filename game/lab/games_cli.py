"""The lab's commands that play whole games: ``main.py lab match``, ``tournament`` and so on.

What is slow to import is imported where it is used.
"""

import json as json_format
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from game.lab.options import MOST_GAMES, Json, Seed

ALL: Final = "all"
BALANCE: Final = Path("docs/balance.md")
RELIABILITY: Final = Path("docs/reliability.md")
THEORIES: Final = Path("docs/theories.md")
LEVELS: Final = Path("docs/levels.md")
LEVEL_MATCHES: Final = Path("docs/levels.json")

OneScenario = Annotated[str, typer.Option("--scenario", help="A name such as consulate, or a file.")]
Scenarios = Annotated[list[str] | None, typer.Option(help="A scenario, or all; may be given again.")]
Policies = Annotated[
    str, typer.Option(help="Who takes part, with commas between; all scripts and doctrines if empty.")
]
Processes = Annotated[int, typer.Option(min=1, max=64, help="How many processes play.")]


def add_games(lab: typer.Typer) -> None:
    """Add the commands to the lab's."""
    lab.command(help="The doctrines of a scenario against each other: scores, wars, best replies.")(doctrines)
    lab.command(help="One player against others, in every seat, with the same dice.")(match)
    lab.command(help="Each level against the one below it.")(levels)
    lab.command(help="Scripts and doctrines in every seat: payoffs, best replies, use of orders.")(tournament)
    lab.command(help="The same tournament with each assumption switched: what hangs on which.")(theories)
    lab.command(help="What was chosen in history beside what computer players choose.")(hindcast)
    lab.command(help="Whether what forecasts say happens as often as they say.")(reliability)


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
    games: Annotated[int, typer.Option(min=6, max=MOST_GAMES, help="How many games in all.")] = 600,
    seed: Seed = 1,
    json: Json = False,
) -> None:
    """Print the share of games that ``a`` wins, with its 95 % interval."""
    from game.lab import match as matches
    from game.scenario.shipped import load_scenario

    result = matches.match(load_scenario(scenario), a, b, games, seed, progress)
    typer.echo(json_format.dumps(result.as_data(), indent=2) if json else "\n".join(matches.lines(result)))


def levels(
    scenario: Scenarios = None,
    level: Annotated[
        list[str] | None, typer.Option(help="Only this level against the one below; may be given again.")
    ] = None,
    games: Annotated[int, typer.Option(min=6, max=MOST_GAMES, help="Games of each match.")] = 60,
    seed: Seed = 1,
    json: Json = False,
    write: Annotated[
        bool, typer.Option("--write", help=f"Add to {LEVEL_MATCHES}, and write {LEVELS} anew.")
    ] = False,
) -> None:
    """Play each level against the one below it, and say whether it is stronger."""
    from game.lab import ranking
    from game.scenario.shipped import load_scenario

    if unknown := set(level or ()) - {upper for upper, _ in ranking.NEIGHBOURS}:
        raise typer.BadParameter(
            f"{', '.join(sorted(unknown))}: one of {', '.join(upper for upper, _ in ranking.NEIGHBOURS)}",
            param_hint="--level",
        )
    found = []
    for name in _scenarios(scenario or ["consulate"]):
        for pair in ranking.NEIGHBOURS:
            if level and pair[0] not in level:
                continue
            typer.echo(f"{name}: {pair[0]} against {pair[1]} …", err=True)
            found.append(ranking.ranked(load_scenario(name), pair, games, seed, progress))
            if write:
                ranking.written(ranking.gathered(LEVEL_MATCHES, found), LEVEL_MATCHES, LEVELS)
    data = [asdict(each) for each in found]
    typer.echo(json_format.dumps(data, indent=2) if json else "\n".join(ranking.lines(found)))


def tournament(  # noqa: PLR0913, PLR0917 (the command line reads one option from each parameter)
    scenario: Scenarios = None,
    policies: Policies = "",
    games: Annotated[int, typer.Option(min=4, max=10_000, help="Games of each combination.")] = 40,
    seed: Seed = 1,
    processes: Processes = 2,
    json: Json = False,
    html: Annotated[bool, typer.Option("--html", help="Print a page with every payoff.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the tables as Markdown.")] = False,
    write: Annotated[bool, typer.Option("--write", help=f"Write {BALANCE} anew.")] = False,
) -> None:
    """Play every combination of players in every seat, and say what of the balance holds."""
    from game.lab import balance, balance_html, balance_page

    named = _policies(policies)
    found = []
    for name in _scenarios(scenario or ["consulate"]):
        typer.echo(f"{name} …", err=True)
        found.append(balance.balance(name, named, games, seed, processes, progress))
    if write:
        BALANCE.write_text(balance_page.page(found), encoding="utf-8")
    if json:
        data = {
            "scenarios": {each.scenario: each.as_data() for each in found},
            "unused_orders": list(balance.unused_everywhere(found)),
        }
        typer.echo(json_format.dumps(data, indent=1))
    elif html:
        typer.echo(balance_html.html(found))
    else:
        typer.echo(balance_page.page(found) if markdown else "\n".join(balance_page.lines(found)))


def theories(
    scenario: Scenarios = None,
    policies: Policies = "",
    games: Annotated[int, typer.Option(min=10, max=10_000, help="Games of each combination.")] = 20,
    seed: Seed = 1,
    processes: Processes = 2,
    json: Json = False,
    write: Annotated[
        bool, typer.Option("--write", help=f"Write {THEORIES} anew, with its pictures.")
    ] = False,
) -> None:
    """Play the tournament of a scenario once as it is, and once with each contested mechanism switched."""
    from game.lab import theories as assumptions
    from game.lab import theories_page

    named = _policies(policies)
    found = []
    for name in _scenarios(scenario or ["consulate"]):
        typer.echo(f"{name} …", err=True)
        found.append(assumptions.theories(name, named, games, seed, processes, progress))
    told = " ".join(
        (
            *(f"--scenario {each.scenario.id}" for each in found),
            *([f"--policies {','.join(named)}"] if named else ()),
            f"--games {games}",
        )
    )
    if write:
        theories_page.written(found, told, THEORIES)
    if json:
        data = {each.scenario.id: each.as_data() for each in found}
        typer.echo(json_format.dumps(data, indent=1))
    else:
        typer.echo(theories_page.page(found, told))


def _scenarios(named: list[str]) -> list[str]:
    """The scenarios named; ``all`` stands for all that ship."""
    from game.scenario.shipped import scenarios

    return [each for name in named for each in (scenarios(()) if name == ALL else [name])]


def _policies(named: str) -> list[str]:
    """The policies named with commas between."""
    return [name.strip() for name in named.split(",") if name.strip()]


def hindcast(
    scenario: Scenarios = None,
    players: Annotated[
        str, typer.Option(help="Who plays every seat: doctrine, or a level such as hard.")
    ] = "doctrine",
    games: Annotated[int, typer.Option(min=10, max=100_000, help="How many games of each scenario.")] = 1000,
    seed: Seed = 1,
    json: Json = False,
) -> None:
    """Say how often computer players choose what was chosen, and what follows."""
    from game.lab import hindcast as hindcasts
    from game.scenario.shipped import load_scenario

    loaded = [load_scenario(name) for name in _scenarios(scenario or [ALL])]
    found = [
        choice
        for each in loaded
        if each.scenario.historical
        for choice in hindcasts.hindcast(each, games, seed, players)
    ]
    data = [each.as_data() for each in found]
    typer.echo(json_format.dumps(data, indent=2) if json else "\n".join(hindcasts.lines(found)))


def reliability(
    scenario: Annotated[
        list[str] | None, typer.Option(help="A name such as consulate, or a file; once for each of them.")
    ] = None,
    events: Annotated[int, typer.Option(min=100, max=1_000_000, help="How many events.")] = 12_000,
    samples: Annotated[int, typer.Option(min=50, max=10_000, help="Worlds that a forecast imagines.")] = 1000,
    seed: Seed = 1,
    processes: Processes = 2,
    json: Json = False,
    write: Annotated[
        bool, typer.Option("--write", help=f"Write {RELIABILITY} anew, with its diagram.")
    ] = False,
) -> None:
    """Collect what forecasts said and what happened, and compare them."""
    from game.lab import reliability as forecasts
    from game.lab import reliability_page

    scenarios = scenario or forecasts.SCENARIOS
    found = forecasts.reliability(scenarios, events, seed, samples, processes, progress)
    if write:
        reliability_page.written(found, RELIABILITY)
    data = json_format.dumps(found.as_data(), indent=2) if json else reliability_page.page(found)
    typer.echo(data)
