"""One salvo against one defence, many times over: what arrives, what is engaged, what comes down, who dies.

The game's own rules of interception and harm (rules.md §6) on a made-up stage with nothing else in it. There is no
second implementation: what this prints is what a strike in the game would do. Aggregate classes only; there is no
performance of a real system here, and nobody can ask for one.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, get_args

import numpy as np

from game.rules import harm, interception
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.chance import Chance, game_keys
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Options, Rules, Stage
from game.rules.tracks import Axis
from game.scenario.model import NoticeName

NOTICES: Final[tuple[NoticeName, ...]] = get_args(NoticeName)
_LARGE_BY_AIR, _MAXIMAL_BY_AIR = 15, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvo:
    """What is launched at whom, and how well the defender is prepared. Names are those of the catalogue."""

    attacker: str
    defender: str
    """A defence, such as ``israel_north`` or ``undefended``."""
    launch: Mapping[str, int]
    notice: NoticeName = "none"
    warning: int = 2
    """Quality of the defender's early warning, 0 to 3."""
    coalition: bool = False
    alert: bool = False
    target: str = "core_military"
    """Class of the target. What is aimed at towns comes down in towns more often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of salvos, ``[run]`` unless said; several salvos of a run are added up."""

    layers: tuple[str, ...]
    """The layers that the salvo met, from the outermost in."""
    launched: IntArray
    arrived: IntArray
    engaged: IntArray
    """Those that threatened something, whether or not a layer had an interceptor left for them."""
    leaked: IntArray
    """``[munition, run]`` each."""
    killed: IntArray
    """``[layer, munition, run]``."""
    populated: IntArray
    on_target: IntArray
    fell: IntArray
    """Impacts in populated areas, on or near the target, and everything that came down."""
    deaths: IntArray
    fatal: IntArray = field(repr=False)
    """How many salvos of the run killed somebody."""
    harmful: IntArray = field(repr=False)
    """How many salvos of the run hit the target or a populated area."""

    @classmethod
    def joined(cls, outcomes: Sequence["Outcome"]) -> "Outcome":
        """The runs of several outcomes of one salvo, one after the other."""
        return cls(
            layers=outcomes[0].layers,
            **{
                name: np.concatenate([getattr(each, name) for each in outcomes], axis=-1) for name in _COLUMNS
            },
        )


_COLUMNS: Final = (
    "launched", "arrived", "engaged", "leaked", "killed", "populated", "on_target", "fell", "deaths", "fatal",
    "harmful",
)  # fmt: skip


def simulate(variants: Sequence[Rules], salvo: Salvo, runs: int, seed: int, times: int = 1) -> Outcome:
    """Fire the salvo ``times`` times in each of ``runs`` runs, against a defence that is whole each time.

    Runs are shared out evenly over the variants of the rules, which differ in what the record leaves open. Run *k*
    is the same in any number of runs that is shared out alike.
    """
    shares = np.array_split(np.arange(runs * times, dtype=np.int32).reshape(runs, times), len(variants))
    shares = [share for share in shares if share.size]
    outcomes = [
        _added_up(rules, salvo, fire(rules, salvo, game_keys(seed, share.reshape(-1))), times)
        for rules, share in zip(variants, shares, strict=False)
    ]
    return Outcome.joined(outcomes)


def fire(rules: Rules, salvo: Salvo, keys: KeyArray) -> Strikes:
    """The salvo, once in the game of each key, resolved by the rules of the game."""
    staged = replace(rules, options=_only_option(rules, salvo))
    state = _prepared(staged, salvo, len(keys))
    step = Step(Stage.ORDERS, Chance(keys, 1, Stage.ORDERS), np.zeros((0, 0, len(keys)), dtype=np.int32))
    step.strikes = _launched(staged, salvo, len(keys))
    for rule in (interception.intercept, harm.land, harm.toll):
        deque(rule(staged, state, step), maxlen=0)  # the strikes hold the outcome; the state is thrown away
    return step.strikes


def layers_of(rules: Rules, defence: str) -> tuple[str, ...]:
    """The names of a defence's layers from the outermost in."""
    row = rules.defences.of_defence[rules.defences.names.index(defence)]
    return tuple(rules.defences.layers[layer].split(".")[1] for layer in row if layer >= 0)


def _only_option(rules: Rules, salvo: Salvo) -> Options:
    """A table of options with one in it: this strike."""
    defence = rules.defences.names.index(salvo.defender)
    return replace(
        rules.options,
        defence=integers([defence]),
        target=integers([max(int(rules.defences.power[defence]), 0)]),
        front=integers([0]),
        target_class=integers([rules.target_classes.names.index(salvo.target)]),
        notice=integers([NOTICES.index(salvo.notice)]),
        scale=integers([_scale_by_air(salvo.launch)]),
    )


def _scale_by_air(launch: Mapping[str, int]) -> int:
    """1 limited to 3 maximal. Scale matters to the toll of air strikes alone."""
    count = launch.get("air", 0)
    return 1 + (count >= _LARGE_BY_AIR) + (count >= _MAXIMAL_BY_AIR)


def _prepared(rules: Rules, salvo: Salvo, games: int) -> State:
    """Magazines full, every other track at nothing; the defender as well prepared as the salvo says.

    Hosts that help are part of the coalition here, as they are in the record.
    """
    full = State(rules.layout, rules.opening[:, None], turn=1, stage=Stage.ORDERS)
    block = np.zeros((len(rules.opening), games), dtype=np.int32)
    state = State(rules.layout, block, turn=1, stage=Stage.ORDERS)
    state.interceptors[:] = full.interceptors
    state.warning[:] = 100 * salvo.warning
    state.alert[:] = salvo.alert
    state.shield[:] = salvo.coalition
    return state


def _launched(rules: Rules, salvo: Salvo, games: int) -> Strikes:
    names = rules.munitions.names
    counts = integers([salvo.launch.get(name, 0) for name in names])
    attacker = rules.layout.names[Axis.ACTOR].index(salvo.attacker)
    first_option = np.zeros(games, dtype=np.int32)
    strikes = Strikes.of_options(
        rules, first_option + attacker, np.arange(games), first_option, np.ones(games, dtype=np.bool_)
    )
    strikes.launched = np.repeat(counts[:, None], games, axis=1)
    return strikes


def _added_up(rules: Rules, salvo: Salvo, strikes: Strikes, times: int) -> Outcome:
    """The salvos of each run together."""

    def total(values: IntArray) -> IntArray:
        return integers(values.reshape(*values.shape[:-1], len(strikes) // times, times).sum(axis=-1))

    layers = layers_of(rules, salvo.defender)
    return Outcome(
        layers=layers,
        launched=total(strikes.launched),
        arrived=total(strikes.arrived),
        engaged=total(strikes.engaged),
        leaked=total(strikes.leaked),
        killed=total(strikes.killed[: len(layers)]),
        populated=total(strikes.populated),
        on_target=total(strikes.on_target),
        fell=total(strikes.fell),
        deaths=total(strikes.deaths),
        fatal=total(integers(strikes.deaths > 0)),
        harmful=total(integers(strikes.populated + strikes.on_target > 0)),
    )
