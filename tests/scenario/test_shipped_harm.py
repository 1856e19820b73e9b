"""Whose dead the shipped scenarios tell of, and whether they say who killed them: the same for every side.

Plain words and sources are in ``test_shipped_content.py``.
"""

import re

import pytest

from game.scenario.models import Scenario

ISRAELS = re.compile(r"killed (some |about )?1,200\b")
GAZAS = re.compile(
    r"Gaza, (whose (health ministry|authorities) counts? (more than )?[\d,]+|where hundreds have been) killed"
)
WITHOUT_AUTHOR = re.compile(
    r"\b(a|one|the) (drone|rocket|missile|strike|raid)\b[^.;]{0,30}\bkilled\b", re.IGNORECASE
)


def test_every_briefing_counts_the_dead_of_both_sides_and_names_who_killed_them(
    of_the_record: Scenario,
) -> None:
    if of_the_record.kind == "hypothetical":
        pytest.skip("a crisis in which nobody has been killed yet")
    for name, power in of_the_record.powers.items():
        told = " ".join(power.briefing.situation.split())
        assert ISRAELS.search(told), (name, "the dead of 7 October are not counted")
        assert GAZAS.search(told), (name, "the dead of Gaza are not counted")
        assert "Hamas and allied groups" in told, (name, "who attacked on 7 October is not named")
        assert re.search(r"(Israel|you) (has|have) waged war|strikes? Gaza", told), (
            name,
            "who fights in Gaza is not named",
        )


def test_a_decision_that_tells_of_the_dead_of_7_october_tells_of_those_in_gaza(
    of_the_record: Scenario,
) -> None:
    decision = " ".join(of_the_record.decision.split())
    assert bool(ISRAELS.search(decision)) <= bool(GAZAS.search(decision))


def test_an_event_that_kills_names_who_acted(of_the_record: Scenario) -> None:
    names = {
        word
        for each in (*of_the_record.powers.values(), *of_the_record.partners.values())
        for word in (each.name, getattr(each, "adjective", each.name), re.sub(r" \(.*\)", "", each.name))
    }
    silent = [
        event.text
        for event in of_the_record.events.values()
        if event.harm and not any(re.search(rf"\b{re.escape(name)}\b", event.text) for name in names)
    ]
    assert not silent


def test_history_names_whose_drone_or_rocket_killed(of_the_record: Scenario) -> None:
    unnamed = [
        found[0]
        for choice in of_the_record.historical
        for found in WITHOUT_AUTHOR.finditer(" ".join(choice.text.split()))
        if not re.search(r" (of|from) ", found[0])
    ]
    assert not unnamed
