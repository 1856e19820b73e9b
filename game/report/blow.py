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
    def taken(self) -> str:
        """How it was taken and toward whom, the part of it that is humiliation, and what made the difference."""
        by, told = f"{abs(self.gap):.2f}", "Taken as meant"
        if float(by):
            told = f"Taken {'harder' if self.gap > 0 else 'lighter'} than meant by {by}"
        meant, felt = self.meant.humiliation, self.understood.humiliation
        part = f" Of that humiliation: {meant:.2f} meant, {felt:.2f} felt." if meant else ""
        return f"{told}, {self.toward}.{part} {self.why}"

    @property
    def words(self) -> str:
        """The whole in sentences."""
        who = f"Turn {self.turn}, {self.stage}, {self.striker} → {self.target}: {self.act} ({self.label})"
        return f"{who}. Meant {self.meant.total:.2f}, understood {self.understood.total:.2f}. {self.taken}"


def signed(points: float) -> str:
    """Points with their sign."""
    return f"{'−' if points < 0 else '+'}{abs(points):.2f}"
