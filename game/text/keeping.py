"""After the debrief: the offer to write it to files."""

from game.report.luck import LuckTold
from game.session.session import Session
from game.text.terminal import Terminal

HOW = "To hand it out as a page and a table: python main.py report"
"""How a game that was just played is reported on, as it is the newest one."""

_QUESTION = "Press Enter to leave, or type export to write both now."


def offer_report(session: Session, name: str, luck: LuckTold | None, terminal: Terminal) -> None:
    """Say how the debrief is kept, and ask a person whether to write it; a script's answers are only those of the game.

    How much was ``luck`` is written with it, if that was worked out. Raises InputEnded when the person has gone.
    """
    terminal.say("", HOW)
    while terminal.interactive:
        match terminal.ask(_QUESTION).lower():
            case "" | "quit":
                return
            case "export":
                terminal.say(*_written(session, name, luck))
                return
            case other:
                terminal.refuse(f"{other!r} is neither export nor nothing.")


def _written(session: Session, name: str, luck: LuckTold | None) -> list[str]:
    """Where the files are, or why there are none."""
    from game.report.export import export
    from game.report.files import NotExported

    try:
        return [f"Wrote {file}" for file in export(session, name, luck=luck)]
    except NotExported as error:
        return [str(error)]
