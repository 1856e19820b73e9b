"""Reasons as people read them: names in place of the ids of options and actors."""

import re

from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.session.wording import Wording, begun

_MARKED = re.compile(r"\{(?:(?P<kind>[a-z]+)=)?(?P<id>[^{}]+)\}")
"""What ``players.marked`` wrote: an id in braces, with its axis where it is of no option and no actor."""

_BARE = re.compile(r"[a-z][a-z0-9_]*(?:[:/][a-z0-9_:/]*[a-z0-9_])?")
"""How ids stand in the reasons of older saved games: unmarked."""


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
        if "{" not in step:
            return _BARE.sub(self._bare, step)
        told = _MARKED.sub(self._marked, step)
        return begun(told)

    def _marked(self, found: re.Match[str]) -> str:
        if found["kind"]:
            return self._wording.named(Axis(found["kind"]), found["id"])
        return self._named(found["id"]) or found["id"]

    def _bare(self, found: re.Match[str]) -> str:
        return self._named(found[0]) or found[0]

    def _named(self, token: str) -> str:
        """The name of an option or an actor; empty for what is neither."""
        if token in self._numbers:
            return "pass" if token.endswith(":pass") else self.describe(token)
        return self._wording.in_text(token) if token in self._actors else ""
