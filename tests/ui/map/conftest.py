"""A map without a window: the dummy driver, the shipped geography, and six fronts as a scenario has them."""

import pytest

from game.ui.map.atlas import Atlas, atlas_of
from game.ui.map.fronts import FrontMark
from game.ui.map.geography import Geography, load_geography
from game.ui.map.places import Places, load_places
from tests.loading import load_scenario

FRONTS = (
    ("direct", "Israel – Iran direct", "missile", 34.85, 31.95, 4, "line-crossing", 1),
    ("gaza", "Gaza", "rubble", 34.38, 31.38, 6, "campaign", 0),
    ("lebanon", "Lebanon – north Israel", "rockets", 35.42, 33.22, 3, "tit-for-tat", 1),
    ("syria_iraq", "Syria – Iraq", "base", 40.4, 34.2, 4, "line-crossing", 0),
    ("red_sea", "Red Sea", "ship", 42.75, 13.4, 3, "tit-for-tat", -1),
    ("gulf", "Gulf", "anchor", 56.35, 26.55, 2, "harassment", 0),
)


@pytest.fixture(scope="session")
def geography() -> Geography:
    return load_geography()


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The map of the catalogue that ships."""
    return atlas_of(load_scenario("consulate").scenario)


@pytest.fixture(scope="session")
def places() -> Places:
    return load_places()


@pytest.fixture(scope="session")
def marks() -> tuple[FrontMark, ...]:
    return tuple(
        FrontMark(front, name, icon, lon, lat, rung, word, trend)
        for front, name, icon, lon, lat, rung, word, trend in FRONTS
    )
