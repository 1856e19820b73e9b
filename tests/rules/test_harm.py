"""Who is harmed: the ground behind a defence, and people at the target who are not under cover."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules import binomial
from game.rules.strikes import Strikes
from game.rules.tables import Rules
from tests.rules.playing import opening, option, take_stage

SALVO = "northland:missile_strike/southland/border/limited/core_military/fast/none"
ON_LEADERS = "israel:strike_on_leadership/hezbollah/lebanon/limited/leadership/fast/none"
ON_FIGHTERS = "israel:front_reply/hezbollah/lebanon/limited/core_military/fast/none"
GAMES = 400


def struck(rules: Rules, built_up: int, exposed: int) -> Strikes:
    """What one salvo does in many games behind defences that stop nothing."""
    defences = rules.defences
    open_sky = replace(
        rules,
        defences=replace(
            defences,
            kill=np.zeros_like(defences.kill),
            built_up=np.full_like(defences.built_up, built_up),
            exposed=np.full_like(defences.exposed, exposed),
        ),
    )
    _, step = take_stage(open_sky, opening(open_sky, GAMES), SALVO)
    return step.strikes


def test_where_nobody_lives_nothing_falls_on_populated_areas(border_rules: Rules) -> None:
    assert struck(border_rules, built_up=100, exposed=0).populated.any()
    assert not struck(border_rules, built_up=0, exposed=0).populated.any()


def test_people_under_cover_at_the_target_are_not_killed(border_rules: Rules) -> None:
    assert struck(border_rules, built_up=0, exposed=0).on_target.any()
    assert not struck(border_rules, built_up=0, exposed=0).deaths.any()


@pytest.mark.parametrize("built_up", [0, 100])
def test_more_people_in_the_open_never_mean_fewer_deaths(border_rules: Rules, built_up: int) -> None:
    deaths = [struck(border_rules, built_up, exposed).deaths.mean() for exposed in (0, 50, 200)]
    assert deaths == sorted(deaths)
    assert deaths[0] < deaths[-1]


def intercepted_in_full(rules: Rules, debris: int) -> Strikes:
    """What a salvo does that nothing of gets through, with a chance of ``debris`` in ten thousand an interception."""
    defences = rules.defences
    perfect = replace(
        rules,
        debris=debris,
        defences=replace(
            defences,
            kill=np.full_like(defences.kill, binomial.STEPS),
            capacity=np.full_like(defences.capacity, 10_000),
            engaged=np.full_like(defences.engaged, binomial.STEPS),
        ),
        salvo_luck=np.zeros_like(rules.salvo_luck),
    )
    state = opening(perfect, GAMES)
    state.interceptors[:] = 10_000
    _, step = take_stage(perfect, state, SALVO)
    assert not step.strikes.leaked.any()
    return step.strikes


def test_debris_kills_although_everything_was_intercepted(border_rules: Rules) -> None:
    strikes = intercepted_in_full(border_rules, debris=200)
    assert strikes.deaths.any()
    assert not strikes.populated.any()
    assert set(strikes.deaths.tolist()) == {0, 1}


def test_debris_kills_more_often_the_more_likely_it_is_and_never_without_a_chance(
    border_rules: Rules,
) -> None:
    deaths = [intercepted_in_full(border_rules, debris).deaths.sum() for debris in (0, 50, 500)]
    assert deaths[0] == 0
    assert deaths == sorted(deaths)
    assert deaths[0] < deaths[1] < deaths[2]


def test_only_a_strike_on_leadership_disorganises_a_partner(consulate_rules: Rules) -> None:
    hezbollah = consulate_rules.layout.row("disarray", "hezbollah")
    before = opening(consulate_rules, 8)
    leaders, _ = take_stage(consulate_rules, before, ON_LEADERS)
    fighters, _ = take_stage(consulate_rules, before, ON_FIGHTERS)
    assert (leaders.block[hezbollah] > before.block[hezbollah]).all()
    assert (fighters.block[hezbollah] == before.block[hezbollah]).all()


def test_a_strike_on_leadership_is_a_heavier_injury_than_one_on_fighters(consulate_rules: Rules) -> None:
    grievance = consulate_rules.layout.row("grievance", "hezbollah")
    booked = [
        take_stage(consulate_rules, opening(consulate_rules, 64), order)[0].block[grievance].mean()
        for order in (ON_FIGHTERS, ON_LEADERS)
    ]
    assert booked[0] < booked[1]


def killed(rules: Rules, *orders: str) -> int:
    """How many people a salvo of the north kills in many games, with other orders beside it."""
    _, step = take_stage(rules, opening(rules, GAMES), SALVO, *orders)
    return int(step.strikes.deaths.sum())


def test_civil_protection_lowers_the_toll_and_never_what_gets_through(border_rules: Rules) -> None:
    exposed = replace(
        border_rules,
        defences=replace(border_rules.defences, exposed=np.full_like(border_rules.defences.exposed, 100)),
    )
    open_streets, sheltered = killed(exposed), killed(exposed, "southland:shelters")
    assert 0 < sheltered < open_streets


def test_a_covert_act_drives_nobody_from_home(consulate_rules: Rules) -> None:
    """A network that fails empties no quarter of a town."""
    row, before = consulate_rules.layout.row("displaced", "iranians"), opening(consulate_rules, GAMES)
    for act, flee in (
        ("us:cyber/iran/gulf/limited/core_military/covert/none", False),
        ("us:strike_on_iran/iran/gulf/limited/core_military/fast/none", True),
    ):
        after, _ = take_stage(consulate_rules, before, act)
        assert bool((after.block[row] > before.block[row]).any()) is flee


def test_shelters_at_home_save_nobody_where_a_powers_forces_are_a_guest(consulate_rules: Rules) -> None:
    """Syrians near a strike on Iran's forces in Syria are not told to take cover in Iran."""
    raid = "israel:strike_on_leadership/iran/syria_iraq/limited/leadership/fast/none"
    syrians = consulate_rules.layout.row("killed", "syrians")
    open_streets, sheltered = (
        take_stage(consulate_rules, opening(consulate_rules, GAMES), raid, *orders)[0].block[syrians]
        for orders in ((), ("iran:civil_protection",))
    )
    assert open_streets.sum() == sheltered.sum() > opening(consulate_rules, GAMES).block[syrians].sum()


@pytest.mark.parametrize(
    ("raid", "times_as_many"),
    [
        ("southland:air_strike/hill_fighters/hills/limited/core_military/fast/none", 1),
        ("southland:air_campaign/northland/border/large/dual_use/fast/none", 2 * 3),
    ],
)
def test_a_strike_from_the_air_drives_people_out_and_a_large_one_three_times_as_many_a_step(
    border_rules: Rules, raid: str, times_as_many: int
) -> None:
    before = opening(border_rules, readiness={("southland",): 600}, legitimacy={("southland",): 900})
    after, step = take_stage(border_rules, before, raid)
    target, target_class = int(step.strikes.target[0]), int(step.strikes.target_class[0])
    whole = int(border_rules.air_displaced[target_class, target]) * times_as_many
    driven_out = (after.displaced - before.displaced).sum()
    assert driven_out == whole * int(step.strikes.leak[0]) // 100 > 0


def test_what_lands_on_forces_costs_munitions_and_interceptors_in_proportion(border_rules: Rules) -> None:
    """Nothing is lost to a salvo that is stopped, and a large one costs more than a limited one."""
    undefended = replace(
        border_rules,
        defences=replace(border_rules.defences, kill=np.zeros_like(border_rules.defences.kill)),
    )
    lost = []
    for scale in ("limited", "large"):
        before = opening(undefended, readiness={("northland",): 600})
        order = f"northland:missile_strike/southland/border/{scale}/core_military/fast/none"
        after, _ = take_stage(undefended, before, order)
        lost.append(
            [(before.stock[1] - after.stock[1]).sum(), (before.interceptors - after.interceptors).sum()]
        )
    assert (np.array(lost[0]) > 0).all()
    assert (np.array(lost[1]) > np.array(lost[0])).all()
    stopped = intercepted_in_full(border_rules, debris=0)
    assert not stopped.leak.any()


def test_only_the_assumption_makes_blows_at_what_a_government_rests_on_unseat_it(border_rules: Rules) -> None:
    energy = "southland:air_campaign/northland/border/large/energy/fast/none"
    without, assuming = (
        replace(border_rules, assumptions=replace(border_rules.assumptions, maximal_aims=on))
        for on in (False, True)
    )
    before = opening(border_rules, owed={("southland", "northland"): 600})
    plain, step = take_stage(without, before, energy)
    worn, _ = take_stage(assuming, before, energy)
    cost = border_rules.numbers.maximal_aims * 2 * int(step.strikes.leak[0]) // 100
    assert plain.standing[0, 0] - worn.standing[0, 0] == cost > 0


def test_a_strike_in_a_protected_place_humiliates_costs_legitimacy_and_crosses_a_line(
    consulate_rules: Rules,
) -> None:
    """It says so before it can be confirmed, and no person or site is named [A 56]."""
    options, classes = consulate_rules.options, consulate_rules.target_classes
    protected = classes.names.index("protected")
    acts = np.flatnonzero(options.strike & (options.target_class == protected))
    assert acts.size
    assert (options.humiliation[acts] > 0).all()
    assert (options.rung[acts] >= 4).all()
    assert classes.urban[protected]
    assert classes.legitimacy[protected] > classes.legitimacy[classes.names.index("leadership")]
    order = "israel:strike_in_protected_place/iran/syria_iraq/limited/protected/fast/none"
    before = opening(consulate_rules, owed={("israel", "iran"): 300})
    state, _ = take_stage(consulate_rules, before, order)
    assert option(consulate_rules, order) in acts
    assert state.humiliation[0, 1, 0] > before.humiliation[0, 1, 0]
    assert state.legitimacy[1, 0] < before.legitimacy[1, 0]
    assert state.affronted.any()
    warned = opening(consulate_rules, line_stake={("iran_officers",): 2})
    state, _ = take_stage(consulate_rules, warned, order)
    crossed = consulate_rules.layout.row("line_crossed", "iran_officers")
    assert state.block[crossed, 0], "officers on protected premises abroad are officers abroad"
