"""Room is shared out completely, in order, and what does not fit is noticed."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.kit import (
    Area,
    Button,
    Column,
    Dialog,
    Extent,
    Flow,
    Grid,
    Label,
    Paragraph,
    Row,
    ScrollArea,
    Segmented,
    Spacer,
    Stack,
    overflowing,
)
from game.ui.kit.layout import share
from game.ui.kit.widget import DuplicateId, name_all, walk

EXTENTS = st.lists(
    st.tuples(st.floats(0, 200), st.floats(0, 200), st.sampled_from([0, 0, 1, 2])), min_size=1, max_size=8
)


def laid_out(look, root, width=400, height=300):
    name_all(root)
    root.place(look, Area(0, 0, width, height))
    return root


@given(st.floats(0, 2000), EXTENTS)
@settings(max_examples=200)
def test_nobody_gets_less_than_the_least(room, given_extents):
    extents = [Extent(min(a, b), max(a, b)) for a, b, _ in given_extents]
    sizes = share(room, extents, [weight for *_, weight in given_extents])
    assert all(size >= extent.least - 1e-6 for size, extent in zip(sizes, extents, strict=True))


@given(st.floats(0, 2000), EXTENTS)
@settings(max_examples=200)
def test_room_is_used_up_where_somebody_has_a_weight_and_never_exceeded_where_the_least_fits(
    room, given_extents
):
    extents = [Extent(min(a, b), max(a, b)) for a, b, _ in given_extents]
    weights = [weight for *_, weight in given_extents]
    total = sum(share(room, extents, weights))
    if sum(extent.least for extent in extents) <= room:
        assert total <= room + 1e-6
        if any(weights):
            assert total == pytest.approx(room)


def test_weights_share_what_the_others_leave(look):
    row = laid_out(look, Row()[Spacer(), Label("x", width=100), Spacer(weight=2)])
    assert [child.rect.width for child in row.children] == [100, 100, 200]


def test_neighbours_touch_whatever_the_rounding(look):
    row = laid_out(look, Row()[[Spacer() for _ in range(7)]], width=401)
    rects = [child.rect for child in row.children]
    assert rects[0].left == 0
    assert rects[-1].right == 401
    assert all(left.right == right.left for left, right in pairwise(rects))


def test_gap_and_padding_scale_with_the_interface(look):
    from dataclasses import replace

    column = laid_out(replace(look, scale=2.0), Column(gap=5, padding=7)[Label("a"), Label("b")])
    first, second = column.children
    assert first.rect.topleft == (14, 14)
    assert second.rect.top - first.rect.bottom == 10


def test_a_paragraph_is_measured_for_the_width_it_gets(look):
    text = "a few words that need more than one line " * 4
    wide = laid_out(look, Column()[Paragraph(text)], 900).children[0].rect
    narrow = laid_out(look, Column()[Paragraph(text)], 200).children[0].rect
    assert narrow.height > 2 * wide.height


def test_a_row_is_as_high_as_its_wrapped_text(look):
    row = Row()[Label("name"), Paragraph("a few words " * 20, weight=1)]
    height = row.heights(look, 200).natural
    laid_out(look, row, 200, height)
    assert overflowing(row) == []


def test_a_label_too_wide_for_its_box_is_found(look):
    row = laid_out(look, Row()[Label("much too long for this", id="long", width=40)])
    assert overflowing(row) == ["long"]


def test_a_label_that_may_be_shortened_fits(look):
    row = laid_out(look, Row()[Label("much too long for this", id="long", width=40, ellipsis=True)])
    assert overflowing(row) == []


def test_too_many_lines_for_the_height_are_found(look):
    column = laid_out(look, Column(id="all")[[Label(str(n)) for n in range(40)]])
    assert "all" in overflowing(column)


def test_what_scrolls_does_not_overflow(look):
    column = laid_out(look, Column()[ScrollArea(id="s")[Column()[[Label(str(n)) for n in range(40)]]]])
    assert overflowing(column) == []
    assert column.children[0].overflow > 0


def test_a_column_aligns_across(look):
    column = Column()[
        Button("a", id="a", align="end"), Button("b", id="b", align="center"), Button("c", id="c")
    ]
    a, b, c = laid_out(look, column).children
    assert a.rect.right == 400
    assert abs(b.rect.centerx - 200) <= 1
    assert (c.rect.left, c.rect.width) == (0, 400)


def test_a_widget_is_not_stretched_beyond_its_greatest_width(look):
    column = laid_out(look, Column()[Button("a", id="a", max_width=120)])
    assert column.children[0].rect.width == 120


@pytest.mark.parametrize(
    ("justify", "lefts"), [("start", (0, 50)), ("end", (300, 350)), ("between", (0, 350))]
)
def test_a_row_justifies_what_it_holds(look, justify, lefts):
    row = laid_out(look, Row(justify=justify)[Label("a", width=50), Label("b", width=50)])
    assert tuple(child.rect.left for child in row.children) == lefts


def test_a_grid_has_as_many_columns_as_fit(look):
    def columns(width):
        grid = laid_out(look, Grid(column_width=100, gap=10)[[Label(str(n)) for n in range(6)]], width)
        return len({child.rect.left for child in grid.children})

    assert [columns(width) for width in (105, 250, 420)] == [1, 2, 3]


def test_a_grid_column_without_weight_is_as_wide_as_its_texts(look):
    grid = laid_out(look, Grid(columns=2, weights=(1, 0))[Label("a"), Label("12345")])
    second = grid.children[1]
    assert second.rect.width == round(second.widths(look).natural)
    assert second.rect.right == 400


def test_a_flow_goes_on_in_the_next_line(look):
    flow = laid_out(look, Flow(gap=10)[[Label("x", width=90, height=20) for _ in range(5)]], 300)
    assert {child.rect.top for child in flow.children} == {0, 30}


def test_a_dial_wraps_into_even_lines_where_it_is_narrow(look):
    dial = Segmented(("symbolic", "military", "leaders", "energy"), id="target")
    laid_out(look, Column()[dial], 130)
    tops = [child.rect.top for child in dial.children]
    assert tops == [tops[0]] * 2 + [tops[2]] * 2
    assert overflowing(dial) == []


def test_rows_read_from_right_to_left_when_mirrored(look):
    from dataclasses import replace

    row = laid_out(replace(look, mirrored=True), Row()[Label("a", width=50), Label("b", width=60), Spacer()])
    assert [child.rect.right for child in row.children] == [400, 350, 290]


def test_none_is_left_out_of_a_container():
    assert len(Column()[Label("a"), None, Label("b")].children) == 2


def test_two_widgets_with_one_id_are_refused():
    with pytest.raises(DuplicateId, match="twice"):
        name_all(Column()[Button("a", id="twice"), Button("b", id="twice")])


def test_three_hundred_widgets_keep_inside_their_window(look):
    root = Column(gap=2)[
        [
            Row(gap=4)[[Label(f"{row}.{place}", ellipsis=True, weight=1) for place in range(10)]]
            for row in range(30)
        ]
    ]
    laid_out(look, Stack()[root], 1280, 1000)
    assert overflowing(root) == []
    assert len(list(walk(root))) == 331


def test_a_dialog_whose_content_fits_shows_no_bar_whatever_the_rounding(look):
    for letters in range(1, 60):
        words = "Strike at the border " * letters
        dialog = laid_out(look, Dialog("Sure?", id="d", box_width=333.3)[Paragraph(words)], 900, 1400)
        area = next(part for part in walk(dialog) if isinstance(part, ScrollArea))
        assert area.overflow == 0


@pytest.mark.parametrize("width", [240, 300, 340])
@pytest.mark.parametrize("chosen", ["Symbolic military site", "Core military forces"])
def test_the_setting_that_a_dial_stands_on_keeps_clear_of_its_frame(look, width, chosen):
    names = ["Symbolic military site", "Core military forces", "Nuclear programme"]
    dial = Segmented(names, id="dial", value=chosen)
    dial.place(look, Area(0, 0, width, dial.heights(look, width).natural))
    shown = next(setting for setting in dial.content if setting.id == f"dial:{chosen}")
    face = look.setting("strong")._replace(size=look.setting("setting").size)
    assert look.type.width(chosen, face) + look.px(8) <= shown.rect.width
