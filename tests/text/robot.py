"""Somebody who answers every question of a terminal game, at random but the same again for the same seed."""

import io
import re
from random import Random

_CHOICE = re.compile(r"^(\d+)\. (?!.*\[not now)")


class Robot(io.StringIO):
    """Input and output of a terminal at once: it reads what is printed and answers the question at its end."""

    def __init__(self, seed: int, answers: int | None = None) -> None:
        super().__init__()
        self._random = Random(seed)
        self._left = answers
        self.said = io.StringIO()
        self.given: list[str] = []

    def readline(self, size: int = -1, /) -> str:
        """The answer to what was asked last; the end of input once its answers are used up."""
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                return ""
        answer = self._answer()
        self.given.append(answer)
        return f"{answer}\n"

    def _answer(self) -> str:
        lines = self.said.getvalue().splitlines()
        question = lines[-1]
        if question.startswith("commit"):
            return "commit so it was decided"
        if "Press Enter" in question:
            return ""
        if question.startswith("Type yes"):
            return "yes"
        first = max(place for place, line in enumerate(lines) if line.startswith("1. "))
        block = lines[first:-1]
        numbers = [match[1] for line in block if (match := _CHOICE.match(line))]
        return self._random.choice(numbers)
