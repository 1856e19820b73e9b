"""All checks together."""

from collections.abc import Callable

Lines = Callable[[str], list[str]]


def test_the_small_conflict_has_no_defects_and_needs_no_advice(refused: Lines, advised: Lines):
    assert refused("{}") == []
    assert advised("{}") == []


def test_all_defects_are_told_at_once(refused: Lines):
    lines = refused(
        "camps: {northern: {leader: nobody}}\ndials: {notice: {hours: null}}\nkind: historical\n"
        "orders: {deploy: {desk: voice}}"
    )
    assert [line.split(": ")[1] for line in lines] == [
        "camps.northern.leader",
        "dials.notice",
        "kind",
        "orders.deploy.desk",
    ]


def test_a_defect_of_a_key_is_shown_at_the_key(refused: Lines):
    lines = refused("opening:\n  trust:\n    lakeland:\n      northlnd: 2\n")
    assert lines == [
        (
            "change:4:7: opening.trust.lakeland.northlnd: "
            "there is no power 'northlnd'; did you mean 'northland'?"
        )
    ]
