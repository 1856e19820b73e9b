"""What a lesson around a game needs on paper: roles in a team, ground rules, questions, and what is never graded.

The teacher's guide says the same in the same words where it says it at all; a test holds the two together.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class TeamRole:
    """Somebody in a team, and what that person sees to."""

    name: str
    duty: str


TEAM: Final = (
    TeamRole(
        "Head of government",
        "Hears everybody, decides last, and says the decision in one sentence.",
    ),
    TeamRole(
        "Military",
        "Says what an order takes, what it would hit and what can come back; watches readiness and munitions.",
    ),
    TeamRole(
        "Diplomat",
        "Speaks for the other side: how will they read this? Keeps lines, promises and assurances in mind.",
    ),
    TeamRole(
        "Public and families",
        "Speaks for people at home and across the border, and reads out the toll. "
        "Must speak before orders are closed.",
    ),
    TeamRole(
        "Recorder",
        "Writes down why, and what the others should understand; sees that nobody is passed over.",
    ),
)
"""A team of five. In a smaller one somebody takes two, but nobody beside *public and families*."""

SMALLER: Final = (
    "Four of you: the diplomat records. Three: the military is the diplomat as well, and the head of government "
    "records. Public and families is nobody's second role."
)

SPARE: Final = (
    TeamRole(
        "Mediators",
        "Carry offers between teams before orders are closed, and tell each only what the other let them tell. "
        "They take no side; what they bring about stands once a team orders it.",
    ),
    TeamRole(
        "Press",
        "Write after each turn what happened, in three sentences, and read them aloud. They report what everybody "
        "was told and what each side says of it.",
    ),
    TeamRole(
        "Humanitarian desk",
        "Reads out the toll after each turn, every people in turn and none left out, and asks who was not spoken "
        "of.",
    ),
)
"""What students do who are in no team."""

SPARE_KNOW: Final = (
    "You know what everybody knows, and may watch the page of that name between two teams. "
    "Nobody need tell you more."
)

PLAIN_WORDS: Final = (
    "Plain words, the same for everybody: killed, struck, fired at. Say who did it, or that nobody claims it. Where "
    "accounts differ, say what each side says. Count the dead of every side."
)
"""How press and desk write: as the texts of the scenarios do."""

GROUND_RULES: Final = (
    "We play governments, not people.",
    "Nobody speaks for a country in this room.",
    "Roles are by lot, and anybody may swap without a reason. Nobody plays their own state unless they ask.",
    "Public and families must speak before orders are closed.",
    "The toll is shown because it is what is at stake; it is nobody's score, and we do not joke about it.",
    "Anybody may stop.",
)

STEP_OUT: Final = "Say your own name, and one thing that you would never have ordered."
"""How everybody leaves the role before the debrief begins."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the debrief, and the pages of it that help to answer."""

    asked: str
    pages: str
    then: str
    """What to go on with."""


QUESTIONS: Final = (
    Question(
        "How was it?", "none: let them talk first", "When was it hardest? What did you feel as it ended?"
    ),
    Question(
        "What happened?",
        "Decisions, Fronts",
        "Where did it turn? What did you know then, and what did you write?",
    ),
    Question(
        "What did you learn?",
        "Meant and understood, Owed, Beliefs, Toll",
        "What was meant, and what was understood? Who paid for the difference?",
    ),
    Question(
        "How does it relate?",
        "History",
        "What did happen that is like it? What was chosen there, and what was known?",
    ),
    Question(
        "What if?", "What if, Luck", "Which one decision would you change, and what would it have changed?"
    ),
    Question(
        "What next?",
        "Assumptions",
        "On which assumption does your conclusion rest, and who disputes it?",
    ),
)
"""The six questions of the debrief, in their order."""

REFLECTION: Final = (
    "Which moment do I still think of? What did I feel then, and what do I feel now?",
    "Whom did we think of least when we decided? What would they have said?",
    "What did I argue for in my role that I do not believe?",
    "What did the other side understand that we never meant? Do I know that from elsewhere?",
    "What do I think otherwise than before, and what do I want to find out?",
)
"""What everybody may write about for themselves; nobody collects it."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that written work about a game may be marked by."""

    name: str
    strong: str
    """What it is where it is strong."""


RUBRIC: Final = (
    Criterion(
        "clarity of aims", "Aims are named before orders are, weighed against each other, and kept to."
    ),
    Criterion(
        "reading of the other side",
        "Says how others would read an act, from what they knew, and looks again.",
    ),
    Criterion(
        "words and acts that agree",
        "What is declared, promised and done fits together, or the break is faced.",
    ),
    Criterion(
        "harm to civilians considered", "Harm on every side is named beforehand and changes what is ordered."
    ),
    Criterion("evidence in the reasons", "Reasons rest on what was known then, and say how sure that was."),
    Criterion(
        "criticism of the model",
        "Names an assumption, says who disputes it, and what would follow without it.",
    ),
)

LEVELS: Final = ("missing", "begun", "sound", "strong")
"""The levels of each criterion, from the lowest."""

NEVER: Final = "Never grade the score."

CONTACTS: Final = (
    "Your instructor, after the lesson",
    "Somebody else whom you trust here",
    "Counselling or student advice",
    "A helpline that anybody can call",
    "For people with family or friends there",
    "If you were insulted or threatened",
    "In an emergency",
)
"""Whom one may turn to; names and numbers are filled in by the instructor."""
