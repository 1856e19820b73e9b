"""After the debrief: the offer to ask what if, and to write it to files."""

from collections.abc import Sequence

from game.report.compared import Asked
from game.report.luck import LuckTold
from game.session.kept import KeptGame
from game.session.what_if import WhatIf
from game.text.terminal import Terminal
from game.text.what_if import ask_what_if, what_if_told

HOW = "To hand it out as a page and a table: python main.py report"
"""How a game that was just played is reported on, as it is the newest one."""

_QUESTION = (
    "Press Enter to leave, type what if to change one decision, or export to write page, table and game now."
)


def offer_report(kept: KeptGame, luck: LuckTold | None, terminal: Terminal) -> None:
    """Say how the debrief is kept, or why the game could not be, and ask a person whether to write it.

    A script is not asked: its answers are only those of the game.
    How much was ``luck`` is written with it, if that was worked out, and every what-if that the person asks before.
    Raises InputEnded when the person has gone.
    """
    terminal.say("", kept.warning or HOW)
    what_if, found = WhatIf(kept.session), list[Asked]()
    while terminal.interactive:
        match terminal.ask(_QUESTION).lower():
            case "" | "quit":
                return
            case "export":
                terminal.say(*_written(kept, found, luck))
                return
            case "what if":
                if answer := ask_what_if(what_if, terminal):
                    found.append(answer)
                    terminal.say(*what_if_told(answer))
            case other:
                terminal.refuse(f"{other!r} is neither what if, nor export, nor nothing.")


def _written(kept: KeptGame, found: Sequence[Asked], luck: LuckTold | None) -> list[str]:
    """Where the files are, or why there are none."""
    from game.report.export import export
    from game.report.files import NotExported

    try:
        return [f"Wrote {file}" for file in export(kept, found, luck)]
    except NotExported as error:
        return [str(error)]
