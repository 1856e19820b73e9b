"""One game as a row of questions, each about one slot of one power, to whoever plays it from outside."""

from collections.abc import Callable, Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from game.players.levels import Player
from game.rules.arrays import BoolArray, IntArray, which
from game.rules.chance import game_keys
from game.rules.choices import IllegalChoice, after, check, deciding, legal, means, passes
from game.rules.score import score
from game.rules.tables import Ending, Rules, Slot, Stage, slots_of
from game.rules.turn import advance, begin
from game.rules.view import View, view


@dataclass(frozen=True, slots=True)
class Question:
    """Which option of a menu a power chooses for a slot."""

    seat: int
    slot: Slot
    allowed: BoolArray
    """Which options of the slot's menu are legal, ``[option of the menu]``; more than one is."""
    chosen: tuple[int, ...]
    """Places in their menus of what it chose for the slots before, at this stage."""


class Course:
    """A game from its opening to its end. It is the game of that seed and those choices in the window.

    ``computers`` play their seats, and for a government that fell plays the ``caretaker`` of its seat. Whoever else has
    a decision is asked, one after another; what they choose is carried out when all have answered.
    """

    def __init__(
        self, rules: Rules, seed: int, computers: Mapping[int, Player], caretaker: Callable[[int], Player]
    ) -> None:
        self._rules = rules
        self._computers = computers
        self._caretaker = caretaker
        self._keys = game_keys(seed, np.zeros(1, dtype=np.int32))
        self._state = begin(rules, self._keys)
        self._views: dict[int, View] = {}
        self._questions = self._asked()
        self.question: Question | None = next(self._questions, None)
        """What is asked now; None when the game is over."""

    @property
    def ending(self) -> str:
        """How the game ended: regional_war, settlement, horizon, or fallen; empty while it goes on.

        It has fallen when the governments of all who are asked have.
        """
        kind = Ending(int(self._state.ending[0]))
        if kind is not Ending.PLAYING:
            return kind.name.lower()
        caretakers = self._state.caretaker[:, 0]
        asked = [seat for seat in range(self._rules.powers) if seat not in self._computers]
        return "fallen" if asked and all(caretakers[asked]) else ""

    def view(self, seat: int) -> View:
        """What a seat may know now."""
        if seat not in self._views:
            self._views[seat] = view(self._rules, self._state, seat, self._keys)
        return self._views[seat]

    def scores(self) -> list[float]:
        """The score of every power, points, once the game is over; in a regional war nobody has one, which is 0."""
        return [hundredths / 100 for hundredths in score(self._rules, self._state).total[:, 0].tolist()]

    def answer(self, place: int) -> None:
        """Choose the option at a place of the menu that is asked about.

        Raises IllegalChoice where it may not be chosen; the question stays.
        """
        asked = self.question
        if asked is None:
            raise IllegalChoice("The game is over.")
        if not (0 <= place < len(asked.allowed) and asked.allowed[place]):
            may = ", ".join(str(each) for each in which(asked.allowed))
            raise IllegalChoice(f"Option {place} of this menu cannot be chosen now; these can: {may}.")
        try:
            self.question = self._questions.send(place)
        except StopIteration:
            self.question = None

    def _asked(self) -> Generator[Question, int, None]:
        while not self.ending:
            choices = passes(self._rules, Stage(self._state.stage), 1)
            for seat in which(deciding(self._rules, self._state)[:, 0]).tolist():
                if (player := self._player(seat)) is None:
                    yield from self._asked_of(seat, choices)
                else:
                    self._decided(player, seat, choices)
            self._state = advance(self._rules, self._state, choices, self._keys).state
            self._views.clear()

    def _player(self, seat: int) -> Player | None:
        """The computer player of a seat, if it has one now."""
        if self._state.caretaker[seat, 0]:
            return self._caretaker(seat)
        return self._computers.get(seat)

    def _asked_of(self, seat: int, choices: IntArray) -> Generator[Question, int, None]:
        """Ask a seat about each slot in which it has more than one legal option; fills in its ``choices``."""
        left = means(self._state, seat)
        chosen: list[int] = []
        for place, slot in enumerate(slots_of(Stage(self._state.stage))):
            allowed = legal(self._rules, self._state, seat, slot, left)[:, 0]
            answer = (yield Question(seat, slot, allowed, tuple(chosen))) if allowed.sum() > 1 else 0
            chosen.append(answer)
            choices[seat, place] = self._rules.options.menu[seat, slot][0] + answer
            left = after(self._rules, left, choices[seat, place])

    def _decided(self, player: Player, seat: int, choices: IntArray) -> None:
        """Fill in what a computer player chooses."""
        alone = passes(self._rules, Stage(self._state.stage), 1)
        alone[seat] = player.choose(self.view(seat), self._keys).choices
        with suppress(IllegalChoice):  # what it cannot see may stand in the way: then it passes
            check(self._rules, self._state, alone)
            choices[seat] = alone[seat]
