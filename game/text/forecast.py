"""The forecast of a draft as lines: every chance and every number with its range and its causes."""

from collections.abc import Iterator, Mapping

from game.players.belief import TAKEN_TO
from game.players.forecast import Forecast, Leakers, Odds, Quantity
from game.players.prospect import Prospect, Spread
from game.players.slices import finished
from game.rules.tables import Ending
from game.rules.tracks import Axis
from game.session.draft import Draft
from game.session.foresight import Foresight
from game.session.session import Session

ENDINGS = {
    Ending.REGIONAL_WAR: "a regional war",
    Ending.SETTLEMENT: "a settlement",
    Ending.HORIZON: "the last turn",
}
"""The ways in which a game ends."""

_CAUSES_TOLD = 3
_LEAST_TOLD = 5
"""Hundredths; a smaller cause is left out."""

_LEAST_CHANCE = 0.5
"""Percent; a smaller chance is left out."""


def forecast(session: Session, foresight: Foresight, draft: Draft) -> Iterator[str]:
    """What a draft of orders may bring by the end of the turn, as far as its seat can tell."""
    told = finished(foresight.working(draft.seat, draft.keys()))
    name = session.wording.inside
    yield f"Forecast for the end of this turn, over {told.samples:,} imagined games; in brackets four games of five:"
    for rival, aim in told.supposed.items():
        yield f"- you take {name(rival)} to {TAKEN_TO[aim]}"
    for actor, each in told.owed.items():
        if each.before or each.high:
            yield f"- owed to {name(actor)} by your audiences: {_points(each)}"
    yield from (
        f"- owed to you by {name(actor)}: {_points(each)}" for actor, each in told.rivals_owed.items()
    )
    yield f"- your standing: {_points(told.standing)}"
    yield f"- your legitimacy: {_points(told.legitimacy)}"
    yield f"- cohesion of your camp: {_points(told.cohesion)}"
    for rival, each in told.credibility.items():
        yield f"- your credibility with {name(rival)}: {_points(each)}"
    yield from _chances(session, told)
    if told.leakers is not None:
        yield _leakers(told.leakers)
    for population, each in told.toll.items():
        people = session.wording.entry(Axis.POPULATION, population)
        yield f"- {people} killed this turn: {each.mean:,.0f} ({each.low:,.0f} to {each.high:,.0f})"
    yield from _to_the_end(session, draft.seat, finished(foresight.looking_on(draft.seat, draft.keys())))


def _to_the_end(session: Session, seat: int, found: Prospect) -> Iterator[str]:
    """How the game may go on from there."""
    name = session.wording.inside
    yield f"To the end of the game, if everybody goes on as you take them to be, over {found.samples:,} of these games:"
    yield f"- your score: {_score(found.own)}"
    for power, spread in found.others.items():
        yield f"- score of {name(power)}: {_score(spread)}"
    ways = [
        f"{ENDINGS[ending]} {percent:.0f} %"
        for ending, percent in found.endings.items()
        if percent >= _LEAST_CHANCE
    ]
    yield f"- how it ends: {', '.join(ways)}"
    if found.fallen >= _LEAST_CHANCE:
        yield f"- chance that the government of {name(seat)} falls: {found.fallen:.0f} %"


def _score(spread: Spread) -> str:
    mean, low, high = (value / 100 for value in (spread.mean, spread.low, spread.high))
    return f"{mean:.1f} ({low:.1f} to {high:.1f})"


def _points(quantity: Quantity) -> str:
    before, mean, low, high = (
        value / 100 for value in (quantity.before, quantity.mean, quantity.low, quantity.high)
    )
    return f"{before:.1f} → {mean:.1f} ({low:.1f} to {high:.1f}){_causes(quantity)}"


def _causes(quantity: Quantity) -> str:
    """The largest causes of a change."""
    largest = sorted(quantity.causes, key=lambda cause: -abs(cause.change))[:_CAUSES_TOLD]
    told = [
        f"{cause.name} {cause.change / 100:+.1f}" for cause in largest if abs(cause.change) >= _LEAST_TOLD
    ]
    return f": {', '.join(told)}" if told else ""


def _chances(session: Session, told: Forecast) -> Iterator[str]:
    name = session.wording.inside
    fronts = {front: session.wording.entry(Axis.FRONT, front) for front in told.control}
    yield from _odds(told.windows, {rival: f"{name(rival)} gets a reply window" for rival in told.windows})
    yield from _odds(told.struck_back, {rival: f"{name(rival)} strikes you" for rival in told.struck_back})
    yield from _odds(told.control, {front: f"control is lost on {where}" for front, where in fronts.items()})


def _odds(chances: Mapping[int, Odds], words: Mapping[int, str]) -> Iterator[str]:
    """Chances, those that are nothing left out."""
    for place, odds in chances.items():
        if odds.high >= _LEAST_CHANCE:
            yield f"- chance that {words[place]}: {odds.percent:.0f} % ({odds.low:.0f} to {odds.high:.0f}, by doctrine)"


def _leakers(leakers: Leakers) -> str:
    through = leakers.through
    spread = f"({through.low:.0f} to {through.high:.0f})"
    return f"- of {leakers.launched.mean:.0f} launched, {through.mean:.0f} get through {spread}"
