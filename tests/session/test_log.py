import json

import numpy as np
import pytest
from pydantic import ValidationError

from game.rules.chance import game_keys
from game.rules.turn import begin
from game.session.kept import KeptGame
from game.session.log import Act, GameFile, broken_link, state_digest
from game.session.save import Saves
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.session.people import play_out


@pytest.fixture(scope="module")
def file(border, tmp_path_factory):
    session = play_out(Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 4))
    return KeptGame(session, Saves(tmp_path_factory.mktemp("saves")), "border-1").file()


def test_the_chain_of_an_untouched_game_holds(file):
    assert broken_link(file) is None


@pytest.mark.parametrize("place", [0, 5, -1])
@pytest.mark.parametrize(
    "change", [{"turn": 9}, {"state": "0" * 64}, {"acts": (Act(kind="reveal"),)}, {"previous": "1" * 64}]
)
def test_any_entry_that_was_changed_is_found(file, place, change):
    entries = list(file.entries)
    entries[place] = entries[place].model_copy(update=change)
    assert broken_link(file.model_copy(update={"entries": tuple(entries)})) == place % len(entries)


def test_an_entry_that_was_taken_out_is_found(file):
    entries = (*file.entries[:3], *file.entries[4:])
    assert broken_link(file.model_copy(update={"entries": entries})) == 3


def test_another_seed_or_scenario_breaks_the_chain_at_its_start(file):
    header = file.header.model_copy(update={"seed": file.header.seed + 1})
    assert broken_link(file.model_copy(update={"header": header})) == 0


def test_a_game_file_is_read_back_as_it_was_written(file):
    text = json.dumps(file.model_dump(mode="json"))
    assert GameFile.model_validate_json(text, strict=True) == file


def test_a_key_that_no_game_file_has_is_refused(file):
    tree = file.model_dump(mode="json") | {"extra": 1}
    with pytest.raises(ValidationError):
        GameFile.model_validate_json(json.dumps(tree), strict=True)


def test_the_digest_of_a_state_tells_any_two_rows_apart(border):
    state = begin(border.rules, game_keys(1, np.zeros(1, dtype=np.int32)))
    before = state_digest(state)
    state.block[3, 0] += 1
    assert state_digest(state) != before


def test_the_digest_of_the_opening_is_the_same_on_every_machine(border):
    state = begin(border.rules, game_keys(1, np.zeros(1, dtype=np.int32)))
    swapped = type(state)(state.layout, state.block.astype(">i4"), state.turn, state.stage)
    assert state_digest(swapped) == state_digest(state)
