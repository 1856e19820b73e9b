"""What an option that is no strike is for, read from its data: the grounds on which it is given.

Computer players name them beside what they choose. A phrase follows "→ option", as in "to be ready for a blow".
"""

from game.rules.tables import Rules

_RAISED = {
    "act": "to press on a front without a strike",
    "alert": "so that more of a salvo is intercepted",
    "shield": "so that salvos are intercepted together",
    "sheltered": "so that fewer people are harmed",
    "readiness": "to have readiness for more",
    "sweep": "to find what others have prepared",
    "warning": "to see sooner what is coming",
    "penetration": "to learn more from inside",
    "presence": "to stand by a client",
    "backing": "to stand by its clients",
    "aid": "to keep a partner loyal and able to act",
    "capacity": "to keep a partner able to act",
    "loyalty": "to keep a partner loyal",
    "cohesion": "to hold its camp together",
    "alignment": "to win a neighbour over",
    "legitimacy": "to be seen well abroad",
    "transparency": "to let others see more of the nuclear programme",
    "nuclear": "to move the nuclear programme forward",
    "inducement": "to keep an armed group quiet",
    "leverage": "to gain leverage in talks",
    "standing": "to hold on to office",
    "asset_progress": "to have it when it is needed",
}
"""What an order is for that raises a track; what comes first counts first."""

_LOWERED = {
    "owed": "so that less is owed between them",
    "market": "to calm the market",
    "nuclear": "to slow the nuclear programme",
    "grievance": "to soothe a grievance",
    "capacity": "to wear an armed group down",
}
"""The same for one that lowers a track."""

_WORDS = (
    ("line", "to deter"),
    ("retires", "to be bound no longer"),
    ("promise", "to keep another power from striking"),
    ("broker", "to move talks"),
    ("ask_act", "to answer through a partner"),
    ("ask_restraint", "to keep a partner quiet"),
    ("presses", "to restrain a client"),
    ("restrains", "to restrain a client"),
    ("assures", "so that no more than that is feared of it"),
    ("claims", "to have an act counted as its own"),
    ("denies", "to have an act not counted as its own"),
    ("concludes", "to close the matter with this blow"),
    ("appeals", "to be paid without force"),
    ("asset", "to have it when it is needed"),
)
"""What an order is for that names somebody or something in one of these columns of the options."""

_CREDITS, _DISOWNS = (
    "to take its partners' acts upon itself",
    "not to answer for its partners' acts",
)


def grounds(rules: Rules, option: int) -> str:
    """What an option that is no strike is given for; empty for one that does nothing."""
    options = rules.options
    for column, phrase in _WORDS:
        if getattr(options, column)[option] >= 0:
            return phrase
    if options.holds[option]:
        return "to be paid by a promise, without force"
    if options.asks_all[option]:
        return "to answer through its partners"
    if options.credits[option]:
        return _CREDITS if options.credits[option] > 0 else _DISOWNS
    return _of_shifts(rules, option)


def _of_shifts(rules: Rules, option: int) -> str:
    shifts = zip(
        rules.options.shift_row[option].tolist(), rules.options.shift_by[option].tolist(), strict=True
    )
    moved = [(rules.layout.entries(row)[0].name, by) for row, by in shifts if row >= 0 and by]
    lowers = [phrase for track, phrase in _LOWERED.items() if any(t == track and by < 0 for t, by in moved)]
    raises = [phrase for track, phrase in _RAISED.items() if any(t == track and by > 0 for t, by in moved)]
    return next(iter(lowers + raises), "")
