"""Holding for a promise: a mediator stakes its word on an outcome, and what is owed waits (rules.md §7, A 10–12).

Kept, most of what is owed counts as paid. Broken, it grows, the mediator's word is worth less, and the holder's
next blow is struck with interest.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import (
    BoolArray,
    IntArray,
    any_of,
    any_row,
    anywhere,
    entries,
    integers,
    times,
    where,
    which,
)
from game.rules.effects import Effect, at_once, on_cells
from game.rules.ledger import settle
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Ending, Reply, Rules, Slot
from game.rules.tracks import Tally
from game.rules.words import settle_lines

_ACCEPT = int(Reply.ACCEPT)
_TALLY = list(Tally)


def ask_to_hold(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A mediator asks a power to hold and stakes its word; one who was ready to hold begins at once.

    If nobody was ready the offer lies on the table and may be accepted in a reply window of this turn.
    """
    chosen = step.chosen(Slot.DIPLOMATIC)
    yield from _offer(rules, chosen)
    ready = rules.options.holds.take(chosen)
    yield from _begin(rules, state, *where(ready.take(rules.promises.holder, axis=0)))


def offer(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """In a reply window, mediators may secretly offer one promise each."""
    yield from _offer(rules, step.chosen(Slot.OFFER))


def _offer(rules: Rules, chosen: IntArray) -> Iterator[Effect]:
    options = rules.options
    power, game = where((options.promise >= 0).take(chosen))
    if not game.size:
        return
    option = entries(chosen, power, game)
    promise = (options.promise.take(option),)
    yield on_cells(rules, "a promise was offered", "offer", promise, game, options.stake.take(option))


def accept(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A holder of a window accepts the promise on the table: what is owed is frozen, and the window closes."""
    options, chosen = rules.options, step.chosen(Slot.ANSWER)
    holder, game = where((options.reply == _ACCEPT).take(chosen))
    if game.size:
        yield from _begin(rules, state, options.promise.take(entries(chosen, holder, game)), game)


def _begin(rules: Rules, state: State, promise: IntArray, game: IntArray) -> Iterator[Effect]:
    """Start those promises that are on the table and not already running; ``[start]``, as their holders hold."""
    on_the_table = entries(state.offer, promise, game) > 0
    begins = which(on_the_table & (entries(state.promise_stake, promise, game) == 0))
    promise, game = promise.take(begins), game.take(begins)
    for each in sorted(set(promise.tolist())):
        yield from _begin_one(rules, state, each, game.take(which(promise == each)))


def _begin_one(rules: Rules, state: State, promise: int, game: IntArray) -> Iterator[Effect]:
    """Start a promise in the games listed; the offer is taken off the table."""
    promises, numbers = rules.promises, rules.numbers
    stake = state.offer[promise].take(game)
    left = promises.turns[promise] - state.promise_left[promise].take(game)
    doubt = state.doubt[promises.holder[promise]].take(game)
    freeze = np.where(doubt > 0, numbers.doubted_freeze, 100) - state.promise_freeze[promise].take(game)
    yield at_once(
        rules,
        causes.HOLDS_FOR_PROMISE,
        game,
        ("promise_stake", (promise,), stake),
        ("offer", (promise,), -stake),
        ("promise_left", (promise,), left),
        ("promise_violated", (promise,), -state.promise_violated[promise].take(game)),
        ("promise_freeze", (promise,), freeze),
        ("doubt", (promises.holder[promise],), -doubt),
        ("tally", (_TALLY.index(Tally.PROMISES_HELD),), 1),
    )


def void_by_striking(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A holder that openly strikes the power it was asked to spare gives up the promise; nobody broke it.

    A blow that nobody claims gives up nothing, for that would tell whose it is (rules.md §7).
    """
    promises, running = rules.promises, state.promise_stake > 0
    if not any_of(running):
        return
    strikes, some = step.strikes, _while_held(step.strikes, running)
    some = some.take(which(~strikes.unclaimed.take(some)))
    attacker, target, game = (each.take(some) for each in (strikes.attacker, strikes.target, strikes.game))
    for promise in anywhere(running):
        struck = which((attacker == promises.holder[promise]) & (target == promises.about[promise]))
        games = game.take(struck)
        stake = state.promise_stake[promise].take(games)
        yield on_cells(rules, causes.STRUCK_INSTEAD, "promise_stake", (promise,), games, -stake)


def _while_held(strikes: Strikes, running: BoolArray) -> IntArray:
    """The strikes, by their places, in games in which one of the promises that are ``running`` is held for."""
    return which(any_row(running).take(strikes.game))


def note_violations(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike at the holder, on the front that was to stay quiet, violates a promise that is held for.

    What was struck before the promise began is what it was offered for, and does not count; nor does an act that
    nobody claims, whose author is not known.
    """
    promises, strikes = rules.promises, step.strikes
    running = (state.promise_stake > 0) & (promises.quiet_front >= 0)[:, None]
    if not any_of(running):
        return
    some = _while_held(strikes, running)
    some = some.take(which(~strikes.unclaimed.take(some)))
    columns = strikes.attacker, strikes.target, strikes.front, strikes.game
    attacker, target, front, game = (each.take(some) for each in columns)
    for promise in anywhere(running):
        struck = (attacker == promises.about[promise]) & (target == promises.holder[promise])
        games = game.take(which(struck & (front == promises.quiet_front[promise])))
        held = integers(running[promise].take(games))
        yield on_cells(rules, "struck despite a promise", "promise_violated", (promise,), games, held)


def judge_promises(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A promise whose outcome has come is kept; one that was violated, or is overdue, is broken."""
    running = state.promise_stake > 0
    for promise in anywhere(running):
        violated = running[promise] & (state.promise_violated[promise] > 0)
        left = state.promise_left[promise] - 1
        reached = _reached(rules, state, promise, left)
        kept = running[promise] & ~violated & reached
        overdue = running[promise] & ~reached & (left <= 0)
        yield from _keep(rules, state, promise, which(kept))
        yield from _break(rules, state, promise, which(violated | overdue), 100)
    yield Effect("time passes", -np.minimum(state.promise_left, 1), "promise_left")


def _reached(rules: Rules, state: State, promise: int, left: IntArray) -> BoolArray:
    """Whether the promised outcome is there: talks far enough, or the quiet lasted to its end."""
    promises = rules.promises
    if promises.talks[promise] >= 0:
        return np.asarray(state.talks[promises.talks[promise]] >= promises.least[promise])
    return np.asarray(left <= 0)


def _parties(rules: Rules, promise: int) -> tuple[int, int, int]:
    """Who holds for a promise, about whom, and who gave it."""
    promises = rules.promises
    return int(promises.holder[promise]), int(promises.about[promise]), int(promises.mediator[promise])


def _keep(rules: Rules, state: State, promise: int, game: IntArray) -> Iterator[Effect]:
    """Kept: 70 % of what is owed counts as paid, humiliation included, and the mediator's word gains."""
    if not game.size:
        return
    numbers = rules.numbers
    holder, about, mediator = _parties(rules, promise)
    amount = times(state.owed[holder, about, game], numbers.kept_paid)
    stake = state.promise_stake[promise, game]
    whole = np.ones(len(game), dtype=np.bool_)
    cause = causes.PROMISE_KEPT
    pair = (np.full(len(game), holder, dtype=np.int32), np.full(len(game), about, dtype=np.int32))
    yield from settle(rules, state, (*pair, game), amount, whole, cause)
    yield at_once(
        rules,
        cause,
        game,
        ("trust", (mediator, holder), numbers.kept_trust),
        ("legitimacy", (holder,), numbers.kept_trust),
        ("promise_stake", (promise,), -stake),
        ("tally", (_TALLY.index(Tally.PROMISES_KEPT),), 1),
    )
    yield _reward_mediator(rules, mediator, holder, game, numbers.mediator_stake * stake, cause)
    yield from settle_lines(rules, state, holder, about, game, "settled by a kept promise")


def judge_open_promises(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A promise that is still open at the horizon is judged as broken by half."""
    running = state.promise_stake > 0
    if not any_of(running):
        return
    still_open = running & (state.ending == Ending.HORIZON)
    for promise in anywhere(still_open):
        game = which(still_open[promise])
        yield from _break(rules, state, promise, game, rules.numbers.open_at_end)


def _break(rules: Rules, state: State, promise: int, game: IntArray, weight: int) -> Iterator[Effect]:
    """Broken: what is owed grows by a quarter, trust falls, and the next blow is struck with interest [A 11].

    ``weight``, hundredths, is how much of a break it is.
    """
    if not game.size:
        return
    numbers = rules.numbers
    holder, about, mediator = _parties(rules, promise)
    stake = state.promise_stake[promise, game]
    owed = state.owed[holder, about, game]
    cause = causes.PROMISE_BROKEN
    worth = numbers.mediator_stake * stake
    grown = times(times(owed, numbers.broken_owed), weight)
    yield at_once(
        rules,
        cause,
        game,
        ("owed", (holder, about), grown),
        ("trust", (mediator, holder), -numbers.broken_trust * weight // 100),
        ("interest", (holder, about), 1),
        ("doubt", (holder,), 1),
        ("promise_stake", (promise,), -stake),
        ("tally", (_TALLY.index(Tally.PROMISES_BROKEN),), 1),
    )
    yield _reward_mediator(rules, mediator, holder, game, -times(worth, weight), cause)


def _reward_mediator(
    rules: Rules, mediator: int, holder: int, game: IntArray, change: IntArray, cause: str
) -> Effect:
    """The mediator's credibility and legitimacy follow its word, by what it staked; ``change`` in hundredths."""
    both = ("credibility", (mediator, holder), change), ("legitimacy", (mediator,), change)
    return at_once(rules, cause, game, *both)


def spend_interest(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The first open blow after a broken promise uses up its interest."""
    strikes = step.strikes
    if not any_of(state.interest):
        return
    own = which((strikes.attacker < rules.powers) & ~strikes.unclaimed)
    attacker, target, game = strikes.attacker.take(own), strikes.target.take(own), strikes.game.take(own)
    due = which(entries(state.interest, attacker, target, game))
    pair = (attacker.take(due), target.take(due))
    counted = ("tally", (_TALLY.index(Tally.SETTLED_WITH_INTEREST),), 1)
    yield at_once(rules, causes.PAID_WITH_INTEREST, game.take(due), counted, ("interest", pair, -1))


def withdraw_offers(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Offers that nobody accepted lapse at the books."""
    yield Effect("the offer lapsed", -state.offer, "offer")
