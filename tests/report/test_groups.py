"""Several groups' games on one page: in one row what each met, chose and wrote, and never a score."""

import pytest

from game.report.decisions import decisions
from game.report.files import NotExported
from game.report.group import letter
from game.report.groups import MOST, NotComparable, groups_page, side_by_side, write_groups
from game.report.outcome import outcome
from game.rules.tables import Ending
from game.scenario.shipped import load_scenario
from game.session.acts import Act
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.report.reading import Page, asks_for_nothing
from tests.session.people import play_out


def game(loaded, choices, seed=5):
    """A game in which people choose at random; the same ``choices`` are the same again."""
    people = SeatPlan.parse(loaded.scenario, [f"{power}=human" for power in loaded.scenario.powers])
    return play_out(Session.new(loaded, people, seed), choices)


@pytest.fixture(scope="module")
def games(loaded):
    return [(f"group {number}.json", game(loaded, number)) for number in (2, 5, 9)]  # the last is a war


@pytest.fixture(scope="module")
def beside(games):
    return side_by_side(games)


def test_the_page_is_well_formed_and_asks_for_nothing(games):
    read = Page(groups_page(games))
    asks_for_nothing(read)
    assert "3 groups side by side" in read.text
    assert all(f"group {number}.json" in read.text for number in (2, 5, 9))


def test_every_decision_and_reason_of_every_group_is_on_the_page(games):
    read = Page(groups_page(games))
    for _, session in games:
        for each in decisions(session):
            assert not each.reason or each.reason in read.text
            assert all(choice[0].upper() + choice[1:] in read.text for choice in each.choices)


def test_no_group_is_given_a_score(games):
    told = Page(groups_page(games)).text
    assert "There is no score on this page" in told
    scores = {f"{result.score:.1f}" for _, session in games for result in outcome(session).results}
    criteria = {
        f"{each:.1f}"
        for _, session in games
        for r in outcome(session).results
        for each in r.criteria.values()
    }
    assert not (scores - criteria) & set(told.split())


def test_a_group_stands_in_the_same_place_of_every_row(games, beside):
    for place, (source, session) in enumerate(games):
        assert beside.groups[place].source == source
        assert [people.lines[place] for people in beside.toll] == list(outcome(session).toll)
        assert {
            each for turn in beside.turns for power in turn.powers for each in power.by_group[place]
        } <= set(decisions(session))


def test_what_came_after_the_end_of_a_shorter_game_is_left_open(games, beside):
    assert {len(row) for front in beside.fronts for row in front.rows} == {len(beside.places)}
    for front in beside.fronts:
        for (_, session), row in zip(games, front.rows, strict=True):
            assert row.count(None) == len(beside.places) - 1 - session.turn
            assert row[-1] is not None


def test_where_a_power_first_did_otherwise_is_marked_once(beside):
    for place, power in enumerate(beside.turns[0].powers):
        marked = [turn.number for turn in beside.turns if turn.powers[place].parted]
        differed = [
            turn.number
            for turn in beside.turns
            if len({tuple(each.choices for each in own) for own in turn.powers[place].by_group}) > 1
        ]
        assert marked == differed[:1], power.name


def test_the_same_game_twice_parts_nowhere(games):
    beside = side_by_side([games[0], games[0]])
    assert not any(power.parted for turn in beside.turns for power in turn.powers)


def test_it_is_said_whether_luck_was_the_same(loaded, games):
    assert "same dice (seed 5)" in Page(groups_page(games)).text
    other = ("other.json", game(loaded, 1, seed=6))
    assert "dice of their own" in Page(groups_page([games[0], other])).text


def test_after_a_regional_war_the_others_keep_their_criteria(games, beside):
    war = [session.ending == Ending.REGIONAL_WAR.name.lower() for _, session in games]
    for power in beside.powers:
        assert [result is None for result in power.results] == war


def test_what_a_group_wrote_is_text_and_nothing_else(loaded, play):
    hostile = "<script>alert(1)</script></blockquote>"
    read = Page(groups_page([("<b>a.json", play(hostile)), ("b.json", play())]))
    asks_for_nothing(read)
    assert hostile in read.text


def test_one_game_alone_or_too_many_are_refused(games):
    for some in (games[:1], games[:1] * (MOST + 1)):
        with pytest.raises(NotComparable, match=f"two to {MOST} groups, .* found: {len(some)}"):
            groups_page(some)


def test_a_game_that_goes_on_is_named_with_the_ways_out(games, begun_game):
    with pytest.raises(
        NotComparable, match=r"late\.json: this game goes on, it stands in turn 1\. .*leave it out"
    ):
        groups_page([*games, ("late.json", begun_game)])


def test_every_game_that_cannot_stand_there_is_told_in_a_line(games, begun_game):
    with pytest.raises(NotComparable) as told:
        groups_page([*games, ("late.json", begun_game), ("later.json", begun_game)])
    assert [line.partition(":")[0] for line in str(told.value).splitlines()] == ["late.json", "later.json"]


def test_a_game_that_its_group_ended_stands_beside_the_others(games, loaded):
    people = SeatPlan.parse(loaded.scenario, [f"{power}=human" for power in loaded.scenario.powers])
    stopped = Session.new(loaded, people, 5)
    stopped.interpose((Act(kind="stop"),))
    assert "The group ended it here, before its end." in Page(groups_page([*games, ("d.json", stopped)])).text


def test_games_of_other_scenarios_or_names_are_refused(games):
    for loaded, told in (
        (load_scenario("two_messages"), "is a game of The border, other.json one of Two messages"),
        (load_scenario("consulate"), "other.json one of The consulate"),
    ):
        with pytest.raises(NotComparable, match=told):
            groups_page([*games, ("other.json", game(loaded, 1))])


def test_another_version_of_the_scenario_is_refused(games, loaded, tmp_path):
    changed = tmp_path / "border.yaml"
    text = loaded.path.read_text(encoding="utf-8")
    changed.write_text(text.replace("title: The border", "title: The border"), encoding="utf-8")
    assert side_by_side([games[0], ("same.json", game(load_scenario(changed), 2))])
    changed.write_text(text.replace("turns: 4", "turns: 5", 1), encoding="utf-8")
    with pytest.raises(
        NotComparable, match=r"other\.json was played by another version of The border than group 2"
    ):
        groups_page([games[0], ("other.json", game(load_scenario(changed), 2))])


def test_more_groups_than_stand_beside_each_other_are_a_class(games):
    read = Page(groups_page(games * 3))
    asks_for_nothing(read)
    assert "9 groups together" in read.text
    assert "Group I: group 9.json" in read.text
    assert "Turns played" not in read.text


def test_groups_after_the_twenty_sixth_have_two_letters():
    assert [letter(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_a_page_alone_links_to_no_other_file(games):
    assert {"#toll", "#class"} <= set(Page(groups_page(games)).attributes("href"))


def test_the_page_is_written_beside_nothing_else_and_never_over_a_file(games, tmp_path):
    file = write_groups(games, tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [file.name] == ["border-groups.html"]
    with pytest.raises(NotExported, match="is there already; name another file, or add --replace"):
        write_groups(games, tmp_path)
    assert write_groups(games, tmp_path, replace=True) == file
