"""The time that is left for the decision of a person that is open. It passes only when it is told to.

Orders have the whole of what is allowed; an offer, an answer and the brink, which are one choice each, half of it.
"""

from dataclasses import dataclass
from math import ceil

from game.rules.tables import Stage

MORE_MINUTES = 5
"""How much a facilitator gives at once."""

_SHARE_OF_ONE_CHOICE = 0.5


@dataclass
class Countdown:
    """Seconds that are left. Nothing here looks at a clock: whoever shows the decision says how much time passed."""

    left: float

    @classmethod
    def of(cls, minutes: float, stage: Stage) -> "Countdown":
        """The time for a decision at a stage where orders have so many minutes."""
        share = 1.0 if stage is Stage.ORDERS else _SHARE_OF_ONE_CHOICE
        return cls(60 * minutes * share)

    @property
    def seconds(self) -> int:
        """Whole seconds to show: 0 only once nothing is left."""
        return max(0, ceil(self.left))

    def run(self, seconds: float) -> bool:
        """Let time pass; whether it ran out just now, which it does once."""
        if self.left <= 0:
            return False
        self.left -= seconds
        return self.left <= 0

    def extend(self) -> None:
        """Give five more minutes."""
        self.left += 60 * MORE_MINUTES
