"""The command line. Everything slow is imported where it is used, so that the start is quick.

What a person can mend is one clear line on the error stream and exit code 2, never a traceback.
"""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from game import __version__
from game.disk import refusal

if TYPE_CHECKING:
    from typer import Typer

    from game.session.kept import KeptGame
    from game.session.session import Session

TROUBLE, INTERRUPTED = 2, 130
_CANNOT_WRITE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why a system writes no more: no room on the disk or for this user, a file too large, a device or terminal gone."""


class Policy(StrEnum):
    """Who plays in a simulation."""

    RANDOM = "random"
    DOCTRINE = "doctrine"


def main() -> None:
    """Run the command that the arguments name and exit with its code; without arguments, open the window."""
    _open_what_is_closed()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A pipe may not know every letter; a question mark in its place is better than an end.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def _open_what_is_closed() -> None:
    """What is started without a terminal may have no streams at all: then nothing is read, and words go nowhere."""
    for name, how in (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            number = os.open(os.devnull, how)
            mode = "r" if how == os.O_RDONLY else "w"
            # Like the usual streams it is left open for as long as Python runs.
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code: 0, 2 for what the reader can mend, 130 after Ctrl-C."""
    try:
        code = _dispatched(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _stop_writing()  # whoever read the output has gone
        return TROUBLE
    except our_errors() as error:  # before those of the system: a missing asset is both
        print(error, file=sys.stderr)
        return TROUBLE
    except OSError as error:
        if error.filename is not None:
            print(f"{error.filename}: {refusal(error)}.", file=sys.stderr)
            return TROUBLE
        if error.errno not in _CANNOT_WRITE:
            raise
        _stop_writing()
        print(f"The output could not be written whole: {os.strerror(error.errno)}.", file=sys.stderr)
        return TROUBLE
    return code


def _stop_writing() -> None:
    """Let nothing more be written to the output, not even when Python exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def our_errors() -> tuple[type[Exception], ...]:
    """Errors whose message is all that the reader needs. Python asks for them only once something went wrong."""
    from game.assets import MissingAsset
    from game.errors import CalibratedError
    from game.rules.choices import IllegalChoice

    window = sys.modules.get("game.ui.kit.window")
    no_display = (window.NoDisplay,) if window else ()
    return (CalibratedError, IllegalChoice, MissingAsset, *no_display)


def _dispatched(arguments: Sequence[str]) -> int:
    if list(arguments) == ["--version"]:
        print(f"Calibrated {__version__}")
        return 0
    if not arguments:
        return _open_window()
    return _by_typer(arguments)


def _open_window(kept: "KeptGame | None" = None) -> int:
    """Open the window: on the start screen, or on a game."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.start import run as open_window

    open_window(kept)
    return 0


def _by_typer(arguments: Sequence[str]) -> int:
    """Run a command with arguments. Typer prints help and what is wrong with them, and exits."""
    try:
        _application()(list(arguments), prog_name="main.py")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else TROUBLE
    return 0


def _application() -> "Typer":
    import typer

    def options(
        version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
    ) -> None:
        """What may stand before a command. ``--version`` alone is answered before this."""

    application = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        help="Calibrated, a turn-based wargame about deterrence. Without a command it opens the window.",
    )
    application.callback()(options)
    from game.lab.cli import add_lab
    from game.lab.scenario_cli import add_scenario

    for add in (
        _add_play,
        _add_resume,
        _add_report,
        _add_groups,
        _add_sheets,
        _add_simulate,
        _add_bench,
        add_scenario,
        add_lab,
    ):
        add(application)
    return application


def _add_play(application: "Typer") -> None:
    import typer

    from game.lab.options import MOST_SEED

    @application.command(help="Play a scenario, by its name or path.")
    def play(
        scenario: Annotated[str, typer.Argument(help="A name such as consulate, or a file.")],
        seat: Annotated[
            list[str] | None, typer.Option(help="Who plays a power: POWER=human or POWER=LEVEL[:DOCTRINE].")
        ] = None,
        players: Annotated[
            str, typer.Option(help="The same for several powers, with commas: iran=human,us=hard:us_force.")
        ] = "",
        seed: Annotated[
            int | None, typer.Option(min=0, max=MOST_SEED, help="The same seed and choices: the same game.")
        ] = None,
        skin: Annotated[str | None, typer.Option(help="Invented names to play it under: fictional.")] = None,
        switch: Annotated[
            list[str] | None, typer.Option(help="A contested mechanism to take away, or add: reputation.")
        ] = None,
        text: Annotated[bool, typer.Option("--text", help="Play in the terminal.")] = False,
        script: Annotated[Path | None, typer.Option(help="Answers for the terminal, one a line.")] = None,
    ) -> None:
        seats = [*(seat or []), *filter(None, players.split(","))]
        raise typer.Exit(_play(_begun(scenario, seats, seed, skin, switch or ()), text, script))


def _add_resume(application: "Typer") -> None:
    import typer

    @application.command(help="Continue a saved game; the newest one if none is named.")
    def resume(
        save: Annotated[str | None, typer.Argument(help="The name of a save, or a file.")] = None,
        text: Annotated[bool, typer.Option("--text", help="Play in the terminal.")] = False,
        script: Annotated[Path | None, typer.Option(help="Answers for the terminal, one a line.")] = None,
    ) -> None:
        raise typer.Exit(_play(_resumed(save), text, script))


def _add_report(application: "Typer") -> None:
    import typer

    @application.command(help="Write the debrief of a finished game as a page (HTML) and a table (CSV).")
    def report(
        save: Annotated[
            str | None, typer.Argument(help="The name of a save, or a file; the newest if none.")
        ] = None,
        html: Annotated[Path | None, typer.Option(help="The page to write, or the folder for it.")] = None,
        csv: Annotated[Path | None, typer.Option(help="The table to write, or the folder for it.")] = None,
        replace: Annotated[bool, typer.Option("--replace", help="Write over files that are there.")] = False,
    ) -> None:
        from game.report.export import export_to

        kept = _resumed(save)
        for file in export_to(kept.session, kept.name, html, csv, replace=replace, tell=_tell_other_dice):
            typer.echo(f"Wrote {file}")


def _add_groups(application: "Typer") -> None:
    import typer

    @application.command(
        help="Write the finished games of several groups as one page (HTML) or archive (ZIP)."
    )
    def groups(
        saves: Annotated[
            list[str], typer.Argument(help="Names of saves, files, or a folder with them: group by group.")
        ],
        html: Annotated[Path | None, typer.Option(help="The page to write, or the folder for it.")] = None,
        zip: Annotated[  # noqa: A002 (what the option is called)
            Path | None,
            typer.Option(
                help="An archive for a learning platform, or the folder for it: that page, each group's, a table."
            ),
        ] = None,
        replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    ) -> None:
        from game.report.bundle import write_bundle
        from game.report.files import NotExported
        from game.report.groups import write_groups

        if html is not None and html == zip and not html.is_dir():
            raise NotExported(f"{html} cannot be both the page and the archive; name two files.")
        games = list(_all_resumed(saves))
        if html is not None or zip is None:
            typer.echo(f"Wrote {write_groups(games, html, replace=replace)}")
        if zip is not None:
            file = write_bundle(games, zip, replace=replace, tell=_tell_other_dice)
            typer.echo(f"Wrote {file}")


def _add_sheets(application: "Typer") -> None:
    import typer

    from game.lab.options import MOST_SEED

    @application.command(help="Write what a lesson needs on paper: role sheets, rules, reasons, contacts.")
    def sheets(
        scenario: Annotated[str, typer.Argument(help="A name such as consulate, or a file.")],
        html: Annotated[Path | None, typer.Option(help="The page to write, or the folder for it.")] = None,
        skin: Annotated[str | None, typer.Option(help="Invented names to tell it under: fictional.")] = None,
        seed: Annotated[
            int, typer.Option(min=0, max=MOST_SEED, help="The game whose estimates role sheets show.")
        ] = 1,
        replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    ) -> None:
        from game.report.lesson_sheets import print_sheets_to
        from game.scenario.shipped import load_scenario

        typer.echo(
            f"Wrote {print_sheets_to(load_scenario(scenario, skin=skin), html, seed, replace=replace)}"
        )


def _add_simulate(application: "Typer") -> None:
    import typer

    from game.lab.options import MOST_GAMES, MOST_SEED

    @application.command(help="Play many games of a scenario and say how they end.")
    def simulate(
        scenario: Annotated[str, typer.Argument(help="A name such as consulate, or a file.")],
        games: Annotated[int, typer.Option(min=1, max=MOST_GAMES, help="How many games.")] = 1000,
        seed: Annotated[int, typer.Option(min=0, max=MOST_SEED, help="The same seed: the same games.")] = 1,
        policy: Annotated[Policy, typer.Option(help="Who plays.")] = Policy.DOCTRINE,
        json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
        explain: Annotated[
            bool, typer.Option("--explain", help="Play the first game and say why each number changed.")
        ] = False,
    ) -> None:
        if explain:
            _explain(scenario, seed, policy)
            return
        _simulate(scenario, games, seed, policy, json)


def _add_bench(application: "Typer") -> None:
    import typer

    from game.lab.options import MOST_GAMES

    @application.command(help="Measure how fast the game is on this machine; takes a minute or two.")
    def bench(
        json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
        match: Annotated[
            int, typer.Option(min=0, max=MOST_GAMES, help="Also play a match of so many games.")
        ] = 0,
    ) -> None:
        from json import dumps

        from game.lab.bench import rows

        found = []
        for row in rows(match_games=match):
            found.append(row.as_data())
            print(row.line(), file=sys.stderr if json else sys.stdout, flush=True)
        if json:
            print(dumps(found, indent=2))


def _begun(
    scenario: str, seats: Sequence[str], seed: int | None, skin: str | None, switch: Sequence[str]
) -> "KeptGame":
    """A new game, saved for the first time."""
    import secrets

    from game.scenario.shipped import load_scenario
    from game.scenario.switches import switched
    from game.session.kept import KeptGame
    from game.session.save import Saves
    from game.session.seats import SeatPlan
    from game.session.session import Session

    loaded = switched(load_scenario(scenario, skin=skin), switch)
    plan = SeatPlan.parse(loaded.scenario, seats)
    chosen = secrets.randbelow(2**32) if seed is None else seed
    return KeptGame.begun(Session.new(loaded, plan, chosen), Saves.of_user())


def _resumed(save: str | None) -> "KeptGame":
    """A saved game: by name or path, or the newest autosave."""
    from game.session.kept import KeptGame
    from game.session.save import SaveError, Saves

    saves = Saves.of_user()
    path = saves.newest() if save is None else saves.find(save)
    if path is None:
        raise SaveError("There is no game to continue yet. Begin one: python main.py play consulate --text")
    return KeptGame.resumed(path, saves)


def _all_resumed(names: Sequence[str]) -> "Iterator[tuple[str, Session]]":
    """Saved games by name or path, of a folder all in it; each by its file's name, and its folder's if need be.

    Raises SaveError with a line for each that cannot be read.
    """
    from game.errors import CalibratedError
    from game.session.kept import KeptGame
    from game.session.save import SaveError, Saves

    saves = Saves.of_user()
    paths: list[Path] = []
    for name in names:
        folder = Path(name)
        paths += sorted(folder.glob("*.json")) if folder.is_dir() else [saves.find(name)]
    called, trouble = [path.name for path in paths], []
    for path in paths:
        source = path.name if called.count(path.name) == 1 else f"{path.parent.name}/{path.name}"
        try:
            yield source, KeptGame.resumed(path, saves).session
        except CalibratedError as error:
            trouble.append(str(error))
    if trouble:
        raise SaveError("\n".join(trouble))


def _play(kept: "KeptGame", text: bool, script: Path | None) -> int:
    if not text and script is None:
        return _open_window(kept)
    from game.text.run import play_in_terminal

    return play_in_terminal(kept, script)


def _simulate(name: str, games: int, seed: int, policy: Policy, as_json: bool) -> None:
    import json

    from game.lab.run import simulate
    from game.scenario.shipped import load_scenario

    loaded = load_scenario(name)
    summary = simulate(loaded.scenario, loaded.rules, games, seed, policy.value)
    if as_json:
        print(json.dumps(summary, indent=2))
        return
    for what, value in summary.items():
        print(f"{what.replace('_', ' ')}: {_told(value)}")


def _explain(name: str, seed: int, policy: Policy) -> None:
    from game.lab.explain import explained
    from game.lab.run import policy_named
    from game.scenario.shipped import load_scenario
    from game.session.wording import Wording

    loaded = load_scenario(name)
    wording = Wording(loaded.scenario, loaded.rules)
    chooser = policy_named(loaded.scenario, loaded.rules, policy.value)
    for line in explained(loaded.rules, wording, chooser, seed):
        print(line)


def _tell_other_dice(done: float) -> None:
    """How far the same orders with other dice are, on one line of a terminal's error stream that is written over."""
    if sys.stderr.isatty():
        print(f"\rOther dice: {done:.0%}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)


def _told(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_told(each)}" for name, each in value.items())
    return str(value)
