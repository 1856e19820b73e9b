"""What a strike does where it lands: impacts, the toll, the struck capability, legitimacy and the market.

rules.md §4 to §6. The toll is shown always and is never a score or a resource.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import binomial
from game.rules.arrays import IntArray, any_row, entries, integers, times, where, which
from game.rules.chance import Purpose, roll
from game.rules.covert import damage_share
from game.rules.effects import Effect, on_cells
from game.rules.interception import drawn
from game.rules.meetings import Flights
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules

_IMPACTS_DRAWN = 24
_ANNOUNCED = 0


def land(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """What got through comes down: in populated areas, on the target, or elsewhere (never mixed, §6)."""
    strikes, munitions = step.strikes, rules.munitions
    if not len(strikes):
        return
    flights = Flights.of(rules, strikes, strikes.leaked)
    strike, munition = flights.strike, flights.munition
    built_up = _of_defence(rules.defences.built_up, rules, strikes, undefended=100)
    share = munitions.populated[munition] + rules.target_classes.populated[strikes.target_class[strike]]
    share = np.minimum(times(share, built_up[strike]), binomial.STEPS) * ~munitions.by_air[munition]
    populated = drawn(step, flights, Purpose.POPULATED, share)
    rest = flights._replace(size=flights.size - populated)
    on_target = drawn(step, rest, Purpose.ON_TARGET, munitions.on_target[munition])
    strikes.populated = _by_strike(strikes, strike, populated)
    strikes.on_target = _by_strike(strikes, strike, on_target)
    strikes.fell = (strikes.leaked + strikes.arrived - strikes.engaged).sum(axis=0, dtype=np.int32)
    hit = which(strikes.target < rules.powers)
    target = strikes.target[hit]
    felt = strikes.populated[hit] + strikes.on_target[hit]
    yield on_cells(rules, "impacts", "impacts", (target,), strikes.game[hit], felt)


def _by_strike(strikes: Strikes, strike: IntArray, counts: IntArray) -> IntArray:
    """Counts of flights added up for each strike."""
    total = np.zeros(len(strikes), dtype=np.int32)
    np.add.at(total, strike, counts)
    return total


def _of_defence(column: IntArray, rules: Rules, strikes: Strikes, undefended: int) -> IntArray:
    """A column of the defences that strikes meet, ``[strike]``; ``undefended`` where there is none."""
    defence = strikes.defence
    return integers(np.where(defence >= 0, column[defence], undefended))


def toll(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """People killed and displaced: by impacts among people, by air strikes, and by debris.

    Deaths per impact are heavy-tailed: most impacts kill nobody, a few kill many. Debris can kill where the
    interception worked [A 66]. The toll of large strikes counts threefold (rules.md §6).
    """
    strikes, options = step.strikes, rules.options
    if not len(strikes):
        return
    target, scale = strikes.target, strikes.scale
    target_class = strikes.target_class
    strikes.deaths = _deaths_of_impacts(rules, step, strikes) + _deaths_of_debris(rules, step, strikes)
    stray = any_row(strikes.launched[~rules.munitions.by_air] > 0)
    weight = scale * np.where(scale >= 2, rules.numbers.large_toll, 1) * strikes.leak * ~stray
    spread = rules.spread[step.chance.words_at(Purpose.DEATHS, strikes.game, strikes.lot * 64 + 63) >> 24]
    asset = options.asset[strikes.option]
    killed = entries(rules.air_toll, target_class, target) * weight // 100
    displaced = entries(rules.air_displaced, target_class, target) * weight // 100
    prepared = which(asset >= 0)
    killed[prepared] = rules.assets.killed[asset[prepared]]
    displaced[prepared] = rules.assets.displaced[asset[prepared]]
    strikes.deaths += (killed * spread // 100).astype(np.int32)
    strikes.deaths = _sheltered(rules, state, strikes)
    population = entries(rules.population, target, strikes.front)
    known = which(population >= 0)
    entry, game = (population[known],), strikes.game[known]
    yield on_cells(rules, "killed by strikes", "killed", entry, game, strikes.deaths[known])
    yield on_cells(rules, "driven out by strikes", "displaced", entry, game, displaced[known])


def _sheltered(rules: Rules, state: State, strikes: Strikes) -> IntArray:
    """Deaths that are left where people were told to shelter on a power's own ground, ``[strike]``; rules.md §11."""
    target = np.minimum(strikes.target, rules.powers - 1)
    safe = (strikes.target < rules.powers) * state.sheltered[target, strikes.game]
    return integers(times(strikes.deaths, 100 - rules.numbers.shelter * safe))


def _deaths_of_impacts(rules: Rules, step: Step, strikes: Strikes) -> IntArray:
    """The first impacts among people are drawn one by one; a larger number counts in proportion.

    Those are impacts in populated areas, and hits on a target that find people who are not under cover.
    """
    odds = _of_defence(rules.defences.exposed, rules, strikes, undefended=0)
    hit = which(strikes.on_target)
    words = step.chance.words_at(Purpose.EXPOSED, strikes.game[hit], strikes.lot[hit])
    among_people = strikes.populated.copy()
    among_people[hit] += binomial.draw(strikes.on_target[hit], odds[hit], words)
    drawn = np.minimum(among_people, _IMPACTS_DRAWN)
    deaths = np.zeros_like(among_people)
    some = which(drawn)
    left = some
    for impact in range(int(drawn.max(initial=0))):
        left = left[drawn[left] > impact]
        words = step.chance.words_at(Purpose.DEATHS, strikes.game[left], strikes.lot[left] * 64 + impact)
        deaths[left] += rules.deaths[words >> 24]
    deaths[some] = deaths[some] * among_people[some] // drawn[some]
    return integers(deaths)


def _deaths_of_debris(rules: Rules, step: Step, strikes: Strikes) -> IntArray:
    """At most one death a salvo, with a small chance for each interception."""
    intercepted = np.add.reduce(strikes.engaged - strikes.leaked, dtype=np.int32)
    deaths, some = np.zeros_like(intercepted), which(intercepted)
    words = step.chance.words_at(Purpose.DEBRIS, strikes.game[some], strikes.lot[some])
    deaths[some] = roll(words, 10_000) < np.minimum(intercepted[some] * rules.debris, 10_000)
    return integers(deaths)


def damage(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """What lands takes a share of what is left of the struck capability, by scale and by what got through.

    rules.md §5; an announced strike does 40 % of the damage (§5). It is a loss that presses to stop (§4).
    """
    numbers, options, strikes = rules.numbers, rules.options, step.strikes
    notice = options.notice[strikes.option]
    share = times(numbers.damage * strikes.scale, strikes.leak)
    share = times(share, damage_share(rules, state, strikes))
    share = np.where(notice == _ANNOUNCED, times(share, numbers.announced_damage), share)
    target, target_class = strikes.target, strikes.target_class
    row = entries(rules.target_classes.damage_row, target_class, target)
    hit = which(row >= 0)
    row, game = row[hit], strikes.game[hit]
    reach = entries(rules.target_classes.damage_whole, target_class[hit], target[hit])
    left = np.minimum(entries(state.block, row, game), reach)
    yield Effect("damage", -times(share[hit], left), rows=row, games=game)
    yield from _damage_arms(rules, state, strikes, share)
    powers = which(target < rules.powers)
    felt = share + numbers.impact_losses * strikes.populated
    yield on_cells(rules, "losses", "losses", (target[powers],), strikes.game[powers], felt[powers])
    partners = which(target >= rules.powers)
    partner = target[partners] - rules.powers
    game = strikes.game[partners]
    yield on_cells(rules, "losses", "partner_losses", (partner,), game, share[partners])
    by_asset = rules.assets.disarray[options.asset[strikes.option[partners]]]
    disarray = np.maximum(rules.target_classes.disarray[target_class[partners]], by_asset)
    yield on_cells(rules, "disorganised", "disarray", (partner,), game, disarray)


def _damage_arms(rules: Rules, state: State, strikes: Strikes, share: IntArray) -> Iterator[Effect]:
    """A part of the damage falls on munitions with their launchers, and on the air defence that was met (§5)."""
    hit = which(rules.target_classes.arms[strikes.target_class] & (share > 0))
    game, lost = strikes.game[hit], times(share[hit], rules.numbers.arms_damage)
    if not hit.size:
        return
    arms = (strikes.target[hit], np.arange(len(rules.munitions.names))[:, None])
    yield on_cells(rules, "damage", "stock", arms, game, -times(state.stock[(*arms, game)], lost))
    defended = strikes.defence[hit] >= 0
    layers = rules.defences.of_defence[strikes.defence[hit][defended]]
    place, step = where(layers >= 0)
    layer, at = layers[place, step], game[defended][place]
    gone = times(state.interceptors[layer, at], lost[defended][place])
    yield on_cells(rules, "damage", "interceptors", (layer,), at, -gone)


def unseat(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Strikes at what a government rests on wear down its standing: an assumption, off unless switched on [A 27].

    rules.md §15. Without it they cost no more standing than any other injury (Pape 1996 finds no more in the record).
    """
    if not rules.assumptions.maximal_aims:
        return
    strikes = step.strikes
    hit = which(rules.target_classes.unseats[strikes.target_class] & (strikes.target < rules.powers))
    cost = times(rules.numbers.maximal_aims * strikes.scale[hit], strikes.leak[hit])
    power, game = strikes.target[hit], strikes.game[hit]
    yield on_cells(rules, "what it rests on was struck", "standing", (power,), game, -cost)


def abroad(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Abroad judges a strike by what was struck and by impacts in populated areas; markets by energy struck.

    rules.md §4 (legitimacy), §5 (market). A patron answers for what it asked a partner to do, and nobody for an
    act whose author is not known until it is attributed.
    """
    numbers, strikes = rules.numbers, step.strikes
    target_class, scale = strikes.target_class, strikes.scale
    cost = (
        rules.target_classes.legitimacy[target_class] * scale + numbers.impact_legitimacy * strikes.populated
    )
    patron = rules.patron_of[strikes.attacker]
    answers = which(strikes.asked & ~strikes.unclaimed)
    yield on_cells(
        rules, "what was struck", "legitimacy", (patron[answers],), strikes.game[answers], -cost[answers]
    )
    stress = rules.target_classes.market[target_class] * scale
    upset = which(stress > 0)
    yield on_cells(
        rules, "energy struck", "market", (), strikes.game[upset], times(stress, strikes.leak)[upset]
    )
