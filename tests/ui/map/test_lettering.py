"""Lettering: fonts outlive the window that they were first made for."""

import pygame

from game.ui.map.lettering import font


def test_fonts_are_made_anew_after_a_window_was_closed():
    pygame.font.init()
    font("bold", 13)
    pygame.font.quit()
    pygame.font.init()
    assert font("bold", 13).render("A", True, (255, 255, 255)).get_width() > 0
