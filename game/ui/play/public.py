"""What everybody knows: the map with its fronts, what stands, what was told last, and the toll. Nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame

from game.ui.kit import (
    Back,
    Button,
    Click,
    Column,
    Intent,
    Key,
    Label,
    Paragraph,
    Point,
    Row,
    Rungs,
    Screen,
    ScrollArea,
    Spacer,
    Stack,
    Widget,
)
from game.ui.play.position import FrontReading, PublicPosition
from game.ui.play.strips import TOLL_HEIGHT, TOP_HEIGHT, toll_strip
from game.ui.play.surroundings import panel_width
from game.ui.play.theatre import Theatre, inset_fits
from game.ui.screens.page import lines, section


class PublicView(Screen):
    """The public position over the map, between two people at one machine; Enter or Esc goes back."""

    def __init__(self, position: PublicPosition, theatre: Theatre, on_done: Callable[[], None]) -> None:
        self.position, self.theatre, self._on_done = position, theatre, on_done
        theatre.tint(position.tints)

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """Which turn it is above, the map, what is known at the right, the toll below."""
        width = panel_width(size)
        self._place_map(size, scale, width)
        return Stack()[
            Column()[
                self._top(),
                Row(items="stretch", weight=1)[
                    Spacer(),
                    Column(width=width, panel="panel", line="line", radius=0, padding=12)[
                        ScrollArea(id="known")[Column(padding=1, gap=16)[list(self._known())]]
                    ],
                ],
                toll_strip(self.position.toll, size),
            ]
        ]

    def _place_map(self, size: tuple[int, int], scale: float, width: float) -> None:
        wide, high = (round(each * scale) for each in (size[0] - width, size[1] - TOP_HEIGHT - TOLL_HEIGHT))
        area = pygame.Rect(0, round(TOP_HEIGHT * scale), wide, high)
        fits = inset_fits((area.width / scale, area.height / scale))
        self.theatre.place(area, scale, self.position.marks, inset=fits)

    def _top(self) -> Widget:
        position = self.position
        return Row(padding=8, gap=14, panel="panel", radius=0, height=TOP_HEIGHT, items="center")[
            Column(justify="center", weight=1)[
                Label(position.scenario, role="name", ellipsis=True),
                Label(f"{position.turn} · {position.dates}", role="small", ellipsis=True),
            ],
            Label("What everybody knows", role="section", ellipsis=True),
            Button("Back", id="back", key="return", kind="primary"),
        ]

    def _known(self) -> Iterator[Widget]:
        position = self.position
        if position.headlines:
            told = [
                Column(gap=6)[Label(stage, role="section"), lines(said)] for stage, said in position.headlines
            ]
            yield section(position.news_of, *told)
        yield section("Fronts", *[_front(each) for each in position.fronts])
        stands = lines(position.lines) if position.lines else Paragraph("Nothing yet.", role="note")
        yield section("Red lines and promises", stands)

    def handle(self, intent: Intent) -> None:
        """Moves the map, or goes back."""
        match intent:
            case Click("back") | Back():
                self._on_done()
            case Key(name) if self.theatre.keyed(name):
                pass
            case Point():
                found = self.theatre.points_at(intent)
                self.theatre.light(found.front if found else None)
            case _:
                self.theatre.heard(intent)

    def animate(self, dt: float) -> bool:
        """Brings the map up to date."""
        return self.theatre.advance()

    def background(self, surface: pygame.Surface) -> None:
        """The map."""
        surface.fill(self.app.look.tone("room"))
        self.theatre.draw(surface)


def _front(front: FrontReading) -> Widget:
    return Row(gap=8, items="center", id=f"front:{front.id}", tooltip=front.explanation)[
        Label(front.mark.name, weight=1, ellipsis=True),
        Rungs(front.mark.rung, width=88),
        Label(f"{front.mark.rung} {front.mark.rung_word}", role="note", width=112, ellipsis=True),
    ]
