"""Everything can be reached and used from the keyboard, and focus is held by id."""

from game.ui.kit import (
    Back,
    Button,
    Card,
    Choose,
    Click,
    Column,
    Dialog,
    Focus,
    Hover,
    Key,
    Label,
    Paragraph,
    Refused,
    Row,
    ScrollArea,
    Segmented,
    Stack,
    TextField,
)
from tests.ui.kit.screens import Shown


def buttons(*names):
    return [Button(name, id=name) for name in names]


def focus(driver):
    return driver.app.view.memory.focus


def test_tab_goes_in_reading_order_and_round(drive):
    driver = drive(Shown(lambda _: [Row()[buttons("a", "b")], *buttons("c")]))
    visited = []
    for _ in range(4):
        driver.press("tab")
        visited.append(focus(driver))
    assert visited == ["a", "b", "c", "a"]
    driver.press("shift+tab")
    assert focus(driver) == "c"
    assert Focus("b") in driver.heard


def test_enter_and_space_activate(drive):
    driver = drive(Shown(lambda _: buttons("a")))
    driver.press("tab", "return", "space")
    assert driver.heard.count(Click("a")) == 2


def test_a_group_is_one_stop_with_arrows_inside(drive):
    def make(_):
        cards = [Card(name, id=name, selected=name == "two") for name in ("one", "two", "three")]
        return [*buttons("before"), Column(id="cards", gap=4, grouped=True)[cards], *buttons("after")]

    driver = drive(Shown(make))
    driver.press("tab", "tab")
    assert focus(driver) == "two"
    driver.press("down")
    assert focus(driver) == "three"
    driver.press("tab", "shift+tab")
    assert focus(driver) == "two"
    driver.press("tab", "tab", "tab")
    assert focus(driver) == "two"


def test_arrows_in_a_dial_move_and_space_chooses(drive):
    def dial(screen):
        return [Segmented(("low", "high"), id="dial", value=screen.values.get("dial", "low"))]

    driver = drive(Shown(dial))
    driver.press("tab", "right", "space")
    assert driver.heard[-1] == Choose("dial", "high")
    assert driver.find("dial:high").chosen
    assert focus(driver) == "dial:high"


def test_arrows_in_a_mirrored_dial_follow_what_is_seen(drive):
    from game.ui.kit import Settings

    def dial(_):
        return [Segmented(("low", "high"), id="dial", value="low")]

    driver = drive(Shown(dial), settings=Settings(mirrored=True))
    driver.press("tab", "left")
    assert focus(driver) == "dial:high"


def test_focus_survives_a_rebuild_by_id(drive):
    screen = Shown(lambda shown: buttons(*shown.values.get("names", ["a", "b"])))
    driver = drive(screen)
    driver.press("tab", "tab")
    screen.values["names"] = ["new", "b", "a"]
    screen.refresh()
    driver.step()
    assert focus(driver) == "b"


def test_focus_goes_to_a_neighbour_when_its_widget_is_gone(drive):
    screen = Shown(lambda shown: buttons(*shown.values.get("names", ["a", "b", "c"])))
    driver = drive(screen)
    driver.press("tab", "tab")
    screen.values["names"] = ["a", "c"]
    screen.refresh()
    driver.step()
    assert focus(driver) == "c"


def test_a_key_activates_its_button_from_anywhere(drive):
    driver = drive(Shown(lambda _: [Button("Undo", id="undo", key="u"), *buttons("other")]))
    driver.press("u")
    assert driver.heard == [Click("undo")]


def test_a_key_that_nobody_wants_reaches_the_screen(drive):
    driver = drive(Shown(lambda _: buttons("a")))
    driver.press("n", "ctrl+s")
    assert driver.heard == [Key("n"), Key("ctrl+s")]


def test_letters_typed_into_a_field_are_no_keys(drive):
    def field(screen):
        return [
            TextField(screen.values.get("why", ""), id="why"),
            Button("Undo", id="undo", key="u"),
        ]

    driver = drive(Shown(field))
    driver.click("why")
    driver.press("u", "space")
    assert Click("undo") not in driver.heard


def test_esc_goes_back(drive):
    driver = drive(Shown(lambda _: buttons("a")))
    driver.press("escape")
    assert driver.heard == [Back("")]


def test_a_dialog_holds_focus_keys_and_clicks(drive):
    def make(screen):
        asks = screen.values.get("asks", True)
        below = Column(padding=10)[
            Button("Undo", id="undo", key="u", width=100), Button("x", id="x", width=100)
        ]
        return Stack()[below, Dialog("Sure?", id="sure", buttons=buttons("no", "yes")) if asks else None]

    screen = Shown(make)
    screen.values["asks"] = False
    driver = drive(screen)
    driver.press("tab", "tab")
    screen.values["asks"] = True
    screen.refresh()
    driver.step()
    assert focus(driver) == "no"
    driver.press("tab", "tab", "tab")
    assert focus(driver) == "yes"
    driver.heard.clear()
    driver.press("u")
    driver.click_at(driver.find("undo").rect.center)
    assert [intent for intent in driver.heard if not isinstance(intent, Hover)] == []
    driver.press("escape")
    assert driver.heard[-1] == Back("sure")
    screen.values["asks"] = False
    screen.refresh()
    driver.step()
    assert focus(driver) == "x"


def test_a_disabled_control_can_be_focused_and_says_why(drive):
    driver = drive(Shown(lambda _: [Button("Undo", id="undo", disabled="Nothing is chosen yet.")]))
    driver.press("tab")
    assert "Nothing is chosen" in driver.explanation().text
    driver.press("return")
    assert driver.heard[-1] == Refused("undo", "Nothing is chosen yet.")


def test_focus_scrolls_into_sight(drive):
    names = [f"b{n}" for n in range(60)]
    driver = drive(Shown(lambda _: [ScrollArea(id="area")[Column(gap=4)[buttons(*names)]]]))
    driver.press("shift+tab")
    area, last = driver.find("area"), driver.find("b59")
    assert focus(driver) == "b59"
    assert area.rect.contains(last.rect)


def test_text_that_scrolls_can_be_read_by_keys(drive):
    text = "\n".join(str(n) for n in range(200))
    driver = drive(Shown(lambda _: [Label("above"), ScrollArea(id="area")[Paragraph(text)]]))
    driver.press("tab", "page down")
    assert driver.find("area").offset > 0
    driver.press("end")
    assert driver.find("area").offset == driver.find("area").overflow


def test_enter_after_a_click_means_the_button_that_says_enter(drive):
    driver = drive(Shown(lambda _: [Card("Salvo", id="card"), Button("Commit", id="commit", key="return")]))
    driver.click("card")
    driver.press("return")
    assert driver.heard[-1] == Click("commit")
    driver.press("tab", "tab", "return")
    assert driver.heard[-1] == Click("card")


def test_a_dialog_opens_on_the_button_that_says_enter(drive):
    answers = [Button("No", id="no"), Button("Yes", id="yes", key="return")]
    driver = drive(Shown(lambda _: Stack()[Dialog("Sure?", id="sure", buttons=answers)]))
    assert focus(driver) == "yes"


def test_window_keys_work_in_dialogs_and_fields(drive):
    def make(screen):
        return Stack()[Dialog("Why?", id="ask")[TextField(screen.values.get("why", ""), id="why")]]

    driver = drive(Shown(make))
    driver.press("ctrl+-")
    assert driver.app.settings.scale == 0.85


def keys_shown(driver):
    """The key that the main button goes by now, as it is drawn."""
    driver.step()
    return driver.app.view.memory.enter_taken


def test_the_main_button_goes_by_ctrl_enter_while_enter_is_for_a_card(drive):
    driver = drive(Shown(lambda _: [Card("Salvo", id="salvo"), Button("Commit", id="commit", key="return")]))
    driver.press("tab")
    assert focus(driver) == "salvo"
    assert keys_shown(driver)
    driver.press("return")
    assert Click("salvo") in driver.heard
    assert Click("commit") not in driver.heard
    driver.press("ctrl+return")
    assert Click("commit") in driver.heard
    driver.click("salvo")
    assert not keys_shown(driver)


def test_a_field_of_several_lines_takes_enter_and_one_line_does_not(drive):
    for rows, taken in ((1, False), (3, True)):
        driver = drive(
            Shown(
                lambda _, rows=rows: [TextField("", id="why", rows=rows), Button("Go", id="go", key="return")]
            )
        )
        driver.click("why")
        assert keys_shown(driver) == taken
        driver.press("ctrl+return")
        assert Click("go") in driver.heard
