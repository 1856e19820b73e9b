"""What a seat is shown: own numbers exactly, those of others as bands, the toll of everybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.figures import rounded
from game.scenario.shipped import load_scenario
from game.session.calendar import turn_words
from game.session.kept import KeptGame
from game.session.seats import SeatPlan
from game.session.session import Session
from game.ui.kit import Label
from game.ui.kit.widget import walk
from game.ui.play.own_numbers import own_numbers
from game.ui.play.position import spendable
from game.ui.play.positions import position, reader
from game.ui.play.strips import top_strip
from game.ui.screens.unfinished import unfinished
from tests.ui.play.conftest import LAKELAND, NORTHLAND, SOUTHLAND, commit, work


def test_the_turn_is_told_with_how_many_there_are_about(loaded):
    clock = loaded.scenario.clock
    assert turn_words(clock, 2) == "Turn 2 of about 4"


@pytest.mark.parametrize("window", [(960, 540), (1280, 720)])
def test_which_turn_it_is_is_never_shortened(play, window):
    shown = position(play(), NORTHLAND)
    labels = (each for each in walk(top_strip(shown, shown.own, window)) if isinstance(each, Label))
    assert [each.ellipsis for each in labels if each.text == shown.turn] == [False]


def test_own_numbers_are_exact_and_explain_themselves(play):
    shown = {reading.id: reading for reading in position(play(), NORTHLAND).own}
    assert shown["standing"].shown == "5.5"
    assert shown["readiness"].shown == "4 of 6"
    assert (shown["owed"].name, shown["owed"].toward) == ("Owed", "to Southland")
    assert all(reading.explanation is not None for reading in shown.values())


def test_standing_that_is_nearly_lost_is_marked_by_sign_and_tone(play):
    session = play()
    marks = []
    for standing in (200, 199):
        session._state.standing[NORTHLAND, 0] = standing
        [shown] = (reading for reading in position(session, NORTHLAND).own if reading.id == "standing")
        marks.append((shown.word, shown.tone))
    assert marks == [("", "teal"), ("urgent", "danger")]


@given(hundredths=st.integers(0, 600))
def test_what_is_left_to_spend_reads_as_where_an_order_is_refused_for_want_of_it(hundredths):
    assert spendable(hundredths / 100) == f"{hundredths // 10 / 10:g}"


def test_what_is_hidden_is_shown_as_a_band_and_never_as_a_number(play):
    dossier = position(play(), SOUTHLAND).dossier("northland")
    shown = {reading.id: reading for group in dossier.groups for reading in group.readings}
    assert shown["standing"].value is None
    assert shown["standing"].shown in ("low", "some", "high", "urgent")
    assert shown["stock:missile"].value is None
    assert " to " in shown["stock:missile"].shown
    assert shown["legitimacy"].shown == "5.0"


def test_own_mandates_stand_beside_the_numbers_that_they_turn_on_and_a_secret_one_there_only(play, loaded):
    own, other = (position(play(), seat).dossier("northland") for seat in (NORTHLAND, SOUTHLAND))
    aims = own.groups[0].readings
    texts = [mandate.text for mandate in loaded.scenario.powers["northland"].mandates.values()]
    assert [aim.name.removesuffix(" (secret)") for aim in aims] == texts
    assert [aim.name.endswith("(secret)") for aim in aims] == [False, False, True]
    assert all(aim.shown for aim in aims)
    assert len(other.notes) == 2
    assert not any("secret" in note for note in other.notes)


def test_the_toll_of_every_population_is_shown_with_range_and_source(play, loaded):
    toll = position(play(), NORTHLAND).toll
    assert [each.id for each in toll] == list(loaded.scenario.populations)
    villagers = next(each for each in toll if each.id == "hill_villagers")
    assert villagers.killed == "30"
    assert "20 to 60" in villagers.explanation.words
    assert "A relief agency" in villagers.explanation.words


def test_a_number_lists_the_causes_that_changed_it(play):
    session = play("northland=human", "southland=human", "lakeland=human")
    commit(session, NORTHLAND, "announced_salvo")
    for seat in session.waiting:
        commit(session, seat)
    work(session)
    standing = own_numbers(reader(session, NORTHLAND), "northland")[0]
    assert any("resolve" in cause.name for cause in standing.explanation.causes)


def test_counts_are_rounded_to_what_a_reader_can_hold():
    assert [rounded(count) for count in (8, 320, 1480, 32845, 1_700_000)] == [
        "8", "320", "1,480", "32,800", "1.7 m",
    ]  # fmt: skip


def test_states_that_have_an_article_have_it_inside_a_sentence():
    loaded = load_scenario("consulate")
    people = SeatPlan.parse(loaded.scenario, ["us=human"])
    session = Session.new(loaded, people, 1)
    told = [front.explanation.text for front in position(session, 2).fronts]
    assert any("the United States" in text for text in told)
    assert not any("United States" in text.replace("the United States", "") for text in told)
    dossier = position(session, 0).dossier("iran")
    names = [reading.name for group in dossier.groups for reading in group.readings]
    assert "As the United States sees it" in names
    assert unfinished(KeptGame(session, None, "game").file()).stands.endswith("as the United States")


def of(session, seat, page):
    """What a seat's page of somebody shows, by the id of each reading."""
    dossier = position(session, seat).dossier(page)
    return {reading.id: reading for group in dossier.groups for reading in group.readings}


def test_work_on_a_prepared_asset_is_on_its_owners_page_alone(play):
    """[A 15]"""
    assert of(play(), SOUTHLAND, "southland")["asset:fuses"].shown == "1 of 2 turns"
    assert "asset:fuses" not in of(play(), NORTHLAND, "southland")
    assert "asset:fuses" not in of(play(), NORTHLAND, "northland")


def test_what_is_known_of_an_actor_from_inside_only_who_knows_it_is_shown(play):
    """[A 21]"""
    session = play()
    session._state.penetration[SOUTHLAND, :, 0] = 150
    for page in ("northland", "hill_fighters"):
        assert of(session, SOUTHLAND, page)["inside"].shown == "1.5"
        assert "inside" not in of(session, NORTHLAND, page)
        assert "inside" not in of(session, LAKELAND, page)


def test_whom_a_partner_strikes_back_at_is_on_its_page_while_it_does(play):
    """[A 16]"""
    session = play()
    assert "marked:southland" not in of(session, LAKELAND, "hill_fighters")
    session._state.marked[0, SOUTHLAND, 0] = 2
    shown = of(session, LAKELAND, "hill_fighters")["marked:southland"]
    assert (shown.name, shown.shown) == ("Turns for which it strikes back at Southland", "2")
