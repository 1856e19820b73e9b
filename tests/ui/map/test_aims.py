"""Aims: a broken line with a ring at its end, whatever lies between, and nothing outside the target."""

from itertools import pairwise

import pygame
import pytest

from game.ui.map.aims import RING, Aim, draw_aims


class Sheet:
    size, scale = (200, 200), 1.0

    def locate(self, lon, lat):
        return lon, lat


def drawn(*aims):
    surface = pygame.Surface(Sheet.size)
    draw_aims(surface, Sheet(), aims)
    return surface


@pytest.mark.parametrize("end", [(150, 100), (30, 160), (100, 101), (100, 100), (104, 100), (400, -50)])
def test_an_aim_ends_in_a_ring_around_its_middle(end):
    surface = drawn(Aim((100, 100), end))
    edge = (end[0] + RING, end[1])
    if surface.get_rect().collidepoint(edge):
        assert surface.get_at(edge)[:3] != (0, 0, 0)


def test_the_line_is_broken_and_leaves_the_ring_free():
    surface = drawn(Aim((20, 100), (180, 100)))
    lit = [any(surface.get_at((x, y))[0] > 200 for y in range(60, 110)) for x in range(30, 165)]
    changes = sum(one != other for one, other in pairwise(lit))
    assert changes > 10
    assert surface.get_at((180, 100))[:3] == (0, 0, 0)


def test_without_aims_nothing_is_drawn():
    assert pygame.image.tobytes(drawn(), "RGB") == bytes(200 * 200 * 3)
