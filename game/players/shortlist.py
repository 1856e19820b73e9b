"""What a doctrine would choose in each kind of situation, worked out once per scenario.

Strikes: for each actor, each amount of resolve wanted and each level of readiness, the option that says it best.
Other orders: for each slot and kind of situation, all options from the one it likes best to *pass*. Choosing is
then a look-up, and the same filters can be run again to explain a choice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntFlag

import numpy as np

from game.players.doctrine import Aim, Doctrine
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.tables import Label, Reply, Rules, Slot

WANTED_STEP = 50
"""Resolve wanted is told apart in steps of one half."""

WANTED_STEPS = 25
READINESS_LEVELS = 7
"""Readiness is told apart in whole points, 0 to 6."""

_NONE = -1
_PROGRAMME_ALARMS = 650
"""From here on a nuclear programme is a target for those that seek balance or force, hundredths."""


class Mood(IntFlag):
    """The kinds of situation that priorities tell apart."""

    CALM = 0
    THREATENED = 1
    CLIENT_THREATENED = 2
    STRIKING = 4
    OWED = 8


MOODS = 16


@dataclass(frozen=True, slots=True)
class Shortlist:
    """A doctrine's answers for one seat of a scenario."""

    strikes: dict[Slot, IntArray]
    """For FORCE and ANSWER: the best option, ``[actor, wanted, readiness]``; -1 for none."""
    priorities: dict[Slot, list[IntArray]]
    """For GUARD, DIPLOMATIC, DECLARATORY and OFFER: options from the best down, by mood."""


def shortlist(rules: Rules, seat: int, doctrine: Doctrine) -> Shortlist:
    """Work out a doctrine's preferences for a seat."""
    return Shortlist(
        strikes={
            slot: best_strikes(
                rules, seat, slot, lambda options, wanted: dislike(rules, doctrine, options, wanted)
            )
            for slot in (Slot.FORCE, Slot.ANSWER)
        },
        priorities={
            slot: [_ranked(rules, seat, slot, doctrine, Mood(mood)) for mood in range(MOODS)]
            for slot in (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY, Slot.OFFER)
        },
    )


def dislike(rules: Rules, doctrine: Doctrine, options: IntArray, wanted: int) -> IntArray:
    """How badly a strike fits when ``wanted`` resolve is to be shown; ``[option]``, smaller is better.

    The filters in words: show about as much resolve as wanted; provoke little (the more tolerant of risk, the
    less it matters); harm few civilians; keep the label that the doctrine leans toward.
    """
    table = rules.options
    resolve, provocation = table.resolve[options], table.provocation[options] + table.humiliation[options]
    short = np.maximum(wanted - resolve, 0)
    over = np.maximum(resolve - wanted, 0)
    fear = provocation * (120 - doctrine.risk_tolerance) // 100
    urban = rules.target_classes.urban[table.target_class[options]] * (200 + 6 * doctrine.weight_of_toll)
    decisive = (table.label[options] == Label.DECISIVE) * {
        Aim.RESTRAINT: 500,
        Aim.BALANCE: 250,
        Aim.FORCE: -80,
    }[doctrine.aim]
    calibrated = (table.label[options] == Label.CALIBRATED) * {
        Aim.RESTRAINT: -80,
        Aim.BALANCE: -40,
        Aim.FORCE: 0,
    }[doctrine.aim]
    costs = table.readiness[options] // 10 + _costs_abroad(rules, options)
    worth = _worth_of_setting_back(rules, doctrine, options) + _worth_of_kind(rules, doctrine, options)
    return integers(2 * short + over // 2 + fear + urban + decisive + calibrated + costs - worth)


def _worth_of_kind(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """Acts that can be denied for those that bluff, partners' command for those that seek force; ``[option]``.

    A strike straight at a rival's own ground is a step further than one elsewhere: restraint and balance mind it.
    """
    table = rules.options
    deniable = 12 * max(doctrine.bluff_rate - 60, 0) * table.covert[options]
    partners = table.target[options] >= rules.powers
    beheads = (rules.target_classes.disarray[table.target_class[options]] > 0) * partners
    further = {Aim.RESTRAINT: 60, Aim.BALANCE: 25, Aim.FORCE: 0}[doctrine.aim]
    return integers(
        deniable
        + (150 * (doctrine.aim is Aim.FORCE)) * beheads
        - further * rules.fronts.direct[table.front[options]]
    )


def _worth_of_setting_back(rules: Rules, doctrine: Doctrine, options: IntArray) -> IntArray:
    """What striking a rival's nuclear programme is worth: the nearer to a weapon, the more; ``[option]``."""
    programme = rules.layout.cells("nuclear")
    near = max(int(rules.opening[programme]) - _PROGRAMME_ALARMS, 0)
    table, classes = rules.options, rules.target_classes
    sets_back = classes.damage_row[table.target_class[options], table.target[options]] == programme
    return integers(sets_back * near * {Aim.RESTRAINT: 0, Aim.BALANCE: 1, Aim.FORCE: 2}[doctrine.aim])


def _costs_abroad(rules: Rules, options: IntArray) -> IntArray:
    """Legitimacy and market stress that a class of target costs; ``[option]``, hundredths."""
    target_class = rules.options.target_class[options]
    classes = rules.target_classes
    return (classes.legitimacy[target_class] + classes.market[target_class]) * rules.options.scale[options]


def candidates(rules: Rules, seat: int, slot: Slot, actor: int) -> IntArray:
    """The strike options of a slot that are aimed at an actor; prepared assets are not for every day."""
    first, last = rules.options.menu[seat, slot]
    menu = np.arange(first, last)
    fits = (
        rules.options.strike[menu] & (rules.options.target[menu] == actor) & (rules.options.asset[menu] < 0)
    )
    if slot is Slot.ANSWER:
        fits &= rules.options.reply[menu] == Reply.STRIKE_BACK
    return integers(menu[fits])


def best_strikes(
    rules: Rules, seat: int, slot: Slot, badness: Callable[[IntArray, int], IntArray]
) -> IntArray:
    """The strike with the least ``badness(options, resolve wanted)``, ``[actor, wanted, readiness]``; -1 for none.

    Resolve wanted counts in steps of ``WANTED_STEP``, readiness in whole points that may be spent.
    """
    best = np.full((rules.actors, WANTED_STEPS, READINESS_LEVELS), _NONE, dtype=np.int32)
    for actor in range(rules.actors):
        options = candidates(rules, seat, slot, actor)
        for wanted in range(WANTED_STEPS):
            order = options[np.argsort(badness(options, wanted * WANTED_STEP), kind="stable")]
            cost = rules.options.readiness[order]
            for readiness in range(READINESS_LEVELS):
                affordable = order[cost <= readiness * 100]
                if affordable.size:
                    best[actor, wanted, readiness] = affordable[0]
    return best


def _ranked(rules: Rules, seat: int, slot: Slot, doctrine: Doctrine, mood: Mood) -> IntArray:
    """The options of a slot that the doctrine likes in a mood, best first; pass is never listed."""
    first, last = rules.options.menu[seat, slot]
    menu = integers(np.arange(first + 1, last))
    liked = liking(rules, seat, doctrine, mood, menu)
    order = np.argsort(-liked, kind="stable")
    return integers(menu[order][liked[order] > 0])


def liking(rules: Rules, seat: int, doctrine: Doctrine, mood: Mood, menu: IntArray) -> IntArray:
    """What a doctrine expects of options that are no strikes; ``[option]``, hundredths of a point of standing."""
    table = rules.options
    weights = _weights(rules, seat, doctrine, mood)
    rows, by = table.shift_row[menu], table.shift_by[menu]
    worth = (weights[rows] * by * (rows >= 0)).sum(axis=1) // 100
    worth = worth + _liking_of_words(rules, doctrine, mood, menu)
    worth = worth + _liking_of_talks(rules, seat, doctrine, mood, menu)
    worth = worth + _liking_of_requests(rules, doctrine, mood, menu)
    worth = worth + _liking_of_assurances(rules, seat, doctrine, mood, menu)
    worth = worth + _liking_of_appeals(rules, doctrine, mood, menu)
    return integers(worth - 4 * table.readiness[menu] // 100 - 2 * table.attention[menu])


def _weights(rules: Rules, seat: int, doctrine: Doctrine, mood: Mood) -> IntArray:
    """What a unit of each row is worth to the seat, hundredths of a point of standing; ``[row]``."""
    layout, weights = rules.layout, np.zeros(rules.layout.rows, dtype=np.int64)
    powers = range(rules.powers)
    weights[layout.cells("standing", seat)] = 100
    weights[layout.cells("legitimacy", seat)] = 35
    short_of_means = Mood.OWED in mood and Mood.STRIKING not in mood
    weights[layout.cells("readiness", seat)] = 30 if short_of_means else 15
    felt = -80 if doctrine.aim is Aim.RESTRAINT else -20
    weights[layout.cells("owed", np.flatnonzero(rules.rivals[seat]), seat)] = felt
    weights[layout.cells("warning", seat)] = 20
    weights[layout.cells("cohesion", rules.camp[seat])] = 35
    weights[layout.cells("market")] = -20
    weights[layout.cells("transparency")] = 25 if doctrine.aim is Aim.RESTRAINT else -5
    weights[layout.cells("nuclear")] = 60 if seat == rules.nuclear_owner and doctrine.aim is Aim.FORCE else -8
    threatened = 6000 if Mood.THREATENED in mood else 300
    weights[layout.cells("alert", seat)] = threatened
    weights[layout.cells("shield", seat)] = threatened
    weights[layout.cells("sheltered", seat)] = threatened * doctrine.weight_of_toll // 150
    weights[layout.cells("open_airspace", seat)] = -10 * doctrine.weight_of_toll
    for client in powers:
        if rules.client_of[seat, client]:
            care = doctrine.loyalty_to_partners * (60 if Mood.CLIENT_THREATENED in mood else 12)
            weights[layout.cells("shield", client)] = care
            weights[layout.cells("warning", client)] = care // 200
            weights[layout.cells("presence", seat, client)] = care // 40 - 10
        if rules.client_of[client, seat]:
            weights[layout.cells("presence", client, seat)] = 60 if Mood.THREATENED in mood else 20
    weights[layout.cells("alignment", np.arange(rules.fronts.hosts.shape[1]), seat)] = _worth_of_hosts(
        rules, seat
    )
    for talks in range(len(rules.talks.front)):
        weights[layout.cells("leverage", talks)] = 2000 if doctrine.aim is Aim.RESTRAINT else 400
    for partner in range(len(rules.partners.patron)):
        if rules.partners.patron[partner] == seat:
            weights[layout.cells("aid", partner)] = 22 * doctrine.loyalty_to_partners
            weights[layout.cells("capacity", partner)] = doctrine.loyalty_to_partners // 4
    return integers(weights)


def _worth_of_hosts(rules: Rules, seat: int) -> IntArray:
    """Hosts weigh abroad, and more where the seat must cross their airspace or needs their help at home; ``[host]``."""
    own = (rules.options.power == seat) & rules.options.strike
    crossed = rules.options.over[own].any(axis=0)
    beside_home = rules.fronts.hosts[rules.fronts.home[seat]].any(axis=0)
    return integers(25 + 20 * crossed + 5 * beside_home)


def _liking_of_words(rules: Rules, doctrine: Doctrine, mood: Mood, menu: IntArray) -> IntArray:
    """Lines deter when threatened, and bind; a matter is concluded when one has just struck.

    Those who never bluff deny what they did not do, and those who always do deny what they did.
    """
    table = rules.options
    lines = (table.line[menu] >= 0) * (doctrine.bluff_rate - 30 + 30 * (Mood.THREATENED in mood))
    lines = lines + (doctrine.loyalty_to_partners - 55) * np.append(rules.lines.extended, 0)[table.line[menu]]
    modest = lines - 8 * (table.stake[menu] - 1) * (table.line[menu] >= 0) * (100 - doctrine.bluff_rate) // 40
    closing = 40 if Mood.STRIKING in mood and doctrine.aim is not Aim.FORCE else -50
    concludes = (table.concludes[menu] >= 0) * closing
    claiming = (table.claims[menu] >= 0) * (
        {Aim.RESTRAINT: -40, Aim.BALANCE: -5, Aim.FORCE: 15}[doctrine.aim]
    )
    claiming = claiming + (table.denies[menu] >= 0) * (abs(doctrine.bluff_rate - 45) // 3)
    owning = claiming + table.credits[menu] * (doctrine.loyalty_to_partners - 50)
    retires = (table.retires[menu] >= 0) * (
        10 if doctrine.aim is Aim.RESTRAINT and Mood.THREATENED not in mood else -60
    )
    return integers(modest + concludes + owning + retires)


def _liking_of_talks(rules: Rules, seat: int, doctrine: Doctrine, mood: Mood, menu: IntArray) -> IntArray:
    """Brokering and promises are a mediator's way to keep others from striking; holding is a way to wait."""
    table = rules.options
    lean = {Aim.RESTRAINT: 45, Aim.BALANCE: 22, Aim.FORCE: -5}[doctrine.aim]
    brokers = (table.broker[menu] >= 0) * (2 * lean + _worth_of_talks(rules, seat)[table.broker[menu]])
    asks = (table.promise[menu] >= 0) * (lean + 40 * (Mood.CLIENT_THREATENED in mood))
    asks = asks - (np.abs(table.stake[menu] - 2) + _doubt(rules)[table.promise[menu]]) * (
        table.promise[menu] >= 0
    )
    patient = doctrine.patience + doctrine.trust_in_mediators - 90
    holds = table.holds[menu] * (patient if Mood.OWED in mood and Mood.STRIKING not in mood else -50)
    return integers(brokers + asks + holds)


def _worth_of_talks(rules: Rules, seat: int) -> IntArray:
    """Talks that settle the matter come first, and those that an aim of the seat's own names; ``[talks]`` and none."""
    aims = rules.mandates.row[rules.mandates.power == seat]
    named = np.isin(rules.layout.cells("talks", np.arange(len(rules.talks.front))), aims)
    return integers(np.append(7 * rules.talks.settles + 10 * named, 0))


def _doubt(rules: Rules) -> IntArray:
    """How doubtful each promise is to come true: talks that must move many steps rarely do; ``[promise]``."""
    promises = rules.promises
    place = rules.layout.places["talks"]
    opening = rules.opening[place.rows]
    wanted = np.where(promises.talks >= 0, promises.least - opening[promises.talks], 0)
    steps = np.maximum(-(-wanted // 100), 0)
    return integers(np.append(25 * np.maximum(steps - 1, 0), 0))


def _liking_of_requests(rules: Rules, doctrine: Doctrine, mood: Mood, menu: IntArray) -> IntArray:
    """Partners are asked to act when something is owed and force is wanted, and to wait when restraint is."""
    table = rules.options
    acts = {Aim.RESTRAINT: -30, Aim.BALANCE: 8, Aim.FORCE: 30}[doctrine.aim] + 15 * (Mood.OWED in mood) - 8
    waits = {Aim.RESTRAINT: 24, Aim.BALANCE: 6, Aim.FORCE: -30}[doctrine.aim] + 10 * (Mood.THREATENED in mood)
    together = table.asks_all[menu] * (2 * acts - 40 + 20 * (Mood.STRIKING in mood))
    ties = 15 * (doctrine.aim is Aim.RESTRAINT) - rules.numbers.press_standing
    presses = ties * (table.presses[menu] >= 0)
    return integers(
        (table.ask_act[menu] >= 0) * acts + (table.ask_restraint[menu] >= 0) * waits + presses + together
    )


def _liking_of_appeals(rules: Rules, doctrine: Doctrine, mood: Mood, menu: IntArray) -> IntArray:
    """A case is put where something is owed; a client in danger is asked to hold by whoever wants quiet."""
    table = rules.options
    case = {Aim.RESTRAINT: 12, Aim.BALANCE: 8, Aim.FORCE: 4}[doctrine.aim] + 12 * (Mood.OWED in mood)
    holds = {Aim.RESTRAINT: 20, Aim.BALANCE: 4, Aim.FORCE: -30}[doctrine.aim]
    holds += 15 * (Mood.CLIENT_THREATENED in mood) + 60 * (Mood.THREATENED in mood)
    return integers(case * (table.appeals[menu] >= 0) + holds * (table.restrains[menu] >= 0))


def _liking_of_assurances(
    rules: Rules, seat: int, doctrine: Doctrine, mood: Mood, menu: IntArray
) -> IntArray:
    """A government that has struck, or is threatened, tells its rival that little more is to come.

    The less it means to strike the more readily; one that seeks force says so only as far as it bluffs. Talks and
    promises come first.
    """
    told = rules.options.assures[menu]
    to_rival = (told >= 0) & rules.rivals[seat, told]
    readily = {Aim.RESTRAINT: 18, Aim.BALANCE: 6, Aim.FORCE: doctrine.bluff_rate // 4}[doctrine.aim]
    calm = readily + 10 * (Mood.THREATENED in mood) + 20 * (Mood.STRIKING in mood) - 20 * (Mood.OWED in mood)
    fitting = {Aim.RESTRAINT: 0, Aim.BALANCE: 1, Aim.FORCE: 0}[doctrine.aim]
    return integers(
        to_rival * (calm - 10 * np.abs(rules.options.limit[menu] - fitting)) - 50 * (told >= 0) * ~to_rival
    )


def first_legal(ranked: IntArray, allowed: BoolArray, first_of_menu: int) -> IntArray:
    """The first of ``ranked`` options that is allowed (``[option of the menu, game]``), else pass; ``[game]``."""
    games = allowed.shape[1]
    if not len(ranked):
        return np.full(games, first_of_menu, dtype=np.int32)
    open_ones = allowed[ranked - first_of_menu]
    best = ranked[open_ones.argmax(axis=0)]
    return integers(np.where(open_ones.any(axis=0), best, first_of_menu))
