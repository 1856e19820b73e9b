"""Words bind: red lines, extended lines, saying that a matter is concluded, crediting and disowning (rules.md §7)."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from game.rules import causes
from game.rules.arrays import (
    BoolArray,
    IntArray,
    any_of,
    any_row,
    entries,
    integers,
    mask,
    times,
    where,
    which,
)
from game.rules.effects import Effect, at_once, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import unclaimed
from game.rules.tables import SCENARIOS, Rules, Slot
from game.rules.tracks import Tally


def declare(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Red lines are drawn or retired; a matter is declared concluded; partners' acts are credited or disowned.

    Drawing a line costs legitimacy by its stake. Retiring one costs half its stake in credibility, or nothing where a
    cease-fire holds on its fronts.
    """
    chosen = step.chosen(Slot.DECLARATORY)
    yield from _draw_lines(rules, state, chosen)
    yield from _retire_lines(rules, state, chosen)
    concludes = rules.options.concludes.take(chosen)
    power, game = where(concludes >= 0)
    pair = (power, entries(concludes, power, game))
    yield on_cells(rules, "said that the matter is concluded", "concluded", pair, game, 2)
    yield from _credit(rules, chosen)


def _draw_lines(rules: Rules, state: State, chosen: IntArray) -> Iterator[Effect]:
    options, numbers = rules.options, rules.numbers
    power, game = where((options.line >= 0).take(chosen))
    if not game.size:
        return
    option = entries(chosen, power, game)
    line, stake = options.line.take(option), options.stake.take(option)
    yield at_once(
        rules,
        "drew a red line",
        game,
        ("line_stake", (line,), stake),
        ("lines", (power,), 1),
        ("legitimacy", (power,), -numbers.line_legitimacy * stake),
    )


def _retire_lines(rules: Rules, state: State, chosen: IntArray) -> Iterator[Effect]:
    options, numbers = rules.options, rules.numbers
    power, game = where((options.retires >= 0).take(chosen))
    if not game.size:
        return
    line = options.retires.take(entries(chosen, power, game))
    stake = entries(state.line_stake, line, game)
    cost = -numbers.line_retire * stake * ~_cease_fire(rules, state, line, game)
    pair = (power, rules.patron_of[rules.lines.against[line]])
    quiet = entries(state.line_quiet, line, game)
    forgotten = quiet * (quiet < numbers.line_quiet)  # one that has gained by standing gains no more
    yield at_once(
        rules,
        causes.LINE_RETIRED,
        game,
        ("credibility", pair, cost),
        ("line_stake", (line,), -stake),
        ("line_quiet", (line,), -forgotten),
        ("lines", (power,), -1),
    )


def _cease_fire(rules: Rules, state: State, line: IntArray, game: IntArray) -> BoolArray:
    """Whether talks on a front of each line have got as far as a settlement needs; ``[case]``."""
    about = rules.lines.fronts[line][:, rules.talks.front].T
    return any_row(about & (state.talks.take(game, axis=1) >= rules.numbers.settlement_talks))


def _credit(rules: Rules, chosen: IntArray) -> Iterator[Effect]:
    """A patron owns its partners' acts of this turn, or declares that it took no part."""
    owning = rules.options.credits.take(chosen)
    for cause, sign, track in (("credited a partner", 1, "credited"), ("disowned a partner", -1, "disowned")):
        power, game = where(owning == sign)
        partner, place = where(rules.partners.patron[:, None] == power)
        yield on_cells(rules, cause, track, (partner,), game.take(place), 1)


def answer_lines(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An open strike at whoever crossed a line answers it, by its scale.

    What nobody claims answers nothing in the eyes of others (rules.md §7).
    """
    lines, strikes = rules.lines, step.strikes
    some = which(any_row(state.line_crossed > 0).take(strikes.game) & ~strikes.unclaimed)
    by_owner = lines.owner[:, None] == strikes.attacker.take(some)
    line, place = where(by_owner & (lines.against[:, None] == strikes.target.take(some)))
    if not line.size:
        return
    strike = some.take(place)
    game, scale = strikes.game.take(strike), strikes.scale.take(strike)
    open_now = entries(state.line_crossed, line, game) > 0
    gain = np.maximum(scale - entries(state.line_answer, line, game), 0) * open_now
    yield on_cells(rules, "answered the crossing", "line_answer", (line,), game, gain)


def cross_lines(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike that a drawn line forbids crosses it, and forces the question how to answer [B 51].

    An act whose author is not known crosses none, which is what it is covert for (rules.md §7).
    """
    lines, strikes = rules.lines, step.strikes
    forbidden = _forbidden(rules)
    some = which(any_row(forbidden).take(strikes.option) & any_row(state.line_stake > 0).take(strikes.game))
    by_whom = lines.against[:, None] == strikes.attacker.take(some)
    line, place = where(forbidden.take(strikes.option.take(some), axis=1) & by_whom)
    if not line.size:
        return
    struck = np.zeros_like(state.line_stake, dtype=np.bool_)  # once, by however many
    struck[line, strikes.game.take(some.take(place))] = True
    line, game = where(struck & (state.line_stake > 0) & (state.line_crossed == 0))
    yield at_once(
        rules,
        causes.LINE_CROSSED,
        game,
        ("line_crossed", (line,), 1),
        ("crossed_now", (lines.owner[line], lines.against[line]), 1),
        ("tally", (_LINES_CROSSED,), 1),
    )


_OF_LINES = ("line_stake", "line_answer", "line_crossed", "line_quiet", "line_helped")
_LINES_CROSSED = list(Tally).index(Tally.LINES_CROSSED)


@lru_cache(maxsize=SCENARIOS)
def _forbidden(rules: Rules) -> BoolArray:
    """Which options cross a line if whom it is drawn against chooses them, ``[line, option]``."""
    lines, options = rules.lines, rules.options
    # Options of partners say no power.
    by_whom = (options.power < 0) | (options.power == lines.against[:, None])
    crosses = (
        by_whom & (options.target == lines.protects[:, None]) & (options.scale >= lines.least_scale[:, None])
    )
    crosses &= lines.targets[:, options.target_class] & lines.fronts[:, options.front]
    return mask(crosses & options.strike & ~unclaimed(rules))


def judge_lines(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A line crossed last turn is judged: answered in full it gains credibility, else the shortfall costs.

    rules.md §7; Fearon (1994), contested, so an assumption. A line held open by a promise waits for it. Judged
    lines are spent.
    """
    if not any_of(state.line_crossed):
        return
    yield from _note_help(rules, state)
    due = (state.line_crossed == 2) & ~_promised(rules, state)
    if any_of(due):
        yield from _judge(rules, state, due)
        yield from _spend(rules, state, *where(due), causes.LINE_SPENT)
    yield Effect("time passes", (state.line_crossed == 1).astype(np.int32), "line_crossed")


def _note_help(rules: Rules, state: State) -> Iterator[Effect]:
    """Since an extended line was crossed its patron deployed, backed or led the common defence."""
    lines = rules.lines
    helped = (state.backing[lines.owner] > 0) | (state.shield[lines.protects] > 0)
    helped &= (state.line_crossed > 0) & lines.extended[:, None]
    yield Effect("stood by its client", integers(helped & (state.line_helped == 0)), "line_helped")


def _judge(rules: Rules, state: State, due: BoolArray) -> Iterator[Effect]:
    """Credibility with whoever judges the owner by the line; standing too, where it backed down in public."""
    numbers, lines = rules.numbers, rules.lines
    line, game = where(due)
    owner, judge = lines.owner[line], judges(rules)[line]
    lacking = entries(state.line_stake, line, game) - entries(state.line_answer, line, game)
    shortfall = np.maximum(lacking, 0)
    kept = (shortfall == 0) * numbers.line_held
    yield on_cells(rules, causes.LINE_ANSWERED, "credibility", (owner, judge), game, kept)
    extended = lines.extended[line]
    ignored = (
        times(numbers.extended_ignored, 100 - 50 * state.line_helped[line, game]) * (shortfall > 0) * extended
    )
    yield on_cells(rules, causes.WARNING_IGNORED, "credibility", (owner, judge), game, -ignored)
    if rules.assumptions.audience_costs:
        cost = times(numbers.line_shortfall * shortfall, rules.audience[owner]) * ~extended
        yield on_cells(rules, causes.LINE_UNANSWERED, "credibility", (owner, judge), game, -cost)
        yield on_cells(rules, "backed down in public", "standing", (owner,), game, -cost)


def judges(rules: Rules) -> IntArray:
    """Who judges a line's owner by it: the client of an extended line, else whom it is drawn against; ``[line]``."""
    lines = rules.lines
    return np.where(lines.extended, lines.protects, rules.patron_of[lines.against])


def _spend(rules: Rules, state: State, line: IntArray, game: IntArray, cause: str) -> Iterator[Effect]:
    """Take lines down; ``line`` and ``game`` list them."""
    forgotten = [(track, (line,), -entries(getattr(state, track), line, game)) for track in _OF_LINES]
    yield at_once(rules, cause, game, *forgotten, ("lines", (rules.lines.owner[line],), -1))


def _promised(rules: Rules, state: State) -> BoolArray:
    """Lines whose owner holds for a promise about whoever crossed them; ``[line, game]``."""
    lines, promises = rules.lines, rules.promises
    same = (lines.owner[:, None] == promises.holder) & (lines.against[:, None] == promises.about)
    return mask((same[:, :, None] & (state.promise_stake > 0)).any(axis=1))


def settle_lines(
    rules: Rules, state: State, holder: int, about: int, game: IntArray, cause: str
) -> Iterator[Effect]:
    """Crossed lines of ``holder`` against ``about`` are settled without cost in the games listed."""
    for line in which((rules.lines.owner == holder) & (rules.lines.against == about)):
        crossed = game[state.line_crossed[line, game] > 0]
        if crossed.size:
            yield from _spend(rules, state, np.full_like(crossed, line), crossed, cause)


def keep_lines(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A line that stands uncrossed for two turns gains credibility once; an extended one each turn with its client."""
    numbers, lines = rules.numbers, rules.lines
    standing = (state.line_stake > 0) & (state.line_crossed == 0)
    if not any_of(standing):
        return
    yield Effect("time passes", standing.astype(np.int32), "line_quiet")
    gains = standing & (lines.extended[:, None] | (state.line_quiet == numbers.line_quiet))
    line, game = where(gains)
    gain = np.where(lines.extended[line], numbers.extended_held, numbers.line_held)
    pair = (lines.owner[line], judges(rules)[line])
    yield on_cells(rules, causes.LINE_HELD, "credibility", pair, game, gain)
