"""The rungs of the ladder that rules name, from 0, quiet, up (rules.md §9)."""

from typing import Final

SHADOW: Final = 1
TIT_FOR_TAT: Final = 3
OPEN_EXCHANGE: Final = 5
CAMPAIGN: Final = 6
GENERAL_WAR: Final = 7
