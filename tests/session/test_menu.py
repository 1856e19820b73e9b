from random import Random

import pytest

from game.rules.choices import IllegalChoice
from game.rules.tables import Slot
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.session.people import exhaust, random_keys


@pytest.fixture
def session(consulate):
    return Session.new(consulate, SeatPlan.parse(consulate.scenario, ["iran=human"]), 5)


def force(session):
    return session.draft(0).menu(Slot.FORCE)


def test_the_first_card_of_every_slot_is_always_legal(session):
    draft = session.draft(0)
    assert [draft.menu(slot).cards[0].legal for slot in draft.slots] == [True] * 4


def test_every_card_has_a_name_and_what_is_not_legal_says_why(session):
    draft = session.draft(0)
    for slot in draft.slots:
        for card in draft.menu(slot).cards:
            assert card.name
            assert card.legal or card.reasons
            assert all(choice.legal or choice.reasons for choice in card.choices)


def test_the_dials_of_a_strike_are_its_parameters(session):
    card = force(session).card("announced_salvo")
    assert list(card.parameters) == ["at", "scale", "target", "means", "notice"]
    assert [value.id for value in card.parameters["scale"]] == ["large", "maximal"]


def test_a_combination_of_settings_is_one_option_with_its_meaning(session):
    card = force(session).card("announced_salvo")
    settings = {
        "at": "israel/direct",
        "scale": "maximal",
        "target": "core_military",
        "means": "slow",
        "notice": "announced",
    }
    choice = card.find(settings)
    assert choice.key == "iran:announced_salvo/israel/direct/maximal/core_military/slow/announced"
    assert (choice.strike.resolve, choice.strike.provocation, choice.strike.label) == (405, 146, "calibrated")
    assert sum(choice.strike.salvo.values()) == 320


def test_a_combination_that_no_option_opens_is_not_found(session):
    assert force(session).card("announced_salvo").find({"scale": "limited"}) is None


def test_turning_a_dial_keeps_it_and_moves_the_others_only_where_they_must(session):
    card = force(session).card("announced_salvo")
    start = dict(card.choices[0].settings)
    turned = card.nearest(start | {"scale": "maximal"}, keep="scale")
    assert turned.settings == start | {"scale": "maximal"}


def test_options_of_one_card_differ_in_words(session):
    draft = session.draft(0)
    for slot in draft.slots:
        for card in draft.menu(slot).cards:
            words = [tuple(sorted(choice.settings.items())) for choice in card.choices]
            assert len(set(words)) == len(words), card.order


def test_strikes_at_dual_use_sites_carry_the_law_of_war_note(consulate):
    session = Session.new(consulate, SeatPlan.parse(consulate.scenario, ["iran=human"]), 5)
    strikes = [choice.strike for card in force(session).cards for choice in card.choices if choice.strike]
    urban = [
        choice
        for card in force(session).cards
        for choice in card.choices
        if choice.settings.get("target") == "dual_use"
    ]
    assert urban
    assert all(choice.strike.law_of_war for choice in urban)
    assert any(not strike.law_of_war for strike in strikes)


def test_a_draft_spends_attention_and_readiness_slot_by_slot(session):
    draft = session.draft(0)
    choice = draft.choose(
        Slot.FORCE, next(c for c in force(session).card("announced_salvo").choices if c.legal).key
    )
    left = draft.left(Slot.GUARD)
    assert int(left.attention[0]) == 3 - choice.attention
    assert int(left.readiness[0]) == 400 - choice.readiness


def test_changing_an_earlier_slot_empties_later_ones_that_no_longer_fit(session):
    draft = session.draft(0)
    guard = next(card for card in draft.menu(Slot.GUARD).cards if card.readiness[0] >= 50)
    draft.choose(Slot.GUARD, guard.choices[0].key)
    draft.choose(
        Slot.DIPLOMATIC,
        next(c for card in draft.menu(Slot.DIPLOMATIC).cards[1:] for c in card.choices if c.legal).key,
    )
    draft.choose(
        Slot.FORCE, next(c for c in draft.menu(Slot.FORCE).card("announced_salvo").choices if c.legal).key
    )
    assert Slot.FORCE in draft.chosen
    assert len({Slot.GUARD, Slot.DIPLOMATIC} & set(draft.chosen)) == 1


def test_undo_takes_back_one_choice_at_a_time(session):
    draft = session.draft(0)
    draft.choose(Slot.FORCE, "iran:pass")
    draft.choose(Slot.GUARD, "iran:pass")
    assert draft.undo()
    assert draft.unfilled == (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY)
    assert draft.undo()
    assert not draft.undo()


def test_a_draft_refuses_what_may_not_be_chosen(session):
    draft = session.draft(0)
    with pytest.raises(IllegalChoice, match="is no option of this slot"):
        draft.choose(Slot.FORCE, "iran:nothing")
    closed = next(c for card in draft.menu(Slot.FORCE).cards for c in card.choices if not c.legal)
    with pytest.raises(IllegalChoice, match="cannot be chosen now"):
        draft.choose(Slot.FORCE, closed.key)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_a_menu_calls_legal_the_game_accepts(border, seed):
    seats = [f"{power}=human" for power in border.scenario.powers]
    session, random = Session.new(border, SeatPlan.parse(border.scenario, seats), seed), Random(seed)
    while session.waiting:
        session.commit(session.waiting[0], random_keys(session, session.waiting[0], random))
        exhaust(session)
    assert session.over


def test_at_the_brink_one_goes_on_on_the_front_where_control_is_lost(consulate):
    session = Session.new(consulate, SeatPlan.parse(consulate.scenario, ["iran=human"]), 5)
    brink = [session.wording.describe(option) for option in range(*session.rules.options.menu[0, Slot.BRINK])]
    assert brink[0] == "stop"
    assert "go on: Iran and Israel, directly" in brink
    assert len(set(brink)) == len(brink)
