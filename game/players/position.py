"""What a seat sees before it decides, in words: what it owes, how it reads restraint, who may strike back."""

from collections.abc import Iterator

import numpy as np

from game.players.doctrine import Doctrine
from game.players.marked import marked
from game.players.questions import Situation
from game.players.threats import Threats
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.rules.view import View


class Position:
    """What a seat makes of its position, for any game of a batch."""

    def __init__(self, rules: Rules, doctrine: Doctrine, view: View, situation: Situation) -> None:
        self._rules = rules
        self._doctrine = doctrine
        self._view = view
        self._situation = situation
        self._threats = Threats(rules, doctrine, view, situation)

    def whole(self, game: int) -> Iterator[str]:
        """The ledger, another's restraint, and whether a blow is expected."""
        yield from self.ledger(game)
        yield from self._threats.told(game)

    def ledger(self, game: int) -> Iterator[str]:
        """What is owed to whom and whether it must be answered, then what that actor's restraint is taken for."""
        yield self._owed(game)
        restraint = int(self._situation.restraint[game])
        if restraint:
            patron = int(self._rules.patron_of[self._situation.toward[game]])
            yield reading(
                self._doctrine,
                restraint,
                marked(self._rules.layout.names[Axis.POWER][patron]),
                "answers sooner and harder",
                "answers later and milder",
            )

    def windows(self, game: int) -> Iterator[str]:
        """Who may strike back at whom in this exchange."""
        window = self._view.seen.window[: self._rules.powers, :, game]
        names = self._rules.layout.names[Axis.ACTOR]
        pairs = [
            f"{marked(names[holder])} may strike back at {marked(names[at])}"
            for holder, at in np.argwhere(window)
        ]
        yield (
            f"{'; '.join(pairs)} → a promise may keep the peace." if pairs else "Nobody may strike back now."
        )

    def toward(self, game: int) -> str:
        """The actor in question."""
        return marked(self._rules.layout.names[Axis.ACTOR][int(self._situation.toward[game])])

    def hot(self, game: int) -> bool:
        """Whether powers exchange strikes on some front."""
        rung = self._view.seen.rung[self._rules.fronts.direct, game]
        return bool(rung.max(initial=0) >= OPEN_EXCHANGE)

    def owed_alone(self, game: int) -> Iterator[str]:
        """What is owed to whom, without whether it must be answered."""
        whole = self._whole(game)
        yield (
            f"Most is owed to {self.toward(game)}: {whole / 100:.1f}."
            if whole
            else "Nothing is owed to anybody."
        )

    def _whole(self, game: int) -> int:
        return int(self._view.seen.owed[self._view.seat, self._situation.toward[game], game])

    def _owed(self, game: int) -> str:
        situation, name, whole = self._situation, self.toward(game), self._whole(game)
        must = "an answer is due" if situation.must_answer[game] else "no answer is due"
        if situation.holding[game]:
            frozen = f"{whole / 100:.1f} is owed to {name}, and it holds for a promise about that"
            return f"{frozen}{self._crossed(game, ', though a')} → {must}."
        if not whole and not situation.stake[game]:
            return f"Nothing is owed to anybody whom it could strike → {must}."
        if not whole:
            return f"Nothing is owed to {name}{self._crossed(game, ', but a')} → {must}."
        broken = self._view.seen.interest[self._view.seat, situation.toward[game], game]
        since = ", and a promise about it was broken" if broken else ""
        owed, threshold = apart(whole, int(situation.threshold[game]))
        bound = self._crossed(
            game, "; but a" if situation.owed[game] < situation.threshold[game] else "; besides, a"
        )
        return f"Most is owed to {name}: {owed}{since}. Today it answers from {threshold}{bound} → {must}."

    def _crossed(self, game: int, beginning: str) -> str:
        stake = self._situation.stake[game]
        return f"{beginning} red line at stake {stake} was crossed" if stake else ""


def reading(doctrine: Doctrine, restraint: int, who: str, bolder: str, milder: str) -> str:
    """What a doctrine makes of somebody who held back ``restraint`` times, and what follows of the two."""
    taken = f"licence → {bolder}" if doctrine.restraint_is_licence else f"a signal → {milder}"
    return f"{who} let a blow pass, or held for a promise, {_counted(restraint)}: reads that as {taken}."


def apart(one: int, other: int) -> tuple[str, str]:
    """Two amounts in hundredths with one decimal, or with two where one would make them look equal."""
    told = f"{one / 100:.1f}", f"{other / 100:.1f}"
    return told if one == other or told[0] != told[1] else (f"{one / 100:.2f}", f"{other / 100:.2f}")


def _counted(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
