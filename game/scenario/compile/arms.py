"""Tables of munitions, defences and target classes."""

import numpy as np

from game.rules.arrays import IntArray, integers
from game.rules.binomial import STEPS
from game.rules.tables import Defences, Munitions, TargetClasses
from game.scenario.compile.names import Names
from game.scenario.compile.numbers import numbers

_WHOLE_TRACK = 1000
_WHOLE_READINESS = 600


def half_percents(share: float) -> int:
    """A share as a multiple of half a percent."""
    return round(share * STEPS)


def munitions(names: Names) -> Munitions:
    """The munition classes, and the order in which layers engage them."""
    models = [names.scenario.munitions[name] for name in names.munitions]
    return Munitions(
        names=names.munitions,
        reliability=integers([half_percents(model.reliability) for model in models]),
        populated=integers([half_percents(model.populated) for model in models]),
        on_target=integers([half_percents(model.on_target) for model in models]),
        threat=integers([round(model.threat * 100) for model in models]),
        by_air=np.array([model.kind == "air" for model in models], dtype=np.bool_),
        first_engaged=integers(sorted(range(len(models)), key=lambda munition: models[munition].urgency)),
    )


def defences(names: Names) -> Defences:
    """The layers of every defence, numbered through."""
    scenario = names.scenario
    layers = [layer for name in names.defences for layer in scenario.defences[name].layers.values()]
    deepest = max((len(scenario.defences[name].layers) for name in names.defences), default=0)
    owners = [names.powers.index(power) if power in names.powers else -1 for power in _owners(names)]
    return Defences(
        names=names.defences,
        layers=names.layers,
        owner=integers([owner for name, owner in zip(names.defences, owners, strict=True)
                        for _ in scenario.defences[name].layers]),
        of_defence=_layers_of(names, deepest),
        kill=integers([[half_percents(layer.kill.get(name, 0.0)) for name in names.munitions] for layer in layers]
                      ).reshape(len(layers), len(names.munitions)),
        capacity=integers([layer.capacity for layer in layers]),
        shots=integers([round(layer.shots * 100) for layer in layers]),
        power=integers(owners),
        engaged=integers([_engaged(names, name) for name in names.defences]).reshape(-1, len(names.munitions)),
        built_up=integers([round(scenario.defences[name].built_up * 100) for name in names.defences]),
        exposed=integers([half_percents(scenario.defences[name].exposed) for name in names.defences]),
    )  # fmt: skip


def _owners(names: Names) -> list[str | None]:
    return [names.scenario.defences[name].power for name in names.defences]


def _layers_of(names: Names, deepest: int) -> IntArray:
    table = np.full((len(names.defences), deepest), -1, dtype=np.int32)
    for row, name in enumerate(names.defences):
        for step, layer in enumerate(names.scenario.defences[name].layers):
            table[row, step] = names.layers.index(f"{name}.{layer}")
    return table


def _engaged(names: Names, defence: str) -> list[int]:
    own = names.scenario.defences[defence].engaged
    return [half_percents(own.get(name, names.scenario.munitions[name].engaged)) for name in names.munitions]


def target_classes(names: Names) -> TargetClasses:
    """What each class of target means for the toll, for abroad, and for the capability that is struck."""
    models = [names.scenario.dials.target[name] for name in names.targets]
    rows, whole = _worn(names)
    return TargetClasses(
        names=names.targets,
        populated=integers([half_percents(model.populated) for model in models]),
        legitimacy=integers([round(model.legitimacy * 100) for model in models]),
        market=integers([round(model.market * 100) for model in models]),
        damage_row=rows,
        damage_whole=whole,
        disarray=integers([model.disarray for model in models]),
        arms=np.array([model.arms for model in models], dtype=np.bool_),
        unseats=np.array([model.unseats for model in models], dtype=np.bool_),
        urban=np.array([model.urban for model in models], dtype=np.bool_),
    )


def _worn(names: Names) -> tuple[IntArray, IntArray]:
    """The row that a strike on a class of target of an actor wears down, and what the whole is worth."""
    reach = numbers(names.scenario).nuclear_whole
    rows = np.full((len(names.targets), len(names.actors)), -1, dtype=np.int32)
    whole = np.zeros_like(rows)
    for row, target in enumerate(names.targets):
        wears = names.scenario.dials.target[target].wears
        programme = names.scenario.nuclear
        for column, actor in enumerate(names.actors):
            if actor in names.partners:
                rows[row, column], whole[row, column] = names.layout.row("capacity", actor), _WHOLE_TRACK
            elif wears == "readiness":
                rows[row, column], whole[row, column] = names.layout.row("readiness", actor), _WHOLE_READINESS
            elif wears == "nuclear" and programme is not None and actor == programme.owner:
                rows[row, column], whole[row, column] = names.layout.row("nuclear"), reach
    return rows, whole
