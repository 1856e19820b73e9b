"""The map behind menus is not shown behind what is told of no real place."""

import pygame

from game.ui.screens.backdrop import Backdrop


def test_a_hidden_backdrop_is_the_bare_room(look):
    backdrop = Backdrop()
    backdrop._picture, backdrop._shown = pygame.Surface((64, 64)), 1.0
    backdrop._picture.fill((200, 30, 30))
    surface = pygame.Surface((64, 64))
    backdrop.draw(surface, look)
    assert surface.get_at((5, 5))[:3] == (200, 30, 30)
    backdrop.hidden = True
    backdrop.draw(surface, look)
    assert surface.get_at((5, 5)) == surface.get_at((60, 60)) != (200, 30, 30, 255)
