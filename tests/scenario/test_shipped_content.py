"""What the shipped scenarios say: of equal length for all, in the same words for the same act, and with sources.

The checks of single files, such as names that resolve, are in ``test_shipped.py``.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import pytest
import yaml

from game.assets import scenario_folder
from game.scenario.model import Range, Sourced
from game.scenario.models import Scenario
from game.scenario.orders import Order
from tests.scenario.conftest import FILES, shipped
from tests.scenario.test_shipped import parts, told

LOADED: Final = r"assassin\w*|murder\w*|slain|martyr\w*|eliminat\w+|neutrali[sz]\w+|liquidat\w+|execut\w+"
SLANTED: Final = (
    r"massacres?|slaughter\w*|butcher\w*|barbar\w+|fanatic\w*|thugs?|puppets?|stooges?|henchm[ae]n|surgical|collateral"
    r"|human shields?|militias?|rebels?|militants?|extremists?|jihadists?|crusade\w*|rogue states?|so-called"
)
GLORIFYING: Final = r"victor(y|ies|ious)|glor(y|ious)|hero(es|ic)?|triumph\w*|medals?"
PERSONS: Final = (
    "Netanyahu|Gallant|Gantz|Halevi|Hagari|Biden|Trump|Harris|Blinken|Hegseth|Hochstein|Witkoff|Macron|Khamenei"
    "|Raisi|Pezeshkian|Araghchi|Salami|Bagheri|Qaani|Soleimani|Zahedi|Nilforoushan|Nasrallah|Shukr|Aqil|Haniyeh"
    "|Sinwar|Deif|Assad|Putin|Sudani|Mikati"
)

FAMILY_VERBS: Final = {
    "strike": {"Strike", "Launch"},
    "covert": {"Sabotage", "Place", "Work", "Use"},
    "operation": {"Board", "Send", "Strike", "Escort", "Seize"},
}
"""The verbs that an order to use force begins with, whoever gives it."""

WORDS_OF_AN_ACT: Final = {
    "draw_line": "declare",
    "retire_line": "say no more of a line",
    "conclude": "say that the matter is closed",
    "ask_to_hold": "hold",
    "hold": "be ready to hold",
    "broker": "step",
    "request_act": "ask a partner to act",
    "request_all": "ask every partner",
    "request_restraint": "ask a partner not to act",
    "assure": "in secret",
    "press_client": "arms",
    "claim": "say in public",
    "deny": "say in public",
    "credit": "declare",
    "disown": "declare",
    "trigger_asset": "use",
}
"""What the text of an order says for each special effect, whoever gives it."""

MONTHS: Final = {name: number for number, name in enumerate(calendar.month_name) if name}
DATED: Final = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (20\d\d)|\b(20\d\d)\b")

AFTER_THE_GAME: Final = (".sources", ".historical", ".assumptions", ".clock")
FOR_AUTHORS: Final = (".note", ".basis")


def told_in_play(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Texts that a player reads before the debrief, each with its path."""
    for path, text in told(scenario):
        if not path.startswith(AFTER_THE_GAME) and not path.endswith(FOR_AUTHORS):
            yield path, text


def found(scenario: Scenario, words: str) -> list[tuple[str, str]]:
    """Texts in play that use any of the words."""
    pattern = re.compile(rf"\b({words})\b", re.IGNORECASE)
    return [(path, text) for path, text in told_in_play(scenario) if pattern.search(text)]


@pytest.mark.parametrize("words", [LOADED, SLANTED, GLORIFYING])
def test_no_text_uses_a_word_that_judges(of_the_record: Scenario, words: str) -> None:
    assert not found(of_the_record, words)


def test_no_text_names_a_person(scenario: Scenario) -> None:
    assert not found(scenario, PERSONS)


def test_whole_briefings_are_equally_long(scenario: Scenario) -> None:
    letters = [sum(map(len, power.briefing.model_dump().values())) for power in scenario.powers.values()]
    mean = sum(letters) / len(letters)
    assert all(abs(count - mean) <= 0.15 * mean for count in letters), letters


def test_every_government_speaks_for_itself_in_its_reasons(scenario: Scenario) -> None:
    for power in scenario.powers.values():
        assert "government says" in power.briefing.reasons
        assert power.briefing.role.startswith("You are ")


def test_every_aim_says_what_its_condition_measures(scenario: Scenario) -> None:
    for power in scenario.powers.values():
        for mandate in power.mandates.values():
            bounds = {mandate.condition.at_least, mandate.condition.at_most} - {None}
            assert any(f"{bound:g}" in mandate.text for bound in bounds), mandate.text


def first_verb(order: Order) -> str:
    return order.text.split()[0].rstrip(",.")


def test_an_order_to_use_force_begins_with_the_same_verbs_whoever_gives_it(of_the_record: Scenario) -> None:
    for name, order in of_the_record.orders.items():
        if order.family in FAMILY_VERBS:
            assert first_verb(order) in FAMILY_VERBS[order.family], (name, order.text)


def test_every_power_is_said_to_strike(of_the_record: Scenario) -> None:
    for power in of_the_record.powers:
        strikes = [
            each for each in of_the_record.orders.values() if power in each.by and each.family == "strike"
        ]
        assert "Strike" in map(first_verb, strikes)


def test_the_same_act_is_told_in_the_same_words_whoever_does_it(of_the_record: Scenario) -> None:
    for name, order in of_the_record.orders.items():
        for effect in order.effects:
            words = WORDS_OF_AN_ACT.get(effect.do, "")
            assert words in order.text.lower(), (name, order.text)


def test_orders_of_one_name_say_nearly_the_same(scenario: Scenario) -> None:
    starts: dict[str, set[str]] = {}
    for order in scenario.orders.values():
        if order.family in ("covert", "declaratory"):
            starts.setdefault(order.name, set()).add(first_verb(order))
    assert all(len(verbs) == 1 for verbs in starts.values()), starts


def latest(text: str) -> Iterator[date]:
    """The earliest day that each date in a text can mean."""
    for day, month, year, bare in DATED.findall(text):
        yield date(int(bare), 1, 1) if bare else date(int(year), MONTHS[month], int(day or 1))


def test_no_text_knows_what_came_later(scenario: Scenario) -> None:
    if scenario.kind == "hypothetical":
        pytest.skip("plays on no day of the record")
    later = [
        (path, text)
        for path, text in told_in_play(scenario)
        if any(day > scenario.clock.start for day in latest(text))
    ]
    assert not later


def test_no_text_or_note_tells_of_what_happened_after_the_facts_end(of_the_record: Scenario) -> None:
    later = [
        (path, text)
        for path, text in told(of_the_record)
        if not path.startswith((".sources", ".clock"))
        and any(day > of_the_record.clock.facts_until for day in latest(text))
    ]
    assert not later


def test_people_are_killed_in_every_text_and_nobody_simply_is_dead(of_the_record: Scenario) -> None:
    assert not found(of_the_record, r"(is|are|was|were) dead|found dead|dies|died")


def test_what_happened_is_told_by_the_recorded_choices_alone(scenario: Scenario) -> None:
    in_play = " ".join(text for _, text in told_in_play(scenario))
    for choice in scenario.historical:
        assert choice.date >= scenario.clock.start
        assert choice.text not in in_play


def test_every_toll_of_people_harmed_has_a_source(scenario: Scenario) -> None:
    if scenario.kind == "historical":
        for name, population in scenario.populations.items():
            for toll in (population.killed, population.displaced):
                assert toll.source or "estimate" in toll.said or toll.high == 0, name
                assert toll.low < toll.high or not toll.high or toll.confidence == "H", name


def test_every_toll_says_how_sure_it_is(scenario: Scenario) -> None:
    if scenario.kind == "historical":
        for path, toll in parts(scenario.populations, Range):
            assert toll.confidence in ("H", "M", "L") or toll.high == 0, path


def test_every_war_under_way_has_a_pace_with_a_source(scenario: Scenario) -> None:
    if scenario.kind == "historical":
        for name, front in scenario.fronts.items():
            if front.ongoing is not None:
                assert front.ongoing.source, name
                assert front.ongoing.toll, name
                assert front.ongoing.note, name


def cited(scenario: Scenario) -> set[str]:
    """The ids of all sources that a scenario cites."""
    assumptions = [getattr(scenario.assumptions, name) for name in type(scenario.assumptions).model_fields]
    return {
        source
        for part in (*(part for _, part in parts(scenario, Sourced)), *scenario.historical, *assumptions)
        for source in part.source
    }


def own_sources(name: str) -> set[str]:
    """The ids of the sources that a file itself lists."""
    return set(yaml.safe_load((scenario_folder() / f"{name}.yaml").read_text("utf-8")).get("sources", {}))


@pytest.mark.parametrize("name", FILES)
def test_every_source_that_a_scenario_lists_is_used(name: str) -> None:
    assert own_sources(name) <= cited(shipped(name))


def test_every_source_that_the_catalogue_lists_is_used_somewhere() -> None:
    everywhere = {source for name in FILES for source in cited(shipped(name))}
    assert own_sources("catalogue") <= everywhere


def test_every_source_says_who_and_when(scenario: Scenario) -> None:
    for name, source in scenario.sources.items():
        assert len(source.ref) > 15, name
        assert re.match(r"20\d\d|19\d\d", source.date) or scenario.kind == "fictional", name
        assert not source.url or source.url.startswith(("https://", "http://")), name
