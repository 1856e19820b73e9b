"""The figures of ``main.py bench``: that each is measured, never how large it is."""

from game.lab.bench import Row, Target, rows


def test_every_row_has_a_figure() -> None:
    found = list(rows(tile=8, balance_run=8, repeats=2))
    assert all(row.figure > 0 for row in found)
    assert len({row.what for row in found}) == len(found) == 10


def test_a_figure_is_told_beside_its_reference() -> None:
    row = Row("games a second", "", 12_000, 20)
    assert row.as_data()["ratio"] == 600
    assert row.line() == "games a second: 12,000 (the same engine one game at a time 20: 600 times)"


def test_a_row_without_a_reference_has_no_ratio() -> None:
    row = Row("one real turn", "ms", 5.5)
    assert row.as_data()["ratio"] is None
    assert row.line() == "one real turn: 5.5 ms"


def test_a_figure_is_told_beside_its_floor_and_its_aim() -> None:
    row = Row("one real turn", "ms", 5.5, target=Target(6, 3))
    assert row.as_data()["target"] == {"floor": 6, "aim": 3}
    assert row.line() == "one real turn: 5.5 ms; floor 6, aim 3"
