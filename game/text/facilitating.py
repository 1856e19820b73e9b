"""The facilitator's acts in the terminal: ``facilitator`` and what to do, asked once more before it is done."""

from collections.abc import Callable, Iterator

from game.session.acts import DOES, GIVEN_BACK, NO_EVENTS, NOTHING_CHOSEN
from game.session.facilitator import LONGEST_NOTE, Facilitator, Possible, WayBack
from game.session.kept import KeptGame
from game.text.terminal import Terminal

_HELP = (
    "For whoever leads the group. Every act is asked once more, logged, saved at once and told in the debrief.",
    "facilitator note TEXT         write a line for the debrief",
    "facilitator give back POWER   let a power that has committed decide again",
    "facilitator take back         back to the last decision; take back turn: to the start of the last turn",
    "facilitator event             the events of this scenario; event NUMBER: have it happen now",
    "facilitator true values       show what is hidden, to everybody at the screen",
    "facilitator end               end the game here: to the debrief",
)


class Moved(Exception):
    """A facilitator brought the game elsewhere; it is played on from there."""


class Facilitating:
    """Carries out what stands after the word ``facilitator``."""

    def __init__(self, kept: KeptGame, terminal: Terminal) -> None:
        self._session, self._terminal = kept.session, terminal
        self._facilitator = Facilitator(kept)

    def carry_out(self, told: str) -> None:
        """Carry an act out, or say what there is. Raises Moved where the game then stands elsewhere."""
        acts: dict[str, Callable[[str], None]] = {
            "note": self._note,
            "give back": self._give_back,
            "take back": self._take_back,
            "event": self._event,
            "true values": self._reveal,
            "end": self._end,
        }
        meant = next((act for act in acts if f"{told.lower()} ".startswith(f"{act} ")), None)
        if meant is not None:
            acts[meant](told[len(meant) :].strip())
        elif told:
            self._terminal.refuse(
                f"{told!r} is nothing that a facilitator does. Type facilitator alone for what there is."
            )
        else:
            self._terminal.say(*_HELP)

    def _note(self, text: str) -> None:
        if not text or len(text) > LONGEST_NOTE:
            self._terminal.refuse(f"Write 1 to {LONGEST_NOTE} letters after note.")
            return
        self._facilitator.note(text)
        self._terminal.say("Written down.")

    # --- taking back -----------------------------------------------------------------------------------

    def _give_back(self, power: str) -> None:
        names = {self._session.wording.actor(seat).lower(): seat for seat in self._facilitator.committed}
        seat = names.get(power.lower())
        if seat is None:
            known = ", ".join(self._session.wording.actor(each) for each in names.values()) or "nobody"
            self._terminal.refuse(f"Whose choices? Committed at this stage: {known}.")
            return
        does = GIVEN_BACK.format(power=self._session.wording.actor(seat))
        logged = self._facilitator.told("undo", self._facilitator.committed_by(seat))
        self._move(does, logged, lambda: self._facilitator.hand_back(seat))

    def _take_back(self, how_far: str) -> None:
        way = self._way_back(how_far)
        if way is not None:
            does = f"Back to {way.place}: undoes {way.undoes}. {DOES['undo']}"
            logged = self._facilitator.told("undo", self._facilitator.taken_back(way))
            self._move(does, logged, lambda: self._facilitator.take_back(way))

    def _way_back(self, how_far: str) -> WayBack | None:
        ways = self._facilitator.ways_back
        if not ways:
            self._terminal.refuse(NOTHING_CHOSEN)
            return None
        if how_far.lower() not in ("", "turn"):
            self._terminal.refuse("Type take back, or take back turn.")
            return None
        return ways[-1] if how_far else ways[0]

    # --- events, true values, the end --------------------------------------------------------------------

    def _event(self, number: str) -> None:
        events = self._facilitator.events
        if not number:
            self._terminal.say(DOES["inject"], *_listed(events))
        elif number.isdecimal() and 1 <= int(number) <= len(events):
            self._inject(events[int(number) - 1])
        else:
            self._terminal.refuse(f"{number!r} is no event. Type facilitator event for their numbers.")

    def _inject(self, event: Possible) -> None:
        if event.refusal:
            self._terminal.refuse(f"{event.name}: {event.refusal}")
            return
        does = f"{event.text} Brings: {'; '.join(event.brings)}."
        logged = self._facilitator.told("inject", event.id)
        self._move(does, logged, lambda: self._facilitator.inject(event.id))

    def _reveal(self, _: str) -> None:
        if self._confirmed(DOES["reveal"], self._facilitator.told("reveal")):
            for power in self._facilitator.reveal():
                self._terminal.say(
                    "", f"{power.name}:", *(f"- {name}: {value}" for name, value in power.values)
                )

    def _end(self, _: str) -> None:
        self._move(DOES["stop"], self._facilitator.told("stop"), self._facilitator.stop)

    def _move(self, does: str, logged: str, act: Callable[[], None]) -> None:
        if self._confirmed(does, logged):
            act()
            raise Moved

    def _confirmed(self, does: str, logged: str) -> bool:
        self._terminal.say(does, f"The debrief will say: {logged}")
        return self._terminal.ask("Type yes to do it, or no:").lower() in ("yes", "y")


def _listed(events: tuple[Possible, ...]) -> Iterator[str]:
    for number, event in enumerate(events, start=1):
        brings = f" Brings: {'; '.join(event.brings)}." if event.brings else ""
        yield f"{number}. {event.name}: {event.text}{brings}{f' [{event.refusal}]' if event.refusal else ''}"
    if not events:
        yield NO_EVENTS
