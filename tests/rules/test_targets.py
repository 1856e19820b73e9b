"""What partners strike: softer targets, those who struck them, and all fronts at once (rules.md §8, §11)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.choices import passes
from game.rules.effects import Recorder
from game.rules.tables import Rules, Stage
from game.rules.turn import advance
from tests.rules.playing import keys_of, opening, option, take_stage, take_turn

FIGHTERS = ("hill_fighters",)
MARKED = ("hill_fighters", "southland")
RAID = "southland:air_strike/hill_fighters/hills/limited/symbolic/fast/none"
OPEN_FRONTS = "northland:open_fronts"
CREDIT = "northland:credit_partner"


def always_heeds(rules: Rules, heeds: bool) -> Rules:
    chance = 100 if heeds else 0
    return replace(rules, numbers=replace(rules.numbers, heed_least=chance, heed_most=chance))


def acts(rules: Rules, step_options: list[int]) -> list[str]:
    return [rules.options.keys[number] for number in step_options]


def test_a_partner_that_lacks_what_its_act_takes_strikes_a_softer_target(border_rules: Rules) -> None:
    weak = opening(border_rules, agenda={FIGHTERS: 1000}, capacity={FIGHTERS: 150})
    _, step = take_stage(border_rules, weak)
    assert acts(border_rules, step.strikes.option.tolist()) == ["hill_fighters:otherwise/0"]


def test_a_partner_may_have_any_number_of_softer_targets(border_rules: Rules) -> None:
    softer = np.repeat(border_rules.partners.softer[:, :1], 60, axis=1)
    many = replace(border_rules, partners=replace(border_rules.partners, softer=softer))
    weak = opening(many, agenda={FIGHTERS: 1000}, capacity={FIGHTERS: 150})
    _, step = take_stage(many, weak)
    assert acts(many, step.strikes.option.tolist()) == ["hill_fighters:otherwise/0"]


def test_a_power_that_strikes_a_partner_is_among_its_targets_for_some_turns(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules), RAID)
    marks = [int(state.block[border_rules.layout.row("marked", *MARKED), 0])]
    while marks[-1]:
        state = take_turn(border_rules, state)
        marks.append(int(state.block[border_rules.layout.row("marked", *MARKED), 0]))
    assert marks == list(range(border_rules.numbers.marked_turns - 1, -1, -1))


def test_who_strikes_a_partner_in_secret_is_not_among_its_targets(border_rules: Rules) -> None:
    """That it strikes back would name a hand that nobody knows."""
    covert = border_rules.options.covert.copy()
    covert[option(border_rules, RAID)] = True
    secret = replace(border_rules, options=replace(border_rules.options, covert=covert))
    for rules, marked in ((border_rules, True), (secret, False)):
        state, step = take_stage(rules, opening(rules), RAID)
        assert step.strikes.unclaimed.tolist() == [not marked]
        assert bool(state.block[rules.layout.row("marked", *MARKED), 0]) == marked


def test_a_partner_that_acts_adds_a_strike_at_whoever_struck_it(border_rules: Rules) -> None:
    hot = opening(border_rules, agenda={FIGHTERS: 1000})
    _, alone = take_stage(border_rules, hot)
    marked = opening(border_rules, agenda={FIGHTERS: 1000}, marked={MARKED: 2})
    _, both = take_stage(border_rules, marked)
    assert acts(border_rules, alone.strikes.option.tolist()) == ["hill_fighters:unasked"]
    assert sorted(acts(border_rules, both.strikes.option.tolist())) == [
        "hill_fighters:in_return/0",
        "hill_fighters:unasked",
    ]


def test_a_partner_adds_nothing_that_its_stock_does_not_allow(border_rules: Rules) -> None:
    few = opening(
        border_rules,
        agenda={FIGHTERS: 1000},
        marked={MARKED: 2},
        stock={("hill_fighters", "rocket"): 40},
    )
    after, step = take_stage(border_rules, few)
    assert acts(border_rules, step.strikes.option.tolist()) == ["hill_fighters:unasked"]
    assert after.block[border_rules.layout.row("stock", "hill_fighters", "rocket"), 0] == 10


def test_what_a_partner_adds_in_return_pays_its_patron_nothing(border_rules: Rules) -> None:
    """Two acts credited at once would pay one debt twice."""
    rules = always_heeds(border_rules, True)
    owed = {("northland", "southland"): 900}
    paid = []
    for turns in (0, 2):
        recorder = Recorder()
        state = opening(rules, agenda={FIGHTERS: 1000}, marked={MARKED: turns}, owed=owed)
        take_stage(rules, state, CREDIT, recorder=recorder)
        row = rules.layout.row("owed", "northland", "southland")
        paid.append(
            sum(
                each.before - each.after
                for each in recorder.changes
                if each.row == row and each.cause == "a partner's act credited"
            )
        )
    assert paid[0] == paid[1] > 0


@pytest.mark.parametrize(("heeds", "sign"), [(True, 1), (False, -1)], ids=["obeyed", "refused"])
def test_asking_all_partners_moves_cohesion_by_the_share_that_obeys(
    border_rules: Rules, heeds: bool, sign: int
) -> None:
    rules, recorder = always_heeds(border_rules, heeds), Recorder()
    _, step = take_stage(rules, opening(rules), OPEN_FRONTS, recorder=recorder)
    cohesion = rules.layout.row("cohesion", "northern")
    moved = {each.cause: each.after - each.before for each in recorder.changes if each.row == cohesion}
    assert moved["asked all to open their fronts"] == sign * rules.numbers.open_fronts_cohesion
    assert "a partner refused" not in moved
    assert (option(rules, "hill_fighters:asked") in step.strikes.option) == heeds


def test_a_partner_that_cannot_act_refuses_nothing_when_all_are_asked(border_rules: Rules) -> None:
    rules, recorder = always_heeds(border_rules, heeds=False), Recorder()
    take_stage(rules, opening(rules, disarray={FIGHTERS: 1}), OPEN_FRONTS, recorder=recorder)
    assert "a partner refused" not in {each.cause for each in recorder.changes}


def test_a_line_that_two_strikes_of_a_step_cross_is_crossed_once(consulate_rules: Rules) -> None:
    """Else it would be judged before anybody could answer."""
    rules = consulate_rules
    state = opening(
        rules,
        agenda={("ansar_allah",): 1000},
        marked={("ansar_allah", "us"): 3},
        line_stake={("us_ships",): 2},
    )
    after, step = take_stage(rules, state)
    fired = np.flatnonzero(
        step.strikes.attacker == rules.powers + rules.layout.names["partner"].index("ansar_allah")
    )
    assert len(fired) == 2
    assert after.block[rules.layout.row("line_crossed", "us_ships"), 0] == 1


def test_what_a_partner_adds_in_return_draws_chance_of_its_own(border_rules: Rules) -> None:
    """Else two salvos of one partner would always go well or badly together."""
    games = 64
    marked = opening(border_rules, games, agenda={FIGHTERS: 1000}, marked={MARKED: 2})
    _, step = take_stage(border_rules, marked)
    strikes = step.strikes
    keys = [f"hill_fighters:{kind}" for kind in ("unasked", "in_return/0")]
    main, added = (strikes.lot[strikes.option == option(border_rules, key)] for key in keys)
    assert len(main) == len(added) == games
    assert not np.isin(added, main).any()


@pytest.mark.parametrize(
    ("rung", "agenda", "act"),
    [(3, 850, "unasked"), (2, 850, "unasked"), (1, 850, "smaller"), (2, 1000, "larger")],
    ids=["front above it", "front at it", "it would raise the front", "furious"],
)
def test_a_partner_takes_a_small_dose_unless_it_is_furious(
    border_rules: Rules, rung: int, agenda: int, act: str
) -> None:
    """A small dose keeps the front where it is, where it can."""
    numbers = replace(border_rules.numbers, heat_unasked=500, dose_large=300)
    rules = replace(border_rules, numbers=numbers)
    _, step = take_stage(rules, opening(rules, agenda={FIGHTERS: agenda}, rung={("hills",): rung}))
    assert acts(rules, step.strikes.option.tolist()) == [f"hill_fighters:{act}"]


def test_doses_show_more_resolve_and_raise_a_front_more_the_larger_they_are(consulate_rules: Rules) -> None:
    partners, options = consulate_rules.partners, consulate_rules.options
    for smaller, larger in ((partners.smaller, partners.unasked), (partners.unasked, partners.larger)):
        both = (smaller >= 0) & (larger >= 0)
        assert both.any()
        assert (options.resolve[smaller[both]] <= options.resolve[larger[both]]).all()
        assert (options.rung[smaller[both]] <= options.rung[larger[both]]).all()
        assert (options.salvo[smaller[both]].sum(axis=1) < options.salvo[larger[both]].sum(axis=1)).all()


def test_a_partner_of_whose_salvo_nothing_got_through_turns_to_softer_targets(border_rules: Rules) -> None:
    hot = opening(border_rules, 32, agenda={FIGHTERS: 1000})
    hot.stock[border_rules.powers, :] = 1
    state, step = take_stage(border_rules, hot)
    stopped = step.strikes.leaked.sum(axis=0) == 0
    assert stopped.any()
    assert not stopped.all()
    blunted = state.blunted[0, step.strikes.game]
    assert (blunted == np.where(stopped, border_rules.numbers.blunted_turns, 0)).all()


def test_it_tries_its_main_target_again_when_that_is_forgotten(border_rules: Rules) -> None:
    struck = []
    state = opening(border_rules, agenda={FIGHTERS: 1000}, blunted={FIGHTERS: 2})
    for _ in range(3):
        state.agenda[:] = 1000
        _, step = take_stage(border_rules, state)
        struck.append(acts(border_rules, step.strikes.option.tolist())[0])
        state = take_turn(border_rules, state)
    soft = "hill_fighters:otherwise/0"
    assert struck == [soft, soft, "hill_fighters:unasked"]


def test_what_its_patron_asks_it_tries_all_the_same(border_rules: Rules) -> None:
    rules = always_heeds(border_rules, True)
    state = opening(rules, agenda={FIGHTERS: 700}, blunted={FIGHTERS: 2})
    _, step = take_stage(rules, state, "northland:request_act/hill_fighters")
    assert acts(rules, step.strikes.option.tolist()) == ["hill_fighters:asked"]


def test_in_april_2024_ships_are_struck_in_a_fair_share_of_games_and_israel_too(
    consulate_rules: Rules,
) -> None:
    at_ships = at_israel = 0
    keys = keys_of(40)
    state = opening(consulate_rules, 40, agenda={("ansar_allah",): 800})
    while state.turn <= 3:
        state, step = advance(consulate_rules, state, passes(consulate_rules, Stage(state.stage), 40), keys)
        told = acts(consulate_rules, step.strikes.option.tolist())
        at_ships += told.count("ansar_allah:otherwise/0")
        at_israel += told.count("ansar_allah:unasked")
    assert at_ships > 20
    assert at_israel > 0
