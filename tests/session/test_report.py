import re

import pytest

from game.rules.sight import Sight
from game.rules.tables import Slot
from game.rules.tracks import Tally
from game.rules.turn import EVERY_RULE, rule_name
from game.session.reporting import STRIKE_RULES
from game.session.seats import SeatPlan
from game.session.session import Session
from game.session.stage_report import seen_by
from tests.session.people import exhaust, play_out

IRAN, ISRAEL, US = 0, 1, 2
BY_IRAN = ("Iran:", "Iran acted", "Iran launched", "Iran crossed")
SALVO = "iran:announced_salvo/israel/direct/maximal/core_military/slow/announced"


@pytest.fixture
def session(consulate):
    return Session.new(consulate, SeatPlan.parse(consulate.scenario, ["iran=human"]), 5)


def orders(session, **chosen):
    """Commit one option of the given slots, pass for the others, and carry the stage out; its report."""
    draft = session.draft(IRAN)
    for slot, key in chosen.items():
        draft.choose(Slot[slot.upper()], key)
    session.commit(IRAN, draft.keys())
    exhaust(session)
    return session.reports[0]


def first_legal(session, slot, wanted):
    draft = session.draft(IRAN)
    choices = [choice for card in draft.menu(slot).cards for choice in card.choices]
    return next(choice.key for choice in choices if choice.legal and wanted(choice))


def salvo_of(report, attacker):
    return next(salvo for salvo in report.salvos if salvo.attacker == attacker)


def test_a_salvo_is_told_by_munition_and_by_layer(session):
    salvo = salvo_of(orders(session, force=SALVO), IRAN)
    assert sum(salvo.launched.values()) == 320
    stopped = sum(sum(layer.stopped.values()) for layer in salvo.layers)
    assert sum(salvo.engaged.values()) == stopped + sum(salvo.leaked.values())
    assert [layer.id.split(".")[0] for layer in salvo.layers] == ["israel"] * len(salvo.layers)


def test_the_headline_of_a_salvo_says_who_what_where_and_how(session):
    headlines = orders(session, force=SALVO).headlines_for(None)
    told = next(line for line in headlines if line.startswith("Iran launched"))
    assert "at Israel" in told
    assert "announced salvo; maximal, core military forces, slow, announced" in told


def covert(session):
    return first_legal(session, Slot.FORCE, lambda choice: choice.settings.get("means") == "covert")


def test_nobody_but_its_author_is_told_whose_a_covert_act_is(session):
    report = orders(session, force=covert(session))
    for seat in (None, ISRAEL, US):
        assert not any(
            "covert" in line.lower() or line.startswith(BY_IRAN) for line in report.headlines_for(seat)
        )
        assert any("nobody claims" in line for line in report.headlines_for(seat))
    assert any(line.startswith("Iran ") and "not claimed" in line for line in report.headlines_for(IRAN))
    salvo = next(each for each in report.salvos if each.covert)
    assert salvo.attacker_for(ISRAEL) is None
    assert salvo.attacker_for(IRAN) == IRAN


def test_rules_that_would_give_an_author_away_are_named_as_they_are_called():
    names = [rule_name(rule) for rule in EVERY_RULE]
    for prefix in STRIKE_RULES:
        assert any(name.startswith(prefix) for name in names), prefix


def test_the_author_of_a_covert_act_is_revealed_to_nobody_else(session):
    report = orders(session, force=covert(session))
    act = next(each for each in report.revealed if each.power == IRAN)
    assert act.author_audience == frozenset({IRAN})


def test_what_a_partner_is_asked_is_between_it_and_its_patron(session):
    asks = first_legal(session, Slot.GUARD, lambda choice: choice.key.startswith("iran:request_partner_act"))
    report = orders(session, guard=asks)
    told = "Iran: " + session.wording.describe(session.rules.options.keys.index(asks)) + "."
    assert told in report.headlines_for(IRAN)
    assert told not in report.headlines_for(ISRAEL)
    assert told not in report.headlines_for(None)


def test_a_pass_is_no_news(session):
    report = orders(session)
    assert not any(each.power == IRAN for each in report.revealed)


def test_a_seat_is_told_of_exactly_the_numbers_that_it_sees_exactly(border):
    session = play_out(Session.new(border, SeatPlan.parse(border.scenario, ["northland=ai"]), 3))
    for report in session.reports:
        for seat in range(session.rules.powers):
            for told in report.changes_for(seat):
                assert session.rules.sight[seat, told.row] == Sight.EXACT


def test_every_change_has_a_cause_and_a_rule(border):
    session = play_out(Session.new(border, SeatPlan.parse(border.scenario, ["northland=ai"]), 3))
    told = [each for report in session.reports for _, each in report.told]
    assert told
    assert all(each.cause and "." in each.rule for each in told)
    assert all(each.before != each.after for each in told)


def test_the_tolls_of_all_stages_add_up_to_the_toll_of_the_game(border):
    session = play_out(Session.new(border, SeatPlan.parse(border.scenario, ["northland=ai"]), 3))
    first, last = session.history()[0], session.history()[-1]
    risen = int((last.killed - first.killed).sum())
    assert sum(sum(report.toll.killed.values()) for report in session.reports) == risen


def test_offers_are_told_to_their_parties_only(consulate):
    seats = SeatPlan.parse(consulate.scenario, ["us=human"])
    session = Session.new(consulate, seats, 5)
    draft = session.draft(US)
    asks = next(
        choice
        for card in draft.menu(Slot.DIPLOMATIC).cards
        for choice in card.choices
        if "promise" in choice.settings and choice.legal
    )
    draft.choose(Slot.DIPLOMATIC, asks.key)
    session.commit(US, draft.keys())
    exhaust(session)
    promise = session.rules.options.promise[asks.option]
    holder = int(session.rules.promises.holder[promise])
    other = ({IRAN, ISRAEL} - {holder}).pop()
    told = f"United States: {asks.words}."
    assert told in session.reports[0].headlines_for(holder)
    assert told not in session.reports[0].headlines_for(other)
    assert told not in session.reports[0].headlines_for(None)


def test_seen_by_the_public_means_by_everybody():
    assert seen_by(None, None)
    assert seen_by(None, 2)
    assert seen_by(frozenset({2}), 2)
    assert not seen_by(frozenset({2}), 1)
    assert not seen_by(frozenset({2}), None)


def test_the_same_act_has_the_same_verb_whoever_does_it(consulate):
    verbs = set()
    for seed in range(4):
        session = play_out(Session.new(consulate, SeatPlan.parse(consulate.scenario, ["iran=ai"]), seed))
        for report in session.reports:
            for salvo in report.salvos:
                if salvo.launched and not salvo.covert:
                    name = session.wording.actor(salvo.attacker)
                    line = next(
                        each for each in report.headlines_for(None) if each.startswith(f"{name} launched")
                    )
                    verbs.add(line.removeprefix(name).split()[0])
    assert verbs == {"launched"}


def test_the_report_counts_what_is_counted_over_a_game(session):
    assert set(orders(session, force=SALVO).tally) == set(Tally)


def test_an_assurance_is_told_to_the_two_that_it_is_between(session):
    report = orders(session, diplomatic="iran:back_channel/israel/none")
    told = "Iran: Back channel: Israel, no strike next turn."
    assert told in report.headlines_for(IRAN)
    assert told in report.headlines_for(ISRAEL)
    assert told not in report.headlines_for(US)
    assert told not in report.headlines_for(None)


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_every_event_that_happens_has_a_headline(consulate, seed):
    session = play_out(Session.new(consulate, SeatPlan.parse(consulate.scenario, ["iran=ai"]), seed))
    happened = session.history()[-1].event[:, 0]
    events = consulate.scenario.events.values()
    told = [line for report in session.reports for line in report.headlines_for(None)]
    times = [sum(line.startswith(event.text) for line in told) for event in events]
    assert times == happened.tolist()
    assert sum(times)


def test_a_lie_over_the_back_channel_is_told_to_all(border):
    session = Session.new(border, SeatPlan.parse(border.scenario, ["northland=human", "southland=human"]), 3)
    said = "southland:back_channel/northland/none"
    done = "southland:air_strike/northland/border/limited/symbolic/fast/announced"
    plans = [(Slot.DIPLOMATIC, said), (Slot.FORCE, done)]
    exhaust(session)
    while session.waiting:
        seat, draft = session.waiting[0], session.draft(session.waiting[0])
        if plans and Slot.FORCE in draft.slots and seat == 1:
            draft.choose(*plans.pop(0))
        session.commit(seat, draft.keys())
        exhaust(session)
    told = [line for report in session.reports for line in report.headlines_for(None)]
    assert "Southland struck Northland harder than it had assured over a back channel." in told


def test_the_places_where_munitions_came_down_add_up_to_what_got_through(session):
    report = orders(session, force=SALVO)
    for line in report.headlines_for(None):
        through = re.search(r"and (\d+) got through(?:: (.*?))?\.", line)
        if through:
            counts = re.findall(r"(\d+) (?:on the target|in populated areas|elsewhere)", through[2] or "")
            assert sum(map(int, counts)) == int(through[1])
            assert not re.search(r"\b0 (on|in|elsewhere|were)", line)
