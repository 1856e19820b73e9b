"""Why a seat strikes as it does or not at all, in words, and which strike came next."""

from collections.abc import Iterator

import numpy as np

from game.players.doctrine import Doctrine
from game.players.fitting import Fit, against_all, open_strikes, says
from game.players.marked import marked
from game.players.position import Position
from game.players.questions import Situation, reserved, wanted_resolve
from game.rules.tables import Rules, Slot
from game.rules.tracks import Axis
from game.rules.view import View

_NAMES = {Slot.FORCE: "Force", Slot.ANSWER: "Answer"}
_LIMITS = ("no strike", "a limited strike at most", "a large strike at most")


class Blows:
    """What a seat's strikes rest on, for any game of a batch."""

    def __init__(
        self, rules: Rules, doctrine: Doctrine, view: View, situation: Situation, position: Position
    ) -> None:
        self._rules = rules
        self._doctrine = doctrine
        self._view = view
        self._situation = situation
        self._position = position

    def struck(self, game: int, option: int) -> Iterator[str]:
        """What audiences ask for, the strike that fits, and what spoke against the next."""
        if self._rules.options.asset[option] >= 0:
            yield self._prepared(game, option)
            return
        wanted = int(wanted_resolve(self._doctrine, self._situation)[game])
        slot = Slot(int(self._rules.options.slot[option]))
        kept = self._kept(slot, game)
        asked = f"audiences ask for a resolve of {wanted / 100:.1f}{self._bound(game)}"
        readiness = self._view.seen.readiness[self._view.seat, game] / 100
        left = f"readiness is {readiness:.1f}" + (
            f", {kept / 100:.1f} of it kept for a reply" if kept else ""
        )
        yield f"{_NAMES[slot]}: {asked}; {left} → {self._told(option)}."
        yield from self._passed_over(game, option, wanted, kept)

    def why_none(self, game: int) -> str:
        """Why it orders no strike."""
        situation, toward = self._situation, self._position.toward(game)
        if situation.holding[game]:
            return "a strike would void the promise that it holds for"
        if not situation.must_answer[game]:
            return "nothing calls for an answer"
        if not situation.assured[game] and self._doctrine.keeps_assurances:
            return f"it told {toward} in secret that no strike would come, and keeps its word"
        if against := against_all(self._rules, self._view, Slot.FORCE, int(situation.toward[game]), game):
            return f"no strike at {toward} may be ordered ({against})"
        kept, readiness = self._kept(Slot.FORCE, game), int(self._view.seen.readiness[self._view.seat, game])
        fitting = open_strikes(self._rules, self._view, Slot.FORCE, int(situation.toward[game]), game)
        if not (self._rules.options.readiness[fitting] <= readiness - kept).any():
            return f"no strike at {toward} leaves the readiness of {kept / 100:.1f} kept for a reply"
        if mediator := self._trusted(game):
            return f"it is patient and trusts the word of {mediator}, and waits for an offer"
        return f"no strike at {toward} that fits may be ordered now"

    def why_no_reply(self, game: int, dares: bool) -> str:
        """Why it does not strike back in a reply window; ``dares`` says whether it would."""
        if not self._situation.must_answer[game]:
            return "nothing calls for a blow"
        if dares:
            target = int(self._situation.toward[game])
            against = against_all(self._rules, self._view, Slot.ANSWER, target, game)
            at = f"no strike at {self._position.toward(game)}"
            return f"{at} may be ordered ({against})" if against else f"{at} fits"
        if self._position.hot(game):
            return "where powers already exchange strikes it does not dare to strike back"
        return "its patience holds"

    def _passed_over(self, game: int, option: int, wanted: int, kept: int) -> Iterator[str]:
        """What would have shown as much as is asked for and may not be ordered, else what came next."""
        stake = int(self._situation.stake[game])
        fit = Fit(self._rules, self._doctrine, self._view, game, option, wanted, kept, stake)
        if closed := fit.out_of_reach():
            other, against = closed
            yield f"Nearer to that, but out of reach ({against}): {self._told(other)}."
        elif other_one := fit.passed_over():
            place = "Nearer to that" if other_one.nearer else "Next best"
            yield f"{place}, but {other_one.against}: {self._told(other_one.option)}."

    def _told(self, option: int) -> str:
        return f"{self._key(option)} ({says(self._rules, option)})"

    def _prepared(self, game: int, option: int) -> str:
        """Why something prepared long before is used now."""
        exposed = self._view.seen.asset_exposed[self._rules.options.asset[option], game]
        due = f"an answer to {self._position.toward(game)} is due, and this was prepared for it"
        why = "what was prepared is about to be found" if exposed else due
        return f"Force: {why} → {self._key(option)}."

    def _kept(self, slot: Slot, game: int) -> int:
        """Readiness that it keeps for a reply, hundredths."""
        return int(reserved(self._rules, self._doctrine, self._situation, slot)[game])

    def _bound(self, game: int) -> str:
        limit = int(self._situation.assured[game])
        if limit >= len(_LIMITS):
            return ""
        binds = "which binds it" if self._doctrine.keeps_assurances else "which does not bind it"
        return f"; {self._position.toward(game)} was told in secret of {_LIMITS[limit]}, {binds}"

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
                return marked(names[mediator])
        return ""

    def _key(self, option: int) -> str:
        return marked(self._rules.options.keys[option])
