"""Strikes of one step as a list of events: who hits whom, with what, and what came of it.

Most powers do not strike in most games of a batch, so strikes are kept as flat lists of events rather than as
arrays over all games. How they begin is in ``launches``.
"""

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Generic, NamedTuple, Self, TypeVar

import numpy as np

from game.rules.arrays import BoolArray, IntArray, entries, mask, places, where
from game.rules.tables import SCENARIOS, Rules

_N = TypeVar("_N")


class Taken(NamedTuple, Generic[_N]):
    """How strikes were taken by whom they hit, hundredths: an array ``[strike]`` each, or the numbers of one.

    The first six are the injury as it stood after each of the rules that weigh it (rules.md §5, §7).
    """

    landed: _N
    """By how much of it got through."""
    biased: _N
    """By how much dearer a side books its own injuries."""
    spread: _N
    """By the luck of how it is taken."""
    stung: _N
    """By the sting of its being claimed."""
    doubled: _N
    """By its coming after the receiver had said that the matter is concluded."""
    assured: _N
    """By its keeping within what the receiver was assured of: the whole injury."""
    felt: _N
    """What is felt of that at once: less where nobody knows the author."""
    humiliation: _N
    """The humiliation, which a power books and a partner does not."""
    shared: _N
    """What a patron books besides: of its partner that was struck, or the receiver toward the patron of its striker."""


_NONE_TAKEN: Taken[IntArray] = Taken(*[np.zeros(0, dtype=np.int32)] * 9)

_OF_OPTION = ("target", "front", "scale", "target_class", "defence")


@dataclass(slots=True, kw_only=True)
class Strikes:
    """Events of one step; arrays ``[strike]`` unless said. Outcomes are filled in as the step is resolved."""

    attacker: IntArray
    """Actor that strikes."""
    game: IntArray
    """Place of its game in the batch."""
    option: IntArray
    target: IntArray
    """Actor that is struck."""
    front: IntArray
    scale: IntArray
    target_class: IntArray
    defence: IntArray
    """The defence that it meets; -1 for none. These five are the option's."""
    lot: IntArray
    """By which number chance knows it: its attacker's, and for what a partner adds in return one of its own."""
    unclaimed: BoolArray
    """Covert blows without humiliation: their author is not known until they are attributed (rules.md §7)."""
    asked: BoolArray
    """Whether a patron asked for it; true for a power's own strikes."""
    launched: IntArray
    """Munitions launched, ``[munition, strike]``."""
    arrived: IntArray
    engaged: IntArray
    leaked: IntArray
    """``[munition, strike]`` each."""
    helping: BoolArray
    """Hosts that help to intercept, ``[host, strike]``; none until it is on its way."""
    killed: IntArray
    """Munitions intercepted by a defence's layers from the outermost in, ``[step, munition, strike]``."""
    leak: IntArray
    """Share of what was launched that got through, percent; 100 where nothing is launched."""
    populated: IntArray
    on_target: IntArray
    fell: IntArray
    """Impacts: in populated areas, on the target, and everything that came down."""
    deaths: IntArray
    resolve: IntArray
    """Resolve shown, after habituation and interest."""
    taken: Taken[IntArray] = _NONE_TAKEN
    """Of no strike until the injuries are booked."""

    def __len__(self) -> int:
        return len(self.option)

    @classmethod
    def none(cls) -> Self:
        """No strikes."""
        return cls(**_no_strikes())

    @classmethod
    def of_options(
        cls, rules: Rules, attacker: IntArray, game: IntArray, option: IntArray, asked: BoolArray
    ) -> Self:
        """Events with these attackers, games, options and wishes; ``[strike]`` each, none of them resolved yet."""
        nothing = np.zeros(len(option), dtype=np.int32)
        none_launched = np.zeros((len(rules.munitions.names), len(option)), dtype=np.int32)
        option = places(option)
        return cls(
            attacker=places(attacker),
            game=places(game),
            option=option,
            **{name: getattr(rules.options, name).take(option) for name in _OF_OPTION},
            lot=places(attacker + rules.actors * rules.options.added.take(option)),
            unclaimed=unclaimed(rules).take(option),
            asked=asked,
            launched=none_launched,
            arrived=none_launched,
            engaged=none_launched,
            leaked=none_launched,
            helping=np.zeros((0, len(option)), dtype=np.bool_),
            killed=np.zeros((rules.defences.of_defence.shape[1], *none_launched.shape), dtype=np.int32),
            leak=nothing + 100,
            populated=nothing,
            on_target=nothing,
            fell=nothing,
            deaths=nothing,
            resolve=nothing,
        )

    @classmethod
    def of_powers(cls, rules: Rules, chosen: IntArray, acts: "Begun | None" = None) -> Self:
        """The strikes among options chosen by powers, ``[power, game]``, in the order of powers, and then others."""
        attacker, game = where(rules.options.strike.take(chosen))
        asked = np.ones(len(game), dtype=np.bool_)
        begun = Begun(attacker, game, entries(chosen, attacker, game), asked)
        if acts is not None and acts.game.size:
            begun = Begun(*(np.concatenate(both) for both in zip(begun, acts, strict=True)))
        return cls.of_options(rules, *begun) if begun.game.size else cls.none()

    def in_batch(self, games: IntArray) -> Self:
        """These strikes, of a part of a batch, as strikes of the whole: ``games`` are the part's places in it."""
        return replace(self, game=places(games[self.game]))


class Begun(NamedTuple):
    """Strikes of which it is settled who strikes where and how, and nothing more; arrays ``[strike]``."""

    attacker: IntArray
    game: IntArray
    option: IntArray
    asked: BoolArray

    @classmethod
    def of_partners(cls, rules: Rules, acts: IntArray, asked: BoolArray) -> Self:
        """The acts of partners: options ``[act, partner, game]``, -1 for none.

        ``asked`` says whose patron wanted it, ``[partner, game]``.
        """
        act = acts.reshape(-1, acts.shape[-1])
        row, game = where(act >= 0)
        partner = row % len(asked)
        return cls(partner + rules.powers, game, entries(act, row, game), asked[partner, game])


@lru_cache(maxsize=SCENARIOS)
def unclaimed(rules: Rules) -> BoolArray:
    """Which options are covert blows without humiliation, ``[option]``: what humiliates has an author (rules.md §7)."""
    return mask(rules.options.covert & (rules.options.humiliation == 0))


@cache
def _no_strikes() -> dict[str, Any]:
    """The arrays of a list without strikes."""
    one, two, three = (np.zeros((0,) * axes, dtype=np.int32) for axes in (1, 2, 3))
    outcomes = dict.fromkeys(("leak", "populated", "on_target", "fell", "deaths", "resolve"), one)
    events = dict.fromkeys(("attacker", "game", "option", "lot", *_OF_OPTION), one)
    counts = dict.fromkeys(("launched", "arrived", "engaged", "leaked"), two)
    masks = {"helping": two > 0, **dict.fromkeys(("asked", "unclaimed"), one > 0)}
    return {**events, **counts, **outcomes, **masks, "killed": three}
