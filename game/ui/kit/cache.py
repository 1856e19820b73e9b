"""A cache that forgets the least recently used entries once what it holds costs too much."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Cache(Generic[Key, Value]):
    """Values by key, at most ``capacity`` of cost in all; ``cost`` says what one weighs (by default 1)."""

    def __init__(self, capacity: int, cost: Callable[[Value], int] = lambda _: 1) -> None:
        self.capacity = capacity
        self.held = 0
        self._cost = cost
        self._entries: OrderedDict[Key, Value] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value under ``key``, made now if it is not held."""
        entries = self._entries
        if key in entries:
            entries.move_to_end(key)
            return entries[key]
        value = entries[key] = make()
        self.held += self._cost(value)
        while self.held > self.capacity and len(entries) > 1:
            _, oldest = entries.popitem(last=False)
            self.held -= self._cost(oldest)
        return value
