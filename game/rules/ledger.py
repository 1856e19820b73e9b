"""The ledger: what audiences feel is owed, what pays it, and what a blow costs at home (rules.md §5, §7).

Injuries add to what is owed, resolve shown pays it off. Both sides of a simultaneous exchange pay before
either is injured, because the orders were given before anything landed.
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from game.rules import assurances, causes
from game.rules.arrays import (
    BoolArray,
    IntArray,
    any_of,
    any_row,
    anywhere,
    cell,
    entries,
    integers,
    times,
    which,
)
from game.rules.blows import bias, blows, display
from game.rules.chance import Purpose
from game.rules.effects import Effect, at_once, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes, Taken
from game.rules.tables import SCENARIOS, Rules


def pay(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Resolve shown toward an actor pays what is owed to it, and resolve toward a partner half its patron's.

    Standing and cohesion gain by what is paid (rules.md §7). A camp does not learn of what its leader does not claim:
    everybody sees how close it is, and would know the author by it.
    """
    strikes = step.strikes
    own = which(strikes.attacker < rules.powers)
    power, target, game = strikes.attacker.take(own), strikes.target.take(own), strikes.game.take(own)
    resolve = strikes.resolve.take(own)
    whole = blows(rules).pays_whole.take(strikes.option.take(own))
    openly = ~strikes.unclaimed.take(own)
    seen = which(openly)
    yield from overreach(
        rules, state, power.take(seen), target.take(seen), game.take(seen), resolve.take(seen)
    )
    yield from settle(
        rules, state, (power, target, game), resolve, whole, "resolve shown", openly, by_blow=True
    )
    patron = rules.patron_of.take(target)
    at_partner = which((target >= rules.powers) & (patron != power))
    half = times(resolve.take(at_partner), rules.numbers.patron_paid)
    yield from settle(
        rules,
        state,
        (power.take(at_partner), patron.take(at_partner), game.take(at_partner)),
        half,
        whole.take(at_partner),
        "resolve shown toward a partner",
        openly.take(at_partner),
        by_blow=True,
    )


def pay_by_partners(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A partner's act that its patron credits pays by half of its resolve, humiliation in full (rules.md §7)."""
    if not any_of(state.credited):
        return
    strikes, partner = step.strikes, step.strikes.lot - rules.powers
    own = which((partner >= 0) & (partner < len(state.credited)))  # what it adds in return pays nothing
    own = own.take(which(entries(state.credited, partner.take(own), strikes.game.take(own))))
    for each in which(np.bincount(partner.take(own))):  # one by one, lest two pay the same debt
        acts = own.take(which(partner.take(own) == each))
        target, game = strikes.target.take(acts), strikes.game.take(acts)
        amount = times(strikes.resolve.take(acts), rules.numbers.credit_paid)
        whole = np.ones(len(acts), dtype=np.bool_)
        holder = np.full_like(target, rules.partners.patron[each])
        yield from settle(rules, state, (holder, target, game), amount, whole, "a partner's act credited")


@lru_cache(maxsize=SCENARIOS)
def weights(rules: Rules) -> IntArray:
    """How much of what is owed to each actor counts at home: less where it is a partner; ``[actor]``, hundredths.

    rules.md §7.
    """
    return integers(np.where(np.arange(rules.actors) < rules.powers, 100, rules.numbers.partner_weight))


def settle(
    rules: Rules,
    state: State,
    whose: tuple[IntArray, IntArray, IntArray],
    amount: IntArray,
    whole: BoolArray,
    cause: str,
    openly: BoolArray | None = None,
    by_blow: bool = False,
) -> Iterator[Effect]:
    """Pay ``amount`` of what is owed; ``whose`` are the powers, to whom they feel it owed, and the games.

    Arrays ``[payment]``, amounts in hundredths.
    Injury is paid first, one for one; humiliation only at half unless ``whole``. Nothing is paid beyond zero.
    ``openly`` says of which payments the camp learns, by default of all. That a power's own blow (``by_blow``) returns
    standing is an assumption [A 25].
    """
    at = cell(state.owed, *whose)
    owed = state.owed.take(at)
    due = which(owed)
    if not due.size:
        return
    power, actor, game = (each.take(due) for each in whose)
    amount, whole = amount.take(due), whole.take(due)
    numbers, owed, humiliation = rules.numbers, owed.take(due), state.humiliation.take(at.take(due))
    paid = np.minimum(amount, owed - humiliation)
    humbled = which(humiliation)
    rest, in_full = (amount - paid).take(humbled), whole.take(humbled)
    rest = np.where(in_full, rest, times(rest, numbers.humiliation_paid))
    of_humiliation = np.minimum(rest, humiliation.take(humbled))
    paid[humbled] += of_humiliation
    returned = 0 if by_blow and not rules.assumptions.political_survival else numbers.paid_standing
    learnt = paid if openly is None else paid * openly.take(due)
    yield at_once(
        rules,
        cause,
        game,
        ("owed", (power, actor), -paid),
        ("standing", (power,), times(times(paid, returned), weights(rules).take(actor))),
        ("cohesion", (rules.camp.take(power),), times(learnt, numbers.paid_cohesion)),
    )
    pair = (power.take(humbled), actor.take(humbled))
    yield on_cells(rules, cause, "humiliation", pair, game.take(humbled), -of_humiliation)


def overreach(
    rules: Rules, state: State, power: IntArray, actor: IntArray, game: IntArray, resolve: IntArray
) -> Iterator[Effect]:
    """Resolve well above what was owed costs legitimacy and alignment.

    rules.md §7. A client with its patron's presence is insulated from half of it (moral hazard, an assumption
    [A 73]); a blow struck with interest after a broken promise is never overreach. Who strikes without a claim is
    not judged by it in public either.
    """
    numbers = rules.numbers
    pair = cell(state.owed, power, actor, game)
    excess = resolve - state.owed.take(pair) - numbers.overreach_free
    over = which(excess > 0)
    if not over.size:
        return
    power, game = power.take(over), game.take(over)
    excess = excess.take(over) * (1 - state.interest.take(pair.take(over)))
    cost = times(excess, numbers.overreach_cost)
    if rules.assumptions.moral_hazard:
        protected = any_row(state.presence >= numbers.moral_hazard_presence)
        insulated = which(protected[power, game])
        cost[insulated] = times(cost.take(insulated), numbers.moral_hazard)
    yield on_cells(rules, "overreach", "legitimacy", (power,), game, -cost)
    hosts = np.arange(len(state.alignment))[:, None]
    every = cost * np.full_like(hosts, -1)
    yield on_cells(rules, "overreach", "alignment", (hosts, power), game, every)


def injure(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The receiver books the injury, dearer than it was meant, and the humiliation.

    ``bias × (V − humiliation) × L × spread`` plus a quarter of the resolve of a claimed strike (rules.md §5). A
    covert blow without humiliation is felt at half, toward nobody, until it is attributed (Carson 2018). What keeps
    within an assurance is booked at a discount (§7). Being hit after saying that the matter is concluded counts
    double (§7), but for a blow that nobody claims: its weight would tell whose it is.
    """
    strikes, numbers = step.strikes, rules.numbers
    at_power = strikes.target < rules.powers
    known, veiled = which(at_power & ~strikes.unclaimed), which(at_power & strikes.unclaimed)
    taken = _weight_of_blow(rules, step, strikes)
    doubled = _changed(taken.stung, _concluded(state, strikes, known), numbers.concluded_double)
    within = assurances.kept(rules, state, strikes)
    injury, humiliation = _changed(doubled, within, numbers.assured_share), taken.humiliation
    strikes.taken = taken._replace(doubled=doubled, assured=injury, felt=injury.copy())
    yield from _feel_unknown_hand(rules, state, strikes, injury, veiled)
    yield from _book_strikes(rules, state, strikes, known, injury, humiliation)
    yield from _book_for_patrons(rules, state, strikes, injury)


def _concluded(state: State, strikes: Strikes, hit: IntArray) -> IntArray:
    """Of the strikes ``hit`` those at a power that had said last turn that the matter is concluded: their places."""
    if not any_of(state.concluded):
        return hit[:0]
    pair = (strikes.target.take(hit), strikes.attacker.take(hit))
    return hit.take(which(entries(state.concluded, *pair, strikes.game.take(hit)) == 1))


def _changed(injury: IntArray, some: IntArray, factor: int) -> IntArray:
    """Injuries of which some are multiplied by a factor in hundredths; ``[strike]``."""
    changed = injury.copy()
    changed[some] = times(injury.take(some), factor)
    return changed


def _feel_unknown_hand(
    rules: Rules, state: State, strikes: Strikes, injury: IntArray, hit: IntArray
) -> Iterator[Effect]:
    """What nobody claims is felt at half, toward nobody; the whole waits, hidden, for a claim or an attribution (§7).

    It costs standing and cohesion at once, as any injury does, and tells nobody whom to answer.
    """
    if not hit.size:
        return
    numbers, whole = rules.numbers, injury.take(hit)
    power, game = strikes.target.take(hit), strikes.game.take(hit)
    pair = (power, strikes.attacker.take(hit))
    felt = whole - times(whole, numbers.veiled_share)
    strikes.taken.felt[hit] = felt
    at_home = times(times(felt, rules.audience[power]), numbers.injury_standing)
    yield at_once(
        rules,
        causes.AUTHOR_NOT_KNOWN,
        game,
        ("veiled", pair, whole),
        ("veiled_age", pair, -entries(state.veiled_age, *pair, game)),
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
    whole = entries(state.veiled, power, actor, game)
    rest = times(whole, rules.numbers.veiled_share)
    yield from book(rules, power, actor, game, rest, cause)
    yield on_cells(rules, "felt before its author was known", "owed", (power, actor), game, whole - rest)
    yield at_once(rules, cause, game, ("unknown", (power,), rest - whole), ("veiled", (power, actor), -whole))


def _weight_of_blow(rules: Rules, step: Step, strikes: Strikes) -> Taken[IntArray]:
    """How strikes are taken by their own weight, before what was said between the two counts; hundredths."""
    by_option, option = blows(rules), strikes.option
    words = step.chance.words_at(Purpose.SPREAD, strikes.game, strikes.lot)
    landed = times(rules.options.provocation.take(option), display(rules).take(strikes.leak))
    biased = times(landed, bias(rules))
    spread = times(biased, rules.spread.take(words >> 24))
    stung = spread + times(strikes.resolve, by_option.sting.take(option))
    humiliation, nothing = by_option.humiliation.take(option), np.zeros_like(stung)
    return Taken(landed, biased, spread, stung, stung, stung, stung, humiliation, nothing)


def _book_strikes(
    rules: Rules, state: State, strikes: Strikes, hit: IntArray, injury: IntArray, humiliation: IntArray
) -> Iterator[Effect]:
    """Book blows on powers toward the striker, and toward a partner's patron by its share."""
    receiver, striker, game = strikes.target.take(hit), strikes.attacker.take(hit), strikes.game.take(hit)
    injury, humiliation = injury.take(hit), humiliation.take(hit)
    yield from book(rules, receiver, striker, game, injury, causes.STRUCK, humiliation)
    if not rules.assumptions.guilt_by_alliance:
        return
    patron = rules.patron_of.take(striker)
    by_partner = which((striker >= rules.powers) & (receiver != patron))
    if not by_partner.size:
        return
    receiver, patron, game = receiver.take(by_partner), patron.take(by_partner), game.take(by_partner)
    strike = hit.take(by_partner)
    booked = times(injury.take(by_partner), _share_of_patron(rules, state, strikes, strike))
    strikes.taken.shared[strike] = booked
    yield from book(rules, receiver, patron, game, booked, "struck by its partner")


def _share_of_patron(rules: Rules, state: State, strikes: Strikes, strike: IntArray) -> IntArray:
    """How much of an injury by a partner is booked toward its patron, hundredths, for the strikes named."""
    partner, game = strikes.attacker.take(strike) - rules.powers, strikes.game.take(strike)
    at: IntArray = cell(state.credited, partner, game)
    owned = strikes.asked.take(strike) | (state.credited.take(at) > 0)
    owned &= state.disowned.take(at) == 0
    shares = integers([rules.numbers.patron_unasked, rules.numbers.patron_requested])
    return shares.take(owned)


def _book_for_patrons(rules: Rules, state: State, strikes: Strikes, injury: IntArray) -> Iterator[Effect]:
    """A strike on a partner is its local grievance, and its patron's injury by two fifths (rules.md §7).

    What nobody claims is a grievance all the same, but the patron would not know toward whom to feel it.
    """
    target = strikes.target
    hit = which((target >= rules.powers) & (strikes.attacker < rules.powers))
    if not hit.size:
        return
    partner = target.take(hit) - rules.powers
    yield on_cells(rules, causes.STRUCK, "grievance", (partner,), strikes.game.take(hit), injury.take(hit))
    patron = rules.patron_of.take(target)
    known = hit[(patron.take(hit) != strikes.attacker.take(hit)) & ~strikes.unclaimed.take(hit)]
    share = times(injury.take(known), rules.numbers.client_injury)
    strikes.taken.shared[known] = share
    hurt, striker, game = patron.take(known), strikes.attacker.take(known), strikes.game.take(known)
    yield from book(rules, hurt, striker, game, share, "a partner was struck")


def book(
    rules: Rules,
    power: IntArray,
    actor: IntArray,
    game: IntArray,
    injury: IntArray,
    cause: str,
    humiliation: IntArray | None = None,
) -> Iterator[Effect]:
    """Add to what ``power`` feels is owed to ``actor``; it costs standing and cohesion at once.

    Arrays ``[injury]``, hundredths. Nobody profits from being hit (rules.md §7).
    """
    if not game.size:
        return
    numbers, pair = rules.numbers, (power, actor)
    total = injury if humiliation is None else injury + humiliation
    felt = times(times(total, rules.audience.take(power)), weights(rules).take(actor))
    yield at_once(
        rules,
        cause,
        game,
        ("owed", pair, total),
        ("booked", pair, total),
        ("booked_turn", pair, total),
        ("standing", (power,), -times(felt, numbers.injury_standing)),
        ("cohesion", (rules.camp.take(power),), -times(total, numbers.injury_cohesion)),
    )
    if humiliation is not None:
        some = which(humiliation)
        whose = (power.take(some), actor.take(some))
        yield on_cells(rules, cause, "humiliation", whose, game.take(some), humiliation.take(some))


def carry(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """What is owed presses on the government: standing, credibility and cohesion drain, and memory fades.

    rules.md §7 (carry). What is frozen by a promise neither costs nor fades.
    """
    if not any_of(state.owed):
        return
    numbers = rules.numbers
    open_owed = times(state.owed, 100 - frozen_share(rules, state))
    cost = _carried(rules, open_owed, rules.audience[:, None, None], numbers.carry_free)
    yield Effect("still owed", -cost, "standing")
    for power in anywhere(state.insecurity > 0):
        less = times(state.insecurity[power], numbers.insecurity_carry)
        free = np.maximum(numbers.carry_free - times(numbers.carry_free, less), 0)
        more = _carried(rules, open_owed[power], rules.audience[power], free) - cost[power]
        yield on_cells(rules, "security is demanded at home", "standing", (power,), None, -more)
    yield from _left_unanswered(rules, state, open_owed)
    faded = times(open_owed, numbers.fade)
    yield Effect("time passes", -_of_humiliation(state, faded), "humiliation")
    yield Effect("time passes", -faded, "owed")


def _left_unanswered(rules: Rules, state: State, open_owed: IntArray) -> Iterator[Effect]:
    """A heavy debt that stands costs credibility with whom it is owed to, and cohesion."""
    numbers = rules.numbers
    heavy = open_owed > numbers.carry_threshold
    if not any_of(heavy):
        return
    lost = integers(heavy[:, : rules.powers]) * -numbers.carry_credibility
    yield Effect("left unanswered", lost, "credibility")
    drain = times(open_owed * heavy, numbers.carry_cohesion) // 4
    of_powers = np.add.reduce(drain, axis=1, dtype=np.int32)
    of_camps = np.zeros_like(state.cohesion)
    for camp, of_power in zip(rules.camp[: rules.powers], of_powers, strict=True):
        of_camps[camp] -= of_power
    yield Effect("left unanswered", of_camps, "cohesion")


def _of_humiliation(state: State, faded: IntArray) -> IntArray:
    """The part of what fades that is humiliation, ``[power, actor, game]``."""
    part = np.zeros_like(faded)
    some = which(state.humiliation > 0)  # dividing is slow, and most is zero
    share = faded.take(some) * state.humiliation.take(some) // np.maximum(state.owed.take(some), 1)
    part.reshape(-1)[some] = share
    return part


def _carried(rules: Rules, owed: IntArray, audience: IntArray, free: IntArray | int) -> IntArray:
    """The standing that what is owed above ``free`` costs a turn before an ``audience``, hundredths.

    ``[…, game]``; ``owed`` is ``[…, actor, game]``.
    """
    above = times(np.maximum(owed - free, 0), weights(rules)[:, None])
    felt = times(above, audience)
    return integers(np.add.reduce(times(felt, rules.numbers.carry_standing), axis=-2, dtype=np.int32))


def limit_humiliation(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Humiliation is a part of what is owed, never more than it, whatever lowered the whole (rules.md §7)."""
    over = which(state.humiliation > state.owed)
    if not over.size:
        return
    pair, game = np.divmod(over, state.games)
    less = state.owed.take(over) - state.humiliation.take(over)
    row = rules.layout.places["humiliation"].start + pair
    yield Effect("part of what is owed", less, "humiliation", row, game)


def frozen_share(rules: Rules, state: State) -> IntArray:
    """The share of what is owed that promises freeze, hundredths, ``[power, actor, game]``."""
    frozen = np.zeros_like(state.owed)
    if not any_of(state.promise_stake):
        return frozen
    promises = rules.promises
    for promise in range(len(promises.holder)):
        pair = frozen[promises.holder[promise], promises.about[promise]]
        np.maximum(pair, state.promise_freeze[promise] * (state.promise_stake[promise] > 0), out=pair)
    return frozen
