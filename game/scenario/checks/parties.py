"""Powers, camps, fronts, lines and promises that contradict the rules (rules.md §4, §7, §9)."""

from collections import Counter
from collections.abc import Iterator

from game.scenario.checks.walk import Defect
from game.scenario.compile.numbers import numbers
from game.scenario.models import Promise, QuietOutcome, Scenario
from game.scenario.problems import shown

_NEVER_LOST = 8


def leaders_elsewhere(scenario: Scenario) -> Iterator[Defect]:
    """A camp is led by one of its own: cohesion is trust in that leader."""
    for name, camp in scenario.camps.items():
        leader = scenario.powers.get(camp.leader)
        if leader is not None and leader.camp != name and leader.camp in scenario.camps:
            yield ("camps", name, "leader"), f"{camp.leader} stands in the camp {shown(leader.camp)}"


def relations_to_oneself(scenario: Scenario) -> Iterator[Defect]:
    """No power is its own rival or client."""
    for name, power in scenario.powers.items():
        for key in ("rivals", "clients"):
            others: tuple[str, ...] = getattr(power, key)
            if name in others:
                yield ("powers", name, key, others.index(name)), f"{name} cannot be its own"
        if not power.rivals:
            yield ("powers", name, "rivals"), "names no rival, and credibility is scored toward rivals"


def elections_out_of_time(scenario: Scenario) -> Iterator[Defect]:
    """An election season that ends before it begins, or begins after the game, would never be felt."""
    last = scenario.clock.turns + scenario.clock.hidden_end
    for name, power in scenario.powers.items():
        if power.election is None:
            continue
        if power.election.to_turn < power.election.from_turn:
            yield ("powers", name, "election"), "ends before it begins; mend from_turn or to_turn"
        elif power.election.from_turn > last:
            message = f"begins after the game, which has {last} turns at most; name an earlier turn"
            yield ("powers", name, "election", "from_turn"), message


def lopsided_mandates(scenario: Scenario) -> Iterator[Defect]:
    """Every power has two public aims and a secret one, so that no seat is worth more than another."""
    for name, power in scenario.powers.items():
        secret = sum(mandate.secret for mandate in power.mandates.values())
        public = len(power.mandates) - secret
        if (public, secret) != (2, 1):
            yield (
                ("powers", name, "mandates"),
                f"expected two public mandates and one secret, found {public} public and {secret} secret",
            )


def one_sided_doctrines(scenario: Scenario) -> Iterator[Defect]:
    """A computer player of any power can seek restraint, and can seek force: no side is drawn one way only."""
    if any(doctrine.power not in scenario.powers for doctrine in scenario.doctrines.values()):
        return
    for name in scenario.powers:
        seeks = {doctrine.seeks for doctrine in scenario.doctrines.values() if doctrine.power == name}
        for wanted in ("restraint", "force"):
            if wanted not in seeks:
                yield ("doctrines",), f"{name} has no doctrine that seeks {wanted}"


def fronts_without_two_sides(scenario: Scenario) -> Iterator[Defect]:
    """Two sides meet on a front, and where control can be lost both must be powers that can stop or go on."""
    for name, front in scenario.fronts.items():
        first, second = front.principals
        if first == second:
            yield ("fronts", name, "principals", 1), f"{second} cannot face itself"
        for index, actor in enumerate(front.principals):
            if front.control_from < _NEVER_LOST and actor in scenario.partners:
                yield (
                    ("fronts", name, "principals", index),
                    "control can be lost here, so both must be powers; name the patron, or leave out control_from",
                )


def lines_for_strangers(scenario: Scenario) -> Iterator[Defect]:
    """A line is drawn against somebody else, for its owner, a client or a partner."""
    for name, line in scenario.lines.items():
        owner = scenario.powers.get(line.owner)
        if line.against == line.owner:
            yield ("lines", name, "against"), f"{line.owner} cannot draw a line against itself"
        partners = [each for each, partner in scenario.partners.items() if partner.patron == line.owner]
        if owner is not None and line.protects not in (line.owner, *owner.clients, *partners):
            yield (
                ("lines", name, "protects"),
                f"{line.protects} is neither {line.owner} nor its client or partner; see powers.{line.owner}.clients",
            )


def too_many_lines(scenario: Scenario) -> Iterator[Defect]:
    """No power starts with more lines than it could have drawn."""
    most = numbers(scenario).line_most
    drawn = Counter(line.owner for line in scenario.lines.values() if line.opening_stake)
    for owner, count in drawn.items():
        if count > most:
            yield ("lines",), f"{owner} starts with {count} lines drawn; at most {most} are allowed at once"


def crossings_of_nothing(scenario: Scenario) -> Iterator[Defect]:
    """Only a line that is drawn at the start can have been crossed before it."""
    for name, line in scenario.lines.items():
        if line.opening_crossed and not line.opening_stake:
            yield (
                ("lines", name, "opening_crossed"),
                "a line that is not drawn cannot have been crossed; give it an opening_stake, or leave this out",
            )


def promises_of_parties(scenario: Scenario) -> Iterator[Defect]:
    """A promise joins a power that mediates, one that holds, and a third that it is about."""
    for name, promise in scenario.promises.items():
        mediator = scenario.powers.get(promise.mediator)
        if mediator is not None and not mediator.mediates:
            yield (
                ("promises", name, "mediator"),
                f"{promise.mediator} does not mediate; set powers.{promise.mediator}.mediates to true",
            )
        if promise.holder in (promise.mediator, promise.about):
            yield ("promises", name, "holder"), f"{promise.holder} cannot hold for itself"


def quiet_promised_by_the_quiet(scenario: Scenario) -> Iterator[Defect]:
    """Quiet on a front is worth a promise only from somebody who could strike there."""
    for name, promise in scenario.promises.items():
        if not isinstance(promise.outcome, QuietOutcome) or not _all_known(scenario, promise):
            continue
        if not _can_strike(scenario, promise.about, promise.holder, promise.outcome.no_strike_on):
            yield (
                ("promises", name, "outcome"),
                f"{promise.about} has no order to strike {promise.holder} on this front, so it is always kept",
            )


def _all_known(scenario: Scenario, promise: Promise) -> bool:
    fronts = [promise.outcome.no_strike_on] if isinstance(promise.outcome, QuietOutcome) else []
    return {promise.about, promise.holder} <= {*scenario.powers} and {*fronts} <= {*scenario.fronts}


def _can_strike(scenario: Scenario, power: str, actor: str, front: str) -> bool:
    return any(
        (at.actor, at.front) == (actor, front)
        for order in scenario.orders.values()
        if order.strike is not None and power in order.by
        for at in order.strike.at
    )


def talks_with_oneself(scenario: Scenario) -> Iterator[Defect]:
    """Talks have two parties."""
    for name, talks in scenario.talks.items():
        if talks.parties[0] == talks.parties[1]:
            yield ("talks", name, "parties", 1), f"{talks.parties[1]} cannot negotiate with itself"
