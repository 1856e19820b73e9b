"""Work spread over processes: all of it comes back, or one line says that it cannot."""

import os
import time
from multiprocessing import active_children

import pytest

from game.lab.processes import LostProcess, worked


@pytest.mark.parametrize("processes", [1, 2])
def test_every_piece_comes_back_with_its_number(processes):
    pieces = [(number, 2) for number in range(9)]
    assert sorted(worked(pow, pieces, processes)) == [(number, number**2) for number in range(9)]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_goes_wrong_in_a_process_is_raised_where_it_was_asked_for(processes):
    with pytest.raises(ZeroDivisionError):
        list(worked(divmod, [(1, 1), (1, 0)], processes))


def test_a_process_that_ends_in_the_middle_is_told_and_waited_for_no_longer():
    with pytest.raises(LostProcess, match="ended from outside"):
        list(worked(os._exit, [(9,), (9,)], 2))


def test_whoever_stops_in_the_middle_leaves_no_process_behind():
    before = active_children()
    work = worked(time.sleep, [(0,), (3600,)], 2)
    assert next(work) == (0, None)
    work.close()
    assert active_children() == before
