"""Starting from a checkout: what is missing is said in one line that can be run, never in a traceback."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import main

CHECKOUT = Path(main.__file__).parent
MODULES = {"pygame-ce": "pygame", "PyYAML": "yaml"}


def test_without_its_packages_the_game_prints_the_line_to_run_and_no_traceback():
    no_packages = [sys.executable, "-E", "-S", "main.py"]
    start = subprocess.run(no_packages, cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert start.returncode == 2
    assert start.stdout == ""
    assert start.stderr.splitlines() == [
        f"Calibrated misses {', '.join(main.NEEDED)}. In this folder, run:",
        f"  {main.set_up_line(newer_python=False)}",
    ]


def test_an_older_python_is_told_which_one_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    assert re.fullmatch(
        r"Calibrated needs Python 3\.11 or newer; this is 3\.10\.13\. .*\n  .*3\.11.* -m venv .*",
        main.obstacle(),
    )


def test_with_everything_installed_nothing_stands_in_the_way():
    assert main.obstacle() == ""


@pytest.mark.parametrize("system", ["posix", "nt"])
def test_the_line_to_run_is_the_one_in_the_readme(monkeypatch, system):
    monkeypatch.setattr(main.os, "name", system)
    line = main.set_up_line(newer_python=False)
    monkeypatch.undo()
    assert line in (CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines()


def test_every_dependency_is_looked_for_before_the_game_starts():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = [re.split("[<>=]", line)[0] for line in project["dependencies"]]
    assert sorted(main.NEEDED) == sorted(MODULES.get(name, name) for name in packages)
