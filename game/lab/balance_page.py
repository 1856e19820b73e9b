"""``docs/balance.md``: what holds of rules.md §13 in each scenario, with the tables that say so."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.lab.balance import Balance, unused_everywhere

HEAD: Final = """# Balance

Written by `python main.py lab tournament --scenario all --games 80 --write`; change the rules or the
data, not this page.

Scripted policies (`game/lab/policies.py`, `game/lab/patrons.py`) and the shipped doctrines play in every seat against
every combination of the others, always with the same dice; and doctrines, drawn for every seat and game, are watched
for how games end and which orders they give, and so are players of the level *normal*. Scores are points; a regional
war counts as nothing for everybody. Where a shortfall is told, the best reply of each game is the one found in all
the other games. Fewer games of each combination make the luckiest of some like policies seem best, or hide one that is.
What is in bold does not hold yet.
"""


def page(balances: Sequence[Balance]) -> str:
    """The whole page as Markdown."""
    return "\n".join(
        (HEAD, *_overview(balances), *(line for each in balances for line in _of_scenario(each)))
    )


def _overview(balances: Sequence[Balance]) -> Iterator[str]:
    yield "| scenario | war | mean score | settled | what does not hold |"
    yield "|---|---|---|---|---|"
    for each in balances:
        failed = [check for check in each.checks() if not check.holds]
        scores = ", ".join(f"{power} {score:.1f}" for power, score in each.scores.items())
        settled = each.seen.summary["ends"]["settlement"] / each.seen.summary["games"]
        yield (
            f"| {each.title} | {100 * each.war_rate:.0f} % | {scores} | {100 * settled:.0f} % "
            f"| {len(failed)} of {len(list(each.checks()))} |"
        )
    yield ""
    unused = unused_everywhere(balances)
    holds = "yes" if not unused else "**no**"
    yield f"Every order is given on 1 % of its occasions somewhere: {holds}. Those that are not: {_listed(unused)}."
    yield ""


def _of_scenario(each: Balance) -> Iterator[str]:
    yield f"## {each.title} (`{each.scenario}`)"
    yield ""
    yield f"{each.games:,} games of the tournament, {each.seen.summary['games']:,} of doctrines, seed {each.seed}."
    if each.lesson:
        yield "A lesson of few turns: what needs more of them to happen is not asked of it."
    yield ""
    yield "| rule | holds | found |"
    yield "|---|---|---|"
    for check in each.checks():
        yield f"| {check.rule} | {'yes' if check.holds else '**no**'} | {check.found} |"
    yield ""
    for power, seat in zip(each.powers, each.seats, strict=True):
        yield f"| {power} played by | mean score (95 %) | war | best reply to | short of the best reply |"
        yield "|---|---|---|---|---|"
        for row in seat.rows():
            yield (
                f"| {row.policy} | {row.score.value:.2f} ({row.score.low:.2f} to {row.score.high:.2f}) "
                f"| {100 * row.war:.0f} % | {100 * row.best_reply_in:.0f} % | {row.short_of_best:.2f} |"
            )
        yield ""
    yield f"Orders given on less than 1 % of their occasions: {_listed(each.unused())}."
    yield ""


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


def lines(balances: Sequence[Balance]) -> Iterator[str]:
    """The same in short, for a terminal."""
    for each in balances:
        yield f"{each.scenario}: {each.games} games"
        for check in each.checks():
            yield f"  {'holds' if check.holds else 'FAILS'}  {check.rule}: {check.found}"
        for power, seat in zip(each.powers, each.seats, strict=True):
            best = ", ".join(f"{row.policy} {row.score.value:.2f}" for row in seat.rows()[:4])
            yield f"  {power}: {best}"
