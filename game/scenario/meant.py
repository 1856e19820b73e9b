"""What somebody meant who wrote 95%, 4,5, yes or curly quotes: the end of a message that says what to write."""

import re
from typing import Final

WHOLE_NUMBER: Final = "a whole number"
NUMBER: Final = "a number"
TRUTH: Final = "true or false"
LIST: Final = "a list"
MAPPING: Final = "a mapping of keys"

_NOTHING: Final = " or nothing; outside double quotes a # begins a comment"
_YES: Final = frozenset({"yes", "y", "on"})
_NO: Final = frozenset({"no", "n", "off"})
_KEY_WITHOUT_SPACE: Final = re.compile(r"\w+:\S.*")
_CURLY: Final = re.compile("^[“”„‟‘’‚«»].*|.*[“”‘’«»]$", re.DOTALL)
_DECIMAL: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,5})([.,][0-9]{1,6})?")
_PERCENT: Final = re.compile(r"([0-9]{1,3}([.,][0-9]{1,3})?) ?%")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}([ ,'_’\u00a0\u202f][0-9]{3})+")
_WORD: Final = re.compile(r"[a-z][a-z0-9_]*")


def meant(expected: str, found: object) -> str:
    """The end of a message about a value: what to write for it, or nothing where that cannot be told."""
    if found is None:
        return _NOTHING if expected == "text" else ""
    if not isinstance(found, str):
        return ""
    if _CURLY.fullmatch(found):
        return '; use straight quotes, as "…"'
    return _as_kind(expected, found.strip())


def split_number(key: object) -> str:
    """The end of a message about a key that is the rest of a number with a comma, as the 5 of {standing: 4,5}."""
    return "; a number has a point and no comma, as 4.5 or 60000" if str(key).isdigit() else ""


def _as_kind(expected: str, found: str) -> str:
    if expected in {NUMBER, WHOLE_NUMBER}:
        return _as_number(expected, found)
    if expected == TRUTH:
        return _as_truth(found.lower())
    if expected == LIST and _WORD.fullmatch(found):
        return f"; write [{found}]"
    if expected.startswith("a name in lower case"):
        return _as_id(found)
    if expected == MAPPING and _KEY_WITHOUT_SPACE.fullmatch(found):
        return "; put a space after the colon"
    return ""


def _as_number(expected: str, found: str) -> str:
    if expected == WHOLE_NUMBER and _THOUSANDS.fullmatch(found):
        return f"; write {re.sub('[^0-9]', '', found)}"
    if percent := _PERCENT.fullmatch(found):
        share = float(percent[1].replace(",", ".")) / 100
        return f"; write {share:g} for a share"
    if (decimal := _DECIMAL.fullmatch(found)) and (expected == NUMBER or not decimal[2]):
        return f"; write {found.replace(',', '.')}, without quotes"
    return ""


def _as_truth(found: str) -> str:
    if found in {"true", "false"}:
        return f"; write {found}, without quotes"
    if found in _YES | _NO:
        return f"; write {'true' if found in _YES else 'false'}"
    return ""


def _as_id(found: str) -> str:
    if hint := split_number(found):
        return hint
    if not found.isascii():
        return "; an id has only a to z, digits and _, and `name` has any letters"
    written = re.sub(r"[^a-z0-9]+", "_", found.lower()).strip("_")
    return f"; write {written}" if _WORD.fullmatch(written) else ""
