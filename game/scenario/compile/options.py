"""From orders to options, power by power and slot by slot, with the choices that every game has."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from game.rules.tables import Reply, Slot
from game.scenario.compile.conditions import at_least, at_most, in_office, window_open
from game.scenario.compile.names import Names, natural_to_units
from game.scenario.compile.needs import NO_LIMIT, Condition, Need
from game.scenario.compile.option import Option, slot_of
from game.scenario.compile.special import Binding, bindings, promise_binding
from game.scenario.compile.strikes import StrikeWriter
from game.scenario.orders import Order, Shift

_DEFAULT_ATTENTION = {
    "strike": 2,
    "operation": 2,
    "covert": 2,
    "defensive": 1,
    "diplomatic": 1,
    "declaratory": 0,
}


class OptionWriter:
    """Writes the options of a scenario, power by power and slot by slot."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.scenario = names.scenario
        self.strikes = StrikeWriter(names)

    def options(self) -> list[Option]:
        """All options, in the order of the table: powers, slots, orders, needs; partners' acts come last."""
        written: list[Option] = []
        for power in self.names.powers:
            for slot in (Slot.FORCE, Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY):
                written.append(self._first("pass", power, slot))
                written += self._of_orders(power, slot)
            written += [*self._offers(power), *self._answers(power)]
            written += [*self._strikes_back(power, written), *self._brink(power)]
        return written + list(self.strikes.partner_acts())

    def _first(self, key: str, power: str, slot: Slot) -> Option:
        return Option(key=f"{power}:{key}", order=key, power=self.names.powers.index(power), slot=slot)

    def _of_orders(self, power: str, slot: Slot) -> Iterator[Option]:
        for name, order in self.scenario.orders.items():
            if power in order.by and slot_of(order) is slot:
                options = list(self._of_order(power, name, order))
                yield from sorted(options, key=lambda option: _need_order(option.need))

    def _of_order(self, power: str, name: str, order: Order) -> Iterator[Option]:
        attention = _DEFAULT_ATTENTION[order.family] if order.attention is None else order.attention
        plain = replace(
            self._first(name, power, slot_of(order)),
            need=Need(attention, round(order.readiness * 100)),
        )
        for chosen in order.choose or ("",):
            with_effects = self._with_effects(plain, power, order, chosen)
            for option in with_effects:
                if order.strike is None:
                    yield option
                else:
                    yield from self.strikes.options(option, power, order.strike)

    def _with_effects(self, option: Option, power: str, order: Order, chosen: str) -> Iterator[Option]:
        """The order's shifts and special effects; an effect that leaves a choice makes several options."""
        shifts: list[tuple[int, int]] = []
        alternatives: list[list[Binding]] = []
        for effect in order.effects:
            if isinstance(effect, Shift):
                row = self.names.row(effect.track, effect.of, effect.toward, power, chosen)
                shifts.append(
                    (row, natural_to_units(self.names.layout.places[effect.track].track, effect.by))
                )
            else:
                alternatives.append(list(bindings(self.names, power, effect)))
        conditions = option.need.conditions + tuple(self._requirements(power, order, chosen))
        conditions += tuple(self._pledged(power, shifts))
        for combination in product(*alternatives):
            key = [option.key, *filter(None, [chosen]), *(part for each in combination for part in each.key)]
            needed = conditions + tuple(condition for each in combination for condition in each.conditions)
            columns: dict[str, Any] = {}
            for each in combination:
                columns |= each.columns
            need = option.need._replace(conditions=needed)
            bound = (*shifts, *(shift for each in combination for shift in each.shifts))
            yield replace(option, key="/".join(key), need=need, shifts=bound, **columns)

    def _pledged(self, power: str, shifts: list[tuple[int, int]]) -> Iterator[Condition]:
        """Forces cannot be withdrawn from a client while a line that was drawn for it holds (rules.md §7)."""
        reason = "You have drawn a line for it: your forces stay while it holds."
        for name, line in self.scenario.lines.items():
            if line.owner == power != line.protects and line.protects in self.names.powers:
                presence = self.names.layout.row("presence", power, line.protects)
                if any(row == presence and by < 0 for row, by in shifts):
                    yield at_most(self.names, "line_stake", (name,), 0, reason)

    def _requirements(self, power: str, order: Order, chosen: str) -> Iterator[Condition]:
        for need in order.requires:
            row = self.names.row(need.track, need.of, need.toward, power, chosen)
            track = self.names.layout.places[need.track].track
            low = -NO_LIMIT if need.at_least is None else natural_to_units(track, need.at_least)
            high = NO_LIMIT if need.at_most is None else natural_to_units(track, need.at_most)
            yield Condition(row, low, high, need.reason)

    def _offers(self, power: str) -> Iterator[Option]:
        yield self._first("no_offer", power, Slot.OFFER)
        for name, promise in self.scenario.promises.items():
            if promise.mediator != power:
                continue
            for stake in (1, 2, 3):
                binding = promise_binding(self.names, name, stake)
                window = window_open(self.names, promise.holder, promise.about)
                columns: dict[str, Any] = dict(binding.columns)
                need = Need(0, 0, (*binding.conditions, window))
                option = self._first("/".join(["offer", *binding.key]), power, Slot.OFFER)
                yield replace(option, order="offer", need=need, **columns)

    def _answers(self, power: str) -> Iterator[Option]:
        yield self._first("absorb", power, Slot.ANSWER)
        for actor in self.names.actors:
            if actor != power:
                option = self._first(f"protest/{actor}", power, Slot.ANSWER)
                window = Need(0, 0, (window_open(self.names, power, actor),))
                target = self.names.actors.index(actor)
                yield replace(option, order="protest", need=window, reply=Reply.PROTEST, target=target)
        for name, promise in self.scenario.promises.items():
            if promise.holder == power:
                conditions = (
                    at_least(self.names, "offer", (name,), 1, "Nobody offers this promise."),
                    window_open(self.names, power, promise.about),
                )
                option = self._first(f"accept/{name}", power, Slot.ANSWER)
                number = self.names.promises.index(name)
                yield replace(
                    option, order="accept", need=Need(0, 0, conditions), reply=Reply.ACCEPT, promise=number
                )

    def _strikes_back(self, power: str, written: list[Option]) -> Iterator[Option]:
        """Strikes that may be used in a reply window: no attention, and only toward whom a window is open."""
        number = self.names.powers.index(power)
        replies = {
            name for name, order in self.scenario.orders.items() if order.strike and order.strike.replies
        }
        for option in written:
            if option.power != number or option.slot is not Slot.FORCE or option.order not in replies:
                continue
            window = window_open(self.names, power, self.names.actors[option.target])
            need = Need(0, option.need.readiness, (*option.need.conditions, window))
            key = option.key.replace(":", ":reply/", 1)
            yield replace(option, key=key, slot=Slot.ANSWER, need=need, reply=Reply.STRIKE_BACK)

    def _brink(self, power: str) -> Iterator[Option]:
        yield self._first("stop", power, Slot.BRINK)
        for number, (name, front) in enumerate(self.scenario.fronts.items()):
            if power in front.principals:
                row = self.names.layout.row("brink")
                here = Condition(row, number, number, "Control is not lost on this front.")
                sitting = in_office(self.names, power)
                option = self._first(f"go_on/{name}", power, Slot.BRINK)
                yield replace(option, order="go_on", need=Need(0, 0, (here, sitting)), front=number)


def _need_order(need: Need) -> tuple[int, int, tuple[tuple[int, int, int], ...]]:
    return need.attention, need.readiness, tuple((each.row, each.low, each.high) for each in need.conditions)
