"""Resolution: a stage played over the map, and beside it what was ordered, what came of it, and the ledger moving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from game.ui.kit import (
    Back,
    Bar,
    Button,
    Click,
    Column,
    Flag,
    Intent,
    Key,
    Label,
    Paragraph,
    Row,
    Rule,
    Screen,
    ScrollArea,
    Sign,
    Spacer,
    Tooltip,
    Widget,
)
from game.ui.map.inset import Inset, usual_size
from game.ui.map.outcomes import GotThrough, Interception
from game.ui.map.playback import Event, Playback
from game.ui.play.strips import TOLL_HEIGHT, TOP_HEIGHT
from game.ui.play.surroundings import panel_width
from game.ui.play.theatre import Theatre, inset_fits
from game.ui.screens.bulletin import rung_line
from game.ui.screens.inset_ground import BesideInset, InsetGround
from game.ui.screens.movement import Movement, RungMove
from game.ui.screens.page import lines
from game.ui.screens.story import Beat, events_of

FAST = 4.0
MOVING_SECONDS = 1.6
"""How long the ledger takes to move."""


@dataclass(frozen=True, slots=True)
class ResolutionModel:
    """What a seat sees of some stages carried out together."""

    title: str
    subtitle: str
    flag: str
    beats: tuple[Beat, ...]
    movements: tuple[Movement, ...]
    rungs: tuple[RungMove, ...]
    whose: str = ""
    """Whose ledger it is; empty for the public's."""

    @property
    def told_until(self) -> float:
        """Seconds at 1x until everything is told and the ledger begins to move."""
        return self.beats[-1].until if self.beats else 0.0

    @property
    def duration(self) -> float:
        """Seconds at 1x."""
        return self.told_until + (MOVING_SECONDS if self.movements else 0.0)


@dataclass
class ResolutionScreen(Screen):
    """Plays by itself: 1x or 4x, hold, step to the next part, skip. Enter skips to the end, then goes on.

    ``on_menu`` opens the pause; without it *Escape* does as Enter.
    """

    model: ResolutionModel
    theatre: Theatre
    on_done: Callable[[], None]
    on_menu: Callable[[], None] | None = None
    time: float = 0.0
    speed: float = 1.0
    held: bool = False
    _laid: object = field(default=None, init=False)
    _playbacks: list[tuple[Playback, pygame.Rect]] = field(default_factory=list, init=False)
    _told: int = field(default=0, init=False)
    _room: tuple[int, int] = field(default=(0, 0), init=False)
    """Logical pixels of the screen, without a caption below it."""

    @property
    def over(self) -> bool:
        """Whether everything was shown."""
        return self.time >= self.model.duration

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The map's room on the left with the controls below it, what is told on the right."""
        self._room = size
        return Column(items="stretch")[
            self._heading(),
            Row(weight=1, items="stretch")[
                Column(weight=1, justify="end")[Spacer(), self._controls()],
                Column(width=panel_width(size), panel="panel", padding=14, gap=10)[self._told_so_far()],
            ],
        ]

    def handle(self, intent: Intent) -> None:
        """Plays, holds, steps, skips; moves the map, opens the pause."""
        match intent:
            case Click("menu") | Back() if self.on_menu is not None:
                self.on_menu()
            case Click("hold"):
                self.held = not self.held
            case Click("speed"):
                self.speed = FAST if self.speed == 1.0 else 1.0
            case Click("step"):
                self._step()
            case Click("again"):
                self.time, self.held = 0.0, False
            case Click("on"):
                self._go_on()
            case Back():
                self._go_on()
            case Key(name):
                self.theatre.keyed(name)
            case _:
                self.theatre.heard(intent)

    def animate(self, dt: float) -> bool:
        """Lets time pass and the map come up."""
        if self._room == (0, 0):
            return True
        if self.app.look.reduced_motion and self.time == 0.0:
            self.time = self.model.duration
            self.refresh()
        working = self._place_map() | self.theatre.advance()
        if self.held or self.over:
            return working
        self.time = min(self.model.duration, self.time + dt * self.speed)
        self._refresh_where_due()
        return True

    def background(self, surface: pygame.Surface) -> None:
        """The map, and over it what flies, is stopped and gets through."""
        surface.fill(self.app.look.tone("room"))
        self._place_map()
        self.theatre.draw(surface)
        self._lay()
        for playback, area in self._playbacks:
            visible = area.clip(surface.get_rect())
            if visible.width and visible.height:
                playback.draw(surface.subsurface(visible), self.time)

    def _refresh_where_due(self) -> None:
        told = sum((beat.at <= self.time) + (beat.known <= self.time) for beat in self.model.beats)
        if told != self._told or self.time >= self.model.told_until:
            self._told = told
            self.refresh()

    def _step(self) -> None:
        """To the beginning of the next part, and hold there at its end."""
        later = [beat.until for beat in self.model.beats if beat.until > self.time + 1e-6]
        self.time = min([*later, self.model.duration]) if later else self.model.duration
        self.held = not self.over

    def _go_on(self) -> None:
        if self.over:
            self.on_done()
        else:
            self.time = self.model.duration

    # --- the map ---------------------------------------------------------------------------------------

    def _place_map(self) -> bool:
        """Puts the map where planning has it, so that it stands still. True while its picture is not up to date."""
        look, size = self.app.look, self._room
        width, height = look.whole(size[0]), look.whole(size[1])
        panel = look.whole(panel_width(size))
        top = look.whole(TOP_HEIGHT)
        area = pygame.Rect(0, top, width - panel, height - top - look.whole(TOLL_HEIGHT))
        if look.mirrored:
            area.left = panel
        fits = inset_fits((area.width / look.scale, area.height / look.scale))
        self.theatre.place(area, look.scale, (), inset=fits and self._any_local())
        return not self.theatre.view.ready

    def _lay(self) -> None:
        """Lays the events over the map anew whenever it shows another part of the world."""
        view = self.theatre.view
        inset = view.sight.inset
        laid = (view.camera, view.size, view.scale, inset and tuple(inset.rect))
        if laid == self._laid:
            return
        self._laid = laid
        events = events_of(self.model.beats)
        local = [event for event in events if inset is not None and self._is_local(event, inset)]
        kept = [*view.shapes, *([inset.rect] if inset else [])]
        rest = [event for event in events if event not in local]
        self._playbacks = [(Playback(view, rest, kept), self.theatre.area)]
        if inset is not None:
            self._lay_inset(inset, local, [*kept, *self._playbacks[0][0].tags])

    def _lay_inset(self, inset: Inset, local: list[Event], kept: list[pygame.Rect]) -> None:
        """Lays what happens in the inset over it; what became of it is written beside it, where there is room."""
        view, area = self.theatre.view, self.theatre.area
        projection = view.atlas.geography.projection
        told = [event for event in local if isinstance(event, Interception | GotThrough)]
        flown = [event for event in local if event not in told]
        inside = Playback(InsetGround(inset, projection, view.scale), flown)
        beside = Playback(BesideInset(inset, projection, view.scale, view.size), told, kept)
        self._playbacks += [(inside, inset.rect.move(area.topleft)), (beside, area)]

    def _any_local(self) -> bool:
        """Whether anything happens in the part of the map that an inset would show."""
        shown = self.theatre.view.atlas.inset
        if shown is None:
            return False
        inset = Inset(pygame.Rect((0, 0), usual_size(shown, 1.0)), shown)
        return any(self._is_local(event, inset) for event in events_of(self.model.beats))

    def _is_local(self, event: Event, inset: Inset) -> bool:
        """Whether all of an event lies inside the inset."""
        projection = self.theatre.view.atlas.geography.projection
        ends = [getattr(event, name) for name in ("start", "end", "place") if getattr(event, name, None)]
        return all(inset.shows(lon, lat, projection) for lon, lat in ends)

    # --- the panels ------------------------------------------------------------------------------------

    def _heading(self) -> Widget:
        model = self.model
        return Row(
            panel="panel", line="line", radius=0, padding=8, gap=12, items="center", height=TOP_HEIGHT
        )[
            Flag(model.flag, size=28) if model.flag else None,
            Column(weight=1)[
                Label(model.title, role="subtitle", ellipsis=True),
                Label(model.subtitle, role="note", ellipsis=True),
            ],
            Button("Pause", id="menu", key="escape", kind="quiet") if self.on_menu else None,
        ]

    def _controls(self) -> Widget:
        done = Button("Continue", id="on", key="return", kind="primary")
        skip = Button("Skip", id="on", key="return")
        return Row(panel="panel", padding=10, gap=8, items="center", height=TOLL_HEIGHT)[
            Button("Again", id="again", key="r")
            if self.over
            else Button("Play" if self.held else "Hold", id="hold", key="h"),
            Button(
                "Next part", id="step", key="n", disabled="Everything has been shown." if self.over else None
            ),
            Button(f"Speed {self.speed:g}×", id="speed", key="x", tooltip="Switches between 1× and 4×."),
            Bar(self.time, high=max(self.model.duration, 0.1), weight=1),
            done if self.over else skip,
        ]

    def _told_so_far(self) -> Widget:
        told = [beat for beat in self.model.beats if beat.at <= self.time]
        parts: list[Widget] = [
            _beat(beat, beat.told(self.time), now=beat is told[-1] and not self.over) for beat in told
        ]
        if self.time >= self.model.told_until:
            parts += self._ledger()
        if not parts:
            parts = [Paragraph("Nothing that the public was told of happened.", role="note")]
        return ScrollArea(id="told")[Column(gap=12)[reversed(parts)]]

    def _ledger(self) -> list[Widget]:
        moved = (
            min(1.0, (self.time - self.model.told_until) / MOVING_SECONDS) if self.model.movements else 1.0
        )
        parts: list[Widget] = []
        if self.model.rungs:
            parts.append(
                Column(gap=6)[
                    Label("Fronts", role="heading"), *[rung_line(each) for each in self.model.rungs]
                ]
            )
        if self.model.movements:
            title = f"The ledger: {self.model.whose}" if self.model.whose else "What moved"
            parts.append(
                Column(gap=10)[
                    Label(title, role="heading", ellipsis=True),
                    *[_movement(number, each, moved) for number, each in enumerate(self.model.movements)],
                ]
            )
        return parts


def _beat(beat: Beat, told: tuple[str, ...], *, now: bool) -> Widget:
    return Column(gap=6)[
        Paragraph(beat.title, role="heading", tone="accent" if now else ""),
        lines(told),
        Rule(),
    ]


def _movement(number: int, movement: Movement, moved: float) -> Widget:
    now = movement.before + (movement.after - movement.before) * moved
    causes = Tooltip(movement.name, causes=movement.causes, total=movement.change)
    return Column(id=f"moved:{number}", gap=3, tooltip=causes)[
        Row(gap=8)[
            Sign("up" if movement.after > movement.before else "down", tone=movement.tone),
            Label(movement.name, weight=1, ellipsis=True),
            Label(movement.shown, role="value", tone=movement.tone),
        ],
        Bar(now, high=movement.high, mark=movement.before, tone=movement.tone),
        Label(f"{movement.main.name} {movement.main.value}", role="small", ellipsis=True),
    ]
