"""How lines stand in a terminal."""

import io

from game.text.terminal import Terminal

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
