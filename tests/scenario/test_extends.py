import sys
from pathlib import Path

import pytest

from game.scenario.extends import read_extended
from game.scenario.problems import ScenarioError
from game.scenario.source import Source

CATALOGUE = """\
title: base
powers:
  iran: {standing: 5, market: 4}
  usa: {standing: 6}
fronts: [gulf, gaza]
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")


def extended(text: str, *catalogues: Path) -> Source:
    write(s=text)
    return read_extended(Path("s.yaml"), catalogues)


def refusal(text: str) -> str:
    with pytest.raises(ScenarioError) as refused:
        extended(text)
    return str(refused.value)


def test_a_file_that_extends_nothing_stands_alone():
    assert extended("a: 1").tree == {"a": 1}


def test_mappings_are_merged_and_anything_else_is_replaced():
    write(catalogue=CATALOGUE)
    source = extended(
        "extends: catalogue\nfronts: [red_sea]\npowers: {iran: {standing: 3}, israel: {market: 1}}"
    )
    assert source.tree == {
        "title": "base",
        "powers": {"iran": {"standing": 3, "market": 4}, "usa": {"standing": 6}, "israel": {"market": 1}},
        "fronts": ["red_sea"],
    }


def test_null_removes_what_was_inherited_and_stays_where_nothing_was():
    write(catalogue=CATALOGUE)
    source = extended("extends: catalogue\nfronts: null\npowers: {iran: null, usa: {market: null}}")
    assert source.tree == {"title": "base", "powers": {"usa": {"standing": 6, "market": None}}}


def test_every_value_keeps_the_place_where_it_was_written():
    write(catalogue=CATALOGUE)
    source = extended("extends: catalogue\npowers:\n  iran: {standing: 3}")
    assert source.position(("powers", "iran", "standing")) == ("s.yaml", 3, 20)
    assert source.position(("powers", "iran", "market")) == ("catalogue.yaml", 3, 31)
    assert source.position(("powers", "iran")) == ("s.yaml", 3, 9)
    assert source.position(("fronts", 1)) == ("catalogue.yaml", 5, 16)


def test_the_problems_of_all_files_are_noted():
    write(catalogue="a: .inf")
    assert len(extended("extends: catalogue\nb: 1\nb: 2").problems) == 2


def test_a_chain_of_files_is_followed_each_from_its_own_folder():
    Path("deep").mkdir()
    Path("deep/middle.yaml").write_text("extends: bottom\nb: 2", encoding="utf-8")
    Path("deep/bottom.yaml").write_text("a: 1\nb: 1", encoding="utf-8")
    source = extended("extends: deep/middle.yaml\nc: 3")
    assert source.tree == {"a": 1, "b": 2, "c": 3}
    assert source.position(("a",)).file == "deep/bottom.yaml"


def test_a_bare_name_is_also_sought_among_the_catalogues():
    Path("shipped").mkdir()
    Path("shipped/catalogue.yaml").write_text("a: 1", encoding="utf-8")
    assert extended("extends: catalogue", Path("shipped")).tree == {"a": 1}


def test_the_folder_of_the_file_comes_before_the_catalogues():
    Path("shipped").mkdir()
    Path("shipped/catalogue.yaml").write_text("a: 1", encoding="utf-8")
    write(catalogue="a: 2")
    assert extended("extends: catalogue", Path("shipped")).tree == {"a": 2}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extends: [a]", "s.yaml:1:10: extends: expected the name of a file, found ['a']"),
        ("extends:", "s.yaml:1:9: extends: expected the name of a file, found null"),
        ("extends: ' '", "s.yaml:1:10: extends: expected the name of a file, found ' '"),
        ("extends: ../a", "s.yaml:1:10: extends: '../a' is not a path within the folder of this file"),
        (
            "extends: a/../../b",
            "s.yaml:1:10: extends: 'a/../../b' is not a path within the folder of this file",
        ),
        (
            "extends: /etc/a.yaml",
            "s.yaml:1:10: extends: '/etc/a.yaml' is not a path within the folder of this file",
        ),
        (
            "extends: C:a.yaml",
            "s.yaml:1:10: extends: 'C:a.yaml' is not a path within the folder of this file",
        ),
        (r"extends: a\b", r"s.yaml:1:10: extends: 'a\\b' is not a path within the folder of this file"),
        (
            "extends: catalog",
            "s.yaml:1:10: extends: there is no file 'catalog.yaml'; did you mean 'catalogue.yaml'?",
        ),
        ("extends: no/a", "s.yaml:1:10: extends: there is no file 'no/a.yaml'; nor is there a folder 'no'"),
        ("extends: s", "s.yaml:1:10: extends: the files extend each other in a circle: s.yaml → s.yaml"),
    ],
)
def test_a_name_that_leads_nowhere_good_is_refused(text, message):
    write(catalogue=CATALOGUE)
    assert refusal(text) == message


def test_a_circle_is_refused_where_it_closes():
    write(a="extends: b", b="extends: s")
    assert refusal("extends: a") == (
        "b.yaml:1:10: extends: the files extend each other in a circle: s.yaml → a.yaml → b.yaml → s.yaml"
    )


def test_four_files_may_be_built_upon_and_no_more():
    write(a="extends: b", b="extends: c", c="extends: d", d="x: 1", e="x: 1")
    assert extended("extends: a").tree == {"x": 1}
    write(d="extends: e")
    assert refusal("extends: a") == (
        "d.yaml:1:10: extends: more than 4 files are built on each other: "
        "s.yaml → a.yaml → b.yaml → c.yaml → d.yaml → e.yaml"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_links_that_leave_the_folder_or_lead_back_are_refused(tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("a: 1", "utf-8")
    Path("a.yaml").symlink_to(outside)
    Path("b.yaml").symlink_to("b.yaml")
    assert refusal("extends: a") == (
        "s.yaml:1:10: extends: 'a.yaml' is a link that leaves its folder; put a copy there"
    )
    assert refusal("extends: b") == ("s.yaml:1:10: extends: 'b.yaml' is a link that leads back to itself")


def test_a_defect_of_an_extended_file_is_shown_in_that_file():
    write(catalogue="a: *b")
    assert refusal("extends: catalogue") == (
        "catalogue.yaml:1:4: the alias '*b' is not allowed; write the value out"
    )


def test_a_section_with_nothing_below_it_is_a_slip_and_takes_nothing_away():
    write(base=CATALOGUE)
    source = extended("extends: base\npowers:\nfronts:\ntitle:\n")
    assert [(str(each.position), each.path) for each in source.problems] == [
        ("s.yaml:2:1", ("powers",)),
        ("s.yaml:3:1", ("fronts",)),
    ]
    assert all("leave the key out to keep it, or write null" in each.message for each in source.problems)
    assert source.root.plain() == {
        "powers": {"iran": {"standing": 5, "market": 4}, "usa": {"standing": 6}},
        "fronts": ["gulf", "gaza"],
    }


def test_a_section_within_another_is_named_by_its_whole_path():
    write(base=CATALOGUE)
    (slip,) = extended("extends: base\npowers:\n  iran:\n").problems
    assert slip.path == ("powers", "iran")
