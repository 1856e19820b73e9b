"""Why a seat expects a blow or none, in words: what it takes its rivals to be like, and what they owe it."""

from collections.abc import Iterator

import numpy as np

from game.players.belief import KINDS, TAKEN_TO, nearest
from game.players.danger import likely_to_strike, strikes_from
from game.players.doctrine import Doctrine
from game.players.marked import marked
from game.players.questions import Situation
from game.rules.arrays import BoolArray
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.rules.view import View


class Threats:
    """What a seat expects of its rivals, for any game of a batch."""

    def __init__(self, rules: Rules, mind: Doctrine, view: View, situation: Situation) -> None:
        self._rules = rules
        self._own_kind = nearest(mind, KINDS)
        self._view = view
        self._situation = situation

    def told(self, game: int) -> Iterator[str]:
        """Whether a blow at the seat is expected and why, then the same for its clients."""
        yield self._at(self._view.seat, game)
        for client in np.flatnonzero(self._rules.client_of[self._view.seat]).tolist():
            if self._situation.client_threatened[game] and self._expects(client, game):
                yield self._at(client, game)

    def _expects(self, power: int, game: int) -> bool:
        return bool(self._likely(power, game).any() or self._hot(power, game) >= 0)

    def _likely(self, power: int, game: int) -> BoolArray:
        """Whether each rival of a power is about to strike it, ``[rival of the power]``."""
        rivals = np.flatnonzero(self._rules.rivals[:, power])
        kind = self._situation.minds.kind
        return likely_to_strike(self._rules, self._view, kind, rivals, power)[:, game]

    def _at(self, power: int, game: int) -> str:
        """One step about blows at a power: the seat itself, or a client of it."""
        own = power == self._view.seat
        rivals = np.flatnonzero(self._rules.rivals[:, power])
        expected = "expects a blow" if own else f"expects a blow at {self._name(power)}, its client"
        if not rivals.size:
            return "No rival threatens it → expects no blow."
        likely = self._likely(power, game)
        owed = self._view.seen.owed[rivals, power, game]
        due = rivals == self._rules.patron_of[self._situation.toward[game]]
        rival = int(rivals[np.lexsort((owed, due, likely))[-1]])
        felt = f"{self._taken(rival, game)}; it owes {self._name(power)} about {owed[rivals == rival][0] / 100:.1f}"
        if likely.any():
            return f"{felt} → {expected}."
        if (front := self._hot(power, game)) >= 0:
            where = marked(self._rules.layout.names[Axis.FRONT][front], Axis.FRONT)
            rung = self._view.seen.rung[front, game]
            return f"Strikes are exchanged at home, on the front {where}, at rung {rung} → {expected}."
        told = self._view.seen.assured[rival, power, game]
        calmed = ", and was told in secret what to expect" if told else ""
        return f"{felt}{calmed} → expects no blow."

    def _hot(self, power: int, game: int) -> int:
        """A front at home on which strikes are exchanged; -1 for none."""
        between_powers = self._rules.fronts.home[power] & self._rules.fronts.direct
        hot = between_powers & (self._view.seen.rung[:, game] >= OPEN_EXCHANGE)
        return int(hot.argmax()) if hot.any() else -1

    def _taken(self, rival: int, game: int) -> str:
        """What a rival is taken to be like, and from what was seen of it."""
        belief = self._situation.belief
        kind = int(belief.likeliest[rival, game])
        seat = self._name(self._view.seat)
        like = f"as {seat} does" if kind == self._own_kind else f"unlike {seat}"
        struck, held_back = int(belief.struck[rival, game]), int(belief.held_back[rival, game])
        seen = _dealings(struck, held_back) if struck + held_back else "nothing was seen of it yet"
        strikes = f"to strike from {strikes_from(belief.odds[:, rival, game]) / 100:.1f} owed"
        return f"{self._name(rival)} is taken to {TAKEN_TO[KINDS[kind].aim]}, {like} ({seen}), and {strikes}"

    def _name(self, power: int) -> str:
        return marked(self._rules.layout.names[Axis.POWER][power])


def _dealings(struck: int, held_back: int) -> str:
    """In how many turns a rival struck others, and how many blows it let pass since."""
    passed = {0: "none", 1: "one blow"}.get(held_back, f"{held_back} blows")
    if not struck:
        return f"has struck nobody in this game, and let {passed} pass"
    return f"struck in {struck} turn{'' if struck == 1 else 's'}, and let {passed} pass since"
