"""The end screen, in the order of rules.md §10."""

import pytest

from game.rules.tables import Ending
from game.session.kinds import HYPOTHETICAL
from game.text import debrief
from game.text.pages import opening
from game.text.position import date_and_turn
from tests.session.people import play_out


def ended(kept, kind):
    """A finished game whose ending is set to a kind, to look at its end screen."""
    session = play_out(kept.session)
    session._state.ending[:] = kind
    return session


def test_toll_then_what_ended_it_then_criteria_then_score(begin):
    lines = list(debrief.ending(ended(begin("border", ["northland=ai"]), Ending.HORIZON)))
    wanted = [
        "Toll, ",
        "The game reached its last turn.",
        "Criteria, 0 to 10",
        "Mandates:",
        "Score, mean and minimum",
    ]
    places = [next(n for n, line in enumerate(lines) if line.startswith(each)) for each in wanted]
    assert places == sorted(places)


def test_every_population_is_in_the_toll_and_nobody_is_scored_for_it(begin):
    session = ended(begin("border", ["northland=ai"]), Ending.SETTLEMENT)
    lines = list(debrief.ending(session))
    for people in session.scenario.populations.values():
        assert any(line.startswith(f"- {people.name}: ") and "killed" in line for line in lines)


def test_a_regional_war_is_a_paragraph_the_toll_and_the_last_three_decisions(begin):
    session = ended(begin("border", ["northland=ai"]), Ending.REGIONAL_WAR)
    lines = list(debrief.ending(session))
    people = len(session.scenario.populations)
    assert len([line for line in lines if line]) == 1 + 1 + 1 + people + 1 + 3
    assert not any("core" in line.split()[0].lower() for line in lines if line)
    assert not any(line.startswith("Criteria") or "Score," in line for line in lines)


@pytest.mark.parametrize("name", ["border", "consulate"])
def test_the_debrief_names_decisions_rungs_owed_credibility_and_history(begin, name):
    kept = begin(name, ["northland=ai" if name == "border" else "iran=ai"])
    lines = list(debrief.debriefed(play_out(kept.session)))
    for heading in ("Decisions:", "Rungs:", "Owed, true values:", "Credibility, true values:"):
        assert heading in lines
    assert ("What happened in history:" in lines) == bool(kept.session.scenario.historical)


def test_a_facilitators_act_is_told_in_the_debrief(begin):
    kept = begin("border", ["northland=human"])
    kept.session.note("note", "fire drill")
    lines = list(debrief.debriefed(play_out(kept.session)))
    assert "- Turn 1, orders, facilitator: Note: fire drill" in lines


def test_scores_name_a_government_that_fell(begin):
    session = ended(begin("border", ["northland=ai"]), Ending.HORIZON)
    session._state.caretaker[1] = 1
    lines = list(debrief.ending(session))
    assert any(line.startswith("- Southland: ") and line.endswith("(its government fell)") for line in lines)


def test_a_hypothetical_game_says_so_from_its_first_line_to_its_debrief(begin):
    kept = begin("strait", ["iran=human", "israel=ai", "us=ai"])
    assert HYPOTHETICAL in list(opening(kept.session))
    assert date_and_turn(kept.session).endswith("day 1, hypothetical")
    session = ended(kept, Ending.HORIZON)
    assert HYPOTHETICAL in list(debrief.ending(session))
    assert f"Debrief. {HYPOTHETICAL}" in list(debrief.debriefed(session))
