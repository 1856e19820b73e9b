"""``docs/theories.md`` and its pictures: what hangs on which contested mechanism, scenario by scenario."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from game.lab.theories import Change, Kind, Outcome, Switched, Theories
from game.lab.theories_picture import amount, named, picture, two_digits
from game.scenario.models import AssumptionSwitch, Scenario
from game.scenario.switches import mechanisms

PICTURES: Final = Path("pictures")
"""Beside the page."""

HEAD: Final = """# What hangs on which assumption

Written by `python main.py lab theories {options} --write`; change the rules or the data, not this page.

Scholars dispute some of what moves governments in this model. Each such claim is an assumption that can be switched
([rules](rules.md#15-assumptions)). Here all scripted policies and doctrines play in every seat against every
combination of the others, as in [balance](balance.md): once as the scenario has its assumptions, and once with each of
them switched, always with the same dice. What changes then hangs on that assumption, in this model. Whether a claim is
true of governments no figure here can say.

Every figure is a mean over all combinations, also of players that do nothing or choose at random: it tells what a
switch does, not what is likely. A change is *beyond chance* where its interval leaves zero out and it is a hundredth or
more. Intervals hold for all the figures of a scenario at once: luck alone puts any of them beyond chance in one run of
twenty. What is within chance may still be real: more games would tell. *Nothing changes* means that every figure is the
very same.

Deaths are told because they are what is at stake; no score counts them. A game that ends early counts those of fewer
days, what would follow a regional war is not counted at all, and a caretaker in the place of a fallen government does
not strike: where more games end early or more governments fall, fewer deaths may be counted for that alone.

Of *A government fails by its weakest leg* only the score hangs: without it a score is the mean of the four criteria, so
that scores with and without it are not in one measure.
"""
_COLUMNS: Final = {
    "how games end, percentage points": (Kind.WAR, Kind.SETTLEMENT, Kind.FALL),
    "mean score, points": (Kind.SCORE,),
    "people killed in a game": (Kind.KILLED,),
}


def written(found: Sequence[Theories], options: str, path: Path) -> None:
    """Write the page and its pictures; ``options`` are those of the command that finds the same."""
    path.write_text(page(found, options), encoding="utf-8")
    folder = path.parent / PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    for each in found:
        (folder / _file(each)).write_text(picture(each), encoding="utf-8")


def _file(found: Theories) -> str:
    return f"theories_{found.scenario.id}.svg"


def page(found: Sequence[Theories], options: str) -> str:
    """The page as Markdown."""
    return "\n".join(
        (
            HEAD.format(options=options),
            *_in_short(found),
            *_claims(found),
            *(line for each in found for line in _told(each)),
        )
    )


def _in_short(found: Sequence[Theories]) -> Iterator[str]:
    """What each switch changes beyond chance, in a word or two for every scenario."""
    yield "## In short"
    yield ""
    yield (
        "What changes beyond chance: *ends* (war, settlement, fallen governments), *scores*, *deaths*, which policy is "
        "*best*, and which rules of *balance* hold."
    )
    yield ""
    yield f"| switched | {' | '.join(each.scenario.title for each in found)} |"
    yield f"|---|{'---|' * len(found)}"
    names = dict(mechanisms(found[0].scenario))
    for row in zip(*(each.switches for each in found), strict=True):
        yield f"| {_switch(names, row[0])} | {' | '.join(map(_touched, row))} |"
    yield ""


def _touched(one: Switched) -> str:
    if one.changes_nothing:
        return "nothing changes"
    kinds = {outcome.kind for outcome in one.beyond_chance}
    told = {
        "ends": kinds & {Kind.WAR, Kind.SETTLEMENT, Kind.FALL},
        "scores": Kind.SCORE in kinds,
        "deaths": Kind.KILLED in kinds,
        "best": any(best.beyond_chance for best in one.best.values()),
        "balance": any(verdict.firm for verdict in one.verdicts),
    }
    return ", ".join(word for word, touched in told.items() if touched) or "within chance"


def _claims(found: Sequence[Theories]) -> Iterator[str]:
    """What each mechanism claims; scenarios that are told of share the catalogue's words, or add their own."""
    yield "## What each of them claims"
    yield ""
    told = dict.fromkeys(
        f"| {each.name} | {_state(each.on)} | {each.claim} | {each.disputed} |"
        for one in found
        for _, each in mechanisms(one.scenario)
    )
    yield "| assumption | as it is | what it claims | what is disputed |"
    yield "|---|---|---|---|"
    yield from told
    yield ""


def _state(on: bool) -> str:
    return "on" if on else "off"


def _told(found: Theories) -> Iterator[str]:
    scenario, names = found.scenario, dict(mechanisms(found.scenario))
    lineups = len(found.field.lineups)
    yield f"## {scenario.title} (`{scenario.id}`)"
    yield ""
    yield (
        f"{lineups:,} combinations, {found.games} games of each with the same dice, {len(names) + 1} times over: "
        f"{lineups * found.games * (len(names) + 1):,} games, seed {found.seed}."
    )
    yield ""
    place = (PICTURES / _file(found)).as_posix()
    yield f"![What changes in {scenario.title} when one assumption is switched]({place})"
    yield ""
    yield "### What changes beyond chance"
    yield ""
    yield f"As the scenario has them: {'; '.join(_as_it_is(found))}."
    yield ""
    yield f"| switched | {' | '.join(_COLUMNS)} |"
    yield "|---|---|---|---|"
    for each in found.switches:
        if changed := each.beyond_chance:
            cells = (_cell(scenario, changed, kinds) for kinds in _COLUMNS.values())
            yield f"| {_switch(names, each)} | {' | '.join(cells)} |"
    yield ""
    nothing = [each for each in found.switches if each.changes_nothing]
    little = [each for each in found.switches if not each.beyond_chance and not each.changes_nothing]
    yield f"Nothing changes: {_listed(_switch(names, each) for each in nothing)}."
    yield ""
    yield f"Something changes, nothing of it beyond chance: {_listed(_switch(names, each) for each in little)}."
    yield ""
    yield from _policies(found, names)
    yield from _rules(found, names)
    yield from _held(found)


def _switch(names: dict[str, AssumptionSwitch], one: Switched) -> str:
    return named(names[one.mechanism].name, names[one.mechanism].on)


def _as_it_is(found: Theories) -> Iterator[str]:
    for outcome, change in found.switches[0].changes.items():
        unit = " %" if outcome.kind in {Kind.WAR, Kind.SETTLEMENT, Kind.FALL} else ""
        yield f"{_label(found.scenario, outcome)} {two_digits(change.before)}{unit}"


def _label(scenario: Scenario, outcome: Outcome) -> str:
    match outcome.kind:
        case Kind.WAR:
            return "regional war"
        case Kind.SETTLEMENT:
            return "settlement"
        case Kind.FALL:
            return f"the government of {_power(scenario, outcome.of)} falls"
        case Kind.SCORE:
            return f"score of {_power(scenario, outcome.of)}"
        case Kind.KILLED:
            return f"{scenario.populations[outcome.of].name} killed"


def _power(scenario: Scenario, name: str) -> str:
    power = scenario.powers[name]
    return power.in_text or power.name


def _cell(scenario: Scenario, changed: dict[Outcome, Change], kinds: Sequence[Kind]) -> str:
    own = [
        f"{_label(scenario, outcome)} {_by(change)}"
        for outcome, change in changed.items()
        if outcome.kind in kinds
    ]
    return "; ".join(own) or "·"


def _by(change: Change) -> str:
    return f"{amount(change.by.value)} ({amount(change.by.low)} to {amount(change.by.high)})"


def _policies(found: Theories, names: dict[str, AssumptionSwitch]) -> Iterator[str]:
    yield "### Which policy scores highest"
    yield ""
    yield "Against all combinations of rivals. *Perhaps* is said where the two are within chance of each other."
    yield ""
    yield "| played by | as the scenario has them | another where this is switched |"
    yield "|---|---|---|"
    for power in found.scenario.powers:
        before = found.switches[0].best[power].before
        others = [
            f"{'' if each.best[power].beyond_chance else 'perhaps '}`{each.best[power].after}` "
            f"({_switch(names, each)})"
            for each in found.switches
            if each.best[power].after != before
        ]
        yield f"| {found.scenario.powers[power].name} | `{before}` | {_listed(others)} |"
    yield ""


def _rules(found: Theories, names: dict[str, AssumptionSwitch]) -> Iterator[str]:
    verdicts = [(each, verdict) for each in found.switches for verdict in each.verdicts]
    firm = [(each, verdict) for each, verdict in verdicts if verdict.firm]
    yield "### Which rules of balance turn"
    yield ""
    yield (
        f"{len(found.held())} of the {len(found.checks)} rules of [balance](balance.md) hold whichever assumption is "
        f"switched. Told is what turns in each half of the games alone; {len(verdicts) - len(firm)} more may be luck."
    )
    yield ""
    if firm:
        yield "| switched | rule | as the scenario has them | with the switch |"
        yield "|---|---|---|---|"
        for each, verdict in firm:
            told = f"{'holds' if verdict.after.holds else 'does not hold'}: {verdict.after.found}"
            yield f"| {_switch(names, each)} | {verdict.before.rule} | {verdict.before.found} | {told} |"
        yield ""


def _held(found: Theories) -> Iterator[str]:
    scenario = found.scenario
    steady = (_label(scenario, each) for each in found.steady())
    same = (
        f"{scenario.powers[power].name} (`{best.before}`)"
        for power, best in found.switches[0].best.items()
        if not any(one.best[power].beyond_chance for one in found.switches)
    )
    yield "### What holds under all of them"
    yield ""
    yield f"- No switch changes it beyond chance: {_listed(steady)}."
    yield f"- No switch puts another policy ahead beyond chance: {_listed(same)}."
    yield f"- Rules of balance that always hold: {_listed(_by_rule(found))}."
    yield ""


def _by_rule(found: Theories) -> Iterator[str]:
    """The rules of balance that always hold; of those asked of every power, for which powers they do."""
    powers: dict[str, list[str]] = {}
    for check in found.held():
        power, _, rule = check.rule.rpartition(": ")
        powers.setdefault(rule, []).extend([found.scenario.powers[power].name] if power else [])
    yield from (f"{rule} ({', '.join(own)})" if own else rule for rule, own in powers.items())


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names) or "none"
