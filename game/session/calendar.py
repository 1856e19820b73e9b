"""The days of a game in words: dates, or where the scenario shows none, the first day, the second and so on."""

from datetime import date, timedelta

from game.scenario.models import Clock


def days_of_turn(clock: Clock, turn: int) -> str:
    """As ``1 to 5 April 2024``, or ``day 1 to 5``."""
    before = (turn - 1) * clock.days_per_turn
    if clock.calendar == "days":
        first, last = before + 1, before + clock.days_per_turn
        return f"Day {first}" if first == last else f"Days {first} to {last}"
    first_day = clock.start + timedelta(days=before)
    return between(first_day, first_day + timedelta(days=clock.days_per_turn - 1))


def turn_words(clock: Clock, turn: int) -> str:
    """Which turn it is: of how many, of about how many, or past those that were to be expected."""
    if not clock.hidden_end:
        return f"Turn {turn} of {clock.turns}"
    return (
        f"Turn {turn} of about {clock.turns}"
        if turn <= clock.turns
        else f"Turn {turn}, past about {clock.turns}"
    )


def first_day_of(clock: Clock, turn: int) -> str:
    """As ``6 April 2024``, or ``day 6``."""
    before = (turn - 1) * clock.days_per_turn
    return f"day {before + 1}" if clock.calendar == "days" else day(clock.start + timedelta(days=before))


def facts_until(clock: Clock) -> str:
    """The last day that the scenario knows of; empty where it shows no dates."""
    return "" if clock.calendar == "days" else day(clock.facts_until)


def between(first: date, last: date) -> str:
    """As ``1 to 5 April 2024``, ``29 March to 2 April 2024``."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:%B}{year} to {day(last)}"


def day(when: date) -> str:
    """A date as written on screen: 1 April 2024."""
    return f"{when.day} {when:%B %Y}"
