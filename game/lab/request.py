"""A salvo as asked for on the command line: read, checked against the catalogue, and refused where that must be.

Only aggregate classes are known, here and in the catalogue. A named real system or site is refused like any other
name that the catalogue does not have.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NoReturn

from game.errors import CalibratedError
from game.lab.episodes import PublicRecord
from game.lab.salvo import Salvo
from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.scenario.problems import did_you_mean, shown

ImpactKind = Literal["populated", "target", "any"]

MOST: Final = 20_000
"""The largest count of one class: more than was ever launched in a day."""

_BEYOND = 2
"""The fit is trusted up to twice the largest salvo that it saw."""

_UNDEFENDED = "undefended"


class RefusedSalvo(CalibratedError):
    """The salvo cannot be simulated; the message says why and what can."""


def parsed_launch(text: str) -> dict[str, int]:
    """Counts by class from text such as ``drone=170,cruise=30``. Raises RefusedSalvo for anything else."""
    counts: dict[str, int] = {}
    for item in text.split(","):
        name, equals, count = (part.strip() for part in item.partition("="))
        if not (name and equals and count.isascii() and count.isdigit()):
            raise RefusedSalvo(
                f"--launch: write classes and counts as in drone=170,cruise=30, not {shown(item)}"
            )
        if name in counts:
            raise RefusedSalvo(f"--launch: {name} is given twice; add the two counts up")
        if not 1 <= len(count) <= len(str(MOST)) or not 1 <= int(count) <= MOST:
            raise RefusedSalvo(f"--launch: the count of {name} must be from 1 to {MOST}")
        counts[name] = int(count)
    return counts


def checked(rules: Rules, salvo: Salvo) -> None:
    """Raise RefusedSalvo for names that the catalogue does not have."""
    _known("attacker", salvo.attacker, rules.layout.names[Axis.ACTOR])
    _known("defender", salvo.defender, rules.defences.names)
    _known("target", salvo.target, rules.target_classes.names)
    for munition in salvo.launch:
        _known("launch", munition, rules.munitions.names)


def _known(option: str, name: str, names: Sequence[str]) -> None:
    if name not in names:
        _refuse(option, name, names)


def _refuse(option: str, name: str, names: Iterable[str]) -> NoReturn:
    raise RefusedSalvo(
        f"--{option}: {shown(name)} is not in the catalogue, which has aggregate classes only, no real systems or "
        f"sites by name. Known here: {', '.join(names)}{did_you_mean(name, names)}"
    )


def supposed_target(rules: Rules, impacts: ImpactKind) -> str:
    """What a salvo is aimed at where nothing is said: towns if populated impacts are asked for, else forces."""
    classes = rules.target_classes
    if impacts == "populated":
        urban = [name for name, is_urban in zip(classes.names, classes.urban, strict=True) if is_urban]
        return urban[0] if urban else classes.names[int(classes.populated.argmax())]
    return "core_military" if "core_military" in classes.names else classes.names[0]


def beyond_the_fit(record: PublicRecord, salvo: Salvo) -> tuple[str, ...]:
    """Why the record says little or nothing about a salvo; empty where the fit covers it."""
    reasons = []
    for munition, count in salvo.launch.items():
        largest = _largest(record, salvo.defender, munition)
        if largest == 0:
            reasons.append(f"no record of {munition} against {salvo.defender}")
        elif count > _BEYOND * largest:
            reasons.append(f"{count} {munition} at once; the record has at most {largest}")
    return tuple(reasons)


def _largest(record: PublicRecord, defender: str, munition: str) -> int:
    """The largest salvo of a munition that the record has against a defence; without one, that of any."""
    parts = [part for episode in record.episodes.values() for part in episode.parts]
    counts = [part.launch.get(munition, 0) for part in parts if defender in (part.defender, _UNDEFENDED)]
    return max(counts, default=0)
