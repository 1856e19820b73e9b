"""Which options are legal, why others are not, and picking one at random (rules.md §3).

Each slot's options are those that the attention and readiness left allow, so that legality is a mask per slot
and never a joint check.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, WordArray, any_row, cell, integers, places, which
from game.rules.chance import Chance, Purpose, roll
from game.rules.ends import playing
from game.rules.state import State
from game.rules.tables import ORDER_SLOTS, SCENARIOS, Ending, Rules, Runs, Slot, Stage, slots_of


class IllegalChoice(ValueError):
    """An option that may not be chosen here; the message says which, why, and what would enable it."""


class Means(NamedTuple):
    """Attention and readiness that a power has left for the next slot; ``[game]`` each."""

    attention: IntArray
    readiness: IntArray


def met_needs(
    rules: Rules, state: State, slots: tuple[Slot, ...] = (), power: int | None = None
) -> BoolArray:
    """Which needs hold, attention and readiness aside; ``[need, game]``.

    Only needs of options of the slots, by default those of the stage, and where one is named of the power, are
    looked at; the others count as not met.
    """
    needs = rules.needs
    of_slots = needs.of_slots if power is None else needs.of_powers[power]
    asked = of_slots[slots or slots_of(Stage(state.stage))]
    values, lower = state.rows(asked.row), len(asked.at_least)
    holds = np.empty(values.shape, dtype=np.bool_)
    np.greater_equal(values[:lower], asked.at_least, out=holds[:lower])
    np.less_equal(values[lower:], asked.at_most, out=holds[lower:])
    holds &= playing(state)
    met = np.zeros((len(needs.attention), state.games), dtype=np.bool_)
    met[asked.need] = holds.take(asked.first, axis=0)
    for need, test in asked.further:
        met[need] &= holds.take(test, axis=0)
    return met


def means(state: State, power: int) -> Means:
    """What a power has at the start of a stage."""
    return Means(state.attention[power], state.readiness[power])


def after(rules: Rules, left: Means, option: IntArray) -> Means:
    """What is left once ``option`` (``[game]``) is chosen."""
    return Means(
        left.attention - rules.options.attention[option], left.readiness - rules.options.readiness[option]
    )


def legal(
    rules: Rules,
    state: State,
    power: int,
    slot: Slot,
    left: Means | None = None,
    met: BoolArray | None = None,
) -> BoolArray:
    """Which options of a power's menu are legal; ``[option of the menu, game]``.

    The first option of a menu (pass, make no offer, absorb, stop) always is. ``left`` is what earlier slots of the
    stage left over; ``met`` spares working out ``met_needs`` again.
    """
    met = met_needs(rules, state, (slot,), power) if met is None else met
    menu = _menu(rules, power, slot)
    allowed = menu.open_runs(met, left or means(state, power)).repeat(menu.runs.length, axis=0)
    allowed[0] = True
    return allowed


class _Menu(NamedTuple):
    """The runs of a menu, and their prices; numbers are as narrow as the menu and the tracks' bounds allow."""

    runs: Runs
    price: IntArray
    """Which of the different prices each run has, ``[run]``."""
    attention: IntArray
    """``[price, 1]``, as readiness."""
    readiness: IntArray
    length: IntArray
    """How many options each run has, ``[run, 1]``."""
    bounds: IntArray
    """The run with which each order begins, and at last the number of all, ``[order + 1]``."""

    def open_runs(self, met: BoolArray, left: Means, games: IntArray | None = None) -> BoolArray:
        """The runs whose needs are met and for which the means suffice, ``[run, game]``.

        ``games`` are the places in ``met`` of the games that ``left`` is of, all by default.
        """
        open_runs: BoolArray = met.take(self.runs.need, axis=0)
        if games is not None:
            open_runs = _of(open_runs, games)
        if len(self.attention) > 1:  # the one price that every menu has is that of passing: nothing
            afforded = self.attention <= left.attention.astype(np.int8)
            afforded &= self.readiness <= left.readiness.astype(np.int16)
            open_runs &= afforded.take(self.price, axis=0)
        return open_runs


@lru_cache(maxsize=SCENARIOS * 64)
def _menu(rules: Rules, power: int, slot: Slot) -> _Menu:
    runs, needs = rules.options.runs[power, slot], rules.needs
    costs = np.stack([needs.attention.take(runs.need), needs.readiness.take(runs.need)])
    (attention, readiness), price = np.unique(costs, axis=1, return_inverse=True)
    narrow = np.min_scalar_type(-int(runs.length.sum()) - 1)
    return _Menu(
        runs,
        price.reshape(-1),
        attention.astype(np.int8)[:, None],
        readiness.astype(np.int16)[:, None],
        runs.length.astype(narrow)[:, None],
        np.append(runs.first_of_order, len(runs.need)),
    )


def reasons_against(
    rules: Rules, state: State, option: int, left: Means | None = None, game: int = 0
) -> list[str]:
    """Why an option is not legal in one game of the batch, in the words of the scenario; empty if it is."""
    needs, need = rules.needs, int(rules.options.need[option])
    power, slot = int(rules.options.power[option]), int(rules.options.slot[option])
    if option == rules.options.menu[power, slot][0]:
        return []
    left = left or means(state, power)
    found = []
    if state.ending[game] != Ending.PLAYING:
        found.append("The game is over.")
    if needs.attention[need] > left.attention[game]:
        found.append(f"Needs {needs.attention[need]} attention; {left.attention[game]} left.")
    if needs.readiness[need] > left.readiness[game]:
        found.append(
            f"Needs {needs.readiness[need] / 100:g} readiness; {left.readiness[game] // 10 / 10:g} left."
        )
    for condition in needs.conditions[need]:
        value = state.block[needs.row[condition], game]
        if not needs.low[condition] <= value <= needs.high[condition]:
            found.append(rules.needs.reasons[condition])
    return found


def check(rules: Rules, state: State, choices: IntArray) -> None:
    """Raise IllegalChoice for the first choice that is not legal; ``[power, slot, game]``."""
    for power in range(rules.powers):
        left = means(state, power)
        for place, slot in enumerate(slots_of(Stage(state.stage))):
            start, stop = rules.options.menu[power, slot]
            chosen = choices[power, place]
            inside = (chosen >= start) & (chosen < stop)
            allowed = legal(rules, state, power, slot, left)
            ok = inside & allowed[np.clip(chosen - start, 0, stop - start - 1), np.arange(state.games)]
            if not ok.all():
                raise IllegalChoice(_complaint(rules, state, int(chosen[~ok][0]), left, int(which(~ok)[0])))
            left = after(rules, left, chosen)


def lawful(
    rules: Rules,
    state: State,
    choices: IntArray,
    met: BoolArray | None = None,
    powers: Iterable[int] | None = None,
) -> IntArray:
    """The choices with what is not legal replaced by a pass; ``[power, slot, game]``.

    ``met`` spares working out ``met_needs`` again; ``powers`` are those that do not all pass, if that is known.
    What a power cannot see may stand in the way of what it wants: then the order cannot be carried out.
    """
    result, slots = choices.copy(), slots_of(Stage(state.stage))
    met, games = met_needs(rules, state) if met is None else met, np.arange(state.games)
    for power in range(rules.powers) if powers is None else powers:
        left = means(state, power)
        for place, slot in enumerate(slots):
            chosen, (start, _) = result[power, place], rules.options.menu[power, slot]
            need = rules.options.need.take(chosen)
            allowed = rules.needs.attention.take(need) <= left.attention
            allowed &= rules.needs.readiness.take(need) <= left.readiness
            allowed &= met.reshape(-1).take(cell(met, need, games))
            chosen[~allowed] = start
            if slot in ORDER_SLOTS:
                left = after(rules, left, chosen)
    return result


def _complaint(rules: Rules, state: State, option: int, left: Means, game: int) -> str:
    if not 0 <= option < len(rules.options):
        return f"There is no option {option}."
    reasons = " ".join(reasons_against(rules, state, option, left, game)) or "It is not this slot's."
    return f"{rules.options.keys[option]} cannot be chosen now. {reasons}"


def passes(rules: Rules, stage: Stage, games: int) -> IntArray:
    """Everybody passes: the first option of every menu; ``[power, slot, game]``."""
    return _passes(rules, stage).repeat(games, axis=-1)


@lru_cache(maxsize=SCENARIOS * len(Stage))
def _passes(rules: Rules, stage: Stage) -> IntArray:
    """The first option of every menu in a single game; ``[power, slot, 1]``."""
    slots, powers = slots_of(stage), range(rules.powers)
    return integers([[[rules.options.menu[power, slot][0]] for slot in slots] for power in powers])


def deciding(rules: Rules, state: State) -> BoolArray:
    """Which powers have more than one legal option at this stage; ``[power, game]``."""
    return ask(rules, state).deciding


def open_slots(rules: Rules, state: State, choices: IntArray) -> BoolArray:
    """Which slots have more than one legal option, given what those before them chose; ``[power, slot, game]``."""
    met, slots = met_needs(rules, state), slots_of(Stage(state.stage))
    found = np.zeros(choices.shape, dtype=np.bool_)
    for power in range(rules.powers):
        left = means(state, power)
        for place, slot in enumerate(slots):
            found[power, place] = any_row(_menu(rules, power, slot).open_runs(met, left)[1:])
            left = after(rules, left, choices[power, place])
    return found


class Asked(NamedTuple):
    """What a stage asks: which needs are met, ``[need, game]``, and who has a decision, ``[power, game]``."""

    met: BoolArray
    deciding: BoolArray


def ask(rules: Rules, state: State) -> Asked:
    """Which needs are met at this stage, and which powers have more than one legal option."""
    met, going = met_needs(rules, state), playing(state)
    deciding = np.zeros((rules.powers, state.games), dtype=np.bool_)
    for power in range(rules.powers):
        left = means(state, power)
        for place, slot in enumerate(slots_of(Stage(state.stage))):
            if place and np.array_equal(deciding[power], going):
                break  # nobody else can have a decision
            deciding[power] |= any_row(_menu(rules, power, slot).open_runs(met, left)[1:])
    return Asked(met, deciding)


def at_random(rules: Rules, state: State, chance: Chance, asked: Asked | None = None) -> IntArray:
    """A random legal choice for every power: an order at random, then one of its options; ``[power, slot, game]``.

    ``asked`` spares working out again what the stage asks.
    """
    met, deciding = asked or ask(rules, state)
    slots = slots_of(Stage(state.stage))
    choices = passes(rules, Stage(state.stage), state.games)
    for power in range(rules.powers):
        games = which(deciding[power])
        if not games.size:
            continue
        left = Means(*(_of(mean, games) for mean in means(state, power)))
        first, count = 2 * len(slots) * power, 2 * len(slots)
        words = replace(chance, keys=_of(chance.keys, games)).words(Purpose.RANDOM_PLAY, count, first)
        for place, slot in enumerate(slots):
            menu = _menu(rules, power, slot)
            chosen = _pick(menu, menu.open_runs(met, left, games), words[2 * place : 2 * place + 2])
            choices[power, place, games] = chosen
            if slot in ORDER_SLOTS:
                left = after(rules, left, chosen)
    return choices


def _of(values: Any, games: IntArray) -> Any:
    """The values of some games; nothing need be taken out where that is all of them."""
    return values if len(games) == values.shape[-1] else values.take(games, axis=-1)


def _pick(menu: _Menu, open_runs: BoolArray, words: WordArray) -> IntArray:
    """One option of a menu at random: an order by the first word, one of its options by the second; ``[game]``.

    ``open_runs`` says which of the menu's runs are legal, ``[run, game]``; the first always is.
    """
    open_runs[0] = True
    games = open_runs.shape[1]
    reach = _running_total(open_runs * menu.length, menu.length.dtype)
    reach_of_order = reach.take(menu.bounds, axis=0)
    open_orders = _running_total(reach_of_order[1:] > reach_of_order[:-1], reach.dtype)
    here = np.arange(games)
    place = _passed(open_orders, roll(words[0], open_orders[-1])) * games + here
    before, beyond = reach_of_order.take(place), reach_of_order.take(place + games)
    wanted = before + roll(words[1], beyond - before)
    run = _passed(reach, wanted)
    return integers(menu.runs.start.take(run) + wanted - reach.take(run * games + here))


def _running_total(rows: IntArray | BoolArray, narrow: "np.dtype[Any]") -> IntArray:
    """The sum of the rows before each, and of all, ``[row + 1, game]``; ``cumsum`` is slow across games."""
    total = np.empty((len(rows) + 1, rows.shape[1]), dtype=narrow)
    total[0] = 0
    for row, each in enumerate(rows):
        np.add(total[row], each, out=total[row + 1])
    return total


def _passed(reach: IntArray, wanted: IntArray) -> IntArray:
    """In which row a running total passes what is wanted; ``[game]``."""
    passed = (reach[1:] <= wanted.astype(reach.dtype)).view(np.int8)  # numpy adds these up faster than masks
    return places(np.add.reduce(passed, dtype=reach.dtype))
