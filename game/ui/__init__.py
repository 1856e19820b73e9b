"""The window: a widget kit, the map and the screens, drawn with pygame-ce."""

import os

# The terminal belongs to the player: a game that starts says nothing but what goes wrong.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
