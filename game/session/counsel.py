"""Advisers for the people at the table: one for each doctrine of their power, who sees what their seat sees."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from game.players.adviser import advising
from game.players.slices import finished
from game.rules.tables import PASSES
from game.session.naming import Naming
from game.session.seats import mind_of
from game.session.session import Session

_AS_GOOD = 0.05
"""Points of score that the shown tenths do not tell apart."""


@dataclass(frozen=True, slots=True)
class Counsel:
    """What one adviser says, in words."""

    doctrine: str
    choices: tuple[str, ...]
    """What it would do; empty where it would pass."""
    reasons: tuple[str, ...]
    score: float
    """Mean score of the seat at the end, points."""
    better: float
    """How much more that is than with what the seat has drafted, points."""
    drafted: bool
    """Whether it has drafted anything but to pass."""
    answered: float
    """Chance in percent of a reply window toward the seat this turn."""
    lost: float
    """Chance in percent that control is lost before the end."""

    @property
    def prospects(self) -> str:
        """What would come of it, in a line: first beside one's own draft, as no score says much alone."""
        return (
            f"{self._beside} Score at the end about {self.score:.1f}; scores run from 0 to about 20. Of 100 imagined "
            f"games a reply window this turn in {self.answered:.0f}, control lost by the end in {self.lost:.0f}."
        )

    @property
    def _beside(self) -> str:
        own = "what you have drafted" if self.drafted else "doing nothing"
        if abs(self.better) < _AS_GOOD:
            return f"About as good as {own}."
        return f"About {abs(self.better):.1f} {'better' if self.better > 0 else 'worse'} than {own}."


class Advisers:
    """Hears the advisers of any seat of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._mixtures = session.minds
        self._naming = Naming(session.rules, session.wording)

    def working(self, seat: int, drafted: Sequence[str]) -> Generator[None, None, tuple[Counsel, ...]]:
        """What each adviser of a seat would do now and why, in slices; the usual doctrine's is the first.

        ``drafted`` are the keys of the options that the seat has drafted, one for each slot of the stage.
        """
        session = self._session
        usual = mind_of(session.scenario, session.seats.seats[seat]).name
        advisers = sorted(self._mixtures[seat].players, key=lambda each: each.doctrine.name != usual)
        others = {other: mixture.players for other, mixture in self._mixtures.items() if other != seat}
        draft = session.ballots.options(session.stage, seat, drafted)
        nothing = set(session.draft(seat).nothing)
        view, keys = session.view(seat), session.imagination(seat)
        heard = yield from advising(session.rules, advisers, others, view, keys, draft)
        return tuple(
            Counsel(
                doctrine=each.doctrine,
                choices=tuple(self._choices(each.options)),
                reasons=tuple(self._naming.in_words(step) for step in each.reasons),
                score=each.score,
                better=each.better,
                drafted=bool(set(drafted) - nothing),
                answered=each.answered,
                lost=each.lost,
            )
            for each in heard
        )

    def heard(self, seat: int, drafted: Sequence[str]) -> tuple[Counsel, ...]:
        """The same at once."""
        return finished(self.working(seat, drafted))

    def _choices(self, options: tuple[int, ...]) -> Iterator[str]:
        keys = self._session.rules.options.keys
        yield from (self._naming.describe(keys[each]) for each in options if not keys[each].endswith(PASSES))
