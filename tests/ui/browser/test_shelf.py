"""The shelf of scenarios without a window: what it says of its progress."""

from game.ui.browser.shelf import Shelf
from game.ui.kit import Progress


def test_progress_never_goes_back_and_is_not_whole_while_pictures_are_drawn(own, monkeypatch):
    monkeypatch.setattr(
        "game.ui.browser.shelf.Shelf._drawing", lambda _, glance, done: iter([Progress(done, glance.title)])
    )
    shelf = Shelf([own])
    shelf.look()
    told = [each.fraction for each in shelf.reading()]
    assert told == sorted(told)
    assert 0.5 < told[-1] < 1
