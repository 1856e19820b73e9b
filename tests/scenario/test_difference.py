"""What changed between two files, told by path."""

from hypothesis import given
from hypothesis import strategies as st

from game.scenario.difference import Difference, differences, grouped, told
from game.scenario.problems import Position
from game.scenario.source import Node, Source, parse


def source(text: str) -> Source:
    return parse(text, "file.yaml")


def test_values_that_are_new_gone_or_another_are_told_with_their_places():
    before = source("title: One\nfronts:\n  north: {rung: 2}\n  south: {rung: 1}\n")
    after = source("title: One\nfronts:\n  north: {rung: 3}\n  east: {name: East, rung: 1}\n")
    assert differences(before, after) == [
        Difference("changed", ("fronts", "north", "rung"), Position("file.yaml", 3, 17), 2, 3),
        Difference("removed", ("fronts", "south"), Position("file.yaml", 4, 3), before={"rung": 1}),
        Difference(
            "added", ("fronts", "east"), Position("file.yaml", 4, 3), after={"name": "East", "rung": 1}
        ),
    ]


def test_a_difference_reads_as_a_line():
    found = differences(source("{a: 1, b: x, c: 2}"), source("{a: 2, b: null, d: {name: D}}"))
    assert [str(each) for each in found] == ["a: 1 → 2", "b: 'x' → null", "c: 2", "d: 'D' (1 key)"]
    assert {kind: len(of_it) for kind, of_it in grouped(found).items()} == {
        "changed": 2,
        "added": 1,
        "removed": 1,
    }


def test_a_list_of_plain_values_is_compared_as_a_whole_and_one_of_parts_entry_by_entry():
    assert [each.path for each in differences(source("a: [x, y]"), source("a: [x, z]"))] == [("a",)]
    changed = differences(source("a: [{b: 1}, {b: 2}]"), source("a: [{b: 1}, {b: 3}, {b: 4}]"))
    assert [each.path for each in changed] == [("a", 1, "b"), ("a", 2)]


def test_long_parts_are_told_by_their_size():
    assert told(dict.fromkeys("abcd", 1)) == "{4 keys}"
    assert told([{"b": 1}]) == "a list of 1"
    assert len(told("long " * 100)) < 80


TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text("xyz", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=10,
)


def built(value) -> Node:
    place = Position("f", 1, 1)
    match value:
        case dict():
            return Node({key: built(each) for key, each in value.items()}, place)
        case list():
            return Node(tuple(built(each) for each in value), place)
    return Node(value, place)


@given(TREES, TREES)
def test_no_difference_is_found_if_and_only_if_both_say_the_same(one, other):
    assert differences(Source(built(one)), Source(built(one))) == []
    assert bool(differences(Source(built(one)), Source(built(other)))) == (one != other)
