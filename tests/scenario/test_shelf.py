"""A glance at scenario files: order, whose they are, what they are built on, and whether they changed."""

import os
import sys
from pathlib import Path

import pytest

from game.assets import scenario_folder
from game.scenario.problems import ScenarioError
from game.scenario.shelf import files_behind, glance, glances, inspecting, stamp_of_all

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"


def inspected(path, skin=None):
    steps = inspecting(path, skin)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_a_glance_tells_title_kind_and_start_of_every_shipped_scenario():
    for found in glances([]):
        assert found.title != found.path.stem
        assert found.kind
        assert found.origin == "shipped"


def test_ones_own_come_first_and_historical_ones_in_the_order_of_their_days(tmp_path):
    (tmp_path / "mine.yaml").write_text("title: Mine\nkind: fictional\n", encoding="utf-8")
    found = glances([tmp_path])
    assert found[0].origin == "own"
    days = [each.start for each in found if each.kind == "historical"]
    assert days == sorted(days)


def test_a_file_given_by_its_path_is_listed_once(tmp_path):
    (tmp_path / "mine.yaml").write_text("title: Mine\n", encoding="utf-8")
    given = [tmp_path / "mine.yaml", BORDER]
    found = glances([tmp_path], given)
    assert sorted(each.origin for each in found if each.path in given) == ["given", "own"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_that_leads_back_to_itself_is_listed_by_its_name_and_told(tmp_path):
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert [each.title for each in glances([tmp_path], [loop]) if each.origin != "shipped"] == ["loop"]
    with pytest.raises(ScenarioError, match="cannot be read"):
        inspected(loop)
    assert stamp_of_all([tmp_path]) == stamp_of_all([tmp_path])


def test_a_file_that_is_no_text_is_listed_by_its_name(tmp_path):
    (tmp_path / "odd.yaml").write_bytes(b"\xff\xfe\x00")
    assert glance(tmp_path / "odd.yaml", "own").title == "odd"


def test_what_a_scenario_is_built_on_is_found_beside_it_and_among_those_that_ship(tmp_path):
    (tmp_path / "first.yaml").write_text("extends: second.yaml\ntitle: First\n", encoding="utf-8")
    (tmp_path / "second.yaml").write_text("extends: catalogue\n", encoding="utf-8")
    names = [file.name for file in files_behind(tmp_path / "first.yaml")]
    assert names == ["first.yaml", "second.yaml", "catalogue.yaml"]


def test_files_that_are_built_on_each_other_in_a_circle_end_the_search(tmp_path):
    (tmp_path / "first.yaml").write_text("extends: second\n", encoding="utf-8")
    (tmp_path / "second.yaml").write_text("extends: first\n", encoding="utf-8")
    assert len(files_behind(tmp_path / "first.yaml")) == 2


def test_the_stamp_changes_with_a_file_and_only_then(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("title: Mine\n", encoding="utf-8")
    before = stamp_of_all([tmp_path])
    assert stamp_of_all([tmp_path]) == before
    os.utime(file, ns=(1, 1))
    assert stamp_of_all([tmp_path]) != before


def test_a_folder_that_is_not_there_yet_counts_as_empty(tmp_path):
    assert [each.origin for each in glances([tmp_path / "none"])].count("own") == 0
    assert stamp_of_all([tmp_path / "none"])


def test_a_sound_scenario_passes_and_a_broken_one_tells_all_that_is_wrong(tmp_path):
    assert inspected(BORDER).scenario.id == "border"
    broken = tmp_path / "border.yaml"
    text = BORDER.read_text(encoding="utf-8")
    broken.write_text(text.replace("\nfronts:", "\nfront:", 1), encoding="utf-8")
    with pytest.raises(ScenarioError, match="did you mean 'fronts'"):
        inspected(broken)


def test_invented_names_are_put_over_a_real_conflict():
    real = scenario_folder() / "consulate.yaml"
    assert inspected(real, "fictional").scenario.skin == "fictional"
