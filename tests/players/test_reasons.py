"""Reasons: what was seen, what follows, and why the next best was passed over, in the game's words."""

import re
from dataclasses import replace

import pytest

from game.players.computer import ComputerPlayer
from game.players.doctrine import DEFAULT, FORCEFUL, RESTRAINED
from game.players.drafts import Drafts
from game.players.fitting import Fit
from game.players.habit import HabitPlayer
from game.players.position import apart
from game.players.strikes import dislike, drawbacks
from game.players.taken import taken_from
from game.players.weighed import Weighed
from game.rules.arrays import integers
from game.rules.state import State
from game.rules.tables import Rules, Slot
from game.rules.view import view
from tests.rules.playing import keys_of, opening

GAMES = 4
OWED = {("northland", "southland"): 350}
READY = {("northland",): 600}


def why(rules: Rules, state: State, doctrine=DEFAULT, game: int = 0) -> tuple[str, ...]:
    keys = keys_of(state.games)
    return ComputerPlayer(rules, 0, doctrine).choose(view(rules, state, 0, keys), keys).why(game)


def angered(rules: Rules, owed: int = 350) -> State:
    return opening(rules, games=GAMES, owed={("northland", "southland"): owed}, readiness=READY)


def test_every_order_of_guard_and_voice_says_what_it_is_for_or_why_there_is_none(
    consulate_rules: Rules,
) -> None:
    for doctrine in (RESTRAINED, DEFAULT, FORCEFUL):
        told = why(consulate_rules, opening(consulate_rules, games=1), doctrine)
        slots = ("Guard: ", "Voice, diplomatic: ", "Voice, declaratory: ")
        steps = [step for step in told if step.startswith((*slots, "Guard and voice: "))]
        assert len(steps) in (1, len(slots))
        assert all(" → " in step for step in steps)


def test_the_next_best_order_is_named_with_what_both_are_worth(consulate_rules: Rules) -> None:
    told = " ".join(why(consulate_rules, opening(consulate_rules, games=1), RESTRAINED))
    found = re.findall(
        r"Next best, [^:]*\{[^}]+\}[^:{]*: worth (\d\.\d\d) points of standing to it, the chosen one (\d\.\d\d)",
        told,
    )
    assert found
    assert all(float(less) < float(more) for less, more in found)


def test_what_is_left_undone_for_want_of_attention_is_named(consulate_rules: Rules) -> None:
    state = opening(consulate_rules, games=1)
    state.attention[0] = 1
    told = why(consulate_rules, state, RESTRAINED)
    assert any("too little attention is left for {" in step and step.endswith("→ nothing.") for step in told)


def test_a_strike_is_told_beside_the_one_that_comes_next(border_rules: Rules) -> None:
    told = why(border_rules, angered(border_rules), FORCEFUL)
    struck = next(place for place, step in enumerate(told) if step.startswith("Force: audiences ask for"))
    assert re.match(r"(Nearer to that|Next best), but [a-z ]+(\(.*\))?: \{", told[struck + 1])


@pytest.mark.parametrize("owed", [200, 350, 500, 800])
def test_the_strike_passed_over_has_something_against_it(border_rules: Rules, owed: int) -> None:
    rules, state, keys = border_rules, angered(border_rules, owed), keys_of(GAMES)
    seen, player = view(rules, state, 0, keys), ComputerPlayer(rules, 0, FORCEFUL)
    option = int(player.choose(seen, keys).choices[Slot.FORCE, 0])
    assert rules.options.strike[option]
    other = Fit(rules, FORCEFUL, seen, game=0, option=option, wanted=owed, kept=0).passed_over()
    if other is not None:
        both = integers([option, other.option])
        worse = drawbacks(rules, FORCEFUL, both, owed)[other.against]
        assert worse[1] > worse[0]


def test_what_is_against_a_strike_adds_up_to_how_badly_it_fits(border_rules: Rules) -> None:
    strikes = integers(border_rules.options.strike.nonzero()[0])
    parts = drawbacks(border_rules, FORCEFUL, strikes, 300)
    assert (dislike(border_rules, FORCEFUL, strikes, 300) == sum(parts.values())).all()


def test_a_player_of_habits_claims_no_weighing_of_what_it_never_orders(border_rules: Rules) -> None:
    keys, state = keys_of(GAMES), angered(border_rules)
    told = HabitPlayer(ComputerPlayer(border_rules, 0, DEFAULT)).choose(
        view(border_rules, state, 0, keys), keys
    )
    assert told.why()[-1] == "Guard and voice: by habit it orders nothing there."


def test_reasons_are_of_the_game_that_is_asked_about(border_rules: Rules) -> None:
    state = angered(border_rules)
    state.owed[0, 1, 1:] = 0
    assert any("{southland}: 3.5" in step for step in why(border_rules, state, game=0))
    assert not any("{southland}: 3.5" in step for step in why(border_rules, state, game=1))


def test_amounts_that_differ_never_look_equal() -> None:
    assert apart(78, 82) == ("0.78", "0.82")
    assert apart(78, 120) == ("0.8", "1.2")
    assert apart(80, 80) == ("0.8", "0.8")


# --- what was taken once drafts were weighed -------------------------------------------------------------


def told_of(scores: list[int], worths: list[int], own: list[bool], lost: list[float] | None = None) -> str:
    """Why the best of some drafts is taken, each by a way of its own."""
    count = len(scores)
    rows, none = integers(range(count)), integers([0] * count)
    drafts = Drafts(integers([range(count)]), none, integers(own) > 0, rows)
    risks = lost or [0.0] * count
    weighed = Weighed(drafts, integers(scores), integers(worths), integers(none), integers(none))
    weighed = replace(weighed, lost=risks)  # type: ignore[arg-type]
    return taken_from(weighed, weighed.ordered(0), lambda _, row: f"way {row}", as_a_way=False)


def test_a_better_draft_says_by_how_many_points_and_what_it_spares() -> None:
    told = told_of([500, 700, 650], [520, 700, 650], [True, False, False], [0.4, 0.1, 0.1])
    assert told == (
        "It leads to 2.00 points more than what way 0 would do, 0.50 more than the next, "
        "and control is lost in 10 of 100 games, not in 40 → takes the first."
    )


def test_the_usual_draft_says_how_far_the_others_fall_short() -> None:
    told = told_of([700, 650], [720, 650], [True, False])
    assert (
        told
        == "Nothing leads to more; the best of the others leads to 0.50 points less → does as way 0 would."
    )


def test_a_little_more_is_too_little_to_leave_a_way_for() -> None:
    told = told_of([700, 710], [720, 710], [True, False])
    assert told == (
        "Another leads to 0.10 points more, too little to leave that way or risk more for"
        " → does as way 0 would."
    )


def test_ways_that_all_choose_the_same_say_so() -> None:
    none, rows = integers([0, 0]), integers([0, 1])
    drafts = Drafts(integers([[4, 4]]), none, rows == 0, rows)
    weighed = Weighed(drafts, rows, rows, none, none)
    told = taken_from(weighed, rows, lambda _, row: f"way {row}", as_a_way=True)
    assert told == "Every way of playing on would choose the same → does as way 0 would."
