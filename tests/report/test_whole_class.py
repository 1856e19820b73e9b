"""A class as a whole: shares and spans, never a mean and never an order among the groups."""

import pytest

from game.report.bands import band, height_of
from game.report.first_orders import FORCE, HELD, KINDS, STRUCK, TALKED
from game.report.groups import groups_page, side_by_side
from game.scenario.shipped import load_scenario
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.report.reading import Page
from tests.session.people import play_out


def game(loaded, choices, seats=(), seed=5):
    people = SeatPlan.parse(loaded.scenario, seats or [f"{power}=human" for power in loaded.scenario.powers])
    return play_out(Session.new(loaded, people, seed), choices)


@pytest.fixture(scope="module")
def games(loaded):
    return [(f"group {number}.json", game(loaded, number)) for number in (2, 5, 9)]  # the last is a war


@pytest.fixture(scope="module")
def whole(games):
    return side_by_side(games).whole


def test_two_groups_are_no_class(games):
    assert side_by_side(games[:2]).whole is None
    assert "as a whole" not in Page(groups_page(games[:2])).text


def test_every_group_stands_at_one_ending(whole):
    assert sorted(letter for share in whole.ends for letter in share.letters) == ["A", "B", "C"]


def test_a_span_reaches_from_the_least_to_the_most(games, whole):
    beside = side_by_side(games)
    for people, span in zip(beside.toll, whole.toll, strict=True):
        killed = [line.killed_here for line in people.lines]
        assert (span.killed_least, span.killed_most) == (min(killed), max(killed))


def test_it_is_said_that_what_a_war_does_is_not_counted(games):
    told = "what such a war does is not counted"
    assert told in Page(groups_page(games)).text
    assert told not in Page(groups_page([*games[:2], games[0]])).text


def test_first_orders_are_counted_only_where_people_gave_them(loaded, games):
    first = next(iter(loaded.scenario.powers))
    some = [*games, ("d.json", game(loaded, 1, [f"{first}=human"]))]
    counted = {each.name: each.groups for each in side_by_side(some).whole.first_orders}
    assert counted == {
        model.name: 4 if power == first else 3 for power, model in loaded.scenario.powers.items()
    }


def test_a_group_stands_once_at_what_it_did_with_force(whole):
    for power in whole.first_orders:
        force = [letter for kind in power.kinds if kind.name != TALKED for letter in kind.letters]
        assert sorted(force) == ["A", "B", "C"]


def test_whoever_holds_may_talk(loaded):
    def hold(talk):
        session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ["northland=human"]), 5)
        draft = session.draft(0)
        slot = draft.slots[2]
        cards = [card for card in draft.menu(slot).cards if card.legal]
        draft.choose(slot, cards[-1 if talk else 0].choices[0].key)
        session.commit(0, draft.keys())
        for _ in session.work():
            pass
        while session.waiting:
            session.commit(0, session.draft(0).keys())
            for _ in session.work():
                pass
        return session

    some = [("a.json", hold(False)), ("b.json", hold(False)), ("c.json", hold(True))]
    (northland,) = side_by_side(some).whole.first_orders
    letters = {kind.name: kind.letters for kind in northland.kinds if kind.letters}
    assert letters == {HELD: ("A", "B", "C"), TALKED: ("C",)}
    assert northland.parted == 1


def test_every_doctrine_of_a_power_stands_at_one_thing_that_it_does_with_force(loaded, whole):
    for power, of in zip(loaded.scenario.powers, whole.first_orders, strict=True):
        assert of.doctrines == sum(each.power == power for each in loaded.scenario.doctrines.values())
        assert sum(kind.doctrines for kind in of.kinds if kind.name != TALKED) == of.doctrines


def test_kinds_stand_in_one_order_for_every_power(whole):
    assert (*STRUCK, FORCE, HELD, TALKED) == KINDS
    for power in whole.first_orders:
        names = [kind.name for kind in power.kinds]
        assert names == sorted(names, key=KINDS.index)


def test_history_is_marked_as_what_happened_and_not_what_was_right():
    consulate = load_scenario("consulate")
    some = [(f"{number}.json", game(consulate, number, ["iran=human"])) for number in range(3)]
    (iran,) = side_by_side(some).whole.first_orders
    assert (iran.name, iran.happened.date) == ("Iran", "13 April 2024")
    assert "what happened, not what was right 13 April 2024: " in Page(groups_page(some)).text


def test_a_band_leaves_out_games_that_were_over():
    told = band("Border", [(2, 3, 5, 5), (2, 1, None, 7)])
    assert (told.low, told.high) == ((2, 1, 5, 5), (2, 3, 5, 7))
    assert told.spans == ("2", "1 to 3", "5", "5 to 7")


def test_a_band_goes_along_its_upper_edge_and_back_along_its_lower():
    told = band("Border", [(0, 7), (0, 0)])
    corners = told.outline.split()
    assert corners == [*told.upper.split(), *reversed(told.lower.split())]
    assert corners[1].endswith(f",{height_of(7):g}")
    assert corners[2].endswith(f",{height_of(0):g}")
