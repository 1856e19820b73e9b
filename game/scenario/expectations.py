"""What a model expected at a place: pydantic's errors in an author's words, its locations as paths."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from game.scenario.meant import LIST, MAPPING, NUMBER, TRUTH, WHOLE_NUMBER, meant
from game.scenario.model import ID_FORM
from game.scenario.problems import Path, did_you_mean, shown

_BUILT_IN: Final = frozenset(get_args(ErrorType))

_EXPECTED: Final = {
    "int_type": WHOLE_NUMBER,
    "int_from_float": WHOLE_NUMBER,
    "int_parsing": WHOLE_NUMBER,
    "float_type": NUMBER,
    "float_parsing": NUMBER,
    "bool_type": TRUTH,
    "bool_parsing": TRUTH,
    "string_type": "text",
    "list_type": LIST,
    "tuple_type": LIST,
    "set_type": LIST,
    "frozen_set_type": LIST,
    "dict_type": MAPPING,
    "model_type": MAPPING,
    "model_attributes_type": MAPPING,
    "dataclass_type": MAPPING,
    "none_required": "null",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "multiple_of": "a multiple of {multiple_of}",
    "string_too_short": "text of at least {min_length} character{s}",
    "string_too_long": "text of at most {max_length} characters",
    "string_pattern_mismatch": "{form}",
    "literal_error": "{expected}",
    "enum": "{expected}",
    "date_type": "a date such as 2024-04-13",
    "date_parsing": "a date such as 2024-04-13",
    "date_from_datetime_parsing": "a date such as 2024-04-13",
}
_LENGTHS: Final = {
    "too_short": "expected at least {min_length} {entries}, found {actual_length}",
    "too_long": "expected at most {max_length} {entries}, found {actual_length}",
}
_FORMS: Final = {
    ID_FORM: "a name in lower case, such as red_sea",
    r"^#[0-9a-f]{6}$": "a colour such as #4f7f6a, in lower case",
}
"""What the patterns of the models mean, for readers who know no patterns."""

_TAGS_LISTED: Final = 8


def messages(error: ErrorDetails) -> Sequence[str]:
    """What to tell the author about one error; several things where a validator's error has several lines."""
    kind, details = error["type"], error.get("ctx", {})
    if kind in {"value_error", "assertion_error"}:
        return _lines(str(details["error"]))
    if kind not in _BUILT_IN:
        return _lines(error["msg"])
    words = {**details, **_worded(details)}
    if kind in _LENGTHS:
        return [_LENGTHS[kind].format(**words)]
    if kind in _EXPECTED:
        return [_contrast(_EXPECTED[kind].format(**words), error["input"])]
    return [_contrast(re.sub("^Input should be ", "", error["msg"]), error["input"])]


def _worded(details: Mapping[str, Any]) -> Mapping[str, str]:
    """What a message says beside the bare details: singular or plural, and the meaning of a pattern."""
    pattern = details.get("pattern", "")
    one = 1 in (details.get("min_length"), details.get("max_length"))
    return {
        "s": "" if one else "s",
        "entries": "entry" if one else "entries",
        "form": _FORMS.get(pattern, f"text of the form {pattern}"),
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()] or ["is not valid"]


def _contrast(expected: str, found: object) -> str:
    hint = did_you_mean(found, _quoted(expected)) or meant(expected, found)
    return f"expected {expected}, found {shown(found)}{hint}"


def wrong_variant(error: ErrorDetails) -> str:
    """The message for a mapping whose kind is none of those that its model knows."""
    details = error["ctx"]
    tags = _quoted(details["expected_tags"])
    if len(tags) > _TAGS_LISTED and (near := did_you_mean(details["tag"], tags)):
        return f"{shown(details['tag'])} is not known here{near}"
    first, last = details["expected_tags"].rsplit(", ", 1)
    return _contrast(f"{first} or {last}", details["tag"])


def discriminator(error: ErrorDetails) -> Path:
    """The key that tells the variants of a mapping apart, as the end of a path."""
    return tuple(_quoted(error["ctx"]["discriminator"]))


def _quoted(text: str) -> list[str]:
    return re.findall(r"'([^']*)'", text)


def resolved(model: type[BaseModel], location: Sequence[str | int]) -> tuple[Path, frozenset[str]]:
    """The path that a pydantic location means, and the keys that are known where it ends.

    Wherever a field may be one of several types, a location also names the one that was tried.
    """
    path: list[str | int] = []
    kind: Any = model
    for part in location:
        kind = _bare(kind)
        if _is_union(kind):
            kind = _variant(kind, part)
        else:
            path.append(part)
            kind = _inner(kind, part)
    return tuple(path), frozenset(_fields(_bare(kind)))


def _bare(kind: Any) -> Any:
    """The type within annotations, aliases, root models and ``| None``."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if hasattr(kind, "__value__"):
        return _bare(kind.__value__)
    if isinstance(kind, type) and issubclass(kind, RootModel):
        return _bare(kind.model_fields["root"].annotation)
    if _is_union(kind):
        members = [member for member in get_args(kind) if member is not NoneType]
        return _bare(members[0]) if len(members) == 1 else kind
    return kind


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in {Union, UnionType}


def _variant(union: Any, tag: str | int) -> Any:
    """The member that a tag names, by its class or by a literal in one of its fields.

    The tag of a model with validators of its own is longer, ``function-after[check(), Name]``.
    """
    words = {tag, *re.findall(r"\w+", str(tag))}
    members = [_bare(member) for member in get_args(union)]
    return next((member for member in members if words & _tags(member)), Any)


def _tags(member: Any) -> set[Any]:
    literals = [get_args(kind) for kind in _fields(member).values() if get_origin(kind) is Literal]
    values = {value.value if isinstance(value, Enum) else value for literal in literals for value in literal}
    return values | {getattr(member, "__name__", None)}


def _inner(kind: Any, part: str | int) -> Any:
    """The type of the value under a key or at an index of a value of this type."""
    arguments = get_args(kind)
    match get_origin(kind), part:
        case None, str():
            return _fields(kind).get(part, Any)
        case origin, str() if issubclass(origin, Mapping):
            return arguments[1]
        case origin, int() if origin is tuple and Ellipsis not in arguments:
            return arguments[part] if part < len(arguments) else Any
        case origin, int() if origin is not None and arguments:
            return arguments[0]
    return Any


def _fields(kind: Any) -> dict[str, Any]:
    """The keys of a model, as an author writes them, and their types."""
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return {}
    return {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
