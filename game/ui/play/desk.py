"""The desks at the right: order cards for each slot, and the dials of the order that is open."""

from __future__ import annotations

from collections.abc import Mapping

from game.rules.tables import Slot
from game.session.meanings import stakes_of_a_line
from game.session.menu import PARAMETERS, Choice, OrderCard, SlotMenu
from game.session.wording import begun
from game.ui.kit import (
    Banner,
    Bar,
    Button,
    Card,
    Column,
    Icon,
    Label,
    Paragraph,
    Row,
    Rule,
    Segmented,
    Tooltip,
    Widget,
)
from game.ui.play.decision import Decision
from game.ui.play.message import LABELS, Message

STRONGEST = 6.0
"""Resolve and provocation at the full length of their bars."""


def order_list(
    decision: Decision, slot: Slot, *, title: str = "", notes: Mapping[str, str] | None = None
) -> Widget:
    """The order cards of a slot, those that cannot be given with their reason; ``notes`` are by order."""
    menu = decision.menu(slot)
    return Column(gap=6)[
        Label(title, role="section") if title else None,
        Column(id=f"orders:{slot.name}", gap=5, grouped=True)[
            [_card(decision, menu, card, (notes or {}).get(card.order, "")) for card in menu.cards]
        ],
    ]


def _card(decision: Decision, menu: SlotMenu, card: OrderCard, about: str) -> Widget:
    chosen = decision.chosen(menu.slot)
    selected = chosen is not None and any(choice.key == chosen.key for choice in card.choices)
    return Card(
        begun(card.name),
        id=order_id(menu.slot, card.order),
        note=about or _note(card, chosen if selected else None),
        icon=card.icon,
        selected=selected,
        disabled=" ".join(card.reasons) or None,
        tooltip=Tooltip(begun(card.name), card.text, source=card.basis) if card.text else None,
    )


def order_id(slot: Slot, order: str) -> str:
    """The id of an order's card."""
    return f"order:{slot.name}:{order}"


def _note(card: OrderCard, chosen: Choice | None) -> str:
    if card.order in _PASSES:
        return _PASSES[card.order]
    cost = costs(card)
    if card.reasons:
        return f"{cost}\n{' '.join(card.reasons)}" if cost else " ".join(card.reasons)
    if chosen is not None and len(card.parameters):
        return f"{cost}\n{settings_in_words(card, chosen)}"
    return f"{cost}\n{card.text}" if cost else card.text


_PASSES = {
    "pass": "Nothing from this desk. Costs nothing.",
    "no_offer": "Stake nothing this time.",
    "absorb": "Let it pass. What is owed stays and presses at home.",
    "stop": "Step back from the brink.",
}
"""Orders that are always there and take nothing."""


def costs(card: OrderCard) -> str:
    """What an order takes, in words."""
    parts = [f"{card.attention} attention"] if card.attention else []
    least, most = (each / 100 for each in card.readiness)
    if most:
        parts.append(f"{least:g} readiness" if least == most else f"{least:g} to {most:g} readiness")
    return "Takes " + ", ".join(parts) if parts else ""


def settings_in_words(card: OrderCard, choice: Choice) -> str:
    """The settings of an option in one line."""
    return begun(", ".join(card.value_names[name, value] for name, value in choice.settings.items()))


def opened_order(
    decision: Decision, slot: Slot, card: OrderCard, back: str, *, brief: bool = False
) -> Widget:
    """One order with its dials, and for a strike with what it would say. ``back`` names the list it came from."""
    chosen = decision.chosen(slot)
    told = decision.message(slot)
    taken = _takes(chosen, told) if chosen else ""
    return Column(gap=9)[
        Button(back, id="desk:list", key="backspace", kind="quiet", sign="left", align="start"),
        Row(gap=8, items="center")[
            Icon(card.icon, size=24) if card.icon else None,
            Paragraph(begun(card.name), role="subtitle", weight=1),
        ],
        Paragraph(card.text, role="note") if card.text and not brief else None,
        Paragraph(taken, role="note", tone="text") if taken else None,
        *[
            dial
            for name in card.parameters
            if (dial := _dial(decision, slot, card, chosen, name)) is not None
        ],
        _staked(card, chosen),
        *(strike_reading(told) if told is not None else []),
    ]


def _staked(card: OrderCard, chosen: Choice | None) -> Widget | None:
    """What the stake of a red line means, where one is drawn."""
    meanings = stakes_of_a_line(card.parameters)
    if chosen is None or not meanings:
        return None
    return Paragraph(meanings[chosen.settings["stake"]], role="note", tone="text")


def _takes(chosen: Choice, told: Message | None) -> str:
    parts = [begun(told.salvo)] if told is not None and told.salvo else []
    parts += [f"{chosen.attention} attention"] if chosen.attention else []
    parts += [f"{chosen.readiness / 100:g} readiness"] if chosen.readiness else []
    return " · ".join(parts)


def dial_id(slot: Slot, parameter: str) -> str:
    """The id of a dial."""
    return f"dial:{slot.name}:{parameter}"


def _dial(decision: Decision, slot: Slot, card: OrderCard, chosen: Choice | None, name: str) -> Widget | None:
    values = card.parameters[name]
    if chosen is None or (len(values) == 1 and name in _PLAIN):
        return None
    if len(values) == 1:
        return _fixed(name, begun(values[0].name))
    dial = Segmented(
        [(value.id, short(begun(value.name))) for value in values],
        id=dial_id(slot, name),
        value=chosen.settings[name],
        reasons=dict(decision.refusals(slot, name)),
        explanations={value.id: begun(value.name) for value in values if short(value.name) != value.name},
        weight=1,
    )
    if name in _LONG:
        return Column(gap=3)[Label(PARAMETERS[name], role="section"), dial]
    return Row(gap=8, items="center")[Label(PARAMETERS[name], role="section", width=_NAME_WIDTH), dial]


def _fixed(name: str, words: str) -> Widget:
    """A setting that leaves no choice."""
    told = Paragraph(words, role="note", tone="text", weight=1)
    if name in _LONG:
        return told
    return Row(gap=8, items="center")[Label(PARAMETERS[name], role="section", width=_NAME_WIDTH), told]


def short(name: str) -> str:
    """A name without what is said after a colon."""
    return name.partition(":")[0]


_PLAIN = frozenset({"stake"})
_NAME_WIDTH = 58
_LONG = frozenset({"asset", "at", "front", "limit", "line", "promise", "of", "partner", "talks", "toward"})


def strike_reading(told: Message) -> list[Widget]:
    """Resolve and provocation, the label, what it does to the front, and what the law and the harm are."""
    tone, sign, sentence = LABELS[told.label]
    harmful: list[Widget] = [
        Banner(told.law_of_war, tone="danger", sign="warning"),
        Paragraph(told.harm, role="note", tone="danger"),
    ]
    return [
        Rule(),
        Row(gap=16, items="start")[
            _amount("Resolve shown", told.resolve, told.pays, told.on_resolve, "accent", "resolve"),
            _amount(
                "Provocation", told.provocation, told.booked, told.on_provocation, "caution", "provocation"
            ),
        ],
        Banner(sentence, tone=tone, sign=sign, id="label"),
        Paragraph(told.front, role="note", tone="text"),
        *(harmful if told.law_of_war else []),
    ]


def _amount(name: str, value: float, note: str, why: Tooltip, tone: str, place: str) -> Widget:
    return Column(id=place, gap=3, weight=1, tooltip=why, accessible=f"{name}: {value:.1f}, {note}")[
        Row(gap=6)[
            Label(name, role="body", weight=1, ellipsis=True), Label(f"{value:.1f}", role="value", tone=tone)
        ],
        Bar(value, high=STRONGEST, tone=tone),
        Paragraph(note, role="small"),
    ]
