"""What happened at a stage, and how much of it a seat may see."""

from dataclasses import dataclass, field
from typing import Literal

from game.rules.effects import Change
from game.rules.strikes import Taken
from game.rules.tracks import Tally

EVERYBODY: frozenset[int] | None = None
"""Who may see something that is public."""


Part = Literal["order", "strike", "outcome"]
"""What a line of the bulletin is about: a choice that is no strike, a strike, or what came of it all."""


def seen_by(audience: frozenset[int] | None, seat: int | None) -> bool:
    """Whether a seat may see what ``audience`` may; without a seat, whether the public may."""
    return audience is None or (seat is not None and seat in audience)


@dataclass(frozen=True, slots=True)
class Revealed:
    """A choice as it became known once the stage was carried out."""

    power: int
    option: int
    words: str
    audience: frozenset[int] | None
    """The seats that learn of it; none for everybody."""
    author_audience: frozenset[int] | None
    """The seats that learn who did it: only the author's own for a covert act."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one defence layer stopped, by munition."""

    id: str
    """As ``israel.upper``."""
    name: str
    stopped: dict[str, int]


@dataclass(frozen=True, slots=True)
class Salvo:
    """One strike and what came of it; counts by munition id."""

    attacker: int
    target: int
    front: int
    option: int
    asked: bool
    """Whether a partner's patron had asked for it; true for powers."""
    covert: bool
    """Whether nobody but its author knows whose it is."""
    unclaimed: bool
    """Whether nobody claims it. What humiliates is known for its author's all the same."""
    launched: dict[str, int]
    arrived: dict[str, int]
    engaged: dict[str, int]
    layers: tuple[Layer, ...]
    """From the outermost in."""
    leaked: dict[str, int]
    populated: int
    on_target: int
    fell: int
    deaths: int
    resolve: int
    """Shown, after habituation and interest; hundredths."""
    taken: Taken[int]

    def attacker_for(self, seat: int | None) -> int | None:
        """Who struck, as far as a seat knows: nobody knows whose a covert act is but its author."""
        return None if self.covert and seat != self.attacker else self.attacker


@dataclass(frozen=True, slots=True)
class Told:
    """A change of a number in words."""

    row: int
    what: str
    before: str
    after: str
    cause: str
    rule: str
    change: Change

    def __str__(self) -> str:
        return f"{self.what}: {self.before} → {self.after} ({self.cause})"


@dataclass(frozen=True, slots=True)
class Headline:
    """A line of the bulletin, in plain words that take no side."""

    text: str
    audience: frozenset[int] | None = EVERYBODY
    part: Part = "outcome"
    salvo: int | None = None
    """The number of the salvo among the report's that it tells of."""


@dataclass(frozen=True, slots=True)
class Toll:
    """People killed and displaced at a stage, by population id; those without any are left out."""

    killed: dict[str, int] = field(default_factory=dict)
    displaced: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageReport:
    """Everything about one stage. Ask for the part of a seat; the rest is for the debrief.

    What a facilitator has happen between two stages has a report of its own, with the stage before which it came.
    """

    turn: int
    stage: int
    turn_ended: bool
    """Whether the books of the turn are in it too."""
    revealed: tuple[Revealed, ...]
    salvos: tuple[Salvo, ...]
    changes: tuple[Change, ...]
    told: tuple[tuple[frozenset[int] | None, Told], ...]
    """Changes in words, each with the seats that see the number exactly."""
    headlines: tuple[Headline, ...]
    windows: tuple[tuple[int, int], ...]
    """Reply windows open after it: holder and the actor that it may answer."""
    offers: tuple[tuple[int, int], ...]
    """Promises on the table after it and their stakes; only their parties see them."""
    brink: int | None
    """The front on which control is lost after it."""
    toll: Toll
    tally: dict[Tally, int]
    """What is counted over a game, after it."""
    between: bool = False
    """Whether it came between two stages, by a facilitator's choice."""

    def revealed_for(self, seat: int | None) -> tuple[Revealed, ...]:
        """The choices that a seat learns of; without a seat, those that the public learns of."""
        return tuple(each for each in self.revealed if seen_by(each.audience, seat))

    def changes_for(self, seat: int | None) -> tuple[Told, ...]:
        """The changes of numbers that a seat sees exactly; without a seat, those that everybody sees."""
        return tuple(told for audience, told in self.told if seen_by(audience, seat))

    def headlines_for(self, seat: int | None) -> tuple[str, ...]:
        """The bulletin as a seat reads it."""
        return tuple(each.text for each in self.headlines if seen_by(each.audience, seat))

    @property
    def quiet(self) -> bool:
        """Whether nothing happened that anybody was told."""
        return not self.headlines and not self.told
