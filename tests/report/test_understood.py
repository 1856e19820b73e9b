"""What was meant and what was understood: each strike once, and nothing but what the ledger booked."""

import re
from collections import Counter

import pytest

from game.report.debrief import debrief
from game.report.page import page
from game.report.sheet import rows
from game.report.understood import MARKED, NO_STRIKES, QUESTION, WIDE, Understood, understood
from game.rules.tracks import Axis
from game.scenario.library import all_files
from game.session.session import SessionError
from game.text.debrief import debriefed
from tests.report.reading import Page
from tests.report.test_page import people_only

FILES = all_files()
MOST = 12


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def game(request):
    """A game of each shipped scenario, in which people choose at random for every power."""
    return people_only(request.param, 3)


@pytest.fixture(scope="module")
def october():
    """One in which there is something of everything."""
    return people_only("eighth_of_october", 3)


def booked(game, track, causes):
    """What the ledger added at each stage to each entry of a track by some causes, points, as recorded."""
    total = Counter()
    for place, report in enumerate(game.reports):
        for change in report.changes:
            found, entries = game.rules.layout.entries(change.row)
            if found.name == track and change.cause in causes and change.rule == "ledger.injure":
                total[place, entries] += round(change.after - change.before)
    return total


def told(game, entry):
    """The same as it is told: what ``entry`` says of each strike, by the place of its stage."""
    total, blows = Counter(), iter(understood(game).blows)
    for place, report in enumerate(game.reports):
        for salvo in report.salvos:
            key, points = entry(salvo, next(blows))
            if key is not None:
                total[place, key] += round(100 * points)
    return Counter({key: points for key, points in total.items() if points})


def ids(game, *actors):
    names = game.rules.layout.names[Axis.ACTOR]
    return tuple(names[actor] for actor in actors)


def test_what_a_power_booked_toward_the_striker_is_what_was_understood(game):
    def entry(salvo, blow):
        openly = salvo.target < game.rules.powers and not salvo.covert
        return ids(game, salvo.target, salvo.attacker) if openly else None, blow.understood.total

    assert told(game, entry) == booked(game, "booked", {"struck"})


def test_the_humiliation_that_was_understood_is_the_part_of_it_that_was_booked_as_such(game):
    def entry(salvo, blow):
        openly = salvo.target < game.rules.powers and not salvo.covert
        return ids(game, salvo.target, salvo.attacker) if openly else None, blow.understood.humiliation

    for key, points in booked(game, "humiliation", {"struck"}).items():
        assert points <= told(game, entry)[key] <= 100 * MOST


def test_a_blow_by_an_unknown_hand_is_felt_toward_nobody_and_by_as_much_as_was_booked(game):
    def entry(salvo, blow):
        hidden = salvo.target < game.rules.powers and salvo.covert
        assert (blow.toward == "felt toward nobody") == hidden
        return ids(game, salvo.target) if hidden else None, blow.understood.total

    assert told(game, entry) == booked(game, "unknown", {"author not known"})


def test_what_a_partner_understood_is_its_grievance(game):
    def entry(salvo, blow):
        at_partner = salvo.target >= game.rules.powers
        assert (blow.toward == "felt as its local grievance") == at_partner
        assert not (at_partner and blow.understood.humiliation)
        return ids(game, salvo.target) if at_partner else None, blow.understood.total

    grievance = booked(game, "grievance", {"struck"})
    for key, points in told(game, entry).items():
        place, (partner,) = key
        number = game.rules.layout.names[Axis.PARTNER].index(partner)
        full = game.history()[place + 1].grievance[number, 0] == 100 * MOST
        assert grievance[key] == points or (full and grievance[key] < points)


def test_what_patrons_booked_besides_is_told_whole(game):
    def entry(salvo, blow):
        lines = [
            line for line in blow.brought if " besides, whose partner" in line or " for its partner" in line
        ]
        assert len(lines) == (salvo.taken.shared > 0)
        patron = int(game.rules.patron_of[max(salvo.attacker, salvo.target)])
        by_partner = salvo.target < game.rules.powers
        pair = (salvo.target, patron) if by_partner else (patron, salvo.attacker)
        return ids(game, *pair) if lines else None, float(
            lines[0].split(" booked ")[1].split()[0]
        ) if lines else 0

    assert told(game, entry) == booked(game, "booked", {"struck by its partner", "a partner was struck"})


def test_every_strike_is_told_once_in_the_order_of_play(game):
    blows = understood(game).blows
    wording = game.wording
    struck = [
        (report.turn, wording.actor(salvo.attacker), wording.actor(salvo.target))
        for report in game.reports
        for salvo in report.salvos
    ]
    assert [(blow.turn, blow.striker, blow.target) for blow in blows] == struck


def test_what_was_meant_is_what_the_dials_carry(game):
    options = game.rules.options
    carried = [
        (options.provocation[salvo.option] / 100, options.humiliation[salvo.option] / 100)
        for report in game.reports
        for salvo in report.salvos
    ]
    assert [(blow.meant.injury, blow.meant.humiliation) for blow in understood(game).blows] == carried


def test_what_lay_between_adds_up_to_the_gap(game):
    for blow in understood(game).blows:
        assert sum(each.by for each in blow.between) == pytest.approx(blow.gap)
        assert all(each.by for each in blow.between)


def test_the_widest_gaps_are_marked_and_no_others(game):
    blows = understood(game).blows
    marked = [abs(blow.gap) for blow in blows if blow.widest]
    others = [abs(blow.gap) for blow in blows if not blow.widest]
    assert len(marked) <= min(MARKED, len(blows) // 2)
    assert not marked or min(marked) >= max(WIDE, *others, 0)


def test_every_red_line_that_was_drawn_is_told_and_every_crossing_of_one(game):
    said = understood(game).said
    drawn, crossed = Counter(), 0
    for report in game.reports:
        for change in report.changes:
            track, _ = game.rules.layout.entries(change.row)
            drawn[report.turn] += track.name == "line_stake" and change.before < change.after
            crossed += track.name == "line_crossed" and change.before < change.after == 1
    opening = game.history()[0]
    drawn[0] += int((opening.line_stake > 0).sum())
    assert Counter(each.turn for each in said if each.kind == "red line") == +drawn
    assert sum(" crossed it in turn " in each.understood for each in said) == crossed


def test_what_a_line_cost_or_won_in_belief_is_told_with_the_line_by_which(game):
    recorded, causes = Counter(), {"let a line pass", "answered a crossed line", "its warning was ignored"}
    for report in game.reports:
        for change in report.changes:
            if change.cause in causes and change.rule == "words.judge_lines":
                track, _ = game.rules.layout.entries(change.row)
                recorded[change.cause, report.turn] += track.name == "credibility"
    told = " ".join(each.understood for each in understood(game).said if each.kind == "red line")
    for cause, turn in +recorded:
        assert re.search(rf"by \d\.\d in turn {turn} \({cause}\)", told)


def test_restraint_is_told_with_what_it_cost_in_belief(game):
    cost = Counter(
        report.turn
        for report in game.reports
        for change in report.changes
        if change.rule == "reputation.embolden" and change.after < change.before
    )
    told = [each for each in understood(game).said if each.kind == "restraint"]
    dear = {each.turn for each in told if each.understood.startswith("It cost belief in its threats.")}
    assert set(cost) <= dear
    for each in told:
        assert (each.turn in cost or "at the brink" in each.meant) or each.turn not in dear


def test_a_kept_assurance_made_the_next_blow_lighter_and_a_broken_one_cost_belief():
    kept = understood(people_only("shield", 5))
    (lighter,) = [
        blow for blow in kept.blows if "it kept within an assurance" in [e.why for e in blow.between]
    ]
    (word,) = [each for each in kept.said if "It kept within that" in each.understood]
    assert f"It kept within what {lighter.target} had been assured of." in lighter.circumstances
    assert f"lighter by {-sum(e.by for e in lighter.between if 'assurance' in e.why):.2f}" in word.understood
    broken = understood(people_only("strait", 5))
    assert any("It struck harder than that in turn 3." in each.understood for each in broken.said)
    assert any(
        "It went beyond what Israel had been assured of." in blow.circumstances for blow in broken.blows
    )


def test_a_denial_is_told_with_what_became_of_it():
    told = [each for each in understood(people_only("consulate", 1)).said if each.kind == "denial"]
    assert any(each.understood.startswith("The act was attributed to it.") for each in told)


def test_the_table_holds_both_numbers_of_every_strike(game):
    blows = understood(game).blows
    table = list(rows(game))
    assert [row.value for row in table if row.kind == "meant"] == [blow.meant.total for blow in blows]
    assert [row.change for row in table if row.kind == "understood"] == [blow.gap for blow in blows]
    assert len([row for row in table if row.kind == "said"]) == len(understood(game).said)


def test_an_act_that_nobody_claims_is_felt_toward_nobody_until_it_has_a_name(october):
    (blow,) = [blow for blow in understood(october).blows if blow.toward == "felt toward nobody"]
    assert "Nobody claimed it." in blow.circumstances
    assert "its author was not known" in [each.why for each in blow.between]
    assert any(line.startswith("In turn 4 Iran claimed it") for line in blow.brought)
    assert not any(line.startswith(("Owed to", "A reply window")) for line in blow.brought)


def test_nothing_is_said_of_a_game_that_goes_on(begun_game):
    with pytest.raises(SessionError):
        understood(begun_game)


def test_it_is_a_part_of_the_debrief(finished_game):
    assert debrief(finished_game).understood == understood(finished_game)


def test_the_page_and_the_terminal_tell_every_strike_and_everything_else_that_was_said(october):
    told, read = understood(october), Page(page(october))
    lines = [line.strip() for line in debriefed(october)]
    for blow in told.blows:
        assert f"{blow.striker} → {blow.target}: {blow.act}" in read.pieces
        assert f"meant {blow.meant.total:.2f}" in read.text
        assert f"understood {blow.understood.total:.2f}" in read.text
        assert set(blow.brought) <= set(read.pieces)
        assert blow.why in read.text
        assert any(line.startswith(f"- {blow.words}") for line in lines)
        assert {" ".join(blow.circumstances), *blow.brought} <= set(lines)
    for each in told.said:
        assert each.understood in read.pieces
        assert f"- {each.words}" in lines
    assert read.text.count("widest gap") == sum(blow.widest for blow in told.blows) > 0


def test_a_game_without_strikes_says_so_in_one_line(finished_game, monkeypatch):
    monkeypatch.setattr("game.report.debrief.understood", lambda _: Understood((), ()))
    read, lines = Page(page(finished_game)), list(debriefed(finished_game))
    assert NO_STRIKES in read.pieces
    assert NO_STRIKES in lines
    assert QUESTION not in (*read.pieces, *lines)
