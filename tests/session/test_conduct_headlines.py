"""What the bulletin says became of red lines, of exchanges and of restraint, and to whom."""

import pytest

from game.rules.effects import Change
from game.rules.strikes import Taken
from game.session.headlines import Facts, written
from game.session.stage_report import Headline, Salvo
from game.session.wording import Wording
from tests.rules.playing import opening

NORTH, SOUTH, LAKE, FIGHTERS = range(4)


@pytest.fixture
def wording(border_scenario, border_rules):
    return Wording(border_scenario, border_rules)


def change(wording: Wording, track: str, entries: tuple[str, ...], cause: str, *values: int) -> Change:
    """One change at the books."""
    before, after = values
    row = wording.rules.layout.row(track, *entries)
    return Change(turn=2, stage=7, row=row, before=before, after=after, cause=cause, rule="")


def told(wording: Wording, *changes: Change, salvos: tuple[Salvo, ...] = ()) -> list[Headline]:
    """The lines of the bulletin about some changes."""
    state = opening(wording.rules)
    return list(written(Facts(wording, state, state, changes, (), salvos)))


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (3, "Northland answered the crossing of its red line as it had said: No raid on northern soil."),
        (
            1,
            "Northland answered the crossing of its red line with less than it had staked: No raid on northern soil.",
        ),
        (0, "Northland left the crossing of its red line unanswered: No raid on northern soil."),
    ],
)
def test_how_a_crossed_line_was_answered_is_said_in_public(wording, answer, line):
    """Also where the assumption that falling short costs anything is off: the line is read, not its price."""
    spent = [change(wording, "line_stake", ("north_soil",), "the line is spent", 2, 0)]
    if answer:
        spent.append(change(wording, "line_answer", ("north_soil",), "the line is spent", answer, 0))
    [headline] = told(wording, *spent)
    assert headline.text == line
    assert headline.audience is None


def test_a_line_that_is_retired_or_settled_is_not_said_to_be_unanswered(wording):
    for cause in ("retired a red line", "settled by a kept promise"):
        assert not told(wording, change(wording, "line_stake", ("north_soil",), cause, 2, 0))


def test_an_exchange_that_closed_is_said_in_public(wording):
    closed = change(wording, "tally", ("exchanges_closed",), "the exchange closed", 0, 1)
    [headline] = told(wording, closed)
    assert headline.text == "An exchange of blows closed: nobody was left with something to answer."
    assert headline.audience is None


def test_how_restraint_was_read_both_sides_are_told(wording):
    read = change(wording, "credibility", ("northland", "southland"), "took it without a reply", 500, 480)
    [headline] = told(wording, read)
    assert headline.text == (
        "Northland was hurt by Southland, and neither struck nor has a red line that still stands; "
        "Southland believes its threats less."
    )
    assert headline.audience == {NORTH, SOUTH}


def test_a_patron_that_stands_by_and_its_client_are_told_how_that_was_read(wording):
    read = change(
        wording, "credibility", ("lakeland", "southland"), "stood by while its client was hurt", 500, 440
    )
    [headline] = told(wording, read)
    assert headline.text == "Lakeland stood by while Southland was hurt; Southland believes it less."
    assert headline.audience == {LAKE, SOUTH}


def test_a_denial_that_is_disproved_is_public(wording):
    disproved = change(wording, "legitimacy", ("southland",), "denied what it did", 500, 450)
    [headline] = told(wording, disproved)
    assert headline.text == "Southland had denied what is now attributed to it."
    assert headline.audience is None


def test_a_blow_with_interest_is_told_to_who_struck_alone(wording):
    """To others it would tell whose an act is that nobody claims."""
    paid = change(wording, "interest", ("northland", "southland"), "paid with interest", 1, 0)
    [headline] = told(wording, paid)
    assert headline.text == "Northland struck Southland with interest, after a promise that was broken."
    assert headline.audience == {NORTH}


@pytest.mark.parametrize(
    ("asked", "lines"),
    [(False, ["Hill fighters acted unasked, without notice to Northland."]), (True, [])],
)
def test_a_partner_that_acts_unasked_surprises_its_patron_who_alone_is_told(wording, asked, lines):
    """Others see the same strike, asked or not; that nobody asked for it is said once, however much was fired."""
    bulletin = told(wording, salvos=(raid(wording, asked), raid(wording, asked)))
    surprised = [line for line in bulletin if "unasked" in line.text]
    assert [line.text for line in surprised] == lines
    assert all(line.audience == {NORTH} for line in surprised)


def test_who_was_killed_is_named_and_where_nothing_got_through_it_was_by_debris(wording):
    def of(leaked: dict[str, int]) -> str:
        [line] = [
            each.text
            for each in told(wording, salvos=(raid(wording, True, leaked),))
            if "killed" in each.text
        ]
        return line

    assert of({}).endswith("none got through. One person was killed by falling debris (Hill villagers).")
    assert of({"rocket": 1}).endswith("One person was killed (Hill villagers).")


def raid(wording: Wording, asked: bool, leaked: dict[str, int] | None = None) -> Salvo:
    """A salvo of the partner that killed somebody."""
    options = wording.rules.options
    option = int(wording.rules.partners.unasked[0])
    return Salvo(
        attacker=FIGHTERS, target=int(options.target[option]), front=int(options.front[option]), option=option,
        asked=asked, covert=False, unclaimed=False, launched={"rocket": 5}, arrived={"rocket": 5},
        engaged={"rocket": 5}, layers=(), leaked=leaked or {}, populated=0, on_target=0, fell=0, deaths=1, resolve=0,
        taken=Taken(*[0] * 9),
    )  # fmt: skip
