"""One group's game among those of a class."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from game.report.debrief import Debrief
from game.report.decisions import Decision
from game.report.outcome import Outcome
from game.session.reporting import ending_words
from game.session.session import Session


@dataclass(frozen=True, slots=True)
class Group:
    """One group's game."""

    letter: str
    source: str
    """The file that it came from."""
    session: Session
    debrief: Debrief
    outcome: Outcome

    @property
    def ended(self) -> str:
        """How its game ended."""
        return ending_words(self.session.ending)

    @property
    def people(self) -> str:
        """The powers that people played."""
        powers = list(self.session.scenario.powers.values())
        return ", ".join(powers[seat].name for seat in self.session.seats.people) or "nobody"

    @property
    def fallen(self) -> str:
        """The powers whose government fell."""
        powers = enumerate(self.session.scenario.powers.values())
        return ", ".join(power.name for seat, power in powers if self.session.is_caretaker(seat)) or "none"

    def chosen(self, turn: int, power: str) -> tuple[Decision, ...]:
        """What a power, by its id, ordered and replied in a turn, as far as there is anything to tell of it."""
        return tuple(
            each
            for each in self.debrief.decisions
            if (each.turn, each.power) == (turn, power) and (each.choices or each.reason or each.note)
        )


def parted(groups: Sequence[Group], power: str) -> int:
    """The first turn in which a power did not do the same in all games, by its id; 0 if it did in every turn."""
    for turn in range(1, max(group.session.turn for group in groups) + 1):
        if len({tuple(each.choices for each in group.chosen(turn, power)) for group in groups}) > 1:
            return turn
    return 0


def letter(place: int) -> str:
    """What the group at a place, from 0, is called: A to Z, then AA, AB and so on."""
    before, own = divmod(place, len(ascii_uppercase))
    return (letter(before - 1) if before else "") + ascii_uppercase[own]
