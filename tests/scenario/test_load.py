from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, RootModel, field_validator, model_validator
from pydantic_core import PydanticCustomError

from game.scenario.load import read, validated
from game.scenario.problems import Path as ValuePath
from game.scenario.problems import ScenarioError
from game.scenario.source import Node, Source, parse


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Talk(Strict):
    kind: Literal["talk"]
    talk: str
    days: int = 1


class Raid(Strict):
    kind: Literal["raid"]
    scale: Annotated[int, Field(ge=0, le=10)]


class Mood(Enum):
    CALM = "calm"
    ANGRY = "angry"


class Names(RootModel[dict[str, str]]):
    pass


class Power(Strict):
    standing: int = 5
    share: Annotated[float, Field(gt=0, lt=1)] = 0.5
    name: Annotated[str, Field(min_length=2, max_length=5, pattern="^[a-z]+$")] = "abc"
    mood: Mood = Mood.CALM
    side: Literal["left", "right"] = "left"
    secret: bool = False
    since: date | None = None
    tags: Annotated[tuple[str, ...], Field(min_length=1, max_length=2)] = ("a",)
    nested: "Power | None" = None

    @field_validator("standing")
    @classmethod
    def _even(cls, value: int) -> int:
        if value == 13:
            raise PydanticCustomError("unlucky", "13 brings no luck")
        return value

    @model_validator(mode="after")
    def _two_rules(self) -> "Power":
        if self.standing == 99:
            raise ValueError("breaks one rule\nbreaks another rule")
        return self


class Scenario(Strict):
    title: str
    powers: dict[str, Power] = {}
    events: tuple[Annotated[Talk | Raid, Field(discriminator="kind")], ...] = ()
    either: int | Power = 0
    pair: tuple[int, str] = (0, "")
    rungs: dict[int, str] = {}
    names: Names = Names({})


def model_of(text: str) -> Scenario:
    return validated(parse(text, "s.yaml"), Scenario)


def refusal(text: str) -> str:
    with pytest.raises(ScenarioError) as refused:
        model_of(text)
    return str(refused.value)


def test_lists_dates_and_choices_are_read_as_the_model_has_them():
    power = model_of(
        "title: a\npowers: {a: {tags: [x, y], since: 2024-04-13, mood: angry, share: 0.25}}"
    ).powers["a"]
    assert (power.tags, power.since, power.mood, power.share) == (
        ("x", "y"),
        date(2024, 4, 13),
        Mood.ANGRY,
        0.25,
    )


def test_keys_may_be_numbers_where_the_model_says_so():
    assert model_of("title: a\nrungs: {1: peace, 10: war}").rungs == {1: "peace", 10: "war"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("standng: 3", ":14: powers.a.standng: the key is not known here; did you mean 'standing'?"),
        ("zzz: 3", ":14: powers.a.zzz: the key is not known here"),
        ("standing: x", ":24: powers.a.standing: expected a whole number, found 'x'"),
        ("standing: 3.5", ":24: powers.a.standing: expected a whole number, found 3.5"),
        ("standing: 1_000", ":24: powers.a.standing: expected a whole number, found '1_000'; write 1000"),
        ("standing: true", ":24: powers.a.standing: expected a whole number, found true"),
        ("standing: null", ":24: powers.a.standing: expected a whole number, found null"),
        (
            "standing: .inf",
            ":24: powers.a.standing: .inf is not a finite number; quote it if it is meant as text",
        ),
        ("standing: 13", ":24: powers.a.standing: 13 brings no luck"),
        ("share: [x]", ":21: powers.a.share: expected a number, found ['x']"),
        ("share: 0", ":21: powers.a.share: expected more than 0.0, found 0"),
        ("share: 1.5", ":21: powers.a.share: expected less than 1.0, found 1.5"),
        ("name: 12", ":20: powers.a.name: expected text, found 12"),
        ("name: a", ":20: powers.a.name: expected text of at least 2 characters, found 'a'"),
        ("name: abcdef", ":20: powers.a.name: expected text of at most 5 characters, found 'abcdef'"),
        ("name: AB", ":20: powers.a.name: expected text of the form ^[a-z]+$, found 'AB'"),
        ("mood: agry", ":20: powers.a.mood: expected 'calm' or 'angry', found 'agry'; did you mean 'angry'?"),
        ("side: lft", ":20: powers.a.side: expected 'left' or 'right', found 'lft'; did you mean 'left'?"),
        ("secret: yes", ":22: powers.a.secret: expected true or false, found 'yes'; write true"),
        ("since: soon", ":21: powers.a.since: expected a date such as 2024-04-13, found 'soon'"),
        ("since: 2024-02-30", ":21: powers.a.since: expected a date such as 2024-04-13, found '2024-02-30'"),
        ("tags: x", ":20: powers.a.tags: expected a list, found 'x'; write [x]"),
        ("tags: []", ":20: powers.a.tags: expected at least 1 entry, found 0"),
        ("tags: [a, b, c]", ":20: powers.a.tags: expected at most 2 entries, found 3"),
        ("tags: [a, 2]", ":24: powers.a.tags[1]: expected text, found 2"),
        ("nested: 3", ":22: powers.a.nested: expected a mapping of keys, found 3"),
        (
            "nested: {stand: 1}",
            ":23: powers.a.nested.stand: the key is not known here; did you mean 'standing'?",
        ),
    ],
)
def test_a_wrong_value_is_told_with_its_place_and_what_was_expected(line, message):
    assert refusal(f"title: a\npowers: {{a: {{{line}}}}}") == f"s.yaml:2{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("powers: {}", "s.yaml:1:1: the key 'title' is missing"),
        ("{title: a, events: [{kind: raid}]}", "s.yaml:1:21: events[0]: the key 'scale' is missing"),
        ("{title: a, events: [{scale: 1}]}", "s.yaml:1:21: events[0]: the key 'kind' is missing"),
        (
            "{title: a, events: [{kind: rai, scale: 1}]}",
            "s.yaml:1:28: events[0].kind: expected 'talk' or 'raid', found 'rai'; did you mean 'raid'?",
        ),
        (
            "{title: a, events: [{kind: talk, talk: x, days: y}]}",
            "s.yaml:1:49: events[0].days: expected a whole number, found 'y'",
        ),
        (
            "{title: a, events: [{kind: raid, scal: 1, scale: 11}]}",
            (
                "s.yaml:1:34: events[0].scal: the key is not known here; did you mean 'scale'?\n"
                "s.yaml:1:50: events[0].scale: expected at most 10, found 11"
            ),
        ),
        ("{title: a, events: [3]}", "s.yaml:1:21: events[0]: expected a mapping of keys, found 3"),
        ("{title: a, pair: [1, 2]}", "s.yaml:1:22: pair[1]: expected text, found 2"),
        ("{title: a, pair: [1]}", "s.yaml:1:12: pair: the entry 1 is missing"),
        ("{title: a, rungs: {one: x}}", "s.yaml:1:20: rungs.one: expected a whole number, found 'one'"),
        ("{title: a, names: {x: 1}}", "s.yaml:1:23: names.x: expected text, found 1"),
        (
            "{title: a, either: {standin: 1}}",
            (
                "s.yaml:1:20: either: expected a whole number, found {'standin': 1}\n"
                "s.yaml:1:21: either.standin: the key is not known here; did you mean 'standing'?"
            ),
        ),
        (
            "{title: a, powers: {a: {standing: 99}}}",
            "s.yaml:1:24: powers.a: breaks another rule\ns.yaml:1:24: powers.a: breaks one rule",
        ),
    ],
)
def test_a_defect_of_the_structure_is_told_with_its_place(text, message):
    assert refusal(text) == message


def test_all_defects_of_writing_and_meaning_are_told_at_once():
    assert refusal("titel: a\npowers:\n  a: {standing: x, name: b, name: cc}\n  b: {share: .nan}\n") == (
        "s.yaml:1:1: the key 'title' is missing\n"
        "s.yaml:1:1: titel: the key is not known here; did you mean 'title'?\n"
        "s.yaml:3:17: powers.a.standing: expected a whole number, found 'x'\n"
        "s.yaml:3:26: powers.a.name: expected text of at least 2 characters, found 'b'\n"
        "s.yaml:3:29: powers.a.name: the key is given twice, first in line 3\n"
        "s.yaml:4:14: powers.b.share: .nan is not a finite number; quote it if it is meant as text"
    )


def test_a_duplicate_key_is_told_even_where_every_value_is_right():
    assert refusal("title: a\ntitle: b") == "s.yaml:2:1: title: the key is given twice, first in line 1"


def test_a_flood_of_defects_is_cut_short_and_counted():
    text = "title: a\n" + "".join(f"x{number}: 1\n" for number in range(1000))
    assert refusal(text).endswith("\n… and 900 more")


def weak_powers(scenario: Scenario) -> Iterator[tuple[ValuePath, str]]:
    for name, power in scenario.powers.items():
        if power.standing < 3:
            yield ("powers", name, "standing"), f"{name} is weak"


def test_what_checks_find_is_told_with_its_place_or_the_nearest():
    source = parse("title: a\npowers:\n  a: {standing: 1}\n  b: {standing: 2}", "s.yaml")
    with pytest.raises(ScenarioError) as refused:
        validated(source, Scenario, [weak_powers, lambda _: [(("fronts", "gulf"), "nobody is there")]])
    assert str(refused.value) == (
        "s.yaml:1:1: fronts.gulf: nobody is there\n"
        "s.yaml:3:17: powers.a.standing: a is weak\n"
        "s.yaml:4:17: powers.b.standing: b is weak"
    )


def test_a_model_that_passes_its_checks_is_returned():
    assert validated(parse("title: a", "s.yaml"), Scenario, [weak_powers]).title == "a"


def test_an_inherited_defect_is_told_in_the_file_that_has_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("s.yaml").write_text("extends: catalogue\ntitle: 3", encoding="utf-8")
    Path("catalogue.yaml").write_text("powers:\n  a: {standing: x}", encoding="utf-8")
    with pytest.raises(ScenarioError) as refused:
        read(Path("s.yaml"), Scenario)
    assert str(refused.value) == (
        "catalogue.yaml:2:17: powers.a.standing: expected a whole number, found 'x'\n"
        "s.yaml:2:8: title: expected text, found 3"
    )


def test_a_missing_file_is_a_scenario_error(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ScenarioError, match="no such file"):
        read(Path("s.yaml"), Scenario)


@given(st.binary(max_size=200) | st.text("abt:{}[],- \n\"'#&*!.01", max_size=100).map(str.encode))
def test_any_bytes_give_a_model_or_a_scenario_error(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "fuzz.yaml"
    path.write_bytes(data)
    try:
        read(path, Scenario)
    except ScenarioError as refused:
        defects = str(refused).splitlines()
        assert defects


def node(value: Any) -> Node:
    here = parse("a: 1", "s.yaml").root.position
    match value:
        case dict():
            return Node({key: node(inner) for key, inner in value.items()}, here)
        case list():
            return Node(tuple(node(inner) for inner in value), here)
    return Node(value, here)


fields = st.sampled_from([*Scenario.model_fields, *Power.model_fields, "kind", "talk", "scale", "a", "1", ""])
values = st.sampled_from(
    [None, True, 0, 13, 99, 0.5, "", "talk", "raid", "calm", "left", "2024-04-13", "abc"]
)
trees = st.recursive(
    values,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(fields, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(fields, trees, max_size=5))
def test_any_tree_gives_a_model_or_a_scenario_error(tree):
    try:
        validated(Source(node(tree)), Scenario)
    except ScenarioError as refused:
        lines = {problem.position.line for problem in refused.problems}
        assert lines == {1}
