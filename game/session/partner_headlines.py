"""How the bulletin tells of partners and camps, and of balances that end. The same verb whoever does it."""

from collections.abc import Callable, Iterator

from game.rules import causes
from game.rules.balance import ended_by
from game.rules.effects import Change
from game.rules.tracks import Axis
from game.session.stage_report import Headline, Salvo
from game.session.wording import Wording

Teller = Callable[[Wording, int, Change], str]
"""How a change is told: from the wording, the place of its entry on its track, and the change."""


def _name(wording: Wording, place: int) -> str:
    """A partner's name inside a sentence."""
    return wording.in_text(wording.rules.layout.names[Axis.PARTNER][place])


def _partner(words: str) -> Teller:
    return lambda wording, place, change: f"{_name(wording, place)} {words}."


def _of_patron(words: str) -> Teller:
    """What a partner holds against its patron, or for it."""

    def told(wording: Wording, place: int, change: Change) -> str:
        patron = wording.inside(int(wording.rules.partners.patron[place]))
        return f"{_name(wording, place)} {words.format(patron)}."

    return told


def _camp(words: str) -> Teller:
    def told(wording: Wording, place: int, change: Change) -> str:
        camp = wording.scenario.camps[wording.rules.layout.names[Axis.CAMP][place]]
        leader = wording.in_text(camp.leader)
        return f"{words.format(camp.name, leader)}."

    return told


def _overwhelmed(wording: Wording, place: int, change: Change) -> str:
    return f"{_name(wording, place)}: overwhelmed within two turns. The fear that this leaves will last."


def _disarray(wording: Wording, place: int, change: Change) -> str:
    return f"{_name(wording, place)}: in disarray. It cannot act for now."


def _round(wording: Wording, place: int, change: Change) -> str:
    if change.before:
        patron = wording.inside(int(wording.rules.partners.patron[place]))
        return f"{patron} supported {_name(wording, place)} in this round of fighting."
    return f"A round of fighting began for {_name(wording, place)}."


def _balance(by_choice: str, by_collapse: str) -> Teller:
    def told(wording: Wording, place: int, change: Change) -> str:
        front = wording.entry(Axis.FRONT, place)
        by = ended_by(wording.rules, change.after)
        if by is None:
            return f"{front}: a new balance was found."
        how, words = ("choice", by_choice) if by.choice else ("collapse", by_collapse)
        nobody = "several sides at once" if by.several else "somebody unknown"
        who = nobody if by.actor is None else wording.inside(by.actor)
        return f"{front}: the balance ended by {how}; {words.format(who)}."

    return told


_BEYOND = "{} chose to go far beyond what this front had seen"
_NOTHING = ""

TOLD: dict[tuple[str, str], Teller] = {
    ("balance", causes.WENT_BEYOND): _balance(_BEYOND, _NOTHING),
    ("balance", causes.CAMP_CAME_APART): _balance(_NOTHING, "the camp of {} came apart"),
    ("balance", causes.ITS_GOVERNMENT_FELL): _balance(_NOTHING, "the government of {} fell"),
    ("balance", causes.CAN_ACT_NO_MORE): _balance(_NOTHING, "too little is left of {} to hold this side"),
    ("balance", causes.NEW_BALANCE): _balance(_NOTHING, _NOTHING),
    ("disarray", causes.DISORGANISED): _disarray,
    ("collapsed", causes.CAME_APART): _camp("{} came apart: partners act no more because {} asks"),
    ("collapsed", causes.HOLDS_TOGETHER): _camp("{} holds together again under {}"),
    ("cohesion", causes.PARTNER_REFUSED): _camp("A partner refused what {1} had asked"),
    ("cohesion", causes.PARTNER_DID_MORE): _camp("A partner did more than {1} had asked"),
    ("cohesion", causes.PARTNER_DID_LESS): _camp("A partner did less than {1} had asked"),
    ("overrated", causes.TRUE_STRENGTH_SHOWED): _partner("proved weaker than had been reckoned"),
    ("blunted", causes.NOTHING_GOT_THROUGH): _partner(
        "got nothing through; what is less defended comes next"
    ),
    ("dread", causes.OVERWHELMED): _overwhelmed,
    ("round", causes.ROUND_OF_FIGHTING): _round,
    ("loyalty", causes.PATRON_STOOD_BY): _of_patron("took note that {} gave support in this round"),
    ("loyalty", causes.PATRON_LEFT_ALONE): _of_patron("took note that {} gave no support in this round"),
    ("loyalty", causes.WAITED_IN_VAIN): _of_patron(
        "waited in vain for {} and its partners to open other fronts"
    ),
    ("loyalty", causes.HELD_BACK_FOR_PATRON): _of_patron("held back because {} asked, and resented it"),
}
"""What is told of a change, by its track and cause."""


def unasked(wording: Wording, salvos: tuple[Salvo, ...]) -> Iterator[Headline]:
    """Which partners struck without being asked: a surprise to their patron, who alone is told so [A 12]."""
    powers = wording.rules.powers
    for actor in sorted({each.attacker for each in salvos if each.attacker >= powers and not each.asked}):
        patron = int(wording.rules.patron_of[actor])
        line = f"{wording.inside(actor)} acted unasked, without notice to {wording.inside(patron)}."
        yield Headline(line, frozenset({patron}))


def audience(wording: Wording, track: str, place: int) -> frozenset[int] | None:
    """Who is told: what is between a partner and its patron, the patron alone; everything else everybody (None)."""
    if track == "loyalty":
        return frozenset({int(wording.rules.partners.patron[place])})
    if track == "cohesion":
        camp = wording.scenario.camps[wording.rules.layout.names[Axis.CAMP][place]]
        return frozenset({wording.rules.layout.names[Axis.POWER].index(camp.leader)})
    return None
