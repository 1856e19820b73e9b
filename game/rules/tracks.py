"""What the state consists of: every track with its axes, its bounds and who may see it (rules.md §4).

The whole state is one block of ``int32`` rows by games. This table says which rows there are; a scenario only
says how many powers, partners, fronts and so on there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from itertools import product
from math import prod
from typing import Any

from game.rules.arrays import IntArray, integers


class Axis(StrEnum):
    """What a track is kept for; a scenario names the entries of each axis."""

    POWER = "power"
    ACTOR = "actor"
    PARTNER = "partner"
    CAMP = "camp"
    FRONT = "front"
    HOST = "host"
    TALKS = "talks"
    LINE = "line"
    PROMISE = "promise"
    POPULATION = "population"
    MUNITION = "munition"
    LAYER = "layer"
    MESSAGE = "message"
    EVENT = "event"
    ASSET = "asset"
    TALLY = "tally"


class Seen(Enum):
    """Who sees a track. The owner, where there is one, is its first axis (for a partner, the patron)."""

    PUBLIC = "everybody"
    BAND = "the owner exactly, the others as a band"
    PARTIES = "both powers that it is between"
    BELIEF = "the believer exactly, the others as a band"
    PATRON_BAND = "the patron as a band, nobody else"
    OWN = "the owner only"
    NUCLEAR = "the owner exactly, the others as a band that narrows with transparency"
    STOCK = "the owner exactly, the others as a rough estimate"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Track:
    """One track: a name, the axes that it is kept for, bounds (inclusive) and who sees it.

    ``unit`` is ``points`` (hundredths), ``count`` or ``turns``.
    """

    name: str
    axes: tuple[Axis, ...]
    low: int
    high: int
    seen: Seen
    unit: str
    meaning: str


_P, _A, _Q, _F = Axis.POWER, Axis.ACTOR, Axis.PARTNER, Axis.FRONT
_POINTS, _COUNT, _TURNS = "points", "count", "turns"
_MANY = 2_000_000_000

TRACKS: tuple[Track, ...] = (
    Track("standing", (_P,), 0, 1000, Seen.BAND, _POINTS, "hold on office"),
    Track("insecurity", (_P,), 0, 1000, Seen.PUBLIC, _POINTS, "demand for security after a mass injury"),
    Track("attention", (_P,), 0, 9, Seen.OWN, _COUNT, "attention left this turn"),
    Track("readiness", (_P,), 0, 600, Seen.OWN, _POINTS, "readiness of the forces"),
    Track("warning", (_P,), 0, 300, Seen.OWN, _POINTS, "quality of early warning"),
    Track("legitimacy", (_P,), 0, 1000, Seen.PUBLIC, _POINTS, "abroad's view"),
    Track("owed", (_P, _A), 0, 1200, Seen.BAND, _POINTS, "what audiences feel is owed"),
    Track("humiliation", (_P, _A), 0, 1200, Seen.BAND, _POINTS, "the part of it that is humiliation"),
    Track("veiled", (_P, _A), 0, 1200, Seen.NOBODY, _POINTS, "injury whose author is not known"),
    Track("veiled_age", (_P, _A), 0, 9, Seen.NOBODY, _TURNS, "turns since that injury"),
    Track("unclaimed", (_P, _P), 0, 1200, Seen.OWN, _POINTS, "resolve of acts that it has not claimed"),
    Track("denied", (_P, _P), 0, 1, Seen.PUBLIC, _COUNT, "denied an act"),
    Track("unknown", (_P,), 0, 1200, Seen.OWN, _POINTS, "injury by a hand that is not known"),
    Track("credibility", (_P, _P), 0, 1000, Seen.BELIEF, _POINTS, "belief that threats are carried out"),
    Track("trust", (_P, _P), 0, 300, Seen.PARTIES, _POINTS, "trust in a mediator's word"),
    Track("presence", (_P, _P), 0, 300, Seen.PUBLIC, _POINTS, "forces of a patron on a client's ground"),
    Track("cohesion", (Axis.CAMP,), 0, 1000, Seen.PUBLIC, _POINTS, "partners' trust in the leader"),
    Track("collapsed", (Axis.CAMP,), 0, 1, Seen.PUBLIC, _COUNT, "the camp has come apart"),
    Track("alignment", (Axis.HOST, _P), -200, 200, Seen.PUBLIC, _POINTS, "a host's alignment"),
    Track("drawn_in", (Axis.HOST,), 0, 1, Seen.PUBLIC, _COUNT, "drawn into the war"),
    Track("affronted", (Axis.HOST,), 0, 9, Seen.PUBLIC, _TURNS, "turns without its good offices"),
    Track("alert", (_P,), 0, 1, Seen.OWN, _COUNT, "full air-defence alert this turn"),
    Track("shield", (_P,), 0, 1, Seen.OWN, _COUNT, "coalition air defence this turn"),
    Track("open_airspace", (_P,), 0, 1, Seen.OWN, _COUNT, "airspace open while on alert"),
    Track("sheltered", (_P,), 0, 1, Seen.PUBLIC, _COUNT, "people told to shelter this turn"),
    Track("asked_to_hold", (_P, _P), 0, 9, Seen.PARTIES, _TURNS, "turns for which a patron asks it to hold"),
    Track("backing", (_P,), 0, 1, Seen.PUBLIC, _COUNT, "stood by its clients this turn"),
    Track("interest", (_P, _A), 0, 1, Seen.OWN, _COUNT, "a broken promise to be paid with interest"),
    Track("doubt", (_P,), 0, 1, Seen.OWN, _COUNT, "a broken promise makes the next one weaker"),
    Track("concluded", (_P, _A), 0, 2, Seen.PUBLIC, _TURNS, "said that the matter is concluded"),
    Track("assured", (_P, _P), 0, 3, Seen.PARTIES, _COUNT, "what was assured for this turn"),
    Track("assured_next", (_P, _P), 0, 3, Seen.PARTIES, _COUNT, "what was assured for the next turn"),
    Track("struck", (_P, _A), 0, 3, Seen.PUBLIC, _COUNT, "largest scale of a strike this turn"),
    Track("decisive", (_P, _A), 0, 1, Seen.PUBLIC, _COUNT, "struck decisively this turn"),
    Track("blows", (_P, _P), 0, 99, Seen.PUBLIC, _TURNS, "turns in which it openly struck"),
    Track(
        "held_back",
        (_P, _P),
        0,
        99,
        Seen.PUBLIC,
        _COUNT,
        "blows taken and promises held for since it last struck",
    ),
    Track("booked", (_P, _A), 0, 2400, Seen.OWN, _POINTS, "rise of what is owed in this step"),
    Track("booked_turn", (_P, _A), 0, 2400, Seen.OWN, _POINTS, "rise of what is owed this turn"),
    Track("crossed_now", (_P, _A), 0, 1, Seen.PUBLIC, _COUNT, "a line was crossed in this step"),
    Track("window", (_P, _A), 0, 1, Seen.PUBLIC, _COUNT, "a reply window is open"),
    Track("losses", (_P,), 0, 1000, Seen.BAND, _POINTS, "losses this turn"),
    Track("losses_before", (_P,), 0, 1000, Seen.BAND, _POINTS, "losses last turn"),
    Track("campaign", (_P,), 0, 99, Seen.PUBLIC, _TURNS, "turns of its own campaign"),
    Track("home_front", (_P,), 0, 99, Seen.PUBLIC, _TURNS, "turns with a home front in open exchange"),
    Track("impacts", (_P,), 0, _MANY, Seen.PUBLIC, _COUNT, "impacts on its ground"),
    Track("caretaker", (_P,), 0, 1, Seen.PUBLIC, _COUNT, "the government fell"),
    Track("season", (_P,), 0, 1, Seen.PUBLIC, _COUNT, "election season"),
    Track("lines", (_P,), 0, 9, Seen.PUBLIC, _COUNT, "red lines that it has drawn"),
    Track("rung", (_F,), 0, 7, Seen.PUBLIC, _COUNT, "rung of the front"),
    Track("act", (_F,), 0, 7, Seen.PUBLIC, _COUNT, "highest act on the front this turn"),
    Track("balance", (_F,), 0, 99, Seen.PUBLIC, _COUNT, "whose choice or collapse ended its balance, else 0"),
    Track("state_act", (_F,), 0, 1, Seen.PUBLIC, _COUNT, "a state struck on the front this turn"),
    Track("exchanges", (_F,), 0, 9, Seen.PUBLIC, _COUNT, "exchanges of replies this turn"),
    Track("capacity", (_Q,), 0, 1000, Seen.BAND, _POINTS, "a partner's capacity"),
    Track("loyalty", (_Q,), 0, 1000, Seen.PATRON_BAND, _POINTS, "a partner's loyalty"),
    Track("agenda", (_Q,), 0, 1000, Seen.PATRON_BAND, _POINTS, "a partner's own agenda"),
    Track("grievance", (_Q,), 0, 1200, Seen.PATRON_BAND, _POINTS, "a partner's local grievance"),
    Track("disarray", (_Q,), 0, 9, Seen.PUBLIC, _TURNS, "turns of disarray left"),
    Track("partner_losses", (_Q,), 0, 1000, Seen.BAND, _POINTS, "a partner's losses this turn"),
    Track("partner_losses_before", (_Q,), 0, 1000, Seen.BAND, _POINTS, "a partner's losses last turn"),
    Track("marked", (_Q, _P), 0, 9, Seen.PUBLIC, _TURNS, "turns for which it strikes back at"),
    Track("overrated", (_Q,), 0, 1000, Seen.NOBODY, _POINTS, "capacity that it is thought to have and lacks"),
    Track(
        "strong", (_Q,), 0, 2, Seen.OWN, _TURNS, "turns for which a fall of its capacity would be a rapid one"
    ),
    Track("blunted", (_Q,), 0, 9, Seen.PUBLIC, _TURNS, "turns for which it turns to softer targets"),
    Track("dread", (_Q,), 0, 1000, Seen.PUBLIC, _POINTS, "fear left by a rapid defeat"),
    Track("acted", (_Q,), 0, 7, Seen.PUBLIC, _COUNT, "rung of its act this turn"),
    Track(
        "round", (_Q,), 0, 2, Seen.PUBLIC, _COUNT, "a round of fighting: alone 1, with its patron's support 2"
    ),
    Track("aid", (_Q,), 0, 1, Seen.OWN, _COUNT, "resupplied this turn"),
    Track("aid_before", (_Q,), 0, 1, Seen.OWN, _COUNT, "resupplied last turn"),
    Track("credited", (_Q,), 0, 1, Seen.PUBLIC, _COUNT, "its patron credits its acts this turn"),
    Track("disowned", (_Q,), 0, 1, Seen.PUBLIC, _COUNT, "its patron disowns its acts this turn"),
    Track("stock", (_A, Axis.MUNITION), 0, _MANY, Seen.STOCK, _COUNT, "munitions left"),
    Track("interceptors", (Axis.LAYER,), 0, _MANY, Seen.STOCK, _COUNT, "interceptors left"),
    Track("engagements", (Axis.LAYER,), 0, _MANY, Seen.OWN, _COUNT, "targets engaged this turn"),
    Track("talks", (Axis.TALKS,), 0, 600, Seen.PUBLIC, _POINTS, "progress of talks"),
    Track("leverage", (Axis.TALKS,), 0, 9, Seen.PUBLIC, _COUNT, "leverage spent this turn"),
    Track("leverage_before", (Axis.TALKS,), 0, 9, Seen.PUBLIC, _COUNT, "leverage spent last turn"),
    Track("failures", (Axis.TALKS,), 0, 9, Seen.PUBLIC, _COUNT, "failed attempts in a row"),
    Track("conceded", (Axis.TALKS,), 0, 1, Seen.PUBLIC, _COUNT, "its concession was made"),
    Track("line_stake", (Axis.LINE,), 0, 3, Seen.PUBLIC, _COUNT, "stake of a drawn line"),
    Track(
        "line_crossed",
        (Axis.LINE,),
        0,
        2,
        Seen.PUBLIC,
        _TURNS,
        "a line was crossed: this turn 1, last turn 2",
    ),
    Track("line_answer", (Axis.LINE,), 0, 3, Seen.PUBLIC, _COUNT, "largest answer to the crossing"),
    Track("line_quiet", (Axis.LINE,), 0, 9, Seen.PUBLIC, _TURNS, "turns that the line stood uncrossed"),
    Track("line_helped", (Axis.LINE,), 0, 1, Seen.PUBLIC, _COUNT, "its patron deployed or led since"),
    Track("offer", (Axis.PROMISE,), 0, 3, Seen.PARTIES, _COUNT, "stake of an offer on the table"),
    Track("promise_stake", (Axis.PROMISE,), 0, 3, Seen.PUBLIC, _COUNT, "stake of a promise that is held for"),
    Track("promise_left", (Axis.PROMISE,), 0, 9, Seen.PUBLIC, _TURNS, "turns until the promise is due"),
    Track(
        "promise_violated",
        (Axis.PROMISE,),
        0,
        1,
        Seen.PUBLIC,
        _COUNT,
        "whoever was to hold back struck since",
    ),
    Track("promise_freeze", (Axis.PROMISE,), 0, 100, Seen.PUBLIC, _POINTS, "share that the promise freezes"),
    Track("asset_progress", (Axis.ASSET,), 0, 9, Seen.OWN, _COUNT, "work done on a prepared asset"),
    Track("asset_exposed", (Axis.ASSET,), 0, 1, Seen.OWN, _COUNT, "about to be found"),
    Track("asset_spent", (Axis.ASSET,), 0, 1, Seen.OWN, _COUNT, "used or lost"),
    Track("penetration", (_P, _A), 0, 300, Seen.OWN, _POINTS, "what is known of an actor from inside"),
    Track("complacency", (_P, _A), 0, 300, Seen.NOBODY, _POINTS, "how far an actor is thought deterred"),
    Track("inducement", (_P, _A), 0, 1, Seen.OWN, _COUNT, "gave inducements this turn"),
    Track("sweep", (_P,), 0, 1, Seen.OWN, _COUNT, "looked for spies this turn"),
    Track("nuclear", (), 0, 1000, Seen.NUCLEAR, _POINTS, "nuclear programme"),
    Track("transparency", (), 0, 300, Seen.PUBLIC, _POINTS, "transparency of the programme"),
    Track("market", (), 0, 1000, Seen.PUBLIC, _POINTS, "market stress"),
    Track("killed", (Axis.POPULATION,), 0, _MANY, Seen.PUBLIC, _COUNT, "people killed"),
    Track("displaced", (Axis.POPULATION,), 0, _MANY, Seen.PUBLIC, _COUNT, "people displaced"),
    Track("displaced_again", (Axis.POPULATION,), 0, _MANY, Seen.PUBLIC, _COUNT, "people displaced again"),
    Track("message", (Axis.MESSAGE,), 0, 100, Seen.OWN, _POINTS, "resolve left in a repeated message"),
    Track("event", (Axis.EVENT,), 0, 99, Seen.PUBLIC, _COUNT, "how often an event happened"),
    Track("brink", (), -1, 99, Seen.PUBLIC, _COUNT, "front on which control is lost, else -1"),
    Track("last_turn", (), 0, 99, Seen.NOBODY, _COUNT, "the turn after which the game ends"),
    Track("ending", (), 0, 9, Seen.PUBLIC, _COUNT, "how the game ended, 0 while it goes on"),
    Track("tally", (Axis.TALLY,), 0, _MANY, Seen.PUBLIC, _COUNT, "how often something happened"),
)


class Tally(StrEnum):
    """What is counted over a game, for the debrief and the lab."""

    EXCHANGES_CLOSED = "exchanges_closed"
    PROMISES_HELD = "promises_held"
    PROMISES_KEPT = "promises_kept"
    PROMISES_BROKEN = "promises_broken"
    BRINKS = "brinks"
    LINES_CROSSED = "lines_crossed"
    PARTNERS_UNASKED = "partners_unasked"
    STEPS_IN_TALKS = "steps_in_talks"
    SETTLED_WITH_INTEREST = "paid_with_interest"
    HOSTS_DRAWN_IN = "hosts_drawn_in"
    SOFTER_TARGETS = "softer_targets"
    BALANCES_ENDED = "balances_ended"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a track lies in the block: its track, first row, shape without games, and rows in the block.

    ``low`` and ``high`` are the track's bounds in the block's own type, which numpy need not convert each time.
    """

    track: Track
    start: int
    shape: tuple[int, ...]
    rows: slice
    low: IntArray
    high: IntArray


class Layout:
    """Which row of the block means what, in a scenario with the given entries on each axis."""

    def __init__(self, names: Mapping[Axis, tuple[str, ...]]) -> None:
        self.names = dict(names)
        self.places: dict[str, Place] = {}
        self._limits: dict[tuple[str, ...], tuple[IntArray, IntArray]] = {}
        start = 0
        for track in TRACKS:
            shape = tuple(len(names[axis]) for axis in track.axes)
            rows = slice(start, start + prod(shape))
            self.places[track.name] = Place(
                track, start, shape, rows, integers(track.low), integers(track.high)
            )
            start = rows.stop
        self.rows = start
        self._entries = [
            (place.track, entries)
            for place in self.places.values()
            for entries in product(*(self.names[axis] for axis in place.track.axes))
        ]

    def row(self, track: str, *entries: str) -> int:
        """The row of one entry, as ``row("owed", "iran", "israel")``. Raises KeyError when there is none."""
        place = self.places[track]
        row = 0
        for axis, length, entry in zip(place.track.axes, place.shape, entries, strict=True):
            if entry not in self.names[axis]:
                raise KeyError(entry)
            row = row * length + self.names[axis].index(entry)
        return place.start + row

    def cells(self, track: str, *indices: Any) -> Any:
        """The rows of many entries given by their numbers on each axis; the shape of the indices together."""
        place = self.places[track]
        row: Any = indices[0] if indices else 0
        for length, index in zip(place.shape[1:], indices[1:], strict=True):
            row = row * length + index
        return place.start + row

    def limits(self, tracks: tuple[str, ...]) -> tuple[IntArray, IntArray]:
        """The lowest and the highest value of each track, ``[track, 1]``; kept, as few groups are asked for often."""
        if tracks not in self._limits:
            places = [self.places[name] for name in tracks]
            low, high = ([[each.low] for each in places], [[each.high] for each in places])
            self._limits[tracks] = integers(low), integers(high)
        return self._limits[tracks]

    def entries(self, row: int) -> tuple[Track, tuple[str, ...]]:
        """The track that a row belongs to and the names of its entry: the inverse of ``row``."""
        return self._entries[row]

    def bounds(self) -> tuple[list[int], list[int]]:
        """The lowest and the highest value of every row."""
        low = [place.track.low for place in self.places.values() for _ in range(prod(place.shape))]
        high = [place.track.high for place in self.places.values() for _ in range(prod(place.shape))]
        return low, high
