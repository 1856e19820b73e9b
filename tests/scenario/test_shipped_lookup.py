"""Finding scenarios by name or path, loading them, and rebuilding one from what a saved game embeds."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.assets import scenario_folder
from game.scenario.problems import ScenarioError
from game.scenario.shipped import (
    UnknownScenario,
    canonical,
    find,
    from_embedded,
    is_catalogue,
    load_scenario,
    scenarios,
)

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"


def test_scenarios_are_listed_without_what_they_only_extend():
    assert "consulate" in scenarios()
    assert "catalogue" not in scenarios()
    assert scenarios() == sorted(scenarios())


def test_a_scenario_that_ships_is_found_by_its_name():
    assert find("consulate") == scenario_folder() / "consulate.yaml"


@pytest.mark.parametrize("path", ["my/own.yaml", "own.yaml", "own.yml", "./own", "own\\file"])
def test_what_looks_like_a_path_is_one(path: str):
    assert find(path) == Path(path)


def test_a_path_is_taken_as_it_is():
    assert find(Path("consulate")) == Path("consulate")


def test_an_unknown_name_is_told_with_the_nearest_and_all(tmp_path: Path):
    with pytest.raises(UnknownScenario) as refused:
        find("consulat", [tmp_path / "nowhere"])
    names = ", ".join(scenarios())
    assert str(refused.value) == (
        f"scenarios: there is no scenario 'consulat'; did you mean 'consulate'?; those known are: {names}"
    )


def test_a_folder_of_ones_own_is_searched_too_and_ships_come_first(tmp_path: Path):
    (tmp_path / "mine.yml").write_text("id: mine\n", "utf-8")
    (tmp_path / "consulate.yaml").write_text("id: consulate\n", "utf-8")
    (tmp_path / "parts.yaml").write_text("powers: {}\n", "utf-8")
    (tmp_path / "broken.yaml").write_bytes(b"\xff\xfe")
    (tmp_path / "notes.txt").write_text("id: notes\n", "utf-8")
    assert set(scenarios([tmp_path])) == {*scenarios(), "mine", "broken"}
    assert find("mine", [tmp_path]) == tmp_path / "mine.yml"
    assert find("consulate", [tmp_path]) == scenario_folder() / "consulate.yaml"


@pytest.mark.parametrize(
    ("text", "catalogue"),
    [
        ("id: a\n", False),
        ("title: Without an id\n", False),
        ("'kind' : fictional\n", False),
        ("powers:\n  a:\n    id: b\n    title: c\n", True),
        ("# id: a\npowers: {}\n", True),
    ],
)
def test_a_catalogue_has_nothing_that_only_a_scenario_has(tmp_path: Path, text: str, catalogue: bool):
    file = tmp_path / "file.yaml"
    file.write_text(text, "utf-8")
    assert is_catalogue(file) is catalogue


def test_a_loaded_scenario_has_its_tables_its_place_and_its_whole_text():
    loaded = load_scenario(BORDER)
    assert (loaded.scenario.id, loaded.path, loaded.warnings) == ("border", BORDER, ())
    assert loaded.rules.powers == len(loaded.scenario.powers)
    assert json.loads(loaded.source_text)["title"] == "The border"
    assert "\n" not in loaded.source_text


def test_a_scenario_of_ones_own_may_extend_a_catalogue_that_ships(tmp_path: Path):
    file = tmp_path / "mine.yaml"
    file.write_text("extends: consulate\ntitle: Mine\n", "utf-8")
    loaded = load_scenario(file)
    assert loaded.scenario.title == "Mine"
    assert "extends" not in json.loads(loaded.source_text)


def test_advice_is_kept_apart_from_what_refuses_a_scenario(tmp_path: Path):
    file = tmp_path / "mine.yaml"
    file.write_text(BORDER.read_text("utf-8").replace("opening: 2\n", "opening: 3\n"), "utf-8")
    name, promise = map(str, load_scenario(file).warnings)
    assert name.endswith("id: is not the file's name, by which it is found; call it mine")
    assert promise.endswith(
        "promises.talks_for_north.outcome: the talks start at 3, so nobody can promise it"
    )


@pytest.mark.parametrize("name", ["consulate", BORDER])
def test_a_saved_game_gives_back_the_same_scenario_and_tables(name: str | Path):
    loaded = load_scenario(name)
    again = from_embedded(loaded.source_text)
    assert again.scenario == loaded.scenario
    assert again.source_text == loaded.source_text
    assert again.rules.options.keys == loaded.rules.options.keys
    assert np.array_equal(again.rules.opening, loaded.rules.opening)


def test_the_order_of_powers_survives_in_the_embedded_text():
    loaded = load_scenario(BORDER)
    assert list(json.loads(loaded.source_text)["powers"]) == list(loaded.scenario.powers)


def test_a_saved_game_is_not_refused_for_a_check_of_play():
    tree = json.loads(load_scenario(BORDER).source_text)
    del tree["orders"]["broker"]
    assert from_embedded(canonical(tree)).scenario.id == "border"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not the JSON of a scenario: Expecting value: line 1 column 1 (char 0)"),
        ('{"id": NaN}', "is not the JSON of a scenario: NaN is not a finite number"),
        ("[]", "expected a mapping of keys, found []"),
    ],
)
def test_text_that_is_no_scenario_is_refused(text: str, message: str):
    with pytest.raises(ScenarioError) as refused:
        from_embedded(text)
    assert str(refused.value) == f"embedded scenario: {message}"


def test_a_name_that_the_embedded_text_does_not_define_is_refused():
    tree = json.loads(load_scenario(BORDER).source_text)
    tree["nuclear"]["owner"] = "westland"
    with pytest.raises(ScenarioError, match=r"nuclear\.owner: there is no power 'westland'"):
        from_embedded(canonical(tree))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    )
)
def test_no_embedded_text_does_anything_but_refuse(tree: object):
    with pytest.raises(ScenarioError):
        from_embedded(json.dumps(tree))


def test_very_deep_text_is_refused():
    with pytest.raises(ScenarioError, match="is not the JSON of a scenario"):
        from_embedded("[" * 100_000)
