"""Opens the window: on the start screen, or on a game at once. Leads from the start screen into games."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.home import home
from game.session.save import DamagedSave, SaveError, Saves
from game.ui.app import App
from game.ui.kit import Screen, Settings
from game.ui.screens.backdrop import shared_backdrop
from game.ui.screens.credits import CreditsScreen
from game.ui.screens.kept_settings import read_settings, write_settings
from game.ui.screens.saved import SavedScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.start import StartModel, StartScreen
from game.ui.screens.unfinished import unfinished

if TYPE_CHECKING:
    from game.scenario.shipped import Loaded
    from game.session.kept import KeptGame
    from game.session.seats import SeatPlan
    from game.session.session import Session
    from game.ui.browser.shelf import Shelf


TUTORIAL = "two_messages"
"""The scenario that *Learn* begins."""

_LARGEST_SEED = 2**32


def run(kept: KeptGame | None = None, folder: Path | None = None) -> None:
    """Opens the window and returns when it is closed. ``folder`` takes the place of the user's own.

    Raises NoDisplay where there is no screen.
    """
    kept_in = home(folder)
    settings, notice = read_settings(kept_in)
    app = App(settings, changed=lambda changed: _keep(app, kept_in, changed))
    if notice:
        app.say(notice)
    app.run(Start(app, Saves.of_user(folder)).opening(kept))


def _keep(app: App, folder: Path, settings: Settings) -> None:
    trouble = write_settings(folder, settings)
    if trouble:
        app.say(trouble)


class Start:
    """The ways from the start screen into a game and back."""

    def __init__(self, app: App, saves: Saves) -> None:
        self.app, self.saves = app, saves
        self._known: Shelf | None = None
        self._chosen = ""

    def opening(self, kept: KeptGame | None) -> Screen:
        """The start screen, or a game where one was given."""
        return self.screen() if kept is None else self._game(kept)

    def screen(self) -> Screen:
        """The start screen as things stand on the disk."""
        model = self._model()
        return StartScreen(
            model,
            on_new=self._browse,
            on_learn=self._learn,
            on_saved=lambda: self.app.replace(SavedScreen(self.saves, self._resume, self._home)),
            on_settings=lambda: self.app.push(SettingsScreen(on_done=self.app.pop)),
            on_credits=lambda: self.app.push(CreditsScreen(on_done=self.app.pop)),
            on_quit=self.app.quit,
            on_continue=self._continue if model.unfinished else None,
        )

    def _home(self) -> None:
        self.app.caption = ""
        shared_backdrop().hidden = False
        self.app.replace(self.screen())

    # --- continue --------------------------------------------------------------------------------------

    def _model(self) -> StartModel:
        try:
            newest = self.saves.newest()
        except SaveError as error:
            return StartModel(trouble=self._told(error))
        if newest is None:
            return StartModel(saved=bool(self.saves.named()))
        try:
            return StartModel(unfinished=unfinished(self.saves.read(newest)), saved=True)
        except DamagedSave as damage:
            if damage.last_good is None:
                return StartModel(trouble=self._told(damage), saved=True)
            told = f"The newest save is damaged: {damage.what}. The last good one before it is offered."
            return StartModel(unfinished=unfinished(self.saves.read(damage.last_good), told), saved=True)
        except SaveError as error:
            return StartModel(trouble=self._told(error), saved=True)

    def _told(self, error: Exception) -> str:
        """What went wrong, with files named as they lie among the saves: a whole path fits no line."""
        return str(error).replace(f"{self.saves.folder}{os.sep}", "")

    def _continue(self) -> None:
        newest = self.saves.newest()
        if newest is None:
            self._home()
        else:
            self._resume(newest)

    def _resume(self, path: Path) -> None:
        from game.session.kept import KeptGame

        self._attempt(lambda: self._game(KeptGame.resumed(self._whole(path), self.saves)))

    def _whole(self, path: Path) -> Path:
        """The save itself, or where it is damaged the last good one of the same game."""
        try:
            self.saves.read(path)
        except DamagedSave as damage:
            if damage.last_good is None:
                raise
            return damage.last_good
        return path

    # --- a new game ------------------------------------------------------------------------------------

    def _learn(self) -> None:
        """The tutorial with its first power for a person, without any page before its briefing."""
        from game.scenario.shipped import load_scenario
        from game.ui.screens.seats import PERSON

        power = next(iter(load_scenario(TUTORIAL).scenario.powers))
        self._begin(lambda: load_scenario(TUTORIAL, skin=self._shelf().skin), {power: PERSON}, None)

    def _browse(self, chosen: str = "") -> None:
        from game.ui.browser.screen import BrowserScreen

        self.app.caption = ""
        shelf = self._shelf()
        shared_backdrop().hidden = shelf.skin is not None
        screen = BrowserScreen(
            shelf,
            on_choose=self._seats,
            on_back=self._home,
            on_add=self._add,
            on_names=self._name,
            on_sheets=self._print,
            chosen=chosen or self._chosen,
        )
        self.app.replace(screen)

    def _shelf(self) -> Shelf:
        """The scenarios, looked for when they are first asked for."""
        from game.ui.browser.shelf import Shelf

        if self._known is None:
            self._known = Shelf()
        return self._known

    def _name(self, invented: bool) -> None:
        """Tells all scenarios under invented names, or under their own."""
        from game.scenario.skin import FICTIONAL

        self._shelf().skin = FICTIONAL if invented else None
        shared_backdrop().hidden = invented

    def _print(self, name: str) -> None:
        """Writes the sheets of a scenario, and says where they are or what went wrong."""
        from game.errors import CalibratedError
        from game.report.lesson_sheets import PRINTED, print_sheets
        from game.scenario.shipped import load_scenario
        from game.ui.play.pause import Notice

        try:
            loaded = load_scenario(name, skin=self._shelf().skin)
            file = print_sheets(loaded, mirrored=self.app.settings.mirrored)
        except CalibratedError as error:
            title, told = "The sheets could not be written", str(error)
        else:
            title = "The sheets are written"
            told = f"{PRINTED}\n\n{file}"
        self.app.push(Notice(title, told, self.app.pop))

    def _add(self, path: Path | None) -> None:
        """Shows how scenarios come in, or takes one in at once."""
        from game.home import own_scenarios
        from game.ui.browser.adding import AddScreen

        def added(file: Path) -> None:
            self.app.pop()
            self._browse(self._shelf().give(file))

        screen = AddScreen(on_added=added, on_back=self.app.pop, folder=own_scenarios())
        self.app.push(screen)
        if path is not None:
            screen.take(path)

    def _seats(self, name: str) -> None:
        from game.scenario.shipped import load_scenario

        self._chosen = name

        def load() -> Loaded:
            return load_scenario(name, skin=self._shelf().skin)

        self._attempt(lambda: self._who_plays(load, self._browse))

    def _again(self, session: Session) -> None:
        """The seats of a game as they were, and its dice: to play the other side, or to choose otherwise."""
        self._attempt(
            lambda: self._who_plays(lambda: session.loaded, self._home, session.seats, str(session.seed))
        )

    def _who_plays(
        self,
        load: Callable[[], Loaded],
        on_back: Callable[[], None],
        plan: SeatPlan | None = None,
        seed: str = "",
    ) -> Screen:
        from game.scenario.geography import RegionMap
        from game.scenario.switches import switched
        from game.session.kinds import caption
        from game.ui.screens.adapters import seats_model
        from game.ui.screens.seats import SeatsScreen

        scenario = load().scenario
        self.app.caption = caption(scenario)
        shared_backdrop().hidden = not isinstance(scenario.map, RegionMap)
        screen = SeatsScreen(
            seats_model(scenario, plan),
            on_start=lambda players, seed: self._begin(
                lambda: switched(load(), screen.switched), players, seed
            ),
            on_back=on_back,
            seed=seed,
        )
        return screen

    def _begin(self, load: Callable[[], Loaded], players: dict[str, str], seed: int | None) -> None:
        from game.session.kept import KeptGame
        from game.session.seats import SeatPlan
        from game.session.session import Session
        from game.ui.screens.adapters import seat_texts

        def game() -> Screen:
            loaded = load()
            plan = SeatPlan.parse(loaded.scenario, seat_texts(players))
            chosen = secrets.randbelow(_LARGEST_SEED) if seed is None else seed
            return self._game(KeptGame.begun(Session.new(loaded, plan, chosen), self.saves))

        self._attempt(game)

    def _attempt(self, opened: Callable[[], Screen]) -> None:
        """Shows a screen in the place of the present one, or says why it cannot be opened.

        A scenario may have been damaged since it was listed: its author may be editing it.
        """
        from game.errors import CalibratedError
        from game.ui.play.pause import Notice

        try:
            screen = opened()
        except CalibratedError as error:
            screen = Notice("The game cannot be opened", self._told(error), self._home)
        self.app.replace(screen)

    def _game(self, kept: KeptGame) -> Screen:
        from game.session.kinds import caption
        from game.ui.play.flow import Flow

        self.app.caption = caption(kept.session.scenario)
        return Flow(self.app, kept, self._home, lambda: self._again(kept.session)).opening()
