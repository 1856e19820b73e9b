"""What each contested mechanism changes, drawn: a row for each, a column for each figure, as an SVG."""

from collections.abc import Iterator, Sequence
from html import escape
from math import floor, log10
from textwrap import wrap
from typing import Final

from game.lab.theories import Change, Kind, Outcome, Theories
from game.scenario.models import Scenario
from game.scenario.switches import mechanisms

_GROUPS: Final = {
    "games end in, %": (Kind.WAR, Kind.SETTLEMENT),
    "government falls, % of games": (Kind.FALL,),
    "mean score, points": (Kind.SCORE,),
    "people killed in a game": (Kind.KILLED,),
}
_LABELS: Final = 300
_COLUMN: Final = 72
_ROW: Final = 34
_TOP: Final = 156
_FOOT: Final = 84
_REACH: Final = 30
"""How far from the middle of a column its largest interval reaches."""
_TEXT: Final = "#1d2430"
_FAINT: Final = "#5c6673"
_BEYOND: Final = "#1f4e8c"
_WITHIN: Final = "#7b8694"
_HALO: Final = "paint-order:stroke;stroke:#ffffff;stroke-width:3px"
_READING: Final = (
    "Right of the line: more with the switch than without; left: less. "
    "Each column has a scale of its own, told below it."
)


def picture(found: Theories) -> str:
    """The whole picture. A figure that no switch changes at all has no column."""
    shown = [each for each in found.outcomes if not all(one.changes[each].same for one in found.switches)]
    rows, columns = len(found.switches), len(shown)
    width, height = _LABELS + columns * _COLUMN + 16, _TOP + rows * _ROW + _FOOT
    heading = f"{found.scenario.title}: what changes when one assumption is switched"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-size="14">',
            f"<style>text {{ font-family: sans-serif; fill: {_TEXT} }}</style>",
            f"<title>{escape(heading)}</title>",
            '<rect width="100%" height="100%" fill="#ffffff"/>',
            _text(12, 26, heading, size=18),
            *_stripes(found, width),
            *_heads(found.scenario, shown),
            *_as_it_is(found, shown),
            *(
                line
                for place, outcome in enumerate(shown)
                for line in _column(place, [one.changes[outcome] for one in found.switches])
            ),
            *_legend(height),
            "</svg>",
            "",
        )
    )


def _label(scenario: Scenario, outcome: Outcome) -> str:
    """What stands over a column, under the heading of its group."""
    match outcome.kind:
        case Kind.WAR:
            return "regional war"
        case Kind.SETTLEMENT:
            return "settlement"
        case Kind.FALL | Kind.SCORE:
            return scenario.powers[outcome.of].name
        case Kind.KILLED:
            return scenario.populations[outcome.of].name


def _stripes(found: Theories, width: int) -> Iterator[str]:
    names = dict(mechanisms(found.scenario))
    for row, one in enumerate(found.switches):
        if row % 2 == 0:
            yield f'<rect x="0" y="{_TOP + row * _ROW}" width="{width}" height="{_ROW}" fill="#f3f5f8"/>'
        yield _text(12, _middle(row) + 5, named(names[one.mechanism].name, names[one.mechanism].on))


def named(name: str, on: bool) -> str:
    """A mechanism as it is switched."""
    return f"{name}: {'off' if on else 'on'}"


def _heads(scenario: Scenario, shown: Sequence[Outcome]) -> Iterator[str]:
    for heading, kinds in _GROUPS.items():
        own = [place for place, outcome in enumerate(shown) if outcome.kind in kinds]
        if own:
            left, right = _centre(own[0]) - _REACH, _centre(own[-1]) + _REACH
            yield _text(left, 58, heading, colour=_FAINT)
            yield f'<line x1="{left}" y1="66" x2="{right}" y2="66" stroke="{_FAINT}"/>'
    for place, outcome in enumerate(shown):
        for line, words in enumerate(wrap(_label(scenario, outcome), 10, break_long_words=False)):
            yield _text(_centre(place), 84 + 15 * line, words, size=12, anchor="middle")


def _as_it_is(found: Theories, shown: Sequence[Outcome]) -> Iterator[str]:
    """Every figure as the scenario has its assumptions."""
    y = _TOP - 12
    yield _text(12, y, "as the scenario has them", colour=_FAINT)
    for place, outcome in enumerate(shown):
        figure = two_digits(found.switches[0].changes[outcome].before)
        yield _text(_centre(place), y, figure, size=13, anchor="middle")


def _column(place: int, changes: Sequence[Change]) -> Iterator[str]:
    """One figure: its zero line, a mark for each switch, and how far its scale goes."""
    centre, foot = _centre(place), _TOP + len(changes) * _ROW
    most = max(abs(edge) for each in changes for edge in (each.by.low, each.by.high))
    yield f'<line x1="{centre}" y1="{_TOP}" x2="{centre}" y2="{foot}" stroke="#aab2bd"/>'
    for row, each in enumerate(changes):
        yield from _mark(centre, _middle(row) + 5, each, _REACH / most)
    yield _text(centre, foot + 18, f"±{two_digits(most)}", size=12, anchor="middle")


def _mark(centre: float, y: float, each: Change, scale: float) -> Iterator[str]:
    if each.same:
        yield _text(centre, y + 4, "=", size=12, anchor="middle", colour=_FAINT)
        return
    colour = _BEYOND if each.beyond_chance else _WITHIN
    low, middle, high = (
        round(centre + scale * value, 1) for value in (each.by.low, each.by.value, each.by.high)
    )
    yield f'<line x1="{low}" y1="{y}" x2="{high}" y2="{y}" stroke="{colour}" stroke-width="2"/>'
    fill = colour if each.beyond_chance else "#ffffff"
    radius = 5 if each.beyond_chance else 3.5
    if each.beyond_chance:
        yield _text(middle, y - 8, amount(each.by.value), size=11, anchor="middle", style=_HALO)
    yield f'<circle cx="{middle}" cy="{y}" r="{radius}" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'


def amount(value: float) -> str:
    """A difference with its sign."""
    return f"{'+' if value >= 0 else '−'}{two_digits(abs(value))}"


def two_digits(value: float) -> str:
    """A number of 0 or more to the two digits that say most, to whole ones or to thousandths."""
    decimals = 1 - floor(log10(value)) if value else 0
    return f"{value:,.{min(max(decimals, 0), 3)}f}"


def _legend(height: int) -> Iterator[str]:
    y = height - 34
    yield f'<circle cx="18" cy="{y}" r="5" fill="{_BEYOND}"/>'
    yield _text(32, y + 5, "beyond chance")
    yield f'<circle cx="162" cy="{y}" r="3.5" fill="#ffffff" stroke="{_WITHIN}" stroke-width="1.5"/>'
    yield _text(174, y + 5, "within chance")
    yield _text(296, y + 5, "=  nothing changes")
    yield _text(12, y + 25, _READING, size=12, colour=_FAINT)


def _text(
    x: float,
    y: float,
    words: str,
    size: int = 14,
    anchor: str = "start",
    colour: str = _TEXT,
    style: str = "",
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" style="fill:{colour};{style}">'
        f"{escape(words)}</text>"
    )


def _centre(place: int) -> float:
    return _LABELS + (place + 0.5) * _COLUMN


def _middle(row: int) -> float:
    return _TOP + (row + 0.5) * _ROW
