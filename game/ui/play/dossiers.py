"""What a seat knows of every power, partner and host, in one page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.rules.arrays import which
from game.rules.tracks import Axis
from game.scenario.actors import Host, Partner, Power
from game.scenario.flags import flag_of
from game.ui.play.position import Dossier, Group, Reading
from game.ui.play.reader import Reader

SHARED = "shared"
"""The id of the page on talks, markets and the nuclear programme."""

_DEMAND = (
    "After a mass injury at home less may stay owed before it presses, and pressure to answer weighs more. "
    "It fades slowly."
)


def dossiers(reader: Reader, own: str) -> tuple[Dossier, ...]:
    """One of each power, the seat's own first, then of partners and hosts."""
    scenario = reader.wording.scenario
    powers = sorted(scenario.powers, key=lambda power: power != own)
    return (
        *(_power(reader, power, scenario.powers[power], own) for power in powers),
        *(_partner(reader, partner, model, own) for partner, model in scenario.partners.items()),
        *(_host(reader, host, model) for host, model in scenario.hosts.items()),
        _shared(reader),
    )


def _power(reader: Reader, power: str, model: Power, own: str) -> Dossier:
    camp = reader.wording.scenario.camps[model.camp]
    groups = (
        Group("Mandates, and how they stand", tuple(_aims(reader, power)) if power == own else ()),
        Group(
            "At home and abroad",
            (
                reader.reading("standing", "Standing", "standing", power, tone="teal"),
                reader.reading("legitimacy", "Legitimacy", "legitimacy", power),
                reader.reading("cohesion", f"Cohesion: {camp.name}", "cohesion", model.camp),
                *_insecurity(reader, power),
            ),
        ),
        Group("Owed, as its audiences feel", tuple(_owed(reader, power))),
        Group("Credibility of its threats", tuple(_beliefs(reader, power, own))),
        Group("Trust and presence", tuple(_ties(reader, power, own))),
        Group("In secret", tuple(_prepared(reader) if power == own else _inside(reader, own, power))),
        Group("Munitions left", tuple(_stocks(reader, power))),
    )
    kind = "Your government" if power == own else _kind(model, own)
    mandates = () if power == own else tuple(_public_mandates(model))
    flag = flag_of(reader.wording.scenario, power)
    return Dossier(power, model.name, kind, flag, model.briefing.role if power == own else "",
                   tuple(group for group in groups if group.readings), mandates, of_power=True)  # fmt: skip


def _insecurity(reader: Reader, power: str) -> Iterator[Reading]:
    """The demand for security, where a mass injury has raised it."""
    if reader.exact("insecurity", power):
        yield reader.reading(
            "insecurity", "Demand for security", "insecurity", power, tone="caution", why=_DEMAND
        )


def _kind(model: Power, own: str) -> str:
    roles = ["rival"] if own in model.rivals else []
    roles += ["patron"] if own in model.clients else []
    roles += ["mediator"] if model.mediates else []
    return ", ".join(["power", *roles])


def _public_mandates(model: Power) -> Iterator[str]:
    return (f"Mandate: {mandate.text}" for mandate in model.mandates.values() if not mandate.secret)


def _aims(reader: Reader, power: str) -> Iterator[Reading]:
    """A power's own mandates, each with the number that it turns on as far as the seat knows it."""
    rules = reader.wording.rules
    of_power = which(rules.mandates.power == reader.names(Axis.POWER).index(power))
    for place in of_power.tolist():
        name = f"{rules.mandates.texts[place]}{' (secret)' if rules.mandates.secret[place] else ''}"
        track, entries = rules.layout.entries(int(rules.mandates.row[place]))
        yield reader.reading(f"mandate:{place}", name, track.name, *entries)


def _owed(reader: Reader, power: str) -> Iterator[Reading]:
    for actor in reader.names(Axis.ACTOR):
        if reader.exact("owed", power, actor) and actor != power and _injures(reader, power, actor):
            name = f"To {reader.wording.in_text(actor)}"
            yield reader.reading(f"owed:{actor}", name, "owed", power, actor, tone="caution")


def _injures(reader: Reader, power: str, actor: str) -> bool:
    """Whether anything can be owed there: a band that begins at nothing says little between friends."""
    low, high = reader.view.bounds(reader.row("owed", power, actor))
    scenario = reader.wording.scenario
    patron = scenario.partners[actor].patron if actor in scenario.partners else actor
    return low == high or low > 0 or patron in scenario.powers[power].rivals


def _beliefs(reader: Reader, power: str, own: str) -> Iterator[Reading]:
    for other in reader.names(Axis.POWER):
        if other == power or own not in (power, other):
            continue
        believer = "you" if other == own else reader.wording.in_text(other)
        yield reader.reading(f"credibility:{other}", f"As {believer} see{'' if other == own else 's'} it",
                             "credibility", power, other, tone="violet")  # fmt: skip


def _ties(reader: Reader, power: str, own: str) -> Iterator[Reading]:
    scenario = reader.wording.scenario
    if scenario.powers[power].mediates:
        for other in reader.names(Axis.POWER):
            if other != power and own in (power, other):
                name = f"{reader.wording.named(Axis.POWER, other)}'s trust in its word"
                yield reader.reading(f"trust:{other}", name, "trust", power, other)
    for client in scenario.powers[power].clients:
        name = f"Presence with {reader.wording.in_text(client)}"
        yield reader.reading(f"presence:{client}", name, "presence", power, client)


def _inside(reader: Reader, own: str, actor: str) -> Iterator[Reading]:
    """What a seat has learnt of another actor by sources of its own, which nobody else knows of."""
    if reader.exact("penetration", own, actor):
        yield reader.reading("inside", "Known to you from inside, 0 to 3", "penetration", own, actor)


def _prepared(reader: Reader) -> Iterator[Reading]:
    """How far the work has come on what a seat prepares, until it is used or found."""
    rules = reader.wording.rules
    for place, asset in enumerate(reader.names(Axis.ASSET)):
        if rules.assets.owner[place] == reader.view.seat and not reader.exact("asset_spent", asset):
            name, needed = reader.wording.named(Axis.ASSET, asset), int(rules.assets.built_in[place])
            work = reader.reading(f"asset:{asset}", name, "asset_progress", asset)
            yield replace(work, shown=f"{work.shown} of {needed} turns", high=needed)


def _stocks(reader: Reader, actor: str) -> Iterator[Reading]:
    for munition in reader.names(Axis.MUNITION):
        if reader.exact("stock", actor, munition):
            name = reader.wording.named(Axis.MUNITION, munition)
            yield reader.reading(f"stock:{munition}", name, "stock", actor, munition)


_PASSING = {"dread": "Fear left by a rapid defeat", "blunted": "Turns for less defended targets"}
"""What is shown of a partner while there is some of it, by track."""


def _partner(reader: Reader, partner: str, model: Partner, own: str) -> Dossier:
    patron = reader.wording.named(Axis.POWER, model.patron)
    readings = [
        reader.reading("capacity", "Capacity", "capacity", partner),
        reader.reading("disarray", "Turns of disarray", "disarray", partner, tone="caution"),
    ]
    readings += [
        reader.reading(track, name, track, partner, tone="caution")
        for track, name in _PASSING.items()
        if reader.exact(track, partner)
    ]
    readings += _marked(reader, partner)
    if model.patron == own:
        readings += [
            reader.reading("loyalty", "Loyalty", "loyalty", partner),
            reader.reading("agenda", "Its own agenda", "agenda", partner),
            reader.reading("grievance", "Local grievance", "grievance", partner),
        ]
    parts = (
        Group("Strength", tuple(readings)),
        Group("In secret", tuple(_inside(reader, own, partner))),
        Group("Munitions left", tuple(_stocks(reader, partner))),
    )
    groups = tuple(group for group in parts if group.readings)
    return Dossier(
        partner, model.name, f"partner, an armed group backed by {patron}", "", model.about, groups
    )


def _marked(reader: Reader, partner: str) -> Iterator[Reading]:
    """Whom a partner strikes back at whenever it acts, and for how many turns."""
    for power in reader.names(Axis.POWER):
        if reader.exact("marked", partner, power):
            name = f"Turns for which it strikes back at {reader.wording.in_text(power)}"
            yield reader.reading(f"marked:{power}", name, "marked", partner, power, tone="caution")


def _host(reader: Reader, host: str, model: Host) -> Dossier:
    readings = tuple(
        reader.reading(f"alignment:{power}", f"With {reader.wording.named(Axis.POWER, power)}",
                       "alignment", host, power)
        for power in reader.names(Axis.POWER)
    )  # fmt: skip
    return Dossier(host, model.name, "host", "", model.note, (Group("Alignment, −2 to 2", readings),))


def _prospects(reader: Reader) -> Iterator[str]:
    """A sentence for each track of talks, and one on what a case before a court would come to."""
    for talks, name in enumerate(reader.names(Axis.TALKS)):
        told = reader.wording.prospects(reader.view.seen, talks)
        yield f"{reader.wording.named(Axis.TALKS, name)}: {told}."
    if case := reader.wording.case(reader.view.seen, reader.view.seat):
        yield case


def _programme(reader: Reader) -> Iterator[Reading]:
    programme = reader.wording.scenario.nuclear
    if programme is not None:
        owner = reader.wording.named(Axis.POWER, programme.owner)
        yield reader.reading("nuclear", f"Nuclear programme of {owner}", "nuclear", tone="caution")
        yield reader.reading("transparency", "Its transparency, 0 to 3", "transparency")


def _shared(reader: Reader) -> Dossier:
    talks = tuple(
        reader.reading(f"talks:{name}", reader.wording.named(Axis.TALKS, name), "talks", name, tone="teal")
        for name in reader.names(Axis.TALKS)
    )
    others = (reader.reading("market", "Market stress", "market", tone="caution"), *_programme(reader))
    need = reader.wording.rules.numbers.settlement_talks / 100
    note = f"Talks that reach {need:g} count as settled."
    groups = (Group("Talks, 0 to 6", talks), Group("Shared by all", others))
    return Dossier(SHARED, "Talks and markets", "shared", "", note if talks else "",
                   tuple(group for group in groups if group.readings), tuple(_prospects(reader)))  # fmt: skip
