import pytest

from game.players.levels import Level
from game.session.seats import Seat, SeatError, SeatPlan, usual_doctrine


def test_seats_are_parsed_in_the_order_of_powers(consulate):
    plan = SeatPlan.parse(consulate.scenario, ["israel=ai:israel_force", "iran=human"])
    assert plan.seats == (Seat("iran"), Seat("israel", "israel_force"), Seat("us", "us_balance"))
    assert plan.people == (0,)


def test_without_any_seat_the_first_power_is_a_persons(border):
    assert SeatPlan.parse(border.scenario, []).people == (0,)


def test_all_seats_may_be_the_computers(border):
    assert SeatPlan.parse(border.scenario, ["northland=ai"]).people == ()


def test_a_plan_written_out_is_read_back_the_same(consulate):
    plan = SeatPlan.parse(consulate.scenario, ["us=human", "iran=ai:iran_restraint"])
    assert SeatPlan.parse(consulate.scenario, [str(seat) for seat in plan.seats]) == plan


def test_a_seat_names_level_and_doctrine(consulate):
    plan = SeatPlan.parse(consulate.scenario, ["us=human", "iran=hard:iran_force", "israel=grand"])
    assert [seat.level for seat in plan.seats[:2]] == [Level.HARD, Level.GRAND]
    assert [str(seat) for seat in plan.seats] == [
        "iran=hard:iran_force",
        f"israel=grand:{usual_doctrine(consulate.scenario, 'israel')}",
        "us=human",
    ]


def test_seats_of_older_games_are_still_understood(consulate):
    plan = SeatPlan.parse(consulate.scenario, ["iran=ai:iran_force"])
    assert plan.seats[0] == Seat("iran", "iran_force", Level.EASY)


def test_the_usual_doctrine_seeks_balance(consulate):
    doctrines = consulate.scenario.doctrines
    assert {
        doctrines[usual_doctrine(consulate.scenario, power)].seeks for power in consulate.scenario.powers
    } == {"balance"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("irn=human", "There is no power 'irn'; did you mean 'iran'? Powers: iran, israel, us."),
        ("iran", "'iran' is no seat. Write a power and who plays it, such as iran=human."),
        ("iran=", "'iran=' is no seat."),
        ("iran=robot", "iran=robot: a seat is played by human or by LEVEL[:DOCTRINE]. Levels: story, easy"),
        (
            "iran=ai:iran_forc",
            "iran has no doctrine 'iran_forc'; did you mean 'iran_force'? Doctrines: iran_",
        ),
        ("iran=ai:us_force", "iran has no doctrine 'us_force'"),
    ],
)
def test_a_seat_that_cannot_be_taken_is_told_with_what_there_is(consulate, text, told):
    with pytest.raises(SeatError) as error:
        SeatPlan.parse(consulate.scenario, [text])
    assert told in str(error.value)
