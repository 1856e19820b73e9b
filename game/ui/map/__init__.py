"""The map of the theatre: ground, names, fronts, and the playback of a turn.

``MapView`` is what screens use; it shows a ``Geography`` through a ``Camera``. Borders that are in dispute
are never drawn as settled (``style``), and ``style.DISCLAIMER`` is to be shown where the game starts and is
credited.

A screen keeps one view, renders it in slices, and draws it whenever it likes::

    view = MapView(load_geography(), (928, 818), tints={"IRN": ((255, 138, 61), 0.6)}, scale=1.0)
    view.show_inset(Inset(pygame.Rect((8, 382), usual_size(view.scale))))
    chips = view.mark([FrontMark("gulf", "Gulf", "anchor", 56.4, 26.6, 2, "harassment", trend=-1)])
    for _ in view.rendering():
        ...                                   # a step of some twenty milliseconds
    view.draw(window, (300, 48))
    Playback(view, events, view.fronts.kept()).draw(window.subsurface(map_rectangle), seconds)
"""
