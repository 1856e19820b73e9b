"""The salvo tool: the game's own rules, better defences stop more, and no question about a named system."""

import json
from dataclasses import replace

import numpy as np
import pytest

from game.lab.commands import SalvoOptions, salvo
from game.lab.report import QUANTILES, spread
from game.lab.request import MOST, RefusedSalvo, parsed_launch
from game.lab.salvo import Salvo, simulate
from game.rules.arrays import integers
from game.rules.tables import Rules

NIGHT = SalvoOptions(
    attacker="iran",
    defender="israel",
    launch="drone=170,cruise=30,ballistic=120",
    notice="announced",
    warning=3,
    coalition=True,
    alert=True,
    runs=400,
)
FIRED = Salvo(attacker="iran", defender="israel", launch={"drone": 60, "cruise": 20, "ballistic": 60})
RUNS = 400


def leaked(rules: Rules, fired: Salvo) -> float:
    return float(simulate([rules], fired, RUNS, seed=1).leaked.sum(axis=0).mean())


def test_every_number_of_a_salvo_comes_with_its_mean_and_quantiles():
    result = json.loads(json.dumps(salvo(NIGHT)))
    keys = {"mean", *(f"{share:g}" for share in QUANTILES)}
    totals = ("launched", "arrived", "engaged", "killed", "leaked", "impacts", "deaths")
    assert all(set(result[name]) == keys for name in totals)
    assert set(result["killed_by_layer"]) == {"patrols", "upper", "middle", "point"}
    assert set(result["by_munition"]) == {"drone", "cruise", "ballistic"}
    assert result["launched"]["50"] == 320
    assert result["within_fit"]
    assert result["note"] == ""


def test_the_same_seed_gives_the_same_salvo_and_another_seed_another():
    assert salvo(NIGHT) == salvo(NIGHT)
    assert salvo(NIGHT)["arrived"] != salvo(replace(NIGHT, seed=2))["arrived"]


def test_nothing_is_lost_between_launch_and_impact(consulate_rules: Rules):
    outcome = simulate([consulate_rules], FIRED, RUNS, seed=1)
    killed = outcome.killed.sum(axis=0)
    assert (outcome.launched >= outcome.arrived).all()
    assert (outcome.engaged == killed + outcome.leaked).all()
    assert (outcome.fell == (outcome.arrived - killed).sum(axis=0)).all()
    assert (outcome.populated + outcome.on_target <= outcome.leaked.sum(axis=0)).all()


@pytest.mark.parametrize(
    "better",
    [
        {"notice": "hours"},
        {"notice": "announced"},
        {"notice": "announced", "warning": 3},
        {"alert": True},
        {"coalition": True},
    ],
)
def test_notice_warning_alert_and_coalition_let_less_through(
    consulate_rules: Rules, better: dict[str, object]
):
    assert leaked(consulate_rules, replace(FIRED, **better)) < leaked(consulate_rules, FIRED)


def test_each_step_of_warning_lets_no_more_through(consulate_rules: Rules):
    steps = [leaked(consulate_rules, replace(FIRED, notice="announced", warning=step)) for step in range(4)]
    assert steps == sorted(steps, reverse=True)


def test_a_larger_salvo_lets_a_larger_share_through(consulate_rules: Rules):
    small, large = (replace(FIRED, launch={"ballistic_newer": count}) for count in (30, 600))
    assert leaked(consulate_rules, large) / 600 > leaked(consulate_rules, small) / 30


def test_what_has_no_defence_stops_nothing(consulate_rules: Rules):
    outcome = simulate([consulate_rules], replace(FIRED, defender="undefended"), RUNS, seed=1)
    assert outcome.layers == ()
    assert not outcome.killed.size
    assert (outcome.leaked == outcome.engaged).all()


def test_bases_and_ships_have_no_populated_areas(consulate_rules: Rules):
    for defender in ("us_bases", "us_warships", "merchant_ships"):
        outcome = simulate([consulate_rules], replace(FIRED, defender=defender), RUNS, seed=1)
        assert not outcome.populated.any()
        assert outcome.on_target.any()


def test_a_salvo_at_towns_comes_down_in_towns_more_often():
    towns = salvo(replace(NIGHT, impacts="populated"))
    bases = salvo(replace(NIGHT, impacts="target"))
    assert (towns["target"], bases["target"]) == ("dual_use", "core_military")
    aimed_at_bases = salvo(replace(NIGHT, impacts="populated", target="core_military"))
    assert towns["impacts"]["mean"] > aimed_at_bases["impacts"]["mean"]
    assert (
        bases["impacts"]["mean"]
        > salvo(replace(NIGHT, impacts="target", target="dual_use"))["impacts"]["mean"]
    )


@pytest.mark.parametrize("count", [1, 128, 129, 256, 3000])
def test_counts_of_any_size_are_drawn(consulate_rules: Rules, count: int):
    fired = replace(FIRED, defender="undefended", launch={"rocket": count})
    arrived = simulate([consulate_rules], fired, RUNS, seed=1).arrived.sum(axis=0)
    share = consulate_rules.munitions.reliability[consulate_rules.munitions.names.index("rocket")] / 200
    assert arrived.max() <= count
    assert arrived.mean() / count == pytest.approx(share, abs=0.05)


def test_several_salvos_of_a_run_are_added_up(consulate_rules: Rules):
    outcome = simulate([consulate_rules], FIRED, 10, seed=1, times=3)
    assert outcome.launched.sum(axis=0).tolist() == [3 * 140] * 10


def test_every_attacker_meets_every_defence(consulate_rules: Rules):
    attackers = ("iran", "israel", "us", "hezbollah", "hamas_and_allies", "ansar_allah", "iraqi_groups")
    launch = dict.fromkeys(consulate_rules.munitions.names, 5)
    for attacker in attackers:
        for defender in consulate_rules.defences.names:
            fired = Salvo(attacker=attacker, defender=defender, launch=launch)
            assert simulate([consulate_rules], fired, 4, seed=1).launched.sum() == 4 * 5 * len(launch)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("attacker", "atlantis"),
        ("defender", "the Palace Guard"),
        ("launch", "superweapon_9=3"),
        ("target", "somebody"),
    ],
)
def test_names_that_the_catalogue_does_not_have_are_refused_with_those_it_has(option: str, value: str):
    with pytest.raises(RefusedSalvo, match=r"no real systems or sites by name. Known here: \w+") as refusal:
        salvo(replace(NIGHT, **{option: value}))
    assert f"--{option}" in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    ["", "drone", "drone=", "drone=-1", "drone=0", f"drone={MOST + 1}", "drone=1,drone=2", "drone=²", "=4"],
)
def test_a_launch_that_makes_no_sense_is_refused(text: str):
    with pytest.raises(RefusedSalvo, match="--launch"):
        parsed_launch(text)


@pytest.mark.parametrize(("defender", "launch"), [("iran", "air=60"), ("israel", "ballistic_newer=900")])
def test_outside_the_range_of_the_fit_only_rounded_bands_are_printed(defender: str, launch: str):
    result = salvo(replace(NIGHT, attacker="us", defender=defender, launch=launch))
    assert "Outside the range of the fit" in result["note"]
    assert not result["within_fit"]
    bands = [result["leaked"][f"{share:g}"] for share in QUANTILES]
    assert all(band % (1 if band < 10 else 5) == 0 for band in bands)


def test_rounding_never_makes_a_band_narrower():
    counts = integers(np.arange(7, 700, 3))
    exact, rounded = spread(counts), spread(counts, rounded=True)
    assert rounded["2.5"] <= exact["2.5"]
    assert rounded["97.5"] >= exact["97.5"]


def test_rounded_bands_never_claim_more_than_was_launched():
    arrived = np.array([13, 14, 14, 14])
    assert spread(arrived, rounded=True, most=14)["97.5"] == 14
    fired = replace(NIGHT, defender="us_bases", launch="ballistic_newer=14", notice="none")
    result = salvo(fired)
    assert not result["within_fit"]
    for each in (result["impacts"], result["arrived"], *result["killed_by_layer"].values()):
        assert each["97.5"] <= 14
