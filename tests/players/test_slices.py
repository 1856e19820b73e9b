"""Work in slices: gone through one by one or in one go, it finds the same."""

from collections.abc import Generator

from game.players.slices import Slices, finished


def counting(steps: int) -> Generator[None, None, int]:
    """Work of some slices that finds how many they were."""
    for _ in range(steps):
        yield
    return steps


def test_work_is_gone_through_slice_by_slice_and_then_has_found_something() -> None:
    slices = Slices(counting(3))
    assert len(list(slices)) == 3
    assert slices.found == 3


def test_work_in_one_go_finds_the_same() -> None:
    assert finished(counting(3)) == 3
    assert finished(counting(0)) == 0
