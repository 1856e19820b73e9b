"""Which strike a doctrine finds fit, and the next best where that one may not be ordered."""

from dataclasses import replace

import numpy as np

from game.players.doctrine import DEFAULT, FORCEFUL, RESTRAINED
from game.players.strikes import StrikeList, candidates, dislike, misfits
from game.rules.arrays import IntArray, integers
from game.rules.chance import game_keys
from game.rules.strikes import unclaimed
from game.rules.tables import Rules, Slot
from game.rules.turn import begin
from game.rules.view import View, view

NORTH, SOUTH, GAMES = 0, 1, 3


def listed(rules: Rules) -> StrikeList:
    """Northland's force strikes, as a doctrine in the middle of every range finds them fit."""
    table = misfits(
        rules, NORTH, Slot.FORCE, lambda options, wanted: dislike(rules, DEFAULT, options, wanted)
    )
    return StrikeList(rules, NORTH, Slot.FORCE, [table])


def chosen(rules: Rules, barred: IntArray, known: View | None = None, wanted: int = 300) -> int:
    """The strike at Southland that fits when so much resolve is wanted and some options are not allowed."""
    first, last = rules.options.menu[NORTH, Slot.FORCE]
    allowed = np.ones((last - first, GAMES), dtype=np.bool_)
    allowed[barred - first] = False
    toward, resolve = integers(np.full(GAMES, SOUTH)), integers(np.full(GAMES, wanted))
    found = listed(rules).fitting(integers([0]), toward, resolve, allowed, known)
    assert (found == found[0]).all()
    return int(found[0])


def test_where_the_best_strike_is_not_allowed_the_next_best_is_taken(border_rules: Rules) -> None:
    options = candidates(border_rules, NORTH, Slot.FORCE, SOUTH)
    by_fit = options[np.argsort(dislike(border_rules, DEFAULT, options, 300), kind="stable")]
    for taken in range(len(by_fit)):
        assert chosen(border_rules, by_fit[:taken]) == by_fit[taken]


def test_where_no_strike_is_allowed_there_is_none(border_rules: Rules) -> None:
    first, last = border_rules.options.menu[NORTH, Slot.FORCE]
    assert chosen(border_rules, integers(np.arange(first, last))) == first


def test_a_message_that_is_worn_from_use_makes_room_for_another(border_rules: Rules) -> None:
    options = border_rules.options
    keys = game_keys(1, np.arange(GAMES))
    known = view(border_rules, begin(border_rules, keys), NORTH, keys)
    nothing = integers(np.array([], dtype=np.int32))
    before = chosen(border_rules, nothing, known)
    known.seen.message[options.message[before]] = 40
    after = chosen(border_rules, nothing, known)
    assert before == chosen(border_rules, nothing)
    assert options.message[after] != options.message[before]


def test_the_more_the_toll_weighs_the_less_a_target_among_people_fits(border_rules: Rules) -> None:
    options, classes = border_rules.options, border_rules.target_classes
    strikes = integers(np.flatnonzero(options.strike & (options.target_class >= 0)))
    among_people = classes.populated[options.target_class[strikes]] > 0
    light, heavy = (
        dislike(border_rules, replace(DEFAULT, weight_of_toll=weight), strikes, 300) for weight in (0, 90)
    )
    assert (heavy[among_people] > light[among_people]).all()
    np.testing.assert_array_equal(heavy[~among_people], light[~among_people])


def test_a_programme_is_no_target_for_a_limited_reply(consulate_rules: Rules) -> None:
    """On 19 April 2024 the reply spared nuclear sites."""
    options, classes = consulate_rules.options, consulate_rules.target_classes
    strikes = candidates(consulate_rules, 1, Slot.FORCE, 0)
    limited = strikes[(options.scale[strikes] == 1) & consulate_rules.fronts.direct[options.front[strikes]]]
    limited = limited[~options.covert[limited]]
    for doctrine in (DEFAULT, RESTRAINED, FORCEFUL):
        best = limited[dislike(consulate_rules, doctrine, integers(limited), 200).argmin()]
        assert classes.names[options.target_class[best]] != "nuclear"


def test_a_crossed_line_is_answered_by_what_others_see(consulate_rules: Rules) -> None:
    """A covert blow answers no vow, so that an open one that shows more than is asked for fits better."""
    rules, israel, iran = consulate_rules, 1, 0
    bluffing = replace(DEFAULT, bluff_rate=100)
    table = misfits(
        rules, israel, Slot.FORCE, lambda options, wanted: dislike(rules, bluffing, options, wanted)
    )
    strikes = StrikeList(rules, israel, Slot.FORCE, [table])
    first, last = rules.options.menu[israel, Slot.FORCE]
    allowed = np.ones((last - first, GAMES), dtype=np.bool_)
    toward, wanted = integers(np.full(GAMES, iran)), integers(np.full(GAMES, 50))
    for stake, secret in ((0, True), (1, False)):
        found = strikes.fitting(integers([0]), toward, wanted, allowed, stake=integers(np.full(GAMES, stake)))
        assert (unclaimed(rules)[found] == secret).all()
