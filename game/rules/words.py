"""Words bind: red lines, extended lines, saying that a matter is concluded, crediting and disowning (rules.md §7)."""

from collections.abc import Iterator

import numpy as np

from game.rules.arrays import BoolArray, IntArray, mask, times
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules, Slot
from game.rules.tracks import Tally


def declare(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Red lines are drawn or retired; a matter is declared concluded; partners' acts are credited or disowned.

    Drawing a line costs legitimacy by its stake, retiring one costs half its stake in credibility.
    """
    chosen = step.chosen(Slot.DECLARATORY)
    yield from _draw_lines(rules, state, chosen)
    yield from _retire_lines(rules, state, chosen)
    options = rules.options
    power, game = _where(options.concludes[chosen] >= 0)
    actor = options.concludes[chosen[power, game]]
    yield on_cells(rules, "said that the matter is concluded", "concluded", (power, actor), game, 2)
    yield from _credit(rules, chosen)


def _where(mask: BoolArray) -> tuple[IntArray, IntArray]:
    first, second = np.nonzero(mask)
    return first.astype(np.int32), second.astype(np.int32)


def _draw_lines(rules: Rules, state: State, chosen: IntArray) -> Iterator[Effect]:
    options, numbers = rules.options, rules.numbers
    power, game = _where(options.line[chosen] >= 0)
    line, stake = options.line[chosen[power, game]], options.stake[chosen[power, game]]
    yield on_cells(rules, "drew a red line", "line_stake", (line,), game, stake)
    yield on_cells(rules, "drew a red line", "lines", (power,), game, 1)
    yield on_cells(rules, "drew a red line", "legitimacy", (power,), game, -numbers.line_legitimacy * stake)


def _retire_lines(rules: Rules, state: State, chosen: IntArray) -> Iterator[Effect]:
    options, numbers = rules.options, rules.numbers
    power, game = _where(options.retires[chosen] >= 0)
    line = options.retires[chosen[power, game]]
    stake = state.line_stake[line, game]
    cost = -numbers.line_retire * stake
    yield on_cells(rules, "retired a red line", "credibility", (power, _facing(rules, line)), game, cost)
    yield on_cells(rules, "retired a red line", "line_stake", (line,), game, -stake)
    yield on_cells(rules, "retired a red line", "lines", (power,), game, -1)


def _facing(rules: Rules, line: IntArray) -> IntArray:
    """The power that judges a line's owner by it: the one it is drawn against, or a partner's patron."""
    return rules.patron_of[rules.lines.against[line]]


def _credit(rules: Rules, chosen: IntArray) -> Iterator[Effect]:
    """A patron owns its partners' acts of this turn, or declares that it took no part."""
    credits = rules.options.credits[chosen]
    for cause, sign, track in (("credited a partner", 1, "credited"), ("disowned a partner", -1, "disowned")):
        power, game = _where(credits == sign)
        for partner in range(len(rules.partners.patron)):
            own = rules.partners.patron[partner] == power
            yield on_cells(rules, cause, track, (partner,), game[own], 1)


def answer_lines(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike at whoever crossed a line answers it, by its scale."""
    for line in range(len(rules.lines.owner)):
        answers = _matching(rules, step.strikes, rules.lines.owner[line], rules.lines.against[line])
        game = step.strikes.game[answers]
        scale = rules.options.scale[step.strikes.option[answers]]
        open_now = state.line_crossed[line, game] > 0
        gain = np.maximum(scale - state.line_answer[line, game], 0) * open_now
        yield on_cells(rules, "answered the crossing", "line_answer", (line,), game, gain)


def cross_lines(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike that a drawn line forbids crosses it, and forces the question how to answer [B 51]."""
    strikes, lines, options = step.strikes, rules.lines, rules.options
    for line in range(len(lines.owner)):
        forbidden = _matching(rules, strikes, lines.against[line], lines.protects[line])
        option = strikes.option[forbidden]
        covered = (
            lines.targets[line, options.target_class[option]]
            & lines.fronts[line, options.front[option]]
            & (options.scale[option] >= lines.least_scale[line])
        )
        game = strikes.game[forbidden][covered]
        game = game[(state.line_stake[line, game] > 0) & (state.line_crossed[line, game] == 0)]
        pair = (lines.owner[line], lines.against[line])
        yield on_cells(rules, "a red line was crossed", "line_crossed", (line,), game, 1)
        yield on_cells(rules, "a red line was crossed", "crossed_now", pair, game, 1)
        yield on_cells(rules, "a red line was crossed", "tally", (_LINES_CROSSED,), game, 1)


_LINES_CROSSED = list(Tally).index(Tally.LINES_CROSSED)


def _matching(rules: Rules, strikes: Strikes, attacker: int, target: int) -> IntArray:
    """Strikes by one actor at another."""
    hits = (strikes.attacker == attacker) & (rules.options.target[strikes.option] == target)
    return np.flatnonzero(hits).astype(np.int32)


def judge_lines(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A line crossed last turn is judged: answered in full it gains credibility, else the shortfall costs.

    rules.md §7; Fearon (1994), contested, so an assumption. A line held open by a promise waits for it. Judged
    lines are spent.
    """
    for line in range(len(rules.lines.owner)):
        due = (state.line_crossed[line] == 2) & ~_promised(rules, state, line)
        yield from _judge(rules, state, line, due.astype(np.int32))
        ageing = (state.line_crossed[line] == 1).astype(np.int32)
        games = np.arange(state.games, dtype=np.int32)
        yield on_cells(rules, "time passes", "line_crossed", (line,), games, ageing)


def _judge(rules: Rules, state: State, line: int, due: IntArray) -> Iterator[Effect]:
    numbers, lines = rules.numbers, rules.lines
    owner = lines.owner[line]
    judge = lines.protects[line] if lines.extended[line] else _facing(rules, np.array([line]))[0]
    games = np.arange(state.games, dtype=np.int32)
    stake, answer = state.line_stake[line], state.line_answer[line]
    shortfall = np.maximum(stake - answer, 0) * due
    answered = (answer >= stake) * due
    yield on_cells(
        rules, "answered a crossed line", "credibility", (owner, judge), games, answered * numbers.line_held
    )
    if lines.extended[line]:
        helped = (state.presence[owner, judge] > 0) | (state.shield[judge] > 0)
        cost = times(numbers.extended_ignored, 100 - 50 * helped) * (shortfall > 0)
        yield on_cells(rules, "its warning was ignored", "credibility", (owner, judge), games, -cost)
    elif rules.assumptions.audience_costs:
        cost = times(numbers.line_shortfall * shortfall, rules.audience[owner])
        yield on_cells(rules, "let a line pass", "credibility", (owner, judge), games, -cost)
        yield on_cells(rules, "backed down in public", "standing", (owner,), games, -cost)
    for track in ("line_stake", "line_answer", "line_crossed", "line_quiet"):
        spent = -getattr(state, track)[line] * due
        yield on_cells(rules, "the line is spent", track, (line,), games, spent)
    yield on_cells(rules, "the line is spent", "lines", (owner,), games, -due)


def _promised(rules: Rules, state: State, line: int) -> BoolArray:
    """Whether the line's owner holds for a promise about whoever crossed it."""
    promises = rules.promises
    same = (promises.holder == rules.lines.owner[line]) & (promises.about == rules.lines.against[line])
    return mask((state.promise_stake[same] > 0).any(axis=0))


def keep_lines(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A line that stands uncrossed for two turns gains credibility once; an extended one each turn with its client."""
    numbers, lines = rules.numbers, rules.lines
    games = np.arange(state.games, dtype=np.int32)
    for line in range(len(lines.owner)):
        owner = lines.owner[line]
        standing = ((state.line_stake[line] > 0) & (state.line_crossed[line] == 0)).astype(np.int32)
        yield on_cells(rules, "time passes", "line_quiet", (line,), games, standing)
        if lines.extended[line]:
            pair = (owner, lines.protects[line])
            gain = standing * numbers.extended_held
        else:
            pair = (owner, _facing(rules, np.array([line]))[0])
            gain = standing * (state.line_quiet[line] == numbers.line_quiet) * numbers.line_held
        yield on_cells(rules, "a line held", "credibility", pair, games, gain)
