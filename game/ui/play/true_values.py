"""A page of the true values of what is hidden from one power or another: for a facilitator who shows them to all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.session.true_values import TrueValues
from game.ui.kit import Back, Button, Click, Column, Intent, Paragraph, Table, TableColumn, Widget
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import beside, page, section

_HEADS = (TableColumn("", weight=4), TableColumn("true value", side="end", weight=1, role="value"))


@dataclass
class TrueValuesScreen(OverMap):
    """What each power knows best and others do not, side by side."""

    subtitle: str
    values: tuple[TrueValues, ...]
    on_done: Callable[[], None]

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """A column for each power."""
        introduction = (
            "As it is in truth, each under the power that sees it best; others see a band or nothing. Zeros are left "
            "out. That this was shown is in the log."
        )
        columns = [section(each.name, _table(each)) for each in self.values]
        return page(
            "True values",
            [
                Column(padding=14, panel="panel", line="line")[Paragraph(introduction, measure=1000)],
                beside(columns, size),
            ],
            [Button("Done", id="done", key="return", kind="primary")],
            size,
            subtitle=self.subtitle,
        )

    def handle(self, intent: Intent) -> None:
        """Goes back."""
        match intent:
            case Click("done") | Back():
                self.on_done()


def _table(shown: TrueValues) -> Widget:
    return Table(_HEADS, shown.values, id=f"true:{shown.name}", gap=8)
