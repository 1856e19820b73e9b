"""What promises and talks left behind in others, as far as what everybody saw tells (rules.md §7).

How far a rival still trusts a mediator, and whether its next blow comes with interest, it keeps to itself. But
everybody saw who held, how many promises were kept, broken and repaid, and which talks failed, and what those do is in
the rules. Only which promise it was, or who brokered the talks, has at times to be guessed.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, WordArray, any_of, anywhere, integers
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.tracks import Tally

Word = Callable[[IntArray], WordArray]
"""A random word for each of some rows, ``[row, game]``."""

_TALLY = list(Tally)
_BY_ANOTHER = 5
"""Of 8 failures of talks that a party may broker as well, so many were brokered by another, as play shows."""


def suppose_aftermath(rules: Rules, seat: int, truth: State, word: Word) -> None:
    """Write what promises and talks left behind over what ``seat`` cannot see of it in imagined positions."""
    change = np.zeros_like(truth.trust)
    if any_of(truth.failures):
        _after_failed_talks(rules, truth, word, change)
    if any_of(truth.promise_freeze):
        _after_promises(rules, seat, truth, word, change)
    trust = rules.layout.places["trust"]
    unseen = (rules.sight[seat, trust.rows] == Sight.HIDDEN).reshape(rules.powers, rules.powers, 1)
    np.clip(truth.trust + change * unseen, trust.low, trust.high, out=truth.trust)


def _after_failed_talks(rules: Rules, truth: State, word: Word, change: IntArray) -> None:
    """Each failure cost trust between its broker and the parties; who brokered is guessed where several can."""
    cost = -(-rules.numbers.talks_failed_trust // 2)
    row = rules.layout.places["failures"].rows.start
    for talks in anywhere(truth.failures > 0):
        drawn = word(integers([row + talks]))[0]
        for party, others, itself in _brokers(rules, talks):
            failures = _by_another(truth.failures[talks], drawn) if itself else truth.failures[talks]
            broker = np.asarray(others)[(drawn >> 27) % len(others)]
            change[broker, party, np.arange(truth.games)] -= cost * failures


def _by_another(failures: IntArray, drawn: WordArray) -> IntArray:
    """How many failures another than the party brokered, ``[game]``; three bits of ``drawn`` for each."""
    each = np.arange(9, dtype=np.uint32)[:, None]
    return integers((((drawn >> 3 * each) % 8 < _BY_ANOTHER) & (each < failures)).sum(axis=0))


@lru_cache(maxsize=512)
def _brokers(rules: Rules, talks: int) -> tuple[tuple[int, tuple[int, ...], bool], ...]:
    """For each power that answers for a party: who else may broker the talks, if anybody, and whether it may itself."""
    able = sorted(set(rules.options.power[rules.options.broker == talks].tolist()))
    parties = rules.patron_of[rules.talks.parties[talks]].tolist()
    each = ((party, tuple(other for other in able if other != party), party in able) for party in parties)
    return tuple((party, others, itself) for party, others, itself in each if others)


class _Past(NamedTuple):
    """What became of promises, ``[promise, game]``: how often each was kept and broken."""

    kept: IntArray
    broken: IntArray


def _after_promises(rules: Rules, seat: int, truth: State, word: Word, change: IntArray) -> None:
    """A kept promise raised trust, a broken one cost more, and left interest until it was paid."""
    promises, numbers = rules.promises, rules.numbers
    rows = rules.layout.places["promise_stake"].rows
    drawn = word(np.arange(rows.start, rows.stop)).astype(np.int64)
    past = _past(rules, truth, drawn)
    resented = _resented(rules, truth, past.broken, drawn)
    for promise, holder, about in _parties(rules):
        change[promises.mediator[promise], holder] += (
            numbers.kept_trust * past.kept[promise] - numbers.broken_trust * past.broken[promise]
        )
        if holder != seat:
            truth.interest[holder, about] |= resented[promise]
            truth.doubt[holder] |= (past.broken[promise] > 0) & (truth.promise_stake[promise] == 0)


def _parties(rules: Rules) -> Iterator[tuple[int, int, int]]:
    """The number of each promise, who holds for it and about whom."""
    promises = rules.promises
    return zip(range(len(promises.holder)), promises.holder.tolist(), promises.about.tolist(), strict=True)


def _past(rules: Rules, truth: State, drawn: WordArray) -> _Past:
    """Those broken were most likely violated or late, and those kept were not; the tally says how many there were."""
    held, over = truth.promise_freeze > 0, truth.promise_stake == 0
    failed = (truth.promise_violated > 0) | _not_reached(rules, truth)
    broken = _dealt(truth.tally[_TALLY.index(Tally.PROMISES_BROKEN)], held, over + 2 * (over & failed), drawn)
    likely = (broken == 0) + 2 * (over & (broken == 0))
    return _Past(_dealt(truth.tally[_TALLY.index(Tally.PROMISES_KEPT)], held, likely, drawn), broken)


def _not_reached(rules: Rules, truth: State) -> BoolArray:
    """Promises about talks that are not where they should have got to, ``[promise, game]``."""
    promises = rules.promises
    far = truth.talks[np.maximum(promises.talks, 0)] >= promises.least[:, None]
    return np.asarray((promises.talks >= 0)[:, None] & ~far)


def _resented(rules: Rules, truth: State, broken: IntArray, drawn: WordArray) -> IntArray:
    """Whether a promise is still to be paid for with interest; its holder did not strike since; ``[promise, game]``."""
    promises = rules.promises
    struck = truth.struck[promises.holder, promises.about] > 0
    calm = truth.held_back[promises.holder, rules.patron_of[promises.about]] > 0
    paid = truth.tally[_TALLY.index(Tally.SETTLED_WITH_INTEREST)]
    count = truth.tally[_TALLY.index(Tally.PROMISES_BROKEN)]
    return integers(_dealt(count - paid, broken > 0, calm & ~struck, drawn) > 0)


def _dealt(total: IntArray, among: BoolArray, likely: IntArray | BoolArray, drawn: WordArray) -> IntArray:
    """How many of ``total`` (``[game]``) fall on each row of ``among``: evenly, beginning with those most likely."""
    if not any_of(total):
        return np.zeros_like(among, dtype=np.int32)
    rank = np.where(among, (likely + 1) << 32 | drawn, 0)
    place = np.stack([(rank > own).sum(axis=0) for own in rank])
    count = np.maximum(among.sum(axis=0), 1)
    return integers(np.maximum((total - place + count - 1) // count, 0) * among)
