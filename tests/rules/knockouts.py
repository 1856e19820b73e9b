"""Whether the coverage table holds: each rule that a row names is taken out, and the row's tests must notice.

    python -m tests.rules.knockouts            # every row of docs/seed-coverage.md
    python -m tests.rules.knockouts 23 62      # these rows

Rules that yield effects do nothing any more; functions that give numbers give nothing but noughts; entries of scenario
files are cut out. That is done in a copy of the tree, and the tests that the table names beside the rule are run there
(all but those of screens, which take minutes). Classes are left as they are. The exit code is the number of rules that
none of the tests of their row missed.
"""

import ast
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.rules.mutations import ROOT, copy_into, failing

TABLE = ROOT / "docs" / "seed-coverage.md"
NOTHING = "    return\n    yield\n"
NOUGHT = {"BoolArray": "({}) & False", "bool": "False"}
"""What a function that says whether something is so gives instead; others give nought times what they gave."""


def rows() -> Iterator[tuple[str, list[str], list[str]]]:
    """Number, rules and tests of every row of the coverage table."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if re.match(r"\| \d+ \|", line):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            yield cells[0], re.findall(r"`([^`]+)`", cells[4]), re.findall(r"`([^`]+)`", cells[5])


def place(rule: str) -> tuple[str, str] | None:
    """The file, from the root, and what is to go from it: a function or an entry; None for a class."""
    if ":" in rule:
        file, entry = rule.split(":")
        return f"scenarios/{file}.yaml", entry
    module, _, function = rule.rpartition(".")
    inside = "game" if "." in module else "game/rules"
    path = f"{inside}/{module.replace('.', '/')}.py"
    return (path, function) if function.islower() and (ROOT / path).is_file() else None


def cut(text: str, entry: str) -> str:
    """A scenario file without an entry, wherever a key of that name stands and whatever hangs below it."""
    kept: list[str] = []
    depth = None
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        if depth is not None and (not line.strip() or indent > depth):
            continue
        depth = indent if re.match(rf" *{entry}:", line) else None
        if depth is None:
            kept.append(line)
    return "".join(kept)


def without(text: str, function: str) -> str:
    """The source of a module in which a function does or gives nothing."""
    lines = text.splitlines(keepends=True)
    found = next(
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name.lstrip("_") == function
    )
    if any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(found)):
        lines.insert(found.body[1].lineno - 1, NOTHING)
        return "".join(lines)
    given = NOUGHT.get(ast.unparse(found.returns) if found.returns else "", "({}) * 0")
    returns = (node for node in ast.walk(found) if isinstance(node, ast.Return) and node.value)
    for node in sorted(returns, key=lambda each: -each.lineno):
        value = given.format(ast.unparse(node.value)) if node.value else ""
        lines[node.lineno - 1 : node.end_lineno] = [" " * node.col_offset + f"return {value}\n"]
    return "".join(lines)


def noticed(rule: str, tests: list[str], tree: Path) -> bool | None:
    """Whether a test fails in the tree while the rule is out; None where there is nothing to take out."""
    where = place(rule)
    if where is None:
        return None
    path, gone = where
    file = tree / path
    before = file.read_text(encoding="utf-8")
    file.write_text(cut(before, gone) if ":" in rule else without(before, gone), encoding="utf-8")
    found = failing(tree, tuple(test for test in tests if not test.startswith("ui/")))
    file.write_text(before, encoding="utf-8")
    return bool(found)


def main(chosen: list[str]) -> int:
    """Take every rule of the chosen rows out (of all, if none is), print those that nothing misses, count them."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        copy_into(tree)
        for number, rules, tests in rows():
            for rule in rules if not chosen or number in chosen else ():
                if noticed(rule, tests, tree) is False:
                    missed += 1
                    print(f"row {number}: no test of it misses {rule}", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
