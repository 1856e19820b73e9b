"""A whole game in the terminal."""

from collections.abc import Callable

from game.errors import CalibratedError
from game.rules.choices import IllegalChoice
from game.rules.tables import Slot, Stage
from game.session.counsel import Advisers
from game.session.draft import Draft
from game.session.foresight import Foresight
from game.session.intents import intents
from game.session.kept import KeptGame
from game.text import debrief, pages
from game.text.choosing import Chooser, Undone
from game.text.facilitating import Facilitating, Moved
from game.text.forecast import forecast
from game.text.keeping import offer_report
from game.text.luck import luck, luck_of
from game.text.position import Line, date_and_turn, position
from game.text.terminal import Terminal
from game.text.waiting import wait


class Quit(Exception):
    """The player stops here; the game is saved."""


class TextGame:
    """Plays a kept game through a terminal until it is over, or the player quits, or the answers run out."""

    def __init__(self, kept: KeptGame, terminal: Terminal) -> None:
        self._kept = kept
        self._session = kept.session
        self._terminal = terminal
        self._told: dict[int, int] = {}
        self._at_the_screen: int | None = None
        self._warned = ""
        self._draft: Draft | None = None
        self._foresight: Foresight | None = None
        self._advisers: Advisers | None = None

    def play(self) -> None:
        """Play to the end. Raises Quit or InputEnded when the player stops before it."""
        self._terminal.say(*pages.opening(self._session))
        self._work()
        while self._session.waiting:
            self._take_turn(self._session.waiting[0])
            self._work()
        self._terminal.say(*debrief.ending(self._session))
        if self._session.over:
            self._terminal.say(*debrief.debriefed(self._session))
            told = luck_of(self._session, self._terminal)
            self._terminal.say(*(luck(told) if told else ()))
            offer_report(self._kept, told, self._terminal)

    def _work(self) -> None:
        self._warn()
        wait(self._kept.work(), self._session.hurry, self._terminal)
        self._warn()

    def _warn(self) -> None:
        """Say once what is to be known of saving: that it begins to fail, or that the game goes on elsewhere, too."""
        if self._kept.warning and self._kept.warning != self._warned:
            self._terminal.say(self._kept.warning)
        self._warned = self._kept.warning

    def _take_turn(self, seat: int) -> None:
        self._sit_down(seat)
        self._tell_news(seat)
        draft = self._draft = self._session.draft(seat)
        while True:
            try:
                self._fill(seat, draft)
                self._kept.commit(seat, draft.keys(), self._confirm(seat, draft))
            except Undone:
                self._undo(draft)
            except IllegalChoice as refusal:
                self._terminal.refuse(str(refusal))
            except Moved:
                self._get_up()
                return
            else:
                return

    def _get_up(self) -> None:
        """After an act of a facilitator: whoever comes next is told what is new from where the game stands now."""
        self._warn()
        self._told = {seat: min(told, len(self._session.reports)) for seat, told in self._told.items()}
        self._at_the_screen = None

    def _sit_down(self, seat: int) -> None:
        """Between people the screen is cleared, and nothing is shown until the next one is there."""
        if self._at_the_screen == seat:
            return
        name = self._session.wording.actor(seat)
        if len(self._session.seats.people) > 1:
            self._terminal.hide()
            if self._terminal.interactive:
                self._terminal.ask(f"{name}, please. Press Enter when nobody else is looking.")
        if seat not in self._told:
            government = self._session.wording.government(self._session.seats.seats[seat].power)
            self._terminal.say(f"You are the {government}.", *pages.briefing(self._session, seat))
        self._at_the_screen = seat

    def _tell_news(self, seat: int) -> None:
        reports = self._session.reports[self._told.get(seat, 0) :]
        self._told[seat] = len(self._session.reports)
        bulletin = list(pages.bulletin(self._session, reports, seat))
        changes = list(pages.own_changes(self._session, reports, seat))
        if bulletin:
            self._terminal.say("", "Since your last choice:", *bulletin)
        if changes:
            self._terminal.say("Your own numbers:", *changes)
        stage = self._session.wording.stage(self._session.stage)
        self._terminal.say(
            "", f"{date_and_turn(self._session)}: {stage}. {self._session.wording.actor(seat)}."
        )
        if self._session.stage is Stage.ORDERS:
            self._say_position(seat)
            self._terminal.say(*intents(self._session))
            self._terminal.say(
                "", "Type why and a number in brackets for what changed it, help for what else you may type."
            )
        else:
            self._terminal.say("Type position for the numbers, help for what else you may type.")

    def _say_position(self, seat: int) -> None:
        for number, line in enumerate(position(self._session, seat), start=1):
            self._terminal.say(_numbered(number, line))

    def _fill(self, seat: int, draft: Draft) -> None:
        while draft.unfilled:
            slot = draft.unfilled[0]
            menu, left = draft.menu(slot), draft.left(slot)
            if sum(card.legal for card in menu.cards) == 1:
                self._pass_unasked(draft, slot)
                continue
            chooser = Chooser(
                self._terminal, lambda question: self._ask(seat, question), self._session.wording
            )
            draft.choose(slot, chooser.choose(menu, left))

    def _pass_unasked(self, draft: Draft, slot: Slot) -> None:
        menu = draft.menu(slot)
        first = menu.cards[0]
        self._terminal.say("", f"{menu.name}: {first.name}, as nothing else may be chosen now.")
        draft.fill_without_undo(slot, first.choices[0])

    def _confirm(self, seat: int, draft: Draft) -> str:
        """The reasons that are written with a commit."""
        self._terminal.say("", "Your choices:")
        for slot in draft.slots:
            self._terminal.say(f"- {draft.menu(slot).name}: {draft.chosen[slot].words}")
        while True:
            word, _, reason = self._ask(seat, "commit (with your reasons, if you like) or undo?").partition(
                " "
            )
            if word.lower() == "commit":
                return reason.strip()
            self._terminal.refuse(f"{word!r} is neither commit nor undo.")

    def _undo(self, draft: Draft) -> None:
        if not draft.undo():
            self._terminal.refuse("There is nothing to take back.")

    # --- commands that every prompt understands ----------------------------------------------------------

    def _ask(self, seat: int, question: str) -> str:
        while True:
            answer = self._terminal.ask(question)
            if not self._command(seat, answer):
                return answer

    def _command(self, seat: int, answer: str) -> bool:
        """Carry out a general command; whether the answer was one."""
        word, _, rest = answer.partition(" ")
        match word.lower():
            case "undo":
                raise Undone
            case "quit":
                raise Quit
        command = self._commands(seat, rest.strip()).get(word.lower())
        if command is not None:
            self._carry_out(command)
        return command is not None

    def _carry_out(self, command: Callable[[], None]) -> None:
        """Carry out a command that changes nothing of the game; Ctrl-C gives it up."""
        try:
            command()
        except KeyboardInterrupt:
            self._terminal.say("", "Given up. Nothing has changed.")

    def _commands(self, seat: int, rest: str) -> dict[str, Callable[[], None]]:
        say, session = self._terminal.say, self._session
        return {
            "help": lambda: say(*pages.HELP),
            "position": lambda: self._say_position(seat),
            "briefing": lambda: say(*pages.briefing(session, seat)),
            "rules": lambda: say(*pages.rules(session)),
            "forecast": self._forecast,
            "advice": lambda: self._advice(seat),
            "log": lambda: say(*pages.bulletin(session, session.reports, seat)),
            "why": lambda: self._why(seat, rest),
            "save": lambda: self._save(rest),
            "facilitator": lambda: Facilitating(self._kept, self._terminal).carry_out(rest),
        }

    def _forecast(self) -> None:
        if self._draft is None or self._session.stage is not Stage.ORDERS:
            self._terminal.refuse("A forecast is made of orders, not of answers in an exchange.")
            return
        self._foresight = self._foresight or Foresight(self._session)
        self._terminal.say(*forecast(self._session, self._foresight, self._draft))

    def _advice(self, seat: int) -> None:
        if self._draft is None:
            return
        if self._terminal.interactive:
            self._terminal.say("The advisers weigh your position. Ctrl-C gives it up.")
        self._advisers = self._advisers or Advisers(self._session)
        self._terminal.say(*pages.advice(self._advisers.heard(seat, self._draft.keys())))

    def _why(self, seat: int, number: str) -> None:
        lines = position(self._session, seat)
        if not number.isdecimal() or not 1 <= int(number) <= len(lines) or lines[int(number) - 1].row < 0:
            self._terminal.refuse("Which number? Type why and the number in brackets before it, as in: why 2")
            return
        line = lines[int(number) - 1]
        causes = pages.reasons(self._session, seat, line.row)
        self._terminal.say(line.text, *(causes or ["Nothing that you know of has changed it yet."]))

    def _save(self, name: str) -> None:
        try:
            path = self._kept.save_as(name or self._kept.name)
        except CalibratedError as error:
            self._terminal.refuse(str(error))
        else:
            self._terminal.say(f"Saved as {path}")


def _numbered(number: int, line: Line) -> str:
    return f"[{number}] {line.text}" if line.row >= 0 else line.text
