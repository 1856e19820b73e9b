"""Games in which forecasts are put to the test: what one said of a turn, and what the turn then came to.

At the start of every turn one seat of each game forecasts a draft. What then happens is played once, with the game's
own dice and hidden truth. Rivals are drawn, every turn afresh, from the very mixture that the forecast supposes: only
against that is its claim one that can be tested. Whether a seat is right about what its rivals are like is another
question (mirror-imaging is a rule of the game). Half of the drafts are a doctrine's, half are picked at random; a draft
tells nothing about how the seat will answer later in the turn, as the forecast has it.
"""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np

from game.players.batch import Chooser, choices_of
from game.players.forecast import Forecast, Quantity
from game.players.forecaster import Forecaster
from game.players.mixture import Mixture
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers
from game.rules.chance import Chance, mix
from game.rules.choices import at_random, deciding, lawful, passes
from game.rules.rungs import GENERAL_WAR
from game.rules.state import State
from game.rules.tables import Ending, Rules, Stage
from game.rules.turn import begin, play_on
from game.rules.view import View, view


class Event(NamedTuple):
    """Something that a forecast gave a chance, and whether it happened."""

    kind: str
    said: float
    """Percent."""
    happened: bool
    game: int
    """The chance key of its game: what happens in one game hangs together."""


class Range(NamedTuple):
    """A number that a forecast gave a range in which four of five games end, and what it came to."""

    kind: str
    low: float
    high: float
    mean: float
    came: float
    game: int
    """The chance key of its game."""


class Trial:
    """Games in play side by side; each turn one seat of each forecasts, and then the turn is played."""

    def __init__(self, rules: Rules, forecasters: tuple[Forecaster, ...], keys: KeyArray) -> None:
        self._rules = rules
        self._forecasters = forecasters
        self._keys = keys
        self._state = begin(rules, keys)
        self.events: list[Event] = []
        self.ranges: list[Range] = []

    @property
    def playing(self) -> bool:
        """Whether some game goes on."""
        return len(self._keys) > 0

    def turn(self) -> None:
        """Forecast in every game, play the turn, and note what was said and what came."""
        state, keys = self._state, self._keys
        turn, games = state.turn, len(keys)
        seats = (np.arange(games) + turn) % self._rules.powers
        said, supposed, drafts = zip(
            *(self._forecast(int(seat), game) for game, seat in enumerate(seats)), strict=True
        )
        came = self._played(seats, supposed, drafts)
        for game, seat in enumerate(seats):
            self.events += _events(said[game], came, int(seat), game)
            self.ranges += _ranges(said[game], came, int(seat), game)
        left = np.flatnonzero(self._state.ending == Ending.PLAYING)
        self._state, self._keys = self._state.take(left), keys[left]

    def _forecast(self, seat: int, game: int) -> tuple[Forecast, dict[int, Mixture], IntArray]:
        """A seat's forecast of a draft in one game, whom it supposes to play the others, and the draft."""
        here, keys, rules = np.array([game]), self._keys[[game]], self._rules
        forecaster, seen = self._forecasters[seat], view(rules, self._state.take(here), seat, keys)
        supposed = forecaster.supposed(seen)
        if game % 2:
            chance = Chance(keys, seen.turn, seen.stage)
            draft = at_random(rules, seen.seen, chance)[seat]
        else:
            draft = supposed[seat].choices(seen, mix(keys))
        choices = passes(rules, Stage.ORDERS, 1)
        choices[seat] = draft
        draft = lawful(rules, self._state.take(here), choices)[seat]
        return forecaster.forecast(seen, draft[:, 0]), supposed, integers(draft[:, 0])

    def _played(
        self, seats: IntArray, supposed: tuple[dict[int, Mixture], ...], drafts: tuple[IntArray, ...]
    ) -> "_Came":
        """Play the turn: the draft of one seat, and everybody else as that seat supposes them to be."""
        rules, state, games = self._rules, self._state, np.arange(len(seats))
        killed = state.killed.copy()
        choices = self._choices(supposed)
        choices[seats, :, games] = np.stack(drafts)
        self._carry_out(choices)
        windows = state.window > 0
        while state.stage != Stage.BRINK:
            self._carry_out(self._choices(supposed))
        struck, lost = state.struck > 0, state.brink.copy()  # before the books clear them
        self._carry_out(self._choices(supposed))
        return _Came(rules, self._keys, state, windows, struck, lost, state.killed - killed)

    def _carry_out(self, choices: IntArray) -> None:
        play_on(self._rules, self._state, lawful(self._rules, self._state, choices), self._keys)

    def _choices(self, supposed: tuple[dict[int, Mixture], ...]) -> IntArray:
        """What everybody chooses at this stage: each game has its own mixtures of the same players."""
        rules, state = self._rules, self._state
        kinds = mix(self._keys + state.turn)
        choosers = {
            seat: _chooser([mixtures[seat] for mixtures in supposed], kinds) for seat in range(rules.powers)
        }
        return choices_of(rules, state, self._keys, deciding(rules, state), choosers)


def _chooser(mixtures: list[Mixture], kinds: KeyArray) -> Chooser:
    """Chooses for a seat where each game has a mixture of its own and a key that draws from it."""

    def choose(seen: View, keys: KeyArray, games: IntArray) -> IntArray:
        members = integers([mixtures[game].members(kinds[[game]])[0] for game in games])
        return mixtures[0].choices_of(members, seen, keys)

    return choose


class _Came(NamedTuple):
    """What a turn came to; arrays end in games."""

    rules: Rules
    keys: KeyArray
    state: State
    windows: BoolArray
    struck: BoolArray
    lost: IntArray
    killed: IntArray


def _events(said: Forecast, came: _Came, seat: int, game: int) -> Iterator[Event]:
    """Chances that a forecast gave, and what happened."""
    key = int(came.keys[game])
    for rival, odds in said.windows.items():
        yield Event("reply window", odds.percent, bool(came.windows[rival, seat, game]), key)
    for rival, odds in said.struck_back.items():
        yield Event("struck by a rival", odds.percent, bool(came.struck[rival, seat, game]), key)
    for front, odds in said.control.items():
        if came.rules.fronts.control_from[front] <= GENERAL_WAR:
            yield Event("control lost on a front", odds.percent, bool(came.lost[game] == front), key)


def _ranges(said: Forecast, came: _Came, seat: int, game: int) -> Iterator[Range]:
    """Ranges that a forecast gave, and what the numbers came to."""
    state = came.state
    told = partial(_range, int(came.keys[game]))
    for actor, quantity in said.owed.items():
        yield told("what is owed to it", quantity, state.owed[seat, actor, game])
    for rival, quantity in said.rivals_owed.items():
        yield told("what it owes a rival", quantity, state.owed[rival, seat, game])
    for rival, quantity in said.credibility.items():
        yield told("credibility", quantity, state.credibility[seat, rival, game])
    yield told("standing", said.standing, state.standing[seat, game])
    yield told("legitimacy", said.legitimacy, state.legitimacy[seat, game])
    yield told("cohesion", said.cohesion, state.cohesion[came.rules.camp[seat], game])
    for people, quantity in said.toll.items():
        yield told("people killed", quantity, came.killed[people, game])


def _range(key: int, kind: str, said: Quantity, came: int) -> Range:
    return Range(kind, said.low, said.high, said.mean, float(came), key)
