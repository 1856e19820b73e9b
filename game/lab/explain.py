"""Explaining one game: every number that changed, by how much, why, and by which rule."""

from collections.abc import Iterator

from game.lab.simulate import Policy
from game.rules.arrays import integers
from game.rules.chance import game_keys
from game.rules.choices import deciding, passes
from game.rules.effects import Change, Recorder
from game.rules.tables import Ending, Rules, Stage
from game.rules.turn import advance, begin, paragraph
from game.session.wording import Wording

_WITHIN_A_STEP = frozenset({"booked", "booked_turn", "crossed_now", "engagements", "window"})
"""Tracks that only count within a turn; their changes explain nothing to a reader."""


def explained(rules: Rules, wording: Wording, policy: Policy, seed: int, number: int = 0) -> Iterator[str]:
    """The lines that explain game ``number`` of a seed, played to its end; choices first, then what they changed."""
    keys = game_keys(seed, integers([number]))
    state = begin(rules, keys)
    while int(state.ending[0]) == Ending.PLAYING:
        stage, asked = Stage(state.stage), deciding(rules, state)
        choices = policy(rules, state, keys) if asked.any() else passes(rules, stage, 1)
        recorder = Recorder()
        turn = state.turn
        state = advance(rules, state, choices, keys, recorder).state
        if asked.any() or stage is Stage.BRINK:
            books = " and the books" if stage is Stage.BRINK else ""
            yield f"Turn {turn}, {wording.stage(stage)}{books}"
        for power in asked[:, 0].nonzero()[0]:
            chosen = "; ".join(wording.describe(int(option)) for option in choices[power, :, 0])
            yield f"  {wording.actor(int(power))} chooses: {chosen}"
        yield from (_line(rules, wording, change) for change in recorder.changes if _tells(rules, change))
    yield f"The end: {Ending(int(state.ending[0])).name.replace('_', ' ').lower()}."


def _tells(rules: Rules, change: Change) -> bool:
    track, _ = rules.layout.entries(change.row)
    return track.name not in _WITHIN_A_STEP


def _line(rules: Rules, wording: Wording, change: Change) -> str:
    before, after = wording.change(change.row, change.before, change.after)
    return f"  {wording.row(change.row)}: {before} → {after} ({change.cause}; {change.rule}, {paragraph(change.rule)})"
