"""Reasons as people read them: names in place of the ids of options and actors."""

import re

from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.session.wording import Wording

PASSES = (":pass", ":no_offer")
"""How the keys of options that do nothing end."""

_ID = re.compile(r"[a-z][a-z0-9_]*(?:[:/][a-z0-9_:/]*[a-z0-9_])?")


class Naming:
    """Puts names into what computer players and advisers say."""

    def __init__(self, rules: Rules, wording: Wording) -> None:
        self._wording = wording
        self._numbers = {key: option for option, key in enumerate(rules.options.keys)}
        self._actors = frozenset(rules.layout.names[Axis.ACTOR])

    def describe(self, key: str) -> str:
        """An option in words, by its key."""
        return self._wording.describe(self._numbers[key])

    def in_words(self, step: str) -> str:
        """A reason with names in place of the ids of options and actors."""
        return _ID.sub(self._named, step)

    def _named(self, found: re.Match[str]) -> str:
        token = found[0]
        if token in self._numbers:
            return "pass" if token.endswith(PASSES) else self.describe(token)
        return self._wording.named(Axis.ACTOR, token) if token in self._actors else token
