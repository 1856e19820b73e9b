"""A scenario as an ``AECEnv`` of PettingZoo (Terry et al. 2021): powers act in turn, each from its own view.

What powers commit at one stage is secret: nobody's observation changes before all have chosen.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise, starmap
from typing import Any, ClassVar

import numpy as np

try:
    from gymnasium.spaces import Box, Dict, Discrete, MultiBinary
    from pettingzoo import AECEnv
    from pettingzoo.utils.wrappers import BaseWrapper, OrderEnforcingWrapper
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError('game.env needs PettingZoo: python -m pip install ".[env]"') from missing

from game.env.course import Course, Question
from game.players.computer import ComputerPlayer
from game.players.doctrine import DEFAULT
from game.players.levels import Player
from game.rules.arrays import IntArray, integers
from game.rules.tables import ORDER_SLOTS, Slot, Stage
from game.rules.tracks import Layout
from game.scenario.shipped import load_scenario
from game.session.opponents import opponents, player_of
from game.session.seats import SeatPlan

Observation = dict[str, IntArray]
"""What an agent observes; see ``Deterrence``."""

_PARTS = ("estimate", "least", "most", "moment", "chosen")
_MOMENT = 3
_LAST_TURN = 99


def env(scenario: str = "consulate", computers: Sequence[str] = ()) -> BaseWrapper:
    """The environment, which refuses calls in a wrong order; as ``Deterrence``."""
    return OrderEnforcingWrapper(Deterrence(scenario, computers))


class Deterrence(AECEnv[str, Observation, int]):
    """One game of a scenario; the agents are its powers, by their ids.

    An agent acts once for every slot in which it has more than one legal option: its action is the place of an option
    in the slot's menu (``option`` tells its key). Slots with one option are passed over, and so is the seat of a
    government that fell, which a caretaker plays by rule. ``computers`` are seats that computer players play, as
    ``us=normal:us_force``; they are no agents.

    An observation has an ``action_mask``, which actions are legal now (none for who is not asked), and an
    ``observation`` of integers, of which ``parts`` says where they are:

    - ``estimate``: every track as the power sees it, with an estimate in the place of what is hidden, in the track's
      own unit (points are hundredths); ``layout`` says which row of it is what;
    - ``least`` and ``most``: between what the truth lies, as far as it can tell, row by row;
    - ``moment``: turn, stage and slot;
    - ``chosen``: places of the options that it chose for the slots before, at this stage; else -1.

    The reward is the score of the rules, once, at the end (points; none in a regional war). It knows nothing of what
    the game cost civilians, which is in ``killed`` and ``displaced``: whoever trains on the score alone trains a
    player that does not care.

    ``reset(seed=7)`` is the game that ``main.py play SCENARIO --seed 7`` plays; without a seed it is the next one.
    Raises UnknownScenario or SeatError; a step that is not legal raises IllegalChoice and changes nothing.
    """

    metadata: ClassVar[dict[str, Any]] = {
        "name": "calibrated_v0",
        "render_modes": [],
        "is_parallelizable": False,
    }
    render_mode = None

    def __init__(self, scenario: str = "consulate", computers: Sequence[str] = ()) -> None:
        super().__init__()
        loaded = load_scenario(scenario)
        powers = list(loaded.scenario.powers)
        plan = SeatPlan.parse(loaded.scenario, [*(f"{power}=human" for power in powers), *computers])
        self._rules = loaded.rules
        self._agents = {seat: powers[seat] for seat in plan.people}
        self._seats = {agent: seat for seat, agent in self._agents.items()}
        minds = opponents(loaded.scenario, loaded.rules) if computers else {}
        self._computers: dict[int, Player] = {
            number: player_of(
                minds, loaded.rules, number, loaded.scenario.doctrines[seat.doctrine].name, seat.level
            )
            for number, seat in enumerate(plan.seats)
            if not seat.by_person
        }
        self._caretakers: dict[int, Player] = {}
        self._seed = -1
        self._course: Course | None = None
        self.possible_agents = list(self._seats)
        self._longest = max(stop - start for start, stop in self._rules.options.menu.values())
        # Whoever draws samples from a space seeds it: each agent has its own.
        self._actions = {agent: Discrete(self._longest) for agent in self._seats}
        self._observations = {agent: self._observable() for agent in self._seats}

    @property
    def layout(self) -> Layout:
        """Which row of an observation is what: ``layout.row("owed", "iran", "israel")``."""
        return self._rules.layout

    @property
    def parts(self) -> dict[str, slice]:
        """Where in an observation its parts are."""
        ends = accumulate([self.layout.rows] * 3 + [_MOMENT, len(ORDER_SLOTS)], initial=0)
        return dict(zip(_PARTS, starmap(slice, pairwise(ends)), strict=True))

    def observation_space(self, agent: str) -> Dict[Any]:
        """What an agent may observe."""
        return self._observations[agent]

    def action_space(self, agent: str) -> Discrete:
        """Places in the longest of all menus."""
        return self._actions[agent]

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """Begin a game."""
        self._seed = self._seed + 1 if seed is None else seed
        self._course = Course(self._rules, self._seed, self._computers, self._caretaker)
        self.agents = self.possible_agents[:]
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos: dict[str, dict[str, Any]] = {agent: {} for agent in self.agents}
        self._go_on()

    def step(self, action: int | None) -> None:
        """Choose an option for the slot that is asked about; None for an agent whose game is over."""
        agent = self.agent_selection
        if self.terminations[agent]:
            self._was_dead_step(action)
            return
        if action is None:
            raise ValueError("None is an action only once the game is over.")
        self._playing.answer(int(action))
        self._cumulative_rewards[agent] = 0.0
        self._clear_rewards()
        self._go_on()
        self._accumulate_rewards()

    def observe(self, agent: str) -> Observation:
        """What an agent can see now."""
        seat, asked = self._seats[agent], self._asked
        view = self._playing.view(seat)
        estimate = view.seen.block[:, 0]
        least, most = estimate.copy(), estimate.copy()
        least[view.uncertain], most[view.uncertain] = view.least[:, 0], view.most[:, 0]
        moment, chosen = [view.turn, view.stage, 0], [-1] * len(ORDER_SLOTS)
        mask = np.zeros(self._longest, dtype=np.int8)
        if asked is not None and asked.seat == seat:
            moment[-1] = asked.slot
            chosen[: len(asked.chosen)] = asked.chosen
            mask[: len(asked.allowed)] = asked.allowed
        return {
            "observation": integers(np.concatenate([estimate, least, most, moment, chosen])),
            "action_mask": mask,
        }

    def option(self, action: int) -> str:
        """The key of the option that an action stands for now, as saved games and logs name it."""
        asked = self._asked
        if asked is None:
            raise ValueError("Nobody is asked: the game is over.")
        return self._rules.options.keys[self._rules.options.menu[asked.seat, asked.slot][0] + action]

    @property
    def _playing(self) -> Course:
        if self._course is None:
            raise ValueError("Call reset() first.")
        return self._course

    @property
    def _asked(self) -> Question | None:
        return self._playing.question

    def _go_on(self) -> None:
        """Turn to whoever is asked, or end the game for all."""
        if self._asked is not None:
            self.agent_selection = self._agents[self._asked.seat]
            return
        scores = self._playing.scores()
        for agent, seat in self._seats.items():
            self.rewards[agent], self.terminations[agent] = scores[seat], True
            self.infos[agent] = {"ending": self._playing.ending}
        self.agent_selection = self.agents[0]

    def _caretaker(self, seat: int) -> Player:
        """Who plays for a government that fell; made when first needed, and kept for later games."""
        if seat not in self._caretakers:
            self._caretakers[seat] = ComputerPlayer(self._rules, seat, DEFAULT)
        return self._caretakers[seat]

    def _observable(self) -> Dict[Any]:
        """The least and the most that each number of an observation may be."""
        low, high = self._rules.low, self._rules.high
        moment = integers([_LAST_TURN, len(Stage) - 1, len(Slot) - 1])
        chosen = np.full(len(ORDER_SLOTS), self._longest - 1)
        least = integers(np.concatenate([low, low, low, np.zeros_like(moment), np.full_like(chosen, -1)]))
        most = integers(np.concatenate([high, high, high, moment, chosen]))
        return Dict(observation=Box(least, most, dtype=np.int32), action_mask=MultiBinary(self._longest))
