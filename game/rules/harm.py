"""What a strike does where it lands: impacts, the toll, the struck capability, legitimacy and the market.

rules.md §4 to §6. The toll is shown always and is never a score or a resource.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import binomial, causes
from game.rules.arrays import IntArray, any_row, entries, integers, times, where, which
from game.rules.blows import blows
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


def land(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """What got through comes down: in populated areas, on the target, or elsewhere (never mixed, §6)."""
    strikes, munitions, by_option = step.strikes, rules.munitions, blows(rules)
    if not len(strikes):
        return
    flights = Flights.of(rules, strikes, strikes.leaked)
    strike, munition = flights.strike, flights.munition
    option = strikes.option.take(strike)
    near = munitions.populated.take(munition) + by_option.among_people.take(option)
    share = times(near, by_option.built_up.take(option))
    share = np.minimum(share, binomial.STEPS) * ~munitions.by_air.take(munition)
    populated = drawn(step, flights, Purpose.POPULATED, share)
    rest = flights._replace(size=flights.size - populated)
    on_target = drawn(step, rest, Purpose.ON_TARGET, munitions.on_target.take(munition))
    strikes.populated = _by_strike(strikes, strike, populated)
    strikes.on_target = _by_strike(strikes, strike, on_target)
    strikes.fell = np.add.reduce(strikes.leaked + strikes.arrived - strikes.engaged, dtype=np.int32)
    felt = strikes.populated + strikes.on_target
    hit = which((felt > 0) & (strikes.target < rules.powers))
    target = strikes.target.take(hit)
    yield on_cells(rules, "impacts", "impacts", (target,), strikes.game.take(hit), felt.take(hit))


def _by_strike(strikes: Strikes, strike: IntArray, counts: IntArray) -> IntArray:
    """Counts of flights added up for each strike."""
    total = np.zeros(len(strikes), dtype=np.int32)
    np.add.at(total, strike, counts)
    return total


def toll(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """People killed and displaced: by impacts among people, by air strikes, and by debris.

    Deaths per impact are heavy-tailed: most impacts kill nobody, a few kill many. Debris can kill where the
    interception worked [A 66]. The toll of large strikes counts threefold (rules.md §6).
    """
    strikes = step.strikes
    if not len(strikes):
        return
    strikes.deaths = _deaths_of_impacts(rules, step, strikes) + _deaths_of_debris(rules, step, strikes)
    killed, displaced = _toll_of_blows(rules, strikes)
    if (lethal := which(killed)).size:
        game, lot = strikes.game.take(lethal), strikes.lot.take(lethal)
        spread = rules.spread.take(step.chance.words_at(Purpose.DEATHS, game, lot * 64 + 63) >> 24)
        strikes.deaths[lethal] += integers(times(killed.take(lethal), spread))
    _shelter(rules, state, strikes)
    population = blows(rules).population.take(strikes.option)
    known = which((population >= 0) & (strikes.deaths + displaced > 0))
    entry, game = (population.take(known),), strikes.game.take(known)
    yield on_cells(rules, "killed by strikes", "killed", entry, game, strikes.deaths.take(known))
    yield on_cells(rules, "driven out by strikes", "displaced", entry, game, displaced.take(known))


def _toll_of_blows(rules: Rules, strikes: Strikes) -> tuple[IntArray, IntArray]:
    """People killed and displaced by blows of aircraft and of prepared assets, none of which goes astray.

    ``[strike]`` each; the killed before the luck of it.
    """
    killed, displaced = np.zeros(len(strikes), dtype=np.int32), np.zeros(len(strikes), dtype=np.int32)
    by_option = blows(rules)
    by_air = which(~any_row(strikes.launched[~rules.munitions.by_air] > 0))
    option, leak = strikes.option.take(by_air), strikes.leak.take(by_air)
    killed[by_air] = times(by_option.killed_by_air.take(option), leak)
    displaced[by_air] = times(by_option.displaced_by_air.take(option), leak)
    asset = by_option.asset.take(strikes.option)
    prepared = which(asset >= 0)
    killed[prepared] = rules.assets.killed[asset[prepared]]
    displaced[prepared] = rules.assets.displaced[asset[prepared]]
    return killed, displaced


def _shelter(rules: Rules, state: State, strikes: Strikes) -> None:
    """Fewer die where people were told to shelter on a power's own ground, not where its forces are a guest (§6)."""
    abroad = rules.options.host.take(strikes.option) >= 0
    at_home = which((strikes.target < rules.powers) & (strikes.deaths > 0) & ~abroad)
    if not at_home.size:
        return
    safe = entries(state.sheltered, strikes.target.take(at_home), strikes.game.take(at_home))
    left = times(strikes.deaths.take(at_home), 100 - rules.numbers.shelter * safe)
    strikes.deaths[at_home] = left


def _deaths_of_impacts(rules: Rules, step: Step, strikes: Strikes) -> IntArray:
    """The first impacts among people are drawn one by one; a larger number counts in proportion.

    Those are impacts in populated areas, and hits on a target that find people who are not under cover.
    """
    among_people = strikes.populated + _exposed(rules, step, strikes)
    deaths, some = np.zeros_like(among_people), which(among_people)
    if not some.size:
        return deaths
    drawn = np.minimum(among_people.take(some), _IMPACTS_DRAWN)
    strike = some.repeat(drawn)  # once for each of its impacts, which count from 0
    impact = np.arange(len(strike)) - (drawn.cumsum() - drawn).repeat(drawn)
    game, lot = strikes.game.take(strike), strikes.lot.take(strike)
    words = step.chance.words_at(Purpose.DEATHS, game, lot * 64 + impact)
    np.add.at(deaths, strike, rules.deaths.take(words >> 24))
    deaths[some] = deaths.take(some) * among_people.take(some) // drawn
    return deaths


def _exposed(rules: Rules, step: Step, strikes: Strikes) -> IntArray:
    """Hits on a target that find people who are not under cover, ``[strike]``."""
    odds = blows(rules).exposed.take(strikes.option)
    exposed, hit = np.zeros_like(strikes.on_target), which((odds > 0) & (strikes.on_target > 0))
    if not hit.size:
        return exposed
    words = step.chance.words_at(Purpose.EXPOSED, strikes.game.take(hit), strikes.lot.take(hit))
    exposed[hit] = binomial.draw(strikes.on_target.take(hit), odds.take(hit), words)
    return exposed


def _deaths_of_debris(rules: Rules, step: Step, strikes: Strikes) -> IntArray:
    """At most one death a salvo, with a small chance for each interception."""
    intercepted = np.add.reduce(strikes.engaged - strikes.leaked, dtype=np.int32)
    deaths, some = np.zeros(len(strikes), dtype=np.int32), which(intercepted)
    if not some.size:
        return deaths
    words = step.chance.words_at(Purpose.DEBRIS, strikes.game.take(some), strikes.lot.take(some))
    deaths[some] = roll(words, 10_000) < np.minimum(intercepted.take(some) * rules.debris, 10_000)
    return deaths


def damage(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """What lands takes a share of what is left of the struck capability, by scale and by what got through.

    rules.md §5; an announced strike does 40 % of the damage (§5). It is a loss that presses to stop (§4).
    """
    numbers, strikes, by_option = rules.numbers, step.strikes, blows(rules)
    option, target = strikes.option, strikes.target
    share = times(by_option.damage.take(option), strikes.leak)
    share = times(share, damage_share(rules, state, strikes))
    announced = which(by_option.announced.take(option))
    share[announced] = times(share.take(announced), numbers.announced_damage)
    row = by_option.row.take(option)
    hit = which((row >= 0) & (share > 0))
    row, game = row.take(hit), strikes.game.take(hit)
    left = np.minimum(entries(state.block, row, game), by_option.whole.take(option.take(hit)))
    yield Effect("damage", -times(share.take(hit), left), rows=row, games=game)
    yield from _damage_arms(rules, state, strikes, share)
    felt = share + numbers.impact_losses * strikes.populated
    powers = which((target < rules.powers) & (felt > 0))
    power, game = target.take(powers), strikes.game.take(powers)
    yield on_cells(rules, "losses", "losses", (power,), game, felt.take(powers))
    yield from _harm_partners(rules, strikes, share)


def _harm_partners(rules: Rules, strikes: Strikes, share: IntArray) -> Iterator[Effect]:
    """A partner that is struck loses as a power does, and is in disarray where its leadership was hit (§8)."""
    struck = which(strikes.target >= rules.powers)
    if not struck.size:
        return
    partner, game = strikes.target.take(struck) - rules.powers, strikes.game.take(struck)
    yield on_cells(rules, "losses", "partner_losses", (partner,), game, share.take(struck))
    disarray = blows(rules).disarray.take(strikes.option.take(struck))
    yield on_cells(rules, causes.DISORGANISED, "disarray", (partner,), game, disarray)


def _damage_arms(rules: Rules, state: State, strikes: Strikes, share: IntArray) -> Iterator[Effect]:
    """A part of the damage falls on munitions with their launchers, and on the air defence that was met (§5)."""
    hit = which(blows(rules).arms.take(strikes.option) & (share > 0))
    if not hit.size:
        return
    game, lost = strikes.game.take(hit), times(share.take(hit), rules.numbers.arms_damage)
    arms = (strikes.target.take(hit), np.arange(len(rules.munitions.names))[:, None])
    yield on_cells(rules, "damage", "stock", arms, game, -times(entries(state.stock, *arms, game), lost))
    defence = strikes.defence.take(hit)
    defended = which(defence >= 0)
    layers = rules.defences.of_defence.take(defence.take(defended), axis=0)
    place, step = where(layers >= 0)
    layer, of_hit = entries(layers, place, step), defended.take(place)
    at = game.take(of_hit)
    gone = times(entries(state.interceptors, layer, at), lost.take(of_hit))
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

    rules.md §5. A patron answers for what it asked a partner to do, and nobody for an
    act whose author is not known until it is attributed.
    """
    strikes, by_option = step.strikes, blows(rules)
    judged = by_option.legitimacy.take(strikes.option)
    cost = judged + rules.numbers.impact_legitimacy * strikes.populated
    answers = which(strikes.asked & ~strikes.unclaimed & (cost != 0))
    patron, game = rules.patron_of.take(strikes.attacker.take(answers)), strikes.game.take(answers)
    yield on_cells(rules, "what was struck", "legitimacy", (patron,), game, -cost.take(answers))
    stress = by_option.market.take(strikes.option)
    upset = which(stress > 0)
    felt = times(stress.take(upset), strikes.leak.take(upset))
    yield on_cells(rules, "energy struck", "market", (), strikes.game.take(upset), felt)
