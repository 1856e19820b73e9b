"""Tables of actors, fronts, talks, lines, promises and mandates."""

import numpy as np

from game.rules.arrays import IntArray, integers
from game.rules.tables import Assets, Fronts, Lines, Mandates, Options, Partners, Promises, Talks
from game.scenario.actors import Front, Partner, Power
from game.scenario.compile.conditions import bounds
from game.scenario.compile.dials import SCALES
from game.scenario.compile.names import Names
from game.scenario.models import QuietOutcome, TalksOutcome

_NO_LIMIT = np.iinfo(np.int32).max


def partners(names: Names, options: Options) -> Partners:
    """The partners, with the options that they carry out."""
    models = [names.scenario.partners[name] for name in names.partners]
    return Partners(
        patron=integers([names.powers.index(model.patron) for model in models]),
        front=integers([names.fronts.index(model.front) for model in models]),
        rivals=integers([names.powers.index(model.fears) for model in models]),
        deterrability=integers([round(model.deterrability * 100) for model in models]),
        asked=integers([options.keys.index(f"{name}:asked") for name in names.partners]),
        unasked=integers([options.keys.index(f"{name}:unasked") for name in names.partners]),
        smaller=_doses(names, options, "smaller"),
        larger=_doses(names, options, "larger"),
        salvos_at=integers([_salvos_at(model) for model in models]),
        softer=_acts(names, options, "otherwise"),
        in_return=_acts(names, options, "in_return"),
    )


def _doses(names: Names, options: Options, dose: str) -> IntArray:
    """The option of one dose, ``[partner]``; -1 for a partner without it."""
    has = [getattr(partner, dose) is not None for partner in names.scenario.partners.values()]
    keys = [f"{name}:{dose}" for name in names.partners]
    return integers([options.keys.index(key) if there else -1 for key, there in zip(keys, has, strict=True)])


def _salvos_at(partner: Partner) -> int:
    capacity = partner.capacity if partner.salvos_at is None else partner.salvos_at
    return max(round(capacity * 100), 1)


def _acts(names: Names, options: Options, kind: str) -> IntArray:
    """The options of one kind of act, ``[partner, place]``; -1 where a partner has fewer."""
    widest = max((len(getattr(partner, kind)) for partner in names.scenario.partners.values()), default=0)
    table = np.full((len(names.partners), widest), -1, dtype=np.int32)
    for row, name in enumerate(names.partners):
        for place in range(len(getattr(names.scenario.partners[name], kind))):
            table[row, place] = options.keys.index(f"{name}:{kind}/{place}")
    return table


def fronts(names: Names) -> Fronts:
    """The fronts, with the wars that go on there by themselves."""
    models = list(names.scenario.fronts.values())
    widest = max((len(model.ongoing.toll) for model in models if model.ongoing), default=0)
    tolls = _tolls(names, models, widest)
    return Fronts(
        principals=integers([[_power(names, actor) for actor in model.principals] for model in models]),
        control_from=integers([model.control_from for model in models]),
        direct=np.array([model.kind == "direct" for model in models]),
        inner=np.array([model.kind == "inner" for model in models]),
        outer=np.array([model.kind == "outer" for model in models]),
        home=np.array([[power in model.home_of for model in models] for power in names.powers]),
        ongoing_rung=integers([model.ongoing.rung if model.ongoing else 0 for model in models]),
        ongoing_talks=integers(
            [names.talks.index(model.ongoing.until_talks) if model.ongoing else -1 for model in models]
        ),
        **tolls,
        hosts=np.array(
            [[name in host.fronts for host in names.scenario.hosts.values()] for name in names.fronts],
            dtype=np.bool_,
        ),
    )


def _power(names: Names, actor: str) -> int:
    return names.powers.index(actor) if actor in names.powers else -1


def _tolls(names: Names, models: list[Front], widest: int) -> dict[str, IntArray]:
    """Who is harmed by each ongoing war, how many in a turn, and up to how many in all; ``[front, entry]`` each."""
    days = names.scenario.clock.days_per_turn
    population = np.full((len(models), widest), -1, dtype=np.int32)
    killed, displaced, again = (np.zeros_like(population) for _ in range(3))
    killed_at_campaign, displaced_at_campaign = (np.full_like(population, -1) for _ in range(2))
    at_most = np.full_like(population, _NO_LIMIT)
    for row, model in enumerate(models):
        for entry, (name, toll) in enumerate(model.ongoing.toll.items() if model.ongoing else ()):
            population[row, entry] = names.populations.index(name)
            killed[row, entry] = round(toll.killed * days)
            displaced[row, entry] = round(toll.displaced * days)
            if toll.killed_at_campaign is not None:
                killed_at_campaign[row, entry] = round(toll.killed_at_campaign * days)
            if toll.displaced_at_campaign is not None:
                displaced_at_campaign[row, entry] = round(toll.displaced_at_campaign * days)
            again[row, entry] = round(toll.displaced_again * days)
            at_most[row, entry] = _NO_LIMIT if toll.at_most is None else toll.at_most
    return {
        "toll_population": population,
        "toll_killed": killed,
        "toll_killed_at_campaign": killed_at_campaign,
        "toll_displaced": displaced,
        "toll_displaced_at_campaign": displaced_at_campaign,
        "toll_displaced_again": again,
        "toll_at_most": at_most,
    }


def talks(names: Names) -> Talks:
    """The tracks of talks, and what reaching them pays."""
    models = list(names.scenario.talks.values())
    pays = np.zeros((len(models), len(names.powers), len(names.actors)), dtype=np.int32)
    for row, model in enumerate(models):
        for holder, debts in model.pays.items():
            for actor, amount in debts.items():
                pays[row, names.powers.index(holder), names.actors.index(actor)] = round(amount * 100)
    return Talks(
        front=integers([names.fronts.index(model.front) for model in models]),
        parties=integers(
            [[names.actors.index(party) for party in model.parties] for model in models]
        ).reshape(-1, 2),
        settles=np.array([model.settles for model in models], dtype=np.bool_),
        concession_at=integers([round(model.concession_at * 100) for model in models]),
        concession_pays=pays,
        mediators=np.array(
            [[name in host.mediates for host in names.scenario.hosts.values()] for name in names.talks],
            dtype=np.bool_,
        ).reshape(len(models), len(names.hosts)),
    )


def lines(names: Names) -> Lines:
    """The red lines that may be drawn."""
    models = list(names.scenario.lines.values())
    shape = (len(models), -1)
    return Lines(
        owner=integers([names.powers.index(model.owner) for model in models]),
        against=integers([names.actors.index(model.against) for model in models]),
        protects=integers([names.actors.index(model.protects) for model in models]),
        extended=np.array([model.protects != model.owner for model in models], dtype=np.bool_),
        least_scale=integers([SCALES.index(model.least_scale) + 1 for model in models]),
        targets=np.array(
            [[not model.targets or target in model.targets for target in names.targets] for model in models],
            dtype=np.bool_,
        ).reshape(shape if models else (0, len(names.targets))),
        fronts=np.array(
            [[front in model.fronts for front in names.fronts] for model in models], dtype=np.bool_
        ).reshape(shape if models else (0, len(names.fronts))),
    )


def promises(names: Names) -> Promises:
    """What mediators may promise."""
    models = list(names.scenario.promises.values())
    reached = [model.outcome for model in models]
    talks_wanted = [each if isinstance(each, TalksOutcome) else None for each in reached]
    quiet = [each.no_strike_on if isinstance(each, QuietOutcome) else None for each in reached]
    return Promises(
        mediator=integers([names.powers.index(model.mediator) for model in models]),
        holder=integers([names.powers.index(model.holder) for model in models]),
        about=integers([names.powers.index(model.about) for model in models]),
        turns=integers([model.turns for model in models]),
        talks=integers([names.talks.index(each.talks) if each else -1 for each in talks_wanted]),
        least=integers([round(each.at_least * 100) if each else 0 for each in talks_wanted]),
        quiet_front=integers([names.fronts.index(front) if front else -1 for front in quiet]),
    )


def assets(names: Names) -> Assets:
    """The prepared assets; what they do ends with an entry for none."""
    models = list(names.scenario.assets.values())
    return Assets(
        owner=integers([names.powers.index(model.owner) for model in models]),
        against=integers([names.actors.index(model.against) for model in models]),
        built_in=integers([model.built_in for model in models]),
        discovery=integers([round(model.discovery * 100) for model in models]),
        disarray=integers([*(model.disarray for model in models), 0]),
        killed=integers([*(round(model.killed) for model in models), 0]),
        displaced=integers([*(round(model.displaced) for model in models), 0]),
    )


def mandates(names: Names) -> Mandates:
    """Every power's own aims, as bounds on rows."""
    entries = [
        (number, mandate)
        for number, power in enumerate(names.scenario.powers.values())
        for mandate in power.mandates.values()
    ]
    rows = [bounds(names, names.powers[number], mandate.condition) for number, mandate in entries]
    return Mandates(
        power=integers([number for number, _ in entries]),
        row=integers([row for row, _, _ in rows]),
        low=integers([low for _, low, _ in rows]),
        high=integers([high for _, _, high in rows]),
        secret=np.array([mandate.secret for _, mandate in entries], dtype=np.bool_),
        texts=tuple(mandate.text for _, mandate in entries),
    )


def populations(names: Names) -> IntArray:
    """The population that strikes at an actor on a front harm, ``[actor, front]``."""
    table = np.full((len(names.actors), len(names.fronts)), -1, dtype=np.int32)
    everybody: dict[str, Power | Partner] = {**names.scenario.powers, **names.scenario.partners}
    for row, name in enumerate(names.actors):
        model = everybody[name]
        for column, front in enumerate(names.fronts):
            table[row, column] = names.populations.index(model.populations.get(front, model.population))
    return table


def air_tolls(names: Names) -> tuple[IntArray, IntArray]:
    """People killed and displaced by a limited air strike that gets through, ``[target class, actor]`` each."""
    dials, density = names.scenario.dials, names.scenario.density
    targets = [dials.target[name] for name in names.targets]
    crowding = [density.get(actor, 1.0) for actor in names.actors]
    killed = integers([[round(target.killed * crowd) for crowd in crowding] for target in targets])
    displaced = integers([[round(target.displaced * crowd) for crowd in crowding] for target in targets])
    return killed, displaced
