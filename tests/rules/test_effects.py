"""Effects: several at once are the same as one after another, and whoever listens is told of each cause."""

import numpy as np

from game.rules.arrays import integers
from game.rules.effects import Effect, Recorder, apply, at_once, back_to_zero, carry_out, on_cells
from game.rules.tables import Rules
from tests.rules.playing import opening

POWER, GAMES = integers([0, 1, 0]), integers([0, 1, 1])
PARTS = (
    ("standing", (POWER,), integers([30, -40, 50])),
    ("legitimacy", (POWER,), -20),
    ("tally", (2,), 1),
)


def test_entries_changed_at_once_are_those_changed_one_after_another(border_rules: Rules) -> None:
    together, apart = opening(border_rules, 2), opening(border_rules, 2)
    apply(border_rules, together, at_once(border_rules, "a cause", GAMES, *PARTS))
    for track, indices, change in PARTS:
        apply(border_rules, apart, on_cells(border_rules, "a cause", track, indices, GAMES, change))
    assert np.array_equal(together.block, apart.block)


def test_entries_changed_at_once_keep_each_within_the_bounds_of_its_own_track(border_rules: Rules) -> None:
    state = opening(border_rules, 2)
    place = border_rules.layout.places
    apply(
        border_rules,
        state,
        at_once(
            border_rules,
            "far too much",
            GAMES,
            ("standing", (POWER,), 10**6),
            ("trust", (0, POWER), -(10**6)),
        ),
    )
    assert state.standing[0, 1] == place["standing"].high
    assert state.trust[0, 0, 0] == place["trust"].low


def test_tracks_taken_back_to_zero_are_zero_and_told_of(border_rules: Rules) -> None:
    state, recorder = opening(border_rules, 1), Recorder()
    state.act[:], state.exchanges[:] = 3, 1
    carry_out(
        border_rules, state, iter([back_to_zero("the turn ends", "act", "exchanges")]), "a.rule", recorder
    )
    assert not state.act.any()
    assert not state.exchanges.any()
    assert len(recorder.changes) == state.act.size + state.exchanges.size
    assert {change.cause for change in recorder.changes} == {"the turn ends"}


def test_cells_with_a_cause_each_are_told_of_by_their_own_causes(border_rules: Rules) -> None:
    state, recorder = opening(border_rules, 2), Recorder()
    rows = border_rules.layout.cells("standing", POWER)
    effect = Effect(("rain", "sun"), integers([5, 6, 7]), rows=rows, games=GAMES, causes=integers([1, 0, 1]))
    carry_out(border_rules, state, iter([effect]), "a.rule", recorder)
    told = {(change.row, change.place): change.cause for change in recorder.changes}
    assert list(told.values()).count("sun") == 2
    assert told[int(rows[1]), 1] == "rain"
