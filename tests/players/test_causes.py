"""What drives a mean: the changes of watched rows, cause by cause, are those that a recorder notes one by one."""

from collections import Counter

import numpy as np

from game.players.causes import Averages, Watch
from game.rules.arrays import integers
from game.rules.effects import Effect, Recorder, at_once, carry_out
from game.rules.tables import Rules
from tests.rules.playing import opening

GAMES = 4


def effects(rules: Rules) -> list[Effect]:
    """Of each form: several causes at once, several tracks at once, and a whole track."""
    power, games = integers([0, 1, 0, 1]), integers([0, 1, 2, 3])
    rows = rules.layout.cells("standing", power)
    return [
        Effect(
            ("rain", "sun"), integers([5, -6, 7, 8]), rows=rows, games=games, causes=integers([1, 0, 1, 0])
        ),
        at_once(rules, "wind", games, ("standing", (power,), -3), ("legitimacy", (power,), 2)),
        Effect("frost", -1, "standing"),
    ]


def test_means_are_those_of_what_a_recorder_notes_and_the_state_goes_on_alike(border_rules: Rules) -> None:
    watched = border_rules.layout.cells("standing", np.arange(1))
    listened, noted, alone = (opening(border_rules, GAMES) for _ in range(3))
    averages, recorder = Averages(Watch(border_rules.layout, integers(watched)), GAMES), Recorder()
    for state, listener in ((listened, averages), (noted, recorder), (alone, None)):
        carry_out(border_rules, state, iter(effects(border_rules)), "a.rule", listener)
    expected: Counter[str] = Counter()
    for change in recorder.changes:
        expected[change.cause] += (change.after - change.before) * (change.row == watched[0])
    found = {cause.name: cause.change * GAMES for cause in averages.of(0)}
    assert found == {cause: change for cause, change in expected.items() if change}
    assert set(found) == {"sun", "wind", "frost"}
    np.testing.assert_array_equal(listened.block, alone.block)
    np.testing.assert_array_equal(noted.block, alone.block)


def test_rows_that_nobody_watches_are_not_summed_for_a_cause(border_rules: Rules) -> None:
    watch = Watch(border_rules.layout, integers(border_rules.layout.cells("standing", np.arange(1))))
    own, other = effects(border_rules)[0]._replace(rows=watch.rows), Effect("frost", -1, "legitimacy")
    assert watch.touched_by(own) is not None
    assert watch.touched_by(other) is None
