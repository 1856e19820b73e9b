"""What was chosen in a game, slot by slot, for whoever looks back on it."""

from collections.abc import Iterator
from typing import NamedTuple

from game.rules.tables import Slot, Stage, slots_of
from game.session.log import Chosen, Entry
from game.session.session import Session


class ChosenOption(NamedTuple):
    """The option with which a seat filled a slot, also where that was to pass."""

    place: int
    """Of the stage in the log."""
    entry: Entry
    chosen: Chosen
    """Everything that the seat chose at the stage, and who chose it and why."""
    seat: int
    slot: Slot
    option: int


def chosen_options(session: Session) -> Iterator[ChosenOption]:
    """Everything that was chosen, in the order of play."""
    for place, entry in enumerate(session.entries):
        stage = Stage(entry.stage)
        for chosen in entry.choices:
            seat = session.ballots.seat(chosen.power)
            options = session.ballots.options(stage, seat, chosen.options)
            for slot, option in zip(slots_of(stage), options, strict=True):
                yield ChosenOption(place, entry, chosen, seat, slot, option)
