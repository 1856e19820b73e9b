"""The reasons for a computer player's choice, in the game's words and for one game at a time.

Each step reads *what it saw → what follows*: "4.1 owed to Israel, answers from 2.1 → must answer". Actors and options
stand in them by their ids, for whoever shows them to name. A batch of games decides without words; only the game that
is looked at is put into words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.players.belief import KINDS, TAKEN_TO, nearest
from game.players.doctrine import Doctrine
from game.players.questions import Situation, wanted_resolve
from game.rules.arrays import BoolArray, IntArray
from game.rules.tables import Label, Reply, Rules
from game.rules.tracks import Axis
from game.rules.view import View

_LABELS = {Label.CALIBRATED: "calibrated", Label.MEASURED: "measured", Label.DECISIVE: "decisive"}
_PASSES = (":pass", ":no_offer")


class Reasons:
    """What a decision rested on, ready to be put into words for any game of its batch."""

    def __init__(self, rules: Rules, doctrine: Doctrine, view: View, situation: Situation) -> None:
        self._rules = rules
        self._doctrine = doctrine
        self._view = view
        self._situation = situation
        self._tell: Callable[[int], Iterator[str]] = lambda game: iter(())

    def order(self, choices: IntArray) -> "Reasons":
        """The reasons for orders, ``[slot, game]``."""

        def tell(game: int) -> Iterator[str]:
            yield from self._ledger(game)
            yield from self._rival(game)
            yield self._force(game, int(choices[0, game]))
            yield self._rest(game, choices[1:, game].tolist(), bool(self._strikes(int(choices[0, game]))))

        self._tell = tell
        return self

    def offer(self, chosen: IntArray) -> "Reasons":
        """The reasons for an offer, ``[game]``."""
        self._tell = lambda game: iter([self._offered(int(chosen[game]), game)])
        return self

    def answer(self, chosen: IntArray, dares: BoolArray) -> "Reasons":
        """The reasons for an answer in a reply window; ``dares`` says whether it would strike back; ``[game]``."""

        def tell(game: int) -> Iterator[str]:
            yield from self._ledger(game)
            yield from self._rival(game)
            yield self._answered(game, int(chosen[game]), bool(dares[game]))

        self._tell = tell
        return self

    def of_game(self, game: int) -> tuple[str, ...]:
        """The steps for one game of the batch."""
        return tuple(self._tell(game))

    # --- what is owed ----------------------------------------------------------------------------------

    def _ledger(self, game: int) -> Iterator[str]:
        """What is owed, to whom, and whether it must be answered."""
        situation = self._situation
        seen = [f"{situation.owed[game] / 100:.1f} owed to {self._toward(game)}", *self._conditions(game)]
        seen.append(f"answers from {situation.threshold[game] / 100:.1f}")
        yield f"{', '.join(seen)} → {'must answer' if situation.must_answer[game] else 'need not answer'}."

    def _conditions(self, game: int) -> Iterator[str]:
        situation = self._situation
        if self._view.seen.interest[self._view.seat, situation.toward[game], game]:
            yield "a promise about it broken"
        if situation.stake[game]:
            yield f"red line at stake {situation.stake[game]} crossed"
        if situation.holding[game]:
            yield "holds for a promise"
        if situation.assured[game] < 3:
            kept = "keeps to that" if self._doctrine.keeps_assurances else "may have bluffed"
            yield f"assured it of scale {situation.assured[game]} at most and {kept}"

    # --- what the other side is taken to be like -------------------------------------------------------

    def _rival(self, game: int) -> Iterator[str]:
        """What it takes the rival that it owes most to be like, and what it makes of that rival's restraint."""
        situation, toward = self._situation, self._situation.toward[game]
        rival = int(self._rules.patron_of[toward])
        if not self._rules.rivals[self._view.seat, rival]:
            return
        name, belief = self._rules.layout.names[Axis.POWER][rival], situation.belief
        kind = int(belief.likeliest[rival, game])
        struck, held_back = int(belief.struck[rival, game]), int(belief.held_back[rival, game])
        seen = f"struck in {_counted(struck, 'turn')}, held back {_counted(held_back, 'time')} since"
        like = "as itself" if kind == nearest(self._doctrine, KINDS) else "unlike itself"
        learnt = f"({seen})" if struck + held_back else "(nothing seen of it yet)"
        yield f"It takes {name} to {TAKEN_TO[KINDS[kind].aim]}, {like} {learnt}."
        if situation.restraint[game]:
            yield _read(self._doctrine, int(situation.restraint[game]), name)

    # --- what follows ----------------------------------------------------------------------------------

    def _force(self, game: int, option: int) -> str:
        if self._strikes(option):
            if self._rules.options.asset[option] >= 0:
                return f"What was prepared is used before it is found → {self._key(option)}."
            return self._struck(game, option)
        if self._rules.options.attention[option]:
            return f"No strike now, it prepares → {self._key(option)}."
        why = "It waits, or no strike fits" if self._situation.must_answer[game] else "Nothing to answer"
        return f"{why} → no strike."

    def _struck(self, game: int, option: int) -> str:
        table = self._rules.options
        wanted = wanted_resolve(self._doctrine, self._situation)[game] / 100
        resolve = table.resolve[option] / 100
        provocation = (table.provocation[option] + table.humiliation[option]) / 100
        label = _LABELS[Label(int(table.label[option]))]
        said = f"resolve {resolve:.1f}, provocation {provocation:.1f}, {label}"
        return f"Audiences ask for resolve of {wanted:.1f} → {self._key(option)} ({said})."

    def _rest(self, game: int, options: list[int], striking: bool) -> str:
        """Guard and voice, by what the doctrine likes best in this mood."""
        keys = [self._key(option) for option in options]
        chosen = "; ".join(key for key in keys if not key.endswith(_PASSES)) or "nothing beside it"
        return f"{', '.join(self._moods(game, striking))} → {chosen}."

    def _moods(self, game: int, striking: bool) -> Iterator[str]:
        situation = self._situation
        yield "Expects to be struck" if situation.threatened[game] else "Expects no blow"
        if situation.client_threatened[game]:
            yield "its client may be struck"
        if striking:
            yield "strikes"

    def _answered(self, game: int, option: int, dares: bool) -> str:
        kind = Reply(int(self._rules.options.reply[option]))
        if kind is Reply.STRIKE_BACK:
            return self._struck(game, option)
        if kind is Reply.ACCEPT:
            return f"Trusts the mediator's word enough to hold → {self._key(option)}."
        must = bool(self._situation.must_answer[game])
        why = ("No strike fits" if dares else "Does not dare to strike back") if must else "Nothing to answer"
        return f"{why} → {self._key(option)}."

    def _offered(self, option: int, game: int) -> str:
        promise = int(self._rules.options.promise[option])
        if promise < 0:
            return f"A reply window is open, and no promise seems worth its word → {self._key(option)}."
        holder = int(self._rules.promises.holder[promise])
        trust = self._view.seen.trust[self._view.seat, holder, game] / 100
        name = self._rules.layout.names[Axis.POWER][holder]
        return f"A promise may keep {name} from striking back, trust in its word {trust:.1f} → {self._key(option)}."

    # --- names -----------------------------------------------------------------------------------------

    def _strikes(self, option: int) -> bool:
        return bool(self._rules.options.strike[option])

    def _toward(self, game: int) -> str:
        return self._rules.layout.names[Axis.ACTOR][int(self._situation.toward[game])]

    def _key(self, option: int) -> str:
        return self._rules.options.keys[option]


@dataclass(frozen=True, slots=True)
class BrinkReasons:
    """The reasons at the brink, against somebody who held back ``restraint`` times; ``[game]`` both."""

    rules: Rules
    doctrine: Doctrine
    chosen: IntArray
    restraint: IntArray

    def of_game(self, game: int) -> tuple[str, ...]:
        """The steps for one game of the batch."""
        option, often = self.rules.options.keys[self.chosen[game]], self.doctrine.goes_on_in
        goes_on = f"At the brink it goes on {often} times in 100, by its tolerance of risk → {option}."
        restraint = int(self.restraint[game])
        return (_read(self.doctrine, restraint, "The other side"), goes_on) if restraint else (goes_on,)


def _read(doctrine: Doctrine, restraint: int, who: str) -> str:
    reading = "licence → dares more" if doctrine.restraint_is_licence else "a signal → answers milder"
    return f"{who} held back {_counted(restraint, 'time')}: it reads that as {reading}."


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
