"""The debrief as one HTML page that needs nothing else: no script, no network, no other file.

The page holds no figures of its own: it shows what ``outcome`` and ``debrief`` say, in the order of the screens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.report.charts import Chart, by_power
from game.report.compared import HOW, Asked
from game.report.debrief import Debrief, debrief
from game.report.decisions import Decision
from game.report.images import played_by
from game.report.luck import CANNOT, HOW_THROWS, QUESTION, LuckTold
from game.report.luck import HOW as SAME_ORDERS
from game.report.outcome import CRITERIA, MEANINGS, Outcome, outcome
from game.report.templates import Emblem, emblem, filled
from game.report.understood import HOW as HOW_UNDERSTOOD
from game.report.understood import NO_STRIKES
from game.report.understood import QUESTION as QUESTION_OF_STRIKES
from game.scenario.flags import flag_of
from game.session.calendar import days_of_turn, facts_until
from game.session.kinds import caption
from game.session.session import Session


@dataclass(frozen=True, slots=True)
class Player:
    """A power and who played it."""

    name: str
    emblem: Emblem
    by: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The decisions of one turn, and what a facilitator did in it."""

    number: int
    days: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What the page shows. Everything in it that is a fact of the game comes from ``outcome`` and ``debrief``."""

    caption: str
    question: str
    """The decision that the scenario is about."""
    content_note: str
    facts_until: str
    players: tuple[Player, ...]
    length: str
    again: str
    """How the same game is played again."""
    outcome: Outcome
    debrief: Debrief
    turns: tuple[Turn, ...]
    owed: tuple[Chart, ...]
    credibility: tuple[Chart, ...]
    asked: tuple[Asked, ...]
    luck: LuckTold | None

    @property
    def most_killed(self) -> int:
        """The longest bar of the toll: one scale for everybody."""
        return max(1, *(line.killed_here for line in self.outcome.toll))


def page(
    session: Session,
    asked: Sequence[Asked] = (),
    luck: LuckTold | None = None,
    *,
    mirrored: bool = False,
    group: str = "",
    beside: str = "",
) -> str:
    """The whole page of a finished game, with the what-ifs that were asked of it; ``mirrored`` for right to left.

    How much was luck stands in it if that was worked out. Of one of several groups it names the ``group`` and links to
    the page ``beside`` it, where all of them stand.

    Raises SessionError while the game goes on.
    """
    told = _report(session, asked, luck)
    return filled("report.html", report=told, mirrored=mirrored, group=group, beside=beside, **_WORDS)


def _report(session: Session, asked: Sequence[Asked], luck: LuckTold | None) -> Report:
    told, scenario = debrief(session), session.scenario
    return Report(
        caption=caption(scenario),
        question=scenario.decision,
        content_note=scenario.content_note,
        facts_until=facts_until(scenario.clock),
        players=tuple(
            Player(power.name, emblem(flag_of(scenario, name)), _played_by(session, seat))
            for seat, (name, power) in enumerate(scenario.powers.items())
        ),
        length=f"{session.turn} turns of {scenario.clock.days_per_turn} days.",
        again=f"{scenario.id}, seed {session.seed}, begun with version {session.engine_version}",
        outcome=outcome(session),
        debrief=told,
        turns=tuple(_turn(session, told, number) for number in range(1, session.turn + 1)),
        owed=tuple(by_power("owed", told.owed, told.turns, "Owed by", "points, 0 to 12")),
        credibility=tuple(
            by_power("credibility", told.credibility, told.turns, "Credibility of", "points, 0 to 10")
        ),
        asked=tuple(asked),
        luck=luck,
    )


def _played_by(session: Session, seat: int) -> str:
    own = session.seats.seats[seat]
    return played_by(session, seat) + ("" if own.by_person else f", {own.level}")


def _turn(session: Session, told: Debrief, number: int) -> Turn:
    own = tuple(each for each in told.decisions if each.turn == number)
    return Turn(number, days_of_turn(session.scenario.clock, number), own)


_WORDS = {
    "CANNOT": CANNOT,
    "CRITERIA": CRITERIA,
    "HOW": HOW,
    "HOW_THROWS": HOW_THROWS,
    "HOW_UNDERSTOOD": HOW_UNDERSTOOD,
    "MEANINGS": MEANINGS,
    "NO_STRIKES": NO_STRIKES,
    "QUESTION": QUESTION,
    "QUESTION_OF_STRIKES": QUESTION_OF_STRIKES,
    "SAME_ORDERS": SAME_ORDERS,
}
"""Sentences of the screens that the page shows as well."""
