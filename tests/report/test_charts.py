"""Charts: every value at its height, and no name over another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.charts import by_power, top_of
from game.report.debrief import Course

VALUES = st.integers(0, 1200).map(lambda value: value / 100)
COURSES = st.integers(2, 14).flatmap(
    lambda turns: st.lists(
        st.tuples(st.text("abc ", min_size=1, max_size=90), st.lists(VALUES, min_size=turns, max_size=turns)),
        min_size=1,
        max_size=12,
    )
)


def charts(named):
    courses = [Course(f"Iran to {name}", tuple(values), "Iran") for name, values in named]
    turns = [*(f"turn {number}" for number in range(1, len(courses[0].values))), "end"]
    return list(by_power("owed", courses, turns, "Owed by", "points"))


@given(COURSES)
def test_names_stand_inside_the_chart_and_never_over_each_other(named):
    (chart,) = charts(named)
    rooms = sorted(
        (line.name_y - 7.5 * len(line.name), line.name_y + 7.5 * len(line.name)) for line in chart.lines
    )
    assert rooms[0][0] >= 0
    assert rooms[-1][1] <= chart.height
    assert all(above[1] <= below[0] + 0.2 for above, below in pairwise(rooms))


@given(COURSES)
def test_higher_values_stand_higher_and_later_ones_further_along(named):
    (chart,) = charts(named)
    for line, course in zip(chart.lines, chart.courses, strict=True):
        assert [point.x for point in line.points] == sorted(point.x for point in line.points)
        for (one, first), (other, second) in pairwise(zip(course.values, line.points, strict=True)):
            assert (one <= other) or (first.y <= second.y)
        assert all(0 <= point.y <= chart.height for point in line.points)
        assert line.points[-1].x == chart.right


def test_turns_are_named_as_far_as_they_do_not_run_into_each_other():
    for turns in range(2, 15):
        (chart,) = charts([("Israel", [1.0] * turns)])
        places = [place.x for place in chart.places]
        assert chart.places[-1].text == "end"
        assert all(later - earlier >= 50 for earlier, later in pairwise(places))
    assert len(charts([("Israel", [1.0] * 5)])[0].places) == 5


def test_every_power_has_its_own_chart_on_the_same_scale():
    courses = [Course("Iran to Israel", (1.0, 8.0), "Iran"), Course("Israel to Iran", (2.0, 3.0), "Israel")]
    first, second = by_power("owed", courses, ["turn 1", "end"], "Owed by", "points")
    assert (first.title, second.title) == ("Owed by Iran", "Owed by Israel")
    assert [step.text for step in first.steps] == [step.text for step in second.steps]
    assert first.id != second.id


@pytest.mark.parametrize(("values", "top"), [((), 5), ((0.0, 4.9), 5), ((5.1,), 10), ((12.0,), 15)])
def test_a_scale_ends_at_a_multiple_of_five(values, top):
    assert top_of([Course("Iran to Israel", values, "Iran")] if values else []) == top
