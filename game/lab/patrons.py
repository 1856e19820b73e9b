"""Scripted policies of a power with clients: what it may make its habit toward them."""

from dataclasses import replace
from typing import ClassVar, Final

import numpy as np

from game.lab.script import Script
from game.players.doctrine import DEFAULT, RESTRAINED
from game.players.questions import Situation
from game.rules.arrays import BoolArray, IntArray, integers, mask
from game.rules.tables import Slot
from game.rules.view import View

_HABIT: Final = 1_000
"""What puts an order before all others that are liked, or after them."""


class _Patron(Script):
    """Leans to one kind of thing for its clients; beside that it guards itself and answers what must be answered."""

    fills: ClassVar[tuple[Slot, ...]] = (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY, Slot.OFFER)

    def strikes(self, view: View, situation: Situation) -> BoolArray:
        """Where so much is owed, or a line of its own or for a client was crossed, that it must answer."""
        return situation.must_answer

    def does(self, options: IntArray) -> BoolArray:
        """Which options belong to its habit, ``[option]``."""
        return np.zeros(len(options), dtype=np.bool_)

    def leans(self, options: IntArray) -> IntArray:
        """What belongs to its habit comes before all else."""
        return integers(_HABIT * self.does(options))

    def _raises(self, options: IntArray, *cells: IntArray) -> BoolArray:
        """Which options raise one of these rows."""
        table = self.rules.options
        raised = np.isin(table.shift_row[options], np.concatenate(cells)) & (table.shift_by[options] > 0)
        return mask(raised.any(axis=1))

    def _backs(self, options: IntArray) -> BoolArray:
        """Which options defend a client, send forces to it or draw a line for it."""
        cells, clients = self.rules.layout.cells, np.flatnonzero(self.rules.client_of[self.seat])
        line = self.rules.options.line[options]
        protects = np.append(self.rules.lines.protects, self.seat)[line]
        helps = self._raises(options, cells("shield", clients), cells("presence", self.seat, clients))
        return mask(helps | ((line >= 0) & np.isin(protects, clients)))

    def _brokers(self, options: IntArray) -> BoolArray:
        """Which options broker talks, raise leverage for them or ask others to hold for a promise."""
        table, talks = self.rules.options, np.arange(len(self.rules.talks.front))
        asks = (table.broker[options] >= 0) | ((table.promise[options] >= 0) & ~table.holds[options])
        return mask(asks | self._raises(options, self.rules.layout.cells("leverage", talks)))

    def _reins_in(self, options: IntArray) -> BoolArray:
        """Which options ask a client or a partner to hold, or tie arms to conditions."""
        table = self.rules.options
        asks = (table.restrains[options] >= 0) | (table.ask_restraint[options] >= 0)
        return mask(asks | (table.presses[options] >= 0))


class Guarantor(_Patron):
    """Stands by its clients: leads the common defence, keeps forces near them, and draws lines that it answers for."""

    temper = replace(DEFAULT, loyalty_to_partners=90)

    def does(self, options: IntArray) -> BoolArray:
        """Air defence, forces and lines for a client."""
        return self._backs(options)


class Broker(_Patron):
    """Brokers talks where they can move, spends leverage on them, and takes and makes promises."""

    temper = RESTRAINED
    accepts = True

    def does(self, options: IntArray) -> BoolArray:
        """Talks, leverage and promises."""
        return self._brokers(options)


class Restrainer(_Patron):
    """Holds its clients back: asks them to wait, and ties arms to conditions; it defends them all the same."""

    temper = RESTRAINED
    accepts = True

    def does(self, options: IntArray) -> BoolArray:
        """Requests to hold, and pressure."""
        return self._reins_in(options)


class HandsOff(_Patron):
    """Keeps out of what its clients and other powers have between them, and looks after itself alone."""

    fills = (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY)

    def leans(self, options: IntArray) -> IntArray:
        """Nothing for a client, and no mediation."""
        involved = self._backs(options) | self._brokers(options) | self._reins_in(options)
        return integers(-_HABIT * involved)


PATRONS: Final[dict[str, type[Script]]] = {
    "guarantor": Guarantor,
    "broker": Broker,
    "restrainer": Restrainer,
    "hands_off": HandsOff,
}
"""What a power with clients may make its habit."""
