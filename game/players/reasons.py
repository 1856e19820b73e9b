"""The reasons for a computer player's choice, in the game's words and for one game at a time.

Each step reads *what it saw → what follows*: "Most is owed to Southland: 4.1. Today it answers from 2.1 → an answer is
due." Whose step it is stands before it, so that its subject is left out. Names stand in steps by their ids in braces,
for whoever shows them: ``{southland}`` for actors and options, ``{front=direct}`` for what may share its id with them.
A batch of games decides without words; only the game that is looked at is put into words.
"""

from collections.abc import Callable, Iterator

from game.players.blows import Blows
from game.players.grounds import grounds
from game.players.marked import marked
from game.players.next_best import Weighing, weighing
from game.players.position import Position
from game.players.questions import Situation
from game.players.shortlist import Shortlist
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.choices import Means, after, means
from game.rules.tables import ORDER_SLOTS, Reply, Rules, Slot
from game.rules.tracks import Axis
from game.rules.view import View

_NAMES = {
    Slot.FORCE: "Force",
    Slot.GUARD: "Guard",
    Slot.DIPLOMATIC: "Voice, diplomatic",
    Slot.DECLARATORY: "Voice, declaratory",
}


class Reasons:
    """What a decision rested on, ready to be put into words for any game of its batch."""

    def __init__(self, rules: Rules, shortlist: Shortlist, view: View, situation: Situation) -> None:
        self._rules = rules
        self._shortlist = shortlist
        self._view = view
        self._situation = situation
        self._position = Position(rules, shortlist.doctrine, view, situation)
        self._blows = Blows(rules, shortlist.doctrine, view, situation, self._position)
        self._see: Callable[[int], Iterator[str]] = self._position.whole
        self._tell: Callable[[int], Iterator[str]] = lambda game: iter(())

    def order(self, choices: IntArray) -> "Reasons":
        """The reasons for orders, ``[slot, game]``."""
        self._tell = lambda game: self._ordered(choices[:, game].tolist(), game)
        return self

    def force_alone(self, chosen: IntArray) -> "Reasons":
        """The reasons for force orders, ``[game]``, of a player of habits, who orders nothing else."""

        def tell(game: int) -> Iterator[str]:
            yield from self._force(int(chosen[game]), game)
            yield "Guard and voice: by habit it orders nothing there."

        self._tell = tell
        return self

    def offer(self, chosen: IntArray) -> "Reasons":
        """The reasons for an offer, ``[game]``."""
        self._see = self._position.windows
        self._tell = lambda game: iter([self._offered(int(chosen[game]), game)])
        return self

    def answer(self, chosen: IntArray, dares: BoolArray) -> "Reasons":
        """The reasons for an answer in a reply window; ``dares`` says whether it would strike back; ``[game]``."""
        self._see = self._position.ledger
        self._tell = lambda game: self._answered(game, int(chosen[game]), bool(dares[game]))
        return self

    def habit(self, chosen: IntArray) -> "Reasons":
        """The reasons of a player of habits, who takes what the rest of a turn brings as it comes; ``[game]``."""

        def tell(game: int) -> Iterator[str]:
            yield f"By habit it takes what comes between its orders → {self._key(int(chosen[game]))}."

        self._see, self._tell = self._position.owed_alone, tell
        return self

    def seen(self, game: int) -> tuple[str, ...]:
        """What it saw and made of it in one game, before it chose."""
        return tuple(self._see(game))

    def chose(self, game: int) -> tuple[str, ...]:
        """What followed from that."""
        return tuple(self._tell(game))

    # --- orders ----------------------------------------------------------------------------------------

    def _ordered(self, options: list[int], game: int) -> Iterator[str]:
        yield from self._force(options[0], game)
        alone, left = self._alone(game), self._left(game)
        told = []
        for slot, option in zip(ORDER_SLOTS[1:], options[1:], strict=True):
            left = after(self._rules, left, integers([options[slot - 1]]))
            weighed = self._weighing(alone, slot, game, left, options[0])
            nothing = option == weighed.first
            told.append(f"{weighed.why_nothing()} → nothing." if nothing else self._given(option, weighed))
        if len(set(told)) == 1:
            yield f"Guard and voice: {told[0]}"
        else:
            yield from (f"{_NAMES[slot]}: {step}" for slot, step in zip(ORDER_SLOTS[1:], told, strict=True))

    def _force(self, option: int, game: int) -> Iterator[str]:
        options = self._rules.options
        if options.strike[option]:
            yield from self._blows.struck(game, option)
        elif options.keys[option].endswith(":pass"):
            yield f"Force: {self._blows.why_none(game)} → no strike."
        else:
            weighed = self._weighing(self._alone(game), Slot.FORCE, game, self._left(game), option)
            yield f"Force: {self._blows.why_none(game)}; {self._given(option, weighed)}"

    def _given(self, option: int, weighed: Weighing) -> str:
        """An option that is no strike after what it is for, and before what came next."""
        purpose = grounds(self._rules, option) or "of what is left it likes best"
        return f"{purpose} → {self._key(option)}. {weighed.passed_over(option)}".rstrip()

    def _alone(self, game: int) -> View:
        return self._view.take(integers([game]))

    def _left(self, game: int) -> Means:
        """The means of one game before any order."""
        left = means(self._view.seen, self._view.seat)
        return Means(left.attention[[game]], left.readiness[[game]])

    def _weighing(self, alone: View, slot: Slot, game: int, left: Means, force: int) -> Weighing:
        moods = self._situation.moods(bool(self._rules.options.strike[force]))[[game]]
        return weighing(self._rules, self._shortlist, alone, slot, moods, left, force)

    # --- offers and answers ----------------------------------------------------------------------------

    def _offered(self, option: int, game: int) -> str:
        promise = int(self._rules.options.promise[option])
        if promise < 0:
            return f"No promise seems worth staking its word on → {self._key(option)}."
        holder = int(self._rules.promises.holder[promise])
        trust = self._view.seen.trust[self._view.seat, holder, game] / 100
        name = marked(self._rules.layout.names[Axis.POWER][holder])
        nobody = self._rules.options.menu[self._view.seat, Slot.OFFER][0]
        weighed = self._weighing(self._alone(game), Slot.OFFER, game, self._left(game), nobody)
        offered = f"Offer: {name} trusts its word at {trust:.1f} of 3 → {self._key(option)}."
        return f"{offered} {weighed.passed_over(option)}".rstrip()

    def _answered(self, game: int, option: int, dares: bool) -> Iterator[str]:
        kind = Reply(int(self._rules.options.reply[option]))
        if kind is Reply.STRIKE_BACK:
            yield from self._blows.struck(game, option)
        elif kind is Reply.ACCEPT:
            yield f"Answer: {self._trust(game, option)} → {self._key(option)}."
        else:
            yield f"Answer: {self._blows.why_no_reply(game, dares)} → {self._key(option)}."

    def _trust(self, game: int, option: int) -> str:
        mediator = int(self._rules.promises.mediator[self._rules.options.promise[option]])
        trust = self._view.seen.trust[mediator, self._view.seat, game] / 100
        name = marked(self._rules.layout.names[Axis.POWER][mediator])
        holds_from = self._shortlist.doctrine.holds_from / 100
        return f"trusts the word of {name} at {trust:.1f} of 3, and holds from {holds_from:.1f}"

    def _key(self, option: int) -> str:
        return marked(self._rules.options.keys[option])
