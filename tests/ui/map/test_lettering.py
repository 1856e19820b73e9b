"""Lettering: fonts outlive the window that they were first made for."""

import pygame
import pytest

from game.ui.map.lettering import font, lettered


def test_fonts_are_made_anew_after_a_window_was_closed():
    pygame.font.init()
    font("bold", 13)
    pygame.font.quit()
    pygame.font.init()
    assert font("bold", 13).render("A", True, (255, 255, 255)).get_width() > 0


@pytest.mark.parametrize("spacing", [0, 3])
@pytest.mark.parametrize("text", ["\u200f", "\u202e\u202c", "A\u200f", "\u0301"])
def test_marks_that_nobody_sees_are_no_trouble(text, spacing):
    assert lettered(text, "bold", 13, (255, 255, 255), spacing).get_height() > 0
