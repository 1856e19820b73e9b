"""A computer player: one seat played by a doctrine, and the reasons for what it chooses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.players.brink_reasons import BrinkReasons
from game.players.cabinet import Cabinet, Decided
from game.players.doctrine import Doctrine
from game.players.reasons import Reasons
from game.players.shortlist import shortlist
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers
from game.rules.choices import passes
from game.rules.tables import OFFERS, Rules, Slot, Stage
from game.rules.view import View

_ALONE: IntArray = integers([0])


class Told(Protocol):
    """Reasons that can be put into words for any game of a batch."""

    def seen(self, game: int) -> tuple[str, ...]:
        """What was seen and made of it in one game, before the choice."""

    def chose(self, game: int) -> tuple[str, ...]:
        """What followed from that in one game."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a computer player chose at a stage: an option for each slot, ``[slot, game]``, and why."""

    choices: IntArray
    reasons: Told

    def why(self, game: int = 0) -> tuple[str, ...]:
        """The steps that led to the choice in one game, in the game's words."""
        return (*self.reasons.seen(game), *self.reasons.chose(game))


class ComputerPlayer:
    """Plays one seat of a scenario by a doctrine."""

    def __init__(self, rules: Rules, seat: int, doctrine: Doctrine) -> None:
        self.rules = rules
        self.seat = seat
        self.doctrine = doctrine
        self.shortlist = shortlist(rules, seat, doctrine)
        self._alone = Cabinet(rules, seat, [self.shortlist])

    def choose(self, view: View, keys: KeyArray) -> Decision:
        """Choose an option for every slot of the stage that the view is of."""
        decided = self._alone.decide(view, keys, _ALONE)
        return Decision(decided.choices, self._reasons(view, decided))

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """The same without its reasons, ``[slot, game]``."""
        return self._alone.decide(view, keys, _ALONE).choices

    def force_alone(self, view: View, keys: KeyArray) -> Decision:
        """At ORDERS: the strike or operation that the doctrine would order, and nothing else."""
        decided = self._alone.decide(view, keys, _ALONE)
        choices = passes(self.rules, Stage.ORDERS, view.games)[self.seat]
        choices[Slot.FORCE] = decided.choices[Slot.FORCE]
        return Decision(choices, self._reasons(view, decided, force_alone=True))

    def _reasons(self, view: View, decided: Decided, force_alone: bool = False) -> Told:
        chosen, situation = decided.choices, decided.situation
        if situation is None:
            return BrinkReasons(self.rules, self.doctrine, view, chosen[0], decided.restraint)
        reasons, stage = Reasons(self.rules, self.shortlist, view, situation), Stage(view.stage)
        if stage is Stage.ORDERS:
            return reasons.force_alone(chosen[Slot.FORCE]) if force_alone else reasons.order(chosen)
        return reasons.offer(chosen[0]) if stage in OFFERS else reasons.answer(chosen[0], decided.dares)

    def strike_at(
        self, slot: Slot, toward: IntArray, wanted: IntArray, allowed: BoolArray, view: View
    ) -> IntArray:
        """The strike among ``allowed`` (``[option of the menu, game]``) that fits best; ``[game]``.

        ``toward`` is the actor that it is aimed at and ``wanted`` the resolve to be shown. Where there is none, the
        menu's first option.
        """
        return self._alone.strikes[slot].fitting(_ALONE, toward, wanted, allowed, view)


def cabinet(players: Sequence[ComputerPlayer]) -> Cabinet:
    """Several players of one seat, to decide side by side."""
    return Cabinet(players[0].rules, players[0].seat, [player.shortlist for player in players])
