"""What a computer player prepares and uses in secret: assets, and sources inside other actors (rules.md §8)."""

import numpy as np

from game.players.minds import Minds
from game.players.questions import Situation
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.tables import Rules, Slot
from game.rules.view import View


class SecretOrders:
    """The secret orders of one seat: which it has, and when doctrines give them."""

    def __init__(self, rules: Rules, seat: int) -> None:
        self._rules = rules
        self._first, last = rules.options.menu[seat, Slot.FORCE]
        menu = np.arange(self._first, last)
        table = rules.options
        self._uses = integers(menu[table.strike[menu] & (table.asset[menu] >= 0)])
        building = integers(menu[~table.strike[menu] & (table.asset[menu] >= 0)])
        self._prepares = integers(np.concatenate([building, _listening(rules, seat, menu)]))

    def chosen(
        self,
        minds: Minds,
        view: View,
        situation: Situation,
        allowed: BoolArray,
        force: IntArray,
        mood: IntArray,
    ) -> IntArray:
        """The force order of each game: ``force``, or a secret one in its place; ``allowed`` is the slot's mask.

        An asset is used when it is about to be found, or when its target must be answered. Who does not
        strike prepares, now and then, if force is what it seeks, or balance where it expects no blow.
        """
        calm = ~self._rules.options.strike[force] & ~situation.must_answer
        calm &= ~situation.threatened | minds.seeks_force
        prepares = calm & ~minds.seeks_restraint & (mood < np.where(minds.seeks_force, 40, 20))
        for option in self._prepares[::-1]:
            worthwhile = prepares & allowed[option - self._first] & self._in_time(view, option)
            force = np.where(worthwhile, option, force)
        for option in self._uses:
            force = np.where(
                self._is_time(minds, view, situation, option) & allowed[option - self._first], option, force
            )
        return integers(force)

    def _in_time(self, view: View, option: int) -> BoolArray | bool:
        """Whether an asset would be ready before the last turn; listening always is."""
        asset = self._rules.options.asset[option]
        if asset < 0:
            return True
        work = self._rules.assets.built_in[asset] - view.seen.asset_progress[asset]
        return np.asarray(work <= self._rules.turns - view.turn)

    def _is_time(self, minds: Minds, view: View, situation: Situation, option: int) -> BoolArray:
        target = self._rules.options.target[option]
        due = situation.must_answer & (situation.toward == target)
        found_out = view.seen.asset_exposed[self._rules.options.asset[option]] > 0
        return np.asarray(due | (found_out & ~minds.seeks_restraint))


def _listening(rules: Rules, seat: int, menu: IntArray) -> IntArray:
    """Orders that raise what the seat knows of a stranger to its camp from inside, one actor each."""
    wanted = rules.layout.cells("penetration", seat, np.flatnonzero(rules.camp != rules.camp[seat]))
    raises = np.isin(rules.options.shift_row[menu], wanted) & (rules.options.shift_by[menu] > 0)
    return integers(menu[raises.any(axis=1) & ~rules.options.strike[menu]])
