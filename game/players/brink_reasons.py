"""The reasons at the brink: where control is lost, and in how many such cases of 100 a doctrine goes on."""

from dataclasses import dataclass

from game.players.doctrine import Doctrine
from game.players.marked import marked
from game.players.position import reading
from game.players.questions import goes_on_in
from game.rules.arrays import IntArray
from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.rules.view import View


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
        where = marked(self.rules.layout.names[Axis.FRONT][front], Axis.FRONT)
        rung = int(self.view.seen.rung[front, game])
        lost = f"Control is lost on the front {where}, at rung {rung} → must stop or go on."
        restraint = int(self.restraint[game])
        if not restraint:
            return (lost,)
        read = reading(self.doctrine, restraint, "The other side", "goes on more often", "goes on less often")
        return (lost, read)

    def chose(self, game: int) -> tuple[str, ...]:
        """What followed from that."""
        often = int(goes_on_in(self.doctrine, self.restraint)[game])
        chosen = marked(self.rules.options.keys[self.chosen[game]])
        return (f"With its tolerance of risk it goes on in {often} such cases of 100 → {chosen}.",)
