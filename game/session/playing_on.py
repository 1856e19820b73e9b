"""Games played on from a finished one: who decides in them, what was ordered in it, and how they ended."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np

from game.players.batch import Batch
from game.players.computer import ComputerPlayer
from game.players.mixture import Mixture
from game.rules.arrays import IntArray, KeyArray
from game.rules.score import score
from game.rules.state import State
from game.rules.tables import Rules, Stage
from game.session.seats import as_played, doctrines_of
from game.session.session import Session


def called_in(session: Session) -> Generator[None, None, dict[int, Mixture]]:
    """Whoever decides for each seat from where the log has nothing to say, one by one as that takes a moment.

    Computer players keep their doctrine; a person is played by one of the power's, drawn for each game.
    """
    scenario = session.scenario
    minds: dict[int, Mixture] = {}
    for seat, plan in enumerate(session.seats.seats):
        players = []
        for name in (plan.doctrine,) if plan.doctrine else doctrines_of(scenario, plan.power):
            players.append(ComputerPlayer(session.rules, seat, as_played(scenario.doctrines[name])))
            yield
        minds[seat] = Mixture(players)
    return minds


def logged(session: Session) -> list[IntArray]:
    """What was chosen at each stage of the log, passes where nothing was asked; ``[power, slot, 1]`` each."""
    return [session.ballots.read(Stage(entry.stage), entry.choices) for entry in session.entries]


class Games(Batch):
    """Games played on; those that ended are kept as they ended."""

    def __init__(self, state: State, keys: KeyArray) -> None:
        super().__init__(state, keys)
        self._final = state.copy()

    def leave(self, games: IntArray) -> None:
        """Keep how games ended."""
        self._final.block[:, self.place[games]] = self.state.block[:, games]

    def in_order(self) -> State:
        """All games as they ended, in the order in which they began."""
        return self._final


@dataclass(frozen=True, slots=True)
class Ends:
    """How some games ended: scores in hundredths and fallen governments, ``[power, game]``; endings, ``[game]``."""

    scores: IntArray
    fallen: IntArray
    endings: IntArray
    killed: IntArray
    """People killed since the game began, ``[population, game]``."""

    @classmethod
    def of(cls, rules: Rules, final: State, first: State) -> "Ends":
        """How games stood in the end, having begun at ``first``."""
        killed = final.killed - first.killed[:, :1]
        return cls(score(rules, final).total, final.caretaker.copy(), final.ending.copy(), killed)

    @classmethod
    def joined(cls, parts: "Sequence[Ends]") -> "Ends":
        """The games of all parts."""
        return cls(
            np.concatenate([part.scores for part in parts], axis=1),
            np.concatenate([part.fallen for part in parts], axis=1),
            np.concatenate([part.endings for part in parts]),
            np.concatenate([part.killed for part in parts], axis=1),
        )

    def first(self) -> "Ends":
        """The first game alone."""
        return Ends(self.scores[:, :1], self.fallen[:, :1], self.endings[:1], self.killed[:, :1])
