"""Plain words of a YAML file as values, without the surprises of YAML 1.1.

Only what looks like null, true, false or a decimal number to everybody is one. ``yes``, ``on``, ``1:30``,
``010``, ``0x1F``, ``1_000`` and ``2023-10-08`` are text; the model says so where it expects something else.
"""

import math
import re
from typing import Final

Scalar = str | int | float | bool | None

INTEGER_DIGITS: Final = 12
FLOAT_LENGTH: Final = 40

_WORDS: Final[dict[str, Scalar]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def scalar(text: str) -> Scalar:
    """The value that an unquoted word stands for.

    Raises ValueError, with a message for the author, for a number that is not finite or too long.
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return _integer(text)
    if _FLOAT.fullmatch(text):
        return _float(text)
    if _NOT_FINITE.fullmatch(text):
        raise ValueError(f"{text} is not a finite number; quote it if it is meant as text")
    return text


def _integer(text: str) -> int:
    digits = len(text.lstrip("+-"))
    if digits > INTEGER_DIGITS:
        raise ValueError(f"a number of {digits} digits; at most {INTEGER_DIGITS} are read")
    return int(text)


def _float(text: str) -> float:
    if len(text) > FLOAT_LENGTH:
        raise ValueError(f"a number of {len(text)} characters; at most {FLOAT_LENGTH} are read")
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is too large a number")
    return value


def unprintable(text: str) -> int | None:
    """The index of the first character that no text may hold (a control character, half a surrogate pair)."""
    found = _UNPRINTABLE.search(text)
    return found.start() if found else None
