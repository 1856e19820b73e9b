"""The reference of the scenario format: a section a model, made from the models themselves.

``python -m game.scenario.reference --write`` brings ``docs/scenario-reference.md`` up to date; a test holds it current.
"""

from collections.abc import Iterator, Mapping, Sequence
from inspect import getdoc
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

import typer
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.scenario.models import RuleNumbers, Scenario

PAGE: Final = Path("docs/scenario-reference.md")

_HEAD: Final = """# What every key of a scenario means

Generated from the models of the format (`python -m game.scenario.reference --write`); do not edit by hand. How to write
a scenario is told in the [author's guide](authors-guide.md), and what orders can do in [orders](orders.md).

A *name* is an id: lower-case letters, digits and underscores. The third column gives the range of a number, and what
holds if the key is left out; *needed* means that it has to be said, here or in a file that this one extends. `null`
removes a key that was inherited. *A by B* is a mapping: an A under each B.
"""
_NUMBERS: Final = "[number by name](rules.md#14-every-number)"
"""They have a table of their own in the rules, with their defaults."""

_WORDS: Final[Mapping[Any, str]] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    Any: "anything",
}


def page() -> str:
    """The whole page: every model, each after the one that first needs it."""
    return "\n".join([_HEAD, *(line for model in models() for line in _section(model))])


def models() -> list[type[BaseModel]]:
    """Every model of the format but the numbers of the rules, in the order in which a reader meets them."""
    found: list[type[BaseModel]] = []
    waiting: list[type[BaseModel]] = [Scenario]
    while waiting:
        model = waiting.pop(0)
        if model not in {*found, RuleNumbers}:
            found.append(model)
            waiting += [each for field in model.model_fields.values() for each in _models(field.annotation)]
    return found


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)


def _section(model: type[BaseModel]) -> Iterator[str]:
    yield f"## {model.__name__}"
    yield ""
    yield " ".join((getdoc(model) or "").split())
    yield ""
    if model.model_fields:
        yield "| key | what it is | range; if left out | meaning |"
        yield "| --- | --- | --- | --- |"
        for name, field in model.model_fields.items():
            cells = (
                f"`{name}`",
                kind(field.annotation, field.metadata),
                _range(field),
                field.description or "",
            )
            yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
        yield ""


def kind(annotation: Any, metadata: Sequence[Any] = ()) -> str:
    """What stands under a key, in words, with links to the sections of models."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        field = next((each for each in inner[1:] if isinstance(each, FieldInfo)), None)
        return kind(inner[0], field.metadata if field else ())
    if origin is Literal:
        return " or ".join(f"`{each}`" for each in inner)
    if origin is dict:
        return f"{kind(inner[1])} by {kind(inner[0])}"
    if origin is tuple:
        return (
            f"list of {kind(inner[0])}" if Ellipsis in inner else f"list of {' and '.join(map(kind, inner))}"
        )
    if inner:
        return " or ".join(kind(each) for each in inner if each is not NoneType)
    if annotation is str and _bound(metadata, "pattern"):
        return "colour" if "#" in str(_bound(metadata, "pattern")) else "name"
    return _linked(annotation)


def _linked(annotation: Any) -> str:
    name = getattr(annotation, "__name__", str(annotation))
    if annotation is RuleNumbers:
        return _NUMBERS
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{name}](#{name.lower()})"
    return _WORDS.get(annotation, name)


def _range(field: FieldInfo) -> str:
    return "; ".join(each for each in (_limits(field.metadata), _left_out(field)) if each)


def _written(bound: float) -> str:
    """A bound as it is read: large ones in full."""
    return f"{bound:,.0f}" if bound == int(bound) else f"{bound:g}"


def _limits(metadata: Sequence[Any]) -> str:
    """The least and the most of a number."""
    least, above = _bound(metadata, "ge"), _bound(metadata, "gt")
    most, below = _bound(metadata, "le"), _bound(metadata, "lt")
    low = _written(least) if least is not None else f"above {above:g}" if above is not None else ""
    high = _written(most) if most is not None else f"below {below:g}" if below is not None else ""
    return f"{low} to {high}" if low and high else low


def _bound(metadata: Sequence[Any], name: str) -> Any:
    """A constraint of a field, or None where it has none of this name."""
    found = (getattr(each, name, None) for each in metadata)
    return next((each for each in found if each is not None), None)


def _left_out(field: FieldInfo) -> str:
    """What holds where a key is left out."""
    if field.is_required():
        return "needed"
    default = field.get_default(call_default_factory=True)
    if default is None or default in ((), {}, ""):
        return "nothing"
    if isinstance(default, BaseModel):
        return "off" if getattr(default, "on", True) is False else "as its section says"
    return str(default).lower() if isinstance(default, bool) else str(default)


command = typer.Typer(add_completion=False)


@command.command()
def main(write: bool = False) -> None:
    """Print the page, or write it anew with ``--write``."""
    if write:
        PAGE.write_text(page(), encoding="utf-8")
    typer.echo(f"Wrote {PAGE}" if write else page())


if __name__ == "__main__":
    command()
