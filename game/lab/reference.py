"""The generated parts of the rules reference: what docs/rules.md and docs/orders.md tell is what the game plays by.

A generated part stands between ``<!-- generated: NAME -->`` and ``<!-- end of NAME -->``; everything else in those
files is written by hand. ``python -m game.lab.reference --write`` brings them up to date, ``--check`` says whether
they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from game.lab.order_words import catalogue, vocabulary
from game.rules.numbers import natural_defaults
from game.rules.tracks import TRACKS
from game.scenario.arms import Multipliers
from game.scenario.model import MeansName
from game.scenario.models import Scenario
from game.scenario.shipped import Loaded, load_scenario

DOCUMENTS: Final = ("rules.md", "orders.md")
"""The files that have generated parts, in the folder of the documents."""

SHOWN: Final = "consulate"
"""The scenario whose catalogue is shown."""

_MULTIPLIED: Final = ("resolve ×", "provocation ×")
_SCALE_HEAD: Final = ("scale", "resolve", "provocation", "rung", "between states", "readiness")
_TARGET_HEAD: Final = (
    "target",
    *_MULTIPLIED,
    "legitimacy a scale",
    "market a scale",
    "wears down",
    "least rung",
)
_PART: Final = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end of \2 -->)", re.DOTALL)


class UnknownPart(ValueError):
    """A document asks for a generated part that there is none of; the message lists those there are."""


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield _line(head)
    yield _line(("---",) * len(head))
    for row in rows:
        yield _line(row)


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def numbers(loaded: Loaded) -> Iterator[str]:
    """Every number of the rules with its default; where the catalogue departs from that, with both."""
    rows = []
    for name, (natural, _, meaning, source) in natural_defaults().items():
        used = getattr(loaded.scenario.rules, name)
        shown = f"{natural:g}" if used == natural else f"{natural:g} (catalogue: {used:g})"
        rows.append((f"`{name}`", shown, meaning, source))
    return table(("number", "default", "meaning", "source"), rows)


def tracks(loaded: Loaded) -> Iterator[str]:
    """Every track with what it is kept for, its bounds, its meaning and who sees it."""
    rows = []
    for track in TRACKS:
        per = 100 if track.unit == "points" else 1
        most = "any" if track.high > 1_000_000 else f"{track.high / per:g}"
        kept_for = " × ".join(track.axes) or "the whole game"
        bounds = f"{track.low / per:g} to {most}"
        rows.append((f"`{track.name}`", kept_for, bounds, track.meaning, track.seen.value))
    return table(("track", "kept for", "bounds", "meaning", "seen by"), rows)


def assumptions(loaded: Loaded) -> Iterator[str]:
    """Every contested mechanism: what it says, who disputes it, and where both are argued."""
    scenario = loaded.scenario
    for name in type(scenario.assumptions).model_fields:
        switch = getattr(scenario.assumptions, name)
        yield f"- **{switch.name}** (`{name}`, {'on' if switch.on else 'off'}). *Claim*: {switch.claim}"
        yield f"  *Disputed*: {switch.disputed}"
        if switch.source:
            yield f"  *Sources*: {'; '.join(scenario.sources[source].ref for source in switch.source)}."


def dials(loaded: Loaded) -> Iterator[str]:
    """The settings of the four dials, with what they multiply and what else they mean."""
    scenario = loaded.scenario
    yield from table(_SCALE_HEAD, _scales(scenario))
    for name, settings in (("means", scenario.dials.means), ("notice", scenario.dials.notice)):
        yield ""
        yield from table((name, *_MULTIPLIED), (_multiplied(each) for each in settings.values()))
    yield ""
    yield from table(_TARGET_HEAD, _targets(scenario))


def _scales(scenario: Scenario) -> Iterator[tuple[str, ...]]:
    for scale in scenario.dials.scale.values():
        yield (
            scale.name,
            f"{scale.resolve:g}",
            f"{scale.provocation:g}",
            str(scale.rung),
            str(scale.rung_between_states),
            _readiness(scale.readiness),
        )


def _readiness(costs: dict[MeansName, float]) -> str:
    if len(set(costs.values())) == 1:
        return f"{next(iter(costs.values())):g}"
    return ", ".join(f"{means} {cost:g}" for means, cost in costs.items())


def _multiplied(setting: Multipliers) -> tuple[str, ...]:
    return setting.name, f"{setting.resolve:g}", f"{setting.provocation:g}"


def _targets(scenario: Scenario) -> Iterator[tuple[str, ...]]:
    for target in scenario.dials.target.values():
        market = f"{target.market:g}" if target.market else "–"
        legitimacy = f"−{target.legitimacy:g}" if target.legitimacy else "–"
        large = f", large {target.rung_when_large}" if target.rung_when_large else ""
        rung = f"{target.rung or '–'}{large}"
        yield (*_multiplied(target), legitimacy, market, target.wears.replace("none", "–"), rung)


PARTS: Final[dict[str, Callable[[Loaded], Iterator[str]]]] = {
    "numbers": numbers,
    "tracks": tracks,
    "assumptions": assumptions,
    "dials": dials,
    "vocabulary": lambda loaded: vocabulary(),
    "catalogue": catalogue,
}
"""The generated parts by the name in their markers."""


def refreshed(text: str, loaded: Loaded) -> str:
    """A document with its generated parts written anew. Raises UnknownPart for one that nobody generates."""

    def written(part: re.Match[str]) -> str:
        begin, name, end = part.groups()
        if name not in PARTS:
            raise UnknownPart(f"there is no generated part {name!r}; those known are: {', '.join(PARTS)}")
        lines = "\n".join(PARTS[name](loaded))
        return f"{begin}\n{lines}\n\n{end}"

    return _PART.sub(written, text)


def outdated(folder: Path, loaded: Loaded) -> dict[Path, str]:
    """The documents in ``folder`` whose generated parts are not current, with the text that they should have."""
    wanted = {}
    for name in DOCUMENTS:
        text = (folder / name).read_text(encoding="utf-8")
        current = refreshed(text, loaded)
        if current != text:
            wanted[folder / name] = current
    return wanted


def main(
    write: Annotated[
        bool, typer.Option("--write/--check", help="Write the parts anew, or only compare them.")
    ] = False,
    folder: Annotated[Path, typer.Option(help="Where the documents are.")] = Path("docs"),
) -> None:
    """Bring the generated parts of the rules reference up to date, or say which documents are not."""
    wanted = outdated(folder, load_scenario(SHOWN))
    for path, text in wanted.items():
        if write:
            path.write_text(text, encoding="utf-8", newline="\n")
        verdict = "written" if write else "is out of date: run python -m game.lab.reference --write"
        typer.echo(f"{path.as_posix()}: {verdict}")
    if wanted and not write:
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
