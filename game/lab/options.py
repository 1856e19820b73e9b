"""Options that several commands of the command line take alike."""

from typing import Annotated, Final

import typer

MOST_SEED: Final = 2**64 - 1
"""The largest seed, of a game and of a run in the lab alike: dice are drawn by words of 64 bits."""

MOST_GAMES: Final = 1_000_000
"""How many games a command plays at the most: more would take days, and memory that nobody has."""

Seed = Annotated[int, typer.Option(min=0, max=MOST_SEED, help="The same seed: the same runs.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
