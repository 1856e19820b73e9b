"""What a seat knows of words given and blows owed, each in a sentence: for briefings, positions and sheets."""

from collections.abc import Iterator

from game.rules.tracks import Axis
from game.rules.view import View
from game.session.session import Session
from game.session.wording import Wording, begun


def known(session: Session, seat: int) -> Iterator[str]:
    """What its audiences feel is owed, red lines that are drawn, and promises that are held for."""
    view, power = session.view(seat), session.seats.seats[seat].power
    yield from _owed(session.wording, view, power)
    yield from (told for _, told in words_given(session.wording, view))


def words_given(wording: Wording, view: View) -> Iterator[tuple[int, str]]:
    """Red lines that are drawn and promises that are held for: the row of the stake, and a sentence."""
    yield from _lines(wording, view)
    yield from _promises(wording, view)


def _seen(wording: Wording, view: View, track: str, *entry: str) -> int:
    """The least that a row can be, by all that the seat knows; what it knows exactly is just that."""
    return view.bounds(wording.rules.layout.row(track, *entry))[0]


def _owed(wording: Wording, view: View, power: str) -> Iterator[str]:
    layout = wording.rules.layout
    for actor in layout.names[Axis.ACTOR]:
        owed = _seen(wording, view, "owed", power, actor)
        if owed > 0 and actor != power:
            shown = wording.value(layout.row("owed", power, actor), owed)
            yield f"Your audiences feel that {shown} is owed to {wording.in_text(actor)}."


def _lines(wording: Wording, view: View) -> Iterator[tuple[int, str]]:
    for name, line in wording.scenario.lines.items():
        if stake := _seen(wording, view, "line_stake", name):
            crossed = ", crossed" if _seen(wording, view, "line_crossed", name) else ""
            told = f"Red line of {wording.in_text(line.owner)}: {line.name}, stake {stake}{crossed}."
            yield wording.rules.layout.row("line_stake", name), told


def _promises(wording: Wording, view: View) -> Iterator[tuple[int, str]]:
    for name, promise in wording.scenario.promises.items():
        if stake := _seen(wording, view, "promise_stake", name):
            holder, mediator = (wording.in_text(side) for side in (promise.holder, promise.mediator))
            left = _seen(wording, view, "promise_left", name)
            told = (
                f"{begun(holder)} holds for a promise of {mediator}: {promise.name}, stake {stake}, "
                f"{left} turn{'' if left == 1 else 's'} left."
            )
            yield wording.rules.layout.row("promise_stake", name), told
