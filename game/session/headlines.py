"""The bulletin: what happened at a stage in plain sentences. The same act has the same verb whoever does it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from game.rules import causes
from game.rules.effects import Change
from game.rules.state import State
from game.rules.tables import Ending, Reply, Slot
from game.rules.tracks import Axis
from game.session import conduct_headlines, partner_headlines
from game.session.partner_headlines import Teller
from game.session.stage_report import Headline, Revealed, Salvo
from game.session.wording import RUNGS, Wording, begun


class Facts(NamedTuple):
    """What a bulletin is written from."""

    wording: Wording
    before: State
    after: State
    changes: tuple[Change, ...]
    revealed: tuple[Revealed, ...]
    salvos: tuple[Salvo, ...]

    def rose(self, track: str, *entry: int) -> bool:
        """Whether an entry of a track rose at some point of the stage."""
        row = int(self.wording.rules.layout.cells(track, *entry))
        return any(change.row == row and change.after > change.before for change in self.changes)


def written(facts: Facts) -> Iterator[Headline]:
    """The lines of the bulletin, in the order of play."""
    for line in _told(facts):
        yield replace(line, text=begun(line.text))


def _told(facts: Facts) -> Iterator[Headline]:
    for order in _orders(facts):
        yield replace(order, part="order")
    for number, salvo in enumerate(facts.salvos):
        for line in _strike(facts.wording, salvo):
            yield replace(line, part="strike", salvo=number)
    yield from partner_headlines.unasked(facts.wording, facts.salvos)
    yield from _of_changes(facts)
    yield from conduct_headlines.judged_lines(facts.wording, facts.changes)
    yield from _events(facts)
    yield from _windows(facts)
    yield from _rungs(facts)
    yield from _endings(facts)


def _orders(facts: Facts) -> Iterator[Headline]:
    """Choices that are no strikes; strikes are told with what came of them."""
    options = facts.wording.rules.options
    for each in facts.revealed:
        if options.strike[each.option]:
            continue
        name = facts.wording.actor(each.power)
        yield Headline(f"{name}: {_answer(facts.wording, each)}.", each.audience)


def _answer(wording: Wording, each: Revealed) -> str:
    options = wording.rules.options
    if options.slot[each.option] == Slot.ANSWER and options.reply[each.option] == Reply.ABSORB:
        return "no answer in this exchange"
    return each.words


def _strike(wording: Wording, salvo: Salvo) -> Iterator[Headline]:
    target, front = wording.inside(salvo.target), wording.entry(Axis.FRONT, salvo.front)
    author = frozenset({salvo.attacker})
    told = f"{wording.inside(salvo.attacker)} {_what(wording, salvo)} {target} ({front}): {_dials(wording, salvo)}."
    if salvo.covert:
        yield Headline(f"Something that nobody claims hit {target} ({front}).")
        yield Headline(f"{told} It is not claimed.", author)
    elif salvo.unclaimed:
        yield Headline(f"{told} It is not claimed, and nobody doubts whose it was.")
    else:
        yield Headline(told)
    if salvo.launched:
        yield Headline(_outcome(salvo, _people(wording, salvo)))
    elif salvo.deaths:
        yield Headline(_killed(salvo.deaths, _people(wording, salvo)))


def _what(wording: Wording, salvo: Salvo) -> str:
    """The verb of a strike: it depends on what is done, never on who does it."""
    if salvo.launched:
        return f"launched {wording.munitions(salvo.launched)} at"
    if wording.rules.options.ground[salvo.option]:
        return "carried out a ground operation against"
    return "acted against"


def _dials(wording: Wording, salvo: Salvo) -> str:
    order = wording.rules.options.orders[wording.rules.options.order[salvo.option]]
    if order not in wording.scenario.orders:
        return _inside(wording.describe(salvo.option))
    told = [
        name
        for parameter, name in wording.settings(salvo.option)
        if parameter in ("scale", "target", "means", "notice")
    ]
    return f"{_inside(wording.order(order))}; {', '.join(told)}"


def _inside(words: str) -> str:
    """Words as they stand inside a sentence: only the capital at their beginning goes."""
    return words[:1].lower() + words[1:]


def _people(wording: Wording, salvo: Salvo) -> str:
    """Whom a strike harms."""
    people = int(wording.rules.population[salvo.target, salvo.front])
    return wording.entry(Axis.POPULATION, people) if people >= 0 else ""


def _outcome(salvo: Salvo, people: str) -> str:
    launched, leaked = sum(salvo.launched.values()), sum(salvo.leaked.values())
    stopped = sum(sum(layer.stopped.values()) for layer in salvo.layers)
    arrived, engaged = sum(salvo.arrived.values()), sum(salvo.engaged.values())
    fates = (
        f"{arrived} arrived",
        _counted(arrived - engaged, "left to fall on open ground"),
        _counted(stopped, f"intercepted{_by_layer(salvo)}"),
    )
    through = f"{leaked or 'none'} got through{_where(salvo, leaked)}"
    told = f"Of {launched} launched, {', '.join(filter(None, fates))} and {through}."
    by_debris = " by falling debris" if not leaked else ""
    return f"{told} {_killed(salvo.deaths, people, by_debris)}" if salvo.deaths else told


def _counted(count: int, fate: str) -> str:
    """What became of some munitions; empty where there were none."""
    return f"{count} {'was' if count == 1 else 'were'} {fate}" if count else ""


def _where(salvo: Salvo, leaked: int) -> str:
    """Where what got through came down; empty where nothing did."""
    elsewhere = leaked - salvo.on_target - salvo.populated
    places = (
        (salvo.on_target, "on the target"),
        (salvo.populated, "in populated areas"),
        (elsewhere, "elsewhere"),
    )
    told = ", ".join(f"{count} {place}" for count, place in places if count > 0)
    return f": {told}" if told else ""


def _by_layer(salvo: Salvo) -> str:
    """What each layer of the defence stopped, from the outermost in."""
    counts = [(layer.name.lower(), sum(layer.stopped.values())) for layer in salvo.layers]
    told = [f"{name} {count}" for name, count in counts if count]
    return f" ({', '.join(told)})" if told else ""


def _killed(deaths: int, people: str, how: str = "") -> str:
    """How many died and of whom, and by what where that is known: if nothing got through, it was debris [A 66]."""
    whose = f" ({people})" if people else ""
    return (
        f"One person was killed{how}{whose}."
        if deaths == 1
        else f"About {deaths:,} people were killed{how}{whose}."
    )


def _of_changes(facts: Facts) -> Iterator[Headline]:
    for change in facts.changes:
        track, _ = facts.wording.rules.layout.entries(change.row)
        place = change.row - facts.wording.rules.layout.places[track.name].start
        told = TOLD.get((track.name, change.cause))
        if told is not None and _is_news(track.name, change):
            yield Headline(told(facts.wording, place, change), _audience(facts.wording, track.name, place))


def _is_news(track: str, change: Change) -> bool:
    """An asset that was used or lost in time is no longer about to be found, which nobody needs to be told."""
    return change.after > change.before if track == "asset_exposed" else change.after != change.before


def _audience(wording: Wording, track: str, place: int) -> frozenset[int] | None:
    """Who is told of a change: a prepared asset is its owner's secret, and its loss is known to who found it."""
    assets, rules = wording.rules.assets, wording.rules
    if track == "asset_exposed":
        return frozenset({int(assets.owner[place])})
    if track == "asset_spent":
        return frozenset({int(assets.owner[place]), int(rules.patron_of[assets.against[place]])})
    if track == "asked_to_hold":
        return frozenset(divmod(place, rules.powers))
    if track in ("cohesion", "loyalty"):
        return partner_headlines.audience(wording, track, place)
    return conduct_headlines.audience(wording, track, place)


def _line_crossed(wording: Wording, place: int, change: Change) -> str:
    lines = wording.rules.lines
    owner, against = wording.inside(int(lines.owner[place])), wording.inside(int(lines.against[place]))
    return f"{against} crossed a red line of {owner}: {wording.entry(Axis.LINE, place)}."


def _promise(words: str) -> Teller:
    def told(wording: Wording, place: int, change: Change) -> str:
        promises = wording.rules.promises
        holder, mediator = (wording.inside(int(side[place])) for side in (promises.holder, promises.mediator))
        stake = max(change.before, change.after)
        return f"{holder} {words} {mediator}, stake {stake}: {wording.entry(Axis.PROMISE, place)}."

    return told


def _talks(words: str) -> Teller:
    return lambda wording, place, change: f"{wording.entry(Axis.TALKS, place)}: {words}."


def _attributed(wording: Wording, place: int, change: Change) -> str:
    power, actor = divmod(place, wording.rules.actors)
    return f"An earlier act against {wording.inside(power)} is attributed to {wording.inside(actor)}."


def _exposed(wording: Wording, place: int, change: Change) -> str:
    return f"{wording.entry(Axis.ASSET, place)}: about to be found. Use it this turn or lose it."


def _found(wording: Wording, place: int, change: Change) -> str:
    rules = wording.rules
    finder = wording.inside(int(rules.patron_of[rules.assets.against[place]]))
    owner = wording.inside(int(rules.assets.owner[place]))
    return f"{finder} found what {owner} had prepared: {wording.entry(Axis.ASSET, place)}."


def _shattered(wording: Wording, place: int, change: Change) -> str:
    power, actor = divmod(place, wording.rules.actors)
    return f"{wording.inside(power)} had thought {wording.inside(actor)} deterred; the assessment was wrong."


def _fell(wording: Wording, place: int, change: Change) -> str:
    return f"The government of {wording.inside(place)} fell; a caretaker government took over."


def _drawn_in(wording: Wording, place: int, change: Change) -> str:
    return f"{wording.entry(Axis.HOST, place)} was drawn into the war."


def _lied(wording: Wording, place: int, change: Change) -> str:
    power, other = divmod(place, wording.rules.powers)
    return f"{wording.inside(power)} struck {wording.inside(other)} harder than it had assured over a back channel."


def _undercut(wording: Wording, place: int, change: Change) -> str:
    return f"{wording.inside(place)} brokered talks while its client struck on that front."


def _insecure(wording: Wording, place: int, change: Change) -> str:
    return f"After many impacts among its people, security is demanded of {wording.inside(place)} more than before."


def _affronted(wording: Wording, place: int, change: Change) -> str:
    name = wording.rules.layout.names[Axis.HOST][place]
    lent = " It withdraws its good offices for now." if wording.scenario.hosts[name].mediates else ""
    return f"{wording.entry(Axis.HOST, place)} was struck on its own ground.{lent}"


def _case(words: str) -> Teller:
    return lambda wording, place, change: (
        f"{wording.inside(place)} {words} before an assembly of states or a court."
    )


def _fled_again(wording: Wording, place: int, change: Change) -> str:
    people = wording.entry(Axis.POPULATION, place)
    fled = change.after - change.before
    return f"{people}: about {fled:,} people had to flee again, as the war goes on where they are."


def _harmed(words: str) -> Teller:
    return lambda wording, place, change: (
        f"{wording.entry(Axis.POPULATION, place)}: about {change.after - change.before:,} {words}, "
        "as the war goes on where they are."
    )


def _disregarded(wording: Wording, place: int, change: Change) -> str:
    patron, client = divmod(place, wording.rules.powers)
    return f"{wording.inside(client)} struck although {wording.inside(patron)} had asked it to hold."


def _season(wording: Wording, place: int, change: Change) -> str:
    words = "begins" if change.after else "is over"
    return f"Election season {words}: {wording.inside(place)}."


def _lost_control(wording: Wording, place: int, change: Change) -> str:
    return (
        f"Control was lost: {wording.entry(Axis.FRONT, change.after)}. Both governments stand at the brink."
    )


TOLD: dict[tuple[str, str], Teller] = {
    **partner_headlines.TOLD,
    **conduct_headlines.TOLD,
    ("line_crossed", causes.LINE_CROSSED): _line_crossed,
    ("promise_stake", causes.HOLDS_FOR_PROMISE): _promise("agreed to hold for a promise of"),
    ("promise_stake", causes.PROMISE_KEPT): _promise("saw a promise kept by"),
    ("promise_stake", causes.PROMISE_BROKEN): _promise("saw a promise broken by"),
    ("promise_stake", causes.STRUCK_INSTEAD): _promise("struck instead of holding for the promise of"),
    ("talks", causes.STEP_IN_TALKS): _talks("a step forward"),
    ("failures", causes.TALKS_FAILED): _talks("an attempt at a step forward failed"),
    ("conceded", causes.CONCESSION_WON): _talks("a concession was won"),
    ("owed", causes.ATTRIBUTED_LATER): _attributed,
    ("asset_exposed", causes.ABOUT_TO_BE_FOUND): _exposed,
    ("asset_spent", causes.FOUND_BEFORE_USE): _found,
    ("complacency", causes.ASSESSMENT_WRONG): _shattered,
    ("caretaker", causes.GOVERNMENT_FELL): _fell,
    ("drawn_in", causes.DRAWN_IN): _drawn_in,
    ("brink", causes.CONTROL_LOST): _lost_control,
    ("season", causes.ELECTION_CALENDAR): _season,
    ("assured", causes.ASSURANCE_BROKEN): _lied,
    ("standing", causes.TALKS_UNDERCUT): _undercut,
    ("insecurity", causes.MANY_IMPACTS): _insecure,
    ("affronted", causes.STRUCK_ON_ITS_GROUND): _affronted,
    ("legitimacy", causes.CASE_WON): _case("won its case"),
    ("legitimacy", causes.CASE_LOST): _case("lost its case"),
    ("killed", causes.WAR_GOES_ON): _harmed("killed"),
    ("displaced", causes.WAR_GOES_ON): _harmed("driven out"),
    ("displaced_again", causes.SAFE_AREAS_SHRINK): _fled_again,
    ("asked_to_hold", causes.STRUCK_THOUGH_ASKED): _disregarded,
}
"""What is told of a change, by its track and cause."""


def _events(facts: Facts) -> Iterator[Headline]:
    """What happened without anybody ordering it, and whom it killed."""
    layout = facts.wording.rules.layout
    for event, name in enumerate(facts.wording.scenario.events):
        if not facts.rose("event", event):
            continue
        told = facts.wording.scenario.events[name]
        killed = sum(
            change.after - change.before
            for change in facts.changes
            if change.cause == told.name and layout.entries(change.row)[0].name == "killed"
        )
        people = facts.wording.named(Axis.POPULATION, told.harm.population) if told.harm else ""
        yield Headline(f"{told.text} {_killed(killed, people)}" if killed else told.text)


def _windows(facts: Facts) -> Iterator[Headline]:
    """Reply windows that opened at this stage."""
    for power, actor in np.argwhere(facts.after.window[:, :, 0] > 0):
        if facts.rose("window", int(power), int(actor)):
            yield Headline(
                f"A reply window opened: {facts.wording.inside(int(power))} toward {facts.wording.inside(int(actor))}."
            )


def _rungs(facts: Facts) -> Iterator[Headline]:
    for front, (before, after) in enumerate(
        zip(facts.before.rung[:, 0], facts.after.rung[:, 0], strict=True)
    ):
        if before != after:
            name = facts.wording.entry(Axis.FRONT, front)
            yield Headline(f"{name}: rung {before} ({RUNGS[before]}) → {after} ({RUNGS[after]}).")


def _endings(facts: Facts) -> Iterator[Headline]:
    ending = Ending(int(facts.after.ending[0]))
    if ending is not Ending(int(facts.before.ending[0])):
        yield Headline(_ENDINGS[ending])


_ENDINGS = {
    Ending.REGIONAL_WAR: "A regional war began.",
    Ending.SETTLEMENT: "The parties reached a settlement.",
    Ending.HORIZON: "The last turn is over.",
}
