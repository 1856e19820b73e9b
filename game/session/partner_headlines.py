"""How the bulletin tells of partners and camps, and of balances that end. The same verb whoever does it."""

from collections.abc import Callable, Iterator

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
    ("balance", "chose to go beyond it"): _balance(_BEYOND, _NOTHING),
    ("balance", "its camp came apart"): _balance(_NOTHING, "the camp of {} came apart"),
    ("balance", "its government fell"): _balance(_NOTHING, "the government of {} fell"),
    ("balance", "can act no more"): _balance(_NOTHING, "too little is left of {} to hold this side"),
    ("balance", "a new balance"): _balance(_NOTHING, _NOTHING),
    ("disarray", "disorganised"): _disarray,
    ("collapsed", "came apart"): _camp("{} came apart: partners act no more because {} asks"),
    ("collapsed", "holds together again"): _camp("{} holds together again under {}"),
    ("cohesion", "a partner refused"): _camp("A partner refused what {1} had asked"),
    ("cohesion", "a partner did more than it was asked"): _camp("A partner did more than {1} had asked"),
    ("cohesion", "a partner did less than it was asked"): _camp("A partner did less than {1} had asked"),
    ("overrated", "its true strength showed"): _partner("proved weaker than had been reckoned"),
    ("blunted", "nothing of its salvo got through"): _partner(
        "got nothing through; what is less defended comes next"
    ),
    ("dread", "overwhelmed within two turns"): _overwhelmed,
    ("round", "a round of fighting"): _round,
    ("loyalty", "its patron stood by it in a round"): _of_patron(
        "took note that {} gave support in this round"
    ),
    ("loyalty", "its patron left it alone in a round"): _of_patron(
        "took note that {} gave no support in this round"
    ),
    ("loyalty", "waited in vain for others to open fronts"): _of_patron(
        "waited in vain for {} and its partners to open other fronts"
    ),
    ("loyalty", "held back because its patron asked"): _of_patron(
        "held back because {} asked, and resented it"
    ),
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
