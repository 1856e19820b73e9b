"""The JSON Schema of scenario files, from the models: editors complete and check a file with it as it is written.

A file says what differs from what it extends, so the schema requires nothing that another file may give, tells no
defaults, and lets any such key be null, which removes what was inherited. A list takes the place of what was there, so
within lists all that a model needs is required: such a definition is called whole.
"""

import json
from typing import Any, Final

from game.scenario.models import Scenario

FILE_NAME: Final = "scenario.schema.json"
"""Its name, in the documents and beside an author's files."""

Schema = dict[str, Any]

_ABOUT: Final = (
    "A scenario, or a part of one that others extend. What a file leaves out comes from what it extends, so nothing "
    "is required here; `main.py scenario check` tells what is missing in the end."
)
_EXTENDS: Final[Schema] = {
    "description": "The file that this one builds on and changes key by key: a name such as catalogue, or a path "
    "within the folder of this file.",
    "type": "string",
}
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE: Final = "#/$defs/"
_WHOLE: Final = ", whole"
_NULL: Final[Schema] = {"type": "null"}
_LEFT_OUT: Final = frozenset({"$defs", "title", "discriminator"})
_LEFT_TO_OTHERS: Final = frozenset({"required", "minProperties", "default"})


def schema() -> Schema:
    """The schema of one file as it is written, as plain data."""
    models = Scenario.model_json_schema()
    definitions = models["$defs"]
    root = _copied(models, whole=False)
    built: dict[str, Schema] = {}
    wanted = _references(root)
    while wanted:
        name = wanted.pop()
        model, mark, _ = name.partition(_WHOLE)
        built[name] = _copied(definitions[model], whole=bool(mark))
        wanted |= _references(built[name]) - built.keys()
    root["properties"] = {"extends": _EXTENDS, **root["properties"]}
    head = {"$schema": _DIALECT, "title": "Calibrated scenario", **root, "description": _ABOUT}
    return {**head, "$defs": dict(sorted(built.items()))}


def text() -> str:
    """The schema as the file that is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _copied(part: Schema, whole: bool) -> Schema:
    """A schema for files: in a list all that is required stays so, elsewhere anything may be left out or be null."""
    dropped = _LEFT_OUT if whole else _LEFT_OUT | _LEFT_TO_OTHERS
    return {_key(key): _value(key, value, whole) for key, value in part.items() if key not in dropped}


def _key(key: str) -> str:
    """Parts of variants fit several of them."""
    return "anyOf" if key == "oneOf" else key


def _value(key: str, value: Any, whole: bool) -> Any:
    match key, value:
        case "$ref", _:
            return value + (_WHOLE if whole else "")
        case (("properties" | "patternProperties"), _):
            return {name: _entry(each, whole) for name, each in value.items()}
        case "additionalProperties", dict():
            return _entry(value, whole)
        case "items", dict():
            return _copied(value, whole=True)
        case (("anyOf" | "oneOf" | "allOf"), _):
            return [_copied(each, whole) for each in value]
        case "prefixItems", _:
            return [_copied(each, whole=True) for each in value]
    return value


def _entry(part: Schema, whole: bool) -> Schema:
    """The value under a key of a mapping."""
    copied = _copied(part, whole)
    if whole or _NULL in copied.get("anyOf", ()):
        return copied
    bare = {key: value for key, value in copied.items() if key != "description"}
    about = {"description": copied["description"]} if "description" in copied else {}
    return {**about, "anyOf": [bare, _NULL]}


def _references(part: Any) -> set[str]:
    """The names of the definitions that a schema refers to."""
    match part:
        case {"$ref": str(name)}:
            return {name.removeprefix(_REFERENCE)}
        case dict():
            return set().union(*(_references(each) for each in part.values()))
        case list():
            return set().union(*(_references(each) for each in part))
    return set()
