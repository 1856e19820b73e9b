"""Small searchers and positions for the tests of computer players that look ahead."""

from dataclasses import replace

from game.lab.simulate import random_policy
from game.players.computer import ComputerPlayer
from game.players.doctrine import DEFAULT, Aim
from game.players.search import Effort, Searcher
from game.rules.arrays import KeyArray
from game.rules.state import State
from game.rules.tables import Rules
from tests.rules.playing import play

QUICK = Effort(worlds=(3, 4), kept=(3,), turns=(1, 1))


def players(rules: Rules, seat: int) -> list[ComputerPlayer]:
    """One of balance first, then one of restraint and one of force."""
    aims = (Aim.BALANCE, Aim.RESTRAINT, Aim.FORCE)
    return [ComputerPlayer(rules, seat, replace(DEFAULT, aim=aim, name=aim.value)) for aim in aims]


def others(rules: Rules, seat: int) -> dict[int, list[ComputerPlayer]]:
    """The kinds that each other seat may be of."""
    return {other: players(rules, other) for other in range(rules.powers) if other != seat}


def searcher(rules: Rules, seat: int, effort: Effort = QUICK) -> Searcher:
    """A searcher for a seat that seeks balance."""
    return Searcher(rules, players(rules, seat), others(rules, seat), effort)


def positions(rules: Rules, keys: KeyArray) -> list[State]:
    """Every stage of two turns of random play, from the opening on."""
    return list(play(rules, random_policy, keys))[:16]
