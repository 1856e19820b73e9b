"""The ledger: what audiences feel is owed, what pays it, and what a blow costs at home (rules.md §5, §7).

Injuries add to what is owed, resolve shown pays it off. Both sides of a simultaneous exchange pay before
either is injured, because the orders were given before anything landed.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import assurances
from game.rules.arrays import BoolArray, IntArray, cell, entries, integers, times, which
from game.rules.chance import Purpose
from game.rules.effects import Effect, at_once, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes, Taken
from game.rules.tables import Label, Rules


def pay(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Resolve shown toward an actor pays what is owed to it, and resolve toward a partner half its patron's.

    Standing and cohesion gain by what is paid (rules.md §7).
    """
    strikes, options = step.strikes, rules.options
    own = which(strikes.attacker < rules.powers)
    power, game, option = strikes.attacker[own], strikes.game[own], strikes.option[own]
    target, resolve = options.target[option], strikes.resolve[own]
    whole = (options.label[option] == Label.DECISIVE) | (options.humiliation[option] > 0)
    seen = ~strikes.unclaimed[own]
    yield from overreach(rules, state, power[seen], target[seen], game[seen], resolve[seen])
    yield from settle(rules, state, power, target, game, resolve, whole, "resolve shown")
    partner = which(target >= rules.powers)
    patron = rules.patron_of[target[partner]]
    half = times(resolve[partner], rules.numbers.patron_paid)
    other = patron != power[partner]
    yield from settle(
        rules,
        state,
        power[partner][other],
        patron[other],
        game[partner][other],
        half[other],
        whole[partner][other],
        "resolve shown toward a partner",
    )


def pay_by_partners(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A partner's act that its patron credits pays by half of its resolve, humiliation in full (rules.md §7)."""
    strikes = step.strikes
    for partner in which(state.credited.any(axis=1)):  # one by one, lest two pay the same debt
        patron = rules.partners.patron[partner]
        acts = which(strikes.attacker == rules.powers + partner)
        acts = acts[state.credited[partner, strikes.game[acts]] > 0]
        first = np.unique(strikes.game[acts], return_index=True)[1]
        credited = acts[first]  # what it adds in return pays nothing
        target = strikes.target[credited]
        amount = times(strikes.resolve[credited], rules.numbers.credit_paid)
        whole = np.ones(len(credited), dtype=np.bool_)
        game, holder = strikes.game[credited], np.full_like(target, patron)
        yield from settle(rules, state, holder, target, game, amount, whole, "a partner's act credited")


def weight_of(rules: Rules, actor: IntArray) -> IntArray:
    """How much of what is owed to actors counts at home: less where it is a partner (rules.md §7); hundredths."""
    return integers(np.where(actor < rules.powers, 100, rules.numbers.partner_weight))


def settle(
    rules: Rules,
    state: State,
    power: IntArray,
    actor: IntArray,
    game: IntArray,
    amount: IntArray,
    whole: BoolArray,
    cause: str,
) -> Iterator[Effect]:
    """Pay ``amount`` of what ``power`` feels is owed to ``actor``; arrays ``[payment]``, hundredths.

    Injury is paid first, one for one; humiliation only at half unless ``whole``. Nothing is paid beyond zero.
    """
    if not game.size:
        return
    numbers = rules.numbers
    pair = cell(state.owed, power, actor, game)
    owed, humiliation = state.owed.take(pair), state.humiliation.take(pair)
    injury = owed - humiliation
    toward_injury = np.minimum(amount, injury)
    rest = amount - toward_injury
    rest = np.where(whole, rest, times(rest, numbers.humiliation_paid))
    toward_humiliation = np.minimum(rest, humiliation)
    paid = toward_injury + toward_humiliation
    weight = weight_of(rules, actor)
    yield at_once(
        rules,
        cause,
        game,
        ("humiliation", (power, actor), -toward_humiliation),
        ("owed", (power, actor), -paid),
        ("standing", (power,), times(times(paid, numbers.paid_standing), weight)),
        ("cohesion", (rules.camp[power],), times(paid, numbers.paid_cohesion)),
    )


def overreach(
    rules: Rules, state: State, power: IntArray, actor: IntArray, game: IntArray, resolve: IntArray
) -> Iterator[Effect]:
    """Resolve well above what was owed costs legitimacy and alignment.

    rules.md §7. A client with its patron's presence is insulated from half of it (moral hazard, an assumption
    [A 73]); a blow struck with interest after a broken promise is never overreach. Who strikes without a claim is
    not judged by it in public either.
    """
    if not game.size:
        return
    numbers = rules.numbers
    owed = entries(state.owed, power, actor, game)
    excess = np.maximum(resolve - owed - numbers.overreach_free, 0) * (1 - state.interest[power, actor, game])
    cost = times(excess, numbers.overreach_cost)
    if rules.assumptions.moral_hazard:
        insulated = state.presence[:, power, game].max(axis=0) >= numbers.moral_hazard_presence
        cost = np.where(insulated, times(cost, numbers.moral_hazard), cost)
    over = which(cost)
    power, game, cost = power[over], game[over], cost[over]
    yield on_cells(rules, "overreach", "legitimacy", (power,), game, -cost)
    hosts = np.repeat(np.arange(state.alignment.shape[0]), len(power))
    again = state.alignment.shape[0]
    of_hosts = (hosts, np.tile(power, again))
    yield on_cells(rules, "overreach", "alignment", of_hosts, np.tile(game, again), np.tile(-cost, again))


def injure(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The receiver books the injury, dearer than it was meant, and the humiliation.

    ``bias × (V − humiliation) × L × spread`` plus a quarter of the resolve of a claimed strike (rules.md §5). A
    covert blow without humiliation is felt at half, toward nobody, until it is attributed (Carson 2018). What keeps
    within an assurance is booked at a discount (§11).
    """
    strikes, numbers = step.strikes, rules.numbers
    target, at_power = strikes.target, strikes.target < rules.powers
    taken = _weight_of_blow(rules, step, strikes)
    last = np.minimum(target, rules.powers - 1)
    concluded = entries(state.concluded, last, strikes.attacker, strikes.game) == 1
    injury, humiliation = taken.stung, taken.humiliation
    doubled = np.where(concluded & at_power, times(injury, numbers.concluded_double), injury)
    within = assurances.kept(rules, state, strikes)
    injury = np.where(within, times(doubled, numbers.assured_share), doubled)
    strikes.taken = taken._replace(doubled=doubled, assured=injury, felt=injury.copy())
    yield from _feel_unknown_hand(rules, state, strikes, injury, at_power & strikes.unclaimed)
    yield from _book_strikes(rules, state, strikes, which(at_power & ~strikes.unclaimed), injury, humiliation)
    yield from _book_for_patrons(rules, state, strikes, injury)


def _feel_unknown_hand(
    rules: Rules, state: State, strikes: Strikes, injury: IntArray, veil: BoolArray
) -> Iterator[Effect]:
    """What nobody claims is felt at half, toward nobody; the whole waits, hidden, for a claim or an attribution (§7).

    It costs standing and cohesion at once, as any injury does, and tells nobody whom to answer.
    """
    numbers, hit = rules.numbers, which(veil)
    if not hit.size:
        return
    power, game = strikes.target[hit], strikes.game[hit]
    pair = (power, strikes.attacker[hit])
    felt = injury[hit] - times(injury[hit], numbers.veiled_share)
    strikes.taken.felt[hit] = felt
    at_home = times(times(felt, rules.audience[power]), numbers.injury_standing)
    yield at_once(
        rules,
        "author not known",
        game,
        ("veiled", pair, injury[hit]),
        ("veiled_age", pair, -state.veiled_age[(*pair, game)]),
        ("unknown", (power,), felt),
        ("standing", (power,), -at_home),
        ("cohesion", (rules.camp[power],), -times(felt, numbers.injury_cohesion)),
    )


def name_the_hand(
    rules: Rules, state: State, power: IntArray, actor: IntArray, game: IntArray, cause: str
) -> Iterator[Effect]:
    """What waited hidden is owed to its author; arrays ``[act]``. The half that was felt already costs no more."""
    if not game.size:
        return
    whole = state.veiled[power, actor, game]
    rest = times(whole, rules.numbers.veiled_share)
    yield from book(rules, state, power, actor, game, rest, np.zeros_like(rest), cause)
    yield on_cells(rules, "felt before its author was known", "owed", (power, actor), game, whole - rest)
    yield at_once(rules, cause, game, ("unknown", (power,), rest - whole), ("veiled", (power, actor), -whole))


def _weight_of_blow(rules: Rules, step: Step, strikes: Strikes) -> Taken[IntArray]:
    """How strikes are taken by their own weight, before what was said between the two counts; hundredths."""
    options, numbers = rules.options, rules.numbers
    bias = numbers.injury_bias if rules.assumptions.injury_bias else 100
    reach = np.minimum(100, 100 * strikes.leak // numbers.full_leak)
    display = numbers.display_floor + times(100 - numbers.display_floor, reach)
    words = step.chance.words_at(Purpose.SPREAD, strikes.game, strikes.lot)
    landed = times(options.provocation[strikes.option], display)
    biased = times(landed, bias)
    spread = times(biased, rules.spread[words >> 24])
    claimed = ~options.covert[strikes.option]
    stung = integers(spread + times(strikes.resolve, numbers.claim_sting) * claimed)
    humiliation, nothing = times(options.humiliation[strikes.option], bias), np.zeros_like(stung)
    return Taken(landed, biased, spread, stung, stung, stung, stung, humiliation, nothing)


def _book_strikes(
    rules: Rules, state: State, strikes: Strikes, hit: IntArray, injury: IntArray, humiliation: IntArray
) -> Iterator[Effect]:
    """Book blows on powers toward the striker, and toward a partner's patron by its share."""
    receiver, striker = strikes.target[hit], strikes.attacker[hit]
    game = strikes.game[hit]
    yield from book(rules, state, receiver, striker, game, injury[hit], humiliation[hit], "struck")
    if not rules.assumptions.guilt_by_alliance:
        return
    by_partner = hit[striker >= rules.powers]
    partner, game = strikes.attacker[by_partner] - rules.powers, strikes.game[by_partner]
    numbers = rules.numbers
    credited = (strikes.asked[by_partner] | (state.credited[partner, game] > 0)) & (
        state.disowned[partner, game] == 0
    )
    share = np.where(credited, numbers.patron_requested, numbers.patron_unasked)
    receiver, patron = strikes.target[by_partner], rules.partners.patron[partner]
    other = which(receiver != patron)
    booked = times(injury[by_partner], share)[other]
    strikes.taken.shared[by_partner[other]] = booked
    yield from book(
        rules,
        state,
        receiver[other],
        patron[other],
        game[other],
        booked,
        np.zeros(len(other), dtype=np.int32),
        "struck by its partner",
    )


def _book_for_patrons(rules: Rules, state: State, strikes: Strikes, injury: IntArray) -> Iterator[Effect]:
    """A strike on a partner is its local grievance, and its patron's injury by two fifths (rules.md §7).

    What nobody claims is a grievance all the same, but the patron would not know toward whom to feel it.
    """
    target = strikes.target
    hit = which((target >= rules.powers) & (strikes.attacker < rules.powers))
    if not hit.size:
        return
    partner, game = target[hit] - rules.powers, strikes.game[hit]
    yield on_cells(rules, "struck", "grievance", (partner,), game, injury[hit])
    patron = rules.partners.patron[partner]
    other = which((patron != strikes.attacker[hit]) & ~strikes.unclaimed[hit])
    share = times(injury[hit], rules.numbers.client_injury)[other]
    strikes.taken.shared[hit[other]] = share
    nothing = np.zeros(len(other), dtype=np.int32)
    yield from book(
        rules,
        state,
        patron[other],
        strikes.attacker[hit][other],
        game[other],
        share,
        nothing,
        "a partner was struck",
    )


def book(
    rules: Rules,
    state: State,
    power: IntArray,
    actor: IntArray,
    game: IntArray,
    injury: IntArray,
    humiliation: IntArray,
    cause: str,
) -> Iterator[Effect]:
    """Add to what ``power`` feels is owed to ``actor``; it costs standing and cohesion at once.

    Arrays ``[injury]``, hundredths. Nobody profits from being hit (rules.md §7).
    """
    if not game.size:
        return
    numbers, total = rules.numbers, injury + humiliation
    pair = (power, actor)
    weight = weight_of(rules, actor)
    felt = times(times(total, rules.audience[power]), weight)
    yield at_once(
        rules,
        cause,
        game,
        ("owed", pair, total),
        ("humiliation", pair, humiliation),
        ("booked", pair, total),
        ("booked_turn", pair, total),
        ("standing", (power,), -times(felt, numbers.injury_standing)),
        ("cohesion", (rules.camp[power],), -times(total, numbers.injury_cohesion)),
    )


def carry(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """What is owed presses on the government: standing, credibility and cohesion drain, and memory fades.

    rules.md §7 (carry). What is frozen by a promise neither costs nor fades.
    """
    numbers = rules.numbers
    frozen = frozen_share(rules, state)
    open_owed = state.owed * (100 - frozen) // 100
    weight = weight_of(rules, np.arange(rules.actors))[:, None]
    cost = _carried(rules, open_owed, numbers.carry_free, weight)
    yield Effect("still owed", -cost, "standing")
    shrunk = numbers.carry_free - times(numbers.carry_free, times(state.insecurity, numbers.insecurity_carry))
    allowed = np.maximum(shrunk, 0)[:, None]
    more = _carried(rules, open_owed, allowed, weight) - cost
    yield Effect("security is demanded at home", -more, "standing")
    heavy = open_owed > numbers.carry_threshold
    yield Effect("left unanswered", -numbers.carry_credibility * heavy[:, : rules.powers], "credibility")
    drain = times(open_owed * heavy, numbers.carry_cohesion) // 4
    of_camps = np.zeros_like(state.cohesion)
    for camp, of_power in zip(rules.camp[: rules.powers], drain.sum(axis=1), strict=True):
        of_camps[camp] -= of_power
    yield Effect("left unanswered", of_camps, "cohesion")
    faded = times(open_owed, numbers.fade)
    of_humiliation = np.zeros_like(faded)
    some = which(state.humiliation)  # dividing is slow, and most is zero
    part = faded.take(some) * state.humiliation.take(some) // np.maximum(state.owed.take(some), 1)
    of_humiliation.reshape(-1)[some] = part
    yield Effect("time passes", -of_humiliation, "humiliation")
    yield Effect("time passes", -faded, "owed")


def _carried(rules: Rules, owed: IntArray, free: IntArray | int, weight: IntArray) -> IntArray:
    """The standing that what is owed above ``free`` costs a turn, ``[power, game]``, hundredths."""
    above = times(np.maximum(owed - free, 0), weight)
    felt = times(above, rules.audience[:, None, None])
    return integers(times(felt, rules.numbers.carry_standing).sum(axis=1))


def limit_humiliation(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Humiliation is a part of what is owed, never more than it, whatever lowered the whole."""
    yield Effect("part of what is owed", np.minimum(state.owed - state.humiliation, 0), "humiliation")


def frozen_share(rules: Rules, state: State) -> IntArray:
    """The share of what is owed that promises freeze, hundredths, ``[power, actor, game]``."""
    frozen = np.zeros_like(state.owed)
    promises = rules.promises
    for promise in range(len(promises.holder)):
        pair = frozen[promises.holder[promise], promises.about[promise]]
        np.maximum(pair, state.promise_freeze[promise] * (state.promise_stake[promise] > 0), out=pair)
    return frozen
