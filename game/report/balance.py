"""On which fronts the balance ended, and how: by somebody's choice, or by a collapse (rules.md §9; the essay, A 1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.balance import EndedBy, ended_by
from game.rules.tracks import Axis
from game.session.chosen import chosen_options
from game.session.session import Session

NOBODY_KNOWN = "An unknown hand"
SEVERAL = "Several sides at once"


@dataclass(frozen=True, slots=True)
class BalanceEnd:
    """One front on which one side's deterrence of the other ended. ``again`` is the turn of a new balance, if any."""

    turn: int
    front: str
    actor: str
    choice: bool
    """Whether it was chosen; else something collapsed."""
    how: str
    """What the actor did or what became of it, as ``chose to go beyond it``."""
    act: str = ""
    """The order by which a power did so."""
    again: int = 0

    @property
    def words(self) -> str:
        """In one or two sentences."""
        way = "choice" if self.choice else "collapse"
        told = f"{self.front}: the balance ended in turn {self.turn} by {way}: {self._done}."
        told += f" The act: {self.act}." if self.act else ""
        return told + (f" A new balance was found in turn {self.again}." if self.again else "")

    @property
    def _done(self) -> str:
        """As ``Iran chose to go beyond it``, ``the camp of Iran came apart``."""
        if not self.how.startswith("its "):
            return f"{self.actor} {self.how}"
        what, _, became = self.how.removeprefix("its ").partition(" ")
        return f"the {what} of {self.actor} {became}"


def balance_ends(session: Session) -> tuple[BalanceEnd, ...]:
    """Every end of a balance in the order of play. Raises SessionError while the game goes on."""
    return tuple(
        end
        for stage in range(len(session.entries))
        for front in range(len(session.rules.layout.names[Axis.FRONT]))
        if (end := _ended(session, stage, front)) is not None
    )


def _ended(session: Session, stage: int, front: int) -> BalanceEnd | None:
    """How the balance of a front ended at a stage, given by its place in the log; None if it did not."""
    history = session.history()
    before, after = (int(history[stage + step].balance[front, 0]) for step in (0, 1))
    by = ended_by(session.rules, after)
    if before or by is None:
        return None
    return BalanceEnd(
        turn=session.entries[stage].turn,
        front=session.wording.entry(Axis.FRONT, front),
        actor=_who(session, by),
        choice=by.choice,
        how=_cause(session, stage, front),
        act=next(_act(session, stage, front, by), "") if by.choice else "",
        again=_again(session, stage, front),
    )


def _who(session: Session, by: EndedBy) -> str:
    if by.several:
        return SEVERAL
    return NOBODY_KNOWN if by.actor is None else session.wording.actor(by.actor)


def _cause(session: Session, stage: int, front: int) -> str:
    row = int(session.rules.layout.cells("balance", front))
    return next(
        change.cause for change in session.reports[stage].changes if change.row == row and change.after
    )


def _act(session: Session, stage: int, front: int, by: EndedBy) -> Iterator[str]:
    """The orders of a power on a front at a stage, the highest act first."""
    options = session.rules.options
    own = [each.option for each in chosen_options(session) if (each.place, each.seat) == (stage, by.actor)]
    there = [option for option in own if options.strike[option] and options.front[option] == front]
    for option in sorted(there, key=lambda option: -int(options.rung[option])):
        yield session.wording.describe(option)


def _again(session: Session, stage: int, front: int) -> int:
    """The turn in which a front whose balance ended at a stage found a new one; 0 if it never did."""
    later = range(stage + 1, len(session.entries))
    return next(
        (
            session.entries[place].turn
            for place in later
            if not session.history()[place + 1].balance[front, 0]
        ),
        0,
    )
