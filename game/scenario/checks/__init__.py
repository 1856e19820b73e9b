"""Checks of meaning: what is wrong with a scenario although every value in it is of the right kind.

Each check is a function from a scenario to defects, a path and a message each, and says why it is there.
"""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Final

from game.scenario.checks import (
    arms,
    events,
    geography,
    letters,
    names,
    orders,
    parties,
    pictures,
    record,
    references,
    sizes,
    tracks,
)
from game.scenario.checks.playable import unplayable
from game.scenario.checks.walk import Defect
from game.scenario.load import Check
from game.scenario.models import Scenario

Finding = Callable[[Scenario], Iterator[Defect]]

NAMING: Final[tuple[Finding, ...]] = (
    references.undefined_names,
    references.undefined_sources,
    references.ambiguous_names,
    tracks.wrong_tracks,
    arms.incomplete_dials,
)
"""Names that mean nothing here, so that the scenario cannot be compiled."""

MEANING: Final[tuple[Finding, ...]] = (
    names.unfit_names,
    letters.unshown_letters,
    pictures.unknown_pictures,
    geography.missing_base_map,
    geography.nowhere_on_the_map,
    tracks.impossible_bounds,
    tracks.idle_shifts,
    tracks.idle_choices,
    orders.misplaced_orders,
    orders.misplaced_effects,
    orders.repeated_effects,
    orders.repeated_settings,
    orders.empty_orders,
    orders.borrowed_words,
    orders.orders_at_oneself,
    orders.assets_at_oneself,
    orders.two_strikes,
    orders.readiness_twice,
    orders.idle_powers,
    arms.missing_salvos,
    arms.unarmed_partners,
    arms.shares_above_one,
    arms.unsorted_ranges,
    arms.unexplained_harm,
    parties.leaders_elsewhere,
    parties.relations_to_oneself,
    parties.elections_out_of_time,
    parties.lopsided_mandates,
    parties.one_sided_doctrines,
    parties.fronts_without_two_sides,
    parties.lines_for_strangers,
    parties.too_many_lines,
    parties.crossings_of_nothing,
    parties.promises_of_parties,
    parties.quiet_promised_by_the_quiet,
    parties.talks_with_oneself,
    events.unsorted_harm,
    events.repeated_event_names,
    record.missing_sources,
    record.missing_choices,
)
"""What contradicts the rules or itself. These pass over names that are not defined."""

ADVICE: Final[tuple[Finding, ...]] = (
    geography.spots_of_nobody,
    record.numbers_without_confidence,
    record.unattributed_tolls,
    record.uneven_briefings,
    record.promises_of_what_is_there,
)
"""What an author should look at, and may leave."""


DEFECTS_SOUGHT: Final = 200
"""Twice as many as are shown: for thousands, the nearest name of each would take long to find."""


def defects(scenario: Scenario) -> Iterator[Defect]:
    """Everything for which a scenario is refused, or the first ``DEFECTS_SOUGHT`` of it.

    What play can reach is only sought once everything has a meaning, and nothing is in what is far too large.
    """
    checks = (check(scenario) for check in (*NAMING, *MEANING))
    found = list(sizes.oversized(scenario)) or list(islice(chain.from_iterable(checks), DEFECTS_SOUGHT))
    yield from found or unplayable(scenario)


def sound_names(scenario: Scenario) -> Iterator[Defect]:
    """What keeps a scenario from being compiled."""
    for check in NAMING:
        yield from check(scenario)


def advice(scenario: Scenario) -> Iterator[Defect]:
    """What should be mended in a scenario that can be played."""
    for check in ADVICE:
        yield from check(scenario)


ALL_CHECKS: Final[tuple[Check[Scenario], ...]] = (defects,)
"""What ``load.read`` is given."""

__all__ = ["ADVICE", "ALL_CHECKS", "MEANING", "NAMING", "advice", "defects", "sound_names"]
