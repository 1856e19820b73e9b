"""The sources of a scenario, on a page of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.ui.browser.card import ScenarioCard
from game.ui.kit import Back, Button, Click, Intent, Widget
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import lines, page, section
from game.ui.screens.words import counted


@dataclass
class SourcesScreen(OverMap):
    """Where a scenario's numbers and texts come from."""

    card: ScenarioCard
    on_done: Callable[[], None]

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """One line for each source."""
        return page(
            "Sources",
            [section(counted(len(self.card.sources), "source"), lines(self.card.sources))],
            [Button("Done", id="done", key="return", kind="primary")],
            size,
            subtitle=self.card.title,
        )

    def handle(self, intent: Intent) -> None:
        """Goes back."""
        match intent:
            case Click("done") | Back():
                self.on_done()
