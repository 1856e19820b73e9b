"""A verdict or a warning across a column: sign, words and colour say the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.kit.labels import Paragraph, Sign
from game.ui.kit.layout import Row
from game.ui.kit.widget import Align


@dataclass(eq=False)
class Banner(Row):
    """A framed text in one tone that wraps where it must, with a sign before it."""

    text: str
    tone: str = field(default="notice", kw_only=True)
    sign: str = field(default="warning", kw_only=True)
    panel: str = field(default="raised", kw_only=True)
    padding: float = field(default=6, kw_only=True)
    gap: float = field(default=8, kw_only=True)
    items: Align = field(default="center", kw_only=True)

    def __post_init__(self) -> None:
        """Makes sign and words."""
        self.line = self.tone
        self[
            Sign(self.sign, tone=self.tone, size=14),
            Paragraph(self.text, role="strong", tone=self.tone, weight=1),
        ]

    def describe(self) -> str:
        """The words."""
        return self.accessible or self.text
