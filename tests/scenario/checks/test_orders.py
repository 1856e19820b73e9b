"""Orders that could not do what they say."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def order(name: str, content: str) -> str:
    return f"orders: {{{name}: {{{content}}}}}"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            order("close_lake", "choose: [coastland]"),
            "orders.close_lake.choose: no effect uses 'chosen', so there is nothing to choose",
        ),
        (
            "orders: {court_host: {choose: [coastland, lake]}}",
            "orders.court_host.effects[0].of: 'chosen' may be 'lake', which is no host",
        ),
        (
            order("deploy", "by: [lakeland, lakeland]"),
            "orders.deploy.by[1]: 'lakeland' is named twice",
        ),
        (
            order("deploy", "desk: voice"),
            "orders.deploy.desk: defensive orders are given at the guard desk",
        ),
        (
            order(
                "deploy",
                "readiness: 0, strike: {at: [{actor: northland, front: lake}], scale: [limited], target: [energy], "
                "means: [fast], notice: [none]}",
            ),
            (
                "orders.deploy.strike: only orders of the force desk strike; "
                "make the family strike, operation or covert"
            ),
        ),
        (
            order("deploy", "effects: [{do: broker, talks: [border_talks]}]"),
            (
                "orders.deploy.effects[0]: broker is carried out in diplomatic orders only; "
                "this one is defensive"
            ),
        ),
        (
            order("deploy", "effects: []"),
            "orders.deploy: does nothing: give it a strike or effects",
        ),
        (
            order("credit_partner", "effects: [{do: credit}, {do: disown}]"),
            (
                "orders.credit_partner.effects[0].do: an order can have only one credit or disown; "
                "write another order\n"
                "orders.credit_partner.effects[1].do: an order can have only one credit or disown; "
                "write another order"
            ),
        ),
        (
            order("north_red_line", "effects: [{do: draw_line, lines: [south_soil], stakes: [1]}]"),
            (
                "orders.north_red_line.effects[0].lines[0]: northland gives this order, "
                "but the line is of southland; write an order for each power"
            ),
        ),
        (
            order("request_act", "by: [lakeland]"),
            (
                "orders.request_act.effects[0].partners[0]: lakeland gives this order, "
                "but the partner's patron is northland; write an order for each power"
            ),
        ),
        (
            order("ask_to_hold", "by: [lakeland, southland]"),
            (
                "orders.ask_to_hold.effects[0].promises[0]: southland gives this order, "
                "but the promise is of lakeland; write an order for each power\n"
                "orders.ask_to_hold.effects[0].promises[1]: southland gives this order, "
                "but the promise is of lakeland; write an order for each power"
            ),
        ),
        (
            order("missile_strike", "strike: {at: [{actor: hill_fighters, front: hills}]}"),
            (
                "orders.missile_strike.strike.at[0].actor: northland cannot aim this at its own "
                "partner 'hill_fighters'; write an order for each power"
            ),
        ),
        (
            order("north_concluded", "effects: [{do: conclude, toward: [northland]}]"),
            (
                "orders.north_concluded.effects[0].toward[0]: northland cannot aim this at itself; "
                "write an order for each power"
            ),
        ),
        (
            order("air_strike", "readiness: 1"),
            (
                "orders.air_strike.readiness: a strike takes its readiness from dials.scale or "
                "strike.ground; remove it here"
            ),
        ),
    ],
)
def test_an_order_that_could_not_do_what_it_says_is_refused(told: Told, change: str, message: str):
    assert "\n".join(told(change)) == message


def test_a_power_without_orders_at_a_desk_is_refused(told: Told):
    (problem,) = told("orders: {patrol_strike: null}")
    assert problem == "powers.lakeland: has no orders at the force desk; name it in an order's by"
