"""What if one decision had been another: asked after the debrief in the terminal, and told as lines of text."""

from collections.abc import Iterator, Sequence

from game.players.slices import followed
from game.report.compared import HOW, Asked, asked
from game.session.what_if import Other, Taken, WhatIf
from game.text.terminal import Terminal
from game.text.waiting import Quarters


def ask_what_if(what_if: WhatIf, terminal: Terminal) -> Asked | None:
    """Ask a person which decision to change and to what, and play both courses on; None if the person leaves it."""
    taken = _decision(what_if, terminal)
    if taken is None:
        return None
    other = _other(what_if.others(taken), terminal)
    if other is None:
        return None
    quarters = Quarters(terminal, "Both courses are played on", "Ctrl-C gives it up.")
    try:
        return asked(what_if, taken, other, followed(what_if.working(taken, other.option), quarters.tell))
    except KeyboardInterrupt:
        terminal.say("", "Given up.")
        return None


def what_if_told(found: Asked) -> Iterator[str]:
    """Both courses side by side, figure by figure, and how to read them."""
    yield from (
        "",
        f"{found.power}, turn {found.taken.turn}: {found.other.words}, in place of: {found.taken.words}",
    )
    for figure in found.figures:
        was, changed, by = figure.cells
        yield f"- {figure.name}: {was} as decided, {changed} changed, difference {by}"
    yield "With the dice that fell in this game:"
    yield from (
        f"- {name}: {told}" for name, told in zip(("As decided", "Changed"), found.same_dice, strict=True)
    )
    yield f"{HOW} {found.left_out}".rstrip()


def _decision(what_if: WhatIf, terminal: Terminal) -> Taken | None:
    """A decision of a turn, both asked for."""
    turns = sorted({each.turn for each in what_if.taken})
    if not turns:
        terminal.say("The game was ended before anybody chose anything.")
        return None
    turn = _one_of([f"turn {turn}" for turn in turns], "A decision of which turn?", terminal)
    if turn is None:
        return None
    taken = [each for each in what_if.taken if each.turn == turns[turn]]
    told = [f"{what_if.powers[each.seat]}, {each.stage}: {each.words}" for each in taken]
    place = _one_of(told, "Which decision?", terminal)
    return None if place is None else taken[place]


def _other(others: Sequence[Other], terminal: Terminal) -> Other | None:
    """What else could have been chosen."""
    if not others:
        terminal.say("Nothing else was possible.")
        return None
    place = _one_of([f"{each.group}: {each.words}" for each in others], "What in its place?", terminal)
    return None if place is None else others[place]


def _one_of(told: Sequence[str], question: str, terminal: Terminal) -> int | None:
    """The place of what a person picks by its number; None for nothing."""
    terminal.say("", *(f"{number}. {words}" for number, words in enumerate(told, start=1)))
    while answer := terminal.ask(f"{question} Its number, or Enter for none."):
        if answer.isdecimal() and 1 <= int(answer) <= len(told):
            return int(answer) - 1
        terminal.refuse(f"{answer!r} is no number from 1 to {len(told)}.")
    return None
