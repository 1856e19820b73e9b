"""The published JSON Schema: current, and true of files as authors write them."""

import json
from typing import Any

import pytest

from game.scenario.schema import FILE_NAME, schema, text
from game.scenario.source import read_source
from tests.conftest import BORDER, CONSULATE, ROOT

WHOLE = schema()
FILES = [BORDER, *sorted((ROOT / "scenarios").glob("*.yaml"))]


def test_the_published_schema_is_current():
    published = (ROOT / "docs" / FILE_NAME).read_text("utf-8")
    assert published == text(), "write it anew: python main.py scenario schema --write"


def test_nothing_is_required_where_another_file_may_give_it():
    assert "required" not in WHOLE
    assert "required" not in WHOLE["$defs"]["Power"]
    assert "extends" in WHOLE["properties"]


def test_what_a_list_holds_is_whole():
    assert WHOLE["$defs"]["Shift, whole"]["required"] == ["track", "by", "do"]


def test_an_inherited_key_may_be_null_which_removes_it():
    assert {"type": "null"} in WHOLE["properties"]["historical"]["anyOf"]
    assert {"type": "null"} in WHOLE["properties"]["orders"]["anyOf"]


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    reference = part.get("$ref")
    return part if reference is None else WHOLE["$defs"][reference.removeprefix("#/$defs/")]


def fits(value: Any, part: dict[str, Any]) -> bool:
    """Whether a value fits a schema, as far as keys, kinds and choices go."""
    part = resolved(part)
    if "anyOf" in part:
        return any(fits(value, each) for each in part["anyOf"])
    if "const" in part or "enum" in part:
        return value in part.get("enum", [part.get("const")])
    match part.get("type"):
        case "object":
            return (
                isinstance(value, dict)
                and all(_entry_fits(key, each, part) for key, each in value.items())
                and (set(part.get("required", ())) <= set(value))
            )
        case "array":
            return isinstance(value, list) and all(
                _item_fits(place, each, part) for place, each in enumerate(value)
            )
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "null":
            return value is None
    return isinstance(value, int | float) and not isinstance(value, bool)


def _entry_fits(key: str, value: Any, part: dict[str, Any]) -> bool:
    if key in part.get("properties", {}):
        return fits(value, part["properties"][key])
    others = part.get("additionalProperties", part.get("patternProperties"))
    if isinstance(others, dict) and "patternProperties" in part:
        others = next(iter(part["patternProperties"].values()))
    return isinstance(others, dict) and fits(value, others)


def _item_fits(place: int, value: Any, part: dict[str, Any]) -> bool:
    given = part.get("prefixItems", [])
    return fits(value, given[place] if place < len(given) else part["items"])


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_shipped_file_fits_as_it_is_written(file):
    tree = read_source(file).tree
    misfits = [key for key, value in tree.items() if not _entry_fits(key, value, WHOLE)]
    assert misfits == []


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"kind": "true story"},
        {"powers": {"iran": {"opening": {"standing": "high"}}}},
        {"orders": {"x": {"effects": [{"do": "shift", "by": 1}]}}},
        {"orders": {"x": {"effects": [{"do": "fly"}]}}},
    ],
)
def test_what_the_models_refuse_does_not_fit(change):
    tree = read_source(CONSULATE).tree | change
    assert not fits(tree, WHOLE)


def test_the_schema_is_plain_json():
    assert json.loads(text()) == WHOLE
