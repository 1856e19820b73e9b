"""Luck against choice as lines of text, after the debrief."""

from collections.abc import Iterator

from game.report.luck import CANNOT, HOW, HOW_THROWS, QUESTION, LuckTold, worked_out
from game.session.session import Session
from game.text.terminal import Terminal
from game.text.waiting import Quarters


def luck_of(session: Session, terminal: Terminal) -> LuckTold | None:
    """Work it out, telling a person how far it is, quarter by quarter; None if the person gives it up by Ctrl-C."""
    quarters = Quarters(terminal, "The same orders are played with other dice", "Ctrl-C leaves it out.")
    try:
        return worked_out(session, quarters.tell)
    except KeyboardInterrupt:
        terminal.say("", "Left out.")
        return None


def luck(told: LuckTold) -> Iterator[str]:
    """How to read it, toll, endings, scores, the least likely throws, and a question for the class."""
    yield from ("", "Luck against choice", HOW, CANNOT)
    yield from ("", "Killed with other dice (this game; on average; four of five games):", told.toll_note)
    yield from (f"- {each.name}: {'; '.join(each.cells)}" for each in told.toll)
    yield from ("", "How the games ended:", *(f"- {each.words}" for each in told.endings))
    if told.powers:
        yield from ("", "Score with other dice:", *(f"- {each.name}. {each.words}" for each in told.powers))
    yield from told.notes
    yield from ("", told.throws_words, *([HOW_THROWS] if told.unlikely else []))
    yield from (f"- {each.when}. {each.what}. {each.words}" for each in told.unlikely)
    yield from ("", QUESTION)
