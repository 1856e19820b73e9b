"""Reading one strike off the report of its stage: what the rules noted of it and what was recorded with its cause.

Nothing of a rule is worked out again: how a blow was weighed the ledger noted while it booked it (``Taken``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.report.blow import Between, Blow, Weight
from game.rules import assurances, causes, ledger
from game.rules.tables import Label
from game.rules.tracks import Axis
from game.rules.turn import rule_name
from game.session.session import Session
from game.session.stage_report import Salvo, StageReport, Told
from game.session.wording import begun

_PAYS: Final = rule_name(ledger.pay)
_EXPOSES: Final = rule_name(assurances.expose)


def blow_of(session: Session, place: int, salvo: Salvo) -> Blow:
    """One strike of a finished game, of the stage at a place of its log."""
    return _Reader(session, place, salvo).blow()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one strike off the report of its stage, given by its place in the log."""

    session: Session
    place: int
    salvo: Salvo

    @property
    def report(self) -> StageReport:
        return self.session.reports[self.place]

    @property
    def by_power(self) -> bool:
        return self.salvo.attacker < self.session.rules.powers

    @property
    def at_power(self) -> bool:
        return self.salvo.target < self.session.rules.powers

    @property
    def unknown(self) -> bool:
        """Whether whom it hit does not know whose it is; partners know whom to bear a grudge, whoever claims it."""
        return self.salvo.covert and self.at_power

    def blow(self) -> Blow:
        option, options = self.salvo.option, self.session.rules.options
        carried, humiliation = int(options.provocation[option]), int(options.humiliation[option])
        taken = self.salvo.taken
        return Blow(
            turn=self.report.turn,
            stage=self.session.wording.stage(self.report.stage),
            striker=self.session.wording.actor(self.salvo.attacker),
            target=self.session.wording.actor(self.salvo.target),
            act=self.session.wording.describe(option),
            label=Label(int(options.label[option])).name.lower(),
            circumstances=tuple(self._circumstances()),
            meant=Weight(carried / 100, humiliation / 100),
            understood=Weight(taken.felt / 100, taken.humiliation / 100 if self.at_power else 0.0),
            toward=self._toward(),
            between=tuple(Between(why, by / 100) for why, by in self._between(carried, humiliation) if by),
            brought=tuple(self._brought()),
        )

    def _name(self, actor: int) -> str:
        return self.session.wording.inside(actor)

    # --- how it was meant ------------------------------------------------------------------------------

    def _circumstances(self) -> Iterator[str]:
        yield self._resolve()
        if self.by_power:
            yield self._answered()
        else:
            yield from self._by_partner()
        yield self._claimed()
        yield from self._concluded()
        yield from self._assured()

    def _resolve(self) -> str:
        full = int(self.session.rules.options.resolve[self.salvo.option])
        shown = f"It showed resolve of {self.salvo.resolve / 100:.2f}"
        if self.salvo.resolve < full:
            return f"{shown}, of {full / 100:.2f}: the same message had been sent before."
        if self.salvo.resolve > full:
            return f"{shown}, for {full / 100:.2f}: with interest, after a broken promise."
        return f"{shown}."

    def _answered(self) -> str:
        """What was owed when it was chosen, and what of that it paid."""
        owed = self._before("owed", self.salvo.attacker, self.salvo.target)
        row = self._row("owed", self.salvo.attacker, self.salvo.target)
        paid = sum(
            change.before - change.after
            for change in self.report.changes
            if change.row == row and change.rule == _PAYS
        )
        if not owed:
            return "Nothing was owed to whom it was aimed at."
        return (
            f"{owed / 100:.2f} was owed to {self._name(self.salvo.target)}; it paid {paid / 100:.2f} of that."
        )

    def _by_partner(self) -> Iterator[str]:
        """Whether its patron had requested it, and what it said of it in the same turn."""
        after = self.session.history()[self.place + 1]
        partner = self.salvo.attacker - self.session.rules.powers
        yield "Its patron had requested it." if self.salvo.asked else "It acted unasked."
        if int(after.credited[partner, 0]):
            yield "Its patron credited it."
        if int(after.disowned[partner, 0]):
            yield "Its patron declared that it took no part."

    def _claimed(self) -> str:
        if self.salvo.covert:
            return "Nobody claimed it."
        return (
            "Nobody claimed it, and nobody doubted whose it was."
            if self.salvo.unclaimed
            else "It was claimed."
        )

    def _concluded(self) -> Iterator[str]:
        """Whether it was said to be the end of the matter: such words are new in the turn in which they are said."""
        after = self.session.history()[self.place + 1]
        attacker, target = self.salvo.attacker, self.salvo.target
        if self.by_power and int(after.concluded[attacker, target, 0]) > 1:
            yield "Its author said in the same turn that the matter was concluded."

    def _assured(self) -> Iterator[str]:
        taken, target = self.salvo.taken, self._name(self.salvo.target)
        if taken.assured < taken.doubled:
            yield f"It kept within what {target} had been assured of."
        if any(told.cause == causes.ASSURANCE_BROKEN for told in self._about_striker("credibility", "trust")):
            yield f"It went beyond what {target} had been assured of."

    # --- what lay between ------------------------------------------------------------------------------

    def _between(self, carried: int, humiliation: int) -> Iterator[tuple[str, int]]:
        """What each rule that weighs a blow made of it, in the order in which they do; hundredths."""
        taken = self.salvo.taken
        yield "what was stopped on its way", taken.landed - carried
        felt_as = taken.humiliation if self.at_power else 0
        dearer = taken.biased - taken.landed + (felt_as - humiliation) * self.at_power
        yield "one's own injuries weigh dearer", dearer
        yield "luck of how it was taken", taken.spread - taken.biased
        yield "the sting of its being claimed", taken.stung - taken.spread
        yield "hit again after saying that it was concluded", taken.doubled - taken.stung
        yield "it kept within an assurance", taken.assured - taken.doubled
        yield "its author was not known", taken.felt - taken.assured
        if not self.at_power:
            yield "armed groups book no humiliation", -humiliation

    # --- what came of it -------------------------------------------------------------------------------

    def _toward(self) -> str:
        if not self.at_power:
            return "felt as its local grievance"
        return "felt toward nobody" if self.unknown else f"felt toward {self._name(self.salvo.attacker)}"

    def _brought(self) -> Iterator[str]:
        yield from (f"{begun(str(told))}." for told in self._booked())
        yield from self._shared()
        yield from self._lines()
        yield from self._windows()
        yield from (f"{begun(str(told))}." for told in self._about_striker("legitimacy"))
        yield from (
            f"{begun(str(told))}."
            for told in self._about_striker("credibility", "trust")
            if told.rule == _EXPOSES
        )
        yield from self._named_later()
        yield from self._beliefs()

    def _booked(self) -> Iterator[Told]:
        """What was booked for whom it hit, as recorded: with all that the same actor did to it in the step."""
        target = self.salvo.target
        if not self.at_power:
            row = self._row("grievance", target - self.session.rules.powers)
        elif self.unknown:
            row = self._row("unknown", target)
        else:
            row = self._row("owed", target, self.salvo.attacker)
        for _, told in self.report.told:
            if told.row == row and told.cause in BOOKED:
                yield told

    def _shared(self) -> Iterator[str]:
        """What a patron booked besides: whose partner was struck, or by whose partner it was done."""
        if not self.salvo.taken.shared:
            return
        patron_of = self.session.rules.patron_of
        shared = f"{self.salvo.taken.shared / 100:.2f}"
        if self.at_power:
            patron = self._name(int(patron_of[self.salvo.attacker]))
            holder = begun(self._name(self.salvo.target))
            yield f"{holder} booked {shared} toward {patron} besides, whose partner it was."
        else:
            patron = begun(self._name(int(patron_of[self.salvo.target])))
            yield f"{patron} booked {shared} toward {self._name(self.salvo.attacker)}, for its partner was struck."

    def _lines(self) -> Iterator[str]:
        lines = self.session.rules.lines
        for line in range(len(lines.owner)):
            between = (lines.against[line], lines.protects[line])
            row = self._row("line_crossed", line)
            crossed = any(change.row == row and change.after for change in self.report.changes)
            if crossed and between == (self.salvo.attacker, self.salvo.target) and not self.salvo.covert:
                owner, name = (
                    self._name(int(lines.owner[line])),
                    self.session.wording.entry(Axis.LINE, line),
                )
                yield f"It crossed a red line of {owner}: {name}."

    def _windows(self) -> Iterator[str]:
        """Windows that stood open after it between those whom it concerns; a blow that nobody claims opens none."""
        if self.salvo.covert or self.report.turn_ended:
            return
        patron_of = self.session.rules.patron_of
        holders = {self.salvo.target, int(patron_of[self.salvo.target])}
        toward = {self.salvo.attacker, int(patron_of[self.salvo.attacker])}
        for holder, actor in self.report.windows:
            if holder in holders and actor in toward:
                yield f"A reply window stood open after it: {self._name(holder)} toward {self._name(actor)}."

    def _about_striker(self, *tracks: str) -> Iterator[Told]:
        """Changes of the striker's own numbers for what this kind of strike does to them."""
        if not self.by_power:
            return
        own = self.session.rules.layout.names[Axis.POWER][self.salvo.attacker]
        for _, told in self.report.told:
            track, entries = self.session.rules.layout.entries(told.row)
            if track.name in tracks and entries[0] == own and told.rule in (_PAYS, _EXPOSES):
                yield told

    def _named_later(self) -> Iterator[str]:
        """What became of the question whose it was."""
        if not self.unknown:
            return
        row = self._row("veiled", self.salvo.target, self.salvo.attacker)
        for report in self.session.reports[self.place :]:
            for change in report.changes:
                if change.row == row and change.after < change.before:
                    yield NAMED[change.cause].format(turn=report.turn, author=self._name(self.salvo.attacker))
                    return
        yield "Its author had not been named when the game ended."

    def _beliefs(self) -> Iterator[str]:
        """What its rivals believed of its threats before it, and at the end of its turn, with every cause."""
        rules = self.session.rules
        if not self.by_power:
            return
        last = max(place for place, each in enumerate(self.session.reports) if each.turn == self.report.turn)
        end = self.session.history()[last + 1]
        for rival in np.flatnonzero(rules.rivals[self.salvo.attacker]).tolist():
            pair = self.salvo.attacker, rival
            before, after = self._before("credibility", *pair), int(end.credibility[*pair, 0])
            who = f"Belief of {self._name(rival)} in the threats of {self._name(self.salvo.attacker)}"
            if before == after:
                yield f"{who}: {before / 100:.1f} before, and at the end of the turn."
                continue
            why = ", ".join(self._causes(self._row("credibility", *pair), last))
            yield f"{who}: {before / 100:.1f} before, {after / 100:.1f} at the end of the turn ({why})."

    def _causes(self, row: int, last: int) -> list[str]:
        reports = self.session.reports[self.place : last + 1]
        return list(
            dict.fromkeys(change.cause for each in reports for change in each.changes if change.row == row)
        )

    # --- the state -------------------------------------------------------------------------------------

    def _row(self, track: str, *entry: int) -> int:
        return int(self.session.rules.layout.cells(track, *entry))

    def _before(self, track: str, *entry: int) -> int:
        """A number when the strike was chosen, hundredths."""
        return int(getattr(self.session.history()[self.place], track)[*entry, 0])


BOOKED: Final = (causes.STRUCK, causes.AUTHOR_NOT_KNOWN)
"""Causes by which an injury is booked for whom a strike hit."""

NAMED: Final = {
    causes.ATTRIBUTED_LATER: "In turn {turn} it was attributed to {author}: from then on it was owed to it, whole.",
    causes.CLAIMED_LATER: "In turn {turn} {author} claimed it: from then on it was owed to it, whole.",
    causes.NEVER_ATTRIBUTED: "It was never attributed, and lapsed in turn {turn}.",
}
"""How what nobody knew the author of was settled, by the cause with which the ledger clears it."""
