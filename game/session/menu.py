"""What a seat can choose now: slots, order cards, dials, and what each combination of settings means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from game.rules.choices import Means, legal, means, reasons_against
from game.rules.state import State
from game.rules.tables import Rules, Slot
from game.session.basis import known_basis
from game.session.injurers import never_answered
from game.session.wording import SLOT_NAMES, Wording

PARAMETERS = {
    "of": "Whom or what",
    "line": "Which line",
    "promise": "Which promise",
    "talks": "Which talks",
    "partner": "Which partner",
    "toward": "Toward whom",
    "asset": "Which asset",
    "front": "On which front",
    "limit": "What will be done at most",
    "stake": "Stake",
    "at": "At whom, on which front",
    "scale": "Scale",
    "target": "Target",
    "means": "Means",
    "notice": "Notice",
}
"""What the parameters of an order are called, in the order in which they are asked for."""


@dataclass(frozen=True, slots=True)
class Strike:
    """What a strike option says and launches. Resolve, provocation and humiliation are hundredths."""

    resolve: int
    provocation: int
    humiliation: int
    label: str
    rung: int
    """The rung that its front is at least put at."""
    salvo: dict[str, int]
    """Munitions that it launches when the stock allows, by id."""
    law_of_war: str
    """The note that must be read before it is confirmed; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a card: an order with every parameter bound."""

    option: int
    key: str
    words: str
    settings: Mapping[str, str]
    """Parameter to the id of its value."""
    attention: int
    readiness: int
    """Hundredths."""
    legal: bool
    reasons: tuple[str, ...]
    """Why it is not legal, and what would make it so; empty if it is."""
    strike: Strike | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a parameter may take."""

    id: str
    name: str
    legal: bool
    """Whether any legal option has it."""


@dataclass(frozen=True)
class OrderCard:
    """One order of a slot, with all its options."""

    order: str
    name: str
    text: str
    basis: str
    """What it rests on, as far as that was known at the opening."""
    family: str
    icon: str
    choices: tuple[Choice, ...]
    value_names: Mapping[tuple[str, str], str]

    @property
    def legal(self) -> bool:
        """Whether any of its options may be chosen now."""
        return any(choice.legal for choice in self.choices)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why none of its options may be chosen: the reasons of the one that is nearest to it."""
        return () if self.legal else min((choice.reasons for choice in self.choices), key=len)

    @property
    def attention(self) -> int:
        """The attention that the order takes."""
        return self.choices[0].attention

    @property
    def readiness(self) -> tuple[int, int]:
        """The least and the most readiness that its options take, hundredths."""
        costs = [choice.readiness for choice in self.choices]
        return min(costs), max(costs)

    @cached_property
    def parameters(self) -> dict[str, tuple[Value, ...]]:
        """The parameters to set, each with its values in the order of the scenario; none for a plain order."""
        names = [name for name in PARAMETERS if name in self.choices[0].settings]
        return {name: tuple(self._values(name)) for name in names}

    def _values(self, parameter: str) -> Iterator[Value]:
        values = dict.fromkeys(choice.settings[parameter] for choice in self.choices)
        open_values = {choice.settings[parameter] for choice in self.choices if choice.legal}
        for value in values:
            yield Value(value, self.value_names[parameter, value], value in open_values)

    def find(self, settings: Mapping[str, str]) -> Choice | None:
        """The option with exactly these settings, or none where the order does not open that combination."""
        return next((choice for choice in self.choices if choice.settings == settings), None)

    def nearest(self, settings: Mapping[str, str], keep: str = "") -> Choice:
        """The option that agrees with most of the settings, legal ones first; ``keep`` must agree if any has it.

        How a dial turns: the one just turned stays, others follow where they must.
        """

        def fit(choice: Choice) -> tuple[bool, bool, int]:
            agreeing = sum(choice.settings.get(name) == value for name, value in settings.items())
            return choice.settings.get(keep) == settings.get(keep), choice.legal, agreeing

        return max(self.choices, key=fit)


@dataclass(frozen=True)
class SlotMenu:
    """Everything that may fill one slot; the first card is the one that is always legal, such as *pass*."""

    slot: Slot
    name: str
    cards: tuple[OrderCard, ...]

    def card(self, order: str) -> OrderCard | None:
        """The card of an order, by its id."""
        return next((card for card in self.cards if card.order == order), None)

    def choice(self, key: str) -> Choice | None:
        """The option with a key."""
        return next((each for card in self.cards for each in card.choices if each.key == key), None)


class MenuWriter:
    """Writes the menus of one scenario."""

    def __init__(self, rules: Rules, wording: Wording) -> None:
        self.rules = rules
        self.wording = wording
        self._written: dict[int, Choice] = {}
        self._names: dict[tuple[int, ...], dict[tuple[str, str], str]] = {}

    @cached_property
    def _never(self) -> frozenset[int]:
        return never_answered(self.rules)

    def menu(self, state: State, seat: int, slot: Slot, left: Means | None = None) -> SlotMenu:
        """The menu of a slot; ``left`` is what earlier slots of the stage left of attention and readiness.

        What cannot be chosen now is told with its reason; what never can be in this scenario is left out.
        """
        left = left or means(state, seat)
        first, stop = self.rules.options.menu[seat, slot]
        allowed = legal(self.rules, state, seat, slot, left)[:, 0]
        numbers = [option for option in range(first, stop) if option not in self._never]
        choices = [self._choice(state, option, left, bool(allowed[option - first])) for option in numbers]
        grouped = groupby(
            choices, key=lambda choice: self.rules.options.orders[self.rules.options.order[choice.option]]
        )
        cards = tuple(self._card(order, tuple(members)) for order, members in grouped)
        return SlotMenu(slot, SLOT_NAMES[slot], cards)

    def _card(self, order: str, choices: tuple[Choice, ...]) -> OrderCard:
        model = self.wording.scenario.orders.get(order)
        return OrderCard(
            order=order,
            name=self.wording.order(order),
            text=model.text if model else "",
            basis=known_basis(model.basis, self.wording.scenario.clock) if model else "",
            family=model.family if model else "",
            icon=model.icon if model else "",
            choices=choices,
            value_names=self._value_names(tuple(choice.option for choice in choices)),
        )

    def _value_names(self, numbers: tuple[int, ...]) -> dict[tuple[str, str], str]:
        """The name of every value of every parameter of a card's options."""
        if numbers not in self._names:
            bound = [each for option in numbers for each in self.wording.parameters(option)]
            self._names[numbers] = {(parameter, value): name for parameter, value, name in bound}
        return self._names[numbers]

    def _choice(self, state: State, option: int, left: Means, allowed: bool) -> Choice:
        """An option as it stands now. What never changes about it is written once, as menus are drawn often."""
        if option not in self._written:
            self._written[option] = self._write(option)
        if allowed:
            return self._written[option]
        reasons = tuple(reasons_against(self.rules, state, option, left))
        return replace(self._written[option], legal=False, reasons=reasons)

    def _write(self, option: int) -> Choice:
        options = self.rules.options
        return Choice(
            option=option,
            key=options.keys[option],
            words=self.wording.describe(option),
            settings={name: value for name, value, _ in self.wording.parameters(option)},
            attention=int(options.attention[option]),
            readiness=int(options.readiness[option]),
            legal=True,
            reasons=(),
            strike=self.strike(option) if options.strike[option] else None,
        )

    def strike(self, option: int) -> Strike:
        """What a strike option says and launches."""
        options = self.rules.options
        launched = options.salvo[option].tolist()
        return Strike(
            resolve=int(options.resolve[option]),
            provocation=int(options.provocation[option]),
            humiliation=int(options.humiliation[option]),
            label=self.wording.label(option),
            rung=int(options.rung[option]),
            salvo={
                name: count for name, count in zip(self.rules.munitions.names, launched, strict=True) if count
            },
            law_of_war=self.wording.law_of_war(option),
        )
