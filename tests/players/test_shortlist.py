"""Orders that are no strikes: what is liked about them, and how that changes with where things stand."""

from dataclasses import replace

import numpy as np
import pytest

from game.players.belief import KINDS
from game.players.doctrine import DEFAULT, Aim, Doctrine
from game.players.liking import liking
from game.players.questions import EVERY_MOOD, MOODS, Mood
from game.players.shortlist import LIKED_SLOTS, LikedOrders, shortlist
from game.players.taste import Taste
from game.rules.arrays import integers
from game.rules.tables import Rules, Slot
from game.rules.view import view
from tests.rules.playing import keys_of, opening, option

NORTH, SOUTH, LAKE = 0, 1, 2


def liked(rules: Rules, seat: int, key: str, aim: Aim, mood: Mood) -> int:
    """How well a doctrine of an aim likes one option in a mood."""
    taste = Taste(rules, seat, replace(DEFAULT, aim=aim), integers([mood]))
    return int(liking(taste, integers([option(rules, key)]))[0, 0])


def keys_with(rules: Rules, order: str) -> list[str]:
    """The keys of an order's options."""
    return [key for key in rules.options.keys if key.split("/")[0].split(":")[1] == order]


@pytest.mark.parametrize("aim", list(Aim))
def test_air_defence_is_worth_more_to_whoever_expects_a_blow(border_rules: Rules, aim: Aim) -> None:
    for key in keys_with(border_rules, "full_alert"):
        seat = int(border_rules.options.power[option(border_rules, key)])
        assert liked(border_rules, seat, key, aim, Mood.THREATENED) > liked(
            border_rules, seat, key, aim, Mood.CALM
        )


def test_force_presses_short_of_a_blow_and_restraint_does_not(border_rules: Rules) -> None:
    (key, *_) = keys_with(border_rules, "close_lake")
    seat = int(border_rules.options.power[option(border_rules, key)])
    by_aim = [liked(border_rules, seat, key, aim, Mood.THREATENED | Mood.AGGRIEVED) for aim in Aim]
    assert by_aim[-1] > max(by_aim[:-1])


def test_a_case_is_put_where_something_is_owed_that_need_not_be_answered(border_rules: Rules) -> None:
    for key in keys_with(border_rules, "lake_court"):
        seat = int(border_rules.options.power[option(border_rules, key)])
        for aim in Aim:
            assert liked(border_rules, seat, key, aim, Mood.AGGRIEVED) > liked(
                border_rules, seat, key, aim, Mood.CALM
            )


def neighbour_courted(rules: Rules, doctrine: Doctrine, alignment: int) -> bool:
    """Whether Lakeland would court a host that stands so, were that all that its diplomats could do."""
    state = opening(rules, games=1)
    state.alignment[:] = alignment
    orders = LikedOrders(rules, LAKE, Slot.DIPLOMATIC, [shortlist(rules, LAKE, doctrine)])
    first, last = rules.options.menu[LAKE, Slot.DIPLOMATIC]
    allowed = np.zeros((last - first, 1), dtype=np.bool_)
    courts = [option(rules, key) for key in keys_with(rules, "court_host")]
    allowed[[each - first for each in courts if first <= each < last]] = True
    seen = view(rules, state, LAKE, keys_of(1))
    best = orders.best(integers([0]), seen, integers([Mood.CALM]), allowed)
    return bool(best[0] != first)


def test_a_neighbour_that_is_won_is_left_for_one_that_is_not(border_rules: Rules) -> None:
    assert neighbour_courted(border_rules, DEFAULT, alignment=-150)
    assert not neighbour_courted(border_rules, DEFAULT, alignment=200)


def test_moods_that_are_not_told_apart_change_nothing(border_rules: Rules) -> None:
    known = view(border_rules, opening(border_rules, games=MOODS), LAKE, keys_of(MOODS))
    lists = [shortlist(border_rules, LAKE, mind) for mind in KINDS]
    moods = integers(range(MOODS))
    for slot in LIKED_SLOTS:
        orders = LikedOrders(border_rules, LAKE, slot, lists)
        for player in range(len(lists)):
            worth = orders.worth(integers([player]), known, moods)
            told = orders.worth(integers([player]), known, moods & orders.told_apart)
            np.testing.assert_array_equal(worth, told)


def test_offers_turn_on_fewer_moods_than_there_are(border_rules: Rules) -> None:
    orders = LikedOrders(border_rules, LAKE, Slot.OFFER, [shortlist(border_rules, LAKE, DEFAULT)])
    assert orders.told_apart != EVERY_MOOD
