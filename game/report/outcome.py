"""How a game ended, in the order in which it is shown (rules.md §10): toll, what ended it, criteria, score.

After a regional war there is one paragraph, the toll and the last three decisions, and nothing else. A game that the
group ended before its end shows its criteria and aims as they stood, and no score: nobody has won it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.report.decisions import Decision, last_decisions
from game.report.figures import rounded
from game.rules.score import Score, met_mandates
from game.rules.tracks import Axis
from game.scenario.flags import flag_of
from game.session.reporting import ending_words
from game.session.session import Session

WAR = (
    "The exchange became a regional war. Governments that each meant to answer in measure could not stop what they "
    "had begun, and in every country named here people are killed and driven out in numbers that this game does not "
    "count any more. There is no score."
)

DRAWN_IN = "Drawn in beside those who began it: {hosts}."

CRITERIA = ("security", "credibility", "home", "abroad")
"""The four criteria, in the order in which they are shown."""

MEANINGS = {
    "security": "10, less impacts on one's own ground, the highest rung of its fronts, and the threat left.",
    "credibility": "How far rivals and clients believe it, less a quarter of what it still owes them an answer for.",
    "home": "Hold on office at the end.",
    "abroad": "Mean of its camp's cohesion, the hosts' alignment and legitimacy.",
}
"""What each criterion is made of (rules.md §10)."""

UNFINISHED = (
    "This game was not played to its end. Criteria and aims are shown as they stood when it was ended. There is no "
    "score, and nobody has won."
)
"""What is said of a game that the group ended."""

LAST_DECISIONS = 3


@dataclass(frozen=True, slots=True)
class TollLine:
    """A population's toll at the end, and the part of it that this game added; estimates."""

    name: str
    killed: int
    killed_here: int
    displaced: int
    displaced_here: int
    killed_least: int
    killed_most: int
    """The span of those killed in all: what was counted before the game, each way, with this game's estimate."""

    @property
    def span(self) -> str:
        """From the least to the most killed in all; empty where nothing is uncertain."""
        if self.killed_least == self.killed_most:
            return ""
        return f"{rounded(self.killed_least)} to {rounded(self.killed_most)}"


@dataclass(frozen=True, slots=True)
class MandateLine:
    """An aim of a power's own, and whether it was met."""

    text: str
    met: bool
    secret: bool


@dataclass(frozen=True, slots=True)
class PowerResult:
    """A power's criteria by name, its mandates and its score; points. An unfinished game has no score."""

    power: str
    name: str
    flag: str
    criteria: dict[str, float]
    mandates: tuple[MandateLine, ...]
    score: float | None
    fell: bool
    """Whether its government fell, so that a caretaker played on."""

    @property
    def weakest(self) -> str:
        """The criterion by which it fails."""
        return min(self.criteria, key=lambda name: self.criteria[name])


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished game. After a regional war ``results`` is empty; else ``last`` is."""

    title: str
    war: bool
    words: str
    toll: tuple[TollLine, ...]
    results: tuple[PowerResult, ...] = ()
    last: tuple[Decision, ...] = ()
    unfinished: str = ""
    """What must be known of a game that the group ended before its end; empty for others."""


def outcome(session: Session) -> Outcome:
    """The outcome of a finished game. Raises SessionError while it goes on."""
    toll = tuple(_toll(session))
    if session.ending == "regional_war":
        words = " ".join([WAR, *_drawn_in(session)])
        return Outcome(
            session.scenario.title, True, words, toll, last=last_decisions(session, LAST_DECISIONS)
        )
    return Outcome(
        session.scenario.title,
        False,
        ending_words(session.ending),
        toll,
        results=tuple(_results(session)),
        unfinished=UNFINISHED if session.stopped else "",
    )


def _toll(session: Session) -> Iterator[TollLine]:
    history = session.history()
    first, final = history[0], history[-1]
    for place, name in enumerate(session.rules.layout.names[Axis.POPULATION]):
        killed, displaced = int(final.killed[place, 0]), int(final.displaced[place, 0])
        here, before = killed - int(first.killed[place, 0]), session.scenario.populations[name].killed
        yield TollLine(
            name=session.wording.named(Axis.POPULATION, name),
            killed=killed,
            killed_here=here,
            killed_least=before.low + here,
            killed_most=before.high + here,
            displaced=displaced,
            displaced_here=displaced - int(first.displaced[place, 0]),
        )


def _drawn_in(session: Session) -> Iterator[str]:
    """Which hosts a regional war drew in, where there are any."""
    drawn = np.flatnonzero(session.history()[-1].drawn_in[:, 0])
    if len(drawn):
        yield DRAWN_IN.format(hosts=", ".join(session.wording.entry(Axis.HOST, int(host)) for host in drawn))


def _results(session: Session) -> Iterator[PowerResult]:
    score = session.score()
    for seat, (power, model) in enumerate(session.scenario.powers.items()):
        yield PowerResult(
            power=power,
            name=model.name,
            flag=flag_of(session.scenario, power),
            criteria={name: _points(score, name, seat) for name in CRITERIA},
            mandates=tuple(mandates(session, seat)),
            score=None if session.stopped else _points(score, "total", seat),
            fell=session.is_caretaker(seat),
        )


def _points(score: Score, name: str, seat: int) -> float:
    return int(getattr(score, name)[seat, 0]) / 100


def mandates(session: Session, seat: int) -> Iterator[MandateLine]:
    """The aims of the power at ``seat`` and whether they are met at the end. Raises SessionError before it."""
    table = session.rules.mandates
    met = met_mandates(session.rules, session.history()[-1])[:, 0]
    for number in np.flatnonzero(table.power == seat).tolist():
        yield MandateLine(table.texts[number], bool(met[number]), bool(table.secret[number]))
