"""The tables that a scenario is compiled into: everything that a game needs besides its state.

Everybody takes them from here; each module beside this one holds the tables of one part.
"""

from game.rules.tables.arms import Assets, Defences, Munitions, TargetClasses
from game.rules.tables.kinds import ANSWERS, OFFERS, ORDER_SLOTS, Ending, Label, Reply, Slot, Stage, slots_of
from game.rules.tables.options import PASSES, Needs, Options, Runs, SlotNeeds
from game.rules.tables.rules import SCENARIOS, Assumptions, Rules
from game.rules.tables.world import Events, Fronts, Lines, Mandates, Partners, Promises, Talks

__all__ = [
    "ANSWERS",
    "OFFERS",
    "ORDER_SLOTS",
    "PASSES",
    "SCENARIOS",
    "Assets",
    "Assumptions",
    "Defences",
    "Ending",
    "Events",
    "Fronts",
    "Label",
    "Lines",
    "Mandates",
    "Munitions",
    "Needs",
    "Options",
    "Partners",
    "Promises",
    "Reply",
    "Rules",
    "Runs",
    "Slot",
    "SlotNeeds",
    "Stage",
    "Talks",
    "TargetClasses",
    "slots_of",
]
