"""Sharing a scenario as one zip: what is packed comes out the same, and nothing else comes out at all."""

import errno
import hashlib
import json
import os
import stat
import sys
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import run
from game.scenario import zipped
from game.scenario.archive import pack, unpack
from game.scenario.placing import place
from game.scenario.problems import ScenarioError
from game.scenario.shipped import load_scenario
from game.scenario.zipped import read_zip

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"
MINE = "extends: parts/border.yaml\nid: mine\ntitle: Mine\n"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a scenario of one's own and the part that it extends; the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "home"))
    Path("parts").mkdir()
    Path("parts/border.yaml").write_bytes(BORDER.read_bytes())
    Path("mine.yaml").write_text(MINE, encoding="utf-8")
    return tmp_path


def refusal(path: str = "mine.zip", folder: str = "taken") -> str:
    with pytest.raises(ScenarioError) as refused:
        unpack(Path(path), Path(folder))
    assert not Path(folder).is_dir() or not any(Path(folder).rglob("*"))
    return str(refused.value)


def zip_of(files: Mapping[str, bytes], /, scenario: str = "mine.yaml", **manifest: object) -> None:
    """A zip whose manifest is right unless told otherwise."""
    said = {
        "format": "calibrated scenario",
        "version": 1,
        "game": "0.1",
        "scenario": scenario,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    with zipfile.ZipFile("mine.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps({**said, **manifest}))


def test_what_is_packed_comes_out_byte_for_byte_and_plays():
    assert pack(Path("mine.yaml"), Path()) == Path("mine.zip")
    taken = unpack(Path("mine.zip"), Path("taken"))
    assert taken == [Path("taken/mine.yaml"), Path("taken/parts/border.yaml")]
    assert [path.read_bytes() for path in taken] == [MINE.encode(), BORDER.read_bytes()]
    assert sorted(path.name for path in Path("taken").iterdir()) == ["mine.yaml", "parts"]
    assert load_scenario(taken[0]).scenario.title == "Mine"


def test_the_same_scenario_always_packs_to_the_same_bytes():
    first, second = pack(Path("mine.yaml"), Path("a.zip")), pack(Path("mine.yaml"), Path("b.zip"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the names of files are text")
def test_a_file_whose_name_is_no_text_is_not_packed():
    named = Path(os.fsdecode(b"r\xe9sum\xe9.yaml"))
    named.write_bytes(MINE.encode())
    with pytest.raises(ScenarioError, match="give it another name"):
        pack(named, Path())


def test_what_ships_with_the_game_is_not_packed():
    Path("mine.yaml").write_text("extends: consulate.yaml\nid: mine\n", encoding="utf-8")
    Path("consulate.yaml").write_text("extends: catalogue\nid: consulate\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="missing"):
        pack(Path("mine.yaml"), Path())
    from game.assets import scenario_folder

    with pytest.raises(ScenarioError, match="ships with the game, so everybody has it"):
        pack(scenario_folder() / "consulate.yaml", Path())


def test_a_file_that_would_stand_in_front_of_one_that_ships_is_neither_packed_nor_taken_in():
    Path("catalogue.yaml").write_bytes(BORDER.read_bytes())
    Path("mine.yaml").write_text("extends: catalogue\nid: mine\n", encoding="utf-8")
    with pytest.raises(
        ScenarioError, match=r"the game ships a file named 'catalogue\.yaml'; give yours another"
    ):
        pack(Path("mine.yaml"), Path())
    zip_of({"mine.yaml": Path("mine.yaml").read_bytes(), "catalogue.yaml": BORDER.read_bytes()})
    assert refusal() == "mine.zip: the game ships a file named 'catalogue.yaml'; give yours another name"


def test_a_broken_scenario_is_not_packed_and_all_its_defects_are_told():
    Path("mine.yaml").write_text(f"{MINE}kind: fiction\nclock: {{turns: 40}}\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as refused:
        pack(Path("mine.yaml"), Path())
    assert len(refused.value.problems) == 2
    assert not Path("mine.zip").exists()


def test_nothing_is_written_over_unless_it_is_said():
    pack(Path("mine.yaml"), Path())
    with pytest.raises(ScenarioError, match=r"mine\.zip: is there already; add --replace to write over it"):
        pack(Path("mine.yaml"), Path())
    pack(Path("mine.yaml"), Path(), replace=True)
    unpack(Path("mine.zip"), Path("taken"))
    Path("taken/mine.yaml").write_text("changed", encoding="utf-8")
    with pytest.raises(ScenarioError) as refused:
        unpack(Path("mine.zip"), Path("taken"))
    assert str(refused.value) == (
        "taken/mine.yaml: is there already; add --replace to put the new one in its place\n"
        "taken/parts/border.yaml: is there already; add --replace to put the new one in its place"
    )
    assert Path("taken/mine.yaml").read_text(encoding="utf-8") == "changed"
    unpack(Path("mine.zip"), Path("taken"), replace=True)
    assert Path("taken/mine.yaml").read_text(encoding="utf-8") == MINE


def test_a_broken_scenario_is_not_taken_in_and_its_defects_are_told_in_the_zip():
    zip_of({"mine.yaml": b"extends: border\nid: mine\nkind: fiction\n", "border.yaml": BORDER.read_bytes()})
    assert refusal() == (
        "mine.zip/mine.yaml:3:7: kind: expected 'historical', 'campaign', 'hypothetical' or 'fictional', "
        "found 'fiction'; did you mean 'fictional'?"
    )


def test_a_name_that_leads_out_of_the_folder_is_refused():
    for name in ("../a.yaml", "/etc/a.yaml", "a/../../b.yaml", "C:a.yaml", "\\a.yaml", "..\\a.yaml"):
        zip_of({name: b"a: 1"})
        assert refusal() == f"mine.zip: {name!r} leads out of the folder"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("more.zip", "is an archive within the archive"),
        ("con.yaml", "is a name that Windows keeps for itself"),
        ("run.py", "is no name of a scenario file"),
        (".DS_Store", "pack by: python main.py scenario pack"),
        ("__MACOSX/._mine.yaml", "pack by: python main.py scenario pack"),
        (".hidden.yaml", "is no name of a scenario file"),
        ("a b.yaml", "is no name of a scenario file"),
        ("ä.yaml", "is no name of a scenario file"),
        ("a\x1b[2J.yaml", "is no name of a scenario file"),
        ("a\n.yaml", "is no name of a scenario file"),
        ("folder/", "is no name of a scenario file"),
        ("a/b/c/d/e.yaml", "is no name of a scenario file"),
        ("a" * 61 + ".yaml", "is no name of a scenario file"),
    ],
)
def test_an_odd_name_is_refused(name: str, message: str):
    zip_of({name: b"a: 1"})
    assert message in refusal()
    assert "\x1b" not in refusal()


def test_a_scenario_that_was_never_packed_is_told_to_need_no_taking_in():
    with pytest.raises(ScenarioError) as refused:
        read_zip(BORDER)
    assert "needs no taking in" in str(refused.value)


def test_links_and_devices_are_refused():
    for kind, message in ((stat.S_IFLNK, "is a link; put a copy there"), (stat.S_IFCHR, "is no plain file")):
        entry = zipfile.ZipInfo("mine.yaml")
        entry.external_attr = (kind | 0o777) << 16
        with zipfile.ZipFile("mine.zip", "w") as archive:
            archive.writestr(entry, "/etc/passwd")
        assert refusal() == f"mine.zip: 'mine.yaml' {message}"


def test_an_encrypted_file_and_one_compressed_otherwise_are_refused():
    zip_of({"mine.yaml": b"a: 1"})
    data = bytearray(Path("mine.zip").read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    Path("mine.zip").write_bytes(data)
    assert refusal() == "mine.zip: 'mine.yaml' is encrypted; pack it without a password"
    with zipfile.ZipFile("mine.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("mine.yaml", "a: 1")
    assert refusal() == "mine.zip: 'mine.yaml' is compressed in a way that is not read; use deflate"


def test_a_bomb_is_refused_by_its_ratio_its_size_and_the_sum_of_all():
    zip_of({"mine.yaml": b"a" * 500_000})
    assert refusal() == "mine.zip: 'mine.yaml' grows more than 100 times when it is unpacked"
    zip_of({"mine.yaml": b"a" * 1_000_001})
    assert refusal() == "mine.zip: 'mine.yaml' has 1,000,001 bytes; at most 1,000,000 are read"
    zip_of({f"part{number}.yaml": os.urandom(10_000) + b" " * 900_000 for number in range(5)})
    assert "together; at most 4,000,000 are read" in refusal()
    zip_of({f"part{number}.yaml": b"a: 1" for number in range(20)})
    assert refusal() == "mine.zip: holds 21 files; at most 20 are read"


def test_a_zip_that_lies_about_the_size_of_a_file_is_refused():
    zip_of({"mine.yaml": b"a: 1\n" * 1000})
    data = bytearray(Path("mine.zip").read_bytes())
    size = (5000).to_bytes(4, "little")
    while size in data:
        index = data.index(size)
        data[index : index + 4] = (10).to_bytes(4, "little")
    Path("mine.zip").write_bytes(data)
    assert refusal().startswith("mine.zip: ")


def test_a_name_given_twice_is_refused_whatever_its_case():
    with zipfile.ZipFile("mine.zip", "w") as archive:
        archive.writestr("mine.yaml", "a: 1")
        archive.writestr("Mine.yaml", "a: 2")
    assert refusal() == "mine.zip: holds 'mine.yaml' 2 times"


def test_a_zip_without_a_sound_manifest_is_refused():
    with zipfile.ZipFile("mine.zip", "w") as archive:
        archive.writestr("mine.yaml", MINE)
    assert refusal() == "mine.zip: holds no manifest.json; make it by: python main.py scenario pack"
    zip_of({"mine.yaml": b"a: 1"}, version=2, game="9.9")
    assert refusal().startswith(
        "mine.zip: its manifest.json, written by version 9.9 of the game, cannot be read"
    )
    zip_of({"mine.yaml": b"a: 1"}, files="all")
    assert "cannot be read: files: " in refusal()


def test_files_that_differ_from_the_manifest_are_refused():
    zip_of({"mine.yaml": MINE.encode(), "b.yaml": b"a: 1"}, files={"mine.yaml": "0" * 64, "c.yaml": "0" * 64})
    assert refusal() == (
        "mine.zip: 'b.yaml' is not in its manifest\n"
        "mine.zip: 'c.yaml' is in its manifest, but missing\n"
        "mine.zip: 'mine.yaml' was changed after it was packed; ask for a new copy"
    )
    zip_of({"mine.yaml": b"a: 1"}, scenario="other.yaml")
    assert refusal() == (
        "mine.zip: its manifest.json names 'other.yaml' as the scenario, which is not at its top"
    )


def test_a_file_that_nothing_uses_is_refused():
    zip_of({"border.yaml": BORDER.read_bytes(), "idle.yaml": b"a: 1"}, scenario="border.yaml")
    assert refusal() == "mine.zip: 'idle.yaml' is used by nothing in it"


def test_what_is_no_zip_is_refused():
    Path("mine.zip").write_bytes(b"PK\x03\x04 and nothing else")
    assert refusal() == "mine.zip: is not a sound zip file: File is not a zip file"
    Path("mine.zip").write_bytes(b"")
    assert refusal() == "mine.zip: is not a sound zip file: File is not a zip file"
    assert refusal("parts") == "parts: is a folder, expected a zip file"
    assert refusal("no.zip").startswith("no.zip: there is no such file")
    with zipfile.ZipFile("mine.zip", "w"):
        pass
    assert refusal() == "mine.zip: is an empty zip file"
    Path("mine.zip").write_bytes(b"a" * (zipped.ARCHIVE_LIMIT + 1))
    assert refusal() == "mine.zip: has 2,000,001 bytes, at most 2,000,000 are read"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_in_the_folder_does_not_lead_the_files_elsewhere():
    pack(Path("mine.yaml"), Path())
    Path("elsewhere").mkdir()
    Path("taken").mkdir()
    Path("taken/parts").symlink_to(Path("elsewhere").resolve())
    with pytest.raises(ScenarioError, match="its folder is a link that leads elsewhere"):
        unpack(Path("mine.zip"), Path("taken"), replace=True)
    assert not any(Path("elsewhere").iterdir())


def test_files_are_put_in_place_all_or_none():
    stage = Path("taken/stage")
    stage.mkdir(parents=True)
    (stage / "a.yaml").write_text("new", "utf-8")
    Path("taken/a.yaml").write_text("old", encoding="utf-8")
    with pytest.raises(ScenarioError, match="taken: nothing was written: "):
        place(stage, ["a.yaml", "not_there.yaml"], Path("taken"))
    assert Path("taken/a.yaml").read_text(encoding="utf-8") == "old"


def test_a_folder_where_nothing_can_be_written_is_told():
    pack(Path("mine.yaml"), Path())
    Path("taken").write_text("a file", encoding="utf-8")
    with pytest.raises(ScenarioError, match="taken: nothing was written: "):
        unpack(Path("mine.zip"), Path("taken"))
    with pytest.raises(ScenarioError, match=r"no/mine\.zip: cannot be written: "):
        pack(Path("mine.yaml"), Path("no/mine.zip"))


def test_a_disk_where_nothing_can_even_be_removed_is_told(monkeypatch: pytest.MonkeyPatch):
    def read_only(*arguments: object, **named: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("game.disk.os.fsync", read_only)
    monkeypatch.setattr(Path, "unlink", read_only)
    with pytest.raises(ScenarioError, match=r"mine\.zip: cannot be written: Read-only file system"):
        pack(Path("mine.yaml"), Path())


def test_the_commands_pack_and_take_in(capsys: pytest.CaptureFixture[str]):
    assert run(["scenario", "pack", "mine.yaml"]) == 0
    assert "Wrote mine.zip" in capsys.readouterr().out
    assert run(["scenario", "import", "mine.zip"]) == 0
    assert "Play it: python main.py play mine" in capsys.readouterr().out
    assert Path("home/scenarios/mine.yaml").read_text(encoding="utf-8") == MINE
    assert run(["scenario", "import", "mine.zip"]) == 2
    assert "is there already; add --replace" in capsys.readouterr().err
    assert run(["scenario", "import", "mine.zip", "--replace", "--to", "other"]) == 0
    assert Path("other/mine.yaml").exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_zip_with_bytes_changed_is_taken_in_whole_or_refused(own: Path, data: st.DataObject):
    path = own / "mine.zip"
    if not path.exists():
        pack(own / "mine.yaml", path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    changed = own / "changed.zip"
    changed.write_bytes(content)
    with suppress(ScenarioError):
        taken = unpack(changed, own / "fuzzed", replace=True)
        assert [file.read_bytes() for file in taken] == [MINE.encode(), BORDER.read_bytes()]
