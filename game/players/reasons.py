"""The reasons for a computer player's choice, in the game's words and for one game at a time.

A batch of games decides without words; only the game that is looked at is put into words.
"""

from collections.abc import Callable

from game.players.doctrine import Doctrine
from game.players.questions import Situation
from game.rules.arrays import IntArray
from game.rules.tables import Label, Reply, Rules
from game.rules.tracks import Axis
from game.rules.view import View

_LABELS = {Label.CALIBRATED: "calibrated", Label.MEASURED: "measured", Label.DECISIVE: "decisive"}


class Reasons:
    """What a decision rested on, ready to be put into words for any game of its batch."""

    def __init__(self, rules: Rules, doctrine: Doctrine, view: View, situation: Situation) -> None:
        self._rules = rules
        self._doctrine = doctrine
        self._view = view
        self._situation = situation
        self._tell: Callable[[int], list[str]] = lambda game: []

    def order(self, choices: IntArray) -> "Reasons":
        """The reasons for orders, ``[slot, game]``."""
        self._tell = lambda game: [
            *self._ledger(game),
            *self._force(int(choices[0, game])),
            *self._rest(choices, game),
        ]
        return self

    def offer(self, chosen: IntArray) -> "Reasons":
        """The reasons for an offer, ``[game]``."""
        self._tell = lambda game: [self._named("A reply window is open", int(chosen[game]))]
        return self

    def answer(self, chosen: IntArray) -> "Reasons":
        """The reasons for an answer in a reply window, ``[game]``."""
        self._tell = lambda game: [*self._ledger(game), self._answered(int(chosen[game]))]
        return self

    def brink(self, chosen: IntArray) -> "Reasons":
        """The reasons for stopping or going on at the brink, ``[game]``."""
        risk = self._doctrine.risk_tolerance
        self._tell = lambda game: [
            self._named(f"At the brink, risk tolerance {risk} of 100", int(chosen[game]))
        ]
        return self

    def of_game(self, game: int) -> tuple[str, ...]:
        """The steps for one game of the batch."""
        return tuple(self._tell(game))

    def _keeps(self) -> str:
        return "keeps to that" if self._doctrine.keeps_assurances else "may have bluffed"

    def _ledger(self, game: int) -> list[str]:
        """What is owed, to whom, and whether it must be answered."""
        situation = self._situation
        actor = self._rules.layout.names[Axis.ACTOR][situation.toward[game]]
        owed, threshold = situation.owed[game] / 100, situation.threshold[game] / 100
        steps = [f"Most is owed toward {actor}: {owed:.1f}; it answers from {threshold:.1f}."]
        if situation.stake[game]:
            steps.append(f"Its red line at stake {situation.stake[game]} was crossed and is not answered.")
        if situation.holding[game]:
            steps.append("It holds for a promise.")
        if situation.assured[game] < 3:
            steps.append(
                f"It assured {actor} of scale {situation.assured[game]} at most; it {self._keeps()}."
            )
        if situation.threatened[game]:
            steps.append("It expects to be struck.")
        return steps

    def _force(self, option: int) -> list[str]:
        table = self._rules.options
        if table.asset[option] >= 0 and table.strike[option]:
            return [f"What was prepared is used now, before it is found: {table.keys[option]}."]
        if table.attention[option] and not table.strike[option]:
            return [f"No strike: it prepares in secret: {table.keys[option]}."]
        if not table.strike[option]:
            return ["No strike: nothing must be answered now, or it waits."]
        resolve, provocation = table.resolve[option] / 100, table.provocation[option] / 100
        label = _LABELS[Label(int(table.label[option]))]
        satisfied = f"Audience satisfied from about {self._doctrine.wanted_share} % of what is owed"
        return [
            f"{satisfied} → resolve {resolve:.1f}, provocation {provocation:.1f}, {label}: {table.keys[option]}."
        ]

    def _rest(self, choices: IntArray, game: int) -> list[str]:
        keys = [self._rules.options.keys[option] for option in choices[1:, game]]
        return [f"Beside it: {', '.join(keys)}."]

    def _answered(self, option: int) -> str:
        table = self._rules.options
        kind = Reply(int(table.reply[option]))
        words = {
            Reply.ABSORB: "Nothing that must be answered now → absorb",
            Reply.PROTEST: "A protest pays a little and provokes nobody",
            Reply.ACCEPT: "It trusts the mediator's word enough to hold",
            Reply.STRIKE_BACK: "It must answer, and dares to",
        }
        return self._named(words[kind], option)

    def _named(self, why: str, option: int) -> str:
        return f"{why} → {self._rules.options.keys[option]}."
