"""A slip of somebody who knows no YAML is told at the line to mend, in words about that line."""

import pytest
import yaml

from game.scenario.problems import ScenarioError
from game.scenario.source import parse


def refusal(text: str) -> str:
    """What is said about a text that cannot be read."""
    with pytest.raises(ScenarioError) as refused:
        parse(text, "s.yaml")
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "place", "mend"),
    [
        ("a: 1\ntitle Two\nb: 1\n", "2:1", "put a colon and a space after its key"),
        ("clock\n  turns: 5\n", "1:1", "put a colon and a space after its key"),
        ("c:\n  turns:5\n  start: 1\n", "2:3", "put a space after the colon"),
        ("c:\n  turns\uff1a5\n  start: 1\n", "2:3", "the colon is of another kind"),
        ("c:\n  \u2013 one\n  start: 1\n", "2:3", "the dash is of another kind"),
        ("c:\n  a: 1\n   b: 1\n  d: 1\n", "3:5", "begins with 3 spaces, and the one above it with 2 spaces"),
        ('c:\n  a: "x"\n   b: 1\n', "3:4", "begins with 3 spaces, and the one above it with 2 spaces"),
        ("c:\n  a: 1\n b: 1\n", "3:2", "begins with one space, and the one above it with 2 spaces"),
        ("a: 'the cabinet's view'\n", "1:17", "opens with ' in line 1, column 4, closes before this place"),
        ('a: "the "cabinet" says"\n', "1:10", 'write a " within it as \\"'),
        ("a: 1\nb: {c: 1\nd: 2\n", "2:4", "this { is not closed with }"),
        ("a: {b: [1] c: 2}\n", "1:12", "a comma or } is missing before this place"),
        ("a:\n  - b: 1\n  c: 1\n", "3:3", "leave the dashes out, or begin it with one"),
        ("```yaml\na: 1\n```\n", "1:1", "leave out the lines of ```"),
        ("a: b: c\n", "1:5", "put a text that has one in double quotes"),
        ("a: *loud*\n", "1:9", "put all of it in double quotes"),
        ("a: - loud\n", "1:4", "put all of it in double quotes"),
    ],
)
@pytest.mark.skipif(not yaml.__with_libyaml__, reason="the slow parser places its messages otherwise")
def test_a_slip_is_told_at_the_line_to_mend_with_what_to_write(text, place, mend):
    told = refusal(text)
    assert told.startswith(f"s.yaml:{place}: is not YAML: ")
    assert mend in told
    assert "\n" not in told
    assert "scanning" not in told
    assert "parsing" not in told
