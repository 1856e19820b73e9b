"""Asking and telling in plain lines, whether a person types or a script answers."""

import shutil
import textwrap
from typing import TextIO

from game.disk import refusal
from game.errors import CalibratedError

_SCREENS_APART = 80
_LONGEST_LINE = 10_000
"""Characters; what goes on longer is no answer, but a device or a file of another kind."""


class InputEnded(Exception):
    """There are no more answers: the end of a pipe or script, or Ctrl-D."""


class BadAnswer(CalibratedError):
    """An answer in a script that does not fit the question; the message names its line."""


class Terminal:
    """Lines out, answers in. A person is asked again after a mistake; a script is stopped, lest it go astray.

    ``name`` is what the source of the answers is called in messages.
    """

    def __init__(self, answers: TextIO, out: TextIO, interactive: bool, name: str = "The input") -> None:
        self.interactive = interactive
        self.name = name
        self._answers = answers
        self._out = out
        self._line = 0

    def say(self, *lines: str) -> None:
        """Print lines; for a person they are broken between words where the terminal ends."""
        for line in lines:
            print(self._broken(line) if self.interactive else line, file=self._out)

    @staticmethod
    def _broken(line: str) -> str:
        if "\x1b" in line:  # what takes the screen away is no text
            return line
        first = line[: len(line) - len(line.lstrip())]
        hanging = first + "  " if line.lstrip().startswith("- ") else first
        width = shutil.get_terminal_size().columns
        return textwrap.fill(
            line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
        )

    def ask(self, question: str) -> str:
        """The next answer to a question. Raises InputEnded when there is none.

        A script's empty lines and lines that start with # are skipped, and its answers are printed.
        """
        print(f"{question} ", end="", file=self._out, flush=True)
        while line := self._next():
            answer = line.strip()
            if self.interactive:
                return answer
            if answer and not answer.startswith("#"):
                self.say(answer)
                return answer
        self.say("")
        raise InputEnded

    def _next(self) -> str:
        """The next line of the answers; empty at their end. Raises BadAnswer for what cannot be an answer."""
        self._line += 1
        try:
            line = self._answers.readline(_LONGEST_LINE)
        except OSError as error:
            raise BadAnswer(f"{self.name} cannot be read: {refusal(error)}.") from None
        except UnicodeDecodeError:
            raise BadAnswer(f"{self.name} cannot be read: it is not UTF-8 text.") from None
        if len(line) == _LONGEST_LINE:
            raise BadAnswer(
                f"{self.name}, line {self._line}: no answer is as long as {_LONGEST_LINE:,} characters."
            )
        return line

    def refuse(self, why: str) -> None:
        """Say why an answer does not fit. Raises BadAnswer when it came from a script."""
        if not self.interactive:
            raise BadAnswer(f"{self.name}, line {self._line}: {why}")
        self.say(why)

    def hide(self) -> None:
        """Take what was on the screen out of sight, before somebody else sits down."""
        if self.interactive:
            self.say(*[""] * _SCREENS_APART, "\x1b[3J\x1b[2J\x1b[H")
        else:
            self.say("", "-" * 60, "")
