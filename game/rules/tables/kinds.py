"""The kinds of choices, stages, strikes, replies and endings that every scenario shares."""

from enum import IntEnum


class Slot(IntEnum):
    """What a choice is made for. The first four are filled at ORDERS, in this order."""

    FORCE = 0
    GUARD = 1
    DIPLOMATIC = 2
    DECLARATORY = 3
    OFFER = 4
    ANSWER = 5
    BRINK = 6
    PARTNER = 7


ORDER_SLOTS = (Slot.FORCE, Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY)


class Stage(IntEnum):
    """The stages of a turn with choices; the books follow the brink (rules.md §3)."""

    ORDERS = 0
    OFFER_1 = 1
    ANSWER_1 = 2
    OFFER_2 = 3
    ANSWER_2 = 4
    OFFER_3 = 5
    ANSWER_3 = 6
    BRINK = 7


OFFERS = (Stage.OFFER_1, Stage.OFFER_2, Stage.OFFER_3)

ANSWERS = (Stage.ANSWER_1, Stage.ANSWER_2, Stage.ANSWER_3)


def slots_of(stage: Stage) -> tuple[Slot, ...]:
    """The slots that a power fills at a stage."""
    if stage is Stage.ORDERS:
        return ORDER_SLOTS
    if stage in OFFERS:
        return (Slot.OFFER,)
    return (Slot.ANSWER,) if stage in ANSWERS else (Slot.BRINK,)


class Label(IntEnum):
    """What a strike says, from its resolve and provocation (rules.md §5)."""

    CALIBRATED = 0
    MEASURED = 1
    DECISIVE = 2


class Reply(IntEnum):
    """The kinds of answer in a reply window (rules.md §3)."""

    ABSORB = 0
    PROTEST = 1
    ACCEPT = 2
    STRIKE_BACK = 3


class Ending(IntEnum):
    """How a game ends (rules.md §10). ``PLAYING`` while it goes on."""

    PLAYING = 0
    REGIONAL_WAR = 1
    SETTLEMENT = 2
    HORIZON = 3
