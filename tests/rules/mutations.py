"""Whether the tests would notice: one-line mistakes in the rules, each tried on a copy, and what catches it.

    python -m tests.rules.mutations

Every mistake is made in a copy of the tree, and the tests of what it concerns are run there. The digests of recorded
games are left out: they notice every change and say about none what is wrong with it. What was found is printed as
the table of docs/mutations.md. The exit code is the number of mistakes that nothing catches.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.rules.mistakes import MUTATIONS, Mutation, MutationError

ROOT = Path(__file__).parents[2]
COPIED = ("game", "tests", "scenarios", "assets", "pyproject.toml")
NO_SHRINKING = """
from hypothesis import Phase
settings.register_profile("quick", settings.get_profile("repeatable"), phases=[Phase.explicit, Phase.generate])
settings.load_profile("quick")
"""
"""Added to the copy: that an example fails is enough here, and to look for the smallest one takes minutes."""

SHOWN = 2
"""How many of the tests that caught a mistake are named."""


def check_untouched() -> None:
    """Raise MutationError unless all tests pass where no mistake is made: else anything would seem caught."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        copy_into(tree)
        if fail := failing(tree, tuple(sorted({test for each in MUTATIONS for test in each.tests}))):
            raise MutationError(f"these fail before any mistake is made: {', '.join(fail[:SHOWN])}")


def caught(mutation: Mutation) -> list[str]:
    """Make a mistake in a copy of the tree; the names of the tests there that fail."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        copy_into(tree)
        mutation.make(tree)
        return failing(tree, mutation.tests)


def copy_into(tree: Path) -> None:
    """Copy what the tests need into an empty folder."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / name)
    with (tree / "tests" / "conftest.py").open("a", encoding="utf-8") as conftest:
        conftest.write(NO_SHRINKING)


def failing(tree: Path, tests: tuple[str, ...]) -> list[str]:
    """The names of those of some tests, given as files or with a name after ``::``, that fail in a tree."""
    there = [
        str(tree / "tests" / test) for test in tests if (tree / "tests" / test.partition("::")[0]).exists()
    ]
    options = ["-q", "--tb=no", "-rfE", "-p", "no:cacheprovider"]
    command = [sys.executable, "-B", "-m", "pytest", *options, *there]
    told = subprocess.run(command, cwd=tree, capture_output=True, encoding="utf-8", check=False).stdout
    return sorted(set(re.findall(r"^(?:FAILED|ERROR) tests/(\S+?::\w+)", told, re.MULTILINE)))


def row(mutation: Mutation, tests: list[str]) -> str:
    """A line of the table: the mistake, its module, and the tests that catch it."""
    names = ", ".join(f"`{test}`" for test in tests[:SHOWN]) or "**nothing**"
    more = f" and {len(tests) - SHOWN} more" if len(tests) > SHOWN else ""
    return f"| {mutation.mistake} | `{mutation.module}` | {names}{more} |"


def main() -> int:
    """Try every mistake, print the table, and count those that nothing catches."""
    check_untouched()
    print("| mistake | module | caught by |\n| --- | --- | --- |")
    missed = 0
    for mutation in MUTATIONS:
        tests = caught(mutation)
        missed += not tests
        print(row(mutation, tests), flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main())
