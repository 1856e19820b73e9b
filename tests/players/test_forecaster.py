"""The forecast: from a view alone, repeatable, and moved by what the draft moves."""

import pytest

from game.players.forecast import Forecast
from game.players.forecaster import Forecaster
from game.rules.arrays import IntArray, integers
from game.rules.chance import game_keys
from game.rules.state import State
from game.rules.tables import ORDER_SLOTS, Rules
from game.rules.turn import begin
from game.rules.view import View, view
from game.scenario.models import Scenario
from game.session.opponents import opponents
from tests.rules.playing import hidden_from

IRAN, ISRAEL = 0, 1
SALVO = "iran:announced_salvo/israel/direct/maximal/core_military/slow/announced"
SMALLER = "iran:announced_salvo/israel/direct/large/core_military/slow/announced"


@pytest.fixture(scope="module")
def forecaster(consulate_scenario: Scenario, consulate_rules: Rules) -> Forecaster:
    mixtures = opponents(consulate_scenario, consulate_rules)
    return Forecaster(consulate_rules, IRAN, mixtures, samples=400)


def opening(rules: Rules, seed: int = 5) -> State:
    return begin(rules, game_keys(seed, integers([0])))


def seen(rules: Rules, state: State, seed: int = 5) -> View:
    return view(rules, state, IRAN, game_keys(seed, integers([0])))


def draft(rules: Rules, force: str) -> IntArray:
    options = [rules.options.menu[IRAN, slot][0] for slot in ORDER_SLOTS]
    options[0] = rules.options.keys.index(force)
    return integers(options)


def forecast(rules: Rules, forecaster: Forecaster, force: str) -> Forecast:
    return forecaster.forecast(seen(rules, opening(rules)), draft(rules, force))


def test_the_same_draft_in_the_same_position_has_the_same_forecast(
    consulate_rules: Rules, forecaster: Forecaster
) -> None:
    assert forecast(consulate_rules, forecaster, SALVO) == forecast(consulate_rules, forecaster, SALVO)


def test_the_forecast_is_the_same_whatever_the_truth_behind_the_view_is(
    consulate_rules: Rules, forecaster: Forecaster
) -> None:
    state = opening(consulate_rules)
    known = seen(consulate_rules, state)
    before = forecaster.forecast(known, draft(consulate_rules, SALVO))
    hidden = hidden_from(consulate_rules, IRAN)
    state.block[hidden] = consulate_rules.high[hidden, None]
    again = seen(consulate_rules, state)
    assert forecaster.forecast(again, draft(consulate_rules, SALVO)) == before


def test_a_crossed_line_gives_its_owner_a_window_for_certain(
    consulate_rules: Rules, forecaster: Forecaster
) -> None:
    assert forecast(consulate_rules, forecaster, SALVO).windows[ISRAEL].percent == 100


def test_a_larger_salvo_pays_more_of_what_is_owed(consulate_rules: Rules, forecaster: Forecaster) -> None:
    larger, smaller = (forecast(consulate_rules, forecaster, force) for force in (SALVO, SMALLER))
    assert larger.owed[ISRAEL].mean < smaller.owed[ISRAEL].mean


def test_causes_name_what_pays(consulate_rules: Rules, forecaster: Forecaster) -> None:
    causes = {
        cause.name: cause.change for cause in forecast(consulate_rules, forecaster, SALVO).owed[ISRAEL].causes
    }
    assert causes["resolve shown"] < 0


def test_ranges_contain_their_means(consulate_rules: Rules, forecaster: Forecaster) -> None:
    result = forecast(consulate_rules, forecaster, SALVO)
    odds = [*result.windows.values(), *result.struck_back.values(), *result.control.values()]
    assert all(each.low <= each.percent <= each.high for each in odds)


def test_every_game_is_in_one_bin_of_the_leakers(consulate_rules: Rules, forecaster: Forecaster) -> None:
    leakers = forecast(consulate_rules, forecaster, SALVO).leakers
    assert leakers is not None
    assert sum(leakers.counts) == forecaster.samples


def test_without_a_strike_there_are_no_leakers(consulate_rules: Rules, forecaster: Forecaster) -> None:
    assert forecast(consulate_rules, forecaster, "iran:pass").leakers is None
