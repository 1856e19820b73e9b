"""A doctrine: how a computer player weighs things, over one range of parameters for every power."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Aim(StrEnum):
    """What a doctrine leans toward."""

    RESTRAINT = "restraint"
    BALANCE = "balance"
    FORCE = "force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doctrine:
    """The parameters of a doctrine, each from 0 to 100 (classroom.md, Symmetry)."""

    name: str
    aim: Aim
    audience_sensitivity: int
    risk_tolerance: int
    patience: int
    trust_in_mediators: int
    loyalty_to_partners: int
    weight_of_toll: int
    bluff_rate: int
    restraint_is_licence: bool

    def by_aim(self, restraint: int, balance: int, force: int) -> int:
        """The figure of these that goes with its aim."""
        return {Aim.RESTRAINT: restraint, Aim.BALANCE: balance, Aim.FORCE: force}[self.aim]

    @property
    def answers_from(self) -> int:
        """What must be owed before it must be answered, hundredths: from 0.8 for the sensitive to 3.2."""
        return 320 - 24 * self.audience_sensitivity // 10

    @property
    def wanted_share(self) -> int:
        """How much of what is owed a reply should show, percent: restraint pays less, force pays more."""
        return self.by_aim(85, 105, 135)

    @property
    def goes_on_in(self) -> int:
        """How often it goes on at the brink, percent: by its tolerance of risk, less where it seeks restraint."""
        return self.risk_tolerance * self.by_aim(30, 50, 75) // 100

    @property
    def boldened_by_restraint(self) -> int:
        """What another's restraint does to it: 1 where it reads licence and dares more, -1 where it reads a signal."""
        return 1 if self.restraint_is_licence else -1

    @property
    def keeps_assurances(self) -> bool:
        """Whether it does what it told others over a back channel; the rest bluff."""
        return self.bluff_rate < 50

    @property
    def holds_from(self) -> int:
        """How much trust (0 to 3, hundredths) it needs in a mediator's word before it holds for a promise."""
        return 330 - 2 * self.trust_in_mediators - self.patience


DEFAULT = Doctrine(
    name="balance",
    aim=Aim.BALANCE,
    audience_sensitivity=50,
    risk_tolerance=40,
    patience=50,
    trust_in_mediators=50,
    loyalty_to_partners=50,
    weight_of_toll=50,
    bluff_rate=30,
    restraint_is_licence=False,
)
"""A doctrine in the middle of every range, for caretakers and as a model of an unknown opponent."""

RESTRAINED = replace(
    DEFAULT,
    name="restraint",
    aim=Aim.RESTRAINT,
    audience_sensitivity=30,
    risk_tolerance=25,
    patience=80,
    trust_in_mediators=75,
    loyalty_to_partners=35,
    weight_of_toll=80,
    bluff_rate=20,
)
"""A doctrine that prefers quiet, as a model of an opponent."""

FORCEFUL = replace(
    DEFAULT,
    name="force",
    aim=Aim.FORCE,
    audience_sensitivity=80,
    risk_tolerance=75,
    patience=25,
    trust_in_mediators=25,
    loyalty_to_partners=75,
    weight_of_toll=25,
    bluff_rate=60,
    restraint_is_licence=True,
)
"""A doctrine that holds a hard blow to be the answer, as a model of an opponent."""
