"""Interception: the published closed forms, an independent reading of the rule, and what must never get worse."""

from dataclasses import asdict, replace
from math import comb

import numpy as np
import pytest

from game.rules.arrays import IntArray, integers
from game.rules.binomial import draw
from game.rules.chance import Chance, Purpose
from game.rules.effects import carry_out
from game.rules.interception import intercept
from game.rules.launches import commit_stocks
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules, Stage
from tests.rules import reference
from tests.rules.playing import keys_of, opening, option

SALVO = "northland:missile_strike/southland/border/limited/core_military/fast/none"
MISSILE = 1
SOUTH = 1


def plain(rules: Rules, layers: list[int], capacity: int = 10_000) -> Rules:
    """Layers with the given odds in half percents and nothing that changes them, one shot a target.

    No odds are certain in the game; layers of 200 are made so here by a luck that leaves no misses.
    """
    luck = 0 if 200 in layers else 100
    defences = rules.defences
    kill, of_defence = np.zeros_like(defences.kill), np.full_like(defences.of_defence, -1)
    south_sky = defences.names.index("south_sky")
    for step, odds in enumerate(layers):
        kill[step], of_defence[south_sky, step] = odds, step
    return replace(
        rules,
        salvo_luck=np.full_like(rules.salvo_luck, luck),
        numbers=replace(rules.numbers, saturation=0, presence_bonus=0, depletion=0),
        munitions=replace(rules.munitions, reliability=np.full_like(rules.munitions.reliability, 200)),
        defences=replace(
            defences,
            kill=kill,
            of_defence=of_defence,
            capacity=np.full_like(defences.capacity, capacity),
            shots=np.full_like(defences.shots, 100),
            engaged=np.full_like(defences.engaged, 200),
        ),
    )


def intercepted(rules: Rules, state: State, numbers: list[tuple[int, IntArray]], seed: int = 1) -> Strikes:
    """The strikes with the given attackers and options in every game, launched and met by the defence."""
    everywhere = np.arange(state.games, dtype=np.int32)
    attacker = np.repeat(integers([attacker for attacker, _ in numbers]), state.games)
    game = np.tile(everywhere, len(numbers))
    option = integers(np.concatenate([options for _, options in numbers]))
    strikes = Strikes.of_options(rules, attacker, game, option, np.ones(len(game), dtype=np.bool_))
    step = Step(
        Stage.ORDERS, Chance(keys_of(state.games, seed), 1, 0), np.zeros((0, 0, state.games), dtype=np.int32)
    )
    step.strikes = strikes
    carry_out(rules, state, commit_stocks(rules, state, step), "launches.commit_stocks", None)
    carry_out(rules, state, intercept(rules, state, step), "interception.intercept", None)
    return strikes


def one_salvo(rules: Rules, state: State, key: str = SALVO) -> Strikes:
    return intercepted(rules, state, [(0, np.full(state.games, option(rules, key)))])


def shares(trials: int, odds: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([comb(trials, k) * odds**k * (1 - odds) ** (trials - k) for k in range(trials + 1)])


def fits(counts: IntArray, expected: np.ndarray[tuple[int], np.dtype[np.float64]]) -> bool:
    """Whether observed counts fit a distribution, by chi-square over the values that are common enough."""
    sample = counts.sum()
    common = expected * sample >= 10
    square = ((counts[common] - expected[common] * sample) ** 2 / (expected[common] * sample)).sum()
    return bool(square < common.sum() + 4 * np.sqrt(2 * common.sum()))


def test_without_limits_leakers_are_binomial_in_the_product_of_misses(border_rules: Rules) -> None:
    """Wilkening (2000): with one engagement a layer, each of n gets through with probability Π(1 − k)."""
    rules = plain(border_rules, [140, 100])
    leaked = one_salvo(rules, opening(rules, games=8000)).leaked[MISSILE]
    assert fits(np.bincount(leaked, minlength=21), shares(20, 0.3 * 0.5))


@pytest.mark.parametrize("magazine", [0, 7, 20, 50])
def test_a_finite_magazine_clips_the_engagements(border_rules: Rules, magazine: int) -> None:
    """Armstrong (2005): min(n, M) of n are engaged; the others all get through."""
    rules = plain(border_rules, [120])
    state = opening(rules, games=8000, interceptors={(rules.defences.layers[0],): magazine})
    leaked = one_salvo(rules, state).leaked[MISSILE]
    engaged = min(magazine, 20)
    assert fits(np.bincount(20 - leaked, minlength=engaged + 1), shares(engaged, 0.6))
    assert (state.interceptors[0] == magazine - engaged).all()


def test_a_layer_engages_no_more_than_its_capacity_in_a_turn(border_rules: Rules) -> None:
    rules = plain(border_rules, [200], capacity=12)
    state = opening(rules)
    assert one_salvo(rules, state).leaked[MISSILE].tolist() == [8]
    assert one_salvo(rules, state).leaked[MISSILE].tolist() == [20]


def test_shots_per_target_are_spent_from_the_magazine(border_rules: Rules) -> None:
    rules = plain(border_rules, [200])
    rules = replace(rules, defences=replace(rules.defences, shots=np.full_like(rules.defences.shots, 150)))
    state = opening(rules, interceptors={(rules.defences.layers[0],): 20})
    assert one_salvo(rules, state).leaked[MISSILE].tolist() == [7]  # 20 interceptors serve 13 targets
    assert state.interceptors[0].tolist() == [0]


def test_reliability_and_engaged_share_are_drawn_before_any_layer(border_rules: Rules) -> None:
    rules = plain(border_rules, [200])
    half = replace(rules, munitions=replace(rules.munitions, reliability=np.full(4, 100)))
    strikes = one_salvo(half, opening(half, games=8000))
    assert fits(np.bincount(strikes.arrived[MISSILE], minlength=21), shares(20, 0.5))
    ignored = replace(
        rules, defences=replace(rules.defences, engaged=np.full_like(rules.defences.engaged, 60))
    )
    strikes = one_salvo(ignored, opening(ignored, games=8000))
    assert fits(np.bincount(strikes.engaged[MISSILE], minlength=21), shares(20, 0.3))
    assert not strikes.leaked.any()  # what falls on open ground is neither engaged nor a leaker


def test_one_luck_for_a_salvo_makes_nights_that_go_wrong_together(border_rules: Rules) -> None:
    rules = plain(border_rules, [140])
    lucky = replace(rules, salvo_luck=border_rules.salvo_luck)
    spread = [one_salvo(each, opening(each, games=4000)).leaked[MISSILE].var() for each in (rules, lucky)]
    assert spread[1] > 1.3 * spread[0]


def random_positions(rules: Rules, games: int, seed: int) -> State:
    """Openings with defences in every condition: alert or not, warned or not, half empty, partly used."""
    state = opening(rules, games=games)
    draws = np.random.default_rng(seed)
    for track, most in (
        ("alert", 1),
        ("shield", 1),
        ("warning", 300),
        ("presence", 300),
        ("engagements", 90),
        ("penetration", 300),
        ("complacency", 300),
    ):
        window = getattr(state, track)
        window[...] = draws.integers(0, most + 1, window.shape)
    state.interceptors[...] = draws.integers(0, 120, state.interceptors.shape)
    state.stock[...] = draws.integers(0, 150, state.stock.shape)
    return state


def launching_options(rules: Rules, attacker: int) -> IntArray:
    own = (
        rules.options.power == attacker
        if attacker < rules.powers
        else np.zeros(len(rules.options), dtype=np.bool_)
    )
    if attacker >= rules.powers:
        partner = attacker - rules.powers
        own[[rules.partners.asked[partner], rules.partners.unasked[partner]]] = True
    return np.flatnonzero(own & (rules.options.salvo.sum(axis=1) > 0)).astype(np.int32)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_engine_and_the_plain_reading_agree(rules: Rules, seed: int) -> None:
    games = 40
    state = random_positions(rules, games, seed)
    before = state.copy()
    draws = np.random.default_rng(seed)
    numbers = [
        (attacker, draws.choice(launching_options(rules, attacker), games))
        for attacker in range(rules.actors)
        if len(launching_options(rules, attacker))
    ]
    strikes = intercepted(rules, state, numbers, seed)
    for game in range(games):
        _compare_game(rules, before, state, strikes, game, seed)


def _compare_game(rules: Rules, before: State, after: State, strikes: Strikes, game: int, seed: int) -> None:
    layers = [
        reference.Layer(
            kill=rules.defences.kill[layer].tolist(),
            capacity=int(rules.defences.capacity[layer]),
            shots=int(rules.defences.shots[layer]),
            interceptors=int(before.interceptors[layer, game]),
            engagements=int(before.engagements[layer, game]),
            full=int(rules.opening[rules.layout.row("interceptors", rules.defences.layers[layer])]),
        )
        for layer in range(len(rules.defences.layers))
    ]
    stock = before.stock[:, :, game].copy()
    for strike in np.flatnonzero(strikes.game == game):
        salvo = _reference_salvo(rules, before, strikes, strike, layers, stock, seed)
        assert strikes.launched[:, strike].tolist() == salvo.launched
        assert strikes.arrived[:, strike].tolist() == salvo.arrived
        assert strikes.engaged[:, strike].tolist() == salvo.threatening
        assert strikes.killed[: len(salvo.killed), :, strike].tolist() == salvo.killed
        assert strikes.leaked[:, strike].tolist() == salvo.leaked
        whole = sum(salvo.launched)
        assert strikes.leak[strike] == (100 * sum(salvo.leaked) // whole if whole else 100)
    assert after.interceptors[:, game].tolist() == [layer.interceptors for layer in layers]
    assert after.engagements[:, game].tolist() == [layer.engagements for layer in layers]


def _reference_salvo(
    rules: Rules,
    before: State,
    strikes: Strikes,
    strike: int,
    layers: list[reference.Layer],
    stock: IntArray,
    seed: int,
) -> reference.Salvo:
    attacker, game, number = (
        int(column[strike]) for column in (strikes.attacker, strikes.game, strikes.option)
    )
    chance = Chance(keys_of(before.games, seed)[game : game + 1], 1, 0)

    def drawn(purpose: Purpose, index: int, trials: int, odds: int) -> int:
        return int(draw(integers([trials]), integers([odds]), chance.words(purpose, 1, index)[0])[0])

    kinds = range(len(rules.munitions.names))
    index = [(attacker * 16 + munition) * 16 for munition in kinds]
    wanted = rules.options.salvo[number].tolist()
    if attacker >= rules.powers:
        partner = attacker - rules.powers
        strength = int(before.capacity[partner, game] - before.overrated[partner, game])
        wanted = reference.shrunk(wanted, strength, int(rules.partners.salvos_at[partner]))
    launched = [min(wanted[kind], int(stock[attacker, kind])) for kind in kinds]
    stock[attacker] -= launched
    arrived = [
        drawn(Purpose.RELIABILITY, index[kind], launched[kind], int(rules.munitions.reliability[kind]))
        for kind in kinds
    ]
    defence = int(rules.options.defence[number])
    share = rules.defences.engaged[defence].tolist() if defence >= 0 else [200] * len(kinds)
    threat = [drawn(Purpose.THREAT, index[kind], arrived[kind], share[kind]) for kind in kinds]
    salvo = reference.Salvo(launched, list(threat), arrived)
    misses = int(rules.salvo_luck[chance.words(Purpose.SALVO_LUCK, 1, attacker)[0, 0] >> 24])
    for step, layer in enumerate(rules.defences.of_defence[defence] if defence >= 0 else ()):
        if layer < 0:
            salvo.killed.append([0] * len(kinds))
            continue
        killed = reference.through_a_layer(
            layers[layer],
            threat,
            rules.munitions.first_engaged.tolist(),
            _reference_bonus(rules, before, defence, attacker, number, game),
            rules.numbers.saturation,
            (rules.numbers.depletion, rules.numbers.depletion_from),
            misses,
            [
                lambda trials, odds, at=index[kind] + step: drawn(Purpose.LAYER, at, trials, odds)
                for kind in kinds
            ],
        )
        salvo.killed.append(killed)
        threat = [left - gone for left, gone in zip(threat, killed, strict=True)]
    salvo.leaked = threat
    return salvo


def _reference_bonus(rules: Rules, state: State, defence: int, attacker: int, number: int, game: int) -> int:
    power = int(rules.defences.power[defence])
    if power < 0:
        return 0
    return reference.bonus_points(
        ("announced", "hours", "none")[rules.options.notice[number]],
        _reference_warning(rules, state, power, attacker, game),
        int(state.alert[power, game]),
        int(state.shield[power, game]),
        int(state.presence[:, power, game].max()),
        _reference_helpers(rules, state, int(rules.options.front[number]), power, game),
        asdict(rules.numbers),
    )


def _reference_warning(rules: Rules, state: State, power: int, actor: int, game: int) -> int:
    return reference.true_warning(
        int(state.warning[power, game]),
        int(state.penetration[power, actor, game]),
        int(state.complacency[power, actor, game]),
        asdict(rules.numbers),
    )


def _reference_helpers(rules: Rules, state: State, front: int, power: int, game: int) -> int:
    """Hosts next to the front that are close to the defender, or to its patron where they defend together."""
    friends = [power]
    if state.shield[power, game]:
        friends += [patron for patron in range(rules.powers) if rules.client_of[patron, power]]
    return sum(
        any(state.alignment[host, friend, game] >= rules.numbers.host_helps for friend in friends)
        for host in np.flatnonzero(rules.fronts.hosts[front])
    )


def leakers(rules: Rules, seed: int, change: str = "", by: int = 0) -> IntArray:
    """All that gets through in many random positions when one thing about the defence is changed."""
    state = random_positions(rules, 200, seed)
    if change:
        window = getattr(state, change)
        most = {"interceptors": 10_000, "warning": 300, "presence": 300}.get(change, 1)
        window[...] = np.minimum(window + by, most)
    draws = np.random.default_rng(seed)
    numbers = [(0, draws.choice(launching_options(rules, 0), 200))]
    return np.asarray(intercepted(rules, state, numbers, seed).leaked.sum(axis=0))


@pytest.mark.parametrize("change", ["interceptors", "warning", "alert", "shield", "presence"])
def test_a_better_defence_never_lets_more_through(rules: Rules, change: str) -> None:
    """Not in the mean only: game by game, under the same words."""
    for seed, by in ((1, 1), (2, 40)):
        assert (leakers(rules, seed, change, by) <= leakers(rules, seed)).all()


def test_more_notice_never_lets_more_through(border_rules: Rules) -> None:
    key = "southland:air_strike/northland/border/limited/core_military/fast/"
    through = []
    for notice in ("announced", "hours", "none"):
        state = random_positions(border_rules, 300, 3)
        number = option(border_rules, key + notice)
        through.append(intercepted(border_rules, state, [(SOUTH, np.full(300, number))]).leaked.sum(axis=0))
    announced, hours, none = through
    assert (announced <= hours).all()
    assert (hours <= none).all()
    assert announced.sum() < none.sum()


def test_notice_is_worth_nothing_without_early_warning_and_more_with_it(border_rules: Rules) -> None:
    kills = []
    for warning in (0, 100, 300):
        rules = plain(border_rules, [100])
        state = opening(rules, games=2000, warning={("southland",): warning})
        salvo = "northland:announced_salvo/southland/border/large/core_military/slow/announced"
        kills.append(int(one_salvo(rules, state, salvo).killed.sum()))
    assert kills == sorted(kills)
    share = (kills[2] - kills[0]) / (2000 * 100)
    assert share == pytest.approx(3 * border_rules.numbers.notice_announced / 10_000, abs=0.005)


def test_a_used_up_layer_is_saturated(border_rules: Rules) -> None:
    rules = plain(border_rules, [140], capacity=20)
    saturated = replace(rules, numbers=replace(rules.numbers, saturation=border_rules.numbers.saturation))
    killed = [int(one_salvo(each, opening(each, games=4000)).killed.sum()) for each in (rules, saturated)]
    assert (killed[0] - killed[1]) / (4000 * 20) == pytest.approx(0.10, abs=0.006)


def test_simultaneous_salvos_share_the_layers_that_they_meet(border_rules: Rules) -> None:
    """A partner's rockets and its patron's drones meet at different defences; two salvos at one meet the same."""
    rules = plain(border_rules, [200], capacity=30)
    state = opening(rules)
    number = option(rules, SALVO)
    strikes = intercepted(rules, state, [(0, np.array([number])), (2, np.array([number]))])
    # Lakeland launches nothing of its own here: give it Northland's missiles
    assert strikes.launched[MISSILE].tolist() == [20, 0]
    state = opening(rules, stock={("lakeland", "missile"): 100})
    strikes = intercepted(rules, state, [(0, np.array([number])), (2, np.array([number]))])
    assert strikes.leaked[MISSILE].tolist() == [0, 10]


def test_two_salvos_of_one_attacker_share_the_layers_that_they_meet(border_rules: Rules) -> None:
    """A partner's act and what it adds in return can meet the same defence."""
    rules = plain(border_rules, [200], capacity=30)
    number = np.array([option(rules, SALVO)])
    strikes = intercepted(rules, opening(rules), [(0, number), (0, number)])
    assert strikes.leaked[MISSILE].tolist() == [0, 10]
