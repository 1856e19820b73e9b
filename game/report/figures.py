"""Figures as people read them."""


def rounded(count: int) -> str:
    """A count with two or three leading digits, in words a reader can hold: ``33,000``, ``1.7 m``."""
    if count >= 1_000_000:
        return f"{count / 1_000_000:.1f} m"
    digits = max(len(str(count)) - 3, 0)
    return f"{round(count, -digits):,}"


def difference(before: float, after: float, digits: int) -> str:
    """The difference of two numbers as they are shown, with its sign."""
    by = round(after, digits) - round(before, digits)
    sign = "+" if by > 0 else "−" if by < 0 else ""
    return f"{sign}{abs(by):,.{digits}f}"
