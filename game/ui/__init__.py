"""The window: a widget kit, the map and the screens, drawn with pygame-ce."""
