"""What a doctrine likes about orders that are no strikes, in hundredths of a point of standing.

Each liking is one small idea and reads what an order is *for* from its data: what it shifts, says, asks or offers.
What an order is given for, ``grounds`` tells in words from the same data.
"""

from collections.abc import Callable

import numpy as np

from game.players.doctrine import Aim
from game.players.questions import Mood
from game.players.taste import Taste, weights
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
_SHORT_OF_A_BLOW = 3
"""The highest rung of an act that is pressure and no strike."""


Liking = Callable[[Taste, IntArray], IntArray]
"""What a seat expects of options, ``[mood, option]``; ``[option]`` where its mood makes no difference."""


def liking(taste: Taste, options: IntArray) -> IntArray:
    """What a seat expects of options that are no strikes; ``[mood, option]``, hundredths of a point of standing."""
    return integers(sum((each(taste, options) for each in LIKINGS), start=-price(taste, options)))


def price(taste: Taste, options: IntArray) -> IntArray:
    """What attention and readiness are worth elsewhere, ``[mood, option]``.

    Readiness is worth more where a reply may need it.
    """
    table = taste.rules.options
    readiness = _PRICE_OF_READINESS + taste.when(Mood.THREATENED, _PRICE_OF_A_REPLY)
    attention = np.where(table.slot[options] == Slot.FORCE, _PRICE_OF_FORCE, _PRICE_OF_ATTENTION)
    return integers(readiness * table.readiness[options] // 100 + attention * table.attention[options])


def of_shifts(taste: Taste, options: IntArray) -> IntArray:
    """What the rows that an order shifts are worth to the seat; ``[mood, option]``."""
    table = taste.rules.options
    rows, by = table.shift_row[options], table.shift_by[options]
    return integers((weights(taste)[:, rows] * by * (rows >= 0)).sum(axis=2) // 100)


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
    worth += taste.when(Mood.OWED | Mood.AGGRIEVED, 20)
    return integers(presses.any(axis=1) * worth)


def of_lines(taste: Taste, options: IntArray) -> IntArray:
    """Lines deter when threatened or under fire, and bind; restraint retires them when nothing threatens."""
    table, doctrine, extended = taste.rules.options, taste.doctrine, np.append(taste.rules.lines.extended, 0)
    drawn = table.line[options] >= 0
    worth = drawn * (doctrine.bluff_rate - 30 + taste.when(Mood.THREATENED | Mood.UNDER_FIRE, 30))
    worth = worth + (doctrine.loyalty_to_partners - 55) * extended[table.line[options]]
    modest = worth - 8 * (table.stake[options] - 1) * drawn * (100 - doctrine.bluff_rate) // 40
    troubled = Mood.THREATENED | Mood.UNDER_FIRE | Mood.OWED | Mood.AGGRIEVED
    quiet = ~taste.feels(troubled) & (taste.aim is Aim.RESTRAINT)
    return integers(modest + (table.retires[options] >= 0) * (70 * quiet - 60))


def of_closing(taste: Taste, options: IntArray) -> IntArray:
    """A matter is concluded when one has just struck."""
    closing = taste.when(Mood.STRIKING, 0 if taste.aim is Aim.FORCE else 90) - 50
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
    waits = taste.feels(Mood.OWED) & ~taste.feels(Mood.STRIKING)
    holds = np.where(waits, doctrine.patience + doctrine.trust_in_mediators - 60, -50)
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
