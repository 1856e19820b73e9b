"""Names on the map: placed greedily by priority, never touching, left out where there is no room.

Every name has a few positions to try; a town may stand on any side of its dot. What is drawn is what was
placed, so a test can look at the footprints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.map import style
from game.ui.map.footprints import Footprint, Taken
from game.ui.map.ground import Point
from game.ui.map.lettering import Face, font, haloed, icon, lettered
from game.ui.map.places import AreaLabel, Place, Places, Site
from game.ui.map.style import Colour

Locate = Callable[[float, float], Point]

GROWTH = 0.35
"""How strongly names of areas grow with zoom: the power of the level of detail."""

SMALLEST_AREA_NAME = 11
SMALL_AREA_NAME = 13
MARGIN = 3
"""Room kept free around each name, in pixels at 100 %."""

DOT = {"capital": 5, "city": 3}
SITE_RADIUS = 9
SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Sides of a dot to try for a town's name, best first: across, down."""


@dataclass(frozen=True)
class Label:
    """A name that found its room, and how to draw it; ``dot`` is where its town lies, if it is one."""

    text: str
    face: Face
    size: int
    colour: Colour
    footprint: Footprint
    spacing: int = 0
    opacity: int = 255
    dot: Point | None = None
    capital: bool = False


@dataclass(frozen=True)
class Lettering:
    """Everything that is written or marked on a view."""

    labels: Sequence[Label]
    sites: Sequence[tuple[Site, Point]]
    scale: float

    def draw(self, target: pygame.Surface) -> None:
        """Draw sites, dots and names."""
        for site, point in self.sites:
            draw_site(target, site.kind, point, self.scale)
        for label in self.labels:
            if label.dot:
                draw_dot(target, label.dot, self.scale, capital=label.capital)
            surface = haloed(
                label.text, label.face, label.size, label.colour, label.spacing, label.footprint.angle
            )
            surface.set_alpha(label.opacity)
            target.blit(surface, surface.get_rect(center=label.footprint.centre))


def lay_out(
    places: Places,
    locate: Locate,
    bounds: pygame.Rect,
    detail: float,
    scale: float,
    kept: Sequence[pygame.Rect],
) -> Lettering:
    """Choose what is named at this level of detail and where; nothing is written over ``kept`` rectangles."""
    taken = Taken()
    taken.add(Footprint.of(rect, margin=2) for rect in kept)
    shown: list[AreaLabel | Place] = [entry for entry in _entries(places) if entry.detail <= detail]
    dots = {place.id: locate(place.lon, place.lat) for place in shown if isinstance(place, Place)}
    labels = []
    for entry in sorted(shown, key=lambda entry: entry.priority):
        if isinstance(entry, AreaLabel):
            candidates = _area_candidates(entry, locate, detail, scale)
        else:
            candidates = _town_candidates(entry, dots[entry.id], scale)
        for label in candidates:
            claimed = _claim(label, scale)
            if all(bounds.contains(part.bounds) and taken.leaves(part) for part in claimed):
                taken.add(part.grown(MARGIN * scale) for part in claimed)
                labels.append(label)
                break
    sites = [site for site in places.sites if site.detail <= detail]
    return Lettering(labels, _free_sites(sites, locate, bounds, taken, scale), scale)


def _entries(places: Places) -> Iterator[AreaLabel | Place]:
    yield from places.labels
    yield from places.places


def _claim(label: Label, scale: float) -> list[Footprint]:
    """The room a label takes: its letters, and its dot if it has one."""
    if label.dot is None:
        return [label.footprint]
    width = 2 * DOT["capital" if label.capital else "city"] * scale
    return [label.footprint, Footprint(label.dot, width, width)]


def _area_candidates(entry: AreaLabel, locate: Locate, detail: float, scale: float) -> Iterator[Label]:
    sea = entry.kind == "sea"
    face: Face = "italic" if sea else "semibold"
    colour = style.SEA_INK if sea else style.INK
    growth = _growth(entry, detail) * scale
    for shrink in (1.0, 0.8):
        size = max(round(entry.size * growth * shrink), round(SMALLEST_AREA_NAME * scale))
        spacing = round(entry.spacing * growth * shrink**2)
        width, height = _measure(entry.text, face, size, spacing)
        for position in entry.positions:
            footprint = Footprint(locate(*position), width, height, entry.angle)
            opacity = 225 if sea or entry.size > 12 else 240
            yield Label(entry.text, face, size, colour, footprint, spacing, opacity)


def _growth(entry: AreaLabel, detail: float) -> float:
    """Large names grow and shrink with zoom, small ones keep the size that is just legible."""
    return min(max(detail**GROWTH, 0.8), 1.6) if entry.size > SMALL_AREA_NAME else 1.0


def _town_candidates(place: Place, dot: Point, scale: float) -> Iterator[Label]:
    capital = place.kind == "capital"
    face: Face = "semibold" if capital else "medium"
    colour = style.INK if capital else style.QUIET_INK
    size = round((13 if capital else 12) * scale)
    width, height = _measure(place.name, face, size, 0)
    gap = (DOT[place.kind] + 2) * scale
    for across, down in SIDES:
        aside = 0.75 if across and down else 1.0
        x = dot[0] + across * (gap * aside + width / 2)
        y = dot[1] + down * (gap * aside + height / 2)
        footprint = Footprint((x, y), width, height)
        yield Label(place.name, face, size, colour, footprint, dot=dot, capital=capital)


def _measure(text: str, face: Face, size: int, spacing: int) -> tuple[float, float]:
    """Width and height of the letters themselves, without the empty rows above and below them."""
    sheet = lettered(text, face, size, style.INK, spacing)
    air = font(face, size).get_height() - font(face, size).get_ascent() * 0.95
    return sheet.get_width(), max(1.0, sheet.get_height() - air)


def _free_sites(
    sites: Sequence[Site], locate: Locate, bounds: pygame.Rect, taken: Taken, scale: float
) -> list[tuple[Site, Point]]:
    found = []
    width = 2 * SITE_RADIUS * scale
    for site in sites:
        footprint = Footprint(locate(site.lon, site.lat), width, width)
        if bounds.contains(footprint.bounds) and taken.leaves(footprint):
            taken.add([footprint])
            found.append((site, footprint.centre))
    return found


def draw_dot(target: pygame.Surface, point: Point, scale: float, *, capital: bool) -> None:
    """A town's dot; a capital's has a ring."""
    radius = (4.2 if capital else 2.4) * scale
    pygame.draw.aacircle(target, style.HALO, point, radius + 1.6 * scale)
    pygame.draw.aacircle(target, style.INK, point, radius)
    if capital:
        pygame.draw.aacircle(target, style.PANEL, point, radius * 0.62)
        pygame.draw.aacircle(target, style.INK, point, radius * 0.3)


def draw_site(target: pygame.Surface, kind: str, point: Point, scale: float) -> None:
    """A site as its class: an icon on a disc."""
    name, colour = style.SITES[kind]
    radius = (SITE_RADIUS - 1.4) * scale
    pygame.draw.aacircle(target, style.HALO, point, radius + 1.4 * scale)
    pygame.draw.aacircle(target, colour, point, radius)
    picture = icon(name, round(12 * scale), style.PANEL)
    target.blit(picture, picture.get_rect(center=(round(point[0]), round(point[1]))))
