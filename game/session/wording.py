"""The game's numbers and options in words: the same words for screens, text, logs and the debrief."""

import numpy as np

from game.rules.appeals import chance
from game.rules.hosts import offices
from game.rules.state import State
from game.rules.tables import Label, Reply, Rules, Slot, Stage
from game.rules.talks import step_chance
from game.rules.tracks import Axis, Tally, Track
from game.rules.view import View
from game.scenario.compile.dials import MEANS, NOTICES, SCALES
from game.scenario.compile.special import LIMITS
from game.scenario.compile.strikes import acts_of
from game.scenario.models import Scenario

RUNGS = (
    "quiet",
    "shadow",
    "harassment",
    "tit-for-tat",
    "line-crossing",
    "open exchange",
    "campaign",
    "general war",
)
"""The ladder (rules.md §9)."""

SLOT_NAMES = {
    Slot.FORCE: "Force",
    Slot.GUARD: "Guard",
    Slot.DIPLOMATIC: "Voice, diplomatic",
    Slot.DECLARATORY: "Voice, declaratory",
    Slot.OFFER: "Offer",
    Slot.ANSWER: "Answer",
    Slot.BRINK: "Brink",
}

_FIRST_OF_MENU = {
    "pass": "pass",
    "no_offer": "no offer",
    "offer": "offer a promise",
    "absorb": "absorb",
    "protest": "protest",
    "accept": "accept the offer",
    "stop": "stop",
    "go_on": "go on",
}
_LIMITS = {
    "none": "no strike next turn",
    "limited": "a limited strike at most",
    "large": "a large strike at most",
}
_BETWEEN_TWO = {
    "assured": "what {0} assured {1} of for this turn",
    "assured_next": "what {0} assured {1} of for the next turn",
    "owed": "owed to {1} by {0}'s audiences",
    "humiliation": "of that, humiliation of {0} by {1}",
    "credibility": "credibility of {0} with {1}",
    "trust": "trust of {1} in the word of {0}",
    "presence": "presence of {0} with {1}",
    "asked_to_hold": "turns for which {0} asks {1} to hold",
    "alignment": "alignment of {0} with {1}",
    "stock": "{1} of {0}",
    "unclaimed": "resolve of acts of {0} against {1} that it has not claimed",
    "blows": "turns in which {0} openly struck {1}",
    "held_back": "times that {0} let a blow of {1} pass or held, since it last struck",
    "denied": "acts against {1} denied by {0}",
    "marked": "turns for which {0} strikes back at {1}",
    "interest": "interest of {0} due to {1}",
    "penetration": "penetration of {1} by {0}",
    "complacency": "complacency of {0} about {1}",
    "inducement": "inducements of {0} to {1}",
    "veiled": "unattributed injury of {0} by {1}",
}

UNWELCOME = frozenset({
    "owed", "humiliation", "rung", "market", "killed", "displaced", "disarray", "losses", "agenda", "grievance",
    "nuclear",
})  # fmt: skip
"""Tracks whose rise is nothing to wish for."""

_ACTORS = (Axis.ACTOR, Axis.POWER, Axis.PARTNER)
_PRESSING, VERY_HIGH = "urgent", "very high"


class Wording:
    """Names and phrases of one scenario."""

    def __init__(self, scenario: Scenario, rules: Rules) -> None:
        self.scenario = scenario
        self.rules = rules
        self._names = {
            Axis.POWER: {name: power.name for name, power in scenario.powers.items()},
            Axis.PARTNER: {name: partner.name for name, partner in scenario.partners.items()},
            Axis.CAMP: {name: camp.name for name, camp in scenario.camps.items()},
            Axis.FRONT: {name: front.name for name, front in scenario.fronts.items()},
            Axis.HOST: {name: host.name for name, host in scenario.hosts.items()},
            Axis.TALKS: {name: talks.name for name, talks in scenario.talks.items()},
            Axis.LINE: {name: line.name for name, line in scenario.lines.items()},
            Axis.PROMISE: {name: promise.name for name, promise in scenario.promises.items()},
            Axis.ASSET: {name: asset.name for name, asset in scenario.assets.items()},
            Axis.POPULATION: {name: people.name for name, people in scenario.populations.items()},
            Axis.EVENT: {name: event.name for name, event in scenario.events.items()},
            Axis.MUNITION: {name: munition.name for name, munition in scenario.munitions.items()},
            Axis.LAYER: {
                f"{name}.{layer}": f"{defence.name}, {what.name}"
                for name, defence in scenario.defences.items()
                for layer, what in defence.layers.items()
            },
        }
        self._names[Axis.ACTOR] = self._names[Axis.POWER] | self._names[Axis.PARTNER]
        self._names[Axis.MESSAGE] = {name: self._message(name) for name in rules.layout.names[Axis.MESSAGE]}
        self._names[Axis.TALLY] = {tally: tally.replace("_", " ") for tally in Tally}

    def _message(self, name: str) -> str:
        """A repeated message in words: who says it to whom, then its scale, target and means."""
        spoken, *dials = name.split("/")
        written = self.scenario.dials
        scales = {str(each): scale.name for each, scale in written.scale.items()}
        means = {str(each): way.name for each, way in written.means.items()}
        targets = {each: target.name for each, target in written.target.items()}
        between = " to ".join(self.named(Axis.ACTOR, actor) for actor in spoken.split(">"))
        said = (names[dial] for names, dial in zip((scales, targets, means), dials, strict=True))
        return ", ".join((between, *(each.partition(":")[0].lower() for each in said)))

    def entry(self, axis: Axis, place: int) -> str:
        """The name of the entry at a place of an axis, as ``entry(Axis.FRONT, 0)``."""
        return self.named(axis, self.rules.layout.names[axis][place])

    def named(self, axis: Axis, name: str) -> str:
        """The name as shown of an entry given by its id; the id itself where none is written."""
        return self._names.get(axis, {}).get(name, name)

    def layer(self, name: str) -> str:
        """The name of a defence layer within its defence, given as ``israel.upper``."""
        defence, _, layer = name.partition(".")
        return self.scenario.defences[defence].layers[layer].name

    def actor(self, number: int) -> str:
        """The name of an actor: powers come first, then partners."""
        return self.entry(Axis.ACTOR, number)

    def government(self, power: str) -> str:
        """Who decides for a power, as *northern government*: one plays a government, not a people."""
        return f"{self.scenario.powers[power].adjective} government"

    def in_text(self, actor: str) -> str:
        """The name of an actor, given by its id, as it stands inside a sentence."""
        model = self.scenario.powers.get(actor) or self.scenario.partners[actor]
        return model.in_text or model.name

    def inside(self, actor: int) -> str:
        """The same for an actor given by its number."""
        return self.in_text(self.rules.layout.names[Axis.ACTOR][actor])

    def beginning(self, actor: int) -> str:
        """The name of an actor at the beginning of a sentence."""
        return begun(self.inside(actor))

    def in_phrase(self, axis: Axis, name: str) -> str:
        """The name of an entry as it stands inside a phrase."""
        return self.in_text(name) if axis in _ACTORS else self.named(axis, name)

    def row(self, row: int) -> str:
        """What a row of the state is about, as ``owed to Israel by Iran's audiences``."""
        track, entries = self.rules.layout.entries(row)
        told = self.in_phrase if track.name in _BETWEEN_TWO else self.named
        return _phrase(track, [told(axis, entry) for axis, entry in zip(track.axes, entries, strict=True)])

    def value(self, row: int, value: int) -> str:
        """A row's value as shown: points with one decimal, counts and turns whole."""
        track, _ = self.rules.layout.entries(row)
        return amount(track, value)

    def band(self, view: View, row: int) -> str:
        """The band of a row as a word; what is welcome is not *urgent* but *very high*."""
        word, (track, _) = view.band(row), self.rules.layout.entries(row)
        return VERY_HIGH if word == _PRESSING and track.name not in UNWELCOME else word

    def known(self, view: View, row: int) -> str:
        """A row as a seat knows it: exactly, or as a band with its bounds."""
        track, _ = self.rules.layout.entries(row)
        low, high = (amount(track, bound) for bound in view.bounds(row))
        if view.known(row):
            return low
        return (
            f"{self.band(view, row)} ({low} to {high})"
            if track.unit == "points"
            else f"about {low} to {high}"
        )

    def change(self, row: int, before: int, after: int) -> tuple[str, str]:
        """Two values of a row as shown, with a second decimal where one would make them look equal."""
        track, _ = self.rules.layout.entries(row)
        was, now = amount(track, before), amount(track, after)
        return (was, now) if was != now else (_finely(before), _finely(after))

    def stage(self, stage: int) -> str:
        """A stage as shown, as ``answers, exchange 2``."""
        name, _, number = Stage(stage).name.lower().partition("_")
        return {"orders": "orders", "offer": "offers", "answer": "answers", "brink": "the brink"}[name] + (
            f", exchange {number}" if number else ""
        )

    def order(self, order: str) -> str:
        """The name of an order, or of a choice that every game has, such as *absorb*."""
        written = self.scenario.orders.get(order)
        return written.name if written else _FIRST_OF_MENU[order]

    def describe(self, option: int) -> str:
        """An option in words, with what it binds unless its order's name says that already."""
        options = self.rules.options
        if options.slot[option] == Slot.PARTNER:
            return self._partner_act(option)
        order = options.orders[options.order[option]]
        name, told = self.order(order), [setting for _, setting in self.settings(option)]
        says_all = not told or (len(told) == 1 and told[0].lower() in name.lower())
        return name if says_all else f"{name}: {', '.join(told)}"

    def _partner_act(self, option: int) -> str:
        partner, _, kind = self.rules.options.keys[option].partition(":")
        return acts_of(self.scenario.partners[partner])[kind].name

    def settings(self, option: int) -> list[tuple[str, str]]:
        """What an option binds, as pairs of a parameter and the name of its value.

        Strikes bind ``at``, ``scale``, ``target``, ``means`` and ``notice``; other orders what their effects
        leave open: ``of`` (the entry picked), ``line``, ``stake``, ``promise``, ``talks``, ``partner``, ``toward``.
        A name with an explanation after a colon is given without it.
        """
        return [(parameter, name.partition(":")[0]) for parameter, _, name in self.parameters(option)]

    def parameters(self, option: int) -> list[tuple[str, str, str]]:
        """As ``settings``, with the value's id between the parameter and its name."""
        found = [*self._chosen(option), *self._words(option)]
        return [*found, *self._dials(option)] if self.rules.options.strike[option] else found

    def _chosen(self, option: int) -> list[tuple[str, str, str]]:
        options = self.rules.options
        order = self.scenario.orders.get(options.orders[options.order[option]])
        if order is None or not order.choose:
            return []
        entry = options.keys[option].split("/")[2 if ":reply/" in options.keys[option] else 1]
        names = [names[entry] for names in self._names.values() if entry in names]
        return [("of", entry, names[0] if names else entry)]

    def _words(self, option: int) -> list[tuple[str, str, str]]:
        options, found = self.rules.options, []
        columns = (
            ("line", options.line, Axis.LINE),
            ("line", options.retires, Axis.LINE),
            ("promise", options.promise, Axis.PROMISE),
            ("talks", options.broker, Axis.TALKS),
            ("partner", options.ask_act, Axis.PARTNER),
            ("partner", options.ask_restraint, Axis.PARTNER),
            ("toward", options.presses, Axis.POWER),
            ("toward", options.restrains, Axis.POWER),
            ("toward", options.appeals, Axis.ACTOR),
            ("toward", options.assures, Axis.POWER),
            ("toward", options.concludes, Axis.ACTOR),
            ("asset", options.asset, Axis.ASSET),
            ("toward", options.claims, Axis.ACTOR),
            ("toward", options.denies, Axis.ACTOR),
        )
        for parameter, column, axis in columns:
            if column[option] >= 0:
                number = int(column[option])
                found.append((parameter, self.rules.layout.names[axis][number], self.entry(axis, number)))
        if options.slot[option] == Slot.BRINK and options.front[option] >= 0:
            front = int(options.front[option])
            found.append(("front", self.rules.layout.names[Axis.FRONT][front], self.entry(Axis.FRONT, front)))
        if options.assures[option] >= 0:
            limit = LIMITS[options.limit[option]]
            found.append(("limit", limit, _LIMITS[limit]))
        if options.stake[option] > 0:
            found.append(("stake", str(options.stake[option]), f"stake {options.stake[option]}"))
        if options.reply[option] == Reply.PROTEST:
            target = int(options.target[option])
            found.append(("toward", self.rules.layout.names[Axis.ACTOR][target], self.actor(target)))
        return found

    def _dials(self, option: int) -> list[tuple[str, str, str]]:
        options, dials = self.rules.options, self.scenario.dials
        actor = self.rules.layout.names[Axis.ACTOR][options.target[option]]
        front = self.rules.layout.names[Axis.FRONT][options.front[option]]
        scale, notice = SCALES[options.scale[option] - 1], NOTICES[options.notice[option]]
        target, means = (
            self.rules.target_classes.names[options.target_class[option]],
            MEANS[options.means[option]],
        )
        place = f"at {self.in_text(actor)} ({self.named(Axis.FRONT, front)})"
        return [
            ("at", f"{actor}/{front}", place),
            ("scale", scale, dials.scale[scale].name.lower()),
            ("target", target, dials.target[target].name.lower()),
            ("means", means, dials.means[means].name.lower()),
            ("notice", notice, dials.notice[notice].name.lower()),
        ]

    def label(self, option: int) -> str:
        """What a strike says: calibrated, measured or decisive."""
        return Label(int(self.rules.options.label[option])).name.lower()

    def law_of_war(self, option: int) -> str:
        """The note that is shown before a strike is confirmed; empty where there is none."""
        if not self.rules.options.strike[option]:
            return ""
        names = self.rules.target_classes.names
        return self.scenario.dials.target[names[self.rules.options.target_class[option]]].law_of_war

    def prospects(self, state: State, talks: int) -> str:
        """How likely an attempt moves talks as things stand in one game, and which hosts lend their good offices."""
        hosts = np.flatnonzero(self.rules.talks.mediators[talks]).tolist()
        moved = f"as things stand an attempt moves them with a chance of {step_chance(self.rules, state)[talks, 0]} %"
        willing = offices(self.rules, state)[talks, :, 0]
        lent = ", ".join(self.entry(Axis.HOST, host) for host in hosts if willing[host])
        withheld = ", ".join(self.entry(Axis.HOST, host) for host in hosts if not willing[host])
        told = [
            moved,
            f"good offices: {lent}" if lent else "",
            f"not lent now: {withheld}" if withheld else "",
        ]
        return "; ".join(filter(None, told))

    def case(self, state: State, power: int) -> str:
        """How likely a power wins a case as things stand; empty where it has nowhere to take one."""
        options = self.rules.options
        if not ((options.power == power) & (options.appeals >= 0)).any():
            return ""
        won = chance(self.rules, state)[power, 0]
        return f"A case before an assembly of states or a court would be won with a chance of {won} %."

    def munitions(self, counts: dict[str, int]) -> str:
        """Counts by munition in words, as ``170 drones, 30 cruise missiles``."""
        return ", ".join(
            f"{count} {self._munition(name, count).lower()}" for name, count in counts.items() if count
        )

    def _munition(self, name: str, count: int) -> str:
        single = self.scenario.munitions[name].one if count == 1 else ""
        return single or self.named(Axis.MUNITION, name)


def begun(words: str) -> str:
    """Words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def first_sentence(text: str) -> str:
    """The first sentence of a text, where there is no room for the whole of it."""
    return text.split(". ", maxsplit=1)[0].removesuffix(".") + "."


def amount(track: Track, value: int) -> str:
    """A value of a track as shown: points with one decimal, counts and turns whole."""
    shown = f"{value / 100:.1f}" if track.unit == "points" else f"{value:,}"
    return shown.replace("-", "−")


def _finely(points: int) -> str:
    """Points with two decimals."""
    return f"{points / 100:.2f}".replace("-", "−")


def _phrase(track: Track, names: list[str]) -> str:
    if track.name in _BETWEEN_TWO:
        return _BETWEEN_TWO[track.name].format(*names)
    what = track.meaning if track.name not in _OWN_NAMES else track.name.replace("_", " ")
    return f"{what}, {', '.join(names)}" if names else what


_OWN_NAMES = ("standing", "attention", "readiness", "warning", "legitimacy", "cohesion", "capacity", "loyalty",
              "agenda", "grievance", "rung", "disarray", "talks", "transparency")  # fmt: skip
"""Tracks that are shown under the word of the rules; others by their meaning."""
