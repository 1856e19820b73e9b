"""``docs/calibration.md``: what was fitted on what, how well it agrees, and what it does not know."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.lab.calibrate import Comparison, span
from game.lab.episodes import PublicRecord
from game.lab.fit import WEIGHT_OF_RECORD, Fit
from game.lab.parameters import BY_NAME

HEAD: Final = """# Calibration of interception

Written by `python main.py lab calibrate --write`; change the data, not this page.

The rules of interception (`rules.md` §6) are fitted on what was published of salvos from October 2023 to June 2025.
Most of these figures are claims by one side, relayed by the press, and several contradict each other. The classes
are aggregates: nothing here is the performance of a named system, and the tools refuse to be asked for one.

Three rates that are often confused are kept apart: what **arrives** of what is launched, what is **engaged** of what
arrives (defences ignore what will fall on open ground), and what is **killed** of what is engaged. So are three kinds
of impact: **populated** (came down in a built-up area), **target** (on or near what was aimed at) and **any**
(everything that came down on defended ground).
"""

METHOD: Final = f"""## How it was fitted

A Bayesian fit by simulation (`game/lab/fit.py`, run by `python main.py lab fit`; the same result on every run): a
Metropolis walk over the parameters below, with a synthetic likelihood of each published figure (Wood 2010). A range
from low to high is read as two standard deviations to either side. Offices report in their own interest and repeat
each other, so the record counts for {WEIGHT_OF_RECORD:g} of what independent reports would. The medians stand in
`scenarios/catalogue.yaml` and are what the game plays with; `lab salvo` and this page also draw from the sample in
`assets/calibration/fit.yaml`, so that their intervals cover what the record leaves open.
"""

LIMITS: Final = """## What it does not know

- How a night's count was split into salvos, what each attack of a campaign consisted of, and where each missile was
  aimed is supposed, not reported; the suppositions are listed below.
- Magazines and the number of targets that a layer can engage at once are secret. They are estimates, and only what
  overwhelms them (7 October 2023, 13 April 2024) says anything about them.
- Missiles against bases of the United States, anything against Iran, and single salvos much larger than those in the
  record are not covered: `lab salvo` then prints rounded bands and says so.
- A figure inside a 95 % interval is no proof. Episodes that the fit has not seen are the test. Two choices were made
  with later episodes in mind, which are therefore no clean test of them: how many missiles the layers over Israel can
  engage in one salvo (1 October 2024), and that bases of the United States have an upper layer (23 June 2025).
"""


def page(record: PublicRecord, fit: Fit, compared: Sequence[Comparison]) -> str:
    """The whole page as Markdown."""
    parts = (HEAD, _agreement(record, compared), METHOD, _parameters(fit), _suppositions(record), LIMITS)
    return "\n".join((*parts, _sources(record)))


def _agreement(record: PublicRecord, compared: Sequence[Comparison]) -> str:
    inside = sum(each.inside for each in compared)
    rows = [
        f"| {each.title} | {each.statistic} | {each.impacts or '–'} | {span(each.low, each.best, each.high)} "
        f"| {each.median:.3g} ({each.lower:.3g} to {each.upper:.3g}) | {'yes' if each.inside else '**no**'} "
        f"| {each.confidence} | {_footnotes(record, each.sources)} |"
        for each in compared
    ]
    heading = (
        "| episode | statistic | kind of impact | record: low · best · high | model: median (95 %) | inside "
        "| confidence | sources |\n|---|---|---|---|---|---|---|---|"
    )
    first = (
        f"## Model and record\n\n{inside} of {len(compared)} figures lie inside the model's 95 % interval.\n"
    )
    return "\n".join((first, heading, *rows, ""))


def _footnotes(record: PublicRecord, sources: Sequence[str]) -> str:
    order = list(record.sources)
    return ", ".join(str(order.index(source) + 1) for source in sources)


def _parameters(fit: Fit) -> str:
    rows = [
        f"| {', '.join(f'`{path}`' for path in BY_NAME[name].paths)} | {BY_NAME[name].guess:g} | {each.best:g} "
        f"| {each.low:.2g} to {each.high:.2g} |"
        for name, each in fit.parameters.items()
    ]
    heading = "| in the catalogue | thought before | fitted | middle 90 % |\n|---|---|---|---|"
    return "\n".join(("## Parameters\n", heading, *rows, ""))


def _suppositions(record: PublicRecord) -> str:
    rows = [f"- *{episode.title}*: {episode.supposed}" for episode in record.episodes.values()]
    return "\n".join(("## What was supposed\n", *rows, ""))


def _sources(record: PublicRecord) -> str:
    return "\n".join(("## Sources\n", *_numbered(record), ""))


def _numbered(record: PublicRecord) -> Iterator[str]:
    for number, source in enumerate(record.sources.values(), start=1):
        yield f"{number}. {source.ref} ({source.date}). <{source.url}>"
