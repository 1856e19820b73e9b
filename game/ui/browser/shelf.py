"""The scenarios at hand, read one after the other in slices, and kept until their files change."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import pygame

from game.scenario.files import real
from game.scenario.models import Scenario
from game.scenario.problems import ScenarioError
from game.scenario.shelf import Glance, Stamp, files_behind, glances, inspecting, stamp, stamp_of_all
from game.ui.browser.card import ScenarioCard, broken, glanced, scenario_card
from game.ui.kit import Progress

PICTURE = (512, 288)
"""Pixels of a scenario's picture; it is shown smaller."""

_Key = tuple[str, str | None]


class Shelf:
    """Cards of all scenarios, in order; held for as long as the window is open, so that coming back costs nothing.

    ``skin`` is the invented names under which they are told; None for the real ones.
    """

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self.skin: str | None = None
        self.trouble = ""
        """Why the files cannot be listed; empty where they can."""
        self._folders, self._given = folders, list[Path]()
        self._seen: Stamp | None = None
        self._glances: list[Glance] = []
        self._stamps: dict[str, Stamp] = {}
        self._read: dict[_Key, tuple[Stamp, ScenarioCard]] = {}
        self._scenarios: dict[_Key, Scenario] = {}
        self._pictures: dict[_Key, pygame.Surface] = {}

    def look(self, *, again: bool = False) -> bool:
        """Looks whether files came, went or changed; true if so. With ``again`` everything is read anew."""
        seen = stamp_of_all(self._folders, self._given)
        if seen == self._seen and not again:
            return False
        self._seen = seen
        if again:
            self._read.clear()
        try:
            self._glances, self.trouble = glances(self._folders, self._given), ""
        except ScenarioError as error:
            self._glances, self.trouble = [], str(error)
        self._stamps = {each.key: stamp(files_behind(each.path)) for each in self._glances}
        return True

    def give(self, path: Path) -> str:
        """Puts a file anywhere on the shelf for as long as the window is open; the key of its card."""
        if path not in self._given:
            self._given.append(path)
        self.look()
        same = (each.key for each in self._glances if real(each.path) == real(path))
        return next(same, path.as_posix())

    @property
    def cards(self) -> list[ScenarioCard]:
        """What is known of each scenario by now."""
        return [self._card(each) for each in self._glances]

    def picture(self, key: str) -> pygame.Surface | None:
        """The picture of a scenario once it is drawn."""
        return self._pictures.get((key, self.skin))

    def reading(self, first: str = "") -> Generator[Progress, None, None]:
        """Reads what is not read yet or has changed, and draws the pictures; what is needed ``first`` comes first."""
        order = sorted(self._glances, key=lambda each: each.key != first)
        for each in order[:1]:
            yield from self._reading(each, 0.0)
            yield from self._drawing(each, 0.0)
        both = 2 * len(order)
        for number, each in enumerate(order):
            yield Progress(number / both, f"Reading {each.path.name}")
            yield from self._reading(each, number / both)
        for number, each in enumerate(order, start=len(order)):
            yield from self._drawing(each, number / both)

    @property
    def unread(self) -> list[str]:
        """Keys of the scenarios that were not read yet, or changed since."""
        return [each.key for each in self._glances if not self._is_current(each)]

    def _key(self, glance: Glance) -> _Key:
        return glance.key, self.skin

    def _is_current(self, glance: Glance) -> bool:
        read = self._read.get(self._key(glance))
        return read is not None and read[0] == self._stamps[glance.key]

    def _card(self, glance: Glance) -> ScenarioCard:
        read = self._read.get(self._key(glance))
        return glanced(glance) if read is None else read[1]

    def _reading(self, glance: Glance, done: float) -> Generator[Progress, None, None]:
        if self._is_current(glance):
            return
        key, found = self._key(glance), self._stamps[glance.key]
        self._scenarios.pop(key, None)
        self._pictures.pop(key, None)
        steps = inspecting(glance.path, self.skin)
        try:
            while True:
                next(steps)
                yield Progress(done, f"Reading {glance.path.name}")
        except StopIteration as end:
            self._read[key] = found, scenario_card(glance, end.value)
            self._scenarios[key] = end.value.scenario
        except ScenarioError as error:
            self._read[key] = found, broken(glance, tuple(str(error).splitlines()))

    def _drawing(self, glance: Glance, done: float) -> Generator[Progress, None, None]:
        # Loaded late: the map is large, and the list stands without it.
        from game.ui.map.thumbnail import thumbnail_steps

        key = self._key(glance)
        if key not in self._scenarios or key in self._pictures:
            return
        for picture in thumbnail_steps(self._scenarios[key], PICTURE):
            if picture is not None:
                self._pictures[key] = picture
            yield Progress(done, f"Drawing {glance.title}")
