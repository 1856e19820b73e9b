"""Reliability of forecasts: the bins count every event once, and what is drawn and told is what was found."""

import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from game.lab import reliability as forecasts
from game.lab.reliability import Reliability, reliability
from game.lab.reliability_page import diagram, page
from game.lab.trial import Event, Range
from tests.conftest import BORDER


def known(*events: tuple[float, bool]) -> Reliability:
    """Events of one kind whose chances and ends are given, each of another game, and no more."""
    return Reliability(
        ("none",), 1, 1, tuple(Event("kind", *each, game) for game, each in enumerate(events)), ()
    )


@pytest.fixture(scope="module")
def border() -> Iterator[Reliability]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forecasts, "_PIECE", 1)
        yield reliability([str(BORDER)], events=20, seed=1, samples=20, processes=1)


def test_an_event_counts_in_the_tenth_that_was_said() -> None:
    found = known((0, False), (9.9, False), (10, True), (99, True), (100, True)).bins()
    assert [(each.low, each.high, each.events) for each in found] == [(0, 10, 2), (10, 20, 1), (90, 100, 2)]
    assert [each.happened.value for each in found] == [0, 100, 100]


def test_what_happened_more_often_than_was_said_is_told_as_such() -> None:
    (bin_of_thirty,) = known(*((30, happened) for happened in (True, True, False, False))).bins()
    assert bin_of_thirty.off == pytest.approx(20)
    assert bin_of_thirty.happened.low < 30 < bin_of_thirty.happened.high


def test_events_of_one_game_that_hang_together_tell_less() -> None:
    events = [Event("kind", 50, number % 4 < 2, number) for number in range(40)]
    twice = tuple(Event("kind", 50, each.happened, number) for number, each in enumerate(events * 2))
    (alone,) = Reliability(("none",), 1, 1, tuple(events), ()).bins()
    (together,) = Reliability(("none",), 1, 1, tuple(events * 2), ()).bins()
    (independent,) = Reliability(("none",), 1, 1, twice, ()).bins()
    assert together.happened == alone.happened
    assert independent.happened.low > alone.happened.low
    assert together.events == 80


def test_no_two_scenarios_share_the_dice_of_a_game(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forecasts, "_PIECE", 1)
    found = reliability([str(BORDER)] * 2, events=20, seed=1, samples=20, processes=1)
    games = list(dict.fromkeys(each.game for each in found.events))
    assert len(games) == 4


def test_a_range_holds_what_lies_on_its_edges() -> None:
    ranges = tuple(Range("number", 1, 3, 2, came, game=came) for came in (1, 2, 3, 4))
    inside, error, count = Reliability(("none",), 1, 1, (), ranges).coverage()["number"]
    assert (inside.value, error, count) == (75, 0.5, 4)


def test_every_event_of_real_forecasts_is_in_one_bin(border: Reliability) -> None:
    assert len(border.events) >= 20
    assert sum(each.events for each in border.bins()) == len(border.events)
    assert all(0 <= each.said <= 100 for each in border.events)
    for kind in border.kinds:
        assert border.bins(kind)


def test_the_same_seed_finds_the_same_events(border: Reliability) -> None:
    assert reliability([str(BORDER)], events=20, seed=1, samples=20, processes=1) == border


def test_the_page_has_every_bin_and_the_diagram_a_point_for_each(border: Reliability) -> None:
    told = page(border)
    drawn = ET.fromstring(diagram(border.bins()))
    points = drawn.findall("{http://www.w3.org/2000/svg}circle")
    assert len(points) == len(border.bins())
    for each in border.bins():
        assert f"| {each.low} to {each.high} % |" in told


def test_the_data_can_be_written_as_json(border: Reliability) -> None:
    data = json.loads(json.dumps(border.as_data()))
    assert set(data["bins"]) == {"all", *border.kinds}
    assert data["events"] == len(border.events)


def test_the_page_names_the_bins_that_do_not_hold_and_no_others() -> None:
    wrong, right = [(90.0, False)] * 40, [(50.0, number % 2 == 0) for number in range(40)]
    told = page(known(*wrong, *right))
    assert "- kind, 90 to 100 %: 90.0 % said, 0.0 % happened, 40 events" in told
    assert "- kind, 50 to 60 %" not in told
    assert "Every bin holds." in page(known(*right))
