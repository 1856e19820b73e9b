"""What to write in place of what people write for numbers, truths, lists and texts."""

import pytest

from game.scenario.meant import LIST, NUMBER, TRUTH, WHOLE_NUMBER, meant, split_number

ID = "a name in lower case, such as red_sea"


@pytest.mark.parametrize(
    ("expected", "found", "end"),
    [
        (NUMBER, "95%", "; write 0.95 for a share"),
        (NUMBER, "2,5 %", "; write 0.025 for a share"),
        (NUMBER, "4,5", "; write 4.5, without quotes"),
        (NUMBER, "4", "; write 4, without quotes"),
        (WHOLE_NUMBER, "60,000", "; write 60000"),
        (WHOLE_NUMBER, "five", ""),
        (WHOLE_NUMBER, 5.5, ""),
        (TRUTH, "yes", "; write true"),
        (TRUTH, "Off", "; write false"),
        (TRUTH, "true", "; write true, without quotes"),
        (LIST, "south", "; write [south]"),
        (ID, "Two Powers", "; write two_powers"),
        (ID, "nördlich", "; an id has only a to z, digits and _, and `name` has any letters"),
        (ID, "300", "; a number has a point and no comma, as 4.5 or 60000"),
        ("a date such as 2024-04-13", "“2030-03-01”", '; use straight quotes, as "…"'),
        ("text", None, " or nothing; outside double quotes a # begins a comment"),
        (NUMBER, None, ""),
    ],
)
def test_a_message_ends_with_what_to_write_where_that_can_be_told(expected, found, end):
    assert meant(expected, found) == end


def test_the_rest_of_a_number_with_a_comma_is_known_by_its_digits():
    assert "no comma" in split_number("5")
    assert split_number("five") == ""
