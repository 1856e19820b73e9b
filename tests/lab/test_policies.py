"""Scripted policies: each keeps to its one habit, within what is legal and what its seat sees."""

import numpy as np
import pytest

from game.lab.patrons import PATRONS
from game.lab.policies import SCRIPTS
from game.lab.simulate import doctrine_policy, play_tile, random_policy
from game.rules.choices import legal
from game.rules.tables import ANSWERS, Ending, Label, Rules, Slot, Stage, slots_of
from game.rules.view import view
from tests.rules.playing import hidden_from, keys_of, opening, play

EVERY = SCRIPTS | PATRONS
GAMES = 16


@pytest.mark.parametrize("name", EVERY)
def test_scripts_choose_what_is_legal_as_far_as_they_see(border_rules: Rules, name: str) -> None:
    keys = keys_of(GAMES, seed=2)
    players = [EVERY[name](border_rules, seat) for seat in range(border_rules.powers)]
    for state in play(border_rules, random_policy, keys):
        for player in players:
            seen = view(border_rules, state, player.seat, keys)
            chosen, slots = player.choices(seen, keys), slots_of(Stage(state.stage))
            assert chosen.shape == (len(slots), GAMES)
            first, _ = border_rules.options.menu[player.seat, slots[0]]
            allowed = legal(border_rules, seen.seen, player.seat, slots[0])
            assert allowed[chosen[0] - first, np.arange(GAMES)].all()


@pytest.mark.parametrize("name", EVERY)
def test_what_a_script_cannot_see_does_not_change_what_it_does(border_rules: Rules, name: str) -> None:
    keys = keys_of(GAMES, seed=2)
    state = list(play(border_rules, random_policy, keys))[8]
    for seat in range(border_rules.powers):
        other, hidden = state.copy(), hidden_from(border_rules, seat)
        other.block[hidden] = border_rules.high[hidden, None]
        player = EVERY[name](border_rules, seat)
        seen = [player.choices(view(border_rules, each, seat, keys), keys) for each in (state, other)]
        np.testing.assert_array_equal(*seen)


@pytest.mark.parametrize("name", ["absorb", "talk"])
def test_who_absorbs_or_talks_never_strikes(border_rules: Rules, name: str) -> None:
    strikes = border_rules.options.strike
    policy = doctrine_policy([SCRIPTS[name](border_rules, seat) for seat in range(border_rules.powers)])
    keys = keys_of(GAMES)
    for state in play(border_rules, policy, keys):
        assert not strikes[policy(border_rules, state, keys)].any()


def struck_with(rules: Rules, name: str, owed: int) -> int:
    """The strike that a script orders for Northland when so much is owed to it by Southland."""
    state = opening(rules, owed={("northland", "southland"): owed}, readiness={("northland",): 600})
    chosen = SCRIPTS[name](rules, 0).choices(view(rules, state, 0, keys_of(1)), keys_of(1))
    return int(chosen[int(Slot.FORCE), 0])


def test_each_label_is_kept_however_much_is_owed(border_rules: Rules) -> None:
    for owed in (150, 400, 800):
        assert (
            border_rules.options.label[struck_with(border_rules, "always_calibrated", owed)]
            == Label.CALIBRATED
        )
        assert (
            border_rules.options.label[struck_with(border_rules, "always_decisive", owed)] == Label.DECISIVE
        )


def test_who_matches_shows_more_the_more_is_owed(border_rules: Rules) -> None:
    options = border_rules.options
    shown = [options.resolve[struck_with(border_rules, "match_owed", owed)] for owed in (150, 300, 600)]
    assert shown == sorted(shown)
    assert shown[0] < shown[-1]


def test_one_blow_is_one_blow(border_rules: Rules) -> None:
    policy = doctrine_policy([SCRIPTS["one_blow_then_exit"](border_rules, seat) for seat in range(3)])
    blows = [state.blows.max() for state in play(border_rules, policy, keys_of(GAMES))]
    assert blows[-1] == 1


def test_two_who_are_always_decisive_meet_war_far_more_often_than_two_who_talk(border_rules: Rules) -> None:
    wars = {}
    for name in ("always_decisive", "talk"):
        seated = [EVERY[name](border_rules, seat) for seat in range(border_rules.powers)]
        tile = play_tile(border_rules, doctrine_policy(seated), 1, np.arange(100, dtype=np.int32))
        wars[name] = int((tile.ending == Ending.REGIONAL_WAR).sum())
    assert wars["always_decisive"] > wars["talk"] + 5


def test_a_promise_is_accepted_by_who_talks_and_by_nobody_who_only_answers(border_rules: Rules) -> None:
    options = border_rules.options
    accepted = dict.fromkeys(("talk", "match_owed"), 0)
    keys = keys_of(GAMES)
    for state in play(border_rules, random_policy, keys):
        if Stage(state.stage) in ANSWERS:
            for name in accepted:
                for seat in range(border_rules.powers):
                    chosen = SCRIPTS[name](border_rules, seat).choices(
                        view(border_rules, state, seat, keys), keys
                    )
                    accepted[name] += int((options.promise[chosen[0]] >= 0).sum())
    assert accepted["match_owed"] == 0
    assert accepted["talk"] > 0
