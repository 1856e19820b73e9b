"""Sheets to print for a lesson: a role sheet for each power, the rules on one page, and what goes around the play.

One page for a browser that needs nothing else, to be printed on A4. A role sheet holds only what its power knows.
"""

from dataclasses import dataclass
from math import ceil
from pathlib import Path

from game.report import lesson
from game.report.files import PAGE, among_reports, inside, refuse_taken, write
from game.report.outcome import CRITERIA, MEANINGS
from game.report.role_sheet import GROUPS, OTHERS, Role, role
from game.report.rules_sheet import RulesSheet, rules_sheet
from game.report.templates import filled
from game.scenario.models import Scenario
from game.scenario.shipped import Loaded
from game.session.calendar import days_of_turn, facts_until
from game.session.kinds import caption
from game.session.meanings import WHY
from game.session.seats import SeatPlan
from game.session.session import Session

MOST_TURNS = 5
"""Turns that a page of reasons has room for."""

LINES_ON_A_PAGE, LINES_OF_A_HEADING = 35, 2
"""What a page of reasons holds, and what the heading of a turn takes of it."""

LINES_OF_ROLES = 11
"""What the roles beside the teams take of their first page."""

USUAL_SEED = 1
"""The game whose estimates role sheets show, unless another is named."""

PRINTED = (
    "A page for a browser, to print from there. Hand each team its own role sheet and nobody else's: it holds a secret "
    "aim. The rest is for everybody, but for your own page of the debrief. With the seed "
    f"{USUAL_SEED} on the page of the seats the game shows the same estimates."
)
"""What is said of the page once it is written."""


@dataclass(frozen=True, slots=True)
class Toll:
    """People killed and displaced before the game began; estimates, and who said so."""

    name: str
    killed: int
    low: int
    high: int
    displaced: int
    said: str


@dataclass(frozen=True, slots=True)
class Sheets:
    """What stands on the sheets besides their fixed words."""

    title: str
    caption: str
    decision: str
    content_note: str
    facts_until: str
    seed: int
    roles: tuple[Role, ...]
    rules: RulesSheet
    toll: tuple[Toll, ...]
    turns: tuple[str, ...]
    """The days of each turn, with the one that may follow where the end is hidden."""

    @property
    def turns_on_a_page(self) -> int:
        """Turns that share a page of reasons, as evenly as may be."""
        pages = ceil(len(self.turns) / MOST_TURNS)
        return ceil(len(self.turns) / pages)

    @property
    def lines_a_turn(self) -> int:
        """Lines to write on, for each turn."""
        return LINES_ON_A_PAGE // self.turns_on_a_page - LINES_OF_A_HEADING

    @property
    def lines_beside(self) -> int:
        """Lines to write on, for each turn, for those who are in no team."""
        return (LINES_ON_A_PAGE - LINES_OF_ROLES) // self.turns_on_a_page - LINES_OF_A_HEADING


def lesson_sheets(loaded: Loaded, seed: int = USUAL_SEED, *, mirrored: bool = False) -> str:
    """The whole page of a scenario; ``mirrored`` for right to left.

    What a power does not know exactly stands on its sheet as the game of this ``seed`` shows it: estimates differ a
    little from game to game, and the span of all of them would give the truth away.
    """
    return filled(
        "sheets.html",
        sheets=_sheets(loaded, seed),
        lesson=lesson,
        mirrored=mirrored,
        CRITERIA=CRITERIA,
        GROUPS=GROUPS,
        MEANINGS=MEANINGS,
        OTHERS=OTHERS,
        WHY=WHY,
    )


def print_sheets(loaded: Loaded, seed: int = USUAL_SEED, *, mirrored: bool = False) -> Path:
    """Write the page into the user's folder of reports, and return where it is. Raises NotExported."""
    (file,) = among_reports(_name(loaded), (PAGE,))
    write(file, lesson_sheets(loaded, seed, mirrored=mirrored))
    return file


def print_sheets_to(
    loaded: Loaded, named: Path | None, seed: int = USUAL_SEED, *, replace: bool = False
) -> Path:
    """Write the page to the file or into the folder that is named, else into the present one; return where it is.

    A file that is there is replaced only with ``replace``. Raises NotExported.
    """
    file = inside(named or Path(), f"{_name(loaded)}{PAGE}")
    refuse_taken(file, replace)
    write(file, lesson_sheets(loaded, seed))
    return file


def _name(loaded: Loaded) -> str:
    parts = (loaded.scenario.id, loaded.scenario.skin, "sheets")
    return "-".join(filter(None, parts))


def _sheets(loaded: Loaded, seed: int) -> Sheets:
    scenario, clock = loaded.scenario, loaded.scenario.clock
    people = SeatPlan.parse(scenario, [f"{power}=human" for power in scenario.powers])
    session = Session.new(loaded, people, seed)
    turns = loaded.rules.turns + loaded.rules.hidden_end
    return Sheets(
        title=scenario.title,
        caption=caption(scenario),
        decision=scenario.decision,
        content_note=scenario.content_note,
        facts_until=facts_until(clock),
        seed=seed,
        roles=tuple(role(session, seat) for seat in range(len(scenario.powers))),
        rules=rules_sheet(scenario, loaded.rules),
        toll=_toll(scenario),
        turns=tuple(days_of_turn(clock, turn) for turn in range(1, turns + 1)),
    )


def _toll(scenario: Scenario) -> tuple[Toll, ...]:
    return tuple(
        Toll(
            people.name,
            people.killed.best,
            people.killed.low,
            people.killed.high,
            people.displaced.best,
            people.killed.said,
        )
        for people in scenario.populations.values()
    )
