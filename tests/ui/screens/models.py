"""View models to show the screens with: long names and texts on purpose."""

from game.ui.screens.briefing import BriefingModel, FrontLine, Mandate, OwnNumber
from game.ui.screens.seats import DoctrineCard, LevelCard, MechanismCard, PowerSeat, SeatsModel

SENTENCE = "Your government says that it seeks no wider war, and that a blow without an answer would invite the next."

DOCTRINES = (
    DoctrineCard("calm", "Restraint", "Lets time pass and takes a promise if the mediator's word is good."),
    DoctrineCard("even", "Balance", "Answers what is owed with about as much, and says that it is over."),
)
SEATS = SeatsModel(
    "The border",
    (
        PowerSeat("north", "Northland", "", "You are the cabinet of Northland.", DOCTRINES),
        PowerSeat("south", "Southland", "", "You are the cabinet of Southland.", DOCTRINES, "even"),
        PowerSeat("lake", "Lakeland", "", "You are the cabinet of Lakeland.", DOCTRINES, "calm"),
    ),
    (
        LevelCard(
            "easy", "Easy", "Acts as its doctrine says, and lets you see beforehand what it means to do."
        ),
        LevelCard("hard", "Hard", "Plays its best drafts out to the end of the game, and shows nothing."),
    ),
    mechanisms=(
        MechanismCard("memory", "Past behaviour is remembered by everybody", True, SENTENCE, SENTENCE),
        MechanismCard("fall", "Blows bring governments down", False, SENTENCE, SENTENCE),
    ),
)
BRIEFING = BriefingModel(
    government="The northern government",
    flag="",
    scenario="The border",
    dates="1 to 5 March 2030",
    decision=SENTENCE,
    role=SENTENCE * 2,
    situation=SENTENCE * 3,
    reasons=SENTENCE * 3,
    audiences=SENTENCE * 2,
    mandates=(Mandate(SENTENCE), Mandate(SENTENCE), Mandate(SENTENCE, secret=True)),
    own=(OwnNumber("Standing", "5.6 of 10", SENTENCE), OwnNumber("Readiness", "4.0 of 6", SENTENCE)),
    fronts=tuple(
        FrontLine(f"The front with a long name, number {number}", number, "line-crossing")
        for number in range(6)
    ),
    known=(SENTENCE, SENTENCE),
)
