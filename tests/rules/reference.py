"""A plain reading of two rules, one game and one number at a time, to compare the array engine with.

Written from rules.md §6 and §7, not from the engine: loops and whole numbers only, everything in hundredths.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

Draw = Callable[[int, int], int]
"""How many of some trials succeed at odds in half percents."""


@dataclass
class Layer:
    """A defence layer as it stands: what it can still do this turn."""

    kill: list[int]
    capacity: int
    shots: int
    interceptors: int
    engagements: int = 0
    full: int = 0


@dataclass
class Salvo:
    """What was launched, by munition, and what becomes of it."""

    launched: list[int]
    threatening: list[int] = field(default_factory=list)
    arrived: list[int] = field(default_factory=list)
    killed: list[list[int]] = field(default_factory=list)
    leaked: list[int] = field(default_factory=list)


def shrunk(salvo: list[int], strength: int, whole_at: int) -> list[int]:
    """What a partner fires of its salvo: a share as large as that of its strength, rounded up."""
    left = min(max(strength, 1), whole_at)
    return [math.ceil(count * left / whole_at) for count in salvo]


def through_a_layer(
    layer: Layer,
    threat: list[int],
    urgency: list[int],
    bonus: int,
    saturation: int,
    depletion: tuple[int, int],
    misses: int,
    draw: list[Draw],
) -> list[int]:
    """What a layer kills of each munition: the most dangerous first, as far as capacity and magazine go."""
    total = sum(number for number, odds in zip(threat, layer.kill, strict=True) if odds)
    load = min(100, 100 * total // max(layer.capacity, 1))
    able = min(max(layer.capacity - layer.engagements, 0), layer.interceptors * 100 // layer.shots)
    enough = max(layer.full * depletion[1] // 100, 1)
    missing = 100 - min(100 * layer.interceptors // enough, 100)
    worse = saturation * load // 100 // 50 + missing * depletion[0] // 100 // 50
    killed = [0] * len(threat)
    engaged_in_all = 0
    for munition in urgency:
        if not layer.kill[munition]:
            continue
        engaged = min(threat[munition], able)
        able -= engaged
        engaged_in_all += engaged
        missed = max(200 - layer.kill[munition] - bonus + worse, 1) * misses // 100
        killed[munition] = draw[munition](engaged, min(max(200 - missed, 0), 200))
    layer.engagements += engaged_in_all
    layer.interceptors -= -(-engaged_in_all * layer.shots // 100)
    return killed


def true_warning(warning: int, penetration: int, complacency: int, numbers: dict[str, int]) -> int:
    """What a power is warned by in truth: less what quiet turns took, more what it learns from inside."""
    true = warning + penetration * numbers["penetration_warning"] // 100 - complacency
    return min(max(true, 0), 300)


def bonus_points(
    notice: str, warning: int, alert: int, shield: int, presence: int, hosts: int, numbers: dict[str, int]
) -> int:
    """What notice, warning, alert, coalition, presence and hosts that help add to the odds, in half percents."""
    step = {"announced": numbers["notice_announced"], "hours": numbers["notice_hours"], "none": 0}[notice]
    points = step * warning // 100 + numbers["alert_bonus"] * alert + numbers["coalition_bonus"] * shield
    points += numbers["host_bonus"] * hosts
    return (points + numbers["presence_bonus"] * presence // 100) // 50


@dataclass
class Account:
    """What one power feels is owed to one actor, and its standing and its camp's cohesion."""

    owed: int
    humiliation: int
    standing: int
    cohesion: int


def clamped(value: int, most: int) -> int:
    """Within a track's bounds."""
    return min(max(value, 0), most)


def pay(account: Account, amount: int, whole: bool, to_partner: bool, numbers: dict[str, int]) -> Account:
    """Injury first, one for one; humiliation at half unless ``whole``; standing and cohesion by what is paid."""
    injury = account.owed - account.humiliation
    for_injury = min(amount, injury)
    rest = amount - for_injury
    for_humiliation = min(rest if whole else rest * numbers["humiliation_paid"] // 100, account.humiliation)
    paid = for_injury + for_humiliation
    gained = paid * numbers["paid_standing"] // 100
    if to_partner:
        gained = gained * numbers["partner_weight"] // 100
    return Account(
        owed=account.owed - paid,
        humiliation=account.humiliation - for_humiliation,
        standing=clamped(account.standing + gained, 1000),
        cohesion=clamped(account.cohesion + paid * numbers["paid_cohesion"] // 100, 1000),
    )


def book(
    account: Account, injury: int, humiliation: int, audience: int, to_partner: bool, numbers: dict[str, int]
) -> Account:
    """An injury adds to what is owed and costs standing, by how strongly home reacts, and cohesion."""
    total = injury + humiliation
    felt = total * audience // 100
    if to_partner:
        felt = felt * numbers["partner_weight"] // 100
    return Account(
        owed=clamped(account.owed + total, 1200),
        humiliation=clamped(account.humiliation + humiliation, 1200),
        standing=clamped(account.standing - felt * numbers["injury_standing"] // 100, 1000),
        cohesion=clamped(account.cohesion - total * numbers["injury_cohesion"] // 100, 1000),
    )


def carried(
    owed: int, audience: int, to_partner: bool, insecurity: int, numbers: dict[str, int]
) -> tuple[int, int, bool, int]:
    """What an open debt does at the books: standing lost, what fades, whether it is heavy, cohesion at stake.

    Where people demand security less may stand at no cost.
    """
    demanded = insecurity * numbers["insecurity_carry"] // 100
    free = numbers["carry_free"] - numbers["carry_free"] * demanded // 100
    above = max(owed - max(free, 0), 0)
    if to_partner:
        above = above * numbers["partner_weight"] // 100
    lost = above * audience // 100 * numbers["carry_standing"] // 100
    heavy = owed > numbers["carry_threshold"]
    return (
        lost,
        owed * numbers["fade"] // 100,
        heavy,
        owed * numbers["carry_cohesion"] // 100 // 4 if heavy else 0,
    )


def weight_of_blow(
    provocation: int,
    humiliation: int,
    resolve: int,
    leaked: int,
    spread: int,
    bias: int,
    numbers: dict[str, int],
) -> tuple[int, int]:
    """Injury and humiliation that a claimed blow books: bias × (V − humiliation) × L × spread, and the sting."""
    reach = min(100, 100 * leaked // numbers["full_leak"])
    landed = numbers["display_floor"] + (100 - numbers["display_floor"]) * reach // 100
    injury = provocation * landed // 100 * bias // 100 * spread // 100
    return injury + resolve * numbers["claim_sting"] // 100, humiliation * bias // 100
