"""Writing the report of a stage: from two states, the step between them and its recorded changes."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from game.rules.arrays import IntArray
from game.rules.effects import Change
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Taken
from game.rules.tables import PASSES, Ending, Rules, Stage, slots_of
from game.rules.tracks import Axis, Tally
from game.session import headlines
from game.session.stage_report import EVERYBODY, Layer, Revealed, Salvo, StageReport, Told, Toll
from game.session.wording import Wording

TOLD_TRACKS = frozenset({
    "standing", "readiness", "warning", "legitimacy", "owed", "humiliation", "credibility", "trust", "presence",
    "cohesion", "alignment", "rung", "capacity", "loyalty", "agenda", "grievance", "disarray", "dread", "stock",
    "talks", "nuclear", "transparency", "market", "killed", "displaced", "line_stake", "promise_stake", "caretaker",
    "interceptors", "insecurity", "unknown", "affronted", "displaced_again",
    "losses", "impacts", "penetration", "asset_progress", "asset_exposed", "asset_spent",
})  # fmt: skip
"""Tracks whose changes are told in words; the others are the engine's own book-keeping."""

STRIKE_RULES = ("launches.", "harm.", "ledger.pay", "ladder.", "hosts.")
"""How the names of rules begin whose changes, to who is the author of a strike, would tell others that it is."""


class Happened(NamedTuple):
    """One stage as the engine carried it out."""

    before: State
    after: State
    step: Step
    changes: tuple[Change, ...]
    deciding: frozenset[int]
    """Powers that had more than one legal option."""
    between: bool = False
    """Whether it came between two stages, so that none was carried out."""


def reported(wording: Wording, happened: Happened) -> StageReport:
    """The report of a stage of one game."""
    before, after = happened.before, happened.after
    salvos = tuple(_salvos(wording, happened.step))
    revealed = tuple(_revealed(wording, happened))
    toll = _toll(wording.rules, before, after)
    brink = int(after.brink[0]) if Stage(before.stage) is Stage.ANSWER_3 else -1
    facts = headlines.Facts(wording, happened.before, happened.after, happened.changes, revealed, salvos)
    return StageReport(
        turn=before.turn,
        stage=int(before.stage),
        turn_ended=Stage(before.stage) is Stage.BRINK and not happened.between,
        revealed=revealed,
        salvos=salvos,
        changes=happened.changes,
        told=tuple(_told(wording, happened.changes, _hidden_authors(salvos))),
        headlines=tuple(headlines.written(facts)),
        windows=tuple((int(power), int(actor)) for power, actor in np.argwhere(after.window[:, :, 0] > 0)),
        offers=tuple(
            (int(promise), int(after.offer[promise, 0])) for promise in np.flatnonzero(after.offer[:, 0])
        ),
        brink=brink if brink >= 0 else None,
        toll=toll,
        tally={tally: int(after.tally[place, 0]) for place, tally in enumerate(Tally)},
        between=happened.between,
    )


def stage_of(wording: Wording, report: StageReport) -> str:
    """When it was that a report tells of, in words: its stage or, with the books in it, the end of the turn."""
    return "the end of the turn" if report.turn_ended else wording.stage(report.stage)


def _revealed(wording: Wording, happened: Happened) -> Iterator[Revealed]:
    """What powers chose; a pass is nothing to tell, and neither is what a power could not choose."""
    options, stage = wording.rules.options, happened.step.stage
    for power in sorted(happened.deciding):
        for place, slot in enumerate(slots_of(stage)):
            option = int(happened.step.choices[power, place, 0])
            first = options.menu[power, slot][0]
            if option == first and options.keys[option].endswith(PASSES):
                continue
            yield _as_revealed(wording, power, option)


def _as_revealed(wording: Wording, power: int, option: int) -> Revealed:
    own: frozenset[int] | None = frozenset({power})
    options = wording.rules.options
    author = own if options.covert[option] and not options.humiliation[option] else EVERYBODY
    return Revealed(power, option, wording.describe(option), _audience(wording, power, option), author)


def _audience(wording: Wording, power: int, option: int) -> frozenset[int] | None:
    """Who learns of a choice: promises, assurances and a request to hold are between two.

    Asking a partner, and holding, are quiet.
    """
    options, promises = wording.rules.options, wording.rules.promises
    promise = int(options.promise[option])
    if promise >= 0:
        return frozenset({int(promises.mediator[promise]), int(promises.holder[promise])})
    if options.assures[option] >= 0:
        return frozenset({power, int(options.assures[option])})
    if options.restrains[option] >= 0:
        return frozenset({power, int(options.restrains[option])})
    order = wording.scenario.orders.get(options.orders[options.order[option]])
    prepares_secretly = order is not None and order.family == "covert" and not options.strike[option]
    asks = options.ask_act[option] >= 0 or options.asks_all[option] or options.ask_restraint[option] >= 0
    quiet = options.holds[option] or asks
    return frozenset({power}) if quiet or prepares_secretly else EVERYBODY


def _salvos(wording: Wording, step: Step) -> Iterator[Salvo]:
    strikes, options = step.strikes, wording.rules.options
    for place in range(len(strikes)):
        option = int(strikes.option[place])
        yield Salvo(
            attacker=int(strikes.attacker[place]),
            target=int(options.target[option]),
            front=int(options.front[option]),
            option=option,
            asked=bool(strikes.asked[place]),
            covert=bool(options.covert[option] and not options.humiliation[option]),
            unclaimed=bool(options.covert[option]),
            launched=_counts(wording, strikes.launched[:, place]),
            arrived=_counts(wording, strikes.arrived[:, place]),
            engaged=_counts(wording, strikes.engaged[:, place]),
            layers=tuple(_layers(wording, int(options.defence[option]), strikes.killed[:, :, place])),
            leaked=_counts(wording, strikes.leaked[:, place]),
            populated=int(strikes.populated[place]),
            on_target=int(strikes.on_target[place]),
            fell=int(strikes.fell[place]),
            deaths=int(strikes.deaths[place]),
            resolve=int(strikes.resolve[place]),
            taken=Taken(*(int(column[place]) for column in strikes.taken)),
        )


def _counts(wording: Wording, counts: IntArray) -> dict[str, int]:
    names = wording.rules.munitions.names
    return {name: int(count) for name, count in zip(names, counts, strict=True) if count}


def _layers(wording: Wording, defence: int, killed: IntArray) -> Iterator[Layer]:
    if defence < 0:
        return
    defences = wording.rules.defences
    for layer, stopped in zip(defences.of_defence[defence], killed, strict=False):
        if layer >= 0:
            yield Layer(
                defences.layers[layer], wording.layer(defences.layers[layer]), _counts(wording, stopped)
            )


def _toll(rules: Rules, before: State, after: State) -> Toll:
    people = rules.layout.names[Axis.POPULATION]
    return Toll(_rise(people, before.killed, after.killed), _rise(people, before.displaced, after.displaced))


def _rise(people: tuple[str, ...], before: IntArray, after: IntArray) -> dict[str, int]:
    return {name: int(rise) for name, rise in zip(people, (after - before)[:, 0], strict=True) if rise}


def _told(
    wording: Wording, changes: tuple[Change, ...], hidden: frozenset[int]
) -> Iterator[tuple[frozenset[int] | None, Told]]:
    for change in changes:
        track, entries = wording.rules.layout.entries(change.row)
        if track.name not in TOLD_TRACKS:
            continue
        before, after = wording.change(change.row, change.before, change.after)
        told = Told(
            change.row,
            wording.row(change.row),
            before,
            after,
            change.cause,
            change.rule,
            change,
        )
        yield _sees(wording, change, entries, hidden), told


def _sees(
    wording: Wording, change: Change, entries: tuple[str, ...], hidden: frozenset[int]
) -> frozenset[int] | None:
    """The seats that see a row exactly; what a covert act costs its author abroad is told to the author alone."""
    powers = wording.rules.layout.names[Axis.POWER]
    if entries and entries[0] in powers and change.rule.startswith(STRIKE_RULES):
        owner = powers.index(entries[0])
        if owner in hidden:
            return frozenset({owner})
    exact = np.flatnonzero(wording.rules.sight[:, change.row] == Sight.EXACT)
    return EVERYBODY if len(exact) == wording.rules.powers else frozenset(exact.tolist())


def _hidden_authors(salvos: tuple[Salvo, ...]) -> frozenset[int]:
    """Powers whose only strikes of the step are covert."""
    open_authors = {salvo.attacker for salvo in salvos if not salvo.covert}
    return frozenset({salvo.attacker for salvo in salvos if salvo.covert} - open_authors)


def ending_words(ending: str) -> str:
    """How a game ended, in one plain sentence."""
    return _ENDINGS[ending]


_ENDINGS: Mapping[str, str] = {
    Ending.REGIONAL_WAR.name.lower(): "The game ended in a regional war.",
    Ending.SETTLEMENT.name.lower(): "The game ended in a settlement: talks got there and the fronts were quiet.",
    Ending.HORIZON.name.lower(): "The game reached its last turn.",
    "fallen": "The game ended because the last government that a person played fell.",
    "stopped": "The group ended it here, before its end.",
}
