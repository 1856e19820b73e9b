"""How lines stand in a terminal."""

import io
import re

import pytest

from game.text.terminal import BadAnswer, Terminal

LINE = "- The United States means to ask a power to hold: a cease-fire will be reached within thirty days."


def said(line: str, interactive: bool) -> list[str]:
    out = io.StringIO()
    Terminal(io.StringIO(), out, interactive).say(line)
    return out.getvalue().splitlines()


def test_a_long_line_is_broken_between_words_for_a_person(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    lines = said(LINE, interactive=True)
    assert len(lines) > 1
    assert max(map(len, lines)) <= 40
    assert " ".join(line.strip() for line in lines) == LINE
    assert all(line.startswith("  ") for line in lines[1:])


def test_a_script_reads_whole_lines(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert said(LINE, interactive=False) == [LINE]


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (
            io.StringIO("1\n" + "x" * 20_000),
            "the answers, line 2: no answer is as long as 10,000 characters.",
        ),
        (
            io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00"), encoding="utf-8"),
            "cannot be read: it is not UTF-8 text.",
        ),
    ],
)
def test_what_cannot_be_an_answer_is_refused_in_a_line(answers, why):
    terminal = Terminal(answers, io.StringIO(), False, "the answers")
    asked = (terminal.ask("Well?") for _ in range(3))
    with pytest.raises(BadAnswer, match=re.escape(why)):
        list(asked)
