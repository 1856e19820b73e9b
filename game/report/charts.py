"""Line charts as shapes and places, for whatever draws them: where each line, point and name stands, in plain units.

Lines are told apart by the shape of their points and by dashes as well as by colour, and each is named at its end.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from textwrap import wrap

from game.report.debrief import Course

WIDTH = 720
SHAPES = ("circle", "square", "triangle", "diamond", "inverted", "plus", "cross")
"""Shapes of points, in the order in which lines take them."""

COLOURS = 8
"""Colours that lines take in turn; the seventh and later lines differ from earlier ones by their shape."""

_LEFT, _TOP, _BOTTOM = 36, 28, 30
_NAMES = 236
"""Room for the names at the lines' ends."""

_LETTERS, _LINE = 36, 15
"""Letters in a line of a name, and the height of a line."""

_PLACE = 52
"""Room for the name of a turn."""

_LEAST = 190
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that stands at a place of a chart."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One course: its points in order, and its name at the end in lines that do not run into another's."""

    number: int
    points: tuple[Mark, ...]
    name: tuple[str, ...]
    name_y: float

    @property
    def shape(self) -> str:
        """The shape of its points."""
        return SHAPES[self.number % len(SHAPES)]

    @property
    def colour(self) -> int:
        """Which of the colours it has, from 0."""
        return self.number % COLOURS

    @property
    def corners(self) -> str:
        """Its points as ``x,y x,y``."""
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)

    @property
    def end(self) -> Mark:
        """Its last point."""
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of courses over the turns of a game. ``id`` tells it from the others of a page."""

    id: str
    title: str
    unit: str
    courses: tuple[Course, ...]
    lines: tuple[Line, ...]
    steps: tuple[Mark, ...]
    """The values along its side, at their heights."""
    places: tuple[Mark, ...]
    """The turns along its foot."""
    height: float
    width: float = WIDTH

    @property
    def right(self) -> float:
        """Where the lines end and their names begin."""
        return WIDTH - _NAMES


def top_of(courses: Sequence[Course]) -> float:
    """The top of a chart's scale, the same for all that stand side by side: five, ten, fifteen and so on.

    It is the least that no value goes beyond, so that five steps are whole numbers.
    """
    highest = max((max(course.values) for course in courses), default=0.0)
    return 5.0 * max(1, math.ceil(highest / 5))


def by_power(
    id_: str, courses: Sequence[Course], turns: Sequence[str], title: str, unit: str
) -> Iterator[Chart]:
    """One chart for each power, on the same scale, so that lines do not crowd."""
    top = top_of(courses)
    for number, power in enumerate(dict.fromkeys(course.power for course in courses)):
        own = tuple(course for course in courses if course.power == power)
        yield _chart(f"{id_}-{number}", f"{title} {power}", unit, own, turns, top)


def _chart(
    id_: str, title: str, unit: str, courses: tuple[Course, ...], turns: Sequence[str], top: float
) -> Chart:
    names = [_name(course) for course in courses]
    inner = max(_LEAST, _LINE * sum(map(len, names)))
    floor = _TOP + inner
    lines = _lines(courses, names, top, inner)
    return Chart(
        id=id_,
        title=title,
        unit=unit,
        courses=courses,
        lines=tuple(lines),
        steps=tuple(
            Mark(_LEFT, floor - inner * step / _STEPS, f"{top * step / _STEPS:g}")
            for step in range(_STEPS + 1)
        ),
        places=tuple(Mark(_along(place, len(turns)), floor, turns[place]) for place in _named(len(turns))),
        height=floor + _BOTTOM,
    )


def _named(places: int) -> Iterator[int]:
    """The places that are named: the last one, and as many before it as do not run into each other."""
    every = math.ceil(_PLACE * (places - 1) / (WIDTH - _NAMES - _LEFT)) or 1
    return (place for place in range(places) if (places - 1 - place) % every == 0)


def _name(course: Course) -> tuple[str, ...]:
    """What a line is called in a chart that names its power already, with its last value."""
    name = course.name.removeprefix(course.power).strip()
    return tuple(wrap(f"{name}, {course.values[-1]:.1f}", _LETTERS))


def _along(place: int, places: int) -> float:
    return round(_LEFT + (WIDTH - _NAMES - _LEFT) * place / max(1, places - 1), 1)


def _lines(
    courses: Sequence[Course], names: Sequence[tuple[str, ...]], top: float, inner: float
) -> Iterator[Line]:
    heights = [[round(_TOP + inner * (1 - value / top), 1) for value in course.values] for course in courses]
    apart = _apart([each[-1] for each in heights], [_LINE * len(name) for name in names], inner)
    for number, (course, name) in enumerate(zip(courses, names, strict=True)):
        points = tuple(
            Mark(_along(place, len(course.values)), y, f"{value:.1f}")
            for place, (y, value) in enumerate(zip(heights[number], course.values, strict=True))
        )
        yield Line(number, points, name, apart[number])


def _apart(wanted: Sequence[float], room: Sequence[float], inner: float) -> list[float]:
    """Middles for names near the heights that are wanted, from the top down and none over another."""
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    below = [0.0, *accumulate(room[place] for place in reversed(order))]
    edge, middles = 0.0, [0.0] * len(wanted)
    for number, place in enumerate(order):
        lowest = _TOP + inner + _LINE / 2 - below[len(order) - number]
        edge = min(max(edge, wanted[place] - room[place] / 2), lowest)
        middles[place] = round(edge + room[place] / 2, 1)
        edge += room[place]
    return middles
