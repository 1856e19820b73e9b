"""Chance is a function of who asks: uniform, independent, and never dependent on the order of asking."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.arrays import IntArray
from game.rules.chance import Chance, Purpose, game_keys, roll
from tests.rules.playing import keys_of

SAMPLE = 1 << 15


def distance(observed: IntArray, expected: float) -> float:
    """How far counts lie from an even spread, in standard deviations of the chi-square statistic."""
    cells = len(observed)
    square = float(((observed - expected) ** 2 / expected).sum())
    return (square - (cells - 1)) / np.sqrt(2 * (cells - 1))


def words(
    seed: int = 1, turn: int = 1, stage: int = 0, purpose: Purpose = Purpose.LAYER, index: int = 0
) -> IntArray:
    return Chance(keys_of(SAMPLE, seed), turn, stage).words(purpose, 1, index)[0]


@pytest.mark.parametrize("seed", [0, 1, 2**63, -1])
def test_words_are_uniform_over_games(seed: int) -> None:
    counts = np.bincount(words(seed) >> 24, minlength=256)
    assert abs(distance(counts, SAMPLE / 256)) < 4


def test_low_bits_are_as_good_as_high_ones() -> None:
    counts = np.bincount(words() & 255, minlength=256)
    assert abs(distance(counts, SAMPLE / 256)) < 4


def test_words_of_one_game_are_uniform_over_indices() -> None:
    counts = np.bincount(Chance(keys_of(1), 3, 2).words(Purpose.LAYER, 4096)[:, 0] >> 26, minlength=64)
    assert abs(distance(counts, 64)) < 4


@pytest.mark.parametrize(
    "other",
    [
        {"index": 1},
        {"turn": 2},
        {"stage": 1},
        {"purpose": Purpose.THREAT},
        {"seed": 2},
        {"turn": 0, "stage": 15},
    ],
    ids=str,
)
def test_words_for_different_questions_are_independent(other: dict[str, int]) -> None:
    pairs = (words() >> 28) * 16 + (words(**other) >> 28)  # type: ignore[arg-type]
    assert abs(distance(np.bincount(pairs, minlength=256), SAMPLE / 256)) < 4


def test_words_of_neighbouring_games_are_independent() -> None:
    first = words()
    pairs = (first[:-1] >> 28) * 16 + (first[1:] >> 28)
    assert abs(distance(np.bincount(pairs, minlength=256), (SAMPLE - 1) / 256)) < 4


@given(st.integers(0, 2**64), st.integers(0, 12), st.integers(0, 15), st.integers(0, 900))
def test_a_word_does_not_depend_on_what_was_asked_before(
    seed: int, turn: int, stage: int, index: int
) -> None:
    chance = Chance(keys_of(3, seed), turn, stage)
    many = chance.words(Purpose.SPREAD, 4, index)
    for offset in (3, 0, 2, 1):
        np.testing.assert_array_equal(chance.words(Purpose.SPREAD, 1, index + offset)[0], many[offset])


def test_no_two_questions_of_a_game_share_a_counter() -> None:
    keys = keys_of(1)
    seen = [
        int(word)
        for turn in range(14)
        for stage in range(16)
        for purpose in Purpose
        for word in Chance(keys, turn, stage).words(purpose, 2)[:, 0]
    ]
    collisions = len(seen) - len(set(seen))
    assert collisions <= 2  # by chance alone, of 32 bits


def test_game_keys_are_all_different() -> None:
    games = np.arange(200_000, dtype=np.int32)
    assert len(np.unique(game_keys(7, games))) == len(games)


def test_rolls_are_uniform() -> None:
    counts = np.bincount(roll(words(), 100), minlength=100)
    assert len(counts) == 100
    assert abs(distance(counts, SAMPLE / 100)) < 4


@pytest.mark.parametrize(("percent", "share"), [(0, 0.0), (100, 1.0), (35, 0.35)])
def test_events_happen_as_often_as_their_chance_says(percent: int, share: float) -> None:
    happens = Chance(keys_of(SAMPLE), 1, 0).rolls(Purpose.ATTRIBUTION) < percent
    assert happens.mean() == pytest.approx(share, abs=0.011 if 0 < percent < 100 else 0)


def test_purposes_keep_their_numbers() -> None:
    """They are part of saved games: a new purpose gets a new number, and none is ever reused."""
    kept = {
        "SALVO_LUCK": 1, "RELIABILITY": 2, "THREAT": 3, "LAYER": 4, "POPULATED": 5, "ON_TARGET": 6, "DEATHS": 7,
        "DEBRIS": 8, "SPREAD": 9, "ATTRIBUTION": 10, "PARTNER_HEEDS": 11, "TALKS_STEP": 12, "LOSS_OF_CONTROL": 13,
        "BRINK_TOO_LATE": 14, "BRINK_WAR": 15, "LAST_TURN": 16, "BAND_ERROR": 17, "RANDOM_PLAY": 18, "SAMPLE": 19,
        "DOCTRINE": 20, "MISIDENTIFICATION": 21, "BACKGROUND_TOLL": 22,
    }  # fmt: skip
    assert {purpose.name: int(purpose) for purpose in Purpose}.items() >= kept.items()
    assert max(Purpose) < 64  # what a counter leaves room for
