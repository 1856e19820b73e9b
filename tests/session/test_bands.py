"""Bands in words: what is welcome is never called urgent."""

from game.rules.chance import game_keys
from game.rules.turn import begin
from game.rules.view import view
from game.session.wording import Wording
from tests.rules.playing import keys_of


def test_much_loyalty_is_very_high_and_much_owed_is_urgent(border):
    rules, wording = border.rules, Wording(border.scenario, border.rules)
    state = begin(rules, game_keys(1, keys_of(1).astype("int32")))
    patron = int(rules.partners.patron[0])
    rival = next(power for power in range(rules.powers) if power != patron)
    loyalty, owed = int(rules.layout.cells("loyalty", 0)), int(rules.layout.cells("owed", rival, patron))
    state.block[[loyalty, owed]] = 950
    seen = view(rules, state, patron, keys_of(1))
    assert [wording.band(seen, row) for row in (loyalty, owed)] == ["very high", "urgent"]
