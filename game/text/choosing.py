"""Asking for a choice: a card of a slot, then its parameters one by one."""

from collections.abc import Callable, Mapping, Sequence

from game.rules.choices import Means
from game.session.meanings import stakes_of_a_line
from game.session.menu import PARAMETERS, Choice, OrderCard, SlotMenu, Value
from game.session.wording import Wording
from game.text.terminal import Terminal

_NOTHING = "pass"
"""Fills any slot with the first of its menu, which is always allowed: pass, no offer, absorb, stop."""


class Undone(Exception):
    """The player takes the last choice back."""


Ask = Callable[[str], str]
"""Asks a question and returns what is no general command."""


class Chooser:
    """Asks for one choice of a slot. ``ask`` handles undo, help and the like before an answer gets here."""

    def __init__(self, terminal: Terminal, ask: Ask, wording: Wording) -> None:
        self._terminal = terminal
        self._ask = ask
        self._wording = wording

    def choose(self, menu: SlotMenu, left: Means) -> str:
        """The key of the option chosen for a slot."""
        self._show(menu, left)
        while True:
            answer = self._ask(f"{menu.name}?")
            choice = menu.choice(answer) or self._on_a_card(menu, answer)
            if choice is not None and self._allowed(choice) and self._confirmed(choice):
                return choice.key

    def _on_a_card(self, menu: SlotMenu, answer: str) -> Choice | None:
        """The option chosen on the card that an answer names; none if there is no such card, or it was left again."""
        card = self._card(menu, answer)
        try:
            return None if card is None else self._set(card)
        except Undone:
            self._terminal.say("Taken back.")
            return None

    def _show(self, menu: SlotMenu, left: Means) -> None:
        attention, readiness = int(left.attention[0]), int(left.readiness[0])
        self._terminal.say("", f"{menu.name}. Attention {attention}, readiness {readiness / 100:.1f} left.")
        for number, card in enumerate(menu.cards, start=1):
            self._terminal.say(f"{number}. {card.name}{_costs(card)}{_not_now(card.reasons)}")

    def _card(self, menu: SlotMenu, answer: str) -> OrderCard | None:
        named = [(card.order, card.name) for card in menu.cards]
        place = 0 if answer.lower() == _NOTHING else _meant(answer, named)
        if place is None:
            self._terminal.refuse(_none_of_these(answer, len(menu.cards)))
            return None
        card = menu.cards[place]
        if not card.legal:
            self._terminal.refuse(f"{card.name}: not now. {' '.join(card.reasons)}")
            return None
        if card.text:
            self._terminal.say(card.text)
        return card

    def _set(self, card: OrderCard) -> Choice:
        """Set parameter after parameter; each offers only what the ones before leave open."""
        open_choices = list(card.choices)
        for parameter, values in card.parameters.items():
            left = [
                value
                for value in values
                if any(each.settings[parameter] == value.id for each in open_choices)
            ]
            meanings = stakes_of_a_line(card.parameters) if parameter == "stake" else {}
            value = self._value(parameter, left, open_choices, meanings)
            open_choices = [each for each in open_choices if each.settings[parameter] == value]
        return open_choices[0]

    def _value(
        self, parameter: str, values: Sequence[Value], choices: Sequence[Choice], meanings: Mapping[str, str]
    ) -> str:
        if len(values) == 1:
            return values[0].id
        question, allowed = PARAMETERS[parameter], _legal_values(parameter, choices)
        if len(allowed) == 1:
            name = next(value.name for value in values if value.id in allowed)
            self._terminal.say(f"{question}: {name}, as nothing else may be chosen now.")
            return allowed.pop()
        self._terminal.say(f"{question}:")
        for number, value in enumerate(values, start=1):
            fitting = [each for each in choices if each.settings[parameter] == value.id]
            meaning = f". {meanings[value.id]}" if value.id in meanings else ""
            self._terminal.say(f"{number}. {value.name}{meaning}{_not_now(_against(fitting))}")
        while True:
            answer = self._ask(f"{question}?")
            place = _meant(answer, [(value.id, value.name) for value in values])
            if place is not None:
                return values[place].id
            self._terminal.refuse(_none_of_these(answer, len(values)))

    def _allowed(self, choice: Choice) -> bool:
        if not choice.legal:
            self._terminal.refuse(f"{choice.words}: not now. {' '.join(choice.reasons)}")
        return choice.legal

    def _confirmed(self, choice: Choice) -> bool:
        """Say what a strike means; one that harms civilians is confirmed before it is taken."""
        strike = choice.strike
        self._terminal.say(choice.words)
        if strike is None:
            return True
        owed = f"humiliation {strike.humiliation / 100:.1f}, " if strike.humiliation else ""
        self._terminal.say(
            f"Resolve {strike.resolve / 100:.1f}, provocation {strike.provocation / 100:.1f}, {owed}{strike.label}; "
            f"puts the front at rung {strike.rung} or above; readiness {choice.readiness / 100:.1f}."
        )
        if strike.salvo:
            self._terminal.say(
                f"Launches {self._wording.munitions(strike.salvo)}, as far as the stock allows."
            )
        if not strike.law_of_war:
            return True
        self._terminal.say(strike.law_of_war, "Civilians will be harmed.")
        return self._ask("Type yes to take it all the same, or no:").lower() in ("yes", "y")


def _legal_values(parameter: str, choices: Sequence[Choice]) -> set[str]:
    """The values of a parameter that some legal choice has."""
    return {choice.settings[parameter] for choice in choices if choice.legal}


def _costs(card: OrderCard) -> str:
    least, most = card.readiness
    costs = [f"attention {card.attention}"] if card.attention else []
    if most:
        costs.append(f"readiness {least / 100:g}" + (f" to {most / 100:g}" if most != least else ""))
    return f" ({', '.join(costs)})" if costs else ""


def _against(choices: Sequence[Choice]) -> tuple[str, ...]:
    """Why none of the choices may be taken; nothing if one may."""
    return min((choice.reasons for choice in choices), key=len)


def _not_now(reasons: Sequence[str]) -> str:
    return f" [not now: {' '.join(reasons)}]" if reasons else ""


def _meant(answer: str, named: Sequence[tuple[str, str]]) -> int | None:
    """The place that an answer means: its number from 1, an id, or the start of a name that no other shares."""
    if answer.isdecimal():
        return int(answer) - 1 if 1 <= int(answer) <= len(named) else None
    word = answer.lower()
    for place, (identity, name) in enumerate(named):
        if word in (identity.lower(), name.lower()):
            return place
    near = [place for place, (_, name) in enumerate(named) if word and name.lower().startswith(word)]
    return near[0] if len(near) == 1 else None


def _none_of_these(answer: str, most: int) -> str:
    """What is said to an answer that fits nothing; to an empty one, only what can be answered."""
    told = f"Answer 1 to {most}, or type help."
    return f"{answer!r} is none of these. {told}" if answer else told
