"""How the bulletin tells what became of words and blows: lines judged, exchanges closed, restraint and its reading."""

from collections.abc import Iterator

from game.rules import causes
from game.rules.effects import Change
from game.rules.tracks import Axis
from game.session.partner_headlines import Teller
from game.session.stage_report import Headline
from game.session.wording import Wording


def judged_lines(wording: Wording, changes: tuple[Change, ...]) -> Iterator[Headline]:
    """How crossed lines were answered by the time they were judged, measured by what had been staked [B 51].

    It is read off the line itself: what a shortfall costs is an assumption, and may be switched off.
    """
    spent = {change.row: change for change in changes if change.cause == causes.LINE_SPENT}
    for line in range(len(wording.rules.lines.owner)):
        stake, answer = (
            spent.get(int(wording.rules.layout.cells(track, line))) for track in ("line_stake", "line_answer")
        )
        if stake:
            yield Headline(_judged(wording, line, stake.before, answer.before if answer else 0))


def _judged(wording: Wording, line: int, stake: int, answer: int) -> str:
    owner, name = wording.inside(int(wording.rules.lines.owner[line])), wording.entry(Axis.LINE, line)
    if answer >= stake:
        return f"{owner} answered the crossing of its red line as it had said: {name}."
    if answer:
        return f"{owner} answered the crossing of its red line with less than it had staked: {name}."
    return f"{owner} left the crossing of its red line unanswered: {name}."


def _closed(wording: Wording, place: int, change: Change) -> str:
    return "An exchange of blows closed: nobody was left with something to answer."


def _with_interest(wording: Wording, place: int, change: Change) -> str:
    holder, about = divmod(place, wording.rules.actors)
    return f"{wording.inside(holder)} struck {wording.inside(about)} with interest, after a promise that was broken."


def _read_as_licence(words: str) -> Teller:
    def told(wording: Wording, place: int, change: Change) -> str:
        power, judge = (wording.inside(side) for side in divmod(place, wording.rules.powers))
        return f"{words.format(power, judge)}; {judge} believes its threats less."

    return told


def _stood_by(wording: Wording, place: int, change: Change) -> str:
    patron, client = (wording.inside(side) for side in divmod(place, wording.rules.powers))
    return f"{patron} stood by while {client} was hurt; {client} believes it less."


def _had_denied(wording: Wording, place: int, change: Change) -> str:
    return f"{wording.inside(place)} had denied what is now attributed to it."


TOLD: dict[tuple[str, str], Teller] = {
    ("tally", causes.EXCHANGE_CLOSED): _closed,
    ("interest", causes.PAID_WITH_INTEREST): _with_interest,
    ("legitimacy", causes.DENIED): _had_denied,
    ("credibility", causes.STOOD_BY): _stood_by,
    ("credibility", causes.TOOK_IT): _read_as_licence(
        "{0} was hurt by {1}, and neither struck nor has a red line that still stands"
    ),
    ("credibility", causes.CLIENT_HURT_UNWARNED): _read_as_licence(
        "a client of {0} was hurt by {1}, and it neither struck nor has a red line that still stands"
    ),
}
"""What is told of a change, by its track and cause."""


def audience(wording: Wording, track: str, place: int) -> frozenset[int] | None:
    """Who is told: how restraint is read, or help withheld, both sides; of interest, who struck; else all (None).

    What everybody knew of the interest would tell whose an act is that nobody claims.
    """
    if track == "credibility":
        return frozenset(divmod(place, wording.rules.powers))
    if track == "interest":
        return frozenset({place // wording.rules.actors})
    return None
