"""Names in the reasons of computer players: ids in braces, for they know no names; ``session.naming`` puts these in."""

from game.rules.tracks import Axis


def marked(entry: str, axis: Axis | None = None) -> str:
    """The place of a name: of an option by its key or of an actor by its id; of anything else with its axis."""
    return f"{{{entry}}}" if axis is None else f"{{{axis}={entry}}}"
