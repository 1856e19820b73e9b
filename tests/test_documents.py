"""What documents for readers and contributors point to is there: files, links, headings and modules to run."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "bench" / "README.md"])
PLACES = (ROOT, ROOT / "game", ROOT / "docs")
"""What paths in documents begin at."""

NAMED = re.compile(r"`([\w./]+/[\w.]+\.(?:py|md|json|toml|yaml|txt))`")
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
RUN = re.compile(r"python -m ((?:game|tests)[\w.]*)")


def anchors(document: Path) -> set[str]:
    """The names by which headings of a document are linked to."""
    headings = re.findall(r"^#+ (.*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.fixture(params=DOCUMENTS, ids=lambda file: file.stem)
def document(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    named = NAMED.findall(document.read_text(encoding="utf-8"))
    assert [name for name in named if not any((place / name).exists() for place in PLACES)] == []


def test_every_link_of_a_document_leads_to_a_file_and_a_heading_of_it(document: Path) -> None:
    for file, anchor in LINK.findall(document.read_text(encoding="utf-8")):
        target = document.parent / file if file else document
        assert target.exists(), file
        assert not anchor or anchor in anchors(target), f"{file}#{anchor}"


def test_every_module_that_a_document_says_to_run_is_there(document: Path) -> None:
    modules = RUN.findall(document.read_text(encoding="utf-8"))
    assert [name for name in modules if find_spec(name.rstrip(".")) is None] == []
