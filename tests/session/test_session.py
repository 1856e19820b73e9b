from dataclasses import replace
from random import Random

import numpy as np
import pytest

from game.rules.chance import game_keys
from game.rules.choices import IllegalChoice
from game.rules.tables import Stage
from game.rules.turn import advance, begin
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError
from tests.session.people import exhaust, play_out, random_keys

ALL_PEOPLE = ["northland=human", "southland=human", "lakeland=human"]


def new(loaded, seats=(), seed=7):
    return Session.new(loaded, SeatPlan.parse(loaded.scenario, list(seats)), seed)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_game_of_random_people_comes_to_an_end(border, seed):
    session = play_out(new(border, ALL_PEOPLE, seed), seed)
    assert session.over
    assert session.ending in {"regional_war", "settlement", "horizon", "fallen"}
    assert session.waiting == ()


def test_computer_players_alone_play_a_whole_game(consulate):
    session = play_out(new(consulate, ["iran=ai"]))
    assert session.over
    assert all(chosen.by != "person" for entry in session.entries for chosen in entry.choices)


def test_the_same_seed_and_choices_are_the_same_game_twice(border):
    first, second = (play_out(new(border, ALL_PEOPLE)) for _ in range(2))
    assert first.entries == second.entries


def test_another_seed_is_another_game(border):
    first, second = (play_out(new(border, ["northland=ai"], seed)) for seed in (1, 2))
    assert [entry.state for entry in first.entries] != [entry.state for entry in second.entries]


def test_a_game_is_bit_for_bit_the_one_of_its_number_in_a_batch(border):
    session = play_out(new(border, ALL_PEOPLE))
    keys = game_keys(session.seed, np.arange(3, dtype=np.int32))
    state = begin(border.rules, keys)
    for entry, reached in zip(session.entries, session.history()[1:], strict=True):
        alone = session.history()[session.entries.index(entry)]
        assert np.array_equal(alone.block[:, 0], state.block[:, 0])
        numbers = choices_of(session, entry)
        state = advance(border.rules, state, np.repeat(numbers, 3, axis=2), keys).state
        assert np.array_equal(reached.block[:, 0], state.block[:, 0])


def choices_of(session, entry):
    """The logged choices of a stage as option numbers, ``[power, slot, 1]``."""
    from game.rules.choices import passes

    numbers = passes(session.rules, Stage(entry.stage), 1)
    powers = [seat.power for seat in session.seats.seats]
    keys = session.rules.options.keys
    for chosen in entry.choices:
        numbers[powers.index(chosen.power), :, 0] = [keys.index(key) for key in chosen.options]
    return numbers


def test_people_choose_in_the_order_of_powers_and_each_once(border):
    session, random = new(border, ALL_PEOPLE), Random(1)
    assert session.waiting == (0, 1, 2)
    session.commit(1, random_keys(session, 1, random))
    assert session.waiting == (0, 2)
    assert not session.advance_ready
    with pytest.raises(SessionError, match="Nothing is waited for from Southland now"):
        session.commit(1, random_keys(session, 1, random))


def test_nothing_happens_before_everybody_has_committed(border):
    session = new(border, ALL_PEOPLE)
    session.commit(0, random_keys(session, 0, Random(1)))
    exhaust(session)
    assert session.entries == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["northland:pass"], "4 choices are expected"),
        (["northland:pas", *["northland:pass"] * 3], "northland:pas is no option of Northland"),
        (["southland:pass"] * 4, "southland:pass is no option of Northland"),
        (["northland:pass", "northland:retire_line/northland_soil", *["northland:pass"] * 2], "is no option"),
    ],
)
def test_a_choice_that_is_not_allowed_is_refused_and_nothing_is_lost(border, options, told):
    session = new(border)
    with pytest.raises(IllegalChoice) as error:
        session.commit(0, options)
    assert told in str(error.value)
    assert session.waiting == (0,)


def test_work_given_up_half_way_begins_again_to_the_same_end(border):
    session, other = (new(border, ["northland=human"]) for _ in range(2))
    for each in (session, other):
        each.commit(0, ["northland:pass"] * 4)
    next(session.work())
    exhaust(session)
    exhaust(other)
    assert session.entries == other.entries


def test_progress_says_in_words_who_decides(border):
    session = new(border)
    session.commit(0, ["northland:pass"] * 4)
    assert next(session.work()).words == "Southland decides"


def test_reasons_and_a_facilitators_acts_stay_with_their_stage(border):
    session = new(border)
    session.note("note", "fire drill")
    session.commit(0, ["northland:pass"] * 4, "We wait.")
    exhaust(session)
    first = session.entries[0]
    assert [(act.kind, act.text) for act in first.acts] == [("note", "fire drill")]
    assert [chosen.reason for chosen in first.choices if chosen.by == "person"] == ["We wait."]
    assert all(chosen.steps for chosen in first.choices if chosen.by == "computer")


def with_opening(loaded, **rows):
    """The scenario with another opening: track to (entries, value in the engine's units)."""
    opening = loaded.rules.opening.copy()
    for track, (entries, value) in rows.items():
        opening[loaded.rules.layout.row(track, *entries)] = value
    return replace(loaded, rules=replace(loaded.rules, opening=opening))


def test_when_the_last_government_of_a_person_falls_the_game_is_over(border):
    shaky = with_opening(border, standing=(["northland"], 1), owed=(["northland", "southland"], 1200))
    session = play_out(new(shaky, ["northland=human"]))
    assert session.ending == "fallen"
    assert session.is_caretaker(0)
    assert session.score().total[0, 0] >= 0


def test_a_caretaker_plays_on_for_a_person_whose_government_fell(border):
    shaky = with_opening(border, standing=(["northland"], 1), owed=(["northland", "southland"], 1200))
    session = play_out(new(shaky, ["northland=human", "lakeland=human"]))
    by = {
        chosen.by for entry in session.entries[8:] for chosen in entry.choices if chosen.power == "northland"
    }
    assert by == {"caretaker"}
    assert session.turn > 1


def test_true_values_and_scores_are_kept_until_the_end(border):
    session = new(border)
    with pytest.raises(SessionError, match="when the game is over"):
        session.history()
    with pytest.raises(SessionError, match="when the game is over"):
        session.score()


def test_a_computer_player_told_to_move_now_takes_the_best_so_far(border):
    session = new(border, ["northland=human", "southland=normal"])
    session.commit(
        0, [card.cards[0].choices[0].key for card in map(session.draft(0).menu, session.draft(0).slots)]
    )
    slices = 0
    for progress in session.work():
        slices += "weighs" in progress.words
        session.hurry()
    assert slices <= 1
    assert session.entries
