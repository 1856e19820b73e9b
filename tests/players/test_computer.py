"""Computer players: they see views only, choose what their seat knows to be legal, and say why."""

from dataclasses import replace

import numpy as np
import pytest

from game.lab.simulate import doctrine_policy, random_policy
from game.players.computer import ComputerPlayer
from game.players.doctrine import DEFAULT, Aim, Doctrine
from game.players.mixture import Mixture
from game.rules.arrays import integers
from game.rules.choices import legal
from game.rules.tables import Label, Rules, Slot, Stage, slots_of
from game.rules.view import view
from tests.rules.playing import hidden_from, keys_of, opening, play

GAMES = 24


def doctrine(aim: Aim = Aim.BALANCE, **traits: int) -> Doctrine:
    return replace(DEFAULT, aim=aim, **traits)


@pytest.mark.parametrize("aim", list(Aim))
def test_choices_are_legal_as_far_as_the_seat_can_see(rules: Rules, aim: Aim) -> None:
    keys = keys_of(GAMES, seed=2)
    players = [ComputerPlayer(rules, seat, doctrine(aim)) for seat in range(rules.powers)]
    for state in play(rules, random_policy, keys):
        for player in players:
            seen = view(rules, state, player.seat, keys)
            chosen = player.choose(seen, keys).choices
            slots = slots_of(Stage(state.stage))
            assert chosen.shape == (len(slots), GAMES)
            first_slot = slots[0]
            first, _ = rules.options.menu[player.seat, first_slot]
            allowed = legal(rules, seen.seen, player.seat, first_slot)
            assert allowed[chosen[0] - first, np.arange(GAMES)].all()


def test_what_a_seat_cannot_see_does_not_change_what_it_does(rules: Rules) -> None:
    """Whatever the hidden truth is, the same view leads to the same choice."""
    keys = keys_of(GAMES, seed=2)
    state = list(play(rules, random_policy, keys))[8]
    for seat in range(rules.powers):
        other = state.copy()
        hidden = hidden_from(rules, seat)
        other.block[hidden] = rules.high[hidden, None]
        player = ComputerPlayer(rules, seat, doctrine())
        choices = [player.choose(view(rules, each, seat, keys), keys).choices for each in (state, other)]
        np.testing.assert_array_equal(*choices)


def test_a_choice_for_a_batch_is_that_for_each_of_its_games(rules: Rules) -> None:
    keys = keys_of(GAMES, seed=2)
    for state in list(play(rules, random_policy, keys))[::3]:
        seen = view(rules, state, 0, keys)
        player = ComputerPlayer(rules, 0, doctrine())
        together = player.choose(seen, keys).choices
        for game in (0, 5, GAMES - 1):
            alone = player.choose(seen.take(np.array([game])), keys[game : game + 1]).choices
            np.testing.assert_array_equal(alone[:, 0], together[:, game])


def test_every_decision_has_reasons(rules: Rules) -> None:
    keys = keys_of(2, seed=2)
    players = [ComputerPlayer(rules, seat, doctrine()) for seat in range(rules.powers)]
    for state in play(rules, random_policy, keys):
        for player in players:
            why = player.choose(view(rules, state, player.seat, keys), keys).why()
            assert why
            assert all(reason.strip() for reason in why)


def strikes_at_once(rules: Rules, mind: Doctrine) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    """What Northland's force slot holds at an opening in which much is owed to it."""
    state = opening(rules, games=200, owed={("northland", "southland"): 500}, readiness={("northland",): 600})
    keys = keys_of(200)
    return ComputerPlayer(rules, 0, mind).choose(view(rules, state, 0, keys), keys).choices[int(Slot.FORCE)]


def test_force_strikes_harder_than_restraint(border_rules: Rules) -> None:
    options = border_rules.options
    shown = {
        aim: options.resolve[strikes_at_once(border_rules, doctrine(aim, patience=0))].mean() for aim in Aim
    }
    assert shown[Aim.FORCE] > shown[Aim.RESTRAINT] > 0


def test_restraint_sends_no_decisive_message_where_another_will_do(border_rules: Rules) -> None:
    chosen = strikes_at_once(border_rules, doctrine(Aim.RESTRAINT, patience=0))
    struck = chosen[border_rules.options.strike[chosen]]
    assert len(struck)
    assert (border_rules.options.label[struck] != Label.DECISIVE).all()


def test_a_seat_that_is_owed_nothing_does_not_strike(border_rules: Rules) -> None:
    none = {("northland", actor): 0 for actor in ("southland", "lakeland", "hill_fighters")}
    state = opening(border_rules, games=100, owed=none, humiliation=none)
    keys = keys_of(100)
    for aim in Aim:
        chosen = (
            ComputerPlayer(border_rules, 0, doctrine(aim))
            .choose(view(border_rules, state, 0, keys), keys)
            .choices
        )
        assert not border_rules.options.strike[chosen[int(Slot.FORCE)]].any()


def test_a_mixture_keeps_each_games_doctrine_through_the_game(border_rules: Rules) -> None:
    mixture = Mixture([ComputerPlayer(border_rules, 0, doctrine(aim)) for aim in Aim])
    members = mixture.members(keys_of(300))
    assert set(members.tolist()) == {0, 1, 2}
    np.testing.assert_array_equal(members[:7], mixture.members(keys_of(7)))


def test_every_player_has_its_due_share_of_the_worlds_of_a_forecast(border_rules: Rules) -> None:
    mixture = Mixture([ComputerPlayer(border_rules, 0, doctrine(aim)) for aim in Aim])
    shared_out = mixture.leaning(integers([125, 625, 250])).shared_out(keys_of(400))
    assert np.bincount(shared_out).tolist() == [50, 250, 100]
    assert len(np.unique(shared_out[:20])) > 1


def test_players_are_not_all_of_one_mind(border_rules: Rules) -> None:
    """Games of one doctrine differ, so that a player cannot be read like a book."""
    keys = keys_of(100)
    players = [Mixture([ComputerPlayer(border_rules, seat, doctrine())]) for seat in range(3)]
    doubtful = opening(border_rules, games=100, owed={("northland", "southland"): doctrine().answers_from})
    choices = doctrine_policy(players)(border_rules, doubtful, keys)
    assert len(np.unique(choices[0, int(Slot.FORCE)])) > 1


def test_no_line_is_drawn_against_an_armed_group_that_strikes_in_any_case(rules: Rules) -> None:
    lines, powers = rules.lines, rules.powers
    for seat in {int(power) for power in lines.owner[lines.against >= powers]}:
        state = opening(rules, games=50)
        state.owed[seat, powers:] = 60
        for aim in Aim:
            player = ComputerPlayer(rules, seat, doctrine(aim, bluff_rate=100))
            chosen = player.choose(view(rules, state, seat, keys_of(50)), keys_of(50)).choices
            drawn = rules.options.line[chosen[int(Slot.DECLARATORY)]]
            assert (lines.against[drawn[drawn >= 0]] < powers).all()


def brokered(rules: Rules, seat: int, failures: int, leverage: int) -> bool:
    """Whether a patient government that owes nobody anything tries talks that failed so often before."""
    state = opening(rules, games=50)
    state.owed[:], state.failures[:], state.leverage_before[:] = 0, failures, leverage
    player = ComputerPlayer(rules, seat, doctrine(Aim.RESTRAINT, trust_in_mediators=0))
    chosen = player.choose(view(rules, state, seat, keys_of(50)), keys_of(50)).choices
    return bool((rules.options.broker[chosen[int(Slot.DIPLOMATIC)]] >= 0).any())


def test_talks_that_failed_again_wait_for_leverage(rules: Rules) -> None:
    brokers = {int(power) for power in rules.options.power[rules.options.broker >= 0]}
    for seat in brokers:
        assert not brokered(rules, seat, failures=2, leverage=0)
        assert brokered(rules, seat, failures=2, leverage=1) == brokered(rules, seat, failures=0, leverage=0)
    assert any(brokered(rules, seat, failures=0, leverage=0) for seat in brokers)
