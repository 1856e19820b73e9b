"""The environment for learning players is the game that people play, from the same views."""

import sys
from importlib import import_module, reload
from pathlib import Path

import numpy as np
import pytest

from game.env import env
from game.rules.choices import IllegalChoice
from game.rules.tables import Slot, slots_of
from game.scenario.shipped import load_scenario
from game.session.ballots import nothing
from game.session.seats import SeatError, SeatPlan
from game.session.session import Session


def played(environment, seed, choose):
    """Play a game; ``choose`` is told the agent and its observation, and gives an action. Returns rewards and infos."""
    environment.reset(seed=seed)
    rewards, infos = {}, {}
    for agent in environment.agent_iter():
        seen, reward, over, _, info = environment.last()
        if over:
            rewards[agent], infos[agent] = reward, info
        environment.step(None if over else choose(agent, seen))
    return rewards, infos


def at_random(seed):
    """Any legal action."""
    random = np.random.default_rng(seed)
    return lambda agent, seen: int(random.choice(np.flatnonzero(seen["action_mask"])))


@pytest.mark.filterwarnings("ignore")
def test_it_keeps_to_the_interface_of_pettingzoo():
    from pettingzoo.test import api_test  # warns when it is imported, too

    api_test(env("two_messages"), num_cycles=100)


@pytest.mark.parametrize(
    ("scenario", "seed", "computers"),
    [("consulate", 1, ()), ("year", 2, ()), ("year", 3, ()), ("straits_of_marrow", 2, ("hallow=easy",))],
)
def test_it_is_the_game_of_that_seed_and_those_choices(scenario, seed, computers):
    environment, chosen, seen_at = env(scenario, computers), {}, {}

    def remembered(agent, seen):
        action = choose(agent, seen)
        turn, stage, slot = seen["observation"][environment.unwrapped.parts["moment"]].tolist()
        chosen.setdefault((turn, stage, agent), {})[Slot(slot)] = environment.unwrapped.option(action)
        seen_at[turn, stage, agent] = seen["observation"][environment.unwrapped.parts["estimate"]]
        return action

    choose = at_random(seed)
    rewards, infos = played(environment, seed, remembered)
    loaded = load_scenario(scenario)
    powers = list(loaded.scenario.powers)
    plan = SeatPlan.parse(loaded.scenario, [*(f"{power}=human" for power in powers), *computers])
    session = Session.new(loaded, plan, seed)
    while not session.over:
        for seat in session.waiting:
            moment = session.turn, int(session.stage), powers[seat]
            np.testing.assert_array_equal(session.view(seat).seen.block[:, 0], seen_at[moment])
            first = nothing(loaded.rules, session.stage, seat)
            slots = zip(slots_of(session.stage), first, strict=True)
            session.commit(seat, [chosen[moment].get(slot, passing) for slot, passing in slots])
        for _ in session.work():
            pass
    assert {infos[agent]["ending"] for agent in infos} == {session.ending}
    scores = dict(zip(powers, (session.score().total[:, 0] / 100).tolist(), strict=True))
    assert rewards == {agent: scores[agent] for agent in rewards}


@pytest.mark.parametrize("scenario", ["consulate", "twelve_days", "straits_of_marrow"])
def test_all_that_is_observed_lies_in_the_space_that_is_promised(scenario):
    environment, choose = env(scenario), at_random(5)

    def checked(agent, seen):
        assert environment.observation_space(agent).contains(seen)
        assert environment.action_space(agent).contains(np.int64(choose(agent, seen)))
        return choose(agent, seen)

    played(environment, 5, checked)


def test_what_one_power_commits_changes_nothing_that_another_sees_at_that_stage():
    observed = []
    for last in (False, True):
        environment = env("two_messages")
        environment.reset(seed=1)
        first = environment.agent_selection
        while environment.agent_selection == first:
            legal = np.flatnonzero(environment.last()[0]["action_mask"])
            environment.step(int(legal[-1 if last else 0]))
        observed.append(environment.last()[0])
    np.testing.assert_equal(*observed)


def test_whoever_is_not_asked_has_no_legal_action():
    environment = env("two_messages")
    environment.reset(seed=1)
    others = [agent for agent in environment.agents if agent != environment.agent_selection]
    assert not any(environment.observe(agent)["action_mask"].any() for agent in others)


def test_an_illegal_action_is_refused_and_changes_nothing():
    environment = env("consulate")
    environment.reset(seed=1)
    agent, before = environment.agent_selection, environment.last()[0]
    illegal = int(np.flatnonzero(before["action_mask"] == 0)[-1])
    with pytest.raises(IllegalChoice, match="cannot be chosen now; these can: 0"):
        environment.step(illegal)
    assert environment.agent_selection == agent
    np.testing.assert_equal(environment.last()[0], before)


def test_without_a_seed_the_next_game_is_played():
    environment, first = env("two_messages"), []
    for reset in ({"seed": 4}, {}, {"seed": 5}):
        environment.reset(**reset)
        choose = at_random(1)
        while not any(environment.unwrapped.terminations.values()):
            environment.step(choose(environment.agent_selection, environment.last()[0]))
        first.append(environment.unwrapped.rewards)
    assert first[1] == first[2]
    assert first[0] != first[1]


def test_seats_of_computer_players_are_no_agents():
    environment = env("consulate", ["us=easy", "iran=story"])
    rewards, _ = played(environment, 1, at_random(1))
    assert environment.possible_agents == ["israel"]
    assert list(rewards) == ["israel"]


def test_a_seat_that_does_not_exist_is_named():
    with pytest.raises(SeatError, match="There is no power 'persia'"):
        env("consulate", ["persia=easy"])


def test_the_example_of_the_documentation_plays_a_game(capsys):
    page = Path(__file__).parents[2].joinpath("docs", "environment.md").read_text(encoding="utf-8")
    exec(page.split("```python")[1].split("```")[0], {})  # our own page
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} == {"iran", "israel", "us"}


def test_without_pettingzoo_one_line_says_what_to_install(monkeypatch):
    module = import_module("game.env.deterrence")
    monkeypatch.setitem(sys.modules, "pettingzoo", None)
    with pytest.raises(
        ModuleNotFoundError, match=r'game.env needs PettingZoo: python -m pip install "\.\[env\]"'
    ):
        reload(module)
