"""The order of play: what happens at each stage of a turn, in the words of the rulebook (rules.md §3).

Stages are ORDERS, up to three exchanges of OFFER then ANSWER, BRINK, and the books. ``advance`` carries one stage
out for a whole batch of games and leaves the state it was given as it was.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

import numpy as np

from game.rules import (
    appeals,
    assurances,
    authorship,
    balance,
    bonds,
    clients,
    conduct,
    covert,
    ends,
    events,
    harm,
    home,
    hosts,
    interception,
    ladder,
    launches,
    ledger,
    means,
    nuclear,
    orders,
    partners,
    promises,
    reputation,
    strength,
    talks,
    targets,
    windows,
    words,
)
from game.rules.arrays import IntArray, KeyArray, any_of, where, which
from game.rules.chance import Chance
from game.rules.effects import Effect, Listener, carry_out
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import ANSWERS, OFFERS, Rules, Slot, Stage

Rule = Callable[[Rules, State, Step], Iterator[Effect]]

_FEW = 0.1
"""Share of a batch that is quicker taken out, played on and put back than played on in its place."""


STRIKES: tuple[Rule, ...] = (
    launches.join,
    launches.commit_stocks,
    launches.show_resolve,
    interception.intercept,
    hosts.expose,
    hosts.fly_over,
    hosts.affront,
    harm.land,
    targets.learn_reach,
    harm.toll,
    harm.damage,
    harm.abroad,
    harm.unseat,
    home.sustain_ground_operations,
    home.demand_security,
    ledger.pay,
    ledger.pay_by_partners,
    promises.spend_interest,
    promises.void_by_striking,
    promises.note_violations,
    ledger.injure,
    assurances.expose,
    covert.shatter_assessments,
    authorship.remember,
    clients.answer_for,
    clients.ignore,
    words.answer_lines,
    words.cross_lines,
    balance.go_beyond,
    ladder.climb,
    hosts.widen_by_strikes,
    targets.mark,
)
"""How strikes of one step are resolved, all of them simultaneously."""

_ONLY_FOR_STRIKES = frozenset(STRIKES[1:]) - {ladder.climb}
"""Rules that do nothing in a step in which nobody strikes. Acts that are no strikes put a front higher, too."""

ORDERS: tuple[Rule, ...] = (
    windows.new_step,
    means.spend,
    partial(orders.shift, slot=Slot.DECLARATORY),
    words.declare,
    authorship.declare,
    partial(orders.shift, slot=Slot.DIPLOMATIC),
    promises.ask_to_hold,
    assurances.assure,
    appeals.appeal,
    clients.ask_to_hold,
    partners.answer_patrons,
    partial(orders.shift, slot=Slot.GUARD),
    home.press_clients,
    partial(orders.shift, slot=Slot.FORCE),
    ledger.limit_humiliation,
    *STRIKES,
    partners.regroup,
    talks.attempt,
    talks.undermine,
    windows.open_windows,
)
"""Declaratory, diplomatic, partners, guard, then strikes and operations.

Talks are tried last, when all leverage of this turn is spent and it is known who struck.
"""

OFFER: tuple[Rule, ...] = (promises.offer,)

EXCHANGE: tuple[Rule, ...] = (windows.new_step,)
"""An exchange begins, whether or not anybody has a reply to give."""

REPLIES: tuple[Rule, ...] = (
    means.spend,
    promises.accept,
    windows.protest,
    partial(orders.shift, slot=Slot.ANSWER),
    ledger.limit_humiliation,
    *STRIKES,
    windows.open_windows,
)
"""All holders of a window answer, secretly and together; what is struck can open a window in return.

An order does in a reply what it does else.
"""

AFTER_EXCHANGES: tuple[Rule, ...] = (ladder.lose_control, windows.note_closing)
"""After the last exchange control may be lost, which opens the brink; an exchange that ends there has not closed."""

BRINK: tuple[Rule, ...] = (conduct.remember, ladder.step_back_or_go_on, hosts.widen_by_war)

BOOKS: tuple[Rule, ...] = (
    events.happen,
    talks.concede,
    promises.judge_promises,
    authorship.attribute,
    partners.stand_by_clients,
    reputation.embolden,
    words.judge_lines,
    words.keep_lines,
    ledger.carry,
    ledger.limit_humiliation,
    home.count_campaigns,
    home.feel_pressure,
    balance.find_anew,
    balance.collapse,
    home.fall,
    home.feel_safer,
    nuclear.enrich,
    home.calm_markets,
    ladder.ongoing_toll,
    covert.find_assets,
    covert.lose_sources,
    covert.grow_complacent,
    strength.prove,
    strength.overwhelm,
    bonds.hope_in_vain,
    bonds.fight_round,
    ladder.cool,
    bonds.end_round,
    partners.settle_partners,
    clients.count_down,
    hosts.calm_down,
    talks.spend_leverage,
    promises.withdraw_offers,
    launches.recover,
    ends.end,
    promises.judge_open_promises,
    assurances.come_due,
    windows.clear_turn,
)
"""Events, talks, ledger, pressure and standing, nuclear, market, toll, rungs cool, ending.

Events come first: the state still shows what was done this turn, which is what they need. Lines are judged after
restraint is read, which they stood against all turn: the same silence costs credibility once.
"""

NEW_TURN: tuple[Rule, ...] = (means.refresh, means.free_hands, home.turn_seasons)

EVERY_RULE: tuple[Rule, ...] = (
    *ORDERS,
    *OFFER,
    *EXCHANGE,
    *REPLIES,
    *AFTER_EXCHANGES,
    *BRINK,
    *BOOKS,
    *NEW_TURN,
)
"""What happens in a turn, in order; those of strikes stand both among orders and among replies."""


class Advance(NamedTuple):
    """The state after a stage, and the step that led there (its strikes are what a screen plays back)."""

    state: State
    step: Step


def begin(rules: Rules, keys: KeyArray) -> State:
    """The opening position of the games with the given chance keys, at ORDERS of turn 1."""
    block = np.broadcast_to(rules.opening[:, None], (len(rules.opening), len(keys))).copy()
    state = State(rules.layout, block, turn=1, stage=Stage.ORDERS)
    step = Step(Stage.ORDERS, Chance(keys, 0, 0), _no_choices(len(keys)))
    _carry_out(rules, state, step, (ends.draw_last_turn,), None)
    return state


def _no_choices(games: int) -> IntArray:
    """What is chosen where nobody is asked, ``[power, slot, game]``."""
    return np.zeros((0, 0, games), dtype=np.int32)


def advance(
    rules: Rules, state: State, choices: IntArray, keys: KeyArray, recorder: Listener | None = None
) -> Advance:
    """Carry out the stage that the state is in; ``choices`` is ``[power, slot, game]``, checked by the caller.

    Games that have ended stay as they are. After the BRINK follow the books and the next turn.
    """
    after = state.copy()
    step = play_on(rules, after, choices, keys, recorder)
    over = ~ends.playing(state)
    if any_of(over):
        after.block[:, over] = state.block[:, over]
    return Advance(after, step)


def play_on(
    rules: Rules, state: State, choices: IntArray, keys: KeyArray, recorder: Listener | None = None
) -> Step:
    """Carry out the stage in place: as ``advance``, for callers that need neither the old state nor ended games."""
    stage = Stage(state.stage)
    step = Step(stage, Chance(keys, state.turn, stage), choices)
    if stage is Stage.ORDERS:
        _carry_out(rules, state, step, ORDERS, recorder)
    elif stage in OFFERS:
        _carry_out(rules, state, step, OFFER, recorder)
    elif stage in ANSWERS:
        _carry_out(rules, state, step, EXCHANGE, recorder)
        _reply(rules, state, step, recorder)
        if stage is Stage.ANSWER_3:
            _carry_out(rules, state, step, AFTER_EXCHANGES, recorder)
    else:
        _carry_out(rules, state, step, (*BRINK, *BOOKS), recorder)
        state.turn += 1
        _carry_out(rules, state, step, NEW_TURN, recorder)
    state.stage = (stage + 1) % len(Stage)
    return step


def befall(rules: Rules, state: State, event: int, keys: KeyArray, recorder: Listener | None = None) -> None:
    """Have an event happen in place, between two stages, because somebody chose it; by the same rule as by chance."""
    step = Step(Stage(state.stage), Chance(keys, state.turn, state.stage), _no_choices(len(keys)))
    carry_out(rules, state, events.befall(rules, state, step, event), rule_name(events.happen), recorder)


def _reply(rules: Rules, state: State, step: Step, recorder: Listener | None) -> None:
    """Carry out the replies where a window is open; elsewhere nothing happens.

    Where few games have one they are taken out of the batch, unless a listener must be told of places in the whole.
    """
    games = which(windows.holders(state).any(axis=0))
    together = recorder is not None and recorder.tells_games_apart
    if len(games) and (together or len(games) > _FEW * state.games):
        _carry_out(rules, state, step, REPLIES, recorder)
    elif len(games):
        part, some = step.of(games), state.take(games)
        before = some.block.copy()
        _carry_out(rules, some, part, REPLIES, recorder)
        row, place = where(some.block != before)  # few rows change, and all games of a row lie far apart
        state.block[row, games.take(place)] = some.block[row, place]
        step.strikes = part.strikes.in_batch(games)


def _carry_out(
    rules: Rules, state: State, step: Step, play: tuple[Rule, ...], recorder: Listener | None
) -> None:
    for rule in play:
        if rule in _ONLY_FOR_STRIKES and not len(step.strikes):
            continue
        carry_out(rules, state, rule(rules, state, step), rule_name(rule), recorder)


@cache
def rule_name(rule: Rule) -> str:
    """The name under which a rule's effects are explained, as ``ledger.carry``."""
    function = rule.func if isinstance(rule, partial) else rule
    module = function.__module__.rsplit(".", 1)[-1]
    return f"{module}.{function.__name__}"


def paragraph(name: str) -> str:
    """The paragraph of the rulebook that a rule named as by ``rule_name`` cites, as ``§7``; empty if none."""
    for rule in EVERY_RULE:
        if rule_name(rule) == name:
            function = rule.func if isinstance(rule, partial) else rule
            module = sys.modules[function.__module__]
            cited = re.search(r"§\d+", f"{function.__doc__} {module.__doc__}")
            return cited.group() if cited else ""
    return ""
