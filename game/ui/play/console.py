"""What a facilitator is offered in the window: the acts of the session in words, and what is shown after each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.session.acts import DOES, GIVEN_BACK, NO_EVENTS, NOTHING_CHOSEN
from game.session.facilitator import LONGEST_NOTE, Facilitator, Possible, WayBack
from game.session.kept import KeptGame
from game.session.wording import begun
from game.ui.app import App
from game.ui.kit import Screen
from game.ui.play.acts import ActsScreen, Offer, Part
from game.ui.play.clock import figures
from game.ui.play.true_values import TrueValuesScreen

_INTRODUCTION = (
    "For whoever leads the group. Nothing secret is shown here. Every act is written into the game with its turn, "
    "saved at once, and told in the debrief."
)

_NO_CLOCK = "No decision has a clock now. Settings, Time for a decision."


class Console:
    """Opens the facilitator's screen over the pause, or over the end of a game, where only taking back is left.

    ``on_moved`` is told how many screens to close to play on: its own, and the pause if there is one.
    """

    def __init__(self, app: App, kept: KeptGame, on_moved: Callable[[int], None]) -> None:
        self.app, self.kept, self.on_moved = app, kept, on_moved
        self._screens = 1 if kept.session.over else 2
        self.facilitator = Facilitator(kept)

    def screen(self) -> Screen:
        """The acts that there are now."""
        return ActsScreen(
            "Facilitator",
            self._where,
            _INTRODUCTION,
            self.parts,
            on_done=self.app.pop,
            on_note=self._note,
            longest_note=LONGEST_NOTE,
        )

    def parts(self) -> tuple[Part, ...]:
        """Every act but the note, by kind."""
        back = Part("Take back", tuple(self._taking_back()), NOTHING_CHOSEN)
        if self.kept.session.over:
            return (back,)
        return (
            Part("Time", (self._extending(),)),
            back,
            Part("Something happens", (self._choosing_an_event(),)),
            Part("Show and end", (self._revealing(), self._ending())),
        )

    @property
    def _where(self) -> str:
        session = self.kept.session
        stage = "the end" if session.over else session.wording.stage(session.stage)
        return f"{session.scenario.title} · turn {session.turn}, {stage}"

    # --- taking back -----------------------------------------------------------------------------------

    def _taking_back(self) -> Iterator[Offer]:
        for seat in self.facilitator.committed:
            yield self._handing_back(seat)
        for number, way in enumerate(self.facilitator.ways_back):
            yield self._way_back(number, way)

    def _handing_back(self, seat: int) -> Offer:
        name = self.kept.session.wording.actor(seat)
        return Offer(
            id=f"give:{seat}",
            name=f"{name} decides again",
            button="Give back",
            does=GIVEN_BACK.format(power=name),
            logged=self.facilitator.told("undo", self.facilitator.committed_by(seat)),
            act=lambda: self._moving(lambda: self.facilitator.hand_back(seat)),
        )

    def _way_back(self, number: int, way: WayBack) -> Offer:
        return Offer(
            id=f"back:{number}",
            name=f"Back to {way.place}",
            button="Take back",
            does=f"Undoes {way.undoes}. {DOES['undo']}",
            logged=self.facilitator.told("undo", self.facilitator.taken_back(way)),
            act=lambda: self._moving(lambda: self.facilitator.take_back(way)),
            key="b" if number == 0 else "",
        )

    # --- time ------------------------------------------------------------------------------------------

    def _extending(self) -> Offer:
        countdown = self.kept.countdown
        left = f" Left now: {figures(countdown.seconds)}." if countdown is not None else ""
        return Offer(
            id="extend",
            name="More time",
            button="Five more minutes",
            does=DOES["extend"] + left,
            logged=self.facilitator.told("extend", self.facilitator.more_time),
            act=self._extend,
            key="m",
            refusal="" if countdown is not None else _NO_CLOCK,
        )

    def _extend(self) -> None:
        self.facilitator.extend()
        self._warn()

    # --- events ----------------------------------------------------------------------------------------

    def _choosing_an_event(self) -> Offer:
        none = "" if self.facilitator.events else NO_EVENTS
        return Offer(
            id="events",
            name="An event",
            button="Choose…",
            does="An event of this scenario happens now, by your choice instead of by chance.",
            act=lambda: self.app.push(self._events()),
            key="e",
            refusal=none,
        )

    def _events(self) -> Screen:
        part = Part("Events", tuple(map(self._event, self.facilitator.events)))
        return ActsScreen(
            "An event by choice", self._where, DOES["inject"], lambda: [part], on_done=self.app.pop
        )

    def _event(self, event: Possible) -> Offer:
        return Offer(
            id=f"event:{event.id}",
            name=begun(event.name),
            button="Let it happen",
            does=event.text,
            brings=event.brings,
            logged=self.facilitator.told("inject", event.id),
            act=lambda: self._moving(lambda: self.facilitator.inject(event.id), over=1),
            refusal=event.refusal,
        )

    # --- showing, noting, ending -------------------------------------------------------------------------

    def _revealing(self) -> Offer:
        return Offer(
            id="reveal",
            name="Show the true values",
            button="Show…",
            does=DOES["reveal"],
            logged=self.facilitator.told("reveal"),
            act=self._reveal,
            key="v",
        )

    def _ending(self) -> Offer:
        return Offer(
            id="stop",
            name="End the game here",
            button="To the debrief…",
            does=DOES["stop"],
            logged=self.facilitator.told("stop"),
            act=lambda: self._moving(self.facilitator.stop),
            key="x",
            danger=True,
        )

    # --- carrying out ----------------------------------------------------------------------------------

    def _moving(self, act: Callable[[], None], over: int = 0) -> None:
        """Carries out an act after which the game stands elsewhere, and plays on; ``over`` the console lie so many."""
        act()
        self._warn()
        self.on_moved(self._screens + over)

    def _reveal(self) -> None:
        values = self.facilitator.reveal()
        self._warn()
        self.app.push(TrueValuesScreen(self._where, values, self.app.pop))

    def _note(self, text: str) -> str:
        self.facilitator.note(text)
        return self.kept.warning or "Written down."

    def _warn(self) -> None:
        if self.kept.warning:
            self.app.say(self.kept.warning)
