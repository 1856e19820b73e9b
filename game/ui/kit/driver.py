"""Plays a screen as a person would: finds widgets by id or words, posts events of mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.ui.app import App
from game.ui.kit.intents import Intent
from game.ui.kit.screen import Screen
from game.ui.kit.settings import Settings
from game.ui.kit.tooltip import Tooltip
from game.ui.kit.widget import Widget, overflowing, walk

_MODIFIERS = {"shift": pygame.KMOD_LSHIFT, "ctrl": pygame.KMOD_LCTRL, "alt": pygame.KMOD_LALT}
FRAME = 1 / 60


class NotFound(LookupError):
    """No widget has the id or words that were looked for; the message lists those there are."""


class Covered(AssertionError):
    """A click in the middle of a widget would hit something else, or nothing."""


class Driver:
    """A window with one screen in it, driven by events. ``heard`` collects the intents it was told."""

    def __init__(
        self, screen: Screen, size: tuple[int, int] = (1280, 720), settings: Settings | None = None
    ) -> None:
        self.heard: list[Intent] = []
        self.app = App(settings, size)
        self.app.push(self._listening(screen))
        self.step()

    def close(self) -> None:
        """Closes the window."""
        self.app.close()

    def step(self, seconds: float = FRAME) -> bool:
        """One frame; true while something moves."""
        return self.app.step(seconds)

    def find(self, widget_id: str) -> Widget:
        """The widget with this id; raises ``NotFound``."""
        widgets = self.app.view.widgets
        if widget_id not in widgets:
            raise NotFound(f"no widget {widget_id!r}; there are: {', '.join(sorted(widgets))}")
        return widgets[widget_id]

    def with_words(self, words: str) -> Widget:
        """The first widget that shows or is described by these words; raises ``NotFound``."""
        for widget in walk(self.app.view.scope):
            if words in widget.texts or words in (widget.accessible, widget.describe()):
                return self.app.view.control(widget) or widget
        raise NotFound(f"no widget says {words!r}; there are: {self.words()}")

    def words(self) -> list[str]:
        """All texts on the screen, in reading order."""
        return [text for widget in walk(self.app.view.root) for text in widget.texts]

    def explanation(self) -> Tooltip | None:
        """The explanation that is open."""
        found = self.app.view.explained()
        return found[1] if found else None

    def overflowing(self) -> list[str]:
        """Ids of widgets whose content does not fit."""
        return overflowing(self.app.view.root)

    def missing_letters(self) -> str:
        """Letters on the screen that no face has."""
        return self.app.look.type.missing("".join(self.words()))

    def click(self, widget_id: str) -> None:
        """Clicks in the middle of a widget; raises ``Covered`` if something else is hit there."""
        widget = self.find(widget_id)
        at = widget.rect.center
        hit = self.app.view.at(at)
        view = self.app.view
        if hit is None or (widget not in view.ancestors(hit) and hit is not view.control(widget)):
            found = hit.id if hit else "nothing"
            raise Covered(f"a click at {at} in the middle of {widget_id!r} hits {found}")
        self.click_at(at)

    def click_at(self, at: tuple[int, int], button: int = 1) -> None:
        """Clicks at a place in the window."""
        self.point(at)
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button, touch=False))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=button, touch=False))
        self.step()

    def point(self, at: tuple[int, int], held: bool = False) -> None:
        """Moves the mouse; ``held`` with the left button down."""
        before = self.app.view.memory.pointer
        by = (at[0] - before[0], at[1] - before[1])
        buttons = (1 if held else 0, 0, 0)
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=by, buttons=buttons, touch=False)
        )
        self.step()

    def hover(self, widget_id: str, seconds: float = 0.5) -> None:
        """Rests the mouse on a widget."""
        self.point(self.find(widget_id).rect.center)
        self.step(seconds)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Presses at one place, moves to another, lets go."""
        self.point(start)
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1, touch=False))
        self.step()
        self.point(end, held=True)
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=end, button=1, touch=False))
        self.step()

    def wheel(self, up: float) -> None:
        """Turns the wheel where the mouse is."""
        event = {
            "x": 0,
            "y": int(up),
            "precise_x": 0.0,
            "precise_y": float(up),
            "flipped": False,
            "touch": False,
        }
        pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, event))
        self.step()

    def press(self, *keys: str) -> None:
        """Presses keys such as ``"tab"``, ``"ctrl+s"`` or ``"return"``, one after the other."""
        for key in keys:
            *modifiers, name = key.split("+") if len(key) > 1 else [key]
            mask = sum(_MODIFIERS[modifier] for modifier in modifiers)
            code = pygame.key.key_code(name)
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mask, unicode="", scancode=0))
            pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=mask, unicode="", scancode=0))
            self.step()

    def type(self, text: str) -> None:
        """Types letters as the keyboard and input methods send them."""
        for letter in text:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        self.step()

    def drop(self, path: Path) -> None:
        """Drops a file on the window."""
        pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(path)))
        self.step()

    def resize(self, size: tuple[int, int]) -> None:
        """Gives the window another size."""
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        self.step()

    def picture(self, path: Path) -> Path:
        """Writes the window as PNG."""
        pygame.image.save(self.app.window.surface, path)
        return path

    def _listening(self, screen: Screen) -> Screen:
        """The screen, with its intents written down before it handles them."""
        handle = screen.handle

        def listen(intent: Intent) -> None:
            self.heard.append(intent)
            handle(intent)

        screen.handle = listen  # type: ignore[method-assign]
        return screen
