"""Partners act by rule: by heat on their own, or when their patron asks (rules.md §8).

The relation of the United States and Israel is the same table read for powers: presence deters and emboldens,
and a client that is hurt while its patron stands by draws its own conclusion.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.rules import bonds, causes, reputation, targets
from game.rules.arrays import (
    BoolArray,
    IntArray,
    any_of,
    cell,
    entries,
    integers,
    mask,
    times,
    where,
    which,
    within,
)
from game.rules.blows import blows
from game.rules.chance import Purpose, roll
from game.rules.effects import Effect, at_once, back_to_zero, on_cells
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Begun
from game.rules.tables import Rules, Slot
from game.rules.tracks import Tally

_UNASKED, _SOFTER = (list(Tally).index(each) for each in (Tally.PARTNERS_UNASKED, Tally.SOFTER_TARGETS))


class Acts(NamedTuple):
    """Who acts this turn, on whose wish and how; arrays ``[partner, game]``."""

    asked: BoolArray
    unasked: BoolArray
    refused: BoolArray
    """Who was asked for itself and does otherwise; those asked with all others count together."""
    restrained: BoolArray
    """Who would have acted and held back because its patron asked."""
    option: IntArray
    """What each does, -1 for nothing."""
    all_asked: BoolArray
    """Who was asked together with all others, and could act."""


def heat(rules: Rules, state: State) -> IntArray:
    """A partner's readiness to act unasked: agenda and grievance, less fear; ``[partner, game]``, hundredths.

    ``fear = deterrability × (rung of its front + 2 · losses of the last turn + rivals' presence + reply expected
    + dread of a rapid defeat − strength that it only thinks it has)``. A partner under a campaign hopes besides that
    others open their fronts.
    """
    partners = rules.partners
    rung = state.rung.take(partners.front, axis=0) * 100
    presence = state.presence[partners.rivals].max(axis=1)
    fear = rung + rules.numbers.fear_losses * state.partner_losses_before + presence
    fear = fear + reputation.feared_by_partners(rules, state) + state.dread
    fear = np.maximum(fear - times(state.overrated, rules.numbers.daring), 0)
    deterrability = partners.deterrability[:, None] if rules.assumptions.deterrability else 0
    wider_war = 100 * integers(np.add.reduce(state.rung >= OPEN_EXCHANGE, dtype=np.int32) >= 2)
    driven = state.agenda + state.grievance // 2 + bonds.hope(rules, state)
    return integers(driven - times(fear, deterrability) + wider_war)


def heed_chance(
    rules: Rules, state: State, partner: IntArray, game: IntArray, heated: IntArray, restraint: bool
) -> IntArray:
    """The chance in percent that a partner does as its patron asks; ``[request]``, as ``partner`` and ``game``.

    In a camp that has come apart it is the least there is [A 1]. ``heated`` is the ``heat`` of all partners.
    """
    numbers, at = rules.numbers, cell(heated, partner, game)
    by_heat = times(heated.take(at) - numbers.heed_neutral, numbers.heed_heat)
    chance = (
        numbers.heed_base
        + times(state.loyalty.take(at) - numbers.heed_neutral, numbers.heed_loyalty)
        + numbers.heed_aid * state.aid_before.take(at)
        + (-by_heat if restraint else by_heat)
    )
    apart = entries(state.collapsed, rules.camp.take(rules.powers + partner), game) > 0
    chance[apart] = numbers.heed_least
    return integers(within(chance, numbers.heed_least, numbers.heed_most))


def decide(rules: Rules, state: State, step: Step, able: BoolArray) -> Acts:
    """Which partners act: those that heed a request, and those whose heat is high unless they heed restraint.

    ``able`` are their ``targets.possible_acts``.
    """
    numbers = rules.numbers
    requests = np.concatenate([step.chosen(Slot.GUARD), step.chosen(Slot.DIPLOMATIC)])
    asked_all = _asked_all(rules, step)
    asked_alone = _asked(rules, rules.options.ask_act, requests)
    asked_act = asked_all | asked_alone
    asked_restraint = _asked(rules, rules.options.ask_restraint, requests)
    heated = heat(rules, state)
    heeds = _heeding(rules, state, step, asked_act, heated, restraint=False)
    heeds_restraint = _heeding(rules, state, step, asked_restraint, heated, restraint=True)
    ready = (state.capacity > 0) & (state.disarray == 0)
    possible = able & ready[:, None]
    own = targets.dose(rules, state, heated)
    when_asked = np.full_like(own, targets.NO_ACT)
    if any_of(asked_act):
        when_asked = targets.carried_out(rules, possible, _as_asked(rules, heated, own))
    alone = targets.carried_out(rules, targets.within_reach(rules, state, possible), own)
    acts, hot = heeds & (when_asked >= 0), heated >= numbers.heat_unasked
    would = hot & (alone >= 0) & ~acts
    unasked = would & ~heeds_restraint
    return Acts(
        asked=acts,
        unasked=unasked,
        refused=(asked_alone & ~heeds) | (asked_restraint & hot & ~heeds_restraint),
        restrained=would & heeds_restraint,
        option=acts * (when_asked + 1) + unasked * (alone + 1) - 1,  # no act is -1
        all_asked=asked_all & (when_asked >= 0),
    )


def _heeding(
    rules: Rules, state: State, step: Step, asked: BoolArray, heated: IntArray, restraint: bool
) -> BoolArray:
    """Which of the partners that are ``asked`` do as their patron asks; ``[partner, game]``."""
    heeding = np.zeros_like(asked)
    partner, game = where(asked)
    if game.size:
        rolls = roll(step.chance.words_at(Purpose.PARTNER_HEEDS, game, partner), 100)
        heeding[partner, game] = rolls < heed_chance(rules, state, partner, game, heated, restraint)
    return heeding


def _as_asked(rules: Rules, heated: IntArray, own: IntArray) -> IntArray:
    """What a partner makes of a request: the whole of it, a larger dose if it is furious, its own if reluctant."""
    options, asked = rules.options, rules.partners.asked[:, None]
    larger = options.resolve.take(own) > options.resolve[asked]
    reluctant = heated < rules.numbers.dose_whole
    return integers(np.where(larger | reluctant, own, asked))


def _asked_all(rules: Rules, step: Step) -> BoolArray:
    """Whose patron asked all its partners at once; ``[partner, game]``."""
    asks = rules.options.asks_all.take(step.chosen(Slot.GUARD))
    return mask(asks.take(rules.partners.patron, axis=0))


def _asked(rules: Rules, column: IntArray, requests: IntArray) -> BoolArray:
    """Which partners patrons ask by their options ``requests``, ``[request, game]``; ``[partner, game]``."""
    asked = np.zeros((len(rules.partners.patron), requests.shape[1]), dtype=np.bool_)
    wanted = column.take(requests)
    request, game = where(wanted >= 0)
    if game.size:
        asked[entries(wanted, request, game), game] = True
    return asked


def answer_patrons(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Partners decide; a refusal shows abroad and costs the camp cohesion (rules.md §8)."""
    if not len(rules.partners.patron):
        return
    possible = targets.possible_acts(rules, state)
    acts = decide(rules, state, step, possible)
    added = targets.in_return(rules, state, possible, acts.option)
    step.acts = Begun.of_partners(rules, np.stack([acts.option, *added]), acts.asked)
    yield from _open_fronts(rules, acts)
    partner, game = where(acts.refused)
    camp = rules.camp[rules.partners.patron[partner]]
    yield on_cells(rules, causes.PARTNER_REFUSED, "cohesion", (camp,), game, -rules.numbers.refused_cohesion)
    yield from _vex(rules, acts)
    yield from _remember_acts(rules, acts)


def regroup(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Once all have struck a turn of disarray is over, but for what this turn's blows have added (rules.md §8).

    With the last of them the partner is more driven than before: what a blow at its leadership costs comes later.
    """
    if not any_of(state.disarray):
        return
    strikes, left = step.strikes, state.disarray.copy()
    hit = which(strikes.target >= rules.powers)
    at = cell(left, strikes.target.take(hit) - rules.powers, strikes.game.take(hit))
    np.subtract.at(left.reshape(-1), at, blows(rules).disarray.take(strikes.option.take(hit)))
    yield Effect("its disarray is over", rules.numbers.disarray_agenda * integers(left == 1), "agenda")
    yield Effect("time passes", -integers(left > 0), "disarray")


def _vex(rules: Rules, acts: Acts) -> Iterator[Effect]:
    """Patron and partner resent the other's dose: restraint costs loyalty, another size than asked cohesion [A 13]."""
    numbers = rules.numbers
    partner, game = where(acts.restrained)
    cause = causes.HELD_BACK_FOR_PATRON
    yield on_cells(rules, cause, "loyalty", (partner,), game, -numbers.restrained_loyalty)
    resolve, asked = rules.options.resolve, rules.partners.asked
    partner, game = where(acts.asked)
    if not game.size:
        return
    beyond = resolve.take(entries(acts.option, partner, game)) - resolve.take(asked.take(partner))
    for cause, vexing in (
        (causes.PARTNER_DID_MORE, which(beyond > 0)),
        (causes.PARTNER_DID_LESS, which(beyond < 0)),
    ):
        camp = rules.camp.take(rules.powers + partner.take(vexing))
        yield on_cells(rules, cause, "cohesion", (camp,), game.take(vexing), -numbers.dose_cohesion)


def _remember_acts(rules: Rules, acts: Acts) -> Iterator[Effect]:
    """What each did this turn, for its comrades and for the count of games."""
    act = acts.option >= 0
    yield Effect("acted", rules.options.rung.take(acts.option) * act, "acted")
    soft = (rules.partners.softer[:, :, None] == acts.option[:, None]).any(axis=1) & act
    for cause, entry, those in (
        ("a partner acted unasked", _UNASKED, acts.unasked),
        ("a partner struck a softer target", _SOFTER, soft),
    ):
        count = those.sum(axis=0, dtype=np.int32)
        yield on_cells(rules, cause, "tally", (entry,), None, count)


def _open_fronts(rules: Rules, acts: Acts) -> Iterator[Effect]:
    """A patron asked all at once: its camp's cohesion moves by the share that obeyed, less the share that did not."""
    if not any_of(acts.all_asked):
        return
    for patron in sorted(set(rules.partners.patron.tolist())):
        own = rules.partners.patron == patron
        asked = np.add.reduce(acts.all_asked[own], dtype=np.int32)
        obeyed = 2 * np.add.reduce((acts.all_asked & acts.asked)[own], dtype=np.int32) - asked
        change = rules.numbers.open_fronts_cohesion * obeyed // np.maximum(asked, 1)
        camp = int(rules.camp[patron])
        yield on_cells(rules, "asked all to open their fronts", "cohesion", (camp,), None, change)


def settle_partners(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """At the books: grievance feeds agenda, this turn's aid and losses become the last turn's.

    Quiet is bought, not owned [B 81]: a struck partner is afraid at once and more driven later.
    """
    numbers = rules.numbers
    yield Effect("grievance", times(state.grievance, numbers.grievance_agenda), "agenda")
    yield Effect("time passes", -times(state.grievance, numbers.fade), "grievance")
    for now, before in (("aid", "aid_before"), ("partner_losses", "partner_losses_before")):
        yield Effect("time passes", getattr(state, now) - getattr(state, before), before)
    yield back_to_zero("time passes", "aid", "partner_losses", "credited", "disowned")
    for track in ("marked", "blunted"):
        if any_of(getattr(state, track)):
            yield Effect("time passes", -1, track)


def stand_by_clients(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A client that is hurt while its patron neither deploys, defends, backs it nor strikes loses faith (§8)."""
    numbers = rules.numbers
    patron, client = np.nonzero(rules.client_of)
    hurt = state.booked_turn[client].max(axis=1) >= numbers.unprotected_pain
    helped = (state.backing[patron] > 0) | (state.shield[client] > 0) | (state.struck[patron].max(axis=1) > 0)
    left_alone = hurt & ~helped
    pair, game = where(left_alone)
    if not game.size:
        return
    yield at_once(
        rules,
        causes.STOOD_BY,
        game,
        ("credibility", (patron[pair], client[pair]), -numbers.unprotected_credibility),
        ("cohesion", (rules.camp[patron[pair]],), -numbers.unprotected_cohesion),
    )
