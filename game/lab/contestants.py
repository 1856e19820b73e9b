"""Who may play a seat in a match or a tournament, by name: scripts, and the doctrines of the scenario."""

from collections.abc import Iterator
from typing import Final

from game.errors import CalibratedError
from game.lab.patrons import PATRONS
from game.lab.policies import SCRIPTS
from game.lab.simulate import SeatPlayer
from game.players.computer import ComputerPlayer
from game.players.levels import Level
from game.players.mixture import Mixture
from game.scenario.problems import did_you_mean
from game.scenario.shipped import Loaded
from game.session.opponents import opponents, player_of
from game.session.seats import as_played, doctrines_of, usual_doctrine

ANY_DOCTRINE: Final = "doctrine"
"""Every game draws one of the power's doctrines, as in a simulation."""


class UnknownContestant(CalibratedError):
    """Nobody of this name can play the seat; the message says who can."""


def contestant(loaded: Loaded, seat: int, name: str) -> SeatPlayer:
    """The player of this name for a seat: a script, a level, ``doctrine`` for any, or one of its doctrines.

    A level plays the seat's usual doctrine, or one that is named after a colon, as ``hard:force``.
    A doctrine is named in full, as ``iran_force``, or without its power, as ``force``: then it can sit anywhere.
    Raises UnknownContestant.
    """
    if script := (SCRIPTS | PATRONS).get(name):
        return script(loaded.rules, seat)
    if name.partition(":")[0] in tuple(Level):
        return _at_level(loaded, seat, name)
    if name == ANY_DOCTRINE:
        return opponents(loaded.scenario, loaded.rules)[seat]
    doctrine = _doctrines(loaded, seat).get(name)
    if doctrine is None:
        raise UnknownContestant(_unknown(loaded, seat, name))
    mind = as_played(loaded.scenario.doctrines[doctrine])
    return Mixture([ComputerPlayer(loaded.rules, seat, mind)])


def _at_level(loaded: Loaded, seat: int, name: str) -> SeatPlayer:
    level, _, wanted = name.partition(":")
    power, known = list(loaded.scenario.powers)[seat], _doctrines(loaded, seat)
    if wanted and wanted not in known:
        raise UnknownContestant(_unknown(loaded, seat, name))
    doctrine = known[wanted] if wanted else usual_doctrine(loaded.scenario, power)
    mixtures = opponents(loaded.scenario, loaded.rules)
    called = loaded.scenario.doctrines[doctrine].name
    return player_of(mixtures, loaded.rules, seat, called, Level(level))


def doctrines(loaded: Loaded, seat: int) -> tuple[str, ...]:
    """The names of a seat's doctrines without its power."""
    power = list(loaded.scenario.powers)[seat]
    return tuple(name.removeprefix(f"{power}_") for name in doctrines_of(loaded.scenario, power))


def usual(loaded: Loaded, seat: int) -> tuple[str, ...]:
    """Who takes part in a tournament unless others are named: scripts, habits of a patron if it is one, doctrines."""
    patrons = PATRONS if loaded.rules.client_of[seat].any() else ()
    return (*SCRIPTS, *patrons, *doctrines(loaded, seat))


def names(loaded: Loaded, seat: int) -> Iterator[str]:
    """Everybody who can play a seat: scripts, levels, any doctrine, and each of its doctrines."""
    yield from (*SCRIPTS, *Level, ANY_DOCTRINE, *doctrines(loaded, seat))


def _doctrines(loaded: Loaded, seat: int) -> dict[str, str]:
    """The seat's doctrines by their short and full names."""
    power = list(loaded.scenario.powers)[seat]
    full = doctrines_of(loaded.scenario, power)
    return {**dict(zip(doctrines(loaded, seat), full, strict=True)), **{name: name for name in full}}


def _unknown(loaded: Loaded, seat: int, name: str) -> str:
    known = tuple(names(loaded, seat))
    power = list(loaded.scenario.powers)[seat]
    near = did_you_mean(name, known) or "."
    return f"Nobody called {name!r} can play {power}{near} Who can: {', '.join(known)}."
