"""The scenarios that ship load, resolve every name, keep to the care rules, and say where figures come from."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from game.assets import asset, scenario_folder
from game.rules.tables import Slot
from game.scenario.arms import Defence
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.model import Family, Range, Sourced
from game.scenario.models import Doctrine, Scenario
from tests.scenario.conftest import FILES

CONTENT_NOTE = (
    "This game concerns a real and continuing conflict in which many people have been killed, injured, taken "
    "hostage or displaced. It simplifies. It takes no side. You may stop at any time; tell the instructor, or press "
    "Pause. Nobody needs to explain why."
)
TAKES_A_SIDE = r"regimes?|zionist entity|terroris\w+|martyr\w*|prox(y|ies)"
CAPITALS = r"Jerusalem|Tel Aviv|Tehran|Washington|Damascus|Beirut|Baghdad|Doha|Cairo|Riyadh|Sana'?a"
METONYMS = rf"{CAPITALS}|White House|Pentagon|Kremlin"
NAMED_SYSTEMS = r"Arrow|Iron Dome|David's Sling|Patriot|THAAD|Aegis|S-300|Shahed|Fattah|F-35|Tomahawk|pagers?"


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value, with its path."""
    match value:
        case BaseModel():
            for name in type(value).model_fields:
                yield from texts(getattr(value, name), f"{path}.{name}")
        case dict():
            for name, part in value.items():
                yield from texts(part, f"{path}.{name}")
        case tuple():
            for number, part in enumerate(value):
                yield from texts(part, f"{path}[{number}]")
        case str():
            yield path, value


def parts(value: Any, kind: type[BaseModel], path: str = "") -> Iterator[tuple[str, Any]]:
    """Every model of a kind below a value, with its path."""
    if isinstance(value, kind):
        yield path, value
    below: dict[Any, Any]
    match value:
        case BaseModel():
            below = {name: getattr(value, name) for name in type(value).model_fields}
        case dict():
            below = value
        case tuple():
            below = dict(enumerate(value))
        case _:
            below = {}
    for name, part in below.items():
        yield from parts(part, kind, f"{path}.{name}")


def told(scenario: Scenario) -> list[tuple[str, str]]:
    """Texts that a player reads; titles of sources keep their words."""
    return [(path, text) for path, text in texts(scenario) if not path.startswith(".sources")]


def test_the_list_of_scenarios_names_every_file() -> None:
    listed = (scenario_folder() / "README.md").read_text(encoding="utf-8")
    for name in FILES:
        assert f"| `{name}.yaml` |" in listed, name


def test_every_name_in_it_resolves(scenario: Scenario) -> None:
    assert len(compiled(scenario).options) > 100


def test_no_order_has_more_than_160_options(scenario: Scenario) -> None:
    options = compiled(scenario).options
    asked = [
        key for key, slot in zip(zip(options.power, options.order, strict=True), options.slot, strict=True)
        if slot != Slot.ANSWER
    ]  # fmt: skip
    assert max(Counter((int(power), int(order)) for power, order in asked).values()) <= 160


def test_the_content_note_is_verbatim(of_the_record: Scenario) -> None:
    assert of_the_record.content_note == CONTENT_NOTE


def test_every_content_note_says_that_one_may_stop(scenario: Scenario) -> None:
    assert "You may stop at any time" in scenario.content_note


@pytest.mark.parametrize("words", [TAKES_A_SIDE, METONYMS, NAMED_SYSTEMS])
def test_no_text_takes_a_side_or_names_a_capital_or_a_weapon(scenario: Scenario, words: str) -> None:
    found = [
        (path, text) for path, text in told(scenario) if re.search(rf"\b({words})\b", text, re.IGNORECASE)
    ]
    assert not found


def test_every_power_has_orders_of_all_six_families(of_the_record: Scenario) -> None:
    for power in of_the_record.powers:
        own = [order for order in of_the_record.orders.values() if power in order.by]
        assert len(own) >= 9
        assert {order.family for order in own} == set(get_args(Family))


def test_orders_of_one_name_belong_to_one_family_and_desk(scenario: Scenario) -> None:
    kinds: dict[str, set[tuple[str, str]]] = {}
    for order in scenario.orders.values():
        kinds.setdefault(order.name, set()).add((order.family, order.desk))
    assert all(len(found) == 1 for found in kinds.values())


def test_every_order_says_what_it_rests_on_and_has_an_icon(of_the_record: Scenario) -> None:
    for order in of_the_record.orders.values():
        assert order.basis
        assert asset(f"icons/{order.icon}.svg").is_file()


def test_every_front_has_an_icon_and_every_power_a_flag(scenario: Scenario) -> None:
    assert all(asset(f"icons/{front.icon}.svg").is_file() for front in scenario.fronts.values())
    assert all(asset(f"flags/{power.flag}.png").is_file() for power in scenario.powers.values() if power.flag)


def test_strikes_where_people_live_show_a_note_on_the_law_of_war_and_always_cost(scenario: Scenario) -> None:
    urban = [target for target in scenario.dials.target.values() if target.urban]
    assert urban
    assert all(target.law_of_war and target.legitimacy > 0 for target in urban)


def test_no_strike_on_a_partner_is_announced(of_the_record: Scenario) -> None:
    for order in of_the_record.orders.values():
        if order.strike and any(at.actor in of_the_record.partners for at in order.strike.at):
            assert "announced" not in order.strike.notice


def test_briefings_are_of_equal_length(scenario: Scenario) -> None:
    for part in ("role", "situation", "reasons", "audiences"):
        words = [len(getattr(power.briefing, part).split()) for power in scenario.powers.values()]
        mean = sum(words) / len(words)
        assert all(abs(count - mean) <= mean / 10 for count in words), (part, words)


def test_a_briefing_fits_on_the_face_of_a_role_sheet(scenario: Scenario) -> None:
    """As many letters as were seen to fit on A4 with all else that stands there, and a little less."""
    for power in scenario.powers.values():
        told = [" ".join(text.split()) for text in power.briefing.model_dump().values()]
        assert sum(map(len, told)) <= 1600
    assert len(scenario.decision) <= 360


def test_every_power_has_two_public_aims_and_a_secret_one(scenario: Scenario) -> None:
    for power in scenario.powers.values():
        assert sorted(mandate.secret for mandate in power.mandates.values()) == [False, False, True]


def test_every_power_has_a_doctrine_that_seeks_restraint_and_one_that_seeks_force(scenario: Scenario) -> None:
    for power in scenario.powers:
        own = {each.seeks for each in scenario.doctrines.values() if each.power == power}
        assert {"restraint", "force"} <= own


def test_doctrines_of_all_powers_share_one_range(scenario: Scenario) -> None:
    assert len({profiles(scenario, power) for power in scenario.powers}) == 1


def profiles(scenario: Scenario, power: str) -> frozenset[tuple[Any, ...]]:
    own = [each for each in scenario.doctrines.values() if each.power == power]
    return frozenset(tuple(sorted(parameters(each).items())) for each in own)


def parameters(doctrine: Doctrine) -> dict[str, Any]:
    return doctrine.model_dump(exclude={"name", "power", "text"})


def test_every_source_that_is_cited_is_listed(scenario: Scenario) -> None:
    cited = {each for _, part in parts(scenario, Sourced) for each in part.source}
    cited |= {each for choice in scenario.historical for each in choice.source}
    cited |= {each for name in type(scenario.assumptions).model_fields
              for each in getattr(scenario.assumptions, name).source}  # fmt: skip
    assert cited <= set(scenario.sources)


def test_figures_have_a_source_or_say_that_they_are_estimates(scenario: Scenario) -> None:
    silent = [
        path
        for path, part in parts(scenario, Sourced)
        if not part.source and not (part.confidence == "L" and part.note) and not without_figures(part)
    ]
    assert not silent


def without_figures(part: Sourced) -> bool:
    """Whether nobody was harmed, or the figures are those of a defence's layers, which have their own sources."""
    match part:
        case Range():
            return part.high == 0
        case Defence():
            return not part.engaged
    return False


def test_every_contested_mechanism_of_the_catalogue_says_where_it_is_claimed_and_disputed() -> None:
    """But for one, which is a choice of the designers."""
    mechanisms = read(scenario_folder() / "consulate.yaml", Scenario).assumptions
    for name in type(mechanisms).model_fields:
        assert getattr(mechanisms, name).source or name == "weakest_leg", name


def test_the_order_to_work_on_an_asset_says_how_long_that_takes(scenario: Scenario) -> None:
    """A game may be too short for it, and whoever gives the order should know."""
    words = {5: "five turns"}
    for order in scenario.orders.values():
        for effect in order.effects:
            for prepared in effect.assets if effect.do == "build_asset" else ():
                assert words[scenario.assets[prepared].built_in] in order.text


def test_where_the_war_in_gaza_goes_on_people_have_to_flee_again(scenario: Scenario) -> None:
    """Most have fled by then, and are driven on into less and less room [A 17]."""
    gaza = scenario.fronts.get("gaza")
    if gaza is not None and gaza.ongoing is not None:
        assert gaza.ongoing.toll["palestinians"].displaced_again > 0


def test_every_toll_is_a_range_and_says_who_said_so_and_when(of_the_record: Scenario) -> None:
    for population in of_the_record.populations.values():
        for told_by in (population.killed, population.displaced):
            assert told_by.low <= told_by.best <= told_by.high
            assert re.search(r"\b20\d\d\b|\bday \d", told_by.said)


def test_a_historical_scenario_has_its_recorded_choices_with_sources(scenario: Scenario) -> None:
    if scenario.kind == "historical":
        assert {choice.power for choice in scenario.historical} == set(scenario.powers)
        assert all(choice.source and choice.order in scenario.orders for choice in scenario.historical)


def test_the_consulate_opens_the_salvo_of_april_2024() -> None:
    rules = compiled(read(scenario_folder() / "consulate.yaml", Scenario))
    salvo = rules.options.keys.index(
        "iran:announced_salvo/israel/direct/maximal/core_military/slow/announced"
    )
    assert (rules.options.resolve[salvo], rules.options.provocation[salvo]) == (405, 146)
    launched = dict(zip(rules.munitions.names, rules.options.salvo[salvo].tolist(), strict=True))
    assert launched["drone"] == 170
    assert launched["cruise"] == 30
    assert launched["ballistic"] == 120


def test_in_the_consulate_israel_has_vowed_to_answer_a_strike_from_irans_ground() -> None:
    scenario = read(scenario_folder() / "consulate.yaml", Scenario)
    assert scenario.lines["israel_territory"].opening_stake == 2
