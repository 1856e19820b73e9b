"""The map of the theatre: ground, names, fronts, and the playback of a turn.

``MapView`` is what screens use; it shows a ``Geography`` through a ``Camera``. Borders that are in dispute
are never drawn as settled (``style``), and ``style.DISCLAIMER`` is to be shown where the game starts and is
credited.
"""
