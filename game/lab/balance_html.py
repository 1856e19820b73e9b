"""The tables of a tournament as one HTML page that needs nothing else: every payoff, with a colour and a sign."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from game.lab.balance import Balance
from game.lab.standings import Seat

_STYLE: Final = """
body { font: 15px/1.5 sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1d2430; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-size: 13px; }
th, td { border: 1px solid #c9d0da; padding: 2px 7px; text-align: right; white-space: nowrap; }
th { background: #eef1f5; } th:first-child, td:first-child { text-align: left; }
.best { background: #cfe8d5; font-weight: bold; } .near { background: #eaf5ec; } .far { background: #f6e3da; }
.no { background: #f6e3da; font-weight: bold; }
"""
_NEAR: Final = 0.25
_FAR: Final = 2.0


def html(balances: Sequence[Balance]) -> str:
    """The whole page."""
    body = "\n".join(line for each in balances for line in _of_scenario(each))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Balance</title>'
        f"<style>{_STYLE}</style></head><body>\n<h1>Balance</h1>\n"
        "<p>Mean scores in points. ▲ is the best reply to what the others do in that column, ▼ falls short of it by "
        f"{_FAR:g} or more, · by {_NEAR:g} at most.</p>\n{body}\n</body></html>\n"
    )


def _of_scenario(each: Balance) -> Iterator[str]:
    yield f"<h2>{escape(each.title)}</h2>"
    yield f"<p>{each.games:,} games of the tournament, {each.seen.summary['games']:,} of doctrines.</p>"
    yield "<table><tr><th>rule</th><th>holds</th><th>found</th></tr>"
    for check in each.checks():
        mark = "<td>✓ yes</td>" if check.holds else '<td class="no">✗ no</td>'
        yield f"<tr><td>{escape(check.rule)}</td>{mark}<td>{escape(check.found)}</td></tr>"
    yield "</table>"
    for power, seat in zip(each.powers, each.seats, strict=True):
        yield f'<h3>{escape(power)}</h3><div class="wide"><table>'
        yield from _payoffs(each.powers, seat)
        yield "</table></div>"


def _payoffs(powers: list[str], seat: Seat) -> Iterator[str]:
    """Rows are rivals' combinations, columns the seat's own policies."""
    heads = "".join(f"<th>{escape(name)}</th>" for name in seat.policies)
    yield f"<tr><th>against</th>{heads}</tr>"
    for number, rivals in enumerate(seat.combinations(powers)):
        best = float(seat.means[:, number].max())
        cells = "".join(_cell(float(own), best) for own in seat.means[:, number])
        yield f"<tr><td>{escape(rivals)}</td>{cells}</tr>"


def _cell(own: float, best: float) -> str:
    if own == best:
        return f'<td class="best">▲ {own:.1f}</td>'
    if best - own <= _NEAR:
        return f'<td class="near">· {own:.1f}</td>'
    return f'<td class="far">▼ {own:.1f}</td>' if best - own >= _FAR else f"<td>{own:.1f}</td>"
