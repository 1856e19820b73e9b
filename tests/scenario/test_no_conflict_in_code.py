"""Nothing of the shipped conflict is in code: no id and no name of the catalogue, but for reasoned exceptions."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.assets import scenario_folder
from game.scenario.skin import Skin
from game.scenario.source import read_source

GAME = Path(__file__).parents[2] / "game"
KINDS = ("camps", "powers", "partners", "hosts", "populations", "fronts", "talks", "lines", "promises", "defences",
         "assets", "events", "orders", "doctrines", "sources")  # fmt: skip

EXCEPTIONS = {
    "lab/parameters.py": "calibration fits the kill rates of the catalogue's defences by name",
    "lab/calibration_page.py": "the page tells of the calibration with the catalogue's conflict",
    "ui/kit/gallery.py": "the gallery of widgets shows flags that ship",
    "ui/map/style.py": "how disputed lines and areas of the shipped base map are drawn",
    "ui/screens/credits.py": "credits of the shipped base map say which lines are drawn how",
}
"""Files that may know the catalogue's conflict, and why."""

ORDINARY = {
    "direct": "a kind of front",
    "ask_to_hold": "an effect",
    "request_restraint": "an effect",
    "sweep": "a track",
    "undefended": "a word of the calibration for no defence at all",
    "hold": "an effect, and a kind of answer",
    "broker": "an effect",
    "assure": "an effect",
    "conclude": "an effect",
    "disown": "an effect",
    "credit": "an effect",
}
"""Ids of the catalogue that are also words of the format."""


def constants(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a file's code that is no docstring, with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(body[0].value)
        for node in ast.walk(tree)
        if (body := getattr(node, "body", None)) and isinstance(body, list) and isinstance(body[0], ast.Expr)
    }
    told |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


@pytest.fixture(scope="module")
def ids():
    tree = read_source(scenario_folder() / "catalogue.yaml").tree
    return {name for kind in KINDS for name in tree.get(kind, {})} - set(ORDINARY)


@pytest.fixture(scope="module")
def names():
    tree = read_source(scenario_folder() / "skins" / "fictional.yaml").tree
    terms = Skin.model_validate_json(json.dumps(tree), strict=True).terms
    months_and_common = re.compile(r"^(20\d\d|January|February|March|April|June|July|August|September|October|"
                                   r"November|December|Arab|Arabs|Indian|French|German|Vienna|House)$")  # fmt: skip
    words = (re.escape(term) for term in terms if not months_and_common.match(term))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def test_no_code_knows_an_id_or_a_name_of_the_catalogue(ids, names):
    found = [
        f"{path.relative_to(GAME)}:{line}: {text[:60]!r}"
        for path in sorted(GAME.rglob("*.py"))
        if path.relative_to(GAME).as_posix() not in EXCEPTIONS
        for line, text in constants(path)
        if text in ids or names.search(text)
    ]
    assert not found, "\n".join(["move these into the scenario:", *found])


def test_every_exception_is_still_needed(ids, names):
    for name in EXCEPTIONS:
        texts = [text for _, text in constants(GAME / name)]
        assert any(names.search(text) or text in ids or text.partition(".")[0] in ids for text in texts), name
