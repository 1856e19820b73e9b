"""Invented names: nothing of the real case is left to read, and the play is the same to the last die."""

import json
import re

import numpy as np
import pytest

from game.assets import asset, scenario_folder
from game.scenario.geography import RegionMap
from game.scenario.problems import ScenarioError
from game.scenario.shipped import from_embedded, load_scenario, scenarios
from game.scenario.skin import FICTIONAL, Skin, dressed, skins
from game.scenario.source import parse, read_source

SHIPPED = scenarios([])
FORBIDDEN = [
    "Israel",
    "Israeli",
    "Israelis",
    "Iran",
    "Iranian",
    "Iranians",
    "Gaza",
    "Hamas",
    "Hezbollah",
    "Houthi",
    "Houthis",
    "Ansar",
    "Allah",
    "Lebanon",
    "Lebanese",
    "Syria",
    "Syrian",
    "Syrians",
    "Iraq",
    "Iraqi",
    "Iraqis",
    "Yemen",
    "Yemeni",
    "Yemenis",
    "Palestinian",
    "Palestinians",
    "Palestine",
    "Qatar",
    "Oman",
    "Egypt",
    "Jordan",
    "Saudi",
    "Emirates",
    "Bahrain",
    "Kuwait",
    "Türkiye",
    "Turkey",
    "Tehran",
    "Jerusalem",
    "Beirut",
    "Damascus",
    "Baghdad",
    "Sanaa",
    "Doha",
    "Cairo",
    "Amman",
    "Riyadh",
    "Muscat",
    "Levant",
    "Golan",
    "Hormuz",
    "Shebaa",
    "Rafah",
    "Litani",
    "Mediterranean",
    "Europe",
    "European",
    "American",
    "Washington",
    "Congress",
    "Knesset",
    "Zionist",
    "Britain",
    "France",
    "Germany",
    "Russia",
    "China",
    "Switzerland",
    "Geneva",
    "Vienna",
    "Arab",
    "Jewish",
    "Jews",
    "Muslim",
    "Islamic",
    "Shia",
    "Sunni",
    "Kurdish",
    "Revolutionary",
    "IAEA",
    "UNIFIL",
    "UNRWA",
    "AFP",
    "Reuters",
    "CENTCOM",
    "IDF",
    "Mossad",
    "Pentagon",
    "Gallup",
    "January",
    "February",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "2022",
    "2023",
    "2024",
    "2025",
    "2026",
]
PHRASES = (
    "United States",
    "United Nations",
    "Red Sea",
    "Persian Gulf",
    "the Gulf",
    "White House",
    "West Bank",
    "Supreme Leader",
)
# fmt: off
NOT_A_NAME = frozenset(
    [
    "I", "A", "B", "H", "L", "M", "W", "X", "Don't", "Leader", "Pause", "Press", "Objects", "Jervis",
    "Schelling", "Zartman", "Carson", "Fearon", "Mercer", "Pape", "Mueller", "Snyder", "Borghard",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Trachtenberg", "Shergill", "Weisiger", "Yarhi-Milo", "Waltz", "Powell",
]
)


def texts(value, path=()):
    """Every text of a plain tree that is no id, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(inner, (*path, number))
    elif isinstance(value, str) and not re.fullmatch(r"[a-z][a-z0-9_]*", value):
        yield path, value


@pytest.fixture(scope="module")
def skin():
    tree = read_source(scenario_folder() / "skins" / "fictional.yaml").tree
    return Skin.model_validate_json(json.dumps(tree), strict=True)


@pytest.fixture(scope="module", params=SHIPPED)
def told(request):
    """A shipped scenario under invented names."""
    loaded = load_scenario(request.param, [], skin=FICTIONAL)
    if not loaded.skin:
        pytest.skip("invented already")
    return loaded


def place_names():
    """What the map calls towns, waters and lands."""
    tree = json.loads(asset("map/places.json").read_text(encoding="utf-8"))
    names = [entry["name"] for entry in tree["places"]] + list(tree["areas"].values())
    return {name for name in names if len(name) > 3}


def test_no_name_of_the_real_case_is_left(told):
    words = "|".join(re.escape(word) for word in {*FORBIDDEN, *PHRASES, *place_names()})
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    left = [
        f"{told.path.name}: {'.'.join(map(str, path))}: {found.group()!r} in {text[:90]!r}"
        for path, text in texts(json.loads(told.source_text))
        for found in pattern.finditer(" ".join(text.split()))
    ]
    assert not left, "\n".join(["give these invented names in scenarios/skins/fictional.yaml:", *left])


def test_every_name_is_one_that_the_skin_invented(told, skin):
    invented = {
        word for text in (*skin.terms.values(), skin.withheld) for word in re.findall(r"[\w'-]+", text)
    }
    tree = json.loads(told.source_text)
    ordinary = {word.lower() for _, text in texts(tree) for word in re.findall(r"\b[a-z][\w'-]*", text)}
    unknown = [
        f"{told.path.name}: {'.'.join(map(str, path))}: {word!r}"
        for path, text in texts(tree)
        if path[0] not in ("sources", "assumptions") and path[-1] not in ("basis", "confidence", "colour")
        for word in re.findall(r"(?<![.!?:\"“] )(?<!^)(?<![\w'-])[A-Z][\w'’-]*", " ".join(text.split()))
        if (plain := re.sub(r"['’]s?$", "", word)) not in invented
        and word not in NOT_A_NAME
        and plain.lower() not in ordinary
    ]
    assert not unknown, "\n".join(["names that no term of the skin knows:", *unknown])


@pytest.mark.parametrize("name", ["consulate"])
def test_play_is_the_same_to_the_last_die(name):
    plain, told = load_scenario(name), load_scenario(name, skin=FICTIONAL)
    assert np.array_equal(plain.rules.opening, told.rules.opening)
    assert plain.rules.options.keys == told.rules.options.keys
    assert np.array_equal(plain.rules.sight, told.rules.sight)


def test_there_are_no_flags_no_dates_no_region_and_no_history(told):
    scenario = told.scenario
    assert not isinstance(scenario.map, RegionMap)
    assert not any(power.flag for power in scenario.powers.values())
    assert scenario.clock.calendar == "days"
    assert scenario.historical == ()


def test_a_saved_game_keeps_its_skin():
    told = load_scenario("consulate", skin=FICTIONAL)
    again = from_embedded(told.source_text)
    assert again.skin == told.skin == FICTIONAL
    assert again.scenario == told.scenario


def test_values_keep_their_places_for_errors():
    source = parse("title: Iran decides\nclock: {start: 1}\n", "mine.yaml")
    again = dressed(source, FICTIONAL)
    assert again.tree["title"] == "Ardania decides"
    assert again.position(("title",)) == source.position(("title",))


def test_a_term_is_replaced_only_as_whole_words_and_the_longest_wins():
    text = "Iran's and Iranians' Gulf of Aden, the\n  United Nations Charter; Tirana"
    told = dressed(parse(json.dumps({"title": text}), "mine.yaml"), FICTIONAL).tree["title"]
    assert told == "Ardania's and Ardanians' Outer Sound, the\n  Charter of Nations; Tirana"


def test_what_could_be_an_id_is_never_renamed():
    tree = {"orders": {"march": {"icon": "gulf", "text": "the Gulf"}}}
    told = dressed(parse(json.dumps(tree), "mine.yaml"), FICTIONAL).tree
    assert told["orders"] == {"march": {"icon": "gulf", "text": "the Basin"}}


def test_a_fictional_scenario_is_left_as_it_is():
    source = parse("kind: fictional\ntitle: The Gulf\n", "mine.yaml")
    assert dressed(source, FICTIONAL) is source


def test_a_skin_that_is_not_there_is_named_with_those_that_are():
    assert skins() == ["fictional"]
    with pytest.raises(ScenarioError, match="there is no skin 'fictionl'; did you mean 'fictional'"):
        load_scenario("consulate", skin="fictionl")
