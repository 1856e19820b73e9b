"""From orders to options: every order with every parameter bound, and the choices that every game has."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, product
from typing import Any

import numpy as np

from game.rules.arrays import IntArray, integers
from game.rules.tables import Label, Needs, Options, Reply, Runs, Slot
from game.scenario.actors import PartnerAct
from game.scenario.compile.names import CHOSEN, Names, message_name, natural_to_units
from game.scenario.compile.needs import NO_LIMIT, Condition, Need, NeedCollector
from game.scenario.compile.numbers import numbers
from game.scenario.model import MeansName, NoticeName, ScaleName
from game.scenario.orders import At, Order, Strike

SCALES: tuple[ScaleName, ...] = ("limited", "large", "maximal")
MEANS: tuple[MeansName, ...] = ("slow", "mixed", "fast", "covert", "partner")
NOTICES: tuple[NoticeName, ...] = ("announced", "hours", "none")
_DEFAULT_ATTENTION = {
    "strike": 2,
    "operation": 2,
    "covert": 2,
    "defensive": 1,
    "diplomatic": 1,
    "declaratory": 0,
}
_CALIBRATED_RATIO, _DECISIVE_PROVOCATION = 1.5, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One row of the option table before it is compiled; -1 stands for none."""

    key: str
    order: str
    power: int
    slot: Slot
    need: Need = Need(0, 0)
    strike: bool = False
    covert: bool = False
    target: int = -1
    front: int = -1
    scale: int = 0
    target_class: int = 0
    means: int = -1
    notice: int = -1
    resolve: int = 0
    provocation: int = 0
    humiliation: int = 0
    rung: int = 0
    message: int = -1
    label: Label = Label.MEASURED
    defence: int = -1
    ground: bool = False
    reply: Reply = Reply.ABSORB
    line: int = -1
    stake: int = 0
    retires: int = -1
    extends: int = -1
    promise: int = -1
    holds: bool = False
    broker: int = -1
    ask_act: int = -1
    ask_restraint: int = -1
    concludes: int = -1
    credits: int = 0
    salvo: tuple[int, ...] = ()
    shifts: tuple[tuple[int, int], ...] = field(default=())


class OptionWriter:
    """Writes the options of a scenario, power by power and slot by slot."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.scenario = names.scenario

    def options(self) -> list[Option]:
        """All options, in the order of the table: powers, slots, orders, needs; partners' acts come last."""
        written: list[Option] = []
        for power in self.names.powers:
            for slot in (Slot.FORCE, Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY):
                written.append(self._first("pass", power, slot))
                written += self._of_orders(power, slot)
            written += [*self._offers(power), *self._answers(power), *self._brink(power)]
        return written + list(self._partner_acts())

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
                    yield from self._strikes(option, power, order.strike)

    def _with_effects(self, option: Option, power: str, order: Order, chosen: str) -> Iterator[Option]:
        """The order's shifts and special effects; an effect that leaves a choice makes several options."""
        shifts = []
        alternatives: list[list[dict[str, Any]]] = []
        for effect in order.effects:
            if effect.do == "shift":
                row = self.names.row(effect.track, effect.of, effect.toward, power, chosen)
                shifts.append(
                    (row, natural_to_units(self.names.layout.places[effect.track].track, effect.by))
                )
            else:
                alternatives.append(list(self._alternatives(power, effect)))
        conditions = option.need.conditions + tuple(self._requirements(power, order, chosen))
        for combination in product(*alternatives):
            columns: dict[str, Any] = {}
            keys = [option.key, chosen] if chosen else [option.key]
            needed = list(conditions)
            for part in combination:
                keys += part.get("key", [])
                needed += part.get("conditions", [])
                columns |= part["columns"]
            need = option.need._replace(conditions=tuple(needed))
            yield replace(option, key="/".join(keys), need=need, shifts=tuple(shifts), **columns)

    def _requirements(self, power: str, order: Order, chosen: str) -> Iterator[Condition]:
        for need in order.requires:
            row = self.names.row(need.track, need.of, need.toward, power, chosen)
            track = self.names.layout.places[need.track].track
            low = -NO_LIMIT if need.at_least is None else natural_to_units(track, need.at_least)
            high = NO_LIMIT if need.at_most is None else natural_to_units(track, need.at_most)
            yield Condition(row, low, high, need.reason)

    def _alternatives(self, power: str, effect: Any) -> Iterator[dict[str, Any]]:
        """The ways in which a special effect can be bound: columns of the table, key parts and conditions."""
        match effect.do:
            case "draw_line":
                for line, stake in product(effect.lines, effect.stakes):
                    yield self._draw_line(power, line, stake)
            case "retire_line":
                for line in effect.lines:
                    columns = {"retires": self.names.lines.index(line)}
                    conditions = [
                        self.at_least("line_stake", (line,), 1, "No such line is drawn."),
                        self.at_most(
                            "line_crossed", (line,), 0, "The line was crossed: it must be answered."
                        ),
                    ]
                    yield {"key": [line], "columns": columns, "conditions": conditions}
            case "ask_to_hold":
                for promise, stake in product(effect.promises, effect.stakes):
                    yield self._promise(promise, stake)
            case "hold":
                yield {"columns": {"holds": True}}
            case "broker":
                for talks in effect.talks:
                    done = self.at_most("talks", (talks,), 599, "These talks have got as far as they can.")
                    columns = {"broker": self.names.talks.index(talks)}
                    yield {"key": [talks], "columns": columns, "conditions": [done]}
            case "request_act" | "request_restraint":
                column = "ask_act" if effect.do == "request_act" else "ask_restraint"
                for partner in effect.partners:
                    columns = {column: self.names.partners.index(partner)}
                    able = [self.at_least("capacity", (partner,), 1, "This partner cannot act any more.")]
                    yield {"key": [partner], "columns": columns, "conditions": able}
            case "conclude":
                for actor in effect.toward:
                    said = self.at_most("concluded", (power, actor), 0, "That was said already.")
                    yield {
                        "key": [actor],
                        "columns": {"concludes": self.names.actors.index(actor)},
                        "conditions": [said],
                    }
            case "credit" | "disown":
                yield {"columns": {"credits": 1 if effect.do == "credit" else -1}}

    def _draw_line(self, power: str, line: str, stake: int) -> dict[str, Any]:
        most = numbers(self.scenario).line_most
        return {
            "key": [line, str(stake)],
            "columns": {"line": self.names.lines.index(line), "stake": stake},
            "conditions": [
                self.at_most("line_stake", (line,), 0, "This line is drawn already."),
                self.at_most(
                    "lines", (power,), most - 1, f"No more than {most} lines at once: retire one first."
                ),
            ],
        }

    def _promise(self, promise: str, stake: int) -> dict[str, Any]:
        return {
            "key": [promise, str(stake)],
            "columns": {"promise": self.names.promises.index(promise), "stake": stake},
            "conditions": [
                self.at_most("promise_stake", (promise,), 0, "This promise is already held for."),
                self.at_most("offer", (promise,), 0, "This promise is already on the table."),
            ],
        }

    def _strikes(self, option: Option, power: str, strike: Strike) -> Iterator[Option]:
        settings = product(strike.at, strike.scale, strike.target, strike.means, strike.notice)
        for at, scale, target, means, notice in settings:
            if (
                strike.ground is None
                and means not in self.scenario.powers[power].salvos
                and means != "covert"
            ):
                continue
            yield self._strike(option, power, strike, at, scale, target, means, notice)

    def _strike(
        self,
        option: Option,
        power: str,
        strike: Strike,
        at: At,
        scale: ScaleName,
        target: str,
        means: Any,
        notice: NoticeName,
    ) -> Option:
        """An option of a strike with its four dials set (rules.md §5)."""
        dials = self.scenario.dials
        counts = (
            self.scenario.powers[power].salvos.get(means, {}).get(scale, {}) if strike.ground is None else {}
        )
        readiness = strike.ground.readiness if strike.ground else dials.scale[scale].readiness[means]
        conditions = (
            self.at_most("caretaker", (power,), 0, "A caretaker government gives no such order."),
            *self._can_be_struck(at),
            *self._stock_for(power, counts),
        )
        need = Need(option.need.attention, round(readiness * 100), option.need.conditions + conditions)
        struck = replace(
            option,
            key="/".join([option.key, at.actor, at.front, scale, target, means, notice]),
            need=need,
            strike=True,
            covert=means == "covert",
            message=self.names.messages.index(message_name(power, at.actor, scale, target, means)),
            defence=self._defence(at),
            ground=strike.ground is not None,
            salvo=tuple(counts.get(munition, 0) for munition in self.names.munitions),
        )
        return self._with_message(struck, at, scale, target, means, notice, strike)

    def _with_message(
        self,
        option: Option,
        at: At,
        scale: ScaleName,
        target: str,
        means: Any,
        notice: NoticeName,
        strike: Strike,
    ) -> Option:
        dials = self.scenario.dials
        if strike.ground:
            resolve, provocation = strike.ground.resolve, strike.ground.provocation
        else:
            settings = (dials.scale[scale], dials.target[target], dials.means[means], dials.notice[notice])
            resolve = float(np.prod([setting.resolve for setting in settings]))
            provocation = float(np.prod([setting.provocation for setting in settings]))
        return replace(
            option,
            target=self.names.actors.index(at.actor),
            front=self.names.fronts.index(at.front),
            scale=SCALES.index(scale) + 1,
            target_class=self.names.targets.index(target),
            means=MEANS.index(means),
            notice=NOTICES.index(notice),
            resolve=round(resolve * 100),
            provocation=round(provocation * 100),
            humiliation=round(strike.humiliation * 100),
            label=_label(resolve, provocation + strike.humiliation, scale == "maximal" and means == "fast"),
            rung=self._rung(at, scale, target, means, strike.ground is not None),
        )

    def _rung(self, at: At, scale: ScaleName, target: str, means: str, ground: bool) -> int:
        """The rung that an act puts its front at least at (rules.md §9)."""
        dials = self.scenario.dials
        target_class = dials.target[target]
        if ground:
            return 6
        if means == "covert":
            return max(1, target_class.rung)
        states = at.actor in self.names.powers
        base = dials.scale[scale].rung_between_states if states else dials.scale[scale].rung
        return max(base, target_class.rung, target_class.rung_when_large if scale != "limited" else 0)

    def _defence(self, at: At) -> int:
        if at.actor in self.scenario.powers:
            power = self.scenario.powers[at.actor]
            return self.names.defences.index(power.defences.get(at.front, power.defence))
        defence = self.scenario.partners[at.actor].defence
        return -1 if defence is None else self.names.defences.index(defence)

    def _can_be_struck(self, at: At) -> Iterator[Condition]:
        if at.actor in self.scenario.partners:
            yield self.at_least("capacity", (at.actor,), 1, "It has no capacity left to strike.")

    def _stock_for(self, actor: str, counts: dict[str, int]) -> Iterator[Condition]:
        for munition, count in counts.items():
            name = self.scenario.munitions[munition].name
            if count:
                yield self.at_least("stock", (actor, munition), -(-count // 2), f"Too few left: {name}.")

    def _offers(self, power: str) -> Iterator[Option]:
        yield self._first("no_offer", power, Slot.OFFER)
        for name, promise in self.scenario.promises.items():
            if promise.mediator != power:
                continue
            for stake in (1, 2, 3):
                part = self._promise(name, stake)
                window = self.at_least(
                    "window", (promise.holder, promise.about), 1, "Nobody has a window open."
                )
                need = Need(0, 0, (*part["conditions"], window))
                option = self._first("/".join(["offer", *part["key"]]), power, Slot.OFFER)
                yield replace(option, order="offer", need=need, **part["columns"])

    def _answers(self, power: str) -> Iterator[Option]:
        yield self._first("absorb", power, Slot.ANSWER)
        for actor in self.names.actors:
            if actor != power:
                option = self._first(f"protest/{actor}", power, Slot.ANSWER)
                window = Need(0, 0, (self._window(power, actor),))
                target = self.names.actors.index(actor)
                yield replace(option, order="protest", need=window, reply=Reply.PROTEST, target=target)
        for name, promise in self.scenario.promises.items():
            if promise.holder == power:
                conditions = (
                    self.at_least("offer", (name,), 1, "Nobody offers this promise."),
                    self._window(power, promise.about),
                )
                option = self._first(f"accept/{name}", power, Slot.ANSWER)
                number = self.names.promises.index(name)
                yield replace(
                    option, order="accept", need=Need(0, 0, conditions), reply=Reply.ACCEPT, promise=number
                )
        yield from self._strikes_back(power)

    def _strikes_back(self, power: str) -> Iterator[Option]:
        """Strikes that may be used in a reply window: no attention, and only toward whom a window is open."""
        for option in self._of_orders(power, Slot.FORCE):
            order = self.scenario.orders[option.order]
            if order.strike is None or not order.strike.replies:
                continue
            window = self._window(power, self.names.actors[option.target])
            need = Need(0, option.need.readiness, (*option.need.conditions, window))
            key = option.key.replace(":", ":reply/", 1)
            yield replace(option, key=key, slot=Slot.ANSWER, need=need, reply=Reply.STRIKE_BACK)

    def _window(self, power: str, actor: str) -> Condition:
        return self.at_least("window", (power, actor), 1, "No reply window is open toward it.")

    def _brink(self, power: str) -> Iterator[Option]:
        yield self._first("stop", power, Slot.BRINK)
        for number, (name, front) in enumerate(self.scenario.fronts.items()):
            if power in front.principals:
                row = self.names.layout.row("brink")
                here = Condition(row, number, number, "Control is not lost on this front.")
                sitting = self.at_most("caretaker", (power,), 0, "A caretaker government stops.")
                option = self._first(f"go_on/{name}", power, Slot.BRINK)
                yield replace(option, order="go_on", need=Need(0, 0, (here, sitting)), front=number)

    def _partner_acts(self) -> Iterator[Option]:
        for name, partner in self.scenario.partners.items():
            for kind, act in (("asked", partner.asked), ("unasked", partner.unasked)):
                yield self._partner_act(name, kind, act)

    def _partner_act(self, partner: str, kind: str, act: PartnerAct) -> Option:
        at = At(actor=act.target, front=act.front)
        plain = Option(
            key=f"{partner}:{kind}",
            order=f"{partner}:{kind}",
            power=-1,
            slot=Slot.PARTNER,
            strike=True,
            defence=self._defence(at),
            salvo=tuple(act.salvo.get(munition, 0) for munition in self.names.munitions),
        )
        strike = Strike(
            at=(at,), scale=(act.scale,), target=(act.target_class,), means=(act.means,), notice=(act.notice,)
        )
        option = self._with_message(plain, at, act.scale, act.target_class, act.means, act.notice, strike)
        return option if act.rung is None else replace(option, rung=act.rung)

    def at_least(self, track: str, entries: tuple[str, ...], value: int, reason: str) -> Condition:
        """The condition that a track is at least ``value`` in the engine's units."""
        return Condition(self.names.layout.row(track, *entries), value, NO_LIMIT, reason)

    def at_most(self, track: str, entries: tuple[str, ...], value: int, reason: str) -> Condition:
        """The condition that a track is at most ``value`` in the engine's units."""
        return Condition(self.names.layout.row(track, *entries), -NO_LIMIT, value, reason)


def slot_of(order: Order) -> Slot:
    """The slot that an order fills: its desk, and for the Voice desk its family."""
    if order.desk == "force":
        return Slot.FORCE
    if order.desk == "guard":
        return Slot.GUARD
    return Slot.DECLARATORY if order.family == "declaratory" else Slot.DIPLOMATIC


def _need_order(need: Need) -> tuple[int, int, tuple[tuple[int, int, int], ...]]:
    return need.attention, need.readiness, tuple((each.row, each.low, each.high) for each in need.conditions)


def _label(resolve: float, provocation: float, maximal_and_fast: bool) -> Label:
    """What a strike says (rules.md §5)."""
    if provocation >= _DECISIVE_PROVOCATION or maximal_and_fast:
        return Label.DECISIVE
    return Label.CALIBRATED if resolve / provocation >= _CALIBRATED_RATIO else Label.MEASURED


def tabulated(options: list[Option], munitions: int) -> tuple[Options, Needs]:
    """The tables of all options, and of what they need."""
    collector = NeedCollector()
    need = [collector.number(option.need) for option in options]
    orders = tuple(dict.fromkeys(option.order for option in options))
    widest = max(len(option.shifts) for option in options)
    menu = _menus(options)
    columns: dict[str, Any] = {
        name: integers([getattr(option, name) for option in options]) for name in _PLAIN_COLUMNS
    }
    flags: dict[str, Any] = {
        name: np.array([getattr(option, name) for option in options]) for name in _FLAG_COLUMNS
    }
    table = Options(
        keys=tuple(option.key for option in options),
        orders=orders,
        order=integers([orders.index(option.order) for option in options]),
        attention=integers([option.need.attention for option in options]),
        readiness=integers([option.need.readiness for option in options]),
        need=integers(need),
        salvo=integers([option.salvo or (0,) * munitions for option in options]),
        shift_row=_shift_column(options, widest, 0, -1),
        shift_by=_shift_column(options, widest, 1, 0),
        menu=menu,
        runs={key: _runs(options, need, *span) for key, span in menu.items()},
        **columns,
        **flags,
    )
    return table, collector.tables()


_PLAIN_COLUMNS = (
    "power", "slot", "target", "front", "scale", "target_class", "means", "notice", "resolve", "provocation",
    "humiliation", "rung", "message", "label", "defence", "reply", "line", "stake", "retires", "extends", "promise",
    "broker", "ask_act", "ask_restraint", "concludes", "credits",
)  # fmt: skip
_FLAG_COLUMNS = ("strike", "covert", "ground", "holds")


def _shift_column(options: list[Option], widest: int, part: int, padding: int) -> IntArray:
    rows = [[shift[part] for shift in option.shifts] for option in options]
    return integers([row + [padding] * (widest - len(row)) for row in rows])


def _menus(options: list[Option]) -> dict[tuple[int, int], tuple[int, int]]:
    menus: dict[tuple[int, int], tuple[int, int]] = {}
    for number, option in enumerate(options):
        if option.power >= 0:
            start, _ = menus.get((option.power, int(option.slot)), (number, number))
            menus[option.power, int(option.slot)] = (start, number + 1)
    return menus


def _runs(options: list[Option], need: list[int], start: int, stop: int) -> Runs:
    """Neighbours with one order and one need, and where each order of the menu begins."""
    starts: list[int] = []
    lengths: list[int] = []
    needs: list[int] = []
    first_of_order: list[int] = []
    previous = ""
    for (order, number), members in groupby(
        range(start, stop), key=lambda row: (options[row].order, need[row])
    ):
        rows = list(members)
        if order != previous:
            first_of_order.append(len(starts))
        previous = order
        starts.append(rows[0])
        lengths.append(len(rows))
        needs.append(number)
    return Runs(
        start=integers(starts),
        length=integers(lengths),
        need=integers(needs),
        first_of_order=integers(first_of_order),
    )


__all__ = ["CHOSEN", "MEANS", "NOTICES", "SCALES", "Option", "OptionWriter", "slot_of", "tabulated"]
