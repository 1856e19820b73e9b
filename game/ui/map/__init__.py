"""The map of the theatre: ground, names, fronts, and the playback of a turn.

``MapView`` is what screens use; it shows an ``Atlas`` (a part of a base map, or a scheme) through a ``Camera``.
Borders that are in dispute are never drawn as settled (``style``), and ``style.DISCLAIMER`` is to be shown where
the game starts and is credited.

A screen keeps one view, renders it in slices, and draws it whenever it likes::

    view = MapView(atlas_of(scenario), (928, 818), tints={"northland": ((255, 138, 61), 0.6)}, scale=1.0)
    chips = view.mark([FrontMark("lake", "Lake", "anchor", 56.4, 26.6, 2, "harassment", trend=-1)])
    for _ in view.rendering():
        ...                                   # a step of some twenty milliseconds
    view.draw(window, (300, 48))
    Playback(view, events, view.fronts.kept()).draw(window.subsurface(map_rectangle), seconds)
"""
