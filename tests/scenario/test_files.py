import os
import sys
from pathlib import Path

import pytest

from game.scenario.files import SIZE_LIMIT, read_text
from game.scenario.problems import ScenarioError


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def refusal(data: bytes | None = None, path: str = "s.yaml") -> str:
    if data is not None:
        Path(path).write_bytes(data)
    with pytest.raises(ScenarioError) as refused:
        read_text(Path(path))
    return str(refused.value)


def test_a_byte_order_mark_is_no_part_of_the_text():
    Path("s.yaml").write_bytes(b"\xef\xbb\xbftitle: a")
    assert read_text(Path("s.yaml")) == "title: a"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: 1\nb: \xff", "s.yaml:2:4: byte 0xff is not UTF-8; save the file as UTF-8"),
        ("é: 1".encode("latin-1"), "s.yaml:1:1: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ("a".encode("utf-16"), "s.yaml: is written in UTF-16; save it as UTF-8"),
        ("a".encode("utf-32"), "s.yaml: is written in UTF-32; save it as UTF-8"),
        (b"a: 1\n b\x00", r"s.yaml:2:3: the control character '\x00' cannot stand in a scenario; remove it"),
        (b"a:\n\tb: 1", "s.yaml:2:1: the line is indented with a tab; use spaces"),
        (
            b"a:\n  \tb: 1\n\tc: 1\n\t\n",
            "s.yaml:2:1: the line is indented with a tab; use spaces (as are 2 more lines)",
        ),
        (b"%YAML 1.1\n---\na: 1", "s.yaml:1:1: a line cannot start with %: directives are not used"),
        (b" " * (SIZE_LIMIT + 1), "s.yaml: has 1,000,001 bytes, at most 1,000,000 are read"),
    ],
)
def test_text_that_cannot_be_a_scenario_is_refused(data, message):
    assert refusal(data) == message


def test_a_tab_within_a_line_is_allowed():
    Path("s.yaml").write_bytes(b"a: 1\t# a note")
    assert read_text(Path("s.yaml")) == "a: 1\t# a note"


def test_a_folder_is_refused():
    assert refusal(path=".") == ".: is a folder, expected a YAML file"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
def test_pipes_and_devices_are_refused_without_opening_them():
    os.mkfifo("pipe.yaml")
    assert refusal(path="pipe.yaml") == "pipe.yaml: is a pipe, expected a YAML file"
    assert refusal(path="/dev/zero") == "/dev/zero: is a device, expected a YAML file"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_that_leads_to_itself_is_refused():
    Path("s.yaml").symlink_to("s.yaml")
    assert refusal().startswith("s.yaml: cannot be read: ")


def test_a_missing_file_tells_the_name_that_was_meant():
    Path("consulate.yaml").touch()
    assert refusal(path="consulat.yaml") == (
        "consulat.yaml: there is no such file; did you mean 'consulate.yaml'?"
    )


def test_a_missing_file_tells_what_its_folder_holds():
    assert refusal(path="s.yaml") == "s.yaml: there is no such file; its folder holds no YAML files"
    for letter in "fedcba":
        Path(f"{letter * 3}.yaml").touch()
    assert refusal(path="zzz.txt") == (
        "zzz.txt: there is no such file; its folder holds aaa.yaml, bbb.yaml, ccc.yaml, ddd.yaml, eee.yaml, …"
    )


def test_a_missing_folder_is_told():
    assert refusal(path="no/s.yaml") == "no/s.yaml: there is no such file; nor is there a folder 'no'"
