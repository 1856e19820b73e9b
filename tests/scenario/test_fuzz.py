"""Whatever stands in a file, reading it gives a scenario, or defects with their places; never anything else."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenario.mangled import BORDER, BROKEN, changed, checked, folder_for_changes, small_conflict

ROOT = Path(__file__).parents[2]
FOUND = Path(__file__).parent / "found"
TREE = small_conflict()
LINES = BORDER.read_text("utf-8").splitlines(keepends=True)
SEEDS = [file.read_bytes() for file in sorted(BROKEN.glob("*.yaml"))]
BITS = [
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!python/x ",
    "\t",
    "\n",
    "#",
    "'",
    '"',
    "|",
    ">",
    "---\n",
    "~",
    "?",
]

sample = settings(max_examples=40)
thorough = settings(max_examples=20_000)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each mangled file is written, beside the small conflict."""
    return folder_for_changes(tmp_path_factory.mktemp("fuzz"))


def a_tree(path: Path, data: st.DataObject) -> None:
    """A valid scenario with some of its parts removed, replaced, renamed or doubled."""
    tree = changed(TREE, lambda low, high: data.draw(st.integers(low, high)))
    path.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    checked(path)


def a_text(path: Path, data: st.DataObject) -> None:
    """Some lines of a valid file, with bits of YAML put in, taken out and said twice."""
    start = data.draw(st.integers(0, len(LINES) - 1))
    text = "extends: border\nid: mangled\n" + "".join(LINES[start : start + data.draw(st.integers(1, 40))])
    for _ in range(data.draw(st.integers(1, 5))):
        place, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 8))
        bit = data.draw(st.sampled_from(BITS) | st.text(max_size=4))
        text = text[:place] + bit + text[place + length :]
    path.write_text(text, "utf-8", "surrogatepass")
    checked(path)


def some_bytes(path: Path, data: st.DataObject) -> None:
    """Any bytes, or a file that is known to be broken with some of them changed."""
    content = bytearray(data.draw(st.binary(max_size=300) | st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(0, 4)) if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    checked(path)


@pytest.mark.parametrize("file", sorted(FOUND.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_file_that_was_found_to_break_the_loader_no_longer_does(path, file):
    path.write_bytes(file.read_bytes())
    checked(path)


@pytest.mark.parametrize("mangle", [a_tree, a_text, some_bytes])
@sample
@given(data=st.data())
def test_whatever_was_mangled_gives_a_scenario_or_its_defects(path, mangle, data):
    mangle(path, data)


@pytest.mark.long
@pytest.mark.parametrize("mangle", [a_tree, a_text, some_bytes])
@thorough
@given(data=st.data())
def test_ever_so_many_mangled_files_give_scenarios_or_defects(path, mangle, data):
    mangle(path, data)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["bytes", "changes"])
def test_a_search_guided_by_coverage_finds_nothing(tmp_path: Path, kind: str):
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed: python -m pip install '.[fuzz]'")
    command = [sys.executable, "-m", "tests.scenario.fuzz_loader", kind, str(tmp_path), "-max_total_time=600"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=900, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
