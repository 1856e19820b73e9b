"""Whole games led through their screens: by mouse alone, by keyboard alone, and handed from person to person."""

from game.ui.play.acts import ActsScreen
from game.ui.play.planning import Planning
from game.ui.play.reply import Reply
from game.ui.screens.adapters import bulletin_model, resolution_model
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.bulletin import BulletinScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.ending import EndScreen
from game.ui.screens.hand_over import HandOverScreen
from game.ui.screens.rules import RulesScreen
from tests.ui.play.conftest import NORTHLAND, commit, work

_MOST_SCREENS = 120
_LONG = 30.0


def rested(driver):
    """Lets the screen that is shown settle, with time passing quickly; returns it."""
    screen = driver.app.screen
    # A forecast takes a second or two, and nobody has to wait for it.
    for _ in range(4 if isinstance(screen, Planning) else 400):
        if not driver.step(_LONG) or driver.app.screen is not screen:
            break
    return driver.app.screen


def played(driver, act):
    """Every kind of screen that a game led through, in order, until the debrief; ``act`` gets on from each."""
    seen = []
    for _ in range(_MOST_SCREENS):
        screen = driver.app.screen
        if rested(driver) is not screen:
            continue
        seen.append(type(screen))
        assert driver.overflowing() == []
        if isinstance(screen, DebriefScreen):
            return seen
        act(driver, screen)
        driver.step()
    raise AssertionError(f"the game did not come to its end: {seen[-10:]}")


def by_mouse(driver, screen):
    widgets = driver.app.view.widgets
    if isinstance(screen, Planning):
        if (
            "order:FORCE:announced_salvo" in widgets
            and not driver.find("order:FORCE:announced_salvo").refusal
        ):
            driver.click("order:FORCE:announced_salvo")
        driver.click("commit")
        driver.click("commit:go")
    elif isinstance(screen, Reply):
        driver.click(next(each for each in widgets if each.startswith("order:")))
        driver.click("commit")
        driver.click("commit:go")
    else:
        primary = [each for each in widgets.values() if getattr(each, "kind", "") == "primary"]
        driver.click(primary[-1].id)


def focus(driver, wanted):
    """Moves the focus with TAB and arrow keys until it is on a widget."""
    for _ in range(60):
        driver.press("tab")
        if driver.app.view.memory.focus == wanted:
            return
        group = next(
            (each for each in driver.app.view.ancestors(driver.app.view.focused) if each.group), None
        )
        if group is not None and any(wanted == child.id for child in group.children):
            for _ in group.children:
                driver.press("down")
                if driver.app.view.memory.focus == wanted:
                    return
    raise AssertionError(f"{wanted} cannot be reached by keyboard")


def by_keyboard(driver, screen):
    widgets = driver.app.view.widgets
    if isinstance(screen, Reply):
        focus(driver, next(each for each in widgets if each.startswith("order:")))
        driver.press("space")
        focus(driver, "commit")
        driver.press("return", "return")
    elif isinstance(screen, Planning):
        driver.press("2")
        focus(driver, "order:GUARD:full_alert")
        driver.press("space")
        focus(driver, "commit")
        driver.press("return", "return")
    else:
        driver.press("return")


def of_turn(session, turn):
    """The reports of one turn."""
    return [report for report in session.reports if report.turn == turn]


def test_a_whole_game_is_played_by_mouse_alone(play, led):
    session = play("northland=human", seed=2)
    seen = played(led(session), by_mouse)
    assert session.over
    assert seen[0] is BriefingScreen
    assert seen.count(Planning) >= 2
    assert seen[-2:] == [EndScreen, DebriefScreen]
    assert any("announced_salvo" in option for entry in session.entries
               for choice in entry.choices for option in choice.options)  # fmt: skip


def test_a_whole_game_is_played_by_keyboard_alone(play, led):
    session = play("northland=human", seed=2)
    seen = played(led(session), by_keyboard)
    assert session.over
    assert seen[-2:] == [EndScreen, DebriefScreen]
    assert any("full_alert" in option for entry in session.entries
               for choice in entry.choices for option in choice.options)  # fmt: skip


def test_people_who_share_the_screen_hand_over_before_every_decision(play, led):
    session = play("northland=human", "southland=human", seed=2)
    seen = played(led(session), by_mouse)
    previous = None
    for kind in seen:
        if kind in (BriefingScreen, Planning, Reply) and previous in (Planning, Reply):
            raise AssertionError("a decision followed another without a hand-over")
        previous = kind
    assert seen[0] is HandOverScreen
    assert seen.count(HandOverScreen) >= 2


def test_the_hand_over_shows_nothing_but_whose_turn_it_is(play, led):
    driver = led(play("northland=human", "southland=human"))
    rested(driver)
    assert isinstance(driver.app.screen, HandOverScreen)
    assert driver.words() == [
        "Northland",
        "Only whoever plays Northland should look now.",
        "Ready",
        "What everybody knows",
        "Pause",
    ]


def test_between_two_teams_a_break_can_be_taken_and_nobodys_own_texts_read(play, led):
    driver = led(play("northland=human", "southland=human"))
    between = rested(driver)
    driver.press("escape")
    driver.step()
    assert "Paused" in driver.words()
    reading = [each for each in driver.app.view.widgets if each.startswith("read:") and "/" not in each]
    assert reading == ["read:rules"]
    driver.press("f")
    driver.step()
    assert isinstance(driver.app.screen, ActsScreen)
    driver.press("return")
    driver.step()
    driver.press("return")
    driver.step()
    assert driver.app.screen is between


def test_rules_briefing_and_the_turn_before_are_read_again_from_the_pause(play, led):
    driver = led(play("northland=human"))
    while not isinstance(screen := driver.app.screen, BulletinScreen):
        if rested(driver) is screen:
            by_mouse(driver, screen)
            driver.step()
    driver.press("return")
    rested(driver)
    driver.press("escape")
    driver.step()
    for key, read in (("r", RulesScreen), ("b", BriefingScreen), ("t", BulletinScreen)):
        driver.press(key)
        driver.step()
        assert isinstance(driver.app.screen, read)
        assert driver.overflowing() == []
        driver.press("return")
        driver.step()
        assert "Paused" in driver.words()


def test_between_two_teams_earlier_turns_are_read_as_the_public_reads_them(play, led):
    session = play("northland=human", "southland=human", seed=2)
    while session.turn < 3:
        work(session)
        commit(session, session.waiting[0])
    work(session)
    driver = led(session)
    assert isinstance(rested(driver), HandOverScreen)
    driver.press("escape")
    driver.step()
    driver.press("t")
    driver.step()
    for turn in (2, 1):
        assert driver.app.screen.model == bulletin_model(session, turn)
        driver.press("m")
        driver.step()
        assert driver.app.screen.model == resolution_model(session, of_turn(session, turn), None)
        driver.press("return", "return")
        driver.step()
        driver.press("left")
        driver.step()


def test_a_game_that_is_over_is_seen_again_turn_by_turn_from_the_debrief(play, led):
    session = play("northland=human", seed=2)
    driver = led(session)
    played(driver, by_mouse)
    debrief = driver.app.screen
    driver.press("t")
    driver.step()
    for turn in range(session.turn, 0, -1):
        assert driver.app.screen.model == bulletin_model(session, turn, NORTHLAND)
        driver.press("m")
        driver.step()
        assert driver.app.screen.model == resolution_model(session, of_turn(session, turn), NORTHLAND)
        assert driver.overflowing() == []
        driver.press("return", "return")
        driver.step()
        driver.press("left")
        driver.step()
    driver.press("return")
    driver.step()
    assert driver.app.screen is debrief


def test_the_rules_are_open_from_the_first_briefing(play, led):
    driver = led(play("northland=human"))
    briefing = rested(driver)
    driver.press("r")
    driver.step()
    assert isinstance(driver.app.screen, RulesScreen)
    driver.press("escape")
    driver.step()
    assert driver.app.screen is briefing


def test_the_pause_covers_the_orders_saves_and_leaves(play, led, tmp_path):
    driver = led(play("northland=human"))
    rested(driver)
    driver.press("return")
    rested(driver)
    driver.click("order:FORCE:announced_salvo")
    driver.press("escape")
    assert "Announced salvo" not in driver.words()
    assert any("A draft is not kept" in text for text in driver.words())
    driver.click("pause:save")
    assert (tmp_path / "saves" / "border turn 1.json").is_file()
    driver.click("pause:on")
    driver.step()
    assert driver.find("own:attention").accessible == "Attention: 1 of 3"
    driver.press("escape")
    driver.click("pause:leave")
    driver.step()
    assert not driver.app.running
