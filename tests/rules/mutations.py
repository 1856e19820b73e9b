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
from dataclasses import dataclass
from pathlib import Path

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


class MutationError(Exception):
    """A mutation no longer fits the code; the message names the line that it is about."""


@dataclass(frozen=True)
class Mutation:
    """A mistake in one line: what it amounts to, where, and which tests are about that."""

    mistake: str
    module: str
    line: str
    wrong: str
    tests: tuple[str, ...]

    def make(self, tree: Path) -> None:
        """Make the mistake in a tree. Raises MutationError unless the line is there exactly once."""
        file = tree / "game" / "rules" / f"{self.module}.py"
        text = file.read_text(encoding="utf-8")
        if text.count(self.line) != 1:
            raise MutationError(
                f"{file.name}: {self.line!r} is there {text.count(self.line)} times, not once"
            )
        file.write_text(text.replace(self.line, self.wrong), encoding="utf-8")


MUTATIONS = (
    Mutation(
        "Humiliation is paid one for one by any strike",
        "ledger",
        "np.where(whole, rest, times(rest, numbers.humiliation_paid))",
        "np.where(whole, rest, rest)",
        ("rules/test_ledger.py", "rules/test_dials.py"),
    ),
    Mutation(
        "Each side books its own injuries no dearer",
        "ledger",
        "bias = numbers.injury_bias if rules.assumptions.injury_bias else 100",
        "bias = 100",
        ("rules/test_ledger.py", "rules/test_dials.py"),
    ),
    Mutation(
        "What a promise freezes fades all the same",
        "ledger",
        "faded = times(open_owed, numbers.fade)",
        "faded = times(state.owed, numbers.fade)",
        ("rules/test_ledger.py", "rules/test_promises.py", "stories"),
    ),
    Mutation(
        "A blow struck with interest counts as overreach",
        "ledger",
        " * (1 - state.interest[power, actor, game])",
        "",
        ("rules/test_ledger.py", "rules/test_promises.py", "stories"),
    ),
    Mutation(
        "Notice helps the attacker",
        "interception",
        "np.where(notice == _ANNOUNCED, numbers.notice_announced, 0)",
        "np.where(notice == _ANNOUNCED, -numbers.notice_announced, 0)",
        ("rules/test_interception.py",),
    ),
    Mutation(
        "A layer engages more than its capacity",
        "interception",
        "    before = np.cumsum(wanted) - wanted\n",
        "    before = np.zeros_like(wanted)\n",
        ("rules/test_interception.py",),
    ),
    Mutation(
        "What is launched stays in stock",
        "strikes",
        '"stock", (attacker, munition), game, -launched)',
        '"stock", (attacker, munition), game, 0 * launched)',
        ("rules/test_properties.py",),
    ),
    Mutation(
        "A reply window needs more than its threshold",
        "windows",
        "(state.booked >= numbers.window_step)",
        "(state.booked > numbers.window_step)",
        ("rules/test_windows.py", "rules/test_dials.py"),
    ),
    Mutation(
        "Falling short of a red line is rewarded",
        "words",
        'yield on_cells(rules, "let a line pass", "credibility", (owner, judge), game, -cost)',
        'yield on_cells(rules, "let a line pass", "credibility", (owner, judge), game, cost)',
        ("rules/test_words.py",),
    ),
    Mutation(
        "The two chances of war at the brink are swapped",
        "ladder",
        "(both_stop & too_late) | (one_goes_on & slides)",
        "(both_stop & slides) | (one_goes_on & too_late)",
        ("rules/test_ladder.py",),
    ),
    Mutation(
        "One decisive side is enough to lose control",
        "ladder",
        "(state.decisive[first, second] > 0) & (state.decisive[second, first] > 0)",
        "(state.decisive[first, second] > 0) | (state.decisive[second, first] > 0)",
        ("rules/test_ladder.py",),
    ),
    Mutation(
        "Orders cost no readiness",
        "means",
        "-options.readiness[step.choices].sum(axis=1)",
        "0 * options.readiness[step.choices].sum(axis=1)",
        ("rules/test_means.py", "rules/test_choices.py"),
    ),
    Mutation(
        "A broken promise shrinks what is owed",
        "promises",
        "grown = times(times(owed, numbers.broken_owed), weight)",
        "grown = -times(times(owed, numbers.broken_owed), weight)",
        ("rules/test_promises.py", "stories"),
    ),
    Mutation(
        "A war that goes on takes no toll at its own rung",
        "ladder",
        "(state.rung[front] >= fronts.ongoing_rung[front])",
        "(state.rung[front] > fronts.ongoing_rung[front])",
        ("rules/test_ladder.py",),
    ),
)


def caught(mutation: Mutation) -> list[str]:
    """Make a mistake in a copy of the tree; the names of the tests there that fail."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        _copy(tree)
        mutation.make(tree)
        return _failing(tree, mutation.tests)


def _copy(tree: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / name)
    with (tree / "tests" / "conftest.py").open("a", encoding="utf-8") as conftest:
        conftest.write(NO_SHRINKING)


def _failing(tree: Path, tests: tuple[str, ...]) -> list[str]:
    there = [str(tree / "tests" / test) for test in tests if (tree / "tests" / test).exists()]
    options = ["-q", "--tb=no", "-rfE", "-p", "no:cacheprovider"]
    command = [sys.executable, "-B", "-m", "pytest", *options, *there]
    told = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False).stdout
    return sorted(set(re.findall(r"^(?:FAILED|ERROR) tests/(\S+?::\w+)", told, re.MULTILINE)))


def row(mutation: Mutation, tests: list[str]) -> str:
    """A line of the table: the mistake, its module, and the tests that catch it."""
    names = ", ".join(f"`{test}`" for test in tests[:SHOWN]) or "**nothing**"
    more = f" and {len(tests) - SHOWN} more" if len(tests) > SHOWN else ""
    return f"| {mutation.mistake} | `{mutation.module}` | {names}{more} |"


def main() -> int:
    """Try every mistake, print the table, and count those that nothing catches."""
    print("| mistake | module | caught by |\n| --- | --- | --- |")
    missed = 0
    for mutation in MUTATIONS:
        tests = caught(mutation)
        missed += not tests
        print(row(mutation, tests), flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main())
