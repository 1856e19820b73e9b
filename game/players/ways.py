"""What a government may turn to besides its doctrines: a way of its own for computer players that look to the end."""

from dataclasses import replace

from game.players.doctrine import Aim, Doctrine

_NAME = "one that answers every blow in measure"


def measured(mind: Doctrine) -> Doctrine:
    """A doctrine with this one's values that lets no blow pass, waits for nobody's word, and shuns risks.

    Shipped doctrines wait, hold and hope in some measure. Against rivals that strike at every turn and listen to
    nobody that is a loss, and whoever weighs ways to go on should have one for it.
    """
    return replace(
        mind,
        name=_NAME,
        aim=Aim.BALANCE,
        audience_sensitivity=100,
        risk_tolerance=min(mind.risk_tolerance, 25),
        patience=0,
        trust_in_mediators=0,
    )
