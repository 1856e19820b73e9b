"""Whatever somebody clicks, types and drags, the window goes on, and closes wherever it is closed."""

from collections import deque
from random import Random

import pygame
import pytest

from game.session.save import Saves
from game.ui.app import App
from game.ui.kit import Settings
from game.ui.start import Start

KEYS = (
    "tab", "return", "escape", "space", "up", "down", "left", "right", "pageup", "pagedown", "home", "end",
    "backspace", "delete", "u", "a", "f", "m", "r", "1", "f12",
)  # fmt: skip
TEXTS = ("x", "🙂", "מ", "\u200f", "\u202e", "e\u0301", "a" * 500, "-1", "../..")
SIZES = ((1, 1), (300, 60), (1024, 600), (1280, 720), (1280, 720), (1920, 1080))


class Monkey:
    """Does something at random in the window, again and again."""

    def __init__(self, seed: int, saves: Saves) -> None:
        self._random = Random(seed)
        self._saves = saves
        self.done: deque[tuple[str, object]] = deque(maxlen=30)
        self.app = self._opened()

    def act(self) -> None:
        """One thing, and a frame after it; where that closed the window, it is opened again."""
        deeds = (self._click, self._press, self._type, self._size, self._wheel, self._drag, self._quit)
        deed = self._random.choices(deeds, (60, 14, 6, 3, 4, 4, 1))[0]
        self.done.append((f"{type(self.app.screen).__name__} {deed.__name__}", deed()))
        self.app.step(self._random.choice((0.02, 0.3, 5.0)))
        if not self.app.running:
            self.app.close()
            self.app = self._opened()

    def _opened(self) -> App:
        minutes = self._random.choice((None, 2))
        app = App(Settings(minutes=minutes), size=(1280, 720))
        app.push(Start(app, self._saves).opening(None))
        app.step(0.02)
        return app

    def _post(self, kind: int, **told: object) -> None:
        pygame.event.post(pygame.event.Event(kind, **told))

    def _click(self) -> str:
        there = [each for each in self.app.view.widgets.values() if each.focusable and each.id != "quit"]
        if not there:
            return ""
        widget = self._random.choice(there)
        self._button(pygame.MOUSEBUTTONDOWN, widget.rect.center)
        self._button(pygame.MOUSEBUTTONUP, widget.rect.center)
        return widget.id

    def _button(self, kind: int, at: tuple[int, int]) -> None:
        self._post(kind, pos=at, button=1, touch=False)

    def _press(self) -> str:
        key = self._random.choice(KEYS)
        self._post(pygame.KEYDOWN, key=pygame.key.key_code(key), mod=0, unicode="", scancode=0)
        return key

    def _type(self) -> str:
        text = self._random.choice(TEXTS)
        self._post(pygame.TEXTINPUT, text=text)
        return text

    def _size(self) -> tuple[int, int]:
        size = self._random.choice(SIZES)
        self._post(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])
        return size

    def _wheel(self) -> int:
        up = self._random.choice((-3, 3))
        self._post(
            pygame.MOUSEWHEEL, x=0, y=up, precise_x=0.0, precise_y=float(up), flipped=False, touch=False
        )
        return up

    def _drag(self) -> tuple[int, int]:
        start, end = ((self._random.randrange(1280), self._random.randrange(720)) for _ in range(2))
        self._button(pygame.MOUSEBUTTONDOWN, start)
        self._post(pygame.MOUSEMOTION, pos=end, rel=(9, 9), buttons=(1, 0, 0), touch=False)
        self._button(pygame.MOUSEBUTTONUP, end)
        return end

    def _quit(self) -> None:
        self._post(pygame.QUIT)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2))
def test_nothing_that_is_done_at_random_ends_the_window(seed, tmp_path, monkeypatch):
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("game.ui.app.platformdirs.user_pictures_dir", lambda: str(tmp_path / "pictures"))
    monkey = Monkey(seed, Saves.of_user())
    try:
        for _ in range(600):
            monkey.act()
    except Exception as error:
        error.add_note("\n".join(map(str, monkey.done)))
        raise
    finally:
        monkey.app.close()
