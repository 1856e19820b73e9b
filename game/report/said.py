"""What was said otherwise than by strikes, and how it was taken (rules.md §7).

Red lines, assurances and denials bind, and are believed or not; letting a blow pass says something too. All of it is
read off the changes that were recorded with their causes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from game.rules import causes
from game.rules.effects import Change
from game.rules.tracks import Axis
from game.rules.words import judges
from game.session.chosen import chosen_options
from game.session.session import Session
from game.session.wording import begun

BEFORE: Final = 0
"""The turn of what was said before the game began."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a power said, or let be understood by holding back."""

    turn: int
    """0 for what was said before the game."""
    power: str
    kind: str
    """A red line, assurance, denial or restraint."""
    meant: str
    understood: str

    @property
    def when(self) -> str:
        """The turn in words."""
        return f"Turn {self.turn}" if self.turn else "Before the game"

    @property
    def words(self) -> str:
        """The whole in sentences."""
        return f"{self.when}, {self.power}, {self.kind}: {self.meant} {self.understood}"


class _Dated(NamedTuple):
    """A recorded change, and the place in the log of the stage that brought it."""

    place: int
    turn: int
    change: Change


def said(session: Session) -> tuple[Said, ...]:
    """Everything of the kind in a finished game, by turn. Raises SessionError while it goes on."""
    reader = _Reader(session)
    found = [*reader.lines(), *reader.assurances(), *reader.denials(), *reader.restraint()]
    return tuple(sorted(found, key=lambda each: each.turn))


class _Reader:
    """Reads a game's recorded changes, row by row."""

    def __init__(self, session: Session) -> None:
        self.session, self.rules, self.wording = session, session.rules, session.wording
        self.opening = session.history()[0]
        self._of_rows: dict[int, list[_Dated]] = {}
        for place, report in enumerate(session.reports):
            for change in report.changes:
                self._of_rows.setdefault(change.row, []).append(_Dated(place, report.turn, change))

    def _changes(self, track: str, *entry: int) -> list[_Dated]:
        return self._of_rows.get(int(self.rules.layout.cells(track, *entry)), [])

    def _pairs(self) -> Iterator[tuple[int, int]]:
        powers = range(self.rules.powers)
        return ((one, other) for one in powers for other in powers if one != other)

    def _name(self, actor: int) -> str:
        return self.wording.inside(actor)

    # --- red lines -------------------------------------------------------------------------------------

    def lines(self) -> Iterator[Said]:
        """Every red line that was drawn, and whether it held whom it was drawn against back."""
        for line in range(len(self.rules.lines.owner)):
            stakes = self._changes("line_stake", line)
            if self.opening.line_stake[line, 0]:
                yield self._line(line, BEFORE, int(self.opening.line_stake[line, 0]), -1, stakes)
            for number, each in enumerate(stakes):
                if each.change.after > each.change.before:
                    yield self._line(line, each.turn, each.change.after, each.place, stakes[number + 1 :])

    def _line(self, line: int, turn: int, stake: int, since: int, later: list[_Dated]) -> Said:
        """One line from the stage in which it was drawn to that in which it was taken down, or the end."""
        end = next((each for each in later if not each.change.after), None)
        until = end.place if end else len(self.session.reports)
        lines = self.rules.lines
        owner, against = int(lines.owner[line]), int(lines.against[line])
        crossed = self._crossed(line, since, until)
        fate = f"{begun(self._name(against))} {crossed}." if crossed else _uncrossed(end)
        beliefs = " ".join(self._judged(line, since, until))
        return Said(
            turn=turn,
            power=self.wording.actor(owner),
            kind="red line",
            meant=f"Against {self._name(against)}, at stake {stake}: {self.wording.entry(Axis.LINE, line)}.",
            understood=f"{fate} {beliefs}".strip(),
        )

    def _crossed(self, line: int, since: int, until: int) -> str:
        """When it was crossed; empty if it was not."""
        if since < 0 and self.opening.line_crossed[line, 0]:
            return "had crossed it before the game began"
        for each in self._changes("line_crossed", line):
            if since <= each.place <= until and not each.change.before:
                return f"crossed it in turn {each.turn}"
        return ""

    def _judged(self, line: int, since: int, until: int) -> Iterator[str]:
        """What its owner won or lost in belief by it while it stood, and when it was taken down; once a cause."""
        owner, judge = int(self.rules.lines.owner[line]), int(judges(self.rules)[line])
        told: dict[str, list[_Dated]] = {}
        for each in self._changes("credibility", owner, judge):
            ended = each.place == until and each.change.cause in JUDGED
            held = (
                since < each.place <= until
                and each.change.cause == causes.LINE_HELD
                and self._held(line, each.place)
            )
            if ended or held:
                told.setdefault(each.change.cause, []).append(each)
        for cause, changes in told.items():
            by = sum(each.change.after - each.change.before for each in changes)
            turns = ", ".join(str(each.turn) for each in changes)
            who = f"{begun(self._name(judge))} believed {self._name(owner)} {'more' if by > 0 else 'less'}"
            yield f"{who} by {abs(by) / 100:.1f} in turn{'s' * (len(changes) > 1)} {turns} ({cause})."

    def _held(self, line: int, place: int) -> bool:
        """Whether a line gained by standing uncrossed at a stage: once, or if it is extended over a client always."""
        quiet = [each.change.after for each in self._changes("line_quiet", line) if each.place == place]
        return bool(quiet) and (
            bool(self.rules.lines.extended[line]) or self.rules.numbers.line_quiet in quiet
        )

    def _believed(self, each: _Dated, one: int, other: int) -> str:
        before, after = (value / 100 for value in (each.change.before, each.change.after))
        way = "more" if after > before else "less"
        who = f"{begun(self._name(other))} believed {self._name(one)} {way}"
        return f"{who}, {before:.1f} → {after:.1f} in turn {each.turn} ({each.change.cause})."

    # --- assurances ------------------------------------------------------------------------------------

    def assurances(self) -> Iterator[Said]:
        """What was assured over a back channel, and what the next turn made of it."""
        options = self.rules.options
        for each in chosen_options(self.session):
            other = int(options.assures[each.option])
            if other >= 0:
                yield Said(
                    turn=each.entry.turn,
                    power=self.wording.actor(each.seat),
                    kind="assurance",
                    meant=f"{begun(self.wording.describe(each.option))}.",
                    understood=self._kept(each.seat, other, each.entry.turn + 1),
                )

    def _kept(self, power: int, other: int, turn: int) -> str:
        broken = [
            each
            for each in self._changes("credibility", power, other)
            if each.turn == turn and each.change.cause == causes.ASSURANCE_BROKEN
        ]
        if broken:
            return f"It struck harder than that in turn {turn}. {self._believed(broken[0], power, other)}"
        lighter = sum(
            salvo.taken.doubled - salvo.taken.assured
            for report in self.session.reports
            for salvo in report.salvos
            if (report.turn, salvo.attacker, salvo.target) == (turn, power, other)
        )
        if lighter:
            return f"It kept within that in turn {turn}, and was taken lighter by {lighter / 100:.2f}."
        return "No strike put it to the test."

    # --- denials ---------------------------------------------------------------------------------------

    def denials(self) -> Iterator[Said]:
        """Acts that were denied in public, and whether that lasted."""
        for power, other in self._pairs():
            denied = self._changes("denied", power, other)
            for number, each in enumerate(denied):
                if each.change.after:
                    until = (
                        denied[number + 1].place if number + 1 < len(denied) else len(self.session.reports)
                    )
                    found = [
                        later
                        for later in self._changes("credibility", power, other)
                        if each.place <= later.place <= until and later.change.cause == causes.DENIED
                    ]
                    fate = (
                        f"The act was attributed to it. {self._believed(found[0], power, other)}"
                        if found
                        else "It was not disproved."
                    )
                    yield Said(
                        each.turn,
                        self.wording.actor(power),
                        "denial",
                        f"It had not acted against {self._name(other)}.",
                        fate,
                    )

    # --- restraint -------------------------------------------------------------------------------------

    def restraint(self) -> Iterator[Said]:
        """Blows that were let pass, promises held for, stopping alone at the brink: how each was read."""
        for power, other in self._pairs():
            read = [
                each for each in self._changes("credibility", power, other) if each.change.cause in RESTRAINT
            ]
            shown = {
                each.turn: each.change.cause
                for each in self._changes("held_back", power, other)
                if each.change.after > each.change.before
            }
            for turn in sorted({*shown, *(each.turn for each in read)}):
                cost = [each for each in read if each.turn == turn]
                given = [shown.get(turn, ""), *(each.change.cause for each in cost)]
                beliefs = " ".join(self._believed(each, power, other) for each in cost)
                yield Said(
                    turn=turn,
                    power=self.wording.actor(power),
                    kind="restraint",
                    meant=self._restraint(power, other, turn, given),
                    understood=f"It cost belief in its threats. {beliefs}" if cost else _NO_COST,
                )

    def _restraint(self, power: int, other: int, turn: int, given: list[str]) -> str:
        """In what restraint was shown."""
        name = self._name(other)
        if causes.STOPPED_ALONE in given:
            return f"It stopped at the brink, and {name} went on."
        if causes.CLIENT_HURT_UNWARNED in given:
            return f"It neither struck nor warned {name}, which hurt its client."
        patron_of = self.rules.patron_of
        for salvo in (
            each for report in self.session.reports if report.turn == turn for each in report.salvos
        ):
            if not salvo.covert and (salvo.attacker, salvo.target) == (other, power):
                return f"It let a blow of {name} pass."
            if salvo.target == power and int(patron_of[salvo.attacker]) == other:
                return f"It let a blow by a partner of {name} pass."
            if salvo.attacker == other and int(patron_of[salvo.target]) == power:
                return f"It let a blow of {name} at its partner pass."
        return f"It held back from {name}."


def _uncrossed(end: _Dated | None) -> str:
    """What became of a line that nobody crossed."""
    if end is None:
        return "Nobody had crossed it when the game ended."
    return f"Nobody crossed it until it was taken down in turn {end.turn} ({end.change.cause})."


JUDGED: Final = (
    causes.LINE_ANSWERED,
    causes.LINE_UNANSWERED,
    causes.WARNING_IGNORED,
    causes.LINE_RETIRED,
)
"""Causes by which a power is believed more or less for a line: while it stands, and when it is taken down."""

RESTRAINT: Final = (causes.TOOK_IT, causes.CLIENT_HURT_UNWARNED, causes.STOPPED_ALONE)
"""Causes by which restraint costs belief in a power's threats: it is read as licence, or as giving way."""

_NO_COST: Final = "It cost no belief in its threats."
