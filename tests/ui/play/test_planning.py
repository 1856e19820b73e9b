"""Planning as a person does it: cards, dials, undo, the question before the commit, pages on others."""

import pygame
import pytest

from game.session.seats import SeatPlan
from game.session.session import Session
from game.session.wording import RUNGS
from game.ui.kit import Choose, Click, Label, Settings
from game.ui.kit.widget import walk
from game.ui.map.aims import Aim
from game.ui.map.whereabouts import whereabouts
from game.ui.play.planning import Planning
from game.ui.play.positions import position
from tests.loading import load_scenario
from tests.ui.play.conftest import NORTHLAND, SOUTHLAND, commit, work

SALVO = "order:FORCE:announced_salvo"
SIZES = [
    *[((1024, 600), 1.0), ((1280, 720), 1.0), ((1920, 1080), 1.0), ((1920, 1080), 2.0)],
    *[((1280, 720), 1.2), ((1366, 768), 1.25)],  # between the steps, as where a larger one has no room
]


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_nothing_overflows_at_any_size_or_scale(play, plan, size, scale):
    driver, _ = plan(play(), NORTHLAND, size, Settings(scale=scale))
    assert driver.overflowing() == []
    assert driver.missing_letters() == ""
    driver.click(SALVO)
    assert driver.overflowing() == []
    driver.press("3")
    assert driver.overflowing() == []
    driver.press("return")
    assert driver.overflowing() == []


@pytest.mark.parametrize("seat", [NORTHLAND, SOUTHLAND])
def test_every_order_that_is_opened_has_room(play, plan, seat):
    driver, _ = plan(play(), seat)
    screen = driver.app.screen
    screen.decision._draft.state.readiness[:] = 600
    screen.decision._draft.state.asset_progress[:] = 9
    opened = 0
    for desk in "123":
        driver.press(desk)
        for card in [
            each for each in driver.app.view.widgets if each.startswith("order:") and "/" not in each
        ]:
            screen.handle(Click(card))
            screen.refresh()
            driver.step()
            assert driver.overflowing() == [], card
            opened += screen.opened is not None
            screen.handle(Click("undo"))
            screen.handle(Click("desk:list"))
    assert opened >= 8


def test_what_a_stake_asks_is_told_while_a_line_is_drawn(play, plan):
    driver, _ = plan(play())
    driver.press("3")
    driver.app.screen.handle(Click("order:DECLARATORY:north_red_line"))
    for stake, word in (("1", "warning"), ("2", "vow"), ("3", "rule for all")):
        driver.app.screen.handle(Choose("dial:DECLARATORY:stake", stake))
        driver.app.screen.refresh()
        driver.step()
        assert any(word in text and "keeps your word" in text for text in driver.words())
        assert driver.overflowing() == []


def test_an_order_is_chosen_by_its_card_and_its_dials_turn(play, plan):
    driver, committed = plan(play())
    driver.click(SALVO)
    driver.click("dial:FORCE:scale:maximal")
    driver.click("dial:FORCE:target:core_military")
    driver.click("commit")
    driver.click("commit:go")
    keys, reason = committed[0]
    assert keys[0] == "northland:announced_salvo/southland/border/maximal/core_military/slow/announced"
    assert keys[1:] == ("northland:pass", "northland:pass", "northland:pass")
    assert reason == ""


def test_attention_and_readiness_are_shown_as_the_draft_leaves_them(play, plan):
    driver, _ = plan(play())
    driver.click(SALVO)
    assert driver.find("own:attention").accessible == "Attention: 1 of 3"
    assert driver.find("own:readiness").accessible == "Readiness: 1 of 6"


def test_a_card_that_cannot_be_given_says_why_and_what_would_enable_it(play, plan):
    driver, _ = plan(play())
    driver.click(SALVO)
    driver.press("2")
    driver.click("order:GUARD:full_alert")
    driver.press("3")
    refused = driver.find("order:DIPLOMATIC:admit_inspectors")
    assert "attention" in refused.refusal
    assert refused.refusal in refused.note
    driver.click("order:DIPLOMATIC:admit_inspectors")
    assert "attention" in driver.explanation().text


def test_a_strike_shows_what_it_says_before_it_is_ordered(play, plan):
    driver, _ = plan(play())
    driver.click(SALVO)
    assert driver.with_words("Resolve shown")
    assert driver.with_words("Provocation")
    assert "Calibrated" in driver.find("label").text
    driver.click("resolve")
    assert driver.explanation().total


def test_undo_takes_back_choice_by_choice(play, plan):
    driver, committed = plan(play())
    driver.click(SALVO)
    driver.click("dial:FORCE:scale:maximal")
    driver.press("u")
    assert driver.find("dial:FORCE:scale:large").selected
    driver.press("u")
    assert driver.find("own:attention").accessible == "Attention: 3 of 3"
    assert driver.find("undo").refusal
    driver.press("return", "return")
    assert committed[0][0] == ("northland:pass",) * 4


def test_a_commit_names_what_is_left_unused_until_that_is_switched_off(play, plan):
    driver, committed = plan(play())
    driver.press("return")
    assert any("Nothing is chosen for" in text for text in driver.words())
    driver.click("commit:warns")
    assert not any("Nothing is chosen for" in text for text in driver.words())
    driver.click("commit:stay")
    assert not committed
    driver.press("return")
    assert not any("Nothing is chosen for" in text for text in driver.words())


def test_the_reason_is_handed_over_with_the_orders(play, plan):
    driver, committed = plan(play())
    driver.press("return")
    driver.click("commit:reason")
    driver.type("They should see that we can, and that we stop here. ")
    driver.click("commit:go")
    assert committed[0][1] == "They should see that we can, and that we stop here."


def test_a_strike_among_civilians_needs_its_harm_confirmed(play, plan):
    driver, committed = plan(play(), SOUTHLAND)
    driver.click("order:FORCE:air_campaign")
    driver.click("dial:FORCE:target:dual_use")
    assert any("Attacks must distinguish" in text for text in driver.words())
    assert any("people killed" in text for text in driver.words())
    driver.click("commit")
    assert "confirmed" in driver.find("commit:go").refusal
    driver.click("commit:go")
    assert not committed
    driver.click("commit:harm")
    driver.click("commit:go")
    assert "dual_use" in committed[0][0][0]


def test_a_front_and_everybody_else_have_a_page(play, plan):
    driver, _ = plan(play(), NORTHLAND, (1920, 1080), Settings(scale=1.0))
    driver.click("page:front:border")
    assert driver.with_words("The border")
    driver.press("b")
    driver.click("page:index")
    driver.click("page:who:hill_fighters")
    assert any("defend the hill villages" in text for text in driver.words())
    driver.press("escape")
    assert "page:front:border" in driver.app.view.widgets


def test_red_lines_that_are_drawn_stand_beside_who_is_who(play, plan):
    driver, _ = plan(play(), NORTHLAND, (1920, 1080), Settings(scale=1.0))
    driver.click("page:index")
    assert "Red line of Southland: No salvo on southern soil, stake 2." in driver.words()
    assert driver.overflowing() == []


def test_a_front_is_opened_by_a_click_on_the_map(play, plan, theatre):
    driver, _ = plan(play())
    chip = theatre.view.fronts.chips["lake"].move(theatre.area.topleft)
    driver.click_at(chip.center)
    assert driver.with_words("The lake")


def test_escape_opens_the_menu_where_nothing_is_left_to_close(play, plan):
    driver, committed = plan(play())
    driver.press("escape")
    assert committed == ["menu"]


def test_keys_move_the_map(play, plan, theatre):
    driver, _ = plan(play())
    before = theatre.view.camera
    driver.press("=", "shift+left")
    assert theatre.view.camera != before
    driver.press("home")
    assert theatre.view.camera == before


def test_the_toll_says_who_said_so_on_a_click(play, plan):
    driver, _ = plan(play())
    driver.click("toll:hill_villagers")
    assert "A relief agency" in driver.explanation().source


def test_a_desk_opened_by_its_key_leads_into_its_orders_and_an_order_into_its_dials(play, plan):
    driver, _ = plan(play())
    driver.press("1")
    assert driver.app.view.memory.focus.startswith("order:FORCE:")
    for _ in range(20):
        if driver.app.view.memory.focus == SALVO:
            break
        driver.press("down")
    driver.press("return")
    assert driver.app.view.memory.focus.startswith("dial:FORCE:")
    driver.press("backspace")
    assert driver.app.view.memory.focus == SALVO


def test_a_desk_opened_by_the_mouse_leaves_enter_to_the_commit(play, plan):
    driver, committed = plan(play())
    driver.click("desk:1")
    driver.press("return", "return")
    assert committed


def test_no_name_is_cut_off_in_the_pages_about_powers(play, plan):
    driver, _ = plan(play("northland=human"), NORTHLAND, (1024, 600))
    driver.press("f")
    look = driver.app.look
    for who in ("northland", "southland", "lakeland"):
        driver.click(f"page:who:{who}")
        labels = [each for each in walk(driver.find("page")) if isinstance(each, Label)]
        wanted = {each.text: look.type.width(each.text, look.setting(each.role)) for each in labels}
        assert not [each.text for each in labels if wanted[each.text] > each.rect.width + 1]
        driver.press("b")


@pytest.mark.parametrize("name", ["shield", "eighth_of_october"])
def test_the_longest_names_of_targets_fit_the_narrowest_panel(drive, wire, name):
    loaded = load_scenario(name)
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ["iran=human"]), 1)
    driver = drive(Planning(position(session, 0), wire(session, 0, [])), (1024, 600))
    driver.click("order:FORCE:limited_strike")
    assert any("Strait of Hormuz" in text for text in driver.words())
    assert driver.overflowing() == []


def test_a_drafted_strike_is_drawn_on_the_map_until_it_is_taken_back(play, plan, theatre):
    session = play()
    driver, _ = plan(session)
    where = whereabouts(session.scenario)
    target = theatre.area.move(*theatre.view.locate(*where.powers["southland"])).topleft
    ring = pygame.Rect(0, 0, 24, 24)
    ring.center = target

    def painted():
        driver.step()
        return pygame.image.tobytes(driver.app.window.surface.subsurface(ring), "RGB")

    while not theatre.view.ready:
        driver.step()
    before = painted()
    driver.click(SALVO)
    assert driver.app.screen.decision.aims == (Aim(where.powers["northland"], where.powers["southland"]),)
    assert painted() != before
    driver.click("undo")
    assert driver.app.screen.decision.aims == ()
    assert painted() == before


def test_the_first_turn_says_what_to_do_and_later_ones_do_not(play, plan):
    def told(driver):
        return any("Choose an order at each desk" in text for text in driver.words())

    session = play("northland=human")
    driver, _ = plan(session)
    assert told(driver)
    driver.click("order:FORCE:pass")
    assert told(driver)  # what would go away now would move the next order from under the mouse
    while session.turn == 1:
        for seat in session.waiting:
            commit(session, seat)
        work(session)
    assert not told(plan(session)[0])


def test_the_page_of_a_front_has_the_whole_ladder_with_its_own_rung_told_apart(play, plan):
    driver, _ = plan(play(), NORTHLAND, (1024, 600))
    driver.press("f")
    driver.click("page:front:border")
    labels = [each for each in walk(driver.find("page")) if isinstance(each, Label)]
    rungs = {each.text: each.role for each in labels if each.text[2:] in RUNGS}
    assert len(rungs) == len(RUNGS)
    assert list(rungs.values()).count("strong") == 1
    assert driver.overflowing() == []


def test_a_reason_is_written_at_once_when_asked_whether_to_commit_and_enter_commits_with_it(play, plan):
    driver, committed = plan(play())
    driver.click(SALVO)
    driver.click("commit")
    driver.type("They should stop here.")
    driver.press("return")
    assert committed[0][1] == "They should stop here."
