"""What all screens of a turn have in common: the map, the strips, the page at the side, and a panel at the right."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from game.ui.kit import (
    Back,
    Button,
    Click,
    Column,
    Intent,
    Key,
    Point,
    Press,
    Row,
    Screen,
    Spacer,
    Stack,
    Widget,
)
from game.ui.map.aims import Aim
from game.ui.map.map_view import Found
from game.ui.play import clock, pages
from game.ui.play.position import Position, Reading
from game.ui.play.strips import TOLL_HEIGHT, TOP_HEIGHT, WIDE, toll_strip, top_strip
from game.ui.play.theatre import MARGIN, Theatre, inset_fits

_ROOMY = 1500
"""Logical pixels from which the page at the side is open from the start."""

_KEYS_WIDTH, _KEYS_HEIGHT = 300, 30


class Surroundings(Screen):
    """A screen of a turn. Subclasses give the panel with the decision, and hear what is meant for it.

    ``on_menu`` is called for Esc and the pause button where nothing is left to close. ``clock`` stands over the map.
    """

    def __init__(
        self,
        position: Position,
        theatre: Theatre,
        on_menu: Callable[[], None],
        clock: clock.Clock | None = None,
    ) -> None:
        self.position, self.theatre, self.on_menu, self.clock = position, theatre, on_menu, clock
        self.page = pages.FRONTS
        self.side_shown: bool | None = None
        self.inset_shown = True
        self._roomy = self._inset_fits = True
        theatre.tint(position.tints)

    @abstractmethod
    def panel(self, size: tuple[int, int]) -> Widget:
        """The decision, at the right."""

    def dialog(self) -> Widget | None:
        """What lies over everything and wants an answer first."""
        return None

    def meant(self, intent: Intent) -> None:
        """What is meant for the decision."""
        return

    def aims(self) -> Sequence[Aim]:
        """What is drawn on the map of a decision that is not taken yet."""
        return ()

    def own(self) -> Sequence[Reading]:
        """The own numbers as the decision leaves them."""
        return self.position.own

    @property
    def with_side(self) -> bool:
        """Whether the page at the side is shown: by default where there is room beside the map."""
        return self._roomy if self.side_shown is None else self.side_shown

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """Strips above and below, the page at the left, the decision at the right, the map between."""
        self._roomy = size[0] >= _ROOMY
        width = panel_width(size)
        self._place_map(size, scale, width)
        left = (
            pages.side_panel(self.position, self.page, self.theatre.inset_title)
            if self.with_side
            else self._map_keys()
        )
        return Stack(id="turn")[
            Column()[
                top_strip(self.position, self.own(), size),
                Row(items="stretch", weight=1)[
                    Row(padding=MARGIN, weight=1, items="start")[left, Spacer(), self._clock_panel()],
                    Column(id="panel", width=width, panel="panel", line="line", radius=0)[self.panel(size)],
                ],
                toll_strip(self.position.toll, size),
            ],
            self.dialog(),
        ]

    def _clock_panel(self) -> Widget | None:
        return self.clock.panel() if self.clock is not None else None

    def _map_keys(self) -> Widget:
        return Row(gap=6, height=_KEYS_HEIGHT)[
            Button("Fronts and powers", id="side", key="f"),
            Button(self.theatre.inset_title, id="inset", key="l") if self.theatre.inset_title else None,
            Spacer(),
        ]

    def _place_map(self, size: tuple[int, int], scale: float, width: float) -> None:
        wide, high = round(size[0] * scale), round(size[1] * scale)
        top, bottom = round(TOP_HEIGHT * scale), round(TOLL_HEIGHT * scale)
        beside = self.with_side and not (self._roomy and self.theatre.goes_on)
        left = round((pages.WIDTH + 2 * MARGIN) * scale) if beside else 0
        lower = self._lower(scale)
        area = pygame.Rect(left, top + lower, wide - round(width * scale) - left, high - top - bottom - lower)
        self._inset_fits = inset_fits((area.width / scale, area.height / scale))
        inset = self.inset_shown and self._inset_fits and (not self.with_side or self.page == pages.FRONTS)
        reserved = [] if left else [_pixels(0, top, self._covered(area.height / scale, inset=inset), scale)]
        if self._timed:
            right = area.right - round((clock.WIDTH + MARGIN) * scale)
            reserved.append(_pixels(right, top, clock.SIZE, scale))
        marks = [replace(mark, selected=self.page == pages.FRONT + mark.id) for mark in self.position.marks]
        self.theatre.place(area, scale, marks, inset=inset, reserved=reserved)

    @property
    def _timed(self) -> bool:
        return self.clock is not None and self.clock.shown

    def _lower(self, scale: float) -> int:
        """Pixels by which a clock moves the map down: a scheme must be seen whole, other maps go on beneath it."""
        return round((clock.HEIGHT + MARGIN) * scale) if self._timed and not self.theatre.goes_on else 0

    def _covered(self, height: float, *, inset: bool) -> tuple[float, float]:
        """Logical pixels of the map, from its top left, that what stands over it covers."""
        if not self.with_side:
            return _KEYS_WIDTH, _KEYS_HEIGHT
        return pages.WIDTH + MARGIN, self._fronts_height() if inset else height

    def _fronts_height(self) -> float:
        """Logical pixels that the list of fronts takes at most, so that the inset stands below it."""
        return (
            92
            + 45 * len(self.position.fronts)
            + 31 * (sum(1 for each in self.position.dossiers if each.flag))
        )

    def handle(self, intent: Intent) -> None:
        """Moves the map, opens pages; the rest is the decision's."""
        match intent:
            case Click("menu") | Back(""):
                self._leave()
            case Click("side") | Key("f"):
                self.side_shown = not self.with_side
            case Click("inset") | Key("l"):
                self._show_inset()
            case Key("b"):
                self.page = pages.FRONTS
            case Key(name) if self.theatre.keyed(name):
                pass
            case Click(id) if id.startswith("page:"):
                self.page = id.removeprefix("page:")
            case Press() | Point():
                self._pointed(intent)
            case _:
                if not self.theatre.heard(intent):
                    self.meant(intent)

    def _show_inset(self) -> None:
        """The inset, or where there is no room for it the map itself."""
        if self._inset_fits:
            self.inset_shown = not self.inset_shown
        else:
            self.theatre.look_at_inset()

    def _leave(self) -> None:
        if self.page != pages.FRONTS:
            self.page = pages.FRONTS
        else:
            self.on_menu()

    def _pointed(self, intent: Intent) -> None:
        found = self.theatre.points_at(intent)
        if found is None:
            return
        if isinstance(intent, Point):
            self.theatre.light(found.front)
        else:
            self._open(found)

    def _open(self, found: Found) -> None:
        area = self.position.areas.get(found.area or "")
        if found.front:
            self.page = pages.FRONT + found.front
        elif area:
            self.page = pages.WHO + area
        if found.front or area:
            self.side_shown = True

    def animate(self, dt: float) -> bool:
        """Brings the map up to date, and the clock."""
        if self.clock is not None and self.clock.run(dt):
            self.refresh()
        return self.theatre.advance()

    def closing(self) -> None:
        """What is left of the time is kept."""
        if self.clock is not None:
            self.clock.on_keep()

    def background(self, surface: pygame.Surface) -> None:
        """The map, and on it what is aimed at."""
        surface.fill(self.app.look.tone("room"))
        self.theatre.draw(surface, self.aims())


def _pixels(left: int, top: int, covered: tuple[float, float], scale: float) -> pygame.Rect:
    """What covers so much of the map, in logical pixels, with the margin around it, in pixels of the window."""
    return pygame.Rect(left, top, *(round((each + MARGIN) * scale) for each in covered))


def panel_width(size: tuple[int, int]) -> float:
    """Logical pixels of the panel with the decision."""
    return 352 if size[0] < WIDE else 372 if size[0] < 1700 else 420
