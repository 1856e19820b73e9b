"""What the start screen says of a saved game, read from its file without playing it again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from game.scenario.models import Clock
from game.session.calendar import days_of_turn
from game.ui.screens.start import Unfinished
from game.ui.screens.words import listed

if TYPE_CHECKING:
    from game.session.log import GameFile

_LAST_STAGE = 7
"""The stage that ends a turn: after it the next one begins."""


def unfinished(file: GameFile, damage: str = "") -> Unfinished:
    """The scenario, the turn that is due with its days or that it is over, and whose seats people play."""
    scenario = json.loads(file.scenario)
    turn = _turn(file)
    people = [_name(scenario, seat) for seat in file.header.seats if seat.endswith("=human")]
    due = ["over"] if file.over else [f"turn {turn}", *_days(scenario, turn)]
    stands = [*due, f"as {listed(people)}" if people else "no person plays"]
    title = str(scenario.get("title", file.header.scenario_id))
    return Unfinished(title, ", ".join(stands), damage, over=file.over)


def _turn(file: GameFile) -> int:
    if not file.entries:
        return 1
    last = file.entries[-1]
    return last.turn + (last.stage == _LAST_STAGE)


def _days(scenario: dict[str, Any], turn: int) -> list[str]:
    """The days of the turn; none where the saved scenario keeps no clock that is understood today."""
    try:
        clock = Clock.model_validate_json(json.dumps(scenario.get("clock")))
        return [days_of_turn(clock, turn)]
    except (ValidationError, OverflowError):
        return []


def _name(scenario: dict[str, Any], seat: str) -> str:
    power = seat.partition("=")[0]
    told = scenario.get("powers", {}).get(power, {})
    return str(told.get("in_text") or told.get("name", power))
