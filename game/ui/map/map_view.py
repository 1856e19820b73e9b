"""The map in a rectangle of the window: a still picture rendered once, fronts on top, zoom, pan and picking.

Rendering a view takes a few hundred milliseconds. ``rendering`` does it in small steps, between which the
window answers; until it is through, ``draw`` shows the last picture, moved and stretched to the new camera.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pygame

from game.ui.map.aims import Aim, draw_aims
from game.ui.map.atlas import Atlas
from game.ui.map.camera import Camera, Frame, Size, opening
from game.ui.map.fronts import FrontMark, place_fronts
from game.ui.map.ground import Point
from game.ui.map.inset import Inset
from game.ui.map.picture import Painter, Picture, Sight
from game.ui.map.relief import Tints
from game.ui.map.style import VOID

WHEEL_STEP = 1.2
"""Zoom factor of one notch of the wheel."""


@dataclass(frozen=True)
class Found:
    """What lies under a pixel: a front, the inset, or a country or area (by id); each may be missing."""

    front: str | None = None
    inset: bool = False
    area: str | None = None


class MapView:
    """A map in a rectangle, seen through a camera; a ``Ground`` for fronts and playback."""

    def __init__(
        self,
        atlas: Atlas,
        size: Size,
        *,
        tints: Tints | None = None,
        scale: float = 1.0,
    ) -> None:
        """Prepare a view of ``size`` pixels; it opens on the frame of the atlas."""
        self.atlas = atlas
        self._geography, self._places, self._sheet = atlas.geography, atlas.places, atlas.sheet
        self._painter = Painter(self._geography, self._places)
        self._size, self._scale = size, scale
        self._camera = opening(size, self._sheet)
        self._tints: Tints = dict(tints or {})
        self._inset: Inset | None = None
        self._marks: tuple[FrontMark, ...] = ()
        self._reserved: tuple[pygame.Rect, ...] = ()
        self.fronts = place_fronts((), self, ())
        self.hovered: str | None = None
        self._chips_adrift = False

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return self._size

    @property
    def scale(self) -> float:
        """Interface scale; 1 is 100 %."""
        return self._scale

    @property
    def camera(self) -> Camera:
        """Where the map is looked at from."""
        return self._camera

    @property
    def picture(self) -> Picture | None:
        """The last picture that was rendered, possibly of an earlier sight."""
        return self._painter.picture

    @property
    def sight(self) -> Sight:
        """What the picture should show now."""
        return Sight(self._camera, self._size, self._scale, self._tints, self._inset)

    @property
    def ready(self) -> bool:
        """Whether picture and chips are up to date; if not, ``rendering`` has work to do."""
        picture = self.picture
        return (
            picture is not None
            and picture.sight == self.sight
            and picture.kept == self._kept()
            and not self._chips_adrift
        )

    def locate(self, lon: float, lat: float) -> Point:
        """Pixel of a geographic place, from the view's top left; may lie outside."""
        place = self._geography.projection.forward((lon, lat))
        x, y = self._camera.to_screen(place, self._size).tolist()
        return x, y

    def look(self, camera: Camera) -> None:
        """Look from another camera, within the canvas; chips go along until ``rendering`` places them."""
        limited = camera.limited(self._size, self._sheet)
        if limited != self._camera:
            self._camera, self._chips_adrift = limited, True
            self.fronts = self.fronts.moved(self)

    def look_at_theatre(self) -> None:
        """Return to the opening view."""
        self.look(opening(self._size, self._sheet))

    def look_at_frame(self, frame: Frame) -> None:
        """Put a part of the canvas into the middle, as large as fits."""
        left, top, right, bottom = frame
        zoom = min(self._size[0] / (right - left), self._size[1] / (bottom - top))
        self.look(Camera((left + right) / 2, (top + bottom) / 2, zoom))

    def wheel(self, notches: float, pixel: Point) -> None:
        """Zoom in (positive) or out around a pixel."""
        self.look(self._camera.zoomed(WHEEL_STEP**notches, pixel, self._size))

    def drag(self, across: float, down: float) -> None:
        """Move the map under the pointer by that many pixels."""
        self.look(self._camera.dragged(across, down))

    def resize(self, size: Size, scale: float) -> None:
        """Take another rectangle or scale; an opening view stays one. Set the inset anew after it."""
        sheet = self._sheet
        opened = self._camera == opening(self._size, sheet)
        self._size, self._scale = size, scale
        self._camera = opening(size, sheet) if opened else self._camera.limited(size, sheet)
        self._place_fronts()

    def tint(self, tints: Tints) -> None:
        """Wash countries in colours, by id: (colour, strength 0 to 1)."""
        self._tints = dict(tints)

    def mark(
        self, marks: Sequence[FrontMark], reserved: Sequence[pygame.Rect] = ()
    ) -> Mapping[str, pygame.Rect]:
        """Show these fronts and return their chips' rectangles; chips and names keep off ``reserved``."""
        self._marks, self._reserved = tuple(marks), tuple(rect.copy() for rect in reserved)
        self._place_fronts()
        return self.fronts.chips

    def show_inset(self, inset: Inset | None) -> None:
        """Show the inset where it says, over the map; with None take it away."""
        self._inset = replace(inset, rect=inset.rect.copy()) if inset else None
        self._place_fronts()

    def rendering(self) -> Iterator[None]:
        """Bring the picture up to date in small steps, beginning again whenever something changes."""
        while not self.ready:
            sight = self.sight
            for _ in self._painter.painting(sight):
                yield
                if self.sight != sight:
                    break
            else:
                if self._chips_adrift:
                    self._place_fronts()
                self._painter.write(sight, self._kept())
                yield

    def render(self) -> None:
        """Bring the picture up to date at once."""
        for _ in self.rendering():
            pass

    def draw(
        self, target: pygame.Surface, corner: tuple[int, int] = (0, 0), aims: Sequence[Aim] = ()
    ) -> None:
        """Draw the map, aims and fronts, its top left at ``corner``; quick, whether or not it is ``ready``."""
        area = pygame.Rect(corner, self._size).clip(target.get_rect())
        if not (area.width and area.height):  # the window is smaller than what stands beside the map
            return
        window = target.subsurface(area)
        if self.picture is None:
            window.fill(VOID)
        elif self.picture.sight.camera == self._camera and self.picture.sight.size == self._size:
            window.blit(self.picture.surface, (0, 0))
        else:
            self._draw_moved(window, self.picture)
        if self.picture is not None:
            self._draw_inset(window, self.picture)
        draw_aims(window, self, aims)
        self.fronts.draw(window, self.hovered)

    def find(self, pixel: Point) -> Found:
        """What lies under a pixel, counted from the view's top left."""
        front = self.fronts.at(pixel)
        if front:
            return Found(front=front)
        if self._inset and self._inset.rect.collidepoint(pixel):
            return Found(inset=True)
        return Found(area=self._geography.area_at(self._camera.to_canvas(pixel, self._size)))

    def name_of(self, area: str, language: str = "en") -> str:
        """What a country or area is called; names given with the places win in every language."""
        named = self._places.areas.get(area)
        return named or self._geography.countries[area].names[language]

    def _place_fronts(self) -> None:
        inset = [self._inset.rect] if self._inset else []
        self.fronts = place_fronts(self._marks, self, [*self._reserved, *inset, *self.shapes])
        self._chips_adrift = False

    @property
    def shapes(self) -> list[pygame.Rect]:
        """Where the shapes of a scheme are now, which chips and tags should leave free."""
        return [self._box(frame) for frame in self.atlas.shapes]

    def _box(self, frame: Frame) -> pygame.Rect:
        corners = self._camera.to_screen([frame[:2], frame[2:]], self._size).round().astype(int)
        (left, top), (right, bottom) = corners.tolist()
        return pygame.Rect(left, top, right - left, bottom - top)

    def _kept(self) -> tuple[pygame.Rect, ...]:
        return (*self._reserved, *self.fronts.kept())

    def _draw_inset(self, window: pygame.Surface, picture: Picture) -> None:
        """Draw the inset of an earlier picture where it stands now, so that what is played in it lies right."""
        was, now = picture.sight.inset, self._inset
        if was is None or now is None or was.rect == now.rect:
            return
        drawn = was.rect.clip(picture.surface.get_rect())
        if not (drawn.width and drawn.height):
            return
        piece = picture.surface.subsurface(drawn)
        window.blit(pygame.transform.scale(piece, now.rect.size), now.rect)

    def _draw_moved(self, window: pygame.Surface, picture: Picture) -> None:
        """Draw a picture of an earlier sight as the present camera would see it."""
        window.fill(VOID)
        before = picture.sight
        shown = self._camera.to_canvas([(0, 0), self._size], self._size)
        (left, top), (right, bottom) = before.camera.to_screen(shown, before.size).astype(int).tolist()
        source = pygame.Rect(left, top, right - left, bottom - top).clip(picture.surface.get_rect())
        if not source.width or not source.height:
            return
        zoom = self._camera.zoom / before.camera.zoom
        size = (round(source.width * zoom), round(source.height * zoom))
        piece = pygame.transform.scale(picture.surface.subsurface(source), size)
        first = before.camera.to_canvas(source.topleft, before.size)
        x, y = self._camera.to_screen(first, self._size).round().astype(int).tolist()
        window.blit(piece, (x, y))
