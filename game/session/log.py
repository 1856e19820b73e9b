"""A game file: scenario, seed and choices, from which the whole game can be played again.

The state is never stored. Each entry carries the hash of the one before it and a digest of the state that it led
to, so that a third party can verify a file, and today's code can tell whether it still plays the same game.
"""

import hashlib
import json
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from game.rules.state import State

FORMAT: Final = "calibrated-game"
VERSION: Final = 2
"""Rises when a file can no longer be read by older code; see docs/saves.md."""

ChosenBy = Literal["person", "computer", "caretaker", "clock"]
"""Who chose; the clock passes for a person whose time ran out."""

Remark = Literal["extend", "reveal", "withdrawn", "undo", "note"]
"""Acts that change no state as they stand in the log; what was taken back is no longer in it."""
Between = Literal["inject", "stop"]
"""Acts that are carried out between two stages, each the last act of an entry of its own."""
ActKind = Remark | Between

_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Line = Annotated[str, Field(max_length=4000)]


class LogModel(BaseModel):
    """A part of a game file: nothing unknown, nothing converted, nothing changed after it is written."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Chosen(LogModel):
    """What one power chose at a stage, who chose it, and why."""

    power: _Line
    options: tuple[_Line, ...]
    by: ChosenBy
    reason: str = Field(default="", max_length=20_000, description="Written by the people who chose.")
    steps: tuple[str, ...] = Field(default=(), description="The reasons that a computer player logged.")


class Act(LogModel):
    """Something that a facilitator did to the game; shown in the debrief."""

    kind: ActKind
    text: _Line = Field(default="", description="Of ``inject`` and ``withdrawn`` the event's id, else words.")


class Entry(LogModel):
    """One stage as it was carried out, or what a facilitator had happen between two stages.

    Powers that are not listed had nothing to decide.
    """

    turn: Annotated[int, Field(ge=1, le=100)]
    stage: Annotated[int, Field(ge=0, le=7)]
    choices: tuple[Chosen, ...] = ()
    acts: tuple[Act, ...] = ()
    state: _Digest = Field(description="Digest of the state after the stage.")
    previous: _Digest
    hash: _Digest = Field(description="Of this entry and the hash before it.")

    @model_validator(mode="after")
    def _chooses_or_intervenes(self) -> Self:
        if self.between and self.choices:
            raise ValueError(f"{self.between.kind} comes between two stages, where nobody chooses")
        return self

    @property
    def between(self) -> Act | None:
        """The act that was carried out in the place of a stage; None if the entry is a stage."""
        last = self.acts[-1] if self.acts else None
        return last if last is not None and last.kind in get_args(Between) else None

    @property
    def stops(self) -> bool:
        """Whether the group ended the game here, before its end."""
        return self.between is not None and self.between.kind == "stop"


class Header(LogModel):
    """What a game begins with; its hash is where the chain of entries starts."""

    engine_version: _Line
    scenario_id: _Line
    scenario_hash: _Digest
    seed: Annotated[int, Field(ge=0, lt=2**64)]
    seats: tuple[_Line, ...]


class GameFile(LogModel):
    """A whole game file."""

    format: Literal["calibrated-game"] = FORMAT
    version: Literal[1, 2] = VERSION
    game: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,80}$", description="Name of the game among saves.")]
    generation: Annotated[int, Field(ge=0)] = Field(default=0, description="How often the game was saved.")
    header: Header
    scenario: str = Field(description="The whole scenario as canonical JSON.")
    entries: tuple[Entry, ...]
    pending: tuple[Chosen, ...] = Field(description="Committed at a stage that waits for others.")
    pending_acts: tuple[Act, ...] = ()
    time_left: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Seconds that the clock left for the first decision that is waited for."
    )
    over: bool = Field(
        default=False, description="Whether the game had ended: what lists of games say of it."
    )

    @field_validator("pending_acts")
    @classmethod
    def _carried_out(cls, acts: tuple[Act, ...]) -> tuple[Act, ...]:
        waiting = next((act.kind for act in acts if act.kind in get_args(Between)), "")
        if waiting:
            raise ValueError(f"{waiting} is carried out at once and never waits")
        return acts


def canonical(value: Any) -> str:
    """A value as the one JSON text that stands for it."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def text_hash(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def state_digest(state: State) -> str:
    """The SHA-256 of a state: turn, stage and the rows of its block as little-endian 32-bit integers."""
    start = f"{state.turn}/{int(state.stage)}/".encode()
    return hashlib.sha256(start + state.block.astype("<i4").tobytes()).hexdigest()


def first_link(header: Header) -> str:
    """The hash that the first entry follows."""
    return text_hash(canonical(header.model_dump(mode="json")))


def link(entry: Entry) -> str:
    """The hash that an entry ought to carry."""
    return text_hash(canonical(entry.model_dump(mode="json", exclude={"hash"})))


def linked(
    turn: int, stage: int, choices: tuple[Chosen, ...], acts: tuple[Act, ...], state: str, previous: str
) -> Entry:
    """An entry with its hash."""
    entry = Entry(
        turn=turn, stage=stage, choices=choices, acts=acts, state=state, previous=previous, hash="0" * 64
    )
    return entry.model_copy(update={"hash": link(entry)})


def broken_link(file: GameFile) -> int | None:
    """The place of the first entry that does not follow from what stands before it; none if the chain holds."""
    previous = first_link(file.header)
    for place, entry in enumerate(file.entries):
        if entry.previous != previous or entry.hash != link(entry):
            return place
        previous = entry.hash
    return None
