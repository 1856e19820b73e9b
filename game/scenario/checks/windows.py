"""Which reply windows could open at all, by the strongest blow that anybody has (rules.md §3, §5, §7)."""

from collections.abc import Iterable

from game.rules.numbers import Numbers
from game.scenario.compile.names import Names
from game.scenario.compile.numbers import assumptions, numbers
from game.scenario.compile.option import Option
from game.scenario.compile.quantiles import log_normal
from game.scenario.models import Scenario

Pair = tuple[str, str]
"""A power that would hold a window, and the actor toward which it would be open."""


def windows_that_open(scenario: Scenario, names: Names, options: Iterable[Option]) -> set[Pair]:
    """Every pair between which a window can open: by what is booked, or because a line is there to be crossed.

    Bounds are generous (everything gets through, the worst of luck), so that what is missing here never opens.
    """
    blows = _Blows(scenario, names, options)
    by_lines = {(line.owner, line.against) for line in scenario.lines.values()}
    pairs = {(power, actor) for power in names.powers for actor in names.actors if power != actor}
    return {pair for pair in pairs if pair in by_lines or blows.open(*pair)}


class _Blows:
    """The strongest injury that each actor can do to each other in one step, in hundredths."""

    def __init__(self, scenario: Scenario, names: Names, options: Iterable[Option]) -> None:
        self.scenario, self.numbers = scenario, numbers(scenario)
        self.guilt = assumptions(scenario).guilt_by_alliance
        self.strongest: dict[Pair, int] = {}
        luck = int(log_normal(scenario.chances.injury_spread).max())
        for option in (option for option in options if option.strike):
            attacker = names.powers[option.power] if option.power >= 0 else option.key.split(":")[0]
            pair = (names.actors[option.target], attacker)
            self.strongest[pair] = max(self.strongest.get(pair, 0), _weight(option, self.numbers, luck))

    def open(self, power: str, actor: str) -> bool:
        """Whether the worst that an actor can do to a power in a step, its partners included, opens a window."""
        if actor in self.scenario.partners:
            least = min(self.numbers.window_step, self.numbers.window_turn)
            return self.strongest.get((power, actor), 0) >= least
        return self._by_itself(power, actor) + self._by_partners(power, actor) >= self.numbers.window_step

    def _by_itself(self, power: str, actor: str) -> int:
        struck_partners = [self.strongest.get((partner, actor), 0) for partner in self._partners(power)]
        share = self.numbers.client_injury
        return max(
            self.strongest.get((power, actor), 0), *(blow * share // 100 for blow in struck_partners), 0
        )

    def _by_partners(self, power: str, actor: str) -> int:
        if not self.guilt:
            return 0
        share = max(self.numbers.patron_requested, self.numbers.patron_unasked)
        return sum(
            self.strongest.get((power, partner), 0) * share // 100 for partner in self._partners(actor)
        )

    def _partners(self, power: str) -> list[str]:
        return [name for name, partner in self.scenario.partners.items() if partner.patron == power]


def _weight(option: Option, numbers: Numbers, luck: int) -> int:
    """The most that a strike's receiver can book for it."""
    injury = option.provocation * numbers.injury_bias * luck // 10_000
    sting = option.resolve * numbers.claim_sting * numbers.interest // 10_000
    humiliation = option.humiliation * numbers.injury_bias // 100
    return (injury + sting) * numbers.concluded_double // 100 + humiliation
