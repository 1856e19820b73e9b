"""A stage as a story: in the order of play, complete, and without what a seat may not know."""

import itertools
from dataclasses import replace

import pytest

from game.rules.tables import Slot
from game.session.stage_report import Headline, Revealed
from game.session.wording import Wording
from game.ui.map.arcs import Arc
from game.ui.map.messages import Message
from game.ui.map.outcomes import GotThrough, Interception
from game.ui.screens.story import events_of, story


def struck(game):
    return next(report for report in game.reports if any(salvo.launched for salvo in report.salvos))


def test_parts_follow_one_another_without_gaps(game):
    beats = story(game.wording, game.reports, 0)
    assert beats[0].at == 0
    assert all(before.until == pytest.approx(after.at) for before, after in itertools.pairwise(beats))


def test_whatever_is_seen_on_the_map_lies_within_its_part(game):
    for beat in story(game.wording, game.reports, 0):
        assert all(beat.at <= event.at and event.until <= beat.until + 1e-6 for event in beat.events)


@pytest.mark.parametrize("seat", [None, 0, 1, 2])
def test_every_line_of_the_bulletin_is_told_once(game, seat):
    told = sorted(line for beat in story(game.wording, game.reports, seat) for line in beat.lines)
    assert told == sorted(line for report in game.reports for line in report.headlines_for(seat))


def test_what_is_shown_in_flight_is_what_was_launched(game):
    report = struck(game)
    arcs = sum(event.count for event in events_of(story(game.wording, [report], 0)) if isinstance(event, Arc))
    open_salvos = [salvo for salvo in report.salvos if salvo.attacker_for(0) is not None]
    assert arcs == sum(sum(salvo.launched.values()) for salvo in open_salvos)


def test_what_is_counted_is_what_was_stopped_and_what_got_through(game):
    report = struck(game)
    events = events_of(story(game.wording, [report], 0))
    stopped = sum(event.count for event in events if isinstance(event, Interception))
    through = sum(event.count for event in events if isinstance(event, GotThrough))
    assert stopped == sum(sum(layer.stopped.values()) for salvo in report.salvos for layer in salvo.layers)
    assert through == sum(sum(salvo.leaked.values()) for salvo in report.salvos if salvo.launched)


def test_all_classes_of_a_salvo_arrive_together(game):
    events = events_of(story(game.wording, [struck(game)], 0))
    arrivals = {}
    for arc in (event for event in events if isinstance(event, Arc)):
        arrivals.setdefault((arc.start, arc.end), set()).add(round(arc.lands, 6))
    assert all(len(times) == 1 for times in arrivals.values())


def test_what_is_said_on_the_map_keeps_the_capitals_of_names(game):
    options = game.rules.options
    option = next(
        option
        for option, slot in enumerate(options.slot)
        if slot == Slot.DECLARATORY and not options.keys[option].endswith("pass")
    )
    order = options.orders[options.order[option]]
    named = game.scenario.orders[order].model_copy(update={"name": "talks in Aland"})
    scenario = game.scenario.model_copy(update={"orders": {**game.scenario.orders, order: named}})
    wording = Wording(scenario, game.rules)
    said = Revealed(0, option, "", None, None)
    report = replace(
        game.reports[0], revealed=(said,), salvos=(), headlines=(Headline("Said.", None, "order"),)
    )
    words = [event.words for event in events_of(story(wording, [report], 0)) if isinstance(event, Message)]
    assert words == ["Talks in Aland"]


# --- secrets ---------------------------------------------------------------------------------------------


def unclaimed(game):
    """A stage in which the first salvo is covert, with its true story told to its author alone."""
    report = struck(game)
    covert = replace(report.salvos[0], covert=True)
    author = covert.attacker
    lines = (
        Headline("SECRET: who it was.", frozenset({author}), part="strike", salvo=0),
        Headline("Something that nobody claims hit Southland.", part="strike", salvo=0),
    )
    return replace(report, salvos=(covert,), headlines=lines, revealed=()), author


def test_nobody_but_its_author_sees_where_a_covert_salvo_came_from(game):
    report, author = unclaimed(game)
    for seat in (None, *({0, 1, 2} - {author})):
        (beat,) = story(game.wording, [report], seat)
        assert not any(isinstance(event, Arc) for event in beat.events)
        assert game.wording.actor(author) not in beat.title
        assert not any("SECRET" in line for line in beat.lines)
        said = [event for event in beat.events if isinstance(event, Message)]
        assert [event.words for event in said] == ["Nobody claims it"]
        assert all(event.end is None for event in said)


def test_its_author_sees_its_own_covert_salvo(game):
    report, author = unclaimed(game)
    (beat,) = story(game.wording, [report], author)
    assert any("SECRET" in line for line in beat.lines)
    assert beat.title.startswith(game.wording.actor(author))
