"""A game in play that is kept on the disk: saved at every turn's start and with every committed choice."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.session.computers import Progress
from game.session.countdown import Countdown
from game.session.log import GameFile
from game.session.replay import replayed
from game.session.save import SaveError, Saves
from game.session.session import Session

_PARTED = (
    "Somebody goes on with this game in another window. From now on this one is saved as a game of its own."
)


@dataclass
class KeptGame:
    """A session with the place where it is saved.

    A save that fails never stops the game: ``warning`` says what went wrong until one succeeds. Where somebody else
    goes on with the same game, in another window, this one becomes a game of its own, so that neither is lost.
    """

    session: Session
    saves: Saves
    name: str
    warning: str = ""
    countdown: Countdown | None = None
    """The clock of the first decision that is waited for; none where none was begun."""
    saved: Path | None = field(default=None, init=False)
    """The newest autosave of this game, as far as it is known here."""
    _holds_this: bool = field(default=False, init=False)
    """Whether the newest autosave is one of this game as it stands now, but for the clock."""

    @classmethod
    def begun(cls, session: Session, saves: Saves) -> "KeptGame":
        """A game that has just begun, saved for the first time."""
        kept = cls(session, saves, _new_name(session))
        kept.save()
        return kept

    @classmethod
    def resumed(cls, path: Path, saves: Saves) -> "KeptGame":
        """The game in a file, replayed. Raises SaveError, DamagedSave or ReplayError."""
        file = saves.read(path)
        countdown = Countdown(file.time_left) if file.time_left is not None else None
        kept = cls(replayed(file), saves, file.game, countdown=countdown)
        kept.saved = saves.newest_of(kept.name)
        return kept

    def file(self) -> GameFile:
        """The game as a file holds it."""
        session = self.session
        return GameFile(
            game=self.name,
            header=session.header,
            scenario=session.loaded.source_text,
            entries=tuple(session.entries),
            pending=tuple(session.pending.values()),
            pending_acts=tuple(session.pending_acts),
            time_left=self.countdown.seconds if self.countdown is not None else None,
            over=session.over,
        )

    def save(self) -> None:
        """Write the next autosave; a game that is read-only is left as it is on the disk."""
        self._save(again=False)

    def save_time(self) -> None:
        """Write what the clock leaves into the newest autosave: nothing else in it is new, so no older one goes."""
        self._save(again=self._holds_this)

    def _save(self, again: bool) -> None:
        if self.session.read_only:
            return
        try:
            parted = self.saves.newest_of(self.name) not in (self.saved, None)
            if parted:
                self.name = _new_name(self.session)
            self.saved = self.saves.autosave(self.file(), again=again)
        except SaveError as error:
            self._holds_this, self.warning = False, str(error)
        else:
            self._holds_this, self.warning = True, _PARTED if parted else ""

    def save_as(self, name: str) -> Path:
        """Write the game under a name. Raises SaveError."""
        return self.saves.save_as(self.file(), name)

    def commit(self, seat: int, options: Sequence[str], reason: str = "") -> None:
        """Commit a person's choices and save them before any dice are rolled. Raises as ``Session.commit``."""
        self.session.commit(seat, options, reason)
        self.countdown = None
        self.save()

    def pass_by_clock(self, seat: int) -> None:
        """Commit a pass in every slot for a person whose time ran out, and save it. Raises as ``Session.commit``."""
        self.session.commit(seat, self.session.draft(seat).nothing, by="clock")
        self.countdown = None
        self.save()

    def work(self) -> Iterator[Progress]:
        """Carry the game on as ``Session.work`` does, and save once it waits for a person again or is over."""
        before = len(self.session.entries)
        yield from self.session.work()
        if len(self.session.entries) != before:
            self.save()


def _new_name(session: Session) -> str:
    """A name that no other game has."""
    return f"{session.scenario.id}-{secrets.token_hex(4)}"
