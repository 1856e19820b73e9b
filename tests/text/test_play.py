import io
import sys

import pytest

from game.session.kept import KeptGame
from game.text.pages import opening
from game.text.play import Quit, TextGame
from game.text.terminal import BadAnswer, InputEnded, Terminal
from tests.text.robot import Robot

TWO_PEOPLE = ["northland=human", "southland=human"]
PASS_ORDERS = ["pass"] * 4
SALVO = "northland:announced_salvo/southland/border/large/symbolic/slow/announced"


def played(kept, seed=1, interactive=False):
    """Everything that is printed while a robot plays a game to its end."""
    robot = Robot(seed)
    TextGame(kept, Terminal(robot, robot.said, interactive)).play()
    return robot.said.getvalue(), robot


@pytest.mark.parametrize(
    ("seats", "seed"),
    [(["iran=human"], 1), (["israel=human"], 2), (["iran=human", "israel=human", "us=human"], 3)],
)
def test_a_whole_game_is_played_in_the_terminal(begin, seats, seed):
    kept = begin("consulate", seats, seed)
    told, _ = played(kept, seed)
    assert kept.session.over
    assert "Debrief" in told


def test_the_same_answers_are_the_same_game_to_the_letter(begin):
    first, robot = played(begin(seed=3))
    second = begin(seed=3)
    assert played(second)[0] == first
    assert robot.given


def test_several_people_play_in_turn_and_see_only_what_is_theirs(begin):
    told, _ = played(begin("border", TWO_PEOPLE), interactive=True)
    assert (
        told.index("You are the northern government.")
        < told.index("Southland, please.")
        < told.index("You are the southern government.")
    )


def test_the_screen_is_cleared_before_the_next_person_sits_down(begin):
    told, _ = played(begin("border", TWO_PEOPLE), interactive=True)
    before = told[: told.index("Southland, please.")]
    assert before.rstrip("\n").endswith("\x1b[H")


def test_one_person_alone_is_never_asked_to_hand_over(begin):
    told, _ = played(begin("border", ["northland=human"]), interactive=True)
    assert "please" not in told


def test_content_note_and_briefing_come_first(tell):
    told, kept, _ = tell([])
    scenario = kept.session.scenario
    places = [scenario.title, scenario.content_note, scenario.powers["northland"].briefing.role, "Turn 1 of"]
    assert [told.index(each) for each in places] == sorted(told.index(each) for each in places)


def test_whoever_plays_for_the_first_time_is_told_of_help_before_the_first_question(tell):
    told, _, _ = tell([])
    assert "help" in told[: told.index("Force?")]


def test_the_secret_aims_of_others_are_not_shown(tell):
    told, kept, _ = tell([])
    for power, model in kept.session.scenario.powers.items():
        for mandate in model.mandates.values():
            assert (mandate.text in told) == (power == "northland")


def test_when_the_answers_run_out_the_game_is_saved_up_to_the_last_commit(tell):
    _, kept, ended = tell([*PASS_ORDERS, "commit", "pass"])
    assert isinstance(ended, InputEnded)
    again = KeptGame.resumed(kept.saves.newest(), kept.saves)
    assert again.session.entries == kept.session.entries
    assert again.session.turn >= 1


def test_a_wrong_answer_in_a_script_stops_it_with_the_number_of_its_line(tell):
    _, _, ended = tell(["# a comment", "", "pass", "fly"])
    assert isinstance(ended, BadAnswer)
    assert str(ended).startswith("The input, line 4: 'fly' is none of these.")


def test_a_person_who_mistypes_is_asked_again(tell):
    told, _, ended = tell(["fly", "pass"], interactive=True)
    assert isinstance(ended, InputEnded)
    assert "'fly' is none of these" in told
    assert "Guard?" in told


def test_an_order_is_chosen_by_number_name_or_id(tell):
    for answer in ("2", "Announced salvo", "announced_salvo", "announced"):
        told, _, _ = tell([answer])
        assert "A slow salvo that the other side sees coming." in told


def test_a_whole_option_is_chosen_by_its_key(tell):
    told, _, _ = tell([SALVO])
    assert "Resolve 2.2, provocation 0.5, calibrated; puts the front at rung 5 or above" in told
    assert "Launches 80 drones, 20 missiles, as far as the stock allows." in told


def test_what_a_stake_asks_is_told_before_one_is_chosen(tell):
    told, _, _ = tell(["pass", "pass", "pass", "north_red_line"])
    assert "1. stake 1. A warning: if the line is crossed, a limited answer or more" in told


def test_undo_takes_the_last_choice_back(tell):
    told, _, _ = tell(["pass", "pass", "undo", "undo", "announced", "undo"])
    assert told.count("Force?") == 3
    assert told.count("Guard?") == 2
    assert "Taken back." in told


def test_there_is_nothing_to_undo_before_the_first_choice(tell):
    told, _, _ = tell(["undo"], interactive=True)
    assert "There is nothing to take back." in told


def test_whoever_goes_on_with_a_game_that_is_open_in_another_window_is_told(begin, capsys):
    kept = begin()
    other = KeptGame.resumed(kept.saved, kept.saves)
    kept.save()
    answers = io.StringIO("\n".join([*PASS_ORDERS, "commit", ""]))
    with pytest.raises(InputEnded):
        TextGame(other, Terminal(answers, sys.stdout, interactive=False)).play()
    assert "goes on with this game in another window" in capsys.readouterr().out


def test_the_reasons_written_with_a_commit_are_told_in_the_debrief(begin):
    kept = begin("border", ["northland=human"])
    told, _ = played(kept)
    assert "Reasons given: so it was decided" in told


def test_why_tells_what_changed_a_number(tell):
    told, _, _ = tell([*PASS_ORDERS, "commit", *PASS_ORDERS, "why 2"])
    after = told[told.rindex("why 2") :].splitlines()
    assert after[1].startswith("standing: ")
    assert after[2].startswith("- Turn 1, ")


def test_why_asks_for_a_number_that_is_shown(tell):
    told, _, _ = tell(["why 1", "why x"], interactive=True)
    assert told.count("Which number?") == 2


def test_help_position_briefing_and_log_can_be_asked_for_at_any_time(tell):
    told, _, _ = tell(["help", "position", "briefing", "rules", "log", "announced", "help"])
    assert told.count("undo         take the last choice back") == 2
    assert told.count("Your mandates:") == 2
    assert told.count("A strike is a message") == 1
    assert "- Scale, Large: resolve 3, provocation 1.6" in told
    assert told.count("Fronts, from quiet (0) to general war (7):") == 2


def test_save_writes_the_game_under_a_name(tell):
    told, kept, _ = tell(["save lesson", "save ../x"], interactive=True)
    assert f"Saved as {kept.saves.folder / 'lesson.json'}" in " ".join(told.split())
    assert "cannot be the name of a save" in told


def test_quit_stops_at_once(tell):
    _, kept, ended = tell(["quit", "pass"])
    assert isinstance(ended, Quit)
    assert kept.session.entries == []


def test_harm_to_civilians_is_confirmed_before_it_is_chosen(tell):
    _, kept, _ = tell([], "consulate", ["iran=human"])
    draft = kept.session.draft(0)
    urban = next(
        choice.key
        for card in draft.menu(draft.slots[0]).cards
        for choice in card.choices
        if choice.legal and choice.strike and choice.strike.law_of_war
    )
    told, _, _ = tell([urban, "no", "pass"], "consulate", ["iran=human"])
    assert "Civilians will be harmed." in told
    assert told.count("Force?") == 2
    told, _, _ = tell([urban, "yes"], "consulate", ["iran=human"])
    assert "Guard?" in told


def test_what_nobody_may_see_is_not_printed_while_the_game_goes_on(tell):
    told, _, _ = tell(PASS_ORDERS, "consulate", ["israel=human"])
    assert told.count("(secret)") == 2, "in the briefing and the position, of the seat's own"
    assert "13 April" not in told


def test_a_resumed_game_goes_on_in_the_terminal(begin, tell):
    _, kept, _ = tell([*PASS_ORDERS, "commit"])
    again = KeptGame.resumed(kept.saves.newest(), kept.saves)
    robot = Robot(5)
    TextGame(again, Terminal(robot, robot.said, interactive=False)).play()
    assert again.session.over


def test_a_forecast_of_the_draft_can_be_asked_for(tell):
    told, _, _ = tell([SALVO, "forecast"])
    assert "- of 100 launched, " in told
    assert "- owed to you by Southland: " in told
    assert "- your standing: " in told
    assert "- your score: " in told
    assert "- how it ends: " in told


def test_a_game_begins_with_who_plays_whom_and_the_doctrines_there_are(begin):
    lines = list(opening(begin("consulate", ["iran=human", "israel=ai:israel_force"]).session))
    assert "- Iran: a person" in lines
    assert any(line.startswith("- Israel: the computer, easy, by the doctrine Force. ") for line in lines)
    offered = next(line for line in lines if "--seat israel=" in line)
    assert all(name in offered for name in ("israel_restraint", "israel_balance", "israel_opportunity"))
