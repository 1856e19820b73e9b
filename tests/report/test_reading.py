"""The debrief's reading of a game: what was sought and what came of it, and how the balance ended."""

from itertools import pairwise
from pathlib import Path

import pytest

from game.report.balance import BalanceEnd
from game.report.debrief import debrief
from game.report.gap import gaps
from game.report.outcome import outcome
from game.rules.tables import Ending, Label
from game.rules.tracks import Axis
from game.session.seats import SeatPlan
from game.session.session import Session
from game.text.debrief import debriefed
from tests.loading import load_scenario

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"
BLOW = "northland:missile_strike/southland/border/large/core_military/fast/none"


def played(*blows: str, seed: int = 5) -> Session:
    """A game of Northland, a person, who orders the blows in the first turns and passes from then on."""
    loaded = load_scenario(BORDER)
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ["northland=human"]), seed)
    ordered = list(blows)
    while not session.over:
        for seat in session.waiting:
            keys = session.draft(seat).keys()
            if len(keys) > 1 and ordered:
                keys = (ordered.pop(0), *keys[1:])
            session.commit(seat, keys, reason="So that it ends.")
        for _ in session.work():
            pass
    return session


@pytest.fixture(scope="module")
def game() -> Session:
    """A game that begins with a blow and does not end in a regional war."""
    return next(each for seed in range(20) if (each := played(BLOW, seed=seed)).ending != "regional_war")


def test_every_power_is_told_what_it_sought_and_whether_it_got_it(game: Session) -> None:
    results = {result.power: result.mandates for result in outcome(game).results}
    assert {gap.power: gap.aims for gap in gaps(game)} == results


def test_an_act_is_told_with_what_stood_when_it_was_chosen_and_at_the_end(game: Session) -> None:
    act = gaps(game)[0].acts[0]
    layout, history = game.rules.layout, game.history()
    row = layout.row("owed", "northland", "southland")
    assert (act.turn, act.toward, act.reason) == (1, "Southland", "So that it ends.")
    assert act.got is not None
    assert act.chose.owed == history[0].block[row, 0] / 100
    assert act.got.owed == history[-1].block[row, 0] / 100
    assert act.act.startswith("Missile strike")


def test_a_power_that_struck_nobody_has_no_acts(game: Session) -> None:
    struck = {
        chosen.power
        for entry in game.entries
        for chosen in entry.choices
        if any(game.rules.options.strike[game.rules.options.keys.index(key)] for key in chosen.options)
    }
    assert all(bool(gap.acts) == (gap.power in struck) for gap in gaps(game))


def test_decisive_acts_go_before_heavier_ones_that_were_not(game: Session) -> None:
    options = game.rules.options
    for gap in gaps(game):
        if len(gap.acts) > 1:
            told = {act.act for act in gap.acts}
            decisive = {
                game.wording.describe(option)
                for option, label in enumerate(options.label)
                if label == Label.DECISIVE or ":go_on" in options.keys[option]
            }
            assert told <= decisive


def test_after_a_regional_war_that_is_what_everybody_got() -> None:
    session = played(BLOW)
    session._state.ending[:] = int(Ending.REGIONAL_WAR)
    told = gaps(session)
    assert all(act.got is None and act.words.endswith("a regional war.") for gap in told for act in gap.acts)
    assert not any(aim.met for gap in told for aim in gap.aims)


def test_the_debrief_in_text_says_what_was_chosen_and_what_was_got(game: Session) -> None:
    lines = list(debriefed(game))
    start = lines.index("Sought, and what came of it:")
    assert any(line.startswith("- Northland. Turn 1") and "Got in the end" in line for line in lines[start:])


def test_every_end_of_a_balance_names_its_front_and_whose_doing_it_was(game: Session) -> None:
    history = game.history()
    ended = sum(
        int(((before.balance == 0) & (after.balance > 0)).sum()) for before, after in pairwise(history)
    )
    told = debrief(game).balance
    assert len(told) == ended
    fronts = {front.name for front in game.scenario.fronts.values()}
    actors = {game.wording.actor(actor) for actor in range(game.rules.actors)}
    assert all(end.front in fronts and end.actor in actors for end in told)


def test_a_blow_far_above_its_front_ends_the_balance_by_choice() -> None:
    session = played(BLOW)
    state = session.history()[0]
    front = session.rules.layout.names[Axis.FRONT].index("border")
    assert state.rung[front, 0] <= 3
    end = debrief(session).balance[0]
    assert (end.turn, end.choice) == (1, True)
    assert end.act.startswith("Missile strike")


def test_a_balance_that_held_is_said_to_have_held(game: Session) -> None:
    for session in (game, played()):
        lines = list(debriefed(session))
        assert ("- It held on every front." in lines) == (not debrief(session).balance)


def test_the_debrief_says_whom_each_power_took_its_rivals_for_and_who_they_were(game: Session) -> None:
    told = {(image.name, image.rival): image for image in debrief(game).images}
    rivals = game.rules.rivals
    assert len(told) == rivals.sum()
    image = told["Southland", "Northland"]
    assert image.words.startswith("Southland first took Northland to answer in measure, as Southland would, ")
    assert image.words.endswith("Northland was played by a person.")
    assert told["Northland", "Southland"].words.startswith("The forecasts shown to Northland first took")


def test_a_power_that_was_struck_again_and_again_no_longer_takes_its_rival_for_its_mirror_image() -> None:
    session = played()
    session._state.blows[0, 1] = 4
    image = next(image for image in debrief(session).images if image.name == "Southland")
    assert (image.first, image.last) == ("answer in measure", "seek force")


def test_a_collapse_is_told_in_a_sentence() -> None:
    told = [
        BalanceEnd(2, "The border", "Lakeland", False, how).words
        for how in ("its camp came apart", "can act no more")
    ]
    assert told == [
        "The border: the balance ended in turn 2 by collapse: the camp of Lakeland came apart.",
        "The border: the balance ended in turn 2 by collapse: Lakeland can act no more.",
    ]
