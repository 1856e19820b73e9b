"""A small picture of a scenario for lists: its map or scheme, and each front's rung as a coloured mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pygame

from game.scenario.models import Scenario
from game.ui.map import style
from game.ui.map.atlas import atlas_of
from game.ui.map.camera import Size
from game.ui.map.lettering import lettered
from game.ui.map.map_view import MapView
from game.ui.map.places import Places
from game.ui.map.tinting import tints_of
from game.ui.map.whereabouts import whereabouts

FINER = 2
"""How much larger the map is drawn than it is shown, so that its lines stay fine."""

MARK = 0.052
"""Radius of a front's mark, as a share of the picture's height."""

HELD = 64

Key = tuple[object, ...]

_held: dict[Key, pygame.Surface] = {}


def thumbnail_steps(scenario: Scenario, size: Size) -> Iterator[pygame.Surface | None]:
    """The picture of a scenario in pixels of ``size``, drawn once and held: blit it, do not write on it.

    In steps of some twenty milliseconds: the last one yields the picture, those before it None.
    """
    key = _key(scenario, size)
    if key not in _held:
        view = _view(scenario, (size[0] * FINER, size[1] * FINER))
        for _ in view.rendering():
            yield None
        if len(_held) >= HELD:
            _held.pop(next(iter(_held)))
        _held[key] = _finished(scenario, view, size)
    yield _held[key]


def _key(scenario: Scenario, size: Size) -> Key:
    """All that the picture depends on."""
    rungs = tuple(front.rung for front in scenario.fronts.values())
    colours = tuple(power.colour for power in scenario.powers.values())
    return scenario.id, scenario.skin, str(scenario.map), tuple(scenario.fronts), rungs, colours, size


def _view(scenario: Scenario, size: Size) -> MapView:
    return MapView(replace(atlas_of(scenario), places=Places()), size, tints=tints_of(scenario))


def _finished(scenario: Scenario, view: MapView, size: Size) -> pygame.Surface:
    large = pygame.Surface(view.size, depth=32)
    view.draw(large)
    picture = pygame.transform.smoothscale(large, size)
    for name, place in whereabouts(scenario).fronts.items():
        x, y = view.locate(*place)
        _draw_mark(picture, (x / FINER, y / FINER), scenario.fronts[name].rung)
    return picture


def _draw_mark(picture: pygame.Surface, point: tuple[float, float], rung: int) -> None:
    radius = max(5.0, picture.get_height() * MARK)
    pygame.draw.aacircle(picture, style.HALO, point, radius + 1.5)
    pygame.draw.aacircle(picture, style.RUNGS[rung], point, radius)
    digit = lettered(str(rung), "bold", round(radius * 1.5), style.PANEL)
    picture.blit(digit, digit.get_rect(center=(round(point[0]), round(point[1]))))
