"""What an order rests on, as far as it may be told at a scenario's opening: later days are for the debrief."""

import re
from typing import Final

from game.scenario.models import Clock

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_DATE: Final = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) )?(?P<year>\b(?:19|20)\d\d\b)"
)
_LONGEST_MONTH: Final = 31


def known_basis(basis: str, clock: Clock) -> str:
    """The parts of a basis, between semicolons, that name no day after the opening; empty if none is left.

    Where the scenario shows no dates, parts that name a month or a day are left out, too: they tell of a real case.
    """
    parts = [part.strip().rstrip(".") for part in basis.split(";")]
    known = [part for part in parts if part and not _is_untold(part, clock)]
    return f"{'; '.join(known)}." if known else ""


def _is_untold(part: str, clock: Clock) -> bool:
    found = list(_DATE.finditer(part))
    if clock.calendar == "days":
        return any(each["month"] for each in found)
    opening = (clock.start.year, clock.start.month, clock.start.day)
    return any(_latest(each) > opening for each in found)


def _latest(found: re.Match[str]) -> tuple[int, int, int]:
    """The last day that a date may mean; a year alone counts from its first day, for works are cited by it."""
    year = int(found["year"])
    if found["month"] is None:
        return year, 1, 1
    return year, MONTHS.index(found["month"]) + 1, int(found["day"] or _LONGEST_MONTH)
