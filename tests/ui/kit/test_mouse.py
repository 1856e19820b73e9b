"""Clicks, explanations, wheels and drags: what the mouse means."""

import pygame
import pytest

from game.ui.kit import (
    Adjust,
    Bar,
    Button,
    Card,
    Cause,
    Checkbox,
    Choose,
    Click,
    Column,
    Drag,
    Hover,
    Item,
    Label,
    Meter,
    Point,
    Press,
    Refused,
    Release,
    Row,
    Scroll,
    ScrollArea,
    Segmented,
    Slider,
    Spacer,
    Toggle,
    Tooltip,
)
from game.ui.kit.driver import Covered, NotFound
from tests.ui.kit.screens import Shown

OWED = Tooltip("Owed", causes=(Cause("Injured", "+3.1"), Cause("Resolve shown", "−0.9")), total="2.2")


def test_a_click_activates_what_is_there(drive):
    driver = drive(Shown(lambda _: [Button("Go", id="go"), Checkbox("Save", id="save")]))
    driver.click("go")
    driver.click("save")
    assert Click("go") in driver.heard
    assert Toggle("save", True) in driver.heard


def test_what_is_scrolled_out_of_sight_explains_nothing(drive):
    rows = [Button(str(number), id=f"row:{number}", tooltip=f"Row {number}") for number in range(60)]
    driver = drive(Shown(lambda _: [ScrollArea(id="list")[Column(gap=4)[rows]]]))
    driver.hover("row:0")
    driver.step(1.0)
    assert driver.explanation().text == "Row 0"
    driver.app.view.focus("row:59", by_keyboard=True)
    driver.app.view.memory.by_keyboard = False
    driver.step()
    assert driver.explanation() is None


def test_letting_go_elsewhere_means_nothing(drive):
    driver = drive(Shown(lambda _: [Button("Go", id="go"), Button("Stay", id="stay")]))
    driver.drag(driver.find("go").rect.center, driver.find("stay").rect.center)
    assert Click("go") not in driver.heard
    assert Click("stay") not in driver.heard


def test_a_click_on_words_inside_an_item_activates_the_item(drive):
    driver = drive(Shown(lambda _: [Item(id="front")[Label("Strait", id="name"), Bar(3)]]))
    driver.click("name")
    assert Click("front") in driver.heard


def test_a_disabled_card_says_why_on_hover_and_on_click(drive):
    def make(_):
        return [Card("Covert act", id="card", disabled="Needs 2 attention."), Label("below")]

    driver = drive(Shown(make))
    driver.hover("card")
    assert driver.explanation().text == "Needs 2 attention."
    driver.point((1, 1))
    assert driver.explanation() is None
    driver.click("card")
    driver.point((1, 1))
    assert driver.explanation().text == "Needs 2 attention."
    assert driver.heard.count(Refused("card", "Needs 2 attention.")) == 1
    driver.press("escape")
    assert driver.explanation() is None


def test_a_disabled_setting_cannot_be_chosen_and_says_why(drive):
    reasons = {"near": "Out of reach."}
    driver = drive(Shown(lambda _: [Segmented(("far", "near"), id="dial", value="far", reasons=reasons)]))
    driver.click("dial:near")
    assert Choose("dial", "near") not in driver.heard
    assert driver.explanation().text == "Out of reach."
    driver.click("dial:far")
    assert Choose("dial", "far") in driver.heard


def test_a_number_explains_itself_on_hover_on_click_and_on_focus(drive):
    driver = drive(Shown(lambda _: [Meter("Owed", "2.2", 2.2, id="owed", tooltip=OWED)]))
    driver.hover("owed")
    assert driver.explanation() == OWED
    driver.click("owed")
    driver.point((1, 1))
    assert driver.explanation() == OWED
    driver.click("owed")
    driver.point((1, 1))
    assert driver.explanation() is None
    driver.press("tab")
    assert driver.explanation() == OWED


def test_an_explanation_waits_until_the_mouse_rests(drive):
    driver = drive(Shown(lambda _: [Meter("Owed", "2.2", 2.2, id="owed", tooltip=OWED)]))
    driver.point(driver.find("owed").rect.center)
    assert driver.explanation() is None
    driver.step(1.0)
    assert driver.explanation() == OWED
    assert Hover("owed") in driver.heard


def test_the_wheel_scrolls_what_is_below_the_mouse_and_keeps_its_place_over_a_rebuild(drive):
    def make(_):
        return [ScrollArea(id="area")[Column()[[Label(str(n)) for n in range(99)]]]]

    driver = drive(Shown(make))
    driver.point(driver.find("area").rect.center)
    driver.wheel(-2)
    offset = driver.find("area").offset
    assert offset > 0
    driver.app.refresh()
    driver.step()
    assert driver.find("area").offset == offset
    driver.wheel(99)
    assert driver.find("area").offset == 0


def test_the_scroll_bar_can_be_dragged(drive):
    def make(_):
        return [ScrollArea(id="area")[Column()[[Label(str(n)) for n in range(99)]]]]

    driver = drive(Shown(make))
    area = driver.find("area")
    driver.drag(area.bar().center, (area.bar().centerx, area.rect.bottom))
    assert driver.find("area").offset == area.overflow


def test_what_is_scrolled_out_of_sight_cannot_be_clicked(drive):
    def make(_):
        return [
            ScrollArea(id="area")[Column()[[Button(str(n), id=f"b{n}") for n in range(99)]]],
            Button("Commit", id="commit"),
        ]

    driver = drive(Shown(make))
    driver.click("commit")
    assert Click("commit") in driver.heard
    with pytest.raises(Covered):
        driver.click("b98")


def test_the_mouse_reaches_a_map_where_there_is_no_widget(drive):
    def make(_):
        return Row(items="stretch")[Column(width=200, panel="panel"), Spacer()]

    driver = drive(Shown(make))
    driver.drag((600, 300), (650, 320))
    driver.wheel(1)
    assert Point((600, 300)) in driver.heard
    assert Press((600, 300), 1) in driver.heard
    assert Drag((650, 320), (50, 20), 1) in driver.heard
    assert Release((650, 320), 1) in driver.heard
    assert Scroll((650, 320), 1.0, 0.0) in driver.heard


def test_a_panel_covers_the_map_below_it(drive):
    def make(_):
        return Row(items="stretch")[Column(width=200, panel="panel", id="side"), Spacer()]

    driver = drive(Shown(make))
    driver.click_at((100, 300))
    driver.wheel(1)
    assert not [intent for intent in driver.heard if isinstance(intent, Press | Scroll | Point)]


def test_a_slider_follows_mouse_and_arrows_in_steps(drive):
    def slider(screen):
        return [Slider(screen.values.get("s", 0.5), id="s", step=0.25)]

    driver = drive(Shown(slider))
    track = driver.find("s").rect
    driver.drag(track.center, (track.right, track.centery))
    assert driver.heard[-1] == Adjust("s", 1.0)
    driver.press("left")
    assert driver.heard[-1] == Adjust("s", 0.75)
    driver.press("home")
    assert driver.heard[-1] == Adjust("s", 0.0)


def test_a_widget_is_found_by_its_words(drive):
    driver = drive(Shown(lambda _: [Button("Commit orders", id="commit")]))
    assert driver.with_words("Commit orders").id == "commit"
    with pytest.raises(NotFound, match="Commit orders"):
        driver.with_words("Retreat")


def test_an_explanation_stays_inside_the_window(drive):
    from game.ui.kit.tooltip import bubble, place_beside

    driver = drive(Shown(lambda _: [Meter("Owed", "2.2", 2.2, id="owed", tooltip=OWED)]))
    window = driver.app.window.surface.get_rect()
    for corner in ("topleft", "topright", "bottomleft", "bottomright"):
        anchor = driver.find("owed").rect.copy()
        anchor.size = (60, 20)
        setattr(anchor, corner, getattr(window, corner))
        box = bubble(OWED)
        place_beside(box, driver.app.look, anchor, window)
        assert window.contains(box.rect)
        assert not box.rect.colliderect(anchor)


def test_what_a_click_has_disabled_does_not_say_so_under_the_resting_mouse(drive):
    def build(screen):
        used = any(intent == Click("undo") for intent in heard)
        return [
            Button("Undo", id="undo", disabled="Nothing to undo." if used else ""),
            Button("Go", id="go"),
        ]

    heard = []
    driver = drive(Shown(build))
    heard = driver.heard
    driver.hover("undo")
    driver.click("undo")
    driver.step(1.0)
    assert driver.find("undo").refusal
    assert driver.explanation() is None
    driver.hover("go")
    driver.hover("undo")
    assert driver.explanation().title == "Not available"


def test_why_something_is_not_available_closes_when_the_mouse_goes_on(drive):
    driver = drive(Shown(lambda _: [Button("Undo", id="undo", disabled="Nothing."), Button("Go", id="go")]))
    driver.click("undo")
    assert driver.explanation().title == "Not available"
    driver.hover("go", 0.0)
    assert driver.explanation() is None


def test_what_stands_half_in_sight_is_activated_by_a_click_and_stays_under_the_mouse(drive):
    driver = drive(
        Shown(
            lambda _: [
                Column(height=150)[
                    ScrollArea(id="list")[
                        Column(gap=4)[[Button(f"Go {n}", id=f"go:{n}", height=40) for n in range(9)]]
                    ]
                ]
            ]
        )
    )
    edge = driver.find("list").rect.bottom
    cut = next(driver.find(f"go:{n}") for n in range(9) if driver.find(f"go:{n}").rect.bottom > edge)
    before = cut.rect.copy()
    driver.click_at((cut.rect.centerx, edge - 3))
    assert Click(cut.id) in driver.heard
    assert driver.find(cut.id).rect == before


def test_an_explanation_in_a_narrow_list_opens_beside_it_and_leaves_the_next_row_in_sight(look):
    from game.ui.kit.tooltip import bubble, place_beside

    window = pygame.Rect(0, 0, 1280, 720)
    for among in (pygame.Rect(910, 60, 360, 500), pygame.Rect(10, 60, 250, 500)):
        for top in (70, 300, 530):
            box = bubble(OWED)
            place_beside(box, look, pygame.Rect(among.left + 10, top, 200, 30), window, among)
            assert window.contains(box.rect)
            assert not box.rect.colliderect(among)


def test_an_explanation_in_a_wide_page_opens_below_what_it_explains(look):
    from game.ui.kit.tooltip import bubble, place_beside

    window, anchor, box = pygame.Rect(0, 0, 1280, 720), pygame.Rect(300, 100, 200, 30), bubble(OWED)
    place_beside(box, look, anchor, window, pygame.Rect(200, 60, 880, 600))
    assert box.rect.top >= anchor.bottom
    assert box.rect.left == anchor.left
