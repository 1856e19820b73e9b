import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.scenario import events
from game.scenario.events import EVENT_LIMIT
from game.scenario.problems import ScenarioError
from game.scenario.source import Source, parse, read_source

TEXT = """\
title: "yes"
powers:
  iran: {standing: 5, open: on}
fronts:
  - gulf
  -
"""


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request, monkeypatch):
    """Both parsers of PyYAML, for some builds of it have only the slow one."""
    monkeypatch.setattr(events, "_PARSER", getattr(yaml, request.param))


def refusal(text: str) -> str:
    with pytest.raises(ScenarioError) as refused:
        parse(text, "s.yaml")
    return str(refused.value)


def told(source: Source) -> list[str]:
    return [str(problem) for problem in source.problems]


def test_a_file_becomes_plain_dicts_lists_and_scalars(parser):
    assert parse(TEXT, "s.yaml").tree == {
        "title": "yes",
        "powers": {"iran": {"standing": 5, "open": "on"}},
        "fronts": ["gulf", None],
    }


@pytest.mark.parametrize(
    ("path", "value_at", "key_at"),
    [
        ((), (1, 1), (1, 1)),
        (("title",), (1, 8), (1, 1)),
        (("powers",), (3, 3), (2, 1)),
        (("powers", "iran"), (3, 9), (3, 3)),
        (("powers", "iran", "open"), (3, 29), (3, 23)),
        (("fronts", 0), (5, 5), (5, 5)),
        (("powers", "iran", "absent", "deeper"), (3, 9), (3, 3)),
        (("fronts", 7), (5, 3), (4, 1)),
    ],
)
def test_every_value_and_key_knows_its_place_and_what_is_absent_the_nearest(parser, path, value_at, key_at):
    source = parse(TEXT, "s.yaml")
    assert source.position(path) == ("s.yaml", *value_at)
    assert source.key_position(path) == ("s.yaml", *key_at)


def test_columns_count_characters_and_not_bytes(parser):
    assert parse("شهر: {é: 1}", "s.yaml").position(("شهر", "é")).column == 10


def test_keys_are_text_whatever_they_look_like(parser):
    assert parse("1: a\nyes: b\nnull: c\n2023-10-08: d", "s.yaml").tree == {
        "1": "a",
        "yes": "b",
        "null": "c",
        "2023-10-08": "d",
    }


def test_a_file_is_named_as_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.yaml").write_text("a: 1", "utf-8")
    assert read_source((tmp_path / "s.yaml").relative_to(tmp_path)).position(("a",)) == ("s.yaml", 1, 4)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "s.yaml: is empty, expected a mapping of keys"),
        ("# only a note\n", "s.yaml: is empty, expected a mapping of keys"),
        ("just words", "s.yaml:1:1: expected a mapping of keys, found 'just words'"),
        ("---\n", "s.yaml:2:1: expected a mapping of keys, found null"),
        ("- 1", "s.yaml:1:1: expected a mapping of keys, found [1]"),
        ("a: 1\n---\nb: 1", "s.yaml:2:1: a second document starts here; a file holds one"),
        ("[" * 41, "s.yaml:1:41: is nested more than 40 deep"),
        ("[" * 100_000, "s.yaml:1:41: is nested more than 40 deep"),
        ("- " * 50_000, "s.yaml:1:81: is nested more than 40 deep"),
        ("{a: " * 50_000, "s.yaml:1:161: is nested more than 40 deep"),
        (
            "[" + "1," * EVENT_LIMIT,
            "s.yaml:1:99996: has too many values; reading stops after 50,000 events",
        ),
        (
            "a: &x 1\nb: *x\nc: !!python/name:os.system 1\nd: ! 1",
            (
                "s.yaml:1:4: the anchor '&x' is not allowed; remove it\n"
                "s.yaml:2:4: the alias '*x' is not allowed; write the value out\n"
                "s.yaml:3:4: the tag '!!python/name:os.system' is not allowed; remove it\n"
                "s.yaml:4:4: the tag '!' is not allowed; remove it"
            ),
        ),
    ],
)
def test_what_is_dangerous_or_no_mapping_is_refused(parser, text, message):
    assert refusal(text) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: 1\nb: c: 1",
            ("s.yaml:2:5: is not YAML: a second colon in a line; put a text that has one in double quotes"),
        ),
        (
            "a: 1\n b: 2\nc: [1",
            (
                "s.yaml:2:3: is not YAML: the line begins with one space, and the one above it with no spaces; "
                "keys that belong together begin below each other"
            ),
        ),
        (
            "a: [1\nb: 1\n",
            (
                "s.yaml:1:4: is not YAML: this [ is not closed with ], or a comma is missing; "
                "reading ended in line 2"
            ),
        ),
        (
            "a: @b",
            "s.yaml:1:4: is not YAML: a text cannot start with '@'; put all of it in double quotes",
        ),
    ],
)
@pytest.mark.skipif(not yaml.__with_libyaml__, reason="the slow parser words its messages otherwise")
def test_text_that_is_not_yaml_is_refused_where_it_stops_making_sense(text, message):
    assert refusal(text) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3", "s.yaml:3:1: a: the key is given twice, first in line 1"),
        ("p: {a: 1, a: 3}", "s.yaml:1:11: p.a: the key is given twice, first in line 1"),
        ("a:\n- .nan", "s.yaml:2:3: a[0]: .nan is not a finite number; quote it if it is meant as text"),
        ("a: 1234567890123", "s.yaml:1:4: a: a number of 13 digits; at most 12 are read"),
        ("? [1, {b: 2}]\n: 1", "s.yaml:1:3: a key must be plain text, found a list or mapping"),
        ("? \n: 1", "s.yaml:1:2: a key is empty; write its name before the colon"),
        ("<<: 1", "s.yaml:1:1: the merge key << is not allowed; write the keys out, or use extends"),
        (r'a: "\0"', r"s.yaml:1:4: a: the text holds the control character '\x00'; remove it"),
        (r'"\a": 1', r"s.yaml:1:1: the text holds the control character '\x07'; remove it"),
    ],
)
def test_what_is_merely_wrong_is_noted_with_its_place(parser, text, message):
    assert told(parse(text, "s.yaml")) == [message]


def test_all_that_is_wrong_is_noted_at_once():
    assert len(told(parse("a: .inf\na: 1\nb: {c: 1e999, c: 1}", "s.yaml"))) == 4


def source_or_refusal(text: str) -> Source | None:
    try:
        return parse(text, "s.yaml")
    except ScenarioError:
        return None


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%#@ \n.~<0", max_size=60))
def test_any_text_becomes_a_source_or_a_scenario_error(text):
    source_or_refusal(text)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]))
trees = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12) + 1, 10**12 - 1) | words,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abyes01", min_size=1), inner, max_size=3)
    ),
    max_leaves=15,
)


@given(st.dictionaries(st.text("abyes01", min_size=1), trees, max_size=4))
def test_a_tree_written_by_another_library_is_read_back(tree):
    text = yaml.safe_dump(tree, allow_unicode=True)
    source = source_or_refusal(text)
    if source is not None and not source.problems:
        assert source.tree == tree
