"""What if one decision had been another: a finished game is played on from there, many times, with it and without.

Both courses are played with the same dice, so that what differs comes of the decision and not of luck. What the others
had committed at that stage stays; from then on everybody is played by a doctrine, from what their seat can see.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.players.mixture import Mixture
from game.players.prospect import replies
from game.players.slices import Slices
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.chance import game_keys
from game.rules.choices import Means, after, means
from game.rules.tables import PASSES, Ending, Slot, Stage, slots_of
from game.rules.tracks import Axis
from game.rules.turn import play_on
from game.session.chosen import ChosenOption, chosen_options
from game.session.menu import PARAMETERS, Choice, OrderCard
from game.session.playing_on import Ends, Games, called_in
from game.session.reporting import ending_words
from game.session.session import Session
from game.session.wording import SLOT_NAMES, begun

RUNS = 1000
"""Games played on for each of the two courses."""

_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Taken:
    """A choice that was made: what one power put into one slot at one stage."""

    entry: int
    """Which stage of the game's log it was made at, from 0."""
    seat: int
    slot: Slot
    option: int
    turn: int
    stage: str
    words: str

    @property
    def id(self) -> str:
        """What tells it from every other choice of the game."""
        return f"{self.entry}:{self.seat}:{int(self.slot)}"


@dataclass(frozen=True, slots=True)
class Other:
    """What could have been chosen in its place."""

    option: int
    words: str
    group: str
    """How it differs: in one setting, by another order, or by nothing being done."""


@dataclass(frozen=True, slots=True)
class Course:
    """How games ended, as means over them."""

    scores: tuple[float, ...]
    """Points, by power."""
    endings: Mapping[Ending, float]
    """How many ended in each way, percent."""
    killed: tuple[float, ...]
    """People killed since the game began, by population."""

    @property
    def ending(self) -> str:
        """How most of them ended, in a sentence."""
        return ending_words(max(self.endings, key=lambda each: self.endings[each]).name.lower())


@dataclass(frozen=True, slots=True)
class Compared:
    """The course with the choice that was made beside the one with another."""

    was: Course
    changed: Course
    same_dice_was: Course
    """The same for a single game: the one with the dice that really fell."""
    same_dice_changed: Course


class WhatIf:
    """Changes one choice of a finished game. Raises SessionError while the game goes on."""

    def __init__(self, session: Session) -> None:
        self._session, self._rules = session, session.rules
        self._history = session.history()
        self._minds: dict[int, Mixture] = {}

    @property
    def powers(self) -> tuple[str, ...]:
        """The names of the powers, as scores are ordered."""
        return tuple(self._session.wording.actor(seat) for seat in range(self._rules.powers))

    @property
    def people(self) -> tuple[int, ...]:
        """The seats that people had."""
        return self._session.seats.people

    @property
    def populations(self) -> tuple[str, ...]:
        """The names of the populations, as tolls are ordered."""
        axis = Axis.POPULATION
        return tuple(self._session.wording.named(axis, name) for name in self._rules.layout.names[axis])

    @cached_property
    def taken(self) -> tuple[Taken, ...]:
        """Every choice of the game in the order of play, also to do nothing."""
        return tuple(self._taken(each) for each in chosen_options(self._session))

    def others(self, taken: Taken) -> tuple[Other, ...]:
        """What else was legal: the same order with one setting changed, each other order, and nothing."""
        state, wording = self._history[taken.entry], self._session.wording
        menu = self._session.menus.menu(state, taken.seat, taken.slot, self._left(taken))
        made = menu.choice(self._rules.options.keys[taken.option])
        if made is None:
            return ()
        own = wording.rules.options.orders[wording.rules.options.order[taken.option]]
        found: list[Other] = []
        for card in menu.cards:
            found += _turned(card, made) if card.order == own else _another(card, made)
        return tuple(found)

    def leaves_out(self, taken: Taken) -> bool:
        """Whether a facilitator had an event happen after a choice: by chance alone it need not come again."""
        later = self._session.entries[taken.entry + 1 :]
        return any(entry.between is not None and entry.between.kind == "inject" for entry in later)

    def working(self, taken: Taken, option: int) -> Generator[float, None, Compared]:
        """What comes of a choice and of ``option`` in its place, in slices; yields how much is done, 0 to 1."""
        keys = game_keys(self._session.seed, np.arange(RUNS, dtype=np.int32))
        if not self._minds:
            calling = Slices(called_in(self._session))
            for _ in calling:
                yield 0.0
            self._minds = calling.found
        parts: tuple[list[Ends], list[Ends]] = ([], [])
        for first in range(0, RUNS, _AT_ONCE):
            for part, chosen in zip(parts, (taken.option, option), strict=True):
                for _ in self._played_on(taken, chosen, keys[first : first + _AT_ONCE], part):
                    yield first / RUNS
        was, changed = (Ends.joined(part) for part in parts)
        return Compared(_course(was), _course(changed), _course(was.first()), _course(changed.first()))

    # --- what was chosen, and what could have been -----------------------------------------------------

    def _taken(self, each: ChosenOption) -> Taken:
        wording = self._session.wording
        passed = self._rules.options.keys[each.option].endswith(PASSES)
        done = "nothing" if passed else wording.describe(each.option)
        return Taken(
            entry=each.place,
            seat=each.seat,
            slot=each.slot,
            option=each.option,
            turn=each.entry.turn,
            stage=wording.stage(each.entry.stage),
            words=f"{SLOT_NAMES[each.slot]}: {done}",
        )

    def _left(self, taken: Taken) -> Means:
        """What the other choices of the same stage leave of attention and readiness."""
        left = means(self._history[taken.entry], taken.seat)
        others = (each for each in self.taken if each.entry == taken.entry and each.seat == taken.seat)
        for each in others:
            if each.slot is not taken.slot:
                left = after(self._rules, left, integers([each.option]))
        return left

    # --- playing on ------------------------------------------------------------------------------------

    def _played_on(
        self, taken: Taken, option: int, keys: KeyArray, ends: list[Ends]
    ) -> Generator[None, None, None]:
        """Play on from a choice to the end, a stage at a time; how it ended is added to ``ends``."""
        start = self._history[taken.entry]
        games = Games(start.repeat(len(keys)), keys)
        members = np.stack([mind.members(keys) for _, mind in sorted(self._minds.items())])
        choices = np.repeat(self._numbers(taken, option), len(keys), axis=2)
        while not games.empty:
            play_on(self._rules, games.state, choices, games.keys)
            yield
            if games.state.stage == Stage.ORDERS:
                games.clear_all()
            if not games.empty:
                choices = replies(self._rules, self._minds, games.state, games.keys, members[:, games.place])
        ends.append(Ends.of(self._rules, games.in_order(), self._history[0]))

    def _numbers(self, taken: Taken, option: int) -> IntArray:
        """All choices of the stage with one of them changed, ``[power, slot, 1]``."""
        stage = Stage(self._history[taken.entry].stage)
        numbers = self._session.ballots.read(stage, self._session.entries[taken.entry].choices)
        numbers[taken.seat, slots_of(stage).index(taken.slot), 0] = option
        return numbers


def _course(ends: Ends) -> Course:
    """The means of games."""
    ways = [ending for ending in Ending if ending is not Ending.PLAYING]
    return Course(
        scores=tuple((ends.scores.mean(axis=1) / 100).tolist()),
        endings={ending: 100 * float((ends.endings == ending).mean()) for ending in ways},
        killed=tuple(ends.killed.mean(axis=1).tolist()),
    )


def _turned(card: OrderCard, made: Choice) -> Iterator[Other]:
    """The same order with one setting changed."""
    for choice in card.choices:
        changed = [name for name, value in choice.settings.items() if made.settings.get(name) != value]
        if choice.legal and len(changed) == 1:
            name = changed[0]
            told = card.value_names[name, choice.settings[name]].partition(":")[0]
            called = PARAMETERS[name]
            words = begun(told) if told.startswith(called.lower()) else f"{called}: {told}"
            yield Other(choice.option, words, "The same order, one setting changed")


def _another(card: OrderCard, made: Choice) -> Iterator[Other]:
    """Another order, with the settings that are nearest to those that were made."""
    choice = card.nearest(made.settings)
    if choice.key.endswith(PASSES):
        yield Other(choice.option, "Nothing", "Another order")
    elif choice.legal:
        yield Other(choice.option, begun(choice.words), "Another order")
