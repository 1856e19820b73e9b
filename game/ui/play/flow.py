"""The way through one game: who must choose next, what is shown to whom before that, and how it ends.

One person sees everything as their own seat may. Where several share the screen, what happened is first shown as the
public sees it, and an opaque hand-over stands before anything that is meant for one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

from game.players.slices import Found, Slices
from game.report.compared import Asked
from game.report.debrief import debrief
from game.report.luck import LuckTold
from game.report.outcome import outcome
from game.rules.tables import Stage
from game.scenario.flags import flag_of
from game.scenario.geography import RegionMap
from game.session.counsel import Advisers, Counsel
from game.session.countdown import Countdown
from game.session.foresight import Foresight
from game.session.intents import intents
from game.session.kept import KeptGame
from game.session.luck import OtherDice
from game.session.save import SaveError
from game.session.what_if import WhatIf
from game.ui.app import App
from game.ui.kit import Progress, Screen
from game.ui.map.atlas import atlas_of
from game.ui.map.fronts import FrontMark
from game.ui.play.clock import Clock
from game.ui.play.console import Console
from game.ui.play.deciding import Habits, Wiring
from game.ui.play.decision import Decision
from game.ui.play.outlook import Outlook, outlook, to_the_end
from game.ui.play.pause import Notice, Pause
from game.ui.play.planning import Planning
from game.ui.play.position import Reading
from game.ui.play.positions import position, public_position, reader
from game.ui.play.public import PublicView
from game.ui.play.read_again import bulletins, read_rules, to_read
from game.ui.play.reply import Reply
from game.ui.play.situation import situation
from game.ui.play.theatre import Theatre
from game.ui.play.thinking import Steps, Thinking
from game.ui.screens.adapters import briefing_model, resolution_model
from game.ui.screens.backdrop import shared_backdrop
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.ending import EndScreen
from game.ui.screens.hand_over import HandOverScreen
from game.ui.screens.resolution import ResolutionScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.time_up import TimeUpScreen

_ABOUT_STAGES = 8
"""Stages that a turn has at most: what progress is measured against."""


class Flow:
    """Leads through a kept game in a window.

    ``on_leave`` is called when the players go back to the start, ``on_again`` when they want to play it once more.
    """

    def __init__(
        self,
        app: App,
        kept: KeptGame,
        on_leave: Callable[[], None],
        on_again: Callable[[], None],
    ) -> None:
        self.app, self.kept, self.on_leave, self._on_again = app, kept, on_leave, on_again
        self.session = kept.session
        shared_backdrop().hidden = not isinstance(self.session.scenario.map, RegionMap)
        self.theatre, self.habits = Theatre(lambda: atlas_of(kept.session.scenario)), Habits()
        self._told = len(self.session.reports)
        begun = any(entry.choices for entry in self.session.entries)
        self._briefed = set(self.session.seats.people) if begun else set[int]()
        self._bulletins: dict[int, int] = {}
        self._at_screen: int | None = None
        self._foresight: Foresight | None = None
        self._advisers: Advisers | None = None
        self._other_dice: OtherDice | None = None

    def opening(self) -> Screen:
        """The first screen: a briefing, or where the game was left."""
        if self.session.read_only:
            return Notice("This game can be read, not played on", self.session.read_only, self.on_leave)
        return self._next()

    def carry_on(self) -> None:
        """Shows what comes next in the place of the present screen."""
        self.app.replace(self._next())

    def _next(self) -> Screen:
        if self._told < len(self.session.reports):
            return self._resolution()
        if self.session.over:
            return self._ending()
        if self.session.waiting:
            return self._for_seat(self.session.waiting[0])
        return self._thinking()

    # --- what one person sees --------------------------------------------------------------------------

    @property
    def _alone(self) -> bool:
        return len(self.session.seats.people) == 1

    def _for_seat(self, seat: int) -> Screen:
        """What the person at a seat sees next, behind a hand-over where somebody else was at the screen."""
        if self._alone or self._at_screen == seat:
            return self._of_seat(seat)
        name = self.session.seats.seats[seat].power
        power = self.session.scenario.powers[name]
        return HandOverScreen(
            power.name,
            flag_of(self.session.scenario, name),
            lambda: self._sit_down(seat),
            self._show_public,
            on_menu=lambda: self._pause(None),
        )

    def _show_public(self) -> None:
        self.app.push(PublicView(public_position(self.session), self.theatre, self.app.pop))

    def _sit_down(self, seat: int) -> None:
        self._at_screen = seat
        self.app.replace(self._of_seat(seat))

    def _of_seat(self, seat: int) -> Screen:
        if seat not in self._briefed:
            self._briefed.add(seat)
            return BriefingScreen(
                briefing_model(self.session, seat),
                on_done=lambda: self._go_on_at(seat),
                on_rules=lambda: read_rules(self.app, self.session),
            )
        turn_before = self.session.turn - 1
        if self.session.stage is Stage.ORDERS and self._bulletins.get(seat, turn_before) < turn_before:
            self._bulletins[seat] = turn_before
            return bulletins(
                self.app, self.session, self.theatre, seat, turn_before, lambda: self._go_on_at(seat)
            )
        self._bulletins.setdefault(seat, turn_before)
        return self._deciding(seat)

    def _go_on_at(self, seat: int) -> None:
        self.app.replace(self._of_seat(seat))

    def _deciding(self, seat: int) -> Screen:
        shown = position(self.session, seat)
        reading = reader(self.session, seat)
        wiring = Wiring(
            decision=Decision(self.session.draft(seat), reading, shown.power),
            theatre=self.theatre,
            on_commit=lambda keys, reason: self._commit(seat, keys, reason),
            on_menu=lambda: self._pause(seat),
            habits=self.habits,
            foresee=lambda keys: self._foreseen(seat, keys),
            look_on=lambda keys: self._looked_on(seat, keys),
            advise=lambda keys: self._advised(seat, keys),
            intents=intents(self.session),
            clock=self._clock(seat),
        )
        if self.session.stage is Stage.ORDERS:
            return Planning(shown, wiring)
        return Reply(shown, wiring, situation(self.session, seat, reading))

    def _foreseen(self, seat: int, keys: tuple[str, ...]) -> Generator[Progress, None, Outlook]:
        forecast = yield from _with_progress(self._foresees().working(seat, keys))
        return outlook(self.session.wording, seat, forecast)

    def _looked_on(self, seat: int, keys: tuple[str, ...]) -> Generator[Progress, None, tuple[Reading, ...]]:
        return to_the_end((yield from _with_progress(self._foresees().looking_on(seat, keys))))

    def _foresees(self) -> Foresight:
        self._foresight = self._foresight or Foresight(self.session)
        return self._foresight

    def _advised(self, seat: int, keys: tuple[str, ...]) -> Generator[Progress, None, tuple[Counsel, ...]]:
        self._advisers = self._advisers or Advisers(self.session)
        return (yield from _with_progress(self._advisers.working(seat, keys)))

    def _commit(self, seat: int, keys: tuple[str, ...], reason: str) -> None:
        self.kept.commit(seat, keys, reason)
        self._committed()
        self.carry_on()

    def _committed(self) -> None:
        """Says if it could not be saved; where the screen is shared, whoever decided leaves it."""
        if self.kept.warning:
            self.app.say(self.kept.warning)
        if not self._alone:
            self._at_screen = None

    # --- the clock -------------------------------------------------------------------------------------

    def _clock(self, seat: int) -> Clock | None:
        """The clock of the decision that opens, or that is come back to: then it stands where it stood."""
        stage, minutes = self.session.stage, self.app.settings.minutes
        if self.kept.countdown is None and minutes is not None:
            self.kept.countdown = Countdown.of(minutes, stage)
        countdown = self.kept.countdown
        if countdown is None:
            return None
        return Clock(
            self.app,
            countdown,
            stage,
            on_end=lambda: self._time_is_up(seat),
            on_keep=lambda: self._keep_time(countdown),
        )

    def _time_is_up(self, seat: int) -> None:
        name, stage = self.session.seats.seats[seat].power, self.session.stage
        self.kept.pass_by_clock(seat)
        self._committed()
        power, flag = self.session.scenario.powers[name].name, flag_of(self.session.scenario, name)
        self.app.replace(TimeUpScreen(power, flag, stage, self.carry_on))

    def _keep_time(self, countdown: Countdown) -> None:
        """Saves what is left for a decision, as long as it is open."""
        if self.kept.countdown is countdown:
            self.kept.save_time()

    # --- what everybody at the screen sees -------------------------------------------------------------

    def _thinking(self) -> Screen:
        return Thinking(
            "The other governments decide",
            self.theatre,
            self._marks(),
            self._working(),
            self.carry_on,
            on_hurry=self.session.hurry,
        )

    def _working(self) -> Steps:
        """The session's work with how far it is. Who decides, and when, would tell too much."""
        for done, _ in enumerate(self.kept.work()):
            yield Progress(done / (done + _ABOUT_STAGES), "Orders and answers are weighed")

    def _marks(self) -> tuple[FrontMark, ...]:
        seat = self.session.seats.people[0] if self.session.seats.people else 0
        return position(self.session, seat).marks

    def _resolution(self) -> Screen:
        """The stages of the next turn that nobody was shown yet."""
        reports = self.session.reports[self._told :]
        reports = [report for report in reports if report.turn == reports[0].turn]
        self._told += len(reports)
        if all(report.quiet for report in reports):
            return self._next()
        seat = self.session.seats.people[0] if self._alone else None
        model = resolution_model(self.session, reports, seat)
        return ResolutionScreen(model, self.theatre, on_done=self.carry_on, on_menu=lambda: self._pause(seat))

    def _ending(self) -> Screen:
        return EndScreen(
            outcome(self.session),
            on_debrief=self._debrief,
            on_leave=self.on_leave,
            on_take_back=None if self.session.stopped else self._facilitate,
            on_again=self._on_again,
        )

    def _debrief(self) -> None:
        self.app.replace(
            DebriefScreen(
                debrief(self.session),
                WhatIf(self.session),
                self._luck(),
                on_done=lambda: self.app.replace(self._ending()),
                on_export=self._export,
                on_turns=self._turn_by_turn,
            )
        )

    def _turn_by_turn(self) -> None:
        """The whole game once more, as its only person or else the public was told of it."""
        seat = self.session.seats.people[0] if self._alone else None
        last, done = self.session.turn, self.app.pop
        self.app.push(bulletins(self.app, self.session, self.theatre, seat, last, done, "Done"))

    def _luck(self) -> OtherDice:
        """What is worked out on it stays while the game is at this end."""
        self._other_dice = self._other_dice or OtherDice(self.session)
        return self._other_dice

    def _export(self, asked: Sequence[Asked], luck: LuckTold) -> None:
        """Writes the debrief to files, and says where they are or what went wrong."""
        from game.report.export import export
        from game.report.files import NotExported

        mirrored = self.app.settings.mirrored
        try:
            files = export(self.kept, asked, luck, mirrored=mirrored)
        except NotExported as error:
            title, told = "The debrief could not be written", str(error)
        else:
            title = "The debrief is written"
            told = (
                f"A page for a browser, to show or to print:\n{files.page}\n\n"
                f"A table for a spreadsheet:\n{files.sheet}\n\n"
                f"The game, to lay beside those of other groups:\n{files.game}"
            )
        self.app.push(Notice(title, told, self.app.pop))

    # --- the pause -------------------------------------------------------------------------------------

    def _pause(self, seat: int | None) -> None:
        """The pause; between people nobody's own texts can be read in it."""
        title = f"{self.session.scenario.title}, turn {self.session.turn}"
        name = f"{self.session.scenario.id} turn {self.session.turn}"
        countdown = self.kept.countdown if self.app.settings.minutes is not None else None
        self.app.push(
            Pause(
                title,
                name,
                self._save,
                self._settings,
                self._leave,
                self._facilitate,
                to_read=to_read(self.app, self.session, self.theatre, seat),
                warning=self.kept.warning,
                countdown=countdown,
            )
        )

    def _save(self, name: str) -> str:
        try:
            return f"Saved: {self.kept.save_as(name).name}"
        except SaveError as error:
            return str(error)

    def _facilitate(self) -> None:
        self.app.push(Console(self.app, self.kept, self._moved).screen())

    def _moved(self, screens: int) -> None:
        """Plays on from where a facilitator brought the game to, with so many screens closed before."""
        self._told = min(self._told, len(self.session.reports))
        seen = self.session.turn - 1
        self._bulletins = {seat: min(turn, seen) for seat, turn in self._bulletins.items()}
        self._at_screen = self._other_dice = None
        for _ in range(screens):
            self.app.pop()
        self.carry_on()

    def _settings(self) -> None:
        self.app.push(SettingsScreen(on_done=self.app.pop))

    def _leave(self) -> None:
        self.app.pop()
        self.on_leave()


def _with_progress(working: Generator[None, None, Found]) -> Generator[Progress, None, Found]:
    """Work in slices that tells how far it is, as far as a number of stages that is not known beforehand allows."""
    slices = Slices(working)
    for steps, _ in enumerate(slices, start=1):
        yield Progress(steps / (steps + _ABOUT_STAGES))
    return slices.found
