"""The game as an environment for learning players, by the interface of PettingZoo; needs the extra ``env``."""

from game.env.deterrence import Deterrence, env

__all__ = ["Deterrence", "env"]
