"""A screen on which one person decides: orders and dials are picked, taken back, and committed with a reason."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.rules.tables import Slot
from game.session.wording import begun
from game.ui.kit import (
    Back,
    Button,
    Chip,
    Choose,
    Click,
    Intent,
    Item,
    Label,
    Paragraph,
    Row,
    Spacer,
    Toggle,
    Widget,
    Write,
    walk,
)
from game.ui.map.aims import Aim
from game.ui.play.advice import Advise, Hearing
from game.ui.play.clock import Clock
from game.ui.play.commit import CommitDialog
from game.ui.play.decision import Decision
from game.ui.play.outlook import Foresee, LookOn
from game.ui.play.position import Position, Reading, spendable
from game.ui.play.surroundings import Surroundings
from game.ui.play.theatre import Theatre

ADVISERS = ("advisers", "Advisers", "what each doctrine would do, and why", "a")
"""The line that opens what the advisers say, as ``part_line`` takes it."""


@dataclass
class Habits:
    """What a person set about deciding, kept from screen to screen."""

    warns: bool = True
    """Whether a commit names what is left unused."""


@dataclass(frozen=True)
class Wiring:
    """What a deciding screen needs besides the position: the draft, the map, and whom to tell.

    ``on_commit`` gets the option keys and the written reason.
    """

    decision: Decision
    theatre: Theatre
    on_commit: Callable[[tuple[str, ...], str], None]
    on_menu: Callable[[], None]
    habits: Habits
    foresee: Foresee
    look_on: LookOn
    advise: Advise
    intents: tuple[str, ...] = ()
    """What other governments let everybody see of their orders."""
    clock: Clock | None = None


class Deciding(Surroundings):
    """The base of planning, answering, offering and the brink."""

    question = "Commit?"
    button = "Commit"

    def __init__(self, position: Position, wiring: Wiring) -> None:
        super().__init__(position, wiring.theatre, wiring.on_menu, wiring.clock)
        self.decision, self.on_commit, self.habits = wiring.decision, wiring.on_commit, wiring.habits
        self.asking: CommitDialog | None = None
        self.opened: Slot | None = None
        self.opened_part = ""
        self.hearing = Hearing(wiring.advise)
        self.reason = ""

    @abstractmethod
    def name_of(self, slot: Slot) -> str:
        """What the slot is called in the summary before a commit."""

    def own(self) -> Sequence[Reading]:
        """Attention and readiness as the draft leaves them."""
        attention, readiness = self.decision.means_left()
        return self.position.own_left(attention, readiness)

    def dialog(self) -> Widget | None:
        """The question before the commit."""
        if self.asking is None:
            return None
        time = self.clock.line() if self.clock is not None else None
        return self.asking.widget(self.reason, warns=self.habits.warns, time=time)

    def commit_row(self) -> Widget:
        """Undo and commit."""
        undone = "" if self.decision.can_undo else "Nothing to undo: nothing was chosen yet."
        return Row(gap=8)[
            Button("Undo", id="undo", key="u", disabled=undone),
            Button(self.button, id="commit", key="return", kind="primary", weight=1, disabled=self.refusal),
        ]

    @property
    def refusal(self) -> str:
        """Why nothing can be committed yet; empty if it can."""
        return ""

    def meant(self, intent: Intent) -> None:
        """First what is meant for the question before the commit, then for the draft."""
        if not self._answered(intent):
            self.picked(intent)

    def picked(self, intent: Intent) -> None:
        """Chooses orders, turns dials, takes back."""
        match intent:
            case Click("undo"):
                self.decision.undo()
            case Click("advisers"):
                self.open_part("advisers")
            case Click("desk:list" as id):
                came_from = f"order:{self.opened.name}:" if self.opened is not None else "order:"
                self.opened = None
                self.lead_by_key(id, came_from)
            case Click(id) if id.startswith("order:"):
                self._choose(*id.removeprefix("order:").split(":"))
                if self.opened is not None:
                    self.lead_by_key(id, "dial:")
            case Choose(id, value) if id.startswith("dial:"):
                slot, parameter = id.removeprefix("dial:").split(":")
                self.decision.turn(Slot[slot], parameter, value)

    # --- parts that open in the place of the choices -----------------------------------------------------

    def open_part(self, part: str) -> None:
        """Opens a part, or closes the one that is open; advisers are heard beside the draft as it stands."""
        self.opened_part = "" if self.opened_part == part else part
        if self.opened_part == "advisers":
            self.hearing.hear(self.app, self.decision.keys(), self.refresh)

    def part_line(self, part: str, name: str, told: str, key: str) -> Widget:
        """A line that opens a part of the panel."""
        return Item(id=part, key=key, selected=self.opened_part == part, padding=6, weight=0 if told else 1)[
            Label(name, role="strong"),
            Paragraph(told, role="small", lines=1, weight=1) if told else Spacer(),
            Chip(key.upper()),
        ]

    def animate(self, dt: float) -> bool:
        """Brings the map up to date; awake while the advisers think."""
        moving = super().animate(dt)
        return moving or self.hearing.working

    def aims(self) -> Sequence[Aim]:
        """Where the strikes go that are drafted."""
        return self.decision.aims

    def closing(self) -> None:
        """Gives the advisers up."""
        super().closing()
        self.hearing.close()

    def lead_by_key(self, activated: str, to: str) -> None:
        """Moves the focus to the first widget whose id begins with ``to``, if ``activated`` was so by keyboard.

        Whoever opens something by a key wants to go on inside, not to go past everything that stands before it.
        """
        memory = self.app.view.memory
        if memory.focus == activated and not memory.by_keyboard:
            return
        found = [each for each in walk(self.app.view.scope) if each.focusable and each.id.startswith(to)]
        if found:
            first = next((each for each in found if each.chosen), found[0])
            self.app.view.focus(first.id, by_keyboard=True)

    def _answered(self, intent: Intent) -> bool:
        match intent:
            case Click("commit"):
                self.asking = CommitDialog(
                    self.question, self._summary(), self._unused(), self.decision.law_of_war
                )
            case Click("commit:stay") | Back("commit:sure"):
                self.asking = None
            case Click("commit:go"):
                self.asking = None
                self.on_commit(self.decision.keys(), self.reason.strip())
            case Write("commit:reason", text):
                self.reason = text
            case Toggle("commit:warns", on):
                self.habits.warns = not on
            case Toggle("commit:harm", on) if self.asking is not None:
                self.asking.confirmed = on
            case _:
                return False
        return True

    def _choose(self, slot_name: str, order: str) -> None:
        slot = Slot[slot_name]
        self.decision.choose_order(slot, order)
        card = self.decision.card(slot)
        if card is not None and card.order == order and card.parameters:
            self.opened = slot

    def _summary(self) -> list[tuple[str, str]]:
        chosen = ((slot, self.decision.chosen(slot)) for slot in self.decision.slots)
        return [(self.name_of(slot), begun(choice.words) if choice else "Nothing") for slot, choice in chosen]

    def _unused(self) -> list[str]:
        names = [self.name_of(slot) for slot in self.decision.unused]
        if not names:
            return []
        attention, readiness = self.decision.means_left()
        left = [
            f"{attention} attention" if attention else "",
            f"{spendable(readiness)} readiness" if readiness else "",
        ]
        told = f"Nothing is chosen for: {', '.join(names)}."
        return [told, f"Left: {', '.join(filter(None, left))}."] if any(left) else [told]
