"""Strikes as options: the part of the space of four dials that an order opens (rules.md §5, §9)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import prod

from game.rules.rungs import CAMPAIGN, SHADOW
from game.rules.tables import Slot
from game.scenario.actors import MandateCondition, Partner, PartnerAct
from game.scenario.compile.conditions import at_least, bounds, in_office
from game.scenario.compile.dials import MEANS, NOTICES, SCALES, label_of
from game.scenario.compile.names import Names, message_name
from game.scenario.compile.needs import Condition, Need
from game.scenario.compile.numbers import numbers
from game.scenario.compile.option import Option
from game.scenario.model import MeansName, NoticeName, ScaleName
from game.scenario.orders import At, Strike


class StrikeWriter:
    """Writes the options of strikes, of powers and of partners."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.scenario = names.scenario

    def options(self, option: Option, power: str, strike: Strike) -> Iterator[Option]:
        """An order's option with its dials set in every way that the power has munitions for."""
        settings = product(strike.at, strike.scale, strike.target, strike.means, strike.notice)
        for at, scale, target, means, notice in settings:
            if (
                strike.ground is None
                and means not in self.scenario.powers[power].salvos
                and means != "covert"
            ):
                continue
            yield self._bound(option, power, strike, at, scale, target, means, notice)

    def _bound(
        self,
        option: Option,
        power: str,
        strike: Strike,
        at: At,
        scale: ScaleName,
        target: str,
        means: MeansName,
        notice: NoticeName,
    ) -> Option:
        """An option of a strike with its four dials set (rules.md §5)."""
        dials = self.scenario.dials
        counts = (
            self.scenario.powers[power].salvos.get(means, {}).get(scale, {}) if strike.ground is None else {}
        )
        readiness = strike.ground.readiness if strike.ground else dials.scale[scale].readiness[means]
        conditions = (
            in_office(self.names, power),
            *self._can_be_struck(at),
            *self._stock_for(power, counts),
            *self._airspace(power, at, counts),
        )
        need = Need(option.need.attention, round(readiness * 100), option.need.conditions + conditions)
        struck = replace(
            option,
            key=f"{option.key}/{at.actor}/{at.front}/{scale}/{target}/{means}/{notice}",
            need=need,
            strike=True,
            covert=means == "covert",
            message=self.names.messages.index(message_name(power, at.actor, scale, target, means)),
            defence=self._defence(at),
            ground=strike.ground is not None,
            over=at.over,
            host=-1 if at.ground is None else self.names.hosts.index(at.ground),
            salvo=tuple(counts.get(munition, 0) for munition in self.names.munitions),
        )
        return self._with_message(struck, at, scale, target, means, notice, strike)

    def _with_message(
        self,
        option: Option,
        at: At,
        scale: ScaleName,
        target: str,
        means: MeansName,
        notice: NoticeName,
        strike: Strike,
    ) -> Option:
        dials = self.scenario.dials
        if strike.ground:
            resolve, provocation = strike.ground.resolve, strike.ground.provocation
        else:
            settings = (dials.scale[scale], dials.target[target], dials.means[means], dials.notice[notice])
            resolve = prod(setting.resolve for setting in settings)
            provocation = prod(setting.provocation for setting in settings)
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
            label=label_of(
                self.scenario,
                resolve,
                provocation + strike.humiliation,
                scale == "maximal" and means == "fast",
            ),
            rung=self._rung(at, scale, target, means, strike.ground is not None),
        )

    def _rung(self, at: At, scale: ScaleName, target: str, means: str, ground: bool) -> int:
        """The rung that an act puts its front at least at (rules.md §9)."""
        dials = self.scenario.dials
        target_class = dials.target[target]
        if ground:
            return CAMPAIGN
        if means == "covert":
            return max(SHADOW, target_class.rung)
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
            yield at_least(self.names, "capacity", (at.actor,), 1, "It has no capacity left to strike.")

    def _stock_for(self, actor: str, counts: dict[str, int]) -> Iterator[Condition]:
        for munition, count in counts.items():
            name = self.scenario.munitions[munition].name
            if count:
                yield at_least(
                    self.names, "stock", (actor, munition), -(-count // 2), f"Too few left: {name}."
                )

    def _airspace(self, power: str, at: At, counts: dict[str, int]) -> Iterator[Condition]:
        """Aircraft need the leave of those they fly over; missiles and drones do not ask for it (§2)."""
        if not any(self.scenario.munitions[munition].kind == "air" for munition in counts):
            return
        closed = -numbers(self.scenario).airspace_closed
        for host in at.over:
            name = self.scenario.hosts[host].name
            reason = f"{name} closes its airspace to you; closer relations would open it."
            yield at_least(self.names, "alignment", (host, power), closed, reason)

    def partner_acts(self) -> Iterator[Option]:
        """What each partner does when asked and unasked, what it does otherwise, and what in return."""
        for name, partner in self.scenario.partners.items():
            for kind, act in acts_of(partner).items():
                yield self._partner_act(name, kind, act)

    def _partner_act(self, partner: str, kind: str, act: PartnerAct) -> Option:
        at = At(actor=act.actor, front=act.front)
        plain = Option(
            key=f"{partner}:{kind}",
            order=f"{partner}:{kind}",
            power=-1,
            slot=Slot.PARTNER,
            strike=True,
            added=int(kind.partition("in_return/")[2] or -1) + 1,
            defence=self._defence(at),
            need=Need(0, 0, tuple(self._takes(partner, condition) for condition in act.requires)),
            salvo=tuple(act.salvo.get(munition, 0) for munition in self.names.munitions),
        )
        strike = Strike(
            at=(at,), scale=(act.scale,), target=(act.target_class,), means=(act.means,), notice=(act.notice,)
        )
        option = self._with_message(plain, at, act.scale, act.target_class, act.means, act.notice, strike)
        return option if act.rung is None else replace(option, rung=act.rung)

    def _takes(self, partner: str, condition: MandateCondition) -> Condition:
        return Condition(*bounds(self.names, partner, condition), "It lacks what this takes.")


def acts_of(partner: Partner) -> dict[str, PartnerAct]:
    """The acts of a partner by what its options are called, as ``unasked`` or ``otherwise/0``."""
    return {
        "asked": partner.asked,
        "unasked": partner.unasked,
        **{
            dose: act
            for dose, act in (("smaller", partner.smaller), ("larger", partner.larger))
            if act is not None
        },
        **{f"otherwise/{place}": act for place, act in enumerate(partner.otherwise)},
        **{f"in_return/{place}": act for place, act in enumerate(partner.in_return)},
    }
