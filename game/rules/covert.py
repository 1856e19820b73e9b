"""What is prepared and known in secret: assets, penetration, and the complacency of quiet turns (rules.md §8).

A prepared asset is built long before, may be found before it is used, and is used once [A 15 to A 17]. Penetration
is finite: what goes to one actor is not collected on another [A 21, A 22]. Quiet turns and inducements lower the
true warning about an actor, while the assessment that a government looks at still says "deterred" [B 81].
"""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, IntArray, any_of, cell, entries, integers, times, which, within
from game.rules.blows import blows
from game.rules.chance import Purpose
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules

BEST_WARNING = 300
"""The best that warning can be: with it bands are right."""


def true_warning(rules: Rules, state: State, power: IntArray, actor: IntArray, game: IntArray) -> IntArray:
    """How well ``power`` is warned of what ``actor`` does, hundredths from 0 to 300; arrays ``[case]``.

    Its warning, with what penetration adds and complacency takes. Only the first of these is displayed.
    """
    at = cell(state.penetration, power, actor, game)
    inside = times(state.penetration.take(at), rules.numbers.penetration_warning)
    warning = entries(state.warning, power, game) + inside - state.complacency.take(at)
    return integers(within(warning, 0, BEST_WARNING))


def true_warnings(rules: Rules, state: State, power: int) -> IntArray:
    """As ``true_warning``, about every actor; ``[actor, game]``, and a last row for what is about no actor."""
    inside = times(state.penetration[power], rules.numbers.penetration_warning)
    about = within(state.warning[power] + inside - state.complacency[power], 0, BEST_WARNING)
    return integers(np.concatenate([about, state.warning[power][None]]))


def damage_share(rules: Rules, state: State, strikes: Strikes) -> IntArray:
    """What a strike's damage is multiplied by, percent, ``[strike]``.

    Who is known from inside loses more when its leadership is struck, and a partner in disarray loses more to
    any strike: one blow opens the window for a larger one [A 17].
    """
    numbers, game = rules.numbers, strikes.game
    target = strikes.target
    share = np.full(len(strikes), 100, dtype=np.int32)
    at_leadership = blows(rules).leadership.take(strikes.option)
    known = which(at_leadership & (strikes.attacker < rules.powers))
    if known.size:
        inside = entries(
            state.penetration, strikes.attacker.take(known), target.take(known), game.take(known)
        )
        share[known] += integers(times(inside, numbers.penetration_damage))
    partners = which(target >= rules.powers)
    if partners.size:
        adrift = entries(state.disarray, target.take(partners) - rules.powers, game.take(partners)) > 0
        share[partners] += numbers.disarray_damage * integers(adrift)
    return share


def find_assets(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An asset that was about to be found is lost unless it was used; a finished one may be found in turn.

    rules.md §8. Its owner learns a turn before: use it now or lose it [A 16]. A counter-intelligence sweep of the
    side that it is aimed at makes that likelier.
    """
    assets, numbers = rules.assets, rules.numbers
    lost = (state.asset_exposed > 0) & (state.asset_spent == 0)
    yield Effect(causes.FOUND_BEFORE_USE, integers(lost), "asset_spent")
    swept = state.sweep[rules.patron_of[assets.against]] > 0
    chance = assets.discovery[:, None] + numbers.sweep_discovery * swept
    found = (state.asset_progress >= assets.built_in[:, None]) & (state.asset_spent == 0) & ~lost
    if any_of(found):
        found &= step.chance.rolls(Purpose.DISCOVERY, len(assets.owner)) < chance
    yield Effect(causes.ABOUT_TO_BE_FOUND, integers(found) - state.asset_exposed, "asset_exposed")


def lose_sources(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Sources dry up when nobody tends them, and faster where the other side sweeps its camp for them [A 22]."""
    if not any_of(state.penetration):
        return
    swept = state.sweep[rules.patron_of] > 0
    yield Effect("sources dry up", -times(state.penetration, rules.numbers.penetration_fade), "penetration")
    cause = "a counter-intelligence sweep"
    yield Effect(
        cause,
        np.broadcast_to(-rules.numbers.sweep_penetration * swept, state.penetration.shape),
        "penetration",
    )


def shatter_assessments(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An actor that strikes is seen as it is again: the assessment that it was deterred is shattered [B 81].

    What nobody claims shatters nothing, as nobody knows whom it disproves.
    """
    strikes = step.strikes
    if not len(strikes):
        return
    target = strikes.target
    struck = which((target < rules.powers) & ~strikes.unclaimed)
    power, actor, game = target.take(struck), strikes.attacker.take(struck), strikes.game.take(struck)
    trusted = entries(state.complacency, power, actor, game)
    wrong = trusted >= rules.numbers.complacency_shown
    for cause, some in ((causes.ASSESSMENT_WRONG, wrong), (causes.STRUCK, (trusted > 0) & ~wrong)):
        pair = (power[some], actor[some])
        yield on_cells(rules, cause, "complacency", pair, game[some], -trusted[some])


def grow_complacent(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A quiet turn and inducements lower the true warning about an actor; nobody sees it (rules.md §8, [B 81]).

    A turn is quiet toward an actor of another camp that did no injury, while no front between the two is hot.
    """
    if not rules.assumptions.false_confidence:
        return
    numbers = rules.numbers
    strangers = rules.camp[: rules.powers, None] != rules.camp
    quiet = strangers[:, :, None] & (state.booked_turn == 0) & ~_hot_between(rules, state)
    drift = numbers.complacency_drift + numbers.complacency_inducement * state.inducement
    yield Effect("a quiet turn", drift * quiet, "complacency")


def _hot_between(rules: Rules, state: State) -> BoolArray:
    """Whether a front on which a power and an actor meet is above what counts as quiet; ``[power, actor, game]``."""
    hot = np.zeros((rules.powers, rules.actors, state.games), dtype=np.bool_)
    above = state.rung > rules.numbers.complacency_rung
    for front, sides in enumerate(rules.fronts.principals):
        first, second = sides
        if first >= 0 and second >= 0:
            hot[first, second] |= above[front]
            hot[second, first] |= above[front]
    for partner, front in enumerate(rules.partners.front):
        hot[:, rules.powers + partner] |= above[front]
    return hot
