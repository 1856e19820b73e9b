"""What a doctrine likes about orders that are no strikes, in hundredths of a point of standing.

Each liking is one small idea and reads what an order is *for* from its data: what it shifts, says, asks or offers.
What an order is given for, ``grounds`` tells in words from the same data.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.players.doctrine import Aim, Doctrine
from game.players.questions import Mood
from game.rules.arrays import IntArray, integers
from game.rules.tables import Rules, Slot

_PRICE_OF_ATTENTION = 2
"""What a point of attention is worth elsewhere."""
_PRICE_OF_FORCE = 18
"""The same for a force order: what it takes is not there for guard and voice."""
_PRICE_OF_READINESS = 6
"""What a point of readiness is worth elsewhere."""
_PRICE_OF_A_REPLY = 8
"""How much more that is where a reply may need it."""
_WORTH_OF_AIMS = 25
_SHORT_OF_A_BLOW = 3
"""The highest rung of an act that is pressure and no strike."""


@dataclass(frozen=True, slots=True)
class Taste:
    """Who likes: a seat with a doctrine, in a mood."""

    rules: Rules
    seat: int
    doctrine: Doctrine
    mood: Mood

    @property
    def aim(self) -> Aim:
        """What the doctrine leans toward."""
        return self.doctrine.aim

    def by_aim(self, restraint: int, balance: int, force: int) -> int:
        """The figure of these that goes with its aim."""
        return self.doctrine.by_aim(restraint, balance, force)

    def when(self, mood: Mood, figure: int) -> int:
        """A figure in a mood, else nothing."""
        return figure if mood in self.mood else 0


Liking = Callable[[Taste, IntArray], IntArray]
"""What a seat expects of options, ``[option]``."""


def liking(taste: Taste, options: IntArray) -> IntArray:
    """What a seat expects of options that are no strikes; ``[option]``, hundredths of a point of standing."""
    worth = np.stack([each(taste, options) for each in LIKINGS]).sum(axis=0)
    return integers(worth - price(taste, options))


def price(taste: Taste, options: IntArray) -> IntArray:
    """What attention and readiness are worth elsewhere, the latter more where a reply may need it; ``[option]``."""
    table = taste.rules.options
    readiness = _PRICE_OF_READINESS + taste.when(Mood.THREATENED, _PRICE_OF_A_REPLY)
    attention = np.where(table.slot[options] == Slot.FORCE, _PRICE_OF_FORCE, _PRICE_OF_ATTENTION)
    return integers(readiness * table.readiness[options] // 100 + attention * table.attention[options])


# --- what an order shifts ------------------------------------------------------------------------------


def of_shifts(taste: Taste, options: IntArray) -> IntArray:
    """What the rows that an order shifts are worth to the seat; ``[option]``."""
    table = taste.rules.options
    rows, by = table.shift_row[options], table.shift_by[options]
    return integers((weights(taste)[rows] * by * (rows >= 0)).sum(axis=1) // 100)


def weights(taste: Taste) -> IntArray:
    """What a unit of each row is worth to the seat, hundredths of a point of standing; ``[row]``."""
    weighed = np.zeros(taste.rules.layout.rows, dtype=np.int64)
    for rows, weight in (*_of_itself(taste), *_of_others(taste), *_of_clients(taste), *_of_partners(taste)):
        weighed[rows] = weight
    rows, weight = _of_aims(taste)
    np.add.at(weighed, rows, weight)
    return integers(weighed)


Weights = Iterator[tuple[IntArray, IntArray | int]]


def _of_itself(taste: Taste) -> Weights:
    """Office, forces, defence and word."""
    cells, seat, doctrine = taste.rules.layout.cells, taste.seat, taste.doctrine
    short_of_means = Mood.OWED in taste.mood and Mood.STRIKING not in taste.mood
    threatened = 6000 if Mood.THREATENED in taste.mood else 300
    under_fire = taste.when(Mood.UNDER_FIRE, 1500)
    yield cells("standing", seat), 110
    yield cells("legitimacy", seat), 35
    yield cells("readiness", seat), (30 if short_of_means else 15) + taste.when(Mood.UNDER_FIRE, 25)
    yield cells("warning", seat), 20
    yield cells("cohesion", taste.rules.camp[seat]), 50
    yield cells("alert", seat), threatened + under_fire
    yield cells("shield", seat), (threatened + under_fire) * (50 + doctrine.loyalty_to_partners) // 110
    yield cells("sheltered", seat), (threatened + 5 * under_fire // 2) * doctrine.weight_of_toll // 150
    yield cells("open_airspace", seat), -10 * doctrine.weight_of_toll


def _of_others(taste: Taste) -> Weights:
    """What is owed, on both sides; what rivals believe; hosts, markets and the programme."""
    rules, seat = taste.rules, taste.seat
    cells, rivals = rules.layout.cells, np.flatnonzero(rules.rivals[seat])
    something_owed = bool((Mood.OWED | Mood.AGGRIEVED) & taste.mood)
    yield cells("owed", seat, np.arange(rules.actors)), -80 if something_owed else -25
    yield cells("owed", rivals, seat), taste.by_aim(-80, -20, -20)
    yield cells("credibility", seat, rivals), 20
    yield cells("market"), -20
    yield cells("transparency"), taste.by_aim(25, -5, -5)
    yield cells("nuclear"), 60 if seat == rules.nuclear_owner and taste.aim is Aim.FORCE else -8
    hosts = np.arange(rules.fronts.hosts.shape[1])
    yield cells("alignment", hosts, seat), _worth_of_hosts(rules, seat)
    for talks in range(len(rules.talks.front)):
        yield cells("leverage", talks), taste.by_aim(2000, 800, 400)


def _worth_of_hosts(rules: Rules, seat: int) -> IntArray:
    """Hosts weigh abroad, and more where the seat must cross their airspace or needs their help at home; ``[host]``."""
    own = (rules.options.power == seat) & rules.options.strike
    crossed = rules.options.over[own].any(axis=0)
    beside_home = rules.fronts.hosts[rules.fronts.home[seat]].any(axis=0)
    return integers(32 + 20 * crossed + 5 * beside_home)


def _of_aims(taste: Taste) -> tuple[IntArray, IntArray]:
    """Rows that the aims of the seat name, and what a unit of each weighs on top: below nothing for "at most"."""
    mandates = taste.rules.mandates
    own = mandates.power == taste.seat
    rises = mandates.low[own] > taste.rules.low[mandates.row[own]]
    return mandates.row[own], integers(np.where(rises, _WORTH_OF_AIMS, -_WORTH_OF_AIMS))


def _of_clients(taste: Taste) -> Weights:
    """A client's defence and the forces near it, or those that a patron keeps near the seat."""
    rules, cells = taste.rules, taste.rules.layout.cells
    for client in range(rules.powers):
        if rules.client_of[taste.seat, client]:
            care = taste.doctrine.loyalty_to_partners * (60 if Mood.CLIENT_THREATENED in taste.mood else 18)
            yield cells("shield", client), care
            yield cells("warning", client), care // 80
            yield cells("presence", taste.seat, client), care // 40 - 10
        if rules.client_of[client, taste.seat]:
            yield cells("presence", client, taste.seat), 60 if Mood.THREATENED in taste.mood else 20


def _of_partners(taste: Taste) -> Weights:
    """Its own armed groups are worth keeping strong; others are better weak, content, and not roused against it."""
    rules, cells = taste.rules, taste.rules.layout.cells
    for partner, patron in enumerate(rules.partners.patron.tolist()):
        if patron == taste.seat:
            yield cells("aid", partner), 22 * taste.doctrine.loyalty_to_partners
            yield cells("capacity", partner), taste.doctrine.loyalty_to_partners // 4
        elif rules.camp[patron] != rules.camp[taste.seat]:
            yield cells("capacity", partner), taste.by_aim(-5, -20, -30)
            yield cells("grievance", partner), taste.by_aim(-60, -30, 0)
            yield cells("agenda", partner), taste.by_aim(-30, -15, 0)
            yield cells("marked", partner, taste.seat), -300


# --- what an order does beside that --------------------------------------------------------------------


def of_blank_cheques(taste: Taste, options: IntArray) -> IntArray:
    """Forces sent beyond a first step embolden a client: restraint and balance would rather send less."""
    rules, table = taste.rules, taste.rules.options
    clients = np.flatnonzero(rules.client_of[taste.seat])
    presence = np.isin(table.shift_row[options], rules.layout.cells("presence", taste.seat, clients))
    beyond = np.maximum((table.shift_by[options] * presence).sum(axis=1) - 100, 0)
    return integers(-beyond * taste.by_aim(150, 60, 0) // 100)


def of_pressure(taste: Taste, options: IntArray) -> IntArray:
    """Acts short of a blow press a rival: force takes to them when it is threatened or something is owed to it."""
    table, acts = taste.rules.options, taste.rules.layout.places["act"].rows
    raises = (table.shift_row[options] >= acts.start) & (table.shift_row[options] < acts.stop)
    presses = raises & (table.shift_by[options] > 0) & (table.shift_by[options] <= _SHORT_OF_A_BLOW)
    worth = taste.by_aim(-40, -15, 70) + taste.when(Mood.THREATENED, 20)
    worth += 20 * bool((Mood.OWED | Mood.AGGRIEVED) & taste.mood)
    return integers(presses.any(axis=1) * worth)


def of_lines(taste: Taste, options: IntArray) -> IntArray:
    """Lines deter when threatened or under fire, and bind; restraint retires them when nothing threatens."""
    table, doctrine, extended = taste.rules.options, taste.doctrine, np.append(taste.rules.lines.extended, 0)
    drawn = table.line[options] >= 0
    worth = drawn * (doctrine.bluff_rate - 30 + 30 * bool((Mood.THREATENED | Mood.UNDER_FIRE) & taste.mood))
    worth = worth + (doctrine.loyalty_to_partners - 55) * extended[table.line[options]]
    modest = worth - 8 * (table.stake[options] - 1) * drawn * (100 - doctrine.bluff_rate) // 40
    troubled = Mood.THREATENED | Mood.UNDER_FIRE | Mood.OWED | Mood.AGGRIEVED
    quiet = taste.aim is Aim.RESTRAINT and not troubled & taste.mood
    return integers(modest + (table.retires[options] >= 0) * (10 if quiet else -60))


def of_closing(taste: Taste, options: IntArray) -> IntArray:
    """A matter is concluded when one has just struck."""
    closing = 40 if Mood.STRIKING in taste.mood and taste.aim is not Aim.FORCE else -50
    return integers((taste.rules.options.concludes[options] >= 0) * closing)


def of_owning(taste: Taste, options: IntArray) -> IntArray:
    """Acts are claimed where audiences wait for one; the loyal credit a partner's acts, others disown them.

    Those who never bluff deny what they did not do, and those who always do deny what they did.
    """
    table, doctrine = taste.rules.options, taste.doctrine
    claims = taste.by_aim(-40, -5, 15) + taste.when(Mood.OWED, 30) + taste.when(Mood.AGGRIEVED, 10)
    denies = abs(doctrine.bluff_rate - 45) // 3
    return integers(
        (table.claims[options] >= 0) * claims
        + (table.denies[options] >= 0) * denies
        + table.credits[options] * 2 * (doctrine.loyalty_to_partners - 50)
    )


def of_talks(taste: Taste, options: IntArray) -> IntArray:
    """Brokering is a mediator's way to keep others from striking."""
    broker = taste.rules.options.broker[options]
    worth = 2 * taste.by_aim(45, 22, -5) + _worth_of_talks(taste.rules, taste.seat)[broker]
    return integers((broker >= 0) * worth)


def _worth_of_talks(rules: Rules, seat: int) -> IntArray:
    """Talks that settle the matter come first, and those that an aim of the seat's own names; ``[talks]`` and none."""
    aims = rules.mandates.row[rules.mandates.power == seat]
    named = np.isin(rules.layout.cells("talks", np.arange(len(rules.talks.front))), aims)
    return integers(np.append(7 * rules.talks.settles + 10 * named, 0))


def of_promises(taste: Taste, options: IntArray) -> IntArray:
    """Promises keep others from striking; to hold for one is what the patient do while much is owed."""
    table, doctrine = taste.rules.options, taste.doctrine
    asked = table.promise[options] >= 0
    doubt = np.abs(table.stake[options] - 2) + _doubt(taste.rules)[table.promise[options]]
    asks = asked * (taste.by_aim(75, 50, 20) + taste.when(Mood.CLIENT_THREATENED, 15) - doubt)
    waits = Mood.OWED in taste.mood and Mood.STRIKING not in taste.mood
    holds = doctrine.patience + doctrine.trust_in_mediators - 60 if waits else -50
    return integers(asks + table.holds[options] * holds)


def _doubt(rules: Rules) -> IntArray:
    """How doubtful each promise is to come true: talks that must move many steps rarely do; ``[promise]``."""
    promises = rules.promises
    place = rules.layout.places["talks"]
    opening = rules.opening[place.rows]
    wanted = np.where(promises.talks >= 0, promises.least - opening[promises.talks], 0)
    steps = np.maximum(-(-wanted // 100), 0)
    return integers(np.append(25 * np.maximum(steps - 1, 0), 0))


def of_requests(taste: Taste, options: IntArray) -> IntArray:
    """Partners are asked to act when something is owed and force is wanted, and to wait when restraint is."""
    table = taste.rules.options
    acts = taste.by_aim(-38, 0, 22) + taste.when(Mood.OWED, 15)
    waits = taste.by_aim(40, 14, -30) + taste.when(Mood.THREATENED, 10)
    together = table.asks_all[options] * (2 * acts - 24 + taste.when(Mood.STRIKING, 20))
    ties = 5 * (taste.aim is Aim.RESTRAINT) - taste.rules.numbers.press_standing
    return integers(
        (table.ask_act[options] >= 0) * acts
        + (table.ask_restraint[options] >= 0) * waits
        + (table.presses[options] >= 0) * ties
        + together
    )


def of_appeals(taste: Taste, options: IntArray) -> IntArray:
    """A case is put where something is owed; a client in danger is asked to hold by whoever wants quiet."""
    table = taste.rules.options
    case = taste.by_aim(12, 8, 4) + taste.when(Mood.OWED, 12) + taste.when(Mood.AGGRIEVED, 24)
    holds = (
        taste.by_aim(30, 8, -30) + taste.when(Mood.CLIENT_THREATENED, 35) + taste.when(Mood.THREATENED, 60)
    )
    return integers(case * (table.appeals[options] >= 0) + holds * (table.restrains[options] >= 0))


def of_assurances(taste: Taste, options: IntArray) -> IntArray:
    """A government that has struck, or is threatened, tells its rival that little more is to come.

    The less it means to strike the more readily; one that seeks force says so only as far as it bluffs. Talks and
    promises come first.
    """
    rules = taste.rules
    told = rules.options.assures[options]
    to_rival = (told >= 0) & rules.rivals[taste.seat, told]
    calm = taste.by_aim(18, 6, taste.doctrine.bluff_rate // 4) + taste.when(Mood.THREATENED, 10)
    calm += taste.when(Mood.STRIKING, 20) - taste.when(Mood.OWED, 20)
    misfit = np.abs(rules.options.limit[options] - taste.by_aim(0, 1, 0))
    return integers(to_rival * (calm - 10 * misfit) - 50 * (told >= 0) * ~to_rival)


LIKINGS: tuple[Liking, ...] = (
    of_shifts,
    of_blank_cheques,
    of_pressure,
    of_lines,
    of_closing,
    of_owning,
    of_talks,
    of_promises,
    of_requests,
    of_appeals,
    of_assurances,
)
"""Every liking; what is liked about an order is their sum."""
