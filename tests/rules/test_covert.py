"""Covert acts: what shows of them, prepared assets, penetration, disarray and complacency (rules.md §7, §8)."""

import pytest

from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules, Stage
from game.rules.tracks import Axis
from game.rules.view import view
from tests.rules.playing import keys_of, opening, take_stage

SABOTAGE = "southland:sabotage/northland/border/limited/core_military/covert/none"
AIR_STRIKE = "southland:air_strike/northland/border/limited/core_military/fast/none"
NORTH, SOUTH, LAKE = range(3)
BORDER = 0


def value(rules: Rules, state: State, track: str, *names: str) -> int:
    return int(state.block[rules.layout.row(track, *names), 0])


@pytest.mark.parametrize(("order", "shown"), [(SABOTAGE, 0), (AIR_STRIKE, 1)])
def test_what_nobody_claims_is_not_remembered_as_its_authors(
    border_rules: Rules, order: str, shown: int
) -> None:
    state, _ = take_stage(border_rules, opening(border_rules), order)
    assert value(border_rules, state, "struck", "southland", "northland") == shown
    assert value(border_rules, state, "state_act", "border") == shown
    assert value(border_rules, state, "act", "border") > 0


def test_a_repeated_message_is_its_authors_own_knowledge(border_rules: Rules) -> None:
    layout = border_rules.layout
    for message in layout.names[Axis.MESSAGE]:
        author = layout.names[Axis.POWER].index(message.partition(">")[0])
        sights = border_rules.sight[:, layout.row("message", message)]
        assert [bool(each == Sight.EXACT) for each in sights] == [
            power == author for power in range(border_rules.powers)
        ]


def test_nothing_public_tells_a_bystander_who_sabotaged(border_rules: Rules) -> None:
    """What a third power knows exactly is the same, but for what was hit, as if the author had passed."""
    quiet, _ = take_stage(border_rules, opening(border_rules))
    struck, _ = take_stage(border_rules, opening(border_rules), SABOTAGE)
    exact = border_rules.sight[LAKE] == Sight.EXACT
    differing = (quiet.block[:, 0] != struck.block[:, 0]) & exact
    tracks = {border_rules.layout.entries(int(row))[0].name for row in differing.nonzero()[0]}
    assert tracks <= {"act", "rung", "killed", "displaced", "market", "impacts", "cohesion"}
    assert view(border_rules, struck, LAKE, keys_of(1)).stage == Stage.OFFER_1
