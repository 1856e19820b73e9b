"""Files made to crash, hang or fill the memory: each is one clear error.

A process of its own reads them all, with 500 MB of memory and ten seconds of computing for each handful.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.files import read_text
from game.scenario.problems import ScenarioError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits for a process")

ROOT = Path(__file__).parents[2]
BORDER = ROOT / "tests" / "fixtures" / "border.yaml"
HEAD = "extends: border\nid: hostile\n"
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (500_000_000, 500_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
sys.path.insert(0, sys.argv.pop(1))
from game.cli import main
main()
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the small conflict in it."""
    monkeypatch.chdir(tmp_path)
    Path("border.yaml").write_bytes(BORDER.read_bytes())
    return tmp_path


def told(*files: str, command: str = "check") -> list[str]:
    """What the command says about files, in a process with little memory and time."""
    limited = [sys.executable, "-c", LIMITED, str(ROOT), "scenario", command, *files]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        limited,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    assert done.stderr == "" or command == "import"
    assert done.returncode == 2, done.stderr
    return [line[:200] for line in (done.stdout + done.stderr).splitlines()]


def test_what_is_no_file_is_refused_without_opening_it():
    os.mkfifo("pipe.yaml")
    Path("folder.yaml").mkdir()
    Path("loop.yaml").symlink_to("loop.yaml")
    Path("zero.yaml").symlink_to("/dev/zero")
    names = ["pipe.yaml", "folder.yaml", "/dev/zero", "/dev/full", "/dev/stdin", "zero.yaml"]
    *lines, loop = told(*names, "loop.yaml")
    assert lines == [
        "pipe.yaml: is a pipe, expected a YAML file",
        "folder.yaml: is a folder, expected a YAML file",
        "/dev/zero: is a device, expected a YAML file",
        "/dev/full: is a device, expected a YAML file",
        "/dev/stdin: is a device, expected a YAML file",
        "zero.yaml: is a device, expected a YAML file",
    ]
    assert loop.startswith("loop.yaml: cannot be read: ")


def test_what_is_no_file_cannot_be_extended_either():
    os.mkfifo("pipe.yaml")
    Path("device.yaml").symlink_to("/dev/zero")
    Path("of_pipe.yaml").write_text("extends: pipe.yaml\nid: a\n", encoding="utf-8")
    Path("of_device.yaml").write_text("extends: device.yaml\nid: a\n", encoding="utf-8")
    assert told("of_pipe.yaml", "of_device.yaml") == [
        "pipe.yaml: is a pipe, expected a YAML file",
        "of_device.yaml:1:10: extends: 'device.yaml' is a link that leaves its folder; put a copy there",
    ]


def test_a_file_of_a_hundred_megabytes_is_not_read():
    with Path("large.yaml").open("wb") as file:
        file.truncate(100_000_000)
    assert told("large.yaml") == ["large.yaml: has 100,000,000 bytes, at most 1,000,000 are read"]


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch):
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(ScenarioError) as refused:
        read_text(Path("border.yaml"))
    assert str(refused.value) == f"border.yaml: cannot be read: {os.strerror(13)}"


def indented(depth: int) -> str:
    return HEAD + "events:\n" + "".join(f"{' ' * (step + 1)}a:\n" for step in range(depth))


def test_deep_nesting_is_refused_however_it_is_written():
    Path("list.yaml").write_text(f"{HEAD}events: {'[' * 10_000}\n", encoding="utf-8")
    Path("map.yaml").write_text(f"{HEAD}events: {'{a: ' * 10_000}\n", encoding="utf-8")
    Path("dash.yaml").write_text(f"{HEAD}events:\n  {'- ' * 10_000}\n", encoding="utf-8")
    Path("key.yaml").write_text(f"{HEAD}events:\n  {'? ' * 10_000}\n", encoding="utf-8")
    Path("indent.yaml").write_text(indented(1200), encoding="utf-8")
    assert told("list.yaml", "map.yaml", "dash.yaml", "key.yaml", "indent.yaml") == [
        "list.yaml:3:48: is nested more than 40 deep",
        "map.yaml:3:165: is nested more than 40 deep",
        "dash.yaml:4:81: is nested more than 40 deep",
        "key.yaml:4:81: is nested more than 40 deep",
        "indent.yaml:43:41: is nested more than 40 deep",
    ]


def test_aliases_cannot_explode():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    Path("bomb.yaml").write_text(HEAD + bomb, encoding="utf-8")
    Path("circle.yaml").write_text(f"{HEAD}events: &a [*a]\n", encoding="utf-8")
    lines = told("bomb.yaml", "circle.yaml")
    assert len(lines) == 24
    assert all("is not allowed" in line or "too many anchors" in line for line in lines)


def test_tags_construct_nothing(folder: Path):
    tags = (
        "python/object/apply:os.mkdir [made]",
        "python/object/new:os.mkdir [made]",
        "python/name:os.system",
    )
    Path("tags.yaml").write_text(
        HEAD + "".join(f"{key}: !!{tag}\n" for key, tag in zip("abc", tags, strict=True)), encoding="utf-8"
    )
    assert len(told("tags.yaml")) == 3
    assert not (folder / "made").exists()


FLOODS: dict[str, Callable[[], str]] = {
    "values": lambda: f"{HEAD}events: [{'1,' * 450_000}]\n",
    "duplicates": lambda: HEAD + "x: 1\n" * 24_000,
    "unknown": lambda: HEAD + "".join(f"key_{number}: 1\n" for number in range(20_000)),
    "digits": lambda: f"{HEAD}clock: {{turns: {'9' * 900_000}}}\n",
    "fraction": lambda: f"{HEAD}clock: {{turns: 0.{'9' * 900_000}}}\n",
    "exponent": lambda: f"{HEAD}clock: {{turns: 1e{'9' * 30}}}\n",
    "long_key": lambda: f"{HEAD}{'k' * 1000}: 1\n? {'k' * 900_000}\n: 1\n",
    "long_text": lambda: f"{HEAD}title: {'t' * 900_000}\n",
    "block_text": lambda: f"{HEAD}title: |\n" + "  t\n" * 200_000,
    "quotes": lambda: f"{HEAD}title: '{chr(39) * 800_000}\n",
    "escapes": lambda: f'{HEAD}title: "{chr(92)}x41{chr(92)}t' + f"{chr(92)}u0041" * 100_000 + '"\n',
    "comments": lambda: "#\n" * 450_000,
    "spaces": lambda: " " * 900_000,
    "colons": lambda: HEAD + ":" * 900_000,
    "names": lambda: f"{HEAD}density:\n" + "".join(f"  name_{number}: 1\n" for number in range(20_000)),
    "empty_orders": lambda: (
        f"{HEAD}orders:\n" + "".join(f"  order_{number}: {{}}\n" for number in range(15_000))
    ),
    "null_orders": lambda: (
        f"{HEAD}orders:\n" + "".join(f"  order_{number}: null\n" for number in range(20_000))
    ),
    "munitions": lambda: (
        f"{HEAD}munitions:\n"
        + "".join(
            f"  m_{number}: {{name: M, kind: air, reliability: 1, urgency: 1}}\n" for number in range(4_000)
        )
    ),
    "orders": lambda: (
        f"{HEAD}orders:\n"
        + "".join(
            f"  o_{number}: {{name: O, by: [northland], family: strike, desk: force, text: T, strike: {{"
            "at: [{actor: southland, front: border}, {actor: lakeland, front: lake}], "
            "scale: [limited, large, maximal], target: [symbolic, core_military, energy, nuclear], "
            "means: [slow, fast], notice: [announced, hours, none]}}\n"
            for number in range(290)
        )
    ),
    "effects": lambda: (
        f"{HEAD}orders: {{deploy: {{effects: ["
        + "{do: shift, track: backing, of: self, by: 1}, " * 4_000
        + "]}}\n"
    ),
}


def test_a_flood_of_anything_is_told_in_at_most_a_hundred_lines():
    for name, flood in FLOODS.items():
        text = flood()
        assert len(text) < 1_000_000
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    names = list(FLOODS)
    for some in (names[:7], names[7:14], names[14:]):
        lines = told(*(f"{name}.yaml" for name in some))
        for name in some:
            own = [line for line in lines if line.startswith(f"{name}.yaml")]
            assert 1 <= len(own) <= 100, name


def test_a_hostile_zip_is_refused_without_opening_it():
    os.mkfifo("pipe.zip")
    assert told("pipe.zip", command="import") == ["pipe.zip: is a pipe, expected a zip file"]
    with Path("large.zip").open("wb") as file:
        file.truncate(100_000_000)
    assert told("large.zip", command="import") == [
        "large.zip: has 100,000,000 bytes, at most 2,000,000 are read"
    ]
