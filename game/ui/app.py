"""The main loop: a stack of screens in one window, drawn when something changed, fed with intents.

Nothing here waits or uses threads: long work runs in slices (``App.run_work``). While nothing moves the loop
turns slowly, which costs less than a hundredth of a core (``pygame.event.wait`` polls, and costs three).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import platformdirs
import pygame

from game.disk import refusal
from game.ui.kit.canvas import Canvas
from game.ui.kit.intents import Hover, Intent, Point, Quit, Resize
from game.ui.kit.labels import Label
from game.ui.kit.layout import Column, Row
from game.ui.kit.look import Look
from game.ui.kit.memory import Memory
from game.ui.kit.reading import key_name, read, writing
from game.ui.kit.screen import Screen
from game.ui.kit.settings import Settings
from game.ui.kit.sound import CUE, Sounds, name_of
from game.ui.kit.text import writable
from game.ui.kit.view import HOVER_SECONDS, View
from game.ui.kit.widget import Widget
from game.ui.kit.window import TITLE, Window
from game.ui.kit.work import Progress, Work
from game.ui.theme import largest_scale, suggested_scale

FRAMES_A_SECOND = 60
SLICE_SECONDS = 0.02
_FOLLOW_SECONDS = 0.1
_IDLE_FRAMES_A_SECOND = 20
_AWAKE_SECONDS = 0.5
_NOTICE_SECONDS = 4.0
_CAPTION_HEIGHT = 24
_TOO_SMALL = "Window too small: 1024 × 600 or more shows everything"
_DECIDING = (
    pygame.KEYDOWN,
    pygame.TEXTINPUT,
    pygame.TEXTEDITING,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
)

Result = TypeVar("Result")


class App:
    """The running interface. ``changed`` is told of settings that the player changed by key, to be kept."""

    def __init__(
        self,
        settings: Settings | None = None,
        size: tuple[int, int] = (1280, 720),
        changed: Callable[[Settings], None] = lambda _: None,
    ) -> None:
        self.window = Window(size)
        self.settings = settings or Settings()
        self.running = True
        self._changed = changed
        self._sounds = Sounds()
        self._stack: list[tuple[Screen, Memory]] = []
        self._queued: list[Callable[[], None]] = []
        self._works: list[Work[Any]] = []
        self._notice, self._notice_left, self._unfollowed = "", 0.0, 0.0
        self._caption = ""
        self._stale = self._dirty = True
        self._held: View | None = None
        self._look = Look()
        self._apply(self.settings)

    @property
    def look(self) -> Look:
        """Theme, scale and makers of surfaces as they are now."""
        return self._look

    @property
    def screen(self) -> Screen | None:
        """The screen on top."""
        return self._stack[-1][0] if self._stack else None

    @property
    def view(self) -> View:
        """The top screen's widgets in their places, built anew where that is due."""
        if self._held is None or self._stale:
            screen, memory = self._stack[-1]
            self._held = View(self._built(screen), self._look, memory, self.window.layout_size)
            self._stale, self._dirty = False, True
        return self._held

    @property
    def caption(self) -> str:
        """A line that stands below every screen for as long as it is set; empty for none."""
        return self._caption

    @caption.setter
    def caption(self, text: str) -> None:
        self._caption = text
        self.refresh()

    def _built(self, screen: Screen) -> Widget:
        """The widgets of a screen, with the caption below them where there is one."""
        scale = self._look.scale
        width, height = (int(side / scale) for side in self.window.layout_size)
        if not self._caption:
            return screen.build((width, height), scale)
        tree = screen.build((width, height - _CAPTION_HEIGHT), scale)
        tree.weight = 1
        below = Row(panel="raised", radius=0, justify="center", items="center", height=_CAPTION_HEIGHT)
        return Column(items="stretch")[tree, below[Label(self._caption, role="note", tone="notice")]]

    def push(self, screen: Screen) -> None:
        """Puts a screen on top at the end of this frame."""
        self._queued.append(lambda: self._add(screen))

    def pop(self) -> None:
        """Takes the top screen off at the end of this frame; the window closes after the last one."""
        self._queued.append(self._drop)

    def replace(self, screen: Screen) -> None:
        """Puts a screen in the place of the top one at the end of this frame."""
        self._queued += [self._drop, lambda: self._add(screen)]

    def quit(self) -> None:
        """Closes the window at the end of this frame."""
        self._queued.append(self._stop)

    def refresh(self) -> None:
        """Has the top screen build its widgets anew."""
        self._stale = self._dirty = True

    def say(self, text: str, seconds: float = _NOTICE_SECONDS) -> None:
        """Shows one line at the bottom of the window for a while."""
        self._notice, self._notice_left, self._dirty = text, seconds, True

    def copy(self, text: str) -> None:
        """Puts text on the clipboard, and says so."""
        pygame.scrap.put_text(writable(text))
        self.say("Copied.")

    def cue(self) -> None:
        """Plays one soft sound, if sounds are on, for what happens without anybody's doing."""
        self._sound(CUE)

    def change(self, settings: Settings) -> None:
        """Takes over new settings and tells whoever keeps them."""
        self._apply(settings)
        self._changed(settings)

    def run_work(
        self, steps: Generator[Progress, None, Result], then: Callable[[Result], None] = lambda _: None
    ) -> Work[Result]:
        """Runs a generator in slices between frames, the screen following; ``cancel`` ends it."""
        work = Work(steps, then)
        self._works.append(work)
        return work

    def save_picture(self, folder: Path | None = None) -> Path:
        """Writes what is on screen as PNG, by default into the player's pictures, and returns where."""
        return self.window.save_picture(folder or Path(platformdirs.user_pictures_dir()) / TITLE)

    def run(self, first: Screen) -> None:
        """Opens with a screen and returns when the window is closed."""
        self.push(first)
        clock, quiet = pygame.time.Clock(), 0.0
        try:
            while self.running:
                dt = clock.tick(FRAMES_A_SECOND if quiet < _AWAKE_SECONDS else _IDLE_FRAMES_A_SECOND) / 1000
                quiet = 0.0 if self.step(dt) else quiet + dt
        finally:
            self.close()

    def step(self, dt: float) -> bool:
        """One turn of the loop, ``dt`` seconds after the last. True while anything happens."""
        self._settle_queue()
        events = _thinned(pygame.event.get())
        for event in events:
            self._take(event)
        self._settle_queue()
        moving = self._work(dt) | self._tick(dt)
        self._settle_queue()
        if self._dirty and self._stack:
            self._draw()
        return moving or bool(events)

    def close(self) -> None:
        """Lets go of work, screens and the window."""
        for work in self._works:
            work.cancel()
        while self._stack:
            self._drop()
        self.window.close()

    def _apply(self, settings: Settings) -> None:
        self.settings = settings
        self.window.set_full_screen(settings.full_screen)
        size = self.window.layout_size
        wanted = settings.scale or suggested_scale(size, settings.projector)
        scale = largest_scale(size, wanted)
        if scale < wanted:
            self.say(f"Interface scale limited to {100 * scale:.0f} % in a window of this size")
        self._look = replace(
            self._look,
            theme=settings.theme,
            scale=scale,
            mirrored=settings.mirrored,
            reduced_motion=settings.reduced_motion,
        )
        self.refresh()

    def _take(self, event: pygame.event.Event) -> None:
        if not self._stack:
            return
        if event.type == pygame.KEYDOWN and self._own_key(key_name(event.key, event.mod)):
            return
        # Only what decides something needs the newest tree: a build between two movements would be wasted.
        view = self.view if event.type in _DECIDING or self._held is None else self._held
        for intent in read(event, view):
            self._meant(intent)
        self._dirty = self._dirty or event.type != pygame.MOUSEMOTION or bool(view.memory.pressed)
        self._follow_writing()

    def _meant(self, intent: Intent) -> None:
        self._dirty = True
        self._sound(name_of(intent))
        if isinstance(intent, Resize):
            self.window.resized(intent.size)
            self._apply(self.settings)
        if not isinstance(intent, Hover | Point):
            self._stale = True
        if self.screen is not None:
            self.screen.handle(intent)
        if isinstance(intent, Quit):
            self.quit()

    def _sound(self, name: str) -> None:
        """Plays a sound, if sounds are on; says once that there is no device."""
        if not name or not self.settings.sound:
            return
        silent = bool(self._sounds.trouble)
        self._sounds.play(name)
        if self._sounds.trouble and not silent:
            self.say(self._sounds.trouble)

    def _own_key(self, key: str) -> bool:
        """Full screen, interface scale and pictures work on every screen, dialogs and fields included."""
        settings = self.settings
        wanted = {
            "f11": replace(settings, full_screen=not settings.full_screen),
            "ctrl+0": replace(settings, scale=None),
            "ctrl+-": settings.smaller(self._look.scale),
            **dict.fromkeys(("ctrl+=", "ctrl++", "ctrl+shift+="), settings.larger(self._look.scale)),
        }
        if key == "f12":
            self.say(self._picture_told())
        elif key in wanted:
            self.change(wanted[key])
        return key == "f12" or key in wanted

    def _picture_told(self) -> str:
        """Where the picture of the screen was written to, or why it could not be."""
        try:
            return f"Picture saved: {self.save_picture()}"
        except OSError as error:
            return f"The picture could not be saved: {refusal(error)}."

    def _follow_writing(self) -> None:
        """Tells input methods where the caret is while a field has the focus."""
        field = writing(self._held) if self._held is not None else None
        if field is not None:
            pygame.key.set_text_input_rect(field.caret_rect(self._look, self._stack[-1][1]))

    def _work(self, dt: float) -> bool:
        """A slice of whatever works; the screen follows its progress a few times a second, and its end at once."""
        self._works = [work for work in self._works if not work.done]
        if not self._works:
            return False
        for work in self._works:
            work.run(SLICE_SECONDS / len(self._works))
        self._unfollowed += dt
        if self._unfollowed >= _FOLLOW_SECONDS or any(work.done for work in self._works):
            self._unfollowed = 0.0
            self.refresh()
        return True

    def _tick(self, dt: float) -> bool:
        if not self._stack:
            return False
        screen, memory = self._stack[-1]
        moving = screen.animate(dt)
        rested = memory.hovered_for
        memory.hovered_for += dt
        waiting = bool(memory.hover) and rested < HOVER_SECONDS
        if self._notice_left > 0:
            self._notice_left -= dt
            self._dirty = self._dirty or self._notice_left <= 0
        self._dirty = self._dirty or moving or (waiting and memory.hovered_for >= HOVER_SECONDS)
        return moving or waiting

    def _draw(self) -> None:
        view = self.view
        self._stack[-1][0].background(self.window.surface)
        view.draw(self.window.surface)
        notice = _TOO_SMALL if self.window.too_small else self._notice if self._notice_left > 0 else ""
        if notice:
            _draw_notice(Canvas(self.window.surface, self._look, view.memory), notice)
        self.window.show()
        self._dirty = False

    def _settle_queue(self) -> None:
        while self._queued:
            self._queued.pop(0)()
        if not self._stack and self._held is not None:
            self._stop()

    def _add(self, screen: Screen) -> None:
        screen.app = self
        self._stack.append((screen, Memory(pointer=pygame.mouse.get_pos())))
        self._held = None
        self.refresh()

    def _drop(self) -> None:
        if self._stack:
            screen, _ = self._stack.pop()
            screen.closing()
        self.refresh()
        if self._stack:
            self._held = None

    def _stop(self) -> None:
        self.running = False


def _thinned(events: Sequence[pygame.event.Event]) -> list[pygame.event.Event]:
    """The events without movements that the next event overtakes: only the last place matters."""
    kept: list[pygame.event.Event] = []
    for event in events:
        motion = event.type == pygame.MOUSEMOTION
        if motion and kept and kept[-1].type == pygame.MOUSEMOTION and kept[-1].buttons == event.buttons:
            by = (kept[-1].rel[0] + event.rel[0], kept[-1].rel[1] + event.rel[1])
            kept[-1] = pygame.event.Event(pygame.MOUSEMOTION, {**event.dict, "rel": by})
        else:
            kept.append(event)
    return kept


def _draw_notice(canvas: Canvas, text: str) -> None:
    """One line over the bottom of the window, shortened to what is visible."""
    look, window = canvas.look, canvas.surface.get_rect()
    setting = look.setting("note")
    strip = pygame.Rect(0, 0, window.width, look.type.line_height(setting) + look.whole(8))
    strip.bottom = window.bottom
    canvas.panel(strip, "chosen", radius=0)
    shown = look.type.shorten(text, setting, window.width - look.whole(16))
    canvas.text(shown, strip, setting, look.tone("text"), "center")
