"""One strike as a message: what it was meant to weigh, what was understood, and what lay between (rules.md §5, §7)."""

from dataclasses import dataclass

from game.session.wording import begun


@dataclass(frozen=True, slots=True)
class Weight:
    """What a strike weighs, in points: as meant the provocation, as understood the injury, and the humiliation."""

    injury: float
    humiliation: float

    @property
    def total(self) -> float:
        """Both together."""
        return self.injury + self.humiliation


@dataclass(frozen=True, slots=True)
class Between:
    """One thing that made the difference: what it was, and by how many points it moved what was understood."""

    why: str
    by: float

    @property
    def words(self) -> str:
        """As ``luck of how it was taken +0.31``."""
        return f"{self.why} {signed(self.by)}"


@dataclass(frozen=True, slots=True)
class Blow:
    """One strike that was carried out: how it was meant and how it was understood."""

    turn: int
    stage: str
    striker: str
    target: str
    act: str
    label: str
    """Calibrated, measured or decisive."""
    circumstances: tuple[str, ...]
    """Sentences on how it was meant: the resolve that it showed, what it answered, whether it was claimed."""
    meant: Weight
    understood: Weight
    toward: str
    """Toward whom, as ``felt toward Israel`` or ``felt toward nobody``."""
    between: tuple[Between, ...]
    """What made the difference; its points add up to the gap."""
    brought: tuple[str, ...]
    """Sentences on what came of it: the ledger, windows, lines, patrons, a name that was found later."""
    widest: bool = False
    """Whether its gap is among the widest of the game."""

    @property
    def gap(self) -> float:
        """By how many points it was taken harder than meant, or lighter."""
        return self.understood.total - self.meant.total

    @property
    def why(self) -> str:
        """What made the difference, in one sentence."""
        return f"{begun(', '.join(each.words for each in self.between) or 'nothing came between')}."

    @property
    def verdict(self) -> str:
        """How it was taken, in a word or two and a figure."""
        if not round(self.gap, 2):
            return "taken as meant"
        return f"taken {'harder' if self.gap > 0 else 'lighter'} than meant by {abs(self.gap):.2f}"

    @property
    def words(self) -> str:
        """The whole in sentences."""
        meant = f"Meant {self.meant.total:.2f}, understood {self.understood.total:.2f}, {self.toward}"
        who = f"Turn {self.turn}, {self.stage}, {self.striker} → {self.target}: {self.act} ({self.label})"
        return f"{who}. {meant}: {self.verdict}. {self.why}"


def signed(points: float) -> str:
    """Points with their sign."""
    return f"{'−' if points < 0 else '+'}{abs(points):.2f}"
