"""Text that people wrote, made fit for a file that other programs read."""

import re
from typing import Final

_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def readable(text: str) -> str:
    """A text with the sign for an unknown letter in place of what none may hold: controls, and numbers of no letter."""
    return _NO_TEXT.sub("\ufffd", text)
