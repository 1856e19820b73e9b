"""Quiet sounds that say that something was heard: a click, and a lower one for what cannot be done now."""

from __future__ import annotations

import pygame

from game.assets import MissingAsset, asset
from game.ui.kit.intents import Choose, Click, Intent, Refused, Toggle

CUE = "ui_confirm"
"""The one sound that nobody asked for: soft, and rare."""

VOLUME = 0.4
"""Share of full volume: nobody in a room should start."""


class Sounds:
    """Plays sounds by their names. The device is opened when the first sound is wanted, and only then."""

    def __init__(self) -> None:
        self.trouble = ""
        """Why nothing can be heard; empty while all is well."""
        self._held: dict[str, pygame.mixer.Sound] = {}

    def play(self, name: str) -> None:
        """Plays a sound, if there is a device."""
        if not self.trouble:
            try:
                self._sound(name).play()
            except (pygame.error, MissingAsset) as error:
                self.trouble = f"No sound can be played: {error}"

    def _sound(self, name: str) -> pygame.mixer.Sound:
        if not pygame.mixer.get_init():
            pygame.mixer.init()
        if name not in self._held:
            self._held[name] = pygame.mixer.Sound(asset(f"sounds/{name}.ogg"))
            self._held[name].set_volume(VOLUME)
        return self._held[name]


def name_of(intent: Intent) -> str:
    """The sound that answers an intent; empty where none does."""
    match intent:
        case Click() | Choose() | Toggle():
            return "ui_click"
        case Refused():
            return "ui_deny"
    return ""
