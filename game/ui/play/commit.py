"""The question before a commit: what was chosen, what is left unused, why, and the harm that must be confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.session.meanings import WHY
from game.ui.kit import (
    Banner,
    Button,
    Checkbox,
    Dialog,
    Grid,
    Label,
    Paragraph,
    TextField,
    Widget,
)
from game.ui.play.message import Message

LONGEST_REASON = 400
"""Letters that a reason may have."""


@dataclass
class CommitDialog:
    """Asks ``title`` once more. ``harmful`` strikes need a tick before the button works."""

    title: str
    summary: Sequence[tuple[str, str]]
    unused: Sequence[str]
    harmful: Sequence[Message] = ()
    confirmed: bool = False

    def widget(self, reason: str, *, warns: bool, time: Widget | None = None) -> Widget:
        """The dialog. ``warns`` says whether unused means are named; ``time`` tells how much of it is left."""
        refusal = _UNCONFIRMED if self.harmful and not self.confirmed else None
        return Dialog(
            self.title,
            id="commit:sure",
            box_width=520,
            starts_at="commit:reason",
            buttons=[
                Button("Not yet", id="commit:stay"),
                Button("Commit", id="commit:go", kind="primary", key="return", disabled=refusal),
            ],
        )[
            time,
            Grid(columns=2, weights=(0, 1), gap=8)[
                [cell for name, words in self.summary for cell in _line(name, words)]
            ],
            *([Banner("\n".join(self.unused), tone="notice")] if self.unused and warns else []),
            *[Banner(f"{told.law_of_war}\n{told.harm}", tone="danger") for told in self.harmful],
            Checkbox(_CONFIRM, id="commit:harm", on=self.confirmed) if self.harmful else None,
            Label("Your reason", role="section"),
            TextField(
                reason,
                id="commit:reason",
                hint=WHY,
                limit=LONGEST_REASON,
            ),
            Paragraph("Kept for the debrief. After this nothing can be undone.", role="small"),
            Checkbox("Do not warn about what is left unused", id="commit:warns", on=not warns)
            if self.unused
            else None,
        ]


def _line(name: str, words: str) -> list[Widget]:
    return [Label(name, role="section"), Paragraph(words, tone="muted" if words == "Nothing" else "text")]


_CONFIRM = "We have read this, and order the strike."
_UNCONFIRMED = "A strike where civilians are harmed must be confirmed: read the note and tick the box above."
