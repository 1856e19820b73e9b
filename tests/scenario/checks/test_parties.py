"""Powers, camps, fronts, lines and promises that contradict the rules."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            "camps: {southern: {leader: northland}}",
            "camps.southern.leader: northland stands in the camp 'northern'",
        ),
        (
            "powers: {southland: {rivals: [southland]}}",
            "powers.southland.rivals[0]: southland cannot be its own",
        ),
        (
            "powers: {southland: {rivals: []}}",
            "powers.southland.rivals: names no rival, and credibility is scored toward rivals",
        ),
        (
            "powers: {southland: {mandates: {keep_word: {secret: true}}}}",
            "powers.southland.mandates: expected two public mandates and one secret, found 1 public and 2 secret",
        ),
        (
            "doctrines: {lakeland_force: {seeks: balance}}",
            "doctrines: lakeland has no doctrine that seeks force",
        ),
        (
            "powers: {lakeland: {election: {to_turn: 1}}}",
            "powers.lakeland.election: ends before it begins; mend from_turn or to_turn",
        ),
        (
            "powers: {lakeland: {election: {from_turn: 7, to_turn: 8}}}",
            (
                "powers.lakeland.election.from_turn: begins after the game, which has 5 turns at most; "
                "name an earlier turn"
            ),
        ),
        (
            "orders: {condition_arms: {by: [northland]}}",
            (
                "orders.condition_arms.effects[0].clients[0]: northland gives this order, "
                "but the client's patron is lakeland; write an order for each power"
            ),
        ),
        (
            "fronts: {hills: {control_from: 6}}",
            (
                "fronts.hills.principals[1]: control can be lost here, so both must be powers; name the patron, "
                "or leave out control_from"
            ),
        ),
        (
            "fronts: {lake: {principals: [northland, northland]}}",
            "fronts.lake.principals[1]: northland cannot face itself",
        ),
        (
            "lines: {north_soil: {against: northland}}",
            "lines.north_soil.against: northland cannot draw a line against itself",
        ),
        (
            "lines: {north_soil: {protects: southland}}",
            (
                "lines.north_soil.protects: southland is neither northland nor its client or partner; "
                "see powers.northland.clients"
            ),
        ),
        (
            "rules: {line_most: 0}\nlines: {south_soil: {opening_stake: 1}}",
            "lines: southland starts with 1 lines drawn; at most 0 are allowed at once",
        ),
        (
            "lines: {north_soil: {opening_crossed: 1}}",
            (
                "lines.north_soil.opening_crossed: a line that is not drawn cannot have been crossed; "
                "give it an opening_stake, or leave this out"
            ),
        ),
        (
            (
                "powers: {lakeland: {mediates: false}}\npromises: {talks_for_north: null}\n"
                "orders: {ask_to_hold: {effects: [{do: ask_to_hold, promises: [quiet_for_north], stakes: [1]}]}}"
            ),
            (
                "promises.quiet_for_north.mediator: lakeland does not mediate; "
                "set powers.lakeland.mediates to true"
            ),
        ),
        (
            "promises: {talks_for_north: {holder: lakeland}}",
            "promises.talks_for_north.holder: lakeland cannot hold for itself",
        ),
        (
            "promises: {quiet_for_north: {outcome: {no_strike_on: lake}}}",
            (
                "promises.quiet_for_north.outcome: southland has no order to strike northland on this front, "
                "so it is always kept"
            ),
        ),
        (
            "talks: {border_talks: {parties: [northland, northland]}}",
            "talks.border_talks.parties[1]: northland cannot negotiate with itself",
        ),
    ],
)
def test_parties_that_contradict_the_rules_are_refused(told: Told, change: str, message: str):
    assert told(change) == [message]
