"""The reasons for a computer player's choice, in the game's words and for one game at a time.

Each step reads *what it saw → what follows*: "Most is owed to Southland: 4.1. Today it answers from 2.1 → an answer is
due." Whose step it is stands before it, so that its subject is left out. Names stand in steps by their ids in braces,
for whoever shows them: ``{southland}`` for actors and options, ``{front=direct}`` for what may share its id with them.
A batch of games decides without words; only the game that is looked at is put into words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.players.doctrine import Doctrine
from game.players.fitting import against_all, compared, open_strikes, says
from game.players.grounds import grounds
from game.players.questions import Situation, goes_on_in, reserved, wanted_resolve
from game.players.threats import Threats
from game.rules.arrays import BoolArray, IntArray
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.tables import Reply, Rules, Slot
from game.rules.tracks import Axis
from game.rules.view import View

_SLOTS = {
    Slot.FORCE: "Force",
    Slot.GUARD: "Guard",
    Slot.DIPLOMATIC: "Voice, diplomatic",
    Slot.DECLARATORY: "Voice, declaratory",
    Slot.ANSWER: "Answer",
}
_LIMITS = ("no strike", "a limited strike at most", "a large strike at most")


class Reasons:
    """What a decision rested on, ready to be put into words for any game of its batch."""

    def __init__(self, rules: Rules, doctrine: Doctrine, view: View, situation: Situation) -> None:
        self._rules = rules
        self._doctrine = doctrine
        self._view = view
        self._situation = situation
        self._threats = Threats(rules, doctrine, view, situation)
        self._see: Callable[[int], Iterator[str]] = self._position
        self._tell: Callable[[int], Iterator[str]] = lambda game: iter(())

    def order(self, choices: IntArray) -> "Reasons":
        """The reasons for orders, ``[slot, game]``."""

        def tell(game: int) -> Iterator[str]:
            yield from self._force(game, int(choices[0, game]))
            yield from self._rest(game, choices[:, game].tolist())

        self._tell = tell
        return self

    def offer(self, chosen: IntArray) -> "Reasons":
        """The reasons for an offer, ``[game]``."""
        self._see = self._windows
        self._tell = lambda game: iter([self._offered(int(chosen[game]), game)])
        return self

    def answer(self, chosen: IntArray, dares: BoolArray) -> "Reasons":
        """The reasons for an answer in a reply window; ``dares`` says whether it would strike back; ``[game]``."""
        self._see = self._ledger_and_rival
        self._tell = lambda game: self._answered(game, int(chosen[game]), bool(dares[game]))
        return self

    def habit(self, chosen: IntArray) -> "Reasons":
        """The reasons of a player of habits, who takes what the rest of a turn brings as it comes; ``[game]``."""

        def tell(game: int) -> Iterator[str]:
            yield f"By habit it takes what comes between its orders → {self._key(int(chosen[game]))}."

        self._see, self._tell = self._owed_alone, tell
        return self

    def seen(self, game: int) -> tuple[str, ...]:
        """What it saw and made of it in one game, before it chose."""
        return tuple(self._see(game))

    def of_game(self, game: int) -> tuple[str, ...]:
        """All steps for one game of the batch."""
        return (*self.seen(game), *self._tell(game))

    # --- what it sees ----------------------------------------------------------------------------------

    def _position(self, game: int) -> Iterator[str]:
        yield from self._ledger_and_rival(game)
        yield from self._threats.told(game)

    def _ledger_and_rival(self, game: int) -> Iterator[str]:
        yield self._ledger(game)
        if self._situation.restraint[game]:
            patron = int(self._rules.patron_of[self._situation.toward[game]])
            name = f"{{{self._rules.layout.names[Axis.POWER][patron]}}}"
            yield _read(
                self._doctrine,
                int(self._situation.restraint[game]),
                name,
                "answers sooner and harder",
                "answers later and milder",
            )

    def _owed_alone(self, game: int) -> Iterator[str]:
        whole = int(self._view.seen.owed[self._view.seat, self._situation.toward[game], game])
        yield (
            f"Most is owed to {self._toward(game)}: {whole / 100:.1f}."
            if whole
            else "Nothing is owed to anybody."
        )

    def _ledger(self, game: int) -> str:
        """What is owed, to whom, and whether it must be answered."""
        situation, name = self._situation, self._toward(game)
        whole = int(self._view.seen.owed[self._view.seat, situation.toward[game], game])
        must = "an answer is due" if situation.must_answer[game] else "no answer is due"
        if situation.holding[game]:
            frozen = f"{whole / 100:.1f} is owed to {name}, and it holds for a promise about that"
            return f"{frozen}{self._crossed(game, ', though a')} → {must}."
        if not whole and not situation.stake[game]:
            return f"Nothing is owed to anybody whom it could strike → {must}."
        broken = self._view.seen.interest[self._view.seat, situation.toward[game], game]
        if not whole:
            return f"Nothing is owed to {name}{self._crossed(game, ', but a')} → {must}."
        since = ", and a promise about it was broken" if broken else ""
        today = f"Today it answers from {situation.threshold[game] / 100:.1f}"
        bound = self._crossed(
            game, "; but a" if situation.owed[game] < situation.threshold[game] else "; besides, a"
        )
        return f"Most is owed to {name}: {whole / 100:.1f}{since}. {today}{bound} → {must}."

    def _crossed(self, game: int, beginning: str) -> str:
        stake = self._situation.stake[game]
        return f"{beginning} red line at stake {stake} was crossed" if stake else ""

    def _windows(self, game: int) -> Iterator[str]:
        """Who may strike back at whom in this exchange."""
        window = self._view.seen.window[: self._rules.powers, :, game]
        names = self._rules.layout.names[Axis.ACTOR]
        pairs = [
            f"{{{names[holder]}}} may strike back at {{{names[at]}}}" for holder, at in np.argwhere(window)
        ]
        yield (
            f"{'; '.join(pairs)} → a promise may keep the peace." if pairs else "Nobody may strike back now."
        )

    # --- what follows ----------------------------------------------------------------------------------

    def _force(self, game: int, option: int) -> Iterator[str]:
        options = self._rules.options
        if options.strike[option]:
            if options.asset[option] >= 0:
                found = self._view.seen.asset_exposed[options.asset[option], game]
                why = "what was prepared is about to be found" if found else "it was prepared for this"
                yield f"Force: {why} → {self._key(option)}."
            else:
                yield from self._struck(game, option)
        elif options.keys[option].endswith(":pass"):
            yield f"Force: {self._why_none(game)} → no strike."
        else:
            yield f"Force: {self._why_none(game)}; {self._given(option)}."

    def _why_none(self, game: int) -> str:
        """Why it does not strike."""
        situation = self._situation
        if situation.holding[game]:
            return "a strike would void the promise that it holds for"
        if not situation.must_answer[game]:
            return "nothing calls for an answer"
        if not situation.assured[game] and self._doctrine.keeps_assurances:
            return f"it told {self._toward(game)} in secret that no strike would come, and keeps its word"
        if against := against_all(self._rules, self._view, Slot.FORCE, int(situation.toward[game]), game):
            return f"no strike at {self._toward(game)} may be ordered ({against})"
        kept, readiness = self._kept(Slot.FORCE, game), int(self._view.seen.readiness[self._view.seat, game])
        fitting = open_strikes(self._rules, self._view, Slot.FORCE, int(situation.toward[game]), game)
        if not (self._rules.options.readiness[fitting] <= readiness - kept).any():
            return (
                f"no strike at {self._toward(game)} leaves the readiness of {kept / 100:.1f} kept for a reply"
            )
        if mediator := self._trusted(game):
            return f"it is patient and trusts the word of {mediator}, and waits for an offer"
        return f"no strike at {self._toward(game)} that fits may be ordered now"

    def _trusted(self, game: int) -> str:
        """The mediator whose offer it may wait for; empty where it would not wait."""
        situation, seen, seat = self._situation, self._view.seen, self._view.seat
        promises, names = self._rules.promises, self._rules.layout.names[Axis.POWER]
        if situation.stake[game] or seen.interest[seat, :, game].any():
            return ""
        for promise in np.flatnonzero(promises.holder == seat):
            mediator = promises.mediator[promise]
            trusted = seen.trust[mediator, seat, game] >= self._doctrine.holds_from
            if trusted and promises.about[promise] == situation.toward[game]:
                return f"{{{names[mediator]}}}"
        return ""

    def _struck(self, game: int, option: int) -> Iterator[str]:
        """What audiences ask for, the strike that fits, and what stood against the one that comes nearest to it."""
        wanted = int(wanted_resolve(self._doctrine, self._situation)[game])
        slot = Slot(int(self._rules.options.slot[option]))
        asked = f"audiences ask for a resolve of {wanted / 100:.1f}{self._bound(game)}"
        readiness, kept = self._view.seen.readiness[self._view.seat, game] / 100, self._kept(slot, game) / 100
        left = f"readiness is {readiness:.1f}" + (f", {kept:.1f} of it kept for a reply" if kept else "")
        yield f"{_SLOTS[slot]}: {asked}; {left} → {self._key(option)} ({says(self._rules, option)})."
        against, nearest = compared(self._rules, self._view, option, wanted, self._kept(slot, game), game)
        if against:
            yield f"Nearer to that, but {against}: {self._key(nearest)} ({says(self._rules, nearest)})."

    def _kept(self, slot: Slot, game: int) -> int:
        """Readiness that it keeps for a reply, hundredths."""
        return int(reserved(self._rules, self._doctrine, self._situation, slot)[game])

    def _bound(self, game: int) -> str:
        limit = int(self._situation.assured[game])
        if limit >= len(_LIMITS):
            return ""
        told = f"{self._toward(game)} was told in secret of {_LIMITS[limit]}"
        return (
            f"; {told}, {'which binds it' if self._doctrine.keeps_assurances else 'which does not bind it'}"
        )

    def _rest(self, game: int, options: list[int]) -> Iterator[str]:
        """Guard and voice: what it expects, what is given, and what for."""
        given = [option for option in options[1:] if not self._rules.options.keys[option].endswith(":pass")]
        for option in given:
            slot = _SLOTS[Slot(int(self._rules.options.slot[option]))]
            yield f"{slot}: {self._given(option)}."
        if not given:
            yield "Guard and voice: nothing seems worth what it costs → nothing."

    def _given(self, option: int) -> str:
        """An option that is no strike, after what it is for."""
        purpose = grounds(self._rules, option)
        return f"{purpose or 'of what is left it likes best'} → {self._key(option)}"

    def _answered(self, game: int, option: int, dares: bool) -> Iterator[str]:
        kind = Reply(int(self._rules.options.reply[option]))
        if kind is Reply.STRIKE_BACK:
            yield from self._struck(game, option)
        elif kind is Reply.ACCEPT:
            yield f"Answer: {self._trust(game, option)} → {self._key(option)}."
        else:
            yield f"Answer: {self._why_quiet(game, dares)} → {self._key(option)}."

    def _trust(self, game: int, option: int) -> str:
        mediator = int(self._rules.promises.mediator[self._rules.options.promise[option]])
        trust = self._view.seen.trust[mediator, self._view.seat, game] / 100
        name = f"{{{self._rules.layout.names[Axis.POWER][mediator]}}}"
        return f"trusts the word of {name} at {trust:.1f} of 3, and holds from {self._doctrine.holds_from / 100:.1f}"

    def _why_quiet(self, game: int, dares: bool) -> str:
        if not self._situation.must_answer[game]:
            return "nothing calls for a blow"
        if dares:
            target = int(self._situation.toward[game])
            against = against_all(self._rules, self._view, Slot.ANSWER, target, game)
            return f"no strike at {self._toward(game)} " + (
                f"may be ordered ({against})" if against else "fits"
            )
        hot = self._view.seen.rung[self._rules.fronts.direct, game].max(initial=0) >= OPEN_EXCHANGE
        fears = f"with a front at rung {OPEN_EXCHANGE} or above it does not dare to strike back"
        return fears if hot else "its patience holds"

    def _offered(self, option: int, game: int) -> str:
        promise = int(self._rules.options.promise[option])
        if promise < 0:
            return f"No promise seems worth staking its word on → {self._key(option)}."
        holder = int(self._rules.promises.holder[promise])
        trust = self._view.seen.trust[self._view.seat, holder, game] / 100
        name = f"{{{self._rules.layout.names[Axis.POWER][holder]}}}"
        return f"Offer: {name} trusts its word at {trust:.1f} of 3 → {self._key(option)}."

    # --- names -----------------------------------------------------------------------------------------

    def _toward(self, game: int) -> str:
        return f"{{{self._rules.layout.names[Axis.ACTOR][int(self._situation.toward[game])]}}}"

    def _key(self, option: int) -> str:
        return f"{{{self._rules.options.keys[option]}}}"


@dataclass(frozen=True, slots=True)
class BrinkReasons:
    """The reasons at the brink, against somebody who held back ``restraint`` times; ``[game]`` both."""

    rules: Rules
    doctrine: Doctrine
    view: View
    chosen: IntArray
    restraint: IntArray

    def seen(self, game: int) -> tuple[str, ...]:
        """Where control is lost, and what the other side's restraint is taken for."""
        front = int(self.view.seen.brink[game])
        where, rung = self.rules.layout.names[Axis.FRONT][front], int(self.view.seen.rung[front, game])
        lost = f"Control is lost on the front {{front={where}}}, at rung {rung} → must stop or go on."
        restraint = int(self.restraint[game])
        if not restraint:
            return (lost,)
        read = _read(self.doctrine, restraint, "The other side", "goes on more often", "goes on less often")
        return (lost, read)

    def of_game(self, game: int) -> tuple[str, ...]:
        """All steps for one game of the batch."""
        often = goes_on_in(self.doctrine, self.restraint)[game]
        chosen = f"{{{self.rules.options.keys[self.chosen[game]]}}}"
        return (
            *self.seen(game),
            f"With its tolerance of risk it goes on in {often} such cases of 100 → {chosen}.",
        )


def _read(doctrine: Doctrine, restraint: int, who: str, bolder: str, milder: str) -> str:
    reading = f"licence → {bolder}" if doctrine.restraint_is_licence else f"a signal → {milder}"
    return f"{who} let a blow pass, or held for a promise, {_counted(restraint)}: reads that as {reading}."


def _counted(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
