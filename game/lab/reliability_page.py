"""``docs/reliability.md`` and its diagram: what forecasts said beside what happened."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from game.lab.reliability import Bin, Reliability

DIAGRAM: Final = Path("pictures/reliability.svg")
"""Beside the page."""

HEAD: Final = """# Reliability of forecasts

Written by `python main.py lab reliability --write`; change the rules, the players or the forecast, not this page.

At the start of every turn one seat of each game forecasts a draft from its own view; then the turn is played once, with
the game's own dice and hidden truth. Rivals are drawn, every turn afresh, from the very mixture that the forecast
supposes: only against that is its claim one that can be tested. Whether a seat is right about what its rivals are like
is another question; that it first takes them to be like itself is a rule of the game. Half of the drafts are a
doctrine's, half are picked at random. A bin holds if what happened is within three points of what was said, or chance
alone explains that it is not (the 95 % interval contains it). Intervals allow for events of one game that hang
together, and no two scenarios share the dice of a game.
"""
LIMITS: Final = """\
Of bins that hold, one in twenty fails by chance alone. Beyond that a forecast is limited by what a seat cannot see.
It reckons how ready a rival is from the blows that everybody saw, what is owed within a band by how such debts fade,
and what a rival thinks of a mediator's word from the promises and talks of which everybody heard. Of what was prepared
in secret it supposes nothing, lest it tell of it: where an opening has a prepared asset, as in `north`, the other
side's forecasts of the first turn say too little, and without that asset they hold. And its worlds are a sample of
their own: with a thousand, a chance near one half is off by up to three points, and by the same in every game that
begins alike. Where the interval is wide, "within chance" says that more cannot be told from so few games."""
"""Why a bin may fail."""

_SIZE: Final = 420
_EDGE: Final = 48
_WITHIN: Final = 3.0


def page(found: Reliability) -> str:
    """The page as Markdown."""
    return "\n".join((HEAD, *_told(found)))


def _told(found: Reliability) -> Iterator[str]:
    scenarios = ", ".join(f"`{each}`" for each in found.scenarios)
    yield f"{scenarios}: {len(found.events):,} events of forecasts with {found.samples} worlds, seed {found.seed}."
    yield ""
    yield f"![What was said and what happened]({DIAGRAM.as_posix()})"
    yield ""
    for kind in ("", *found.kinds):
        yield f"## {(kind or 'all events').capitalize()}"
        yield ""
        yield "| said | mean of what was said | happened (95 %) | events | holds |"
        yield "|---|---|---|---|---|"
        for each in found.bins(kind):
            yield (
                f"| {each.low} to {each.high} % | {each.said:.1f} % | {each.happened.value:.1f} % "
                f"({each.happened.low:.1f} to {each.happened.high:.1f}) | {each.events:,} | {_holds(each)} |"
            )
        yield ""
    yield from _failing(found)
    yield from _ranges(found)


def _failing(found: Reliability) -> Iterator[str]:
    yield "## What does not hold"
    yield ""
    failing = [(kind, each) for kind in ("", *found.kinds) for each in found.bins(kind) if not _within(each)]
    for kind, each in failing:
        said, happened = f"{each.said:.1f} % said", f"{each.happened.value:.1f} % happened"
        yield f"- {kind or 'all events'}, {each.low} to {each.high} %: {said}, {happened}, {each.events:,} events"
    if not failing:
        yield "Every bin holds."
    yield ""
    yield LIMITS
    yield ""


def _ranges(found: Reliability) -> Iterator[str]:
    yield "## Ranges"
    yield ""
    yield "Four of five games should end within the range that a forecast gives; where most games end alike, more do."
    yield ""
    yield "| number | within its range (95 %) | mean error, units of its track | how many |"
    yield "|---|---|---|---|"
    for kind, (inside, error, count) in found.coverage().items():
        yield (
            f"| {kind} | {inside.value:.0f} % ({inside.low:.0f} to {inside.high:.0f}) | {error:+.2f} | {count:,} |"
        )
    yield ""


def _holds(each: Bin) -> str:
    if abs(each.off) <= _WITHIN:
        return "yes"
    return "within chance" if _within(each) else "**no**"


def _within(each: Bin) -> bool:
    """Whether a bin holds, or chance alone explains that it does not."""
    return abs(each.off) <= _WITHIN or each.happened.low <= each.said <= each.happened.high


def written(found: Reliability, path: Path) -> None:
    """Write the page and its diagram."""
    path.write_text(page(found), encoding="utf-8")
    picture = path.parent / DIAGRAM
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(diagram(found.bins()), encoding="utf-8")


def diagram(bins: Sequence[Bin]) -> str:
    """A reliability diagram as SVG: a point a bin, its interval, and the line on which all should lie."""
    side = _SIZE + 2 * _EDGE
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" font-size="13">',
            "<style>text { font-family: sans-serif }</style>",
            "<title>What forecasts said, and how often it happened</title>",
            '<rect width="100%" height="100%" fill="#ffffff"/>',
            *_axes(),
            *(mark for each in bins for mark in _marks(each)),
            "</svg>",
            "",
        )
    )


def _axes() -> Iterator[str]:
    yield f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(100)}" y2="{_y(100)}" stroke="#8a93a0" stroke-dasharray="5 4"/>'
    for percent in range(0, 101, 20):
        x, y = _x(percent), _y(percent)
        yield f'<line x1="{x}" y1="{_y(0)}" x2="{x}" y2="{_y(100)}" stroke="#e3e7ec"/>'
        yield f'<line x1="{_x(0)}" y1="{y}" x2="{_x(100)}" y2="{y}" stroke="#e3e7ec"/>'
        yield f'<text x="{x}" y="{_y(0) + 18}" text-anchor="middle">{percent}</text>'
        yield f'<text x="{_x(0) - 8}" y="{y + 4}" text-anchor="end">{percent}</text>'
    yield f'<text x="{_x(50)}" y="{_y(0) + 38}" text-anchor="middle">said, percent</text>'
    middle = f"{_x(0) - 34} {_y(50)}"
    yield f'<text transform="translate({middle}) rotate(-90)" text-anchor="middle">happened, percent</text>'


def _marks(each: Bin) -> Iterator[str]:
    x = _x(each.said)
    yield (
        f'<line x1="{x}" y1="{_y(each.happened.low)}" x2="{x}" y2="{_y(each.happened.high)}" stroke="#2f5d9b" '
        'stroke-width="2"/>'
    )
    yield f'<circle cx="{x}" cy="{_y(each.happened.value)}" r="5" fill="#2f5d9b"/>'
    yield f'<text x="{x + 8}" y="{_y(each.happened.value) + 14}" font-size="11">{each.events:,}</text>'


def _x(percent: float) -> float:
    return round(_EDGE + _SIZE * percent / 100, 1)


def _y(percent: float) -> float:
    return round(_EDGE + _SIZE * (100 - percent) / 100, 1)
