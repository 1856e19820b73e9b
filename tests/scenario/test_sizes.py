"""How much a scenario may hold."""

import pytest

from game.rules import meetings
from game.scenario.checks.sizes import DICE, oversized
from game.scenario.models import Scenario


@pytest.mark.parametrize(("more", "refused"), [(0, []), (1, [("munitions",)])])
def test_every_class_of_munitions_has_dice_of_its_own(
    border_scenario: Scenario, more: int, refused: list[tuple[str, ...]]
):
    """With one class more the dice of its salvo would be those of the next attacker's first class."""
    drone = border_scenario.munitions["drone"]
    many = {f"drone_{number}": drone for number in range(DICE + more)}
    found = oversized(border_scenario.model_copy(update={"munitions": many}))
    assert [path for path, _ in found] == refused
    assert meetings.STRIDE == DICE


def test_every_layer_of_a_defence_has_dice_of_its_own(border_scenario: Scenario):
    name, defence = next(iter(border_scenario.defences.items()))
    layers = {f"layer_{number}": next(iter(defence.layers.values())) for number in range(DICE + 1)}
    deep = {**border_scenario.defences, name: defence.model_copy(update={"layers": layers})}
    found = oversized(border_scenario.model_copy(update={"defences": deep}))
    assert [path for path, _ in found] == [("defences", name, "layers")]
