"""Files of earlier versions: brought up to date without loss, and told apart from newer ones."""

import json
from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.assets import scenario_folder
from game.scenario.compile import compiled
from game.scenario.extends import read_extended
from game.scenario.load import validated
from game.scenario.migrate import CURRENT, changed, migrated, renamed
from game.scenario.models import Scenario
from game.scenario.problems import Position, ScenarioError
from game.scenario.shipped import canonical, from_embedded, load_scenario
from game.scenario.source import Node, Source, parse, read_source

VERSIONS = Path(__file__).parents[1] / "fixtures" / "versions"
OLD = VERSIONS / "1"


def same(one, other) -> bool:
    """Whether two tables of rules hold the same."""
    if is_dataclass(one):
        return all(same(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other)
    return bool(one == other) or (hasattr(one, "__dict__") and same(vars(one), vars(other)))


@pytest.mark.parametrize("name", ["border", "consulate"])
def test_a_file_of_an_older_version_plays_by_the_same_rules_as_one_written_today(name: str):
    old, today = (
        validated(read_extended(VERSIONS / version / f"{name}.yaml"), Scenario) for version in ("1", "2")
    )
    assert old == today
    assert same(compiled(old), compiled(today))


@pytest.mark.parametrize("name", ["border", "consulate", "catalogue"])
def test_an_older_file_becomes_the_one_written_today_key_by_key(name: str):
    old, today = (migrated(read_source(VERSIONS / version / f"{name}.yaml")).tree for version in ("1", "2"))
    assert canonical(old) == canonical(today)


@pytest.mark.parametrize("file", sorted(scenario_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_what_ships_is_written_in_the_current_version(file: Path):
    source = read_source(file)
    assert source.tree.get("schema_version", CURRENT) == CURRENT
    assert migrated(source) == source


def test_a_saved_game_that_embeds_an_older_version_still_opens():
    tree = read_source(OLD / "border.yaml").tree
    assert tree["schema_version"] == 1
    text = canonical(tree)
    loaded = from_embedded(text)
    assert loaded.source_text == text
    assert loaded.scenario == validated(read_extended(VERSIONS / "2" / "border.yaml"), Scenario)


@pytest.mark.parametrize("file", sorted(OLD.glob("*.yaml")), ids=lambda path: path.stem)
def test_bringing_up_to_date_what_is_up_to_date_changes_nothing(file: Path):
    once = migrated(read_source(file))
    again = Source(once.root.without("schema_version"), once.problems)
    assert migrated(again) == again
    assert migrated(once) == once


def test_a_file_that_extends_a_newer_one_keeps_its_own_version(tmp_path: Path):
    (tmp_path / "base.yaml").write_text((VERSIONS / "2" / "border.yaml").read_text("utf-8"), "utf-8")
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "extends: base\nschema_version: 1\npartners: {hill_fighters: {asked: {target: lakeland}}}\n", "utf-8"
    )
    assert load_scenario(mine).scenario.partners["hill_fighters"].asked.actor == "lakeland"


def test_what_is_wrong_with_an_older_file_is_told_at_its_own_place(tmp_path: Path):
    (tmp_path / "base.yaml").write_text((OLD / "border.yaml").read_text("utf-8"), "utf-8")
    mine = tmp_path / "mine.yaml"
    mine.write_text("extends: base\npartners:\n  hill_fighters:\n    asked: {target: nobody}\n", "utf-8")
    with pytest.raises(ScenarioError) as refused:
        load_scenario(mine)
    assert [problem.position for problem in refused.value.problems] == [Position(mine.as_posix(), 4, 21)]


def test_a_file_newer_than_the_game_says_so():
    with pytest.raises(ScenarioError) as refused:
        migrated(parse(f"id: mine\nschema_version: {CURRENT + 1}\n", "mine.yaml"))
    assert str(refused.value) == (
        f"mine.yaml:2:17: schema_version: this file is of version {CURRENT + 1}, and this game reads up to {CURRENT}; "
        "get a newer game"
    )
    with pytest.raises(ScenarioError, match="get a newer game"):
        from_embedded(json.dumps({"schema_version": CURRENT + 1}))


@pytest.mark.parametrize("version", ["0", "-1", "true", "one", "1.5", "[1]", "null"])
def test_what_is_no_version_is_left_for_the_model_to_refuse(version: str):
    source = parse(f"schema_version: {version}\nclock: {{hidden_end: 1}}\n", "mine.yaml")
    assert migrated(source) == source


def test_a_key_that_would_be_lost_is_left_where_it_is():
    source = parse("{target: a, actor: b}", "mine.yaml")
    assert renamed("target", "actor")(source.root) == source.root


NODES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["target", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(
            st.sampled_from(["target", "actor", "clock", "hidden_end", "partners"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


def built(value) -> Node:
    place = Position("any.yaml", 1, 1)
    match value:
        case dict():
            return Node({key: built(each) for key, each in value.items()}, place)
        case tuple():
            return Node(tuple(built(each) for each in value), place)
    return Node(value, place)


@given(NODES, st.lists(st.sampled_from(["*", "target", "actor", "partners"]), max_size=4).map(tuple))
def test_a_change_that_changes_nothing_leaves_every_tree_as_it_was(value, path):
    assert changed(built(value), path, lambda node: node) == built(value)


@given(st.dictionaries(st.sampled_from(["partners", "clock", "fronts"]), NODES, max_size=3))
def test_any_tree_can_be_brought_up_to_date(tree):
    once = migrated(Source(built(tree)))
    assert migrated(once) == once
