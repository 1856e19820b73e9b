"""The dice of a finished game, throw by throw: what fell, and how else it might have fallen at the same odds.

A stage is carried out again from the very state in which it was, with the same choices and other dice, some hundred
times over. The odds are thus the engine's own; nothing is worked out a second time.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, which
from game.rules.chance import game_keys
from game.rules.state import State
from game.rules.strikes import Strikes
from game.rules.tables import ANSWERS, OFFERS, Ending, Stage
from game.rules.tracks import Axis
from game.rules.turn import begin, play_on
from game.session.reporting import stage_of
from game.session.session import Session
from game.session.stage_report import Salvo, StageReport
from game.session.wording import Wording, begun

COPIES = 500
"""How often each stage is carried out with other dice."""

_ENOUGH = 100
"""Copies in which a salvo must have been launched for its odds to be told: partners act by chance themselves."""


@dataclass(frozen=True, slots=True)
class Count:
    """Something counted: what it was, and what it was in the copies."""

    fell: int
    mean: float


@dataclass(frozen=True, slots=True)
class Throw:
    """Something that the dice decided at a stage."""

    turn: int
    stage: str
    what: str
    """What it was about and, where there is nothing to count, what happened."""
    chance: float
    """How often it falls so, percent; of a count, how often it goes at least as far to the same side."""
    surprise: float
    """How often dice fall in a way that is no likelier, percent."""
    launched: int = 0
    leaked: Count | None = None
    killed: Count | None = None
    """Of a salvo: munitions that got through, and people killed by it."""

    @property
    def more(self) -> bool:
        """Whether more was counted than on average."""
        counted = self.leaked or self.killed
        return counted is not None and counted.fell > counted.mean


def throws(session: Session, choices: Sequence[IntArray]) -> Generator[None, None, tuple[Throw, ...]]:
    """Every throw of a finished game that could have fallen otherwise, in the order of play; yields after each stage.

    ``choices`` are those of the log, ``[power, slot, 1]`` for each stage.
    """
    keys = game_keys(session.seed, np.arange(1, COPIES + 1, dtype=np.int32))
    history = session.history()
    found: list[Throw] = []
    for place, report in enumerate(session.reports):
        if _nothing_is_thrown(report):
            continue
        before, after = history[place], history[place + 1]
        copies = before.repeat(COPIES)
        step = play_on(session.rules, copies, np.repeat(choices[place], COPIES, axis=2), keys)
        found += _named(session.wording, report, before, after, copies)
        found += _salvos(session.wording, report, step.strikes)
        yield
    return (*found, *_end(session))


def _end(session: Session) -> Iterator[Throw]:
    """Where the end is hidden: after which turn it came, if the game got there."""
    final = session.history()[-1]
    keys = game_keys(session.seed, np.arange(1, COPIES + 1, dtype=np.int32))
    share = 100 * float((begin(session.rules, keys).last_turn == final.last_turn[0]).mean())
    if final.ending[0] == Ending.HORIZON and share < 100:
        words = f"The hidden end came after turn {session.turn}"
        yield Throw(session.turn, stage_of(session.wording, session.reports[-1]), words, share, share)


def _nothing_is_thrown(report: StageReport) -> bool:
    stage = Stage(report.stage)
    return (
        report.between
        or stage in OFFERS
        or (stage in ANSWERS and stage is not Stage.ANSWER_3 and not report.salvos)
    )


# --- salvos ----------------------------------------------------------------------------------------------


def _salvos(wording: Wording, report: StageReport, strikes: Strikes) -> Iterator[Throw]:
    for salvo in report.salvos:
        same = which((strikes.attacker == salvo.attacker) & (strikes.option == salvo.option))
        if len(same) >= _ENOUGH:
            leaked, killed = strikes.leaked[:, same].sum(axis=0), strikes.deaths[same]
            throw = _salvo(wording, report, salvo, leaked, killed)
            if throw.chance < 100:
                yield throw


def _salvo(wording: Wording, report: StageReport, salvo: Salvo, leaked: IntArray, killed: IntArray) -> Throw:
    """One salvo beside the same in the copies, ``[copy]``: by what got through; if nothing is launched, by deaths."""
    launched, through = sum(salvo.launched.values()), sum(salvo.leaked.values())
    fell, counts = (through, leaked) if launched else (salvo.deaths, killed)
    share = float((counts >= fell).mean() if fell > counts.mean() else (counts <= fell).mean())
    return Throw(
        turn=report.turn,
        stage=stage_of(wording, report),
        what=f"{wording.actor(salvo.attacker)}, {wording.describe(salvo.option)}",
        chance=100 * share,
        surprise=min(100.0, 200 * share),
        launched=launched,
        leaked=Count(through, float(leaked.mean())) if launched else None,
        killed=Count(salvo.deaths, float(killed.mean())),
    )


# --- chances with a name ---------------------------------------------------------------------------------

Happened = Callable[[IntArray, IntArray], BoolArray]
"""Whether something happened to rows of a track between two states."""


def _rose(before: IntArray, after: IntArray) -> BoolArray:
    return np.asarray(after > before)


def _emptied(before: IntArray, after: IntArray) -> BoolArray:
    return np.asarray((before > 0) & (after == 0))


def _war(before: IntArray, after: IntArray) -> BoolArray:
    return np.asarray((before != after) & (after == Ending.REGIONAL_WAR))


class _Named(NamedTuple):
    """A chance with a name: by which track and at which stages it shows, and both ways that it can fall in words."""

    track: str
    stages: tuple[Stage, ...]
    happened: Happened
    so: str
    not_so: str


_NAMED = (
    _Named("acted", (Stage.ORDERS,), _rose, "{0} acted", "{0} did not act"),
    _Named("talks", (Stage.ORDERS,), _rose, "{0}: a step forward", "{0}: no step forward"),
    _Named("drawn_in", (Stage.ORDERS, *ANSWERS), _rose, "{0} was drawn in", "{0} was not drawn in"),
    _Named("brink", (Stage.ANSWER_3,), _rose, "control was lost: {0}", "control was not lost"),
    _Named(
        "ending", (Stage.BRINK,), _war, "the brink led to a regional war", "the brink led to no regional war"
    ),
    _Named("event", (Stage.BRINK,), _rose, "it came to this: {0}", "it did not come to this: {0}"),
    _Named("asset_exposed", (Stage.BRINK,), _rose, "about to be found: {0}", "not found: {0}"),
    _Named(
        "veiled",
        (Stage.BRINK,),
        _emptied,
        "a hidden act against {0} was laid to {1}",
        "a hidden act of {1} against {0} stayed hidden",
    ),
)
"""One throw is told once: what an event does to talks, or a war to hosts, is no throw of its own."""


def _named(
    wording: Wording, report: StageReport, before: State, after: State, copies: State
) -> Iterator[Throw]:
    """What is certain at a stage is no throw."""
    for chance in _NAMED:
        if report.stage not in chance.stages:
            continue
        rows = wording.rules.layout.places[chance.track].rows
        was = before.block[rows]
        fell, might = chance.happened(was, after.block[rows]), chance.happened(was, copies.block[rows])
        for row in which((fell != might).any(axis=1)).tolist():
            share = 100 * float((might[row] == fell[row]).mean())
            names = _names(wording, rows.start + row, int(after.block[rows.start + row, 0]))
            words = (chance.so if fell[row] else chance.not_so).format(*names)
            yield Throw(report.turn, stage_of(wording, report), begun(words), share, share)


def _names(wording: Wording, row: int, value: int) -> list[str]:
    """What a row is about, name by name; of the brink its value says on which front."""
    track, entries = wording.rules.layout.entries(row)
    if track.name == "brink" and value >= 0:
        return [wording.entry(Axis.FRONT, value)]
    return [
        wording.in_text(entry)
        if axis in (Axis.POWER, Axis.ACTOR, Axis.PARTNER)
        else wording.named(axis, entry)
        for axis, entry in zip(track.axes, entries, strict=True)
    ]
