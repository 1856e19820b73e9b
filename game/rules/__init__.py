"""The rules of the game: pure functions on integer arrays whose last axis is games.

Nothing here knows a screen, a file, a clock or a global random state. One implementation of each rule
serves a real game (a batch of one), a forecast, a search and the lab.
"""
