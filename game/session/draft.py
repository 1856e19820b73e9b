"""What a seat is about to commit: one choice for each slot, with undo until it is committed."""

from dataclasses import dataclass, field

from game.rules.arrays import integers
from game.rules.choices import IllegalChoice, Means, after, means
from game.rules.state import State
from game.rules.tables import Slot, Stage, slots_of
from game.session.ballots import nothing
from game.session.menu import Choice, MenuWriter, SlotMenu


@dataclass
class Draft:
    """Choices of one seat for the stage that the state is in. Slots that are not filled pass."""

    writer: MenuWriter
    state: State
    seat: int
    chosen: dict[Slot, Choice] = field(default_factory=dict)
    _before: list[dict[Slot, Choice]] = field(default_factory=list)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the stage, in the order in which they are filled."""
        return slots_of(Stage(self.state.stage))

    def left(self, slot: Slot | None = None) -> Means:
        """Attention and readiness that the slots before ``slot`` leave; after all slots without one."""
        left = means(self.state, self.seat)
        for each in self.slots:
            if each is slot:
                break
            if each in self.chosen:
                left = after(self.writer.rules, left, integers([self.chosen[each].option]))
        return left

    def menu(self, slot: Slot) -> SlotMenu:
        """What may fill a slot after the choices made for the slots before it."""
        return self.writer.menu(self.state, self.seat, slot, self.left(slot))

    def choose(self, slot: Slot, key: str) -> Choice:
        """Fill a slot with the option of the given key; later slots that no longer fit are emptied.

        Raises IllegalChoice, with the reasons, for an option that may not be chosen.
        """
        choice = self.menu(slot).choice(key)
        if choice is None:
            raise IllegalChoice(f"{key} is no option of this slot.")
        if not choice.legal:
            raise IllegalChoice(f"{choice.words} cannot be chosen now. {' '.join(choice.reasons)}")
        self._before.append(dict(self.chosen))
        self.chosen[slot] = choice
        self._empty_what_no_longer_fits(slot)
        return choice

    def _empty_what_no_longer_fits(self, changed: Slot) -> None:
        for slot in self.slots[self.slots.index(changed) + 1 :]:
            filled = self.chosen.get(slot)
            again = self.menu(slot).choice(filled.key) if filled else None
            if again is not None and not again.legal:
                del self.chosen[slot]

    def fill_without_undo(self, slot: Slot, choice: Choice) -> None:
        """Fill a slot that leaves no choice, so that undoing goes back to the last real one."""
        self.chosen[slot] = choice

    @property
    def can_undo(self) -> bool:
        """Whether there is a choice to take back."""
        return bool(self._before)

    def undo(self) -> bool:
        """Take the last choice back; whether there was one."""
        if not self._before:
            return False
        self.chosen = self._before.pop()
        return True

    @property
    def unfilled(self) -> tuple[Slot, ...]:
        """Slots that nothing was chosen for yet."""
        return tuple(slot for slot in self.slots if slot not in self.chosen)

    @property
    def nothing(self) -> tuple[str, ...]:
        """The first option of every slot's menu: to pass, to absorb, to stop."""
        return nothing(self.writer.rules, Stage(self.state.stage), self.seat)

    def keys(self) -> tuple[str, ...]:
        """The options to commit, slot by slot; an unfilled slot takes the first of its menu."""
        both = zip(self.slots, self.nothing, strict=True)
        return tuple(self.chosen[slot].key if slot in self.chosen else first for slot, first in both)
