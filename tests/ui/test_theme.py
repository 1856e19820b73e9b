"""The look is legible: contrast, smallest text, scales."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.theme import (
    DARK,
    PROJECTOR,
    RUNGS,
    SMALLEST_LOGICAL,
    SMALLEST_TEXT,
    UnknownRole,
    UnknownTone,
    largest_scale,
    rung_tone,
    suggested_scale,
)

GROUNDS = ("room", "panel", "glass", "raised", "hovered", "sunken", "chosen")
WRITING = ("text", "muted", "accent", "good", "caution", "danger", "notice", "violet", "teal")
RUNG_TONES = tuple(rung_tone(rung) for rung in range(RUNGS))


def luminance(colour):
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (linear(channel / 255) for channel in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one, other):
    """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2); text wants 4.5 or more."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, PROJECTOR], ids=["dark", "projector"])
@pytest.mark.parametrize("tone", WRITING + RUNG_TONES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_out_from_every_ground(theme, tone, ground):
    assert contrast(theme.tone(tone), theme.tone(ground)) >= 4.5


@pytest.mark.parametrize("theme", [DARK, PROJECTOR], ids=["dark", "projector"])
def test_what_is_disabled_can_still_be_read(theme):
    assert contrast(theme.tone("disabled"), theme.tone("sunken")) >= 4.5


@pytest.mark.parametrize("tone", ["accent", *RUNG_TONES])
def test_dark_words_stand_out_from_bright_fills(tone):
    assert contrast(DARK.tone("on_accent"), DARK.tone(tone)) >= 4.5


def test_no_text_is_smaller_than_twelve_pixels():
    assert min(role.size for role in DARK.roles.values()) == SMALLEST_TEXT == 12


def test_every_role_has_a_tone_of_the_theme():
    assert {role.tone for role in DARK.roles.values()} <= set(DARK.tones)


def test_an_unknown_tone_or_role_names_those_there_are():
    with pytest.raises(UnknownTone, match="accent"):
        DARK.tone("mauve")
    with pytest.raises(UnknownRole, match="heading"):
        DARK.role("shouting")


def test_there_is_no_rung_outside_the_ladder():
    with pytest.raises(ValueError, match="0 to 7"):
        rung_tone(RUNGS)


@given(st.integers(1024, 7680), st.integers(600, 4320), st.floats(0.75, 2))
def test_a_scale_leaves_screens_their_smallest_logical_window(width, height, wanted):
    scale = largest_scale((width, height), wanted)
    assert scale <= wanted
    assert width / scale >= SMALLEST_LOGICAL[0] - 1e-6
    assert height / scale >= SMALLEST_LOGICAL[1] - 1e-6


def test_full_high_definition_allows_two_hundred_percent():
    assert largest_scale((1920, 1080), 2.0) == 2.0


def test_larger_screens_start_with_a_larger_interface():
    assert suggested_scale((1024, 600)) == suggested_scale((1280, 720)) == 1.0
    assert suggested_scale((1920, 1080)) == 1.3
    assert suggested_scale((3840, 2160)) == 2.0


def test_a_projector_is_given_a_larger_interface_as_far_as_screens_still_fit():
    assert suggested_scale((1920, 1080), projector=True) == 1.5
    assert suggested_scale((1280, 720), projector=True) == 1.15
    assert suggested_scale((1024, 600), projector=True) == 1.0
