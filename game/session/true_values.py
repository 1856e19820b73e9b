"""The true values of what is hidden from somebody, power by power: for a facilitator who shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.sight import Sight
from game.session.reporting import TOLD_TRACKS
from game.session.session import Session
from game.session.wording import begun

NOBODYS = "Known exactly to nobody"
"""The heading of what no power sees better than the others."""


@dataclass(frozen=True, slots=True)
class TrueValues:
    """What one power knows best and others do not: each with its name and its value as shown. Zeros are left out."""

    name: str
    values: tuple[tuple[str, str], ...]


def true_values(session: Session) -> tuple[TrueValues, ...]:
    """Everything that is hidden from at least one power, under the power that sees it best."""
    values: dict[str, list[tuple[str, str]]] = {
        session.wording.actor(seat): [] for seat in range(session.rules.powers)
    }
    values[NOBODYS] = []
    state = session.true_position()
    for row in _hidden(session):
        value = int(state.block[row, 0])
        if value:
            named = begun(session.wording.row(row)), session.wording.value(row, value)
            values[_holder(session, row)].append(named)
    return tuple(TrueValues(name, tuple(own)) for name, own in values.items() if own)


def _hidden(session: Session) -> Iterator[int]:
    """Rows that some power does not see exactly; what a power believes of itself is no row of anybody's."""
    layout, sight = session.rules.layout, session.rules.sight
    for place in layout.places.values():
        if place.track.name not in TOLD_TRACKS:
            continue
        for row in range(place.rows.start, place.rows.stop):
            _, entries = layout.entries(row)
            if (sight[:, row] != Sight.EXACT).any() and len(set(entries)) == len(entries):
                yield row


def _holder(session: Session, row: int) -> str:
    kinds = session.rules.sight[:, row]
    return NOBODYS if (kinds == kinds[0]).all() else session.wording.actor(int(kinds.argmin()))
