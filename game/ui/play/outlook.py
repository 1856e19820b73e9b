"""The forecast of a draft as it is shown: chances, what is owed after it, what gets through; each with its causes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from game.players.belief import TAKEN_TO
from game.players.forecast import Forecast, Leakers, Odds, Quantity
from game.players.prospect import Prospect
from game.rules.sight import BAND_EDGES, BAND_WORDS
from game.rules.tables import Ending
from game.rules.tracks import Axis
from game.session.wording import Wording
from game.ui.kit import (
    Cause,
    Column,
    Histogram,
    Label,
    Paragraph,
    Progress,
    ProgressBar,
    Row,
    Tooltip,
    Widget,
)
from game.ui.play.position import BAND_TONES, Reading
from game.ui.play.strips import line

Foresee = Callable[[tuple[str, ...]], Generator[Progress, None, "Outlook"]]
"""Works the forecast of a draft out in slices, from the option keys of its slots."""

LookOn = Callable[[tuple[str, ...]], Generator[Progress, None, tuple[Reading, ...]]]
"""Works out in slices what a draft may lead to by the end of the game."""

_LEAST_SHOWN = 0.5
"""Percent below which a chance is not listed."""

_LEAST_MOVED = 5
"""Hundredths by which something must move to be listed."""


@dataclass(frozen=True, slots=True)
class Through:
    """How many munitions of the own strike get through, as a distribution."""

    shown: str
    counts: tuple[int, ...]
    likely: tuple[int, int]
    labels: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast in readings, the most important first."""

    samples: int
    through: Through | None
    chances: tuple[Reading, ...]
    after: tuple[Reading, ...]
    toll: tuple[Reading, ...]
    end: tuple[Reading, ...] = ()
    """What it may lead to by the end of the game; empty until that is worked out."""

    @property
    def brief(self) -> str:
        """The chances of a percent or more in one line; where there are none, what moves most."""
        likely = [each for each in self.chances if (each.value or 0) >= 1]
        told = (*likely, *self.after)[:2]
        return " · ".join(f"{each.name} {each.shown}" for each in told) or "nothing likely enough to name"


def outlook(wording: Wording, seat: int, forecast: Forecast) -> Outlook:
    """A forecast as the person at ``seat`` reads it."""
    return Outlook(
        forecast.samples,
        _through(forecast.leakers) if forecast.leakers is not None else None,
        tuple(_chances(wording, forecast)),
        tuple(_after(wording, seat, forecast)),
        tuple(_toll(wording, forecast)),
    )


def _through(leakers: Leakers) -> Through:
    through, counts = leakers.through, leakers.counts
    bins = [sum(edge <= bound for edge in leakers.edges) - 1 for bound in (through.low, through.high)]
    width = leakers.edges[1] if len(leakers.edges) > 1 else 1
    middle = f"likely {through.mean:.0f} of {leakers.launched.mean:.0f}"
    most = min(leakers.edges[-1] + width - 1, round(leakers.launched.high))
    labels = ("0", middle, str(most))
    return Through(_range(through.low, through.high), counts, (max(bins[0], 0), max(bins[1], 0)), labels)


def _range(low: float, high: float) -> str:
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f} to {high:.0f}"


def _chances(wording: Wording, forecast: Forecast) -> Iterator[Reading]:
    for rival, odds in forecast.windows.items():
        name = f"{wording.beginning(rival)} gets a reply window"
        yield from _chance(f"window:{rival}", name, odds, "caution", _WINDOW)
    for rival, odds in forecast.struck_back.items():
        name = wording.beginning(rival)
        taken = f"You take {wording.inside(rival)} to {TAKEN_TO[forecast.supposed[rival]]}."
        yield from _chance(f"struck:{rival}", f"{name} strikes you this turn", odds, "caution", taken)
    for front, odds in forecast.control.items():
        name = (
            f"Control is lost: {wording.scenario.fronts[wording.rules.layout.names[Axis.FRONT][front]].short}"
        )
        yield from _chance(f"control:{front}", name, odds, "danger", _CONTROL)


def _chance(place: str, name: str, odds: Odds, tone: str, why: str) -> Iterator[Reading]:
    if odds.high < _LEAST_SHOWN:
        return
    low, high = round(odds.low), round(odds.high)
    percent = f"{odds.percent:.0f} %" if odds.percent >= _LEAST_SHOWN else "under 1 %"
    shown = percent if high <= 1 or low == high else f"{percent} ({low} to {high})"
    text = f"{why} First over all that rivals may do, then the range over what they may be like.".strip()
    band = (odds.low, odds.high) if odds.high > odds.low else None
    yield Reading(
        place, name, shown, odds.percent, high=100, band=band, tone=tone, explanation=Tooltip(name, text)
    )


def _after(wording: Wording, seat: int, forecast: Forecast) -> Iterator[Reading]:
    for actor, owed in forecast.owed.items():
        if abs(owed.mean - owed.before) >= _LEAST_MOVED:
            name = f"Owed to {wording.inside(actor)} after"
            yield _points(f"owed:{actor}", name, owed, high=12, tone="caution", rise_is_bad=True)
    for rival, owed in forecast.rivals_owed.items():
        if owed.high >= BAND_EDGES[0]:
            yield _band(f"rival:{rival}", f"{wording.beginning(rival)} feels owed after", owed)
    own = (
        ("standing", "Standing after", forecast.standing),
        ("legitimacy", "Legitimacy after", forecast.legitimacy),
    )
    for place, name, quantity in (*own, ("cohesion", "Cohesion after", forecast.cohesion)):
        if abs(quantity.mean - quantity.before) >= _LEAST_MOVED:
            yield _points(place, name, quantity, tone="teal")
    for rival, quantity in forecast.credibility.items():
        if abs(quantity.mean - quantity.before) >= _LEAST_MOVED:
            yield _band(
                f"believed:{rival}", f"{wording.beginning(rival)} believes you after", quantity, toned=False
            )


def _points(
    place: str, name: str, quantity: Quantity, *, high: float = 10, tone: str, rise_is_bad: bool = False
) -> Reading:
    shown = f"{quantity.before / 100:.1f} → {quantity.mean / 100:.1f}"
    low, top = quantity.low / 100, quantity.high / 100
    text = f"Four of five runs end between {low:.1f} and {top:.1f}."
    causes = tuple(
        Cause(cause.name, _signed(cause.change), "danger" if (cause.change > 0) == rise_is_bad else "good")
        for cause in quantity.causes
    )
    band = (low, top) if top > low else None
    return Reading(place, name, shown, quantity.mean / 100, high=high, band=band, tone=tone,
                   explanation=Tooltip(name, text, causes))  # fmt: skip


def _band(place: str, name: str, quantity: Quantity, *, toned: bool = True) -> Reading:
    words = [BAND_WORDS[int((bound >= BAND_EDGES).sum())] for bound in (quantity.low, quantity.high)]
    shown = words[0] if words[0] == words[1] else f"{words[0]} to {words[1]}"
    causes = tuple(Cause(cause.name, _signed(cause.change)) for cause in quantity.causes)
    explained = Tooltip(name, "An estimate: what others feel and believe is not known to you.", causes)
    tone = BAND_TONES[words[1]] if toned else "violet"
    band = (quantity.low / 100, max(quantity.high, quantity.low + 1) / 100)
    return Reading(place, name, shown, None, high=12, band=band, tone=tone, explanation=explained)


def _signed(change: float) -> str:
    return f"{'+' if change > 0 else '−'}{abs(change) / 100:.1f}"


def _toll(wording: Wording, forecast: Forecast) -> Iterator[Reading]:
    """People killed this turn, whoever decides what: expected, never weighed against anything."""
    for people, killed in forecast.toll.items():
        if killed.high >= 1:
            name = wording.entry(Axis.POPULATION, people)
            shown = _range(killed.low, killed.high)
            yield Reading(f"toll:{people}", name, shown, None, explanation=Tooltip(name, _KILLED))


def to_the_end(prospect: Prospect) -> tuple[Reading, ...]:
    """What a draft may lead to by the end of the game, as the person whose draft it is reads it."""
    return tuple(_end(prospect))


def _end(prospect: Prospect) -> Iterator[Reading]:
    name, own = "Your score at the end", prospect.own
    mean, low, high = own.mean / 100, own.low / 100, own.high / 100
    text = f"{_PLAYED_ON.format(prospect.samples)} Four of five games end between {low:.1f} and {high:.1f}."
    band = (low, high) if high > low else None
    yield Reading("end:score", name, f"{mean:.1f}", mean, high=_BEST_SCORE, band=band, tone="teal",
                  explanation=Tooltip(name, text))  # fmt: skip
    chances = [
        ("war", "A regional war by the end", prospect.endings[Ending.REGIONAL_WAR], "danger"),
        ("settlement", "A settlement by the end", prospect.endings[Ending.SETTLEMENT], "good"),
        ("fallen", "Your government falls by the end", prospect.fallen, "danger"),
    ]
    for place, title, percent, tone in chances:
        if percent >= _LEAST_SHOWN:
            told = Tooltip(title, _PLAYED_ON.format(prospect.samples))
            yield Reading(
                f"end:{place}", title, f"{percent:.0f} %", percent, high=100, tone=tone, explanation=told
            )


_BEST_SCORE = 22
"""Points of a score, mandates included, that only a settlement surpasses."""

_PLAYED_ON = "{} of the runs are played on to the end, everybody going on as you take them to be."
_WINDOW = "When an injury is felt strongly enough, or a line is crossed, the injured side may answer at once."
_CONTROL = (
    "Control can be lost in a turn with an act on the front; then its two principals stand at the brink."
)
_KILLED = "People expected to be killed this turn by all that may happen, the wars that go on included."


# --- widgets ---------------------------------------------------------------------------------------------


def forecast_part(found: Outlook | None, progress: Progress | None) -> Widget:
    """The forecast, or how far it is."""
    heading = Row(gap=8)[
        Label("Forecast", role="heading", weight=1),
        Label(f"{found.samples:,} runs, from what you know", role="small") if found else None,
    ]
    if found is None:
        share = progress.fraction if progress else 0.0
        return Column(id="outlook", gap=6)[
            heading, ProgressBar("Runs of this turn, from what you know", share)
        ]
    return Column(id="outlook", gap=7)[
        heading,
        *(_histogram(found.through) if found.through else []),
        *[line(reading, f"outlook:{reading.id}") for reading in (*found.chances, *found.after)],
        *(_people(found.toll) if found.toll else []),
        *(_ending(found.end) if found.end else []),
    ]


def _histogram(through: Through) -> list[Widget]:
    return [
        Row(gap=8)[Label("Munitions that get through", weight=1), Label(through.shown, role="value")],
        Histogram(through.counts, likely=through.likely, labels=through.labels, tall=34),
    ]


def _ending(end: tuple[Reading, ...]) -> list[Widget]:
    return [
        Label("To the end of the game", role="section"),
        *[line(reading, f"outlook:{reading.id}") for reading in end],
    ]


def _people(toll: tuple[Reading, ...]) -> list[Widget]:
    told = ", ".join(f"{each.name} {each.shown}" for each in toll)
    return [
        Label("People expected to be killed this turn", role="section"),
        Paragraph(told, role="note", tone="text"),
    ]
