"""Who did it: claiming an act that nobody claimed, denying it, or leaving it open (rules.md §7).

Saying nothing is what happens by itself: a covert act is booked at half until chance attributes it, and ambiguity is
a gift that the striker can give (Carson 2018). A power may also own up to it, or deny it in public.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import IntArray, any_of, entries, integers, times, where, which
from game.rules.chance import Purpose, roll
from game.rules.effects import Effect, at_once, on_cells
from game.rules.ledger import book, name_the_hand, settle
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules, Slot


def remember(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The resolve of an act that nobody claims is kept, for its author may claim it later."""
    strikes = step.strikes
    target = strikes.target
    hidden = which(strikes.unclaimed & (target < rules.powers) & (strikes.attacker < rules.powers))
    pair, game = (strikes.attacker.take(hidden), target.take(hidden)), strikes.game.take(hidden)
    yield on_cells(rules, "not claimed", "unclaimed", pair, game, strikes.resolve.take(hidden))


def declare(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Own up to an act, or deny it, in public (§7).

    A claim shows the resolve that secrecy held back, pays by it, and is believed; the other side books what it had
    booked at half in full, and the sting of the claim. A denial binds: it halves the chance of being named, and costs
    if it does not hold.
    """
    chosen, options, numbers = step.chosen(Slot.DECLARATORY), rules.options, rules.numbers
    denies, claims = options.denies.take(chosen), options.claims.take(chosen)
    power, game = where(denies >= 0)
    yield on_cells(rules, "denied it", "denied", (power, entries(denies, power, game)), game, 1)
    power, game = where(claims >= 0)
    if not game.size:
        return
    rival = entries(claims, power, game)
    resolve = entries(state.unclaimed, power, rival, game)
    cause = causes.CLAIMED_LATER
    at_half = np.zeros(len(game), dtype=np.bool_)
    yield from settle(rules, state, (power, rival, game), resolve, at_half, cause, by_blow=True)
    yield at_once(
        rules,
        cause,
        game,
        ("credibility", (power, rival), numbers.claim_credibility),
        ("legitimacy", (power,), -numbers.attributed_legitimacy),
    )
    sting = times(2 * resolve, numbers.claim_sting)
    yield from book(rules, rival, power, game, sting, cause)
    yield from name_the_hand(rules, state, rival, power, game, cause)
    yield on_cells(rules, cause, "unclaimed", (power, rival), game, -resolve)


def attribute(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An unclaimed act may be attributed later: then it is owed to its author, whole. Otherwise it lapses.

    rules.md §7. What lapses is felt no more: ambiguity is a gift of the striker.
    """
    place, game = where((state.veiled > 0).reshape(-1, state.games))
    if game.size:
        # Who was hurt by whom in which game without knowing it.
        power, actor = np.divmod(place, rules.actors)
        words = step.chance.words_at(Purpose.ATTRIBUTION, game, place)
        denied = _denied(rules, state, power, actor, game)
        least = times(rules.numbers.attribution, integers([100, rules.numbers.denied_share]))
        named = roll(words, 100) < least.take(denied)
        yield from _name(rules, state, power[named], actor[named], game[named], denied[named])
        yield from _let_lapse(rules, state, power[~named], actor[~named], game[~named])
    yield from _forget(rules, state)


def _denied(rules: Rules, state: State, power: IntArray, actor: IntArray, game: IntArray) -> IntArray:
    """Whether who did it denied it toward whom it hurt, 1 or 0; ``[act]``. A partner denies nothing."""
    by_power = np.minimum(actor, rules.powers - 1)
    return entries(state.denied, by_power, power, game) * (actor < rules.powers)


def _name(
    rules: Rules, state: State, power: IntArray, actor: IntArray, game: IntArray, denied: IntArray
) -> Iterator[Effect]:
    """Chance names those who acted; whoever had denied it pays for that as well."""
    numbers, cause = rules.numbers, causes.ATTRIBUTED_LATER
    yield from name_the_hand(rules, state, power, actor, game, cause)
    author = (rules.patron_of.take(actor),)
    yield on_cells(rules, cause, "legitimacy", author, game, -numbers.attributed_legitimacy)
    liar = which(denied)
    pair = (actor.take(liar), power.take(liar))
    yield at_once(
        rules,
        causes.DENIED,
        game.take(liar),
        ("credibility", pair, -numbers.denial_cost),
        ("legitimacy", pair[:1], -numbers.denial_cost),
    )


def _let_lapse(
    rules: Rules, state: State, power: IntArray, actor: IntArray, game: IntArray
) -> Iterator[Effect]:
    """What has waited long enough is felt no more; the rest grows older."""
    numbers, cause = rules.numbers, causes.NEVER_ATTRIBUTED
    lapsed = entries(state.veiled_age, power, actor, game) >= numbers.veiled_turns
    pair, at = (power[lapsed], actor[lapsed]), game[lapsed]
    whole = entries(state.veiled, *pair, at)
    felt = whole - times(whole, numbers.veiled_share)
    yield on_cells(rules, cause, "unknown", pair[:1], at, -felt)
    yield on_cells(rules, cause, "veiled", pair, at, -whole)
    yield on_cells(rules, "time passes", "veiled_age", (power[~lapsed], actor[~lapsed]), game[~lapsed], 1)


def _forget(rules: Rules, state: State) -> Iterator[Effect]:
    """What was attributed, claimed or has lapsed can be neither claimed nor denied any more."""
    if not (any_of(state.unknown) or any_of(state.unclaimed) or any_of(state.denied)):
        return
    past = state.veiled[:, : rules.powers].swapaxes(0, 1) == 0
    yield Effect("past claiming", -state.unclaimed * past, "unclaimed")
    yield Effect("past claiming", -state.denied * past, "denied")
    yield Effect("past claiming", -state.unknown * ~state.veiled.any(axis=1), "unknown")
