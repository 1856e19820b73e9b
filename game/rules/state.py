"""The state of a batch of games: one block of rows, with each track as a named window on it."""

import numpy as np

from game.rules.arrays import IntArray
from game.rules.tracks import Layout


class State:
    """Where every game of a batch stands. All windows are views of ``block``; the last axis is games.

    ``turn`` counts from 1; all games of a batch are in the same turn and stage. Rules receive a state that they
    may change through ``apply``; whoever calls the engine gets a new state each time.
    """

    standing: IntArray
    insecurity: IntArray
    attention: IntArray
    readiness: IntArray
    warning: IntArray
    legitimacy: IntArray
    owed: IntArray
    humiliation: IntArray
    veiled: IntArray
    veiled_age: IntArray
    unclaimed: IntArray
    denied: IntArray
    unknown: IntArray
    credibility: IntArray
    trust: IntArray
    presence: IntArray
    cohesion: IntArray
    collapsed: IntArray
    alignment: IntArray
    drawn_in: IntArray
    affronted: IntArray
    alert: IntArray
    shield: IntArray
    open_airspace: IntArray
    sheltered: IntArray
    asked_to_hold: IntArray
    backing: IntArray
    interest: IntArray
    doubt: IntArray
    concluded: IntArray
    assured: IntArray
    assured_next: IntArray
    struck: IntArray
    decisive: IntArray
    blows: IntArray
    held_back: IntArray
    booked: IntArray
    booked_turn: IntArray
    crossed_now: IntArray
    window: IntArray
    losses: IntArray
    losses_before: IntArray
    campaign: IntArray
    home_front: IntArray
    impacts: IntArray
    caretaker: IntArray
    season: IntArray
    lines: IntArray
    rung: IntArray
    act: IntArray
    balance: IntArray
    state_act: IntArray
    exchanges: IntArray
    capacity: IntArray
    loyalty: IntArray
    agenda: IntArray
    grievance: IntArray
    disarray: IntArray
    partner_losses: IntArray
    partner_losses_before: IntArray
    marked: IntArray
    overrated: IntArray
    strong: IntArray
    blunted: IntArray
    dread: IntArray
    acted: IntArray
    round: IntArray
    aid: IntArray
    aid_before: IntArray
    credited: IntArray
    disowned: IntArray
    stock: IntArray
    interceptors: IntArray
    engagements: IntArray
    talks: IntArray
    leverage: IntArray
    leverage_before: IntArray
    failures: IntArray
    conceded: IntArray
    line_stake: IntArray
    line_crossed: IntArray
    line_answer: IntArray
    line_quiet: IntArray
    line_helped: IntArray
    offer: IntArray
    promise_stake: IntArray
    promise_left: IntArray
    promise_violated: IntArray
    promise_freeze: IntArray
    asset_progress: IntArray
    asset_exposed: IntArray
    asset_spent: IntArray
    penetration: IntArray
    complacency: IntArray
    inducement: IntArray
    sweep: IntArray
    nuclear: IntArray
    transparency: IntArray
    market: IntArray
    killed: IntArray
    displaced: IntArray
    displaced_again: IntArray
    message: IntArray
    event: IntArray
    brink: IntArray
    last_turn: IntArray
    ending: IntArray
    tally: IntArray

    def __init__(self, layout: Layout, block: IntArray, turn: int, stage: int) -> None:
        self.layout = layout
        self.block = block
        self.games: int = block.shape[1]
        """How many games the batch holds."""
        self.turn = turn
        self.stage = stage

    def made(self, name: str) -> IntArray:
        """The window of a track, made only when it is asked for: few stages look at all of them."""
        place = self.layout.places[name]
        window = self.block[place.rows]
        return window if len(place.shape) == 1 else window.reshape(place.shape + window.shape[1:])

    def rows(self, rows: IntArray) -> IntArray:
        """Some rows of the block, ``[row, game]``."""
        return self.block.take(rows, axis=0)

    def copy(self) -> "State":
        """The same position in a block of its own."""
        return State(self.layout, self.block.copy(), self.turn, self.stage)

    def take(self, games: IntArray) -> "State":
        """The position of the games at the given places of the batch, in that order."""
        block = self.block.take(games, axis=1, mode="clip")
        return State(self.layout, block, self.turn, self.stage)

    def repeat(self, games: int) -> "State":
        """A batch of one spread over ``games`` equal games."""
        return State(self.layout, np.repeat(self.block, games, axis=1), self.turn, self.stage)


class _Window:
    """A track of a state, or the whole block; the window is made when it is first asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, state: State, owner: type[State]) -> IntArray:
        """The window, which the state keeps under its name and shows itself from then on."""
        window = state.__dict__[self._name] = state.made(self._name)
        return window


for _name in ("block", *State.__annotations__):
    setattr(State, _name, _Window(_name))
