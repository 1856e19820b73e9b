"""Luck against choice in words: how the same orders end with other dice, and which throws were least likely."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.players.slices import followed
from game.report.distribution import Distribution, distributions
from game.report.figures import rounded
from game.rules.arrays import BoolArray, IntArray
from game.rules.tables import Ending
from game.rules.tracks import Axis
from game.session.luck import RUNS, Luck, OtherDice
from game.session.session import Session
from game.session.throws import COPIES, Count, Throw

HOW = (
    f"The same orders, other dice: every choice of this game was played again in {RUNS} games. What other dice made "
    "impossible became a pass; where such a game asked what this one never did, a doctrine decided. It shows how much "
    "of what came of these orders the dice decided, in this model."
)
CANNOT = (
    "It cannot say that a decision was right or wrong. A sound decision can fall badly, and a rash one well; and with "
    "other dice everybody would have seen something else, and might have decided otherwise."
)
QUESTION = (
    "For the class: which decision would you defend although it fell badly, and which would you not defend although it "
    "fell well? Judge each by what was known when it was taken, not by how it fell."
)
HOW_THROWS = (
    f"Each stage was carried out {COPIES} times over from where it stood, with the same choices and other dice. The "
    "least likely throws:"
)

MOST_SHOWN = 3
"""Salvos that are shown, and chances of another kind: the least likely of each."""

_UNLIKELY, _RARE = 50, 10
"""Percent up to which a throw that is no salvo is shown as an unlikely one, and up to which any is rare."""

_UP_TO_THE_WAR = (
    "This game's toll is counted up to its regional war only; nobody counts what such a war does."
)

_UNFINISHED = (
    "This game was ended before its end, so it has no score. The games with other dice are looked at where this one "
    "was ended."
)

_MANY = 10
"""Throws from which on it is said how many rare ones so many bring."""

_ENDINGS = {
    Ending.REGIONAL_WAR: "A regional war",
    Ending.SETTLEMENT: "A settlement",
    Ending.HORIZON: "The last turn was reached",
    Ending.PLAYING: "The last government that a person played fell",
}
_STOPPED = _ENDINGS | {Ending.PLAYING: "Not at an end where this game was ended"}


@dataclass(frozen=True, slots=True)
class TollRange:
    """People of one population killed since the game began: in this game, and in those that did not end in a war."""

    name: str
    here: int
    mean: float = 0.0
    low: int = 0
    high: int = 0
    """Four of five games lie between these two."""
    counted: bool = True
    """False where every other game ended in a regional war, whose toll nobody counts."""

    @property
    def cells(self) -> tuple[str, str, str]:
        """In this game, on average, and the range."""
        low, high = rounded(self.low), rounded(self.high)
        if not self.counted:
            return rounded(self.here), "not counted", "not counted"
        return rounded(self.here), rounded(round(self.mean)), low if low == high else f"{low} to {high}"


@dataclass(frozen=True, slots=True)
class EndingShare:
    """A way in which games ended: how many of 100, and whether this one did."""

    name: str
    percent: float
    here: bool

    @property
    def words(self) -> str:
        """In a line."""
        return f"{self.name}: {of_100(self.percent)}{'. So did this game.' if self.here else '.'}"


@dataclass(frozen=True, slots=True)
class PowerLuck:
    """A power's score in this game and with other dice, points; after a regional war there is none."""

    name: str
    here: float | None
    fell_here: bool
    fell: float
    """In how many games its government fell, percent."""
    mean: float = 0.0
    low: float = 0.0
    high: float = 0.0
    better: float = 0.0
    worse: float = 0.0
    """How many of the games with other dice this one is better than, and worse than; percent."""
    chart: Distribution | None = None
    """None where no game with other dice has a score."""

    @property
    def words(self) -> str:
        """In a few sentences."""
        return " ".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        if self.here is not None:
            yield f"This game: {self.here:.1f} points."
        if self.chart is None:
            yield "No game with other dice has a score."
        else:
            between = f"{self.low:.1f} and {self.high:.1f}"
            yield f"Other dice: {self.mean:.1f} on average; four of five games between {between}."
        if self.chart is not None and self.here is not None:
            yield f"Better than in {of_100(self.better)}, worse than in {of_100(self.worse)}."
        if self.fell_here or self.fell:
            here = (
                "Its government fell in this game"
                if self.fell_here
                else "Its government did not fall in this game"
            )
            yield f"{here}; with other dice in {of_100(self.fell)}."


@dataclass(frozen=True, slots=True)
class ThrowTold:
    """A throw of the dice in words."""

    turn: int
    stage: str
    what: str
    words: str
    chance: float
    surprise: float
    salvo: bool
    """Whether it is a strike, and no chance of another kind."""

    @property
    def when(self) -> str:
        """The turn and the stage."""
        return f"Turn {self.turn}, {self.stage}"


@dataclass(frozen=True, slots=True)
class LuckTold:
    """How much of a game was luck, and where."""

    toll: tuple[TollRange, ...]
    endings: tuple[EndingShare, ...]
    powers: tuple[PowerLuck, ...]
    notes: tuple[str, ...]
    """What to know of the scores and of the games behind them."""
    throws: tuple[ThrowTold, ...]
    """Every throw in the order of play."""
    war: bool = False
    """Whether this game ended in a regional war."""

    @property
    def toll_note(self) -> str:
        """What to know of the toll."""
        told = "In this game, and with other dice on average and in four of five games; estimates, never a score."
        return f"{told} {_UP_TO_THE_WAR}" if self.war else told

    @property
    def unlikely(self) -> tuple[ThrowTold, ...]:
        """The least likely salvos and the least likely of what else was thrown for, the least likely first."""
        order = sorted(self.throws, key=lambda each: each.surprise)
        kinds = ([each for each in order if each.salvo is salvo] for salvo in (True, False))
        shown = [
            each for kind in kinds for each in kind[:MOST_SHOWN] if each.salvo or each.surprise <= _UNLIKELY
        ]
        return tuple(sorted(shown, key=lambda each: each.surprise))

    @property
    def throws_words(self) -> str:
        """How many throws there were, and how many of them were rare, beside what so many bring by themselves."""
        count, rare = len(self.throws), sum(each.surprise <= _RARE for each in self.throws)
        if not count:
            return "The dice decided nothing in this game."
        told = f"The dice decided {count} thing{'' if count == 1 else 's'} in this game."
        if count < _MANY:
            return told
        return (
            f"{told} Of so many, up to {count * _RARE // 100} may be expected to fall in a way that comes up in one of "
            f"ten at most; here {rare} did."
        )


def worked_out(session: Session, tell: Callable[[float], None] | None = None) -> LuckTold:
    """All of it in one go; ``tell`` hears how much is done, 0 to 1. Raises SessionError while the game goes on."""
    tell = tell or _unheard
    found = followed(OtherDice(session).working(), tell)
    tell(1.0)
    return luck_told(session, found)


def _unheard(done: float) -> None:
    """For whoever does not ask how far it is."""


def luck_told(session: Session, luck: Luck) -> LuckTold:
    """What was worked out, in words and figures. Raises SessionError while the game goes on."""
    scored = luck.others.endings != Ending.REGIONAL_WAR
    return LuckTold(
        toll=tuple(_toll(session, luck, scored)),
        endings=tuple(_endings(luck, _STOPPED if session.stopped else _ENDINGS)),
        powers=() if session.stopped else tuple(_powers(session, luck, scored)),
        notes=(*_intervened(session), *_notes(luck, scored)),
        throws=tuple(map(_told, luck.throws)),
        war=bool(luck.real.endings[0] == Ending.REGIONAL_WAR),
    )


def of_100(percent: float) -> str:
    """A share as people hold it, ``83 of 100``; what is neither none nor all is never told as such."""
    if 0 < percent < 1:
        return "fewer than 1 of 100"
    if 99 < percent < 100:
        return "more than 99 of 100"
    return f"{percent:.0f} of 100"


def _toll(session: Session, luck: Luck, counted: BoolArray) -> Iterator[TollRange]:
    for place, name in enumerate(session.rules.layout.names[Axis.POPULATION]):
        here, killed = int(luck.real.killed[place, 0]), luck.others.killed[place, counted]
        people = session.wording.named(Axis.POPULATION, name)
        if killed.any():
            low, high = np.percentile(killed, (10, 90)).round().astype(int).tolist()
            yield TollRange(people, here, float(killed.mean()), low, high)
        elif here:
            yield TollRange(people, here, counted=bool(killed.size))


def _intervened(session: Session) -> Iterator[str]:
    """What a facilitator did that the games with other dice share."""
    acts = [entry.between for entry in session.entries if entry.between is not None]
    if session.stopped:
        yield _UNFINISHED
    if any(act.kind == "inject" for act in acts):
        yield "Events that the facilitator chose happened in all of them."


def _endings(luck: Luck, names: Mapping[Ending, str]) -> Iterator[EndingShare]:
    for ending, name in names.items():
        here = bool(luck.real.endings[0] == ending)
        percent = 100 * float((luck.others.endings == ending).mean())
        if here or percent:
            yield EndingShare(name, percent, here)


def _powers(session: Session, luck: Luck, scored: BoolArray) -> Iterator[PowerLuck]:
    war = luck.real.endings[0] == Ending.REGIONAL_WAR
    scores = luck.others.scores[:, scored]
    real = [None if war else int(each) for each in luck.real.scores[:, 0]]
    charts = distributions(scores, real) if scored.any() else (None,) * len(real)
    for seat, (own, here, chart) in enumerate(zip(scores, real, charts, strict=True)):
        known = PowerLuck(
            session.wording.actor(seat),
            here=None if here is None else here / 100,
            fell_here=bool(luck.real.fallen[seat, 0]),
            fell=100 * float((luck.others.fallen[seat] > 0).mean()),
        )
        yield known if chart is None else _spread(known, own, here, chart)


def _spread(known: PowerLuck, scores: IntArray, here: int | None, chart: Distribution) -> PowerLuck:
    low, high = np.percentile(scores, (10, 90))
    return replace(
        known,
        mean=float(scores.mean()) / 100,
        low=float(low) / 100,
        high=float(high) / 100,
        better=0.0 if here is None else 100 * float((scores < here).mean()),
        worse=0.0 if here is None else 100 * float((scores > here).mean()),
        chart=chart,
    )


def _notes(luck: Luck, scored: BoolArray) -> Iterator[str]:
    if luck.real.endings[0] == Ending.REGIONAL_WAR:
        yield "This game ended in a regional war and has no score."
    if not scored.all():
        wars = of_100(100 * float((~scored).mean()))
        yield (
            f"Games that ended in a regional war, {wars}, are left out of scores, as they have none, and of the toll, "
            "as nobody counts theirs."
        )
    yield f"With other dice {of_100(luck.carried_out)} orders could be carried out as they were given."
    if luck.asked_anew:
        yield f"In {of_100(luck.asked_anew)} games somebody was asked what this game never asked."


def _told(throw: Throw) -> ThrowTold:
    words = " ".join(_throw_words(throw))
    salvo = throw.killed is not None
    return ThrowTold(throw.turn, throw.stage, throw.what, words, throw.chance, throw.surprise, salvo)


def _throw_words(throw: Throw) -> Iterator[str]:
    side = "as many or more" if throw.more else "as few or fewer"
    odds = f"in {of_100(throw.chance)} {side}"
    killed = throw.killed
    if throw.leaked is not None:
        through = f"{throw.leaked.fell} of {throw.launched} got through"
        yield f"{through}; at these odds {_mean(throw.leaked)} on average, {odds}."
        if killed is not None and (killed.fell or killed.mean >= 1):
            yield f"Killed by it: {killed.fell}; on average {_mean(killed)}."
    elif killed is not None:
        yield f"Killed by it: {killed.fell}; at these odds {_mean(killed)} on average, {odds}."
    else:
        yield f"At these odds it falls so in {of_100(throw.chance)}."


def _mean(count: Count) -> str:
    """A mean with a second decimal where one would make it look like nothing."""
    return f"{count.mean:.1f}" if count.mean >= 0.1 else f"{count.mean:.2f}"
