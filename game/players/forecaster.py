"""Forecasts a draft of orders: plays the turn, and the game to its end, in worlds that a seat cannot tell apart.

Hidden values are drawn from what the view leaves open, rivals play doctrines that the seat cannot see, and the dice
are the forecast's own. Every draft meets the same worlds, so a changed dial shows what the dial does.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from game.players.belief import belief
from game.players.causes import Averages, Watch
from game.players.doctrine import DEFAULT, Aim, Doctrine
from game.players.forecast import Forecast, Leakers, Odds, Quantity
from game.players.mixture import Mixture
from game.players.prospect import Prospect, prospect, replies
from game.players.slices import finished
from game.rules.arrays import BoolArray, IntArray, any_of, integers
from game.rules.chance import game_keys
from game.rules.glimpse import glimpse
from game.rules.imagine import imagine
from game.rules.state import State
from game.rules.strikes import Strikes
from game.rules.tables import ORDER_SLOTS, Rules, Stage
from game.rules.turn import play_on
from game.rules.view import View

SAMPLES = 2000
LOOKED_ON = 500
"""Worlds that are played on to the end of the game: what turns bring adds up, so that more would be false precision."""

_SEED = 0x0F0CA57
_BINS = 16
_LOW, _HIGH = 10, 90


class Forecaster:
    """Forecasts drafts of one seat. Opponents and the seat's own answers are played by mixtures of doctrines.

    Rivals are supposed to be what the seat, whose doctrine is ``mind``, takes them to be like (see ``belief``).
    """

    def __init__(
        self,
        rules: Rules,
        seat: int,
        mixtures: Mapping[int, Mixture],
        samples: int = SAMPLES,
        mind: Doctrine = DEFAULT,
    ) -> None:
        self.rules = rules
        self.seat = seat
        self.samples = samples
        self._mind = mind
        self._all = mixtures
        self._mixtures = dict(mixtures)
        self._keys = game_keys(_SEED + seat, np.arange(samples))
        self._members = np.zeros((rules.powers, samples), dtype=np.int32)
        """Which player of its mixture each seat has in each world, ``[power, world]``."""
        self._of_kind = np.ones((1, samples))
        """Whether a rival is of one kind, 1 or 0, for every rival and kind, and at first 1; ``[kind, world]``."""
        self._world: tuple[View, State, IntArray] | None = None
        self._turn: _Turn | None = None
        self._watch = Watch(rules.layout, self._rows_told())

    def forecast(self, seen: View, draft: IntArray) -> Forecast:
        """What the options ``draft`` (``[slot]``, one for each order slot) may bring; ``seen`` holds one game."""
        return finished(self.working(seen, draft))

    def working(self, seen: View, draft: IntArray) -> Generator[None, None, Forecast]:
        """The forecast in slices of some milliseconds: a window drives it and stays awake."""
        return self._summary((yield from self._play(seen, draft)))

    def looking_on(self, seen: View, draft: IntArray) -> Generator[None, None, Prospect]:
        """What the draft may lead to by the end of the game, in slices; sooner after the draft's forecast."""
        turn = self._turn
        if turn is None or turn.seen is not seen or not np.array_equal(turn.draft, draft):
            turn = yield from self._play(seen, draft)
        some = np.arange(min(self.samples, LOOKED_ON))
        return (
            yield from prospect(
                self.rules,
                self.seat,
                self._mixtures,
                turn.after.take(some),
                self._keys[some],
                self._members[:, some],
            )
        )

    def _play(self, seen: View, draft: IntArray) -> Generator[None, None, "_Turn"]:
        """The turn in all worlds."""
        before, choices = yield from self._imagined(seen)
        choices[self.seat] = draft[:, None]
        state, averages = before.copy(), Averages(self._watch, self.samples)
        yield
        strikes = play_on(self.rules, state, choices, self._keys, averages).strikes
        windows = state.window[:, self.seat] > 0
        yield
        struck, lost = yield from self._play_out(state, averages)
        self._turn = _Turn(seen, draft.copy(), before, state, strikes, windows, struck, lost, averages)
        return self._turn

    def _imagined(self, seen: View) -> Generator[None, None, tuple[State, IntArray]]:
        """The worlds that the view leaves open and what rivals order there; the same for every draft of a turn."""
        if self._world is not None and self._world[0] is seen:
            return self._world[1], self._world[2].copy()
        self._mixtures = self.supposed(seen)
        self._members = np.stack(
            [self._mixtures[seat].shared_out(self._keys) for seat in range(self.rules.powers)]
        )
        rivals = np.delete(self._members, self.seat, axis=0)
        kinds = [own == member for own in rivals for member in np.unique(own)]
        self._of_kind = np.array([np.ones(self.samples), *kinds], dtype=np.float64)
        start = imagine(self.rules, seen, self._keys)
        choices = np.zeros((self.rules.powers, len(ORDER_SLOTS), self.samples), dtype=np.int32)
        for seat, mixture in self._mixtures.items():
            yield
            if seat != self.seat:
                seen_there = glimpse(self.rules, start, seat, self._keys)
                choices[seat] = mixture.choices_of(self._members[seat], seen_there, self._keys)
        self._world = (seen, start, choices)
        return start, choices.copy()

    def supposed(self, seen: View) -> dict[int, Mixture]:
        """Whom the forecast lets play each seat, where the seat sees this."""
        return {seat: self._supposed(seen, mixture) for seat, mixture in self._all.items()}

    def _supposed(self, seen: View, mixture: Mixture) -> Mixture:
        """A seat's players, with a rival's drawn by what this seat takes that rival to be like."""
        if not self.rules.rivals[self.seat, mixture.seat]:
            return mixture
        kinds = tuple(player.doctrine for player in mixture.players)
        return mixture.leaning(belief(self.rules, self._mind, seen, kinds).odds[:, mixture.seat, 0])

    def _rows_told(self) -> IntArray:
        """The rows of the tracks that a forecast tells of."""
        layout, seat, rules = self.rules.layout, self.seat, self.rules
        powers, actors = np.arange(rules.powers), np.arange(rules.actors)
        rows = [
            layout.cells("owed", seat, actors),
            layout.cells("owed", powers, seat),
            layout.cells("credibility", seat, powers),
            [layout.cells("standing", seat), layout.cells("legitimacy", seat)],
            [layout.cells("cohesion", int(rules.camp[seat]))],
        ]
        return integers(np.unique(np.concatenate(rows)))

    def _play_out(self, state: State, averages: Averages) -> Generator[None, None, tuple[IntArray, IntArray]]:
        """Play the turn's replies, brink and books; who struck the seat, and where control was lost, -1 if nowhere.

        Both are looked at before the books clear them.
        """
        while state.stage != Stage.ORDERS:
            choices = replies(self.rules, self._mixtures, state, self._keys, self._members)
            struck, lost = state.struck[:, self.seat].copy(), state.brink.copy()
            play_on(self.rules, state, choices, self._keys, averages)
            yield
        return struck, lost

    def _summary(self, turn: "_Turn") -> Forecast:
        rules, seat, after = self.rules, self.seat, turn.after
        rows = self._watch.rows
        killed = after.killed - turn.before.killed
        spreads = _spreads(np.concatenate([after.rows(rows), killed]))  # half of the time is that of the call
        quantity = _Quantities(turn, rows, spreads).of
        rivals = np.flatnonzero(rules.rivals[seat])
        fronts = np.arange(len(after.rung))
        return Forecast(
            samples=self.samples,
            supposed={int(rival): self._seeks(int(rival)) for rival in rivals},
            owed={actor: quantity("owed", seat, actor) for actor in range(rules.actors) if actor != seat},
            rivals_owed={int(rival): quantity("owed", int(rival), seat) for rival in rivals},
            windows=self._odds(rivals, turn.windows[rivals]),
            struck_back=self._odds(rivals, turn.struck[rivals] > 0),
            control=self._odds(fronts, turn.lost == fronts[:, None]),
            standing=quantity("standing", seat),
            legitimacy=quantity("legitimacy", seat),
            cohesion=quantity("cohesion", int(rules.camp[seat])),
            credibility={int(rival): quantity("credibility", seat, int(rival)) for rival in rivals},
            toll={people: Quantity(0.0, *spread) for people, spread in enumerate(spreads[len(rows) :])},
            leakers=_leakers(turn.strikes, seat),
        )

    def _seeks(self, rival: int) -> Aim:
        """What most of the games imagine a rival to seek."""
        mixture = self._mixtures[rival]
        members = np.bincount(self._members[rival], minlength=len(mixture.players))
        games = dict.fromkeys(Aim, 0)
        for player, count in zip(mixture.players, members.tolist(), strict=True):
            games[player.doctrine.aim] += count
        return max(games, key=lambda aim: games[aim])

    def _odds(self, numbers: IntArray, happens: BoolArray) -> dict[int, Odds]:
        """The share of games in which something happens, and its range over what rivals may be like.

        ``happens`` is ``[thing, game]``, ``numbers`` what each thing is told under.
        """
        shares = happens.astype(np.float64) @ self._of_kind.T / self._of_kind.sum(axis=1)
        odds = 100 * np.stack([shares[:, 0], shares[:, 1:].min(axis=1), shares[:, 1:].max(axis=1)], axis=1)
        return {number: Odds(*each) for number, each in zip(numbers.tolist(), odds.tolist(), strict=True)}


@dataclass(frozen=True, slots=True)
class _Turn:
    """How the turn of a draft went in all worlds."""

    seen: View
    draft: IntArray
    before: State
    after: State
    strikes: Strikes
    windows: BoolArray
    """Who got a window toward the seat by the orders, ``[power, game]``."""
    struck: IntArray
    """How largely each power struck the seat, ``[power, game]``."""
    lost: IntArray
    """The front where control was lost, -1 for none, ``[game]``."""
    averages: Averages


class _Spread(NamedTuple):
    """What a number came to: its mean over all games, and the range in which four of five games end."""

    mean: float
    low: float
    high: float


def _spreads(values: IntArray) -> list[_Spread]:
    """What each of some numbers came to, ``[number, game]``."""
    low, high = np.percentile(values, (_LOW, _HIGH), axis=1)
    return [
        _Spread(*each) for each in zip(values.mean(axis=1).tolist(), low.tolist(), high.tolist(), strict=True)
    ]


class _Quantities:
    """What some rows came to, whose spreads come first among those given."""

    def __init__(self, turn: _Turn, rows: IntArray, spreads: list[_Spread]) -> None:
        self._layout = turn.after.layout
        self._places = {row: place for place, row in enumerate(rows.tolist())}
        self._before = turn.before.rows(rows).mean(axis=1).tolist()
        self._spreads = spreads
        self._averages = turn.averages

    def of(self, track: str, *entries: int) -> Quantity:
        """What one of the rows came to, and why."""
        place = self._places[int(self._layout.cells(track, *entries))]
        return Quantity(self._before[place], *self._spreads[place], self._averages.of(place))


def _leakers(strikes: Strikes, seat: int) -> Leakers | None:
    """The distribution of what gets through of the seat's own salvo."""
    own = np.flatnonzero(strikes.attacker == seat)
    launched, leaked = strikes.launched[:, own].sum(axis=0), strikes.leaked[:, own].sum(axis=0)
    if not any_of(launched):
        return None
    width = max(1, -(-(int(leaked.max()) + 1) // _BINS))
    counts = np.bincount(leaked // width, minlength=1)
    edges = tuple(range(0, width * len(counts), width))
    sent, through = (Quantity(each.mean, *each) for each in _spreads(np.stack([launched, leaked])))
    return Leakers(sent, through, edges, tuple(counts.tolist()))
