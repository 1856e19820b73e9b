"""What hangs on which assumption: what a switch does not touch is the same to the digit; luck is told from change."""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from game import cli
from game.lab import balance as balances
from game.lab.theories import Change, Kind, Outcome, Theories, paired, theories
from game.lab.theories_page import page, written
from game.lab.theories_picture import amount, picture
from game.scenario.switches import mechanisms
from tests.conftest import BORDER

POLICIES = ("absorb", "match_owed")
WITHOUT_PARTNERS = {"guilt_by_alliance", "moral_hazard", "deterrability", "rapid_defeat"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", autouse=True)
def few_games() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(balances, "OBSERVED_GAMES", 10)
        patch.setattr(balances, "DECISIVE_GAMES", 4)
        yield


@pytest.fixture(scope="module")
def border() -> Theories:
    return theories(str(BORDER), POLICIES, games=6, seed=1, processes=1)


@pytest.fixture(scope="module")
def alone() -> Theories:
    """Two powers and no partners."""
    return theories("two_messages", POLICIES, games=6, seed=1, processes=1)


def test_an_assumption_that_a_scenario_does_not_use_changes_nothing_to_the_digit(alone: Theories) -> None:
    untouched = {one.mechanism for one in alone.switches if one.changes_nothing}
    assert untouched >= WITHOUT_PARTNERS
    for one in alone.switches:
        if one.mechanism in WITHOUT_PARTNERS:
            assert {(change.by.value, change.by.low, change.by.high) for change in one.changes.values()} == {
                (0, 0, 0)
            }
            assert not one.verdicts
            assert all(best.before == best.after and not best.beyond_chance for best in one.best.values())


def test_how_a_score_is_reckoned_changes_scores_and_nothing_that_happens(border: Theories) -> None:
    one = next(each for each in border.switches if each.mechanism == "weakest_leg")
    assert {outcome.kind for outcome, change in one.changes.items() if not change.same} == {Kind.SCORE}


def test_every_mechanism_is_switched_once_and_every_figure_told(border: Theories) -> None:
    assert [one.mechanism for one in border.switches] == [name for name, _ in mechanisms(border.scenario)]
    for one in border.switches:
        assert tuple(one.changes) == border.outcomes
        for change in one.changes.values():
            assert change.after - change.before == pytest.approx(change.by.value)


def test_progress_counts_all_tournaments_as_one() -> None:
    told: list[tuple[int, int]] = []
    theories(
        "two_messages",
        ("absorb",),
        games=2,
        seed=1,
        processes=1,
        progress=lambda done, of: told.append((done, of)),
    )
    assert told == [(number, 14) for number in range(1, 15)]


def test_the_command_writes_a_page_that_names_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    options = "--scenario two_messages --policies absorb --games 10"
    assert cli.run(["lab", "theories", *options.split(), "--processes", "1", "--write"]) == 0
    told = (tmp_path / "docs" / "theories.md").read_text(encoding="utf-8")
    assert f"`python main.py lab theories {options} --write`" in told
    assert capsys.readouterr().out.strip() == told.strip()


def test_what_is_steady_no_switch_moves(border: Theories) -> None:
    for outcome in border.steady():
        assert not any(one.changes[outcome].beyond_chance for one in border.switches)


def test_the_same_difference_in_every_game_is_beyond_chance() -> None:
    change = Change(1.0, 2.0, paired(np.full(10, 1.0), comparisons=200), same=False)
    assert change.beyond_chance


def test_a_difference_that_goes_both_ways_is_within_chance() -> None:
    differences = np.array([1.0, -1.0, 2.0, -1.5, 0.2, 0.1])
    change = Change(0, float(differences.mean()), paired(differences, comparisons=1), same=False)
    assert not change.beyond_chance


def test_a_change_of_next_to_nothing_is_not_told_as_one() -> None:
    assert not Change(1, 1.001, paired(np.full(10, 0.001), comparisons=1), same=False).beyond_chance


def test_an_interval_is_that_of_student() -> None:
    """Twenty numbers: t of 19 degrees of freedom at 95 % is 2.093."""
    found = paired(np.arange(20.0), comparisons=1)
    assert found.high - found.value == pytest.approx(
        2.093 * np.std(np.arange(20.0), ddof=1) / 20**0.5, rel=1e-3
    )


def test_the_more_figures_are_compared_the_wider_is_each_interval() -> None:
    one, many = (paired(np.arange(20.0), comparisons) for comparisons in (1, 200))
    assert many.low < one.low < one.high < many.high


def test_the_page_tells_every_claim_and_what_is_disputed_of_it(border: Theories) -> None:
    told = page([border], "--scenario border")
    for _, mechanism in mechanisms(border.scenario):
        assert mechanism.claim in told
        assert mechanism.disputed in told


def test_the_page_names_each_assumption_as_changing_something_or_nothing(alone: Theories) -> None:
    told = page([alone], "--scenario two_messages")
    (nothing,) = (line for line in told.splitlines() if line.startswith("Nothing changes: "))
    names = {name: each.name for name, each in mechanisms(alone.scenario)}
    assert all(names[name] in nothing for name in WITHOUT_PARTNERS)
    assert names["weakest_leg"] not in nothing


def test_the_picture_has_a_mark_for_every_change_and_a_sign_where_nothing_changes(border: Theories) -> None:
    drawn = ET.fromstring(picture(border))
    shown = [
        outcome
        for outcome in border.outcomes
        if not all(one.changes[outcome].same for one in border.switches)
    ]
    changes = [one.changes[outcome] for one in border.switches for outcome in shown]
    in_legend = 2
    assert len(drawn.findall(f"{SVG}circle")) == in_legend + sum(not each.same for each in changes)
    assert [each.text for each in drawn.iter(f"{SVG}text")].count("=") == sum(each.same for each in changes)


def test_the_picture_keeps_to_its_frame(border: Theories) -> None:
    drawn = ET.fromstring(picture(border))
    width = float(drawn.attrib["viewBox"].split()[2])
    for mark in (*drawn.iter(f"{SVG}circle"), *drawn.iter(f"{SVG}line")):
        places = [float(mark.attrib[name]) for name in ("cx", "x1", "x2") if name in mark.attrib]
        assert all(0 < place < width for place in places)


def test_page_and_pictures_are_written_beside_each_other(border: Theories, tmp_path: Path) -> None:
    written([border], "--scenario border", tmp_path / "theories.md")
    assert (tmp_path / "pictures" / "theories_border.svg").exists()
    assert "(pictures/theories_border.svg)" in (tmp_path / "theories.md").read_text(encoding="utf-8")


def test_the_data_can_be_written_as_json(border: Theories) -> None:
    data = json.loads(json.dumps(border.as_data()))
    assert set(data["switches"]) == {name for name, _ in mechanisms(border.scenario)}
    assert "killed:hill_villagers" in data["switches"]["reputation"]["figures"]
    assert Outcome(Kind.WAR) in border.outcomes


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0.0, "+0"),
        (12.34, "+12"),
        (-1.26, "−1.3"),
        (0.0123, "+0.012"),
        (-0.00001, "−0.000"),
        (1234.5, "+1,234"),
    ],
)
def test_a_difference_is_told_to_two_digits_with_its_sign(value: float, told: str) -> None:
    assert amount(value) == told
