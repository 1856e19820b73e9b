"""Every decision of whole games can be read as reasons by a person who knows the rules and sees the screens' words."""

import re
from functools import cache

import pytest

from game.report.decisions import Decision, decisions
from game.rules.tracks import Axis
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.loading import load_scenario

GAMES = {
    "habit, rule and search": (
        "consulate",
        "",
        "iran=normal:iran_balance israel=easy:israel_force us=story:us_restraint",
    ),
    "invented": ("straits_of_marrow", "", "corrin=easy:corrin_restraint veyra=easy:veyra_force"),
    "a skin": (
        "shipping",
        "fictional",
        "iran=easy:iran_force israel=easy:israel_opportunity us=easy:us_opportunity",
    ),
}
SEEN = re.compile(
    r"owed to|is owed|may strike back|Nobody may|Control is lost|Strikes are exchanged|No rival threatens"
)
SHORTHAND = re.compile(r"\b(R|V|vs|min|max|avg|prob|e\.g|i\.e|opt|req)\b\.?")


@cache
def played(name: str) -> tuple[Session, tuple[Decision, ...]]:
    scenario, skin, seats = GAMES[name]
    loaded = load_scenario(scenario, skin=skin or None)
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, seats.split()), 23)
    for _ in session.work():
        pass
    return session, decisions(session)


@pytest.fixture(params=list(GAMES))
def game(request: pytest.FixtureRequest) -> tuple[Session, tuple[Decision, ...]]:
    return played(request.param)


def test_every_decision_says_what_is_owed_or_threatened_first(
    game: tuple[Session, tuple[Decision, ...]],
) -> None:
    _, told = game
    assert told
    for decision in told:
        assert SEEN.search(decision.steps[0]), decision


def test_orders_say_whether_a_blow_is_expected(game: tuple[Session, tuple[Decision, ...]]) -> None:
    for decision in game[1]:
        if decision.stage == "orders":
            assert any("→ expects" in step for step in decision.steps), decision


def test_what_was_chosen_follows_from_a_step_in_the_words_of_the_screens(
    game: tuple[Session, tuple[Decision, ...]],
) -> None:
    for decision in game[1]:
        following = [step for step in decision.steps if "→" in step or step.startswith("1. ")]
        for choice in decision.choices:
            assert any(choice in step for step in following), (choice, decision)


def test_who_searched_takes_the_first_or_stays_with_its_doctrine(
    game: tuple[Session, tuple[Decision, ...]],
) -> None:
    for decision in game[1]:
        first = next((step for step in decision.steps if step.startswith("1. ")), "")
        if first:
            stays = re.search(r"→ does as .+ would\.$", decision.steps[-1]) is not None
            assert stays or decision.steps[-1].endswith("→ takes the first.")
            assert all(choice in first for choice in decision.choices)
            assert not stays or re.search(r" \(as .+ would\): ", first)


def test_no_id_of_the_data_and_no_shorthand_is_left_in_a_reason(
    game: tuple[Session, tuple[Decision, ...]],
) -> None:
    session, told = game
    ids = set(session.rules.layout.names[Axis.POWER])
    for decision in told:
        for step in decision.steps:
            assert not re.search(r"[{}_]|\b[a-z]+:[a-z]+/|=", step), step
            assert not SHORTHAND.search(step), step
            assert not set(re.findall(r"\w+", step)) & ids, step


def test_steps_are_sentences(game: tuple[Session, tuple[Decision, ...]]) -> None:
    for decision in game[1]:
        for step in decision.steps:
            assert step[0].isupper() or step[0].isdigit(), step
            assert step.endswith((".", ":")), step
            assert "  " not in step
            assert step.count("→") <= 1, step


def test_no_decision_says_the_same_twice(game: tuple[Session, tuple[Decision, ...]]) -> None:
    for decision in game[1]:
        assert len(set(decision.steps)) == len(decision.steps), decision


def test_strikes_and_orders_of_guard_and_voice_are_told_beside_what_came_next(
    game: tuple[Session, tuple[Decision, ...]],
) -> None:
    steps = [step for decision in game[1] for step in decision.steps]
    struck = [place for place, step in enumerate(steps) if step.startswith("Force: audiences ask for")]
    beside = [place for place in struck if re.match(r"(Next best|Nearer to that), but ", steps[place + 1])]
    assert len(beside) > len(struck) / 2 or not struck
    given = [step for step in steps if re.match(r"(Guard|Voice, \w+): (to|so that) ", step)]
    assert any(". Next best, " in step for step in given)
