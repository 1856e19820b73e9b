"""The screen of the facilitator: what may be done, what each act does, and what the debrief will say of it.

It shows nothing secret, so that it may be opened before everybody. What cannot be taken back is asked twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from game.session.acts import DOES
from game.ui.kit import (
    Back,
    Button,
    Click,
    Column,
    Dialog,
    Intent,
    Label,
    Paragraph,
    Row,
    Stack,
    TextField,
    Widget,
    Write,
)
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import lines, page, section

_WIDEST = 860


@dataclass(frozen=True)
class Offer:
    """One act: its button, what it does, and the words that the debrief will have for it."""

    id: str
    name: str
    button: str
    does: str
    act: Callable[[], None]
    logged: str = ""
    """Empty for what only leads on."""
    brings: tuple[str, ...] = ()
    """What it changes in the game, each in a few words."""
    key: str = ""
    danger: bool = False
    refusal: str = ""


@dataclass(frozen=True)
class Part:
    """Acts of one kind under a heading, or what is said where there are none."""

    heading: str
    offers: tuple[Offer, ...]
    none: str = ""


@dataclass
class ActsScreen(OverMap):
    """Acts in their parts, each with a button that asks once more; with ``on_note`` a line for the debrief, too.

    ``parts`` is asked anew for every build.
    """

    title: str
    subtitle: str
    introduction: str
    parts: Callable[[], Sequence[Part]]
    on_done: Callable[[], None]
    on_note: Callable[[str], str] | None = None
    """Writes a line down and returns what is said of it."""
    longest_note: int = 400
    asking: Offer | None = field(default=None, init=False)
    note: str = field(default="", init=False)
    noted: str = field(default="", init=False)

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The acts on a page, and over it the question about one of them."""
        body = [
            Column(padding=14, panel="panel", line="line")[Paragraph(self.introduction, measure=_WIDEST)],
            self._note() if self.on_note is not None else None,
            *[_part(part) for part in self.parts()],
        ]
        done = Button("Done", id="acts:done", kind="primary", key="return")
        under = page(self.title, body, [done], size, subtitle=self.subtitle, widest=_WIDEST)
        return Stack()[under, _question(self.asking) if self.asking is not None else None]

    def handle(self, intent: Intent) -> None:
        """Asks about an act, carries it out, or goes back."""
        match intent:
            case Click("acts:go") if self.asking is not None:
                act, self.asking = self.asking.act, None
                act()
            case Click("acts:stay") | Back("acts:sure"):
                self.asking = None
            case Click("acts:done") | Back():
                self.on_done()
            case Write("acts:note", text):
                self.note, self.noted = text, ""
            case Click("acts:write") if self.on_note is not None:
                self.noted, self.note = self.on_note(self.note.strip()), ""
            case Click(id):
                self._meant(id)

    def _meant(self, button: str) -> None:
        found = (offer for part in self.parts() for offer in part.offers if f"act:{offer.id}" == button)
        offer = next(found, None)
        if offer is not None and offer.logged:
            self.asking = offer
        elif offer is not None:
            offer.act()

    def _note(self) -> Widget:
        refusal = "" if self.note.strip() else "Write something first."
        return section(
            "A note",
            Paragraph(DOES["note"], role="note"),
            Row(gap=8, items="center")[
                TextField(
                    self.note,
                    id="acts:note",
                    hint="What should be talked about?",
                    limit=self.longest_note,
                    weight=1,
                ),
                Button("Write it down", id="acts:write", disabled=refusal),
            ],
            Paragraph(self.noted, role="small") if self.noted else None,
        )


def _part(part: Part) -> Widget:
    offers = Column(gap=14)[[_offer(offer) for offer in part.offers]]
    return section(part.heading, offers if part.offers else Paragraph(part.none, role="note"))


def _offer(offer: Offer) -> Widget:
    button = Button(
        offer.button,
        id=f"act:{offer.id}",
        key=offer.key,
        kind="danger" if offer.danger else "plain",
        disabled=offer.refusal,
    )
    return Row(gap=14, items="start")[
        Column(gap=3, weight=1)[
            Label(offer.name, role="strong", ellipsis=True),
            Paragraph(offer.does),
            Paragraph(f"Brings: {'; '.join(offer.brings)}.", role="small") if offer.brings else None,
            Paragraph(offer.refusal, role="small", tone="caution") if offer.refusal else None,
        ],
        button,
    ]


def _question(offer: Offer) -> Widget:
    return Dialog(
        f"{offer.name}?",
        id="acts:sure",
        box_width=560,
        buttons=[
            Button("No", id="acts:stay"),
            Button(
                offer.button.removesuffix("…"),
                id="acts:go",
                kind="danger" if offer.danger else "primary",
                key="" if offer.danger else "return",
            ),
        ],
    )[list(_asked(offer))]


def _asked(offer: Offer) -> Iterator[Widget]:
    yield Paragraph(offer.does)
    if offer.brings:
        yield lines(offer.brings)
    yield Label("The debrief will say", role="section")
    yield Paragraph(f"“{offer.logged}”", role="quotation")
