"""The games of several groups side by side, for a debrief that all of them hold together.

Groups have letters. What each met, chose and wrote stands in one row; scores do not, as side by side they would be a
ranking, and a score is never graded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.errors import CalibratedError
from game.report.bands import along, height_of
from game.report.debrief import Historical, debrief
from game.report.decisions import Decision
from game.report.files import PAGE, inside, refuse_taken, write
from game.report.group import Group, letter, parted
from game.report.outcome import CRITERIA, MEANINGS, PowerResult, TollLine, outcome
from game.report.templates import Emblem, emblem, filled
from game.report.whole_class import WholeClass, whole_class
from game.scenario.flags import flag_of
from game.session.calendar import days_of_turn, facts_until
from game.session.kinds import caption
from game.session.session import Session

MOST = 60
"""More groups than this are no class."""

BESIDE = 8
"""More would not fit beside each other on a page: then it speaks of the class as a whole alone."""

QUESTIONS = (
    "Where did the games part? What did each group know then, and what did it write?",
    "Who chose the same for different reasons? Who had the same reason and chose differently?",
    "Whose toll differs most, and where? Which decisions, and whose, does that hang on?",
    "What did nobody try? Why not?",
)
"""What to ask when all groups look at the page together."""

SAME_DICE = (
    "All groups played with the same dice (seed {seed}): where they ordered the same, they met the same luck."
)
OTHER_DICE = (
    "The groups played with dice of their own: some of what differs is luck. Begin all with one seed."
)


class NotComparable(CalibratedError):
    """Games that cannot stand side by side; the message names the game, why, and the way out."""


@dataclass(frozen=True, slots=True)
class People:
    """A population's toll in each group's game."""

    name: str
    lines: tuple[TollLine, ...]


@dataclass(frozen=True, slots=True)
class Power:
    """A power and its results in each group's game; none after a regional war."""

    name: str
    emblem: Emblem
    results: tuple[PowerResult | None, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What one power chose in a turn, ``[group]``: what was ordered, then its replies."""

    name: str
    emblem: Emblem
    by_group: tuple[tuple[Decision, ...], ...]
    parted: bool
    """Whether this is the first turn in which it did not do the same in all games."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn in all games that came so far."""

    number: int
    days: str
    powers: tuple[Choices, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The rungs of a front, for each group: at the start of each turn, None once its game was over, then at the end."""

    name: str
    rows: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What the page shows."""

    title: str
    caption: str
    question: str
    content_note: str
    facts_until: str
    dice: str
    groups: tuple[Group, ...]
    toll: tuple[People, ...]
    powers: tuple[Power, ...]
    turns: tuple[Turn, ...]
    places: tuple[str, ...]
    """What the columns of ``fronts`` are."""
    fronts: tuple[Front, ...]
    historical: tuple[Historical, ...]
    whole: WholeClass | None
    """The class as a whole; None where there are too few groups."""

    @property
    def crowded(self) -> bool:
        """Whether there are too many groups to stand beside each other."""
        return len(self.groups) > BESIDE

    @property
    def ends(self) -> dict[str, list[str]]:
        """How the games ended, for each group, by what is told of it."""
        return {
            "Ended": [group.ended for group in self.groups],
            "Turns played": [str(group.session.turn) for group in self.groups],
            "Governments that fell": [group.fallen for group in self.groups],
            "Played by people": [group.people for group in self.groups],
            "Saved as": [group.source for group in self.groups],
        }

    @property
    def most_killed(self) -> int:
        """The longest bar of the toll: one scale for everybody in every game."""
        return max(1, *(line.killed_here for people in self.toll for line in people.lines))


def groups_page(games: Sequence[tuple[str, Session]], links: Sequence[str] = ()) -> str:
    """The whole page of games, each with the name of its file, and with a link to each group's own page if there are.

    Raises NotComparable.
    """
    return filled(
        "groups.html",
        page=side_by_side(games),
        links=links,
        along=along,
        height_of=height_of,
        CRITERIA=CRITERIA,
        MEANINGS=MEANINGS,
        QUESTIONS=QUESTIONS,
    )


def write_groups(games: Sequence[tuple[str, Session]], named: Path | None, *, replace: bool = False) -> Path:
    """Write the page to the file or into the folder that is named, else into the present one; return where it is.

    A file that is there is replaced only with ``replace``. Raises NotComparable and NotExported.
    """
    text = groups_page(games)
    file = inside(named or Path(), f"{games[0][1].scenario.id}-groups{PAGE}")
    refuse_taken(file, replace)
    write(file, text)
    return file


def side_by_side(games: Sequence[tuple[str, Session]]) -> SideBySide:
    """The games of one scenario, all over, in the order given. Raises NotComparable."""
    _refuse(games)
    groups = tuple(
        Group(letter(place), source, session, debrief(session), outcome(session))
        for place, (source, session) in enumerate(games)
    )
    first = groups[0].session
    longest = max(group.session.turn for group in groups)
    fronts = tuple(_fronts(groups, longest))
    seeds = {group.session.seed for group in groups}
    return SideBySide(
        title=first.scenario.title,
        caption=caption(first.scenario),
        question=first.scenario.decision,
        content_note=first.scenario.content_note,
        facts_until=facts_until(first.scenario.clock),
        dice=SAME_DICE.format(seed=first.seed) if len(seeds) == 1 else OTHER_DICE,
        groups=groups,
        toll=tuple(_toll(groups)),
        powers=tuple(_powers(groups)),
        turns=tuple(_turns(groups, longest)),
        places=(*(f"turn {turn}" for turn in range(1, longest + 1)), "end"),
        fronts=fronts,
        historical=groups[0].debrief.historical,
        whole=whole_class(groups, [(front.name, front.rows) for front in fronts]),
    )


def _refuse(games: Sequence[tuple[str, Session]]) -> None:
    if not 2 <= len(games) <= MOST:
        raise NotComparable(
            f"Name the saved games of two to {MOST} groups, or a folder with them; found: {len(games)}."
        )
    obstacles = [told for game in games if (told := _obstacle(games[0], game))]
    if obstacles:
        raise NotComparable("\n".join(obstacles))


def _obstacle(first: tuple[str, Session], other: tuple[str, Session]) -> str:
    """Why a game cannot stand beside the first; empty if it is over, and of the same scenario word for word."""
    source, session = other
    if session.read_only:
        return f"{source}: {session.read_only}"
    if not session.over:
        return (
            f"{source}: this game goes on, it stands in turn {session.turn}. Play it to its end, or end it there "
            "(Pause, Facilitator), or leave it out."
        )
    if first[1].header.scenario_hash == session.header.scenario_hash:
        return ""
    one, two = first[1].scenario, session.scenario
    if (one.id, one.skin) == (two.id, two.skin):
        return (
            f"{source} was played by another version of {two.title} than {first[0]}. Leave one of them out."
        )
    names = [f"{each.title}{f' under {each.skin} names' if each.skin else ''}" for each in (one, two)]
    return f"{first[0]} is a game of {names[0]}, {source} one of {names[1]}. Leave one of them out."


def _toll(groups: Sequence[Group]) -> Iterator[People]:
    for lines in zip(*(group.outcome.toll for group in groups), strict=True):
        yield People(lines[0].name, lines)


def _emblems(groups: Sequence[Group]) -> Iterator[tuple[str, str, Emblem]]:
    """The id, the name and the emblem of every power."""
    scenario = groups[0].session.scenario
    for power, model in scenario.powers.items():
        yield power, model.name, emblem(flag_of(scenario, power))


def _powers(groups: Sequence[Group]) -> Iterator[Power]:
    for number, (_, name, flag) in enumerate(_emblems(groups)):
        results = (group.outcome.results for group in groups)
        yield Power(name, flag, tuple(each[number] if each else None for each in results))


def _turns(groups: Sequence[Group], longest: int) -> Iterator[Turn]:
    first = {power: parted(groups, power) for power in groups[0].session.scenario.powers}
    for number in range(1, longest + 1):
        powers = []
        for power, name, flag in _emblems(groups):
            by_group = tuple(group.chosen(number, power) for group in groups)
            powers.append(Choices(name, flag, by_group, number == first[power]))
        yield Turn(number, days_of_turn(groups[0].session.scenario.clock, number), tuple(powers))


def _fronts(groups: Sequence[Group], longest: int) -> Iterator[Front]:
    for courses in zip(*(group.debrief.rungs for group in groups), strict=True):
        rows = []
        for course in courses:
            *starts, end = (int(value) for value in course.values)
            rows.append((*starts, *[None] * (longest - len(starts)), end))
        yield Front(courses[0].name, tuple(rows))
