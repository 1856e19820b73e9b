"""The model stands beside the record, and the record's best figures lie inside the model's intervals."""

import re
from pathlib import Path

import pytest

from game.lab.calibrate import Comparison, compare, lines
from game.lab.commands import DEFAULT_SCENARIO, as_yaml, calibration
from game.lab.episodes import Record, public_record
from game.lab.fit import Walk, fitted, stored_fit, variants
from game.lab.parameters import BY_NAME, PARAMETERS, recompiled, values_in, with_values
from game.rules.tables import Rules
from game.scenario.models import Scenario
from tests.loading import load_scenario

PAGE = Path(__file__).parents[2] / "docs" / "calibration.md"


@pytest.fixture(scope="module")
def compared() -> list[Comparison]:
    return calibration(runs=400, seed=1)


def test_every_best_figure_of_the_record_lies_inside_the_models_interval(compared: list[Comparison]):
    outside = [f"{each.title}: {each.statistic}" for each in compared if not each.inside]
    assert not outside


@pytest.mark.long
def test_every_best_figure_lies_inside_in_a_full_run():
    assert all(each.inside for each in calibration(runs=4000, seed=1))


def test_the_intervals_are_not_so_wide_that_they_say_nothing(compared: list[Comparison]):
    shares = [each for each in compared if " per " in each.statistic]
    assert all(each.upper - each.lower < 1 / 3 for each in shares)


def test_the_three_kinds_of_impact_are_told_apart(compared: list[Comparison]):
    assert {each.impacts for each in compared} == {"", "populated", "target", "any"}
    assert all(each.statistic.startswith(each.impacts) for each in compared)


def test_every_episode_and_figure_names_its_source_and_what_was_supposed():
    record = public_record()
    for episode in record.episodes.values():
        assert episode.supposed
        assert all(each.source and set(each.source) <= set(record.sources) for each in episode.records)
        assert all(each.confidence for each in episode.records)
    used = {name for episode in record.episodes.values() for each in episode.records for name in each.source}
    assert all(source.ref and source.date and source.url for source in record.sources.values())
    assert used <= set(record.sources)


def test_the_catalogue_holds_the_medians_of_the_fit(consulate_scenario: Scenario):
    medians = {name: each.best for name, each in stored_fit().parameters.items()}
    assert values_in(consulate_scenario) == pytest.approx(medians)


def test_places_that_share_a_parameter_share_its_value(consulate_scenario: Scenario):
    same = with_values(consulate_scenario, values_in(consulate_scenario))
    assert same == consulate_scenario


def test_every_parameter_has_a_range_around_its_median():
    fit = stored_fit()
    assert set(fit.parameters) == set(BY_NAME)
    assert all(set(drawn) == set(BY_NAME) for drawn in fit.sample)
    assert all(each.low < each.high for each in fit.parameters.values())


def test_the_sample_spreads_around_the_scenarios_own_values(
    consulate_scenario: Scenario, consulate_rules: Rules
):
    rocket = consulate_rules.munitions.names.index("rocket")
    drawn = [
        each.munitions.reliability[rocket]
        for each in variants(consulate_scenario, consulate_rules, stored_fit())
    ]
    assert min(drawn) <= consulate_rules.munitions.reliability[rocket] <= max(drawn)
    assert len(set(drawn)) > 1


def test_values_set_in_a_scenario_reach_the_tables(consulate_scenario: Scenario, consulate_rules: Rules):
    changed = recompiled(
        consulate_rules, with_values(consulate_scenario, {"upper_ballistic": 0.9, "salvo_luck": 0.0})
    )
    upper = changed.defences.layers.index("israel.upper")
    assert changed.defences.kill[upper].max() == 180
    assert set(changed.salvo_luck) == {100}
    assert changed.options is consulate_rules.options


def test_a_short_fit_is_the_same_every_time_and_round_trips(
    monkeypatch: pytest.MonkeyPatch, consulate_scenario: Scenario, consulate_rules: Rules
):
    monkeypatch.setattr("game.lab.fit.BURN_IN", 0)
    monkeypatch.setattr("game.lab.fit.SWEEPS", 1)
    record = public_record()
    few = record.model_copy(update={"episodes": {"ships": record.episodes["ships_2023_12_16"]}})
    walk = Walk(few, consulate_scenario, consulate_rules, runs=8)
    first = fitted(walk)
    assert first == fitted(walk)
    assert "parameters:" in as_yaml(first)


@pytest.mark.parametrize(
    "wrong", [{"low": 5, "best": 4, "high": 6}, {"quantity": "target", "munition": "drone"}]
)
def test_a_record_that_contradicts_itself_is_refused(wrong: dict[str, object]):
    right = {"quantity": "any", "low": 1, "best": 2, "high": 3}
    assert Record.model_validate(right, strict=False).best == 2
    with pytest.raises(ValueError, match=r"expected low|as a whole"):
        Record.model_validate({**right, **wrong}, strict=False)


def test_the_table_for_the_terminal_has_a_line_for_each_figure(compared: list[Comparison]):
    shown = lines(compared)
    assert len(shown) == len(compared) + 2
    assert shown[-1].startswith(f"{len(compared)} of {len(compared)} inside")


def test_the_page_of_the_documentation_lists_every_figure_and_every_parameter():
    text = PAGE.read_text(encoding="utf-8")
    record = public_record()
    for episode in record.episodes.values():
        assert all(f"| {episode.title} | {each.statistic} |" in text for each in episode.records)
    assert all(f"`{path}`" in text for parameter in PARAMETERS for path in parameter.paths)
    assert "**no**" not in text
    assert not re.search(r"(^|\s)/\w+/\w+", text), "a path of the machine on which the page was made"


def test_comparison_uses_the_rules_that_it_is_given(consulate_scenario: Scenario, consulate_rules: Rules):
    record = public_record()
    some = record.model_copy(update={"episodes": {"drones": record.episodes["northern_drones"]}})
    blind = recompiled(
        consulate_rules,
        with_values(consulate_scenario, {"north_patrols_drone": 0.0, "north_point_drone": 0.0}),
    )
    assert compare(some, [blind], runs=40)[0].median > 0.9
    assert load_scenario(DEFAULT_SCENARIO).scenario.id == "consulate"
