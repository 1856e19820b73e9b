"""The rules reference says what the game plays by, and every rule, test and place that it names exists."""

import importlib
import re
from functools import cache
from pathlib import Path

import pytest

from game.lab.reference import DOCUMENTS, PARTS, SHOWN, UnknownPart, outdated, refreshed
from game.rules.turn import EVERY_RULE, paragraph, rule_name
from tests.loading import load_scenario

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SYSTEMS = 82
STATUSES = {"works", "partly", "not yet"}


@pytest.fixture(scope="module")
def loaded():
    return load_scenario(SHOWN)


@cache
def document(name):
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_generated_parts_of_the_documents_are_current(loaded):
    stale = [path.name for path in outdated(DOCS, loaded)]
    assert not stale, "run python -m game.lab.reference --write"


def test_every_generated_part_is_in_a_document():
    asked = re.findall(r"<!-- generated: (\w+) -->", "".join(document(name) for name in DOCUMENTS))
    assert sorted(asked) == sorted(PARTS)


def test_an_unknown_part_is_refused_with_those_known(loaded):
    with pytest.raises(UnknownPart, match="numbers"):
        refreshed("<!-- generated: nonsense -->\n<!-- end of nonsense -->", loaded)


def test_writing_twice_changes_nothing(loaded):
    text = "before\n<!-- generated: tracks -->\nyesterday\n<!-- end of tracks -->\nafter"
    once = refreshed(text, loaded)
    assert "yesterday" not in once
    assert once.startswith("before\n")
    assert once.endswith("\nafter")
    assert refreshed(once, loaded) == once


def test_every_order_of_the_catalogue_is_told_under_each_of_its_powers(loaded):
    told = document("orders.md")
    for name, order in loaded.scenario.orders.items():
        assert told.count(f"(`{name}`, ") == len(order.by), name


def test_every_paragraph_that_a_rule_cites_has_a_section():
    for rule in EVERY_RULE:
        cited = paragraph(rule_name(rule))
        if cited:
            assert f"\n## {cited} " in document("rules.md"), rule_name(rule)


def test_every_paragraph_that_the_code_cites_has_a_section():
    cited = {
        number
        for path in (ROOT / "game").rglob("*.py")
        for number in re.findall(r"rules\.md §(\d+)", path.read_text(encoding="utf-8"))
    }
    assert cited
    for number in cited:
        assert f"\n## §{number} " in document("rules.md")


def test_every_rule_of_the_order_of_play_is_named_in_the_reference():
    named = document("rules.md")
    for rule in EVERY_RULE:
        assert f"`{rule_name(rule)}`" in named, rule_name(rule)


def test_every_module_that_the_reference_names_exists():
    for path in set(re.findall(r"`((?:game|scenarios|tests)/[\w/.]+)`", document("rules.md"))):
        assert (ROOT / path).exists(), path


def test_the_manual_says_what_the_game_is_not():
    statement = (
        "a model for discussion, not a prediction or a recommendation; "
        "wargames cannot tell you whether deterrence will hold"
    )
    for name in ("index.md", "rules.md"):
        assert statement in " ".join(document(name).split()), name


def coverage():
    """The rows of the coverage table as lists of cells."""
    rows = re.findall(r"^\| (\d+) \|(.*)\|$", document("seed-coverage.md"), re.MULTILINE)
    return [[number, *(cell.strip() for cell in cells.split("|"))] for number, cells in rows]


def test_the_coverage_table_has_every_system_once_and_in_order():
    assert [int(row[0]) for row in coverage()] == list(range(1, SYSTEMS + 1))
    assert {len(row) for row in coverage()} == {8}


@pytest.mark.parametrize("row", coverage(), ids=lambda row: f"row {row[0]}")
def test_what_a_row_of_the_coverage_table_names_exists(row):
    _, _, _, _, rules, tests, _, status = row
    for name in re.findall(r"`([^`]+)`", rules):
        assert _is_there(name), name
    for name in re.findall(r"`([^`]+)`", tests):
        assert _is_tested(name), name
    assert status in STATUSES
    if status == "works":
        assert "`" in rules, "what works has a rule"
        assert "`" in tests, "a row with no test is not covered"


def _is_there(name):
    """A function as ``ledger.pay`` or ``players.forecaster.Forecaster``; an entry of a file as ``catalogue:powers``."""
    if ":" in name:
        file, _, entry = name.partition(":")
        text = (ROOT / "scenarios" / f"{file}.yaml").read_text(encoding="utf-8")
        return re.search(rf"^ *{re.escape(entry)}:", text, re.MULTILINE) is not None
    path, _, function = name.rpartition(".")
    inside = "game" if "." in path else "game.rules"
    return hasattr(importlib.import_module(f"{inside}.{path}"), function)


def _is_tested(name):
    """A test as ``rules/test_words.py::test_an_open_strike_crosses_the_line_that_forbids_it``."""
    file, _, test = name.partition("::")
    path = ROOT / "tests" / file
    return path.is_file() and f"def {test}(" in path.read_text(encoding="utf-8")


def test_the_counts_above_the_table_are_those_of_the_table():
    counts = {status: sum(row[-1] == status for row in coverage()) for status in STATUSES}
    told = dict(re.findall(r"^- (works|partly|not yet): (\d+)$", document("seed-coverage.md"), re.MULTILINE))
    assert {status: int(count) for status, count in told.items()} == counts
