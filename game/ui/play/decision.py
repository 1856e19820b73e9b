"""A person's decision in the making: what is chosen for each slot, how a dial turns, what is left unused."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from game.rules.tables import Slot
from game.session.draft import Draft
from game.session.menu import Choice, OrderCard, SlotMenu
from game.ui.map.aims import Aim
from game.ui.map.whereabouts import Whereabouts, aimed_at, whereabouts
from game.ui.play.message import Message, message
from game.ui.play.reader import Reader


class Decision:
    """A draft with its menus kept until they change, and with what its strikes would say."""

    def __init__(self, draft: Draft, reader: Reader, power: str) -> None:
        self._draft, self._reader, self._power = draft, reader, power
        self._menus: dict[tuple[Slot, int, int], SlotMenu] = {}
        self._messages: dict[str, Message] = {}
        self._refusals: dict[tuple[object, ...], Mapping[str, str]] = {}

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the stage, in the order in which they are filled."""
        return self._draft.slots

    def means_left(self, slot: Slot | None = None) -> tuple[int, float]:
        """Attention and readiness left before ``slot``, or after all of them."""
        left = self._draft.left(slot)
        return int(left.attention[0]), float(left.readiness[0]) / 100

    def menu(self, slot: Slot) -> SlotMenu:
        """What may fill a slot after the slots before it."""
        left = self._draft.left(slot)
        key = (slot, int(left.attention[0]), int(left.readiness[0]))
        if key not in self._menus:
            self._menus[key] = self._draft.menu(slot)
        return self._menus[key]

    def chosen(self, slot: Slot) -> Choice | None:
        """What is chosen for a slot."""
        return self._draft.chosen.get(slot)

    def card(self, slot: Slot) -> OrderCard | None:
        """The order that is chosen for a slot."""
        chosen = self.chosen(slot)
        if chosen is None:
            return None
        keys = ((card, choice.key) for card in self.menu(slot).cards for choice in card.choices)
        return next((card for card, key in keys if key == chosen.key), None)

    def choose_order(self, slot: Slot, order: str) -> None:
        """Chooses an order, by its id, with its first legal settings; one that is chosen already stays as it is."""
        card, before = self.menu(slot).card(order), self.card(slot)
        if card is None or not card.legal or (before is not None and before.order == order):
            return
        first = next(choice for choice in card.choices if choice.legal)
        self._draft.choose(slot, first.key)

    def turn(self, slot: Slot, parameter: str, value: str) -> None:
        """Turns a dial of the chosen order; other dials follow where they must."""
        card, chosen = self.card(slot), self.chosen(slot)
        if card is None or chosen is None:
            return
        found = card.nearest({**chosen.settings, parameter: value}, keep=parameter)
        if found.legal and found.key != chosen.key:
            self._draft.choose(slot, found.key)

    def refusals(self, slot: Slot, parameter: str) -> Mapping[str, str]:
        """Why values of a dial cannot be chosen, by value; those that can are left out."""
        card, chosen = self.card(slot), self.chosen(slot)
        if card is None or chosen is None:
            return {}
        place = (slot, parameter, chosen.key, *self.means_left(slot))
        if place not in self._refusals:
            self._refusals[place] = self._refused(card, chosen, parameter)
        return self._refusals[place]

    def _refused(self, card: OrderCard, chosen: Choice, parameter: str) -> Mapping[str, str]:
        refused = {}
        for value in card.parameters[parameter]:
            nearest = card.nearest({**chosen.settings, parameter: value.id}, keep=parameter)
            if not nearest.legal:
                refused[value.id] = " ".join(nearest.reasons)
        return refused

    def message(self, slot: Slot) -> Message | None:
        """What the chosen strike would say; None where no strike is chosen."""
        chosen = self.chosen(slot)
        if chosen is None or chosen.strike is None:
            return None
        if chosen.key not in self._messages:
            self._messages[chosen.key] = message(self._reader, self._power, chosen)
        return self._messages[chosen.key]

    @property
    def aims(self) -> tuple[Aim, ...]:
        """Where the strikes that are chosen would start, and what they are aimed at."""
        chosen = (self.chosen(slot) for slot in self.slots)
        return tuple(self._aim(each) for each in chosen if each is not None and each.strike is not None)

    def _aim(self, strike: Choice) -> Aim:
        wording, where = self._reader.wording, self._where
        options = wording.rules.options
        front, target = int(options.front[strike.option]), int(options.target[strike.option])
        return Aim(where.powers[self._power], aimed_at(wording.scenario, where, front, target))

    @cached_property
    def _where(self) -> Whereabouts:
        return whereabouts(self._reader.wording.scenario)

    @property
    def can_undo(self) -> bool:
        """Whether anything was chosen that can be taken back."""
        return self._draft.can_undo

    def undo(self) -> None:
        """Takes the last choice back."""
        self._draft.undo()

    @property
    def unused(self) -> tuple[Slot, ...]:
        """Slots that nothing was chosen for although something could be."""
        return tuple(
            slot for slot in self._draft.unfilled if any(card.legal for card in self.menu(slot).cards[1:])
        )

    @property
    def law_of_war(self) -> tuple[Message, ...]:
        """Chosen strikes whose expected harm must be confirmed."""
        messages = (self.message(slot) for slot in self.slots)
        return tuple(each for each in messages if each is not None and each.law_of_war)

    def keys(self) -> tuple[str, ...]:
        """The options to commit."""
        return self._draft.keys()
