"""What each power sought, beside what came of it: the gap between a wanted act and the wanted result (A 7, A 24)."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.report.outcome import MandateLine, mandates
from game.rules.state import State
from game.rules.tables import Label, Slot
from game.session.chosen import chosen_options
from game.session.log import Chosen
from game.session.session import Session

WAR = "a regional war"


@dataclass(frozen=True, slots=True)
class Stood:
    """How a power stood toward the actor that an act was aimed at; true values, points."""

    owed: float
    """What its audiences felt was owed to that actor."""
    credibility: float
    """Its own, with that actor or the actor's patron."""
    standing: float


@dataclass(frozen=True, slots=True)
class ActGap:
    """One act: what the power stood at when it chose it, and at the end of the game."""

    turn: int
    stage: str
    act: str
    toward: str
    """The actor that it was aimed at."""
    believer: str
    """The power whose belief counts: that actor, or its patron."""
    chose: Stood
    got: Stood | None
    """None after a regional war."""
    reason: str = ""
    """What people wrote when they chose it."""

    @property
    def words(self) -> str:
        """What was chosen and from where, and what was got."""
        chose, got = self.chose, self.got
        had = f"owed to {self.toward} {chose.owed:.1f}, credibility with {self.believer} {chose.credibility:.1f}"
        end = f"{got.owed:.1f}, {got.credibility:.1f} and {got.standing:.1f}" if got else WAR
        when = f"Turn {self.turn}, {self.stage}"
        return f"{when}: chose {self.act}. Then: {had}, standing {chose.standing:.1f}. Got in the end: {end}."


@dataclass(frozen=True, slots=True)
class Gap:
    """One power: its aims, and its decisive acts or, where it had none, its heaviest blow."""

    power: str
    name: str
    aims: tuple[MandateLine, ...]
    """Met or not at the end; after a regional war none counts as met."""
    acts: tuple[ActGap, ...]


@dataclass(frozen=True, slots=True)
class _Act:
    """An option that a power chose, and the position in which it chose."""

    option: int
    turn: int
    stage: int
    state: State
    chosen: Chosen


def gaps(session: Session) -> tuple[Gap, ...]:
    """What every power sought and got. Raises SessionError while the game goes on."""
    war = session.ending == "regional_war"
    return tuple(
        Gap(
            power,
            model.name,
            tuple(MandateLine(aim.text, aim.met and not war, aim.secret) for aim in mandates(session, seat)),
            tuple(_gap(session, seat, act, war) for act in _decisive(session, seat)),
        )
        for seat, (power, model) in enumerate(session.scenario.powers.items())
    )


def _decisive(session: Session, seat: int) -> list[_Act]:
    """Decisive strikes and going on at the brink; where there are none, the strike that showed most resolve."""
    options, acts = session.rules.options, list(_acts(session, seat))
    strikes = [act for act in acts if options.strike[act.option]]
    decisive = [
        act
        for act in acts
        if options.slot[act.option] == Slot.BRINK or options.label[act.option] == Label.DECISIVE
    ]
    heaviest = sorted(strikes, key=lambda act: -int(options.resolve[act.option]))[:1]
    return decisive or heaviest


def _acts(session: Session, seat: int) -> Iterator[_Act]:
    """Every strike that a power ordered, and every time that it went on at the brink."""
    options, history = session.rules.options, session.history()
    for each in chosen_options(session):
        went_on = each.slot is Slot.BRINK and options.front[each.option] >= 0
        if each.seat == seat and (options.strike[each.option] or went_on):
            state = history[each.place]
            yield _Act(each.option, each.entry.turn, each.entry.stage, state, each.chosen)


def _gap(session: Session, seat: int, act: _Act, war: bool) -> ActGap:
    target = _aimed_at(session, seat, act)
    final = session.history()[-1]
    return ActGap(
        turn=act.turn,
        stage=session.wording.stage(act.stage),
        act=session.wording.describe(act.option),
        toward=session.wording.inside(target),
        believer=session.wording.inside(int(session.rules.patron_of[target])),
        chose=_stood(session, act.state, seat, target),
        got=None if war else _stood(session, final, seat, target),
        reason=act.chosen.reason,
    )


def _aimed_at(session: Session, seat: int, act: _Act) -> int:
    """The actor that an act is aimed at; at the brink the power on the other side of the front."""
    options = session.rules.options
    if options.slot[act.option] != Slot.BRINK:
        return int(options.target[act.option])
    first, second = session.rules.fronts.principals[options.front[act.option]].tolist()
    return int(second if first == seat else first)


def _stood(session: Session, state: State, seat: int, target: int) -> Stood:
    patron = int(session.rules.patron_of[target])
    return Stood(
        owed=int(state.owed[seat, target, 0]) / 100,
        credibility=int(state.credibility[seat, patron, 0]) / 100,
        standing=int(state.standing[seat, 0]) / 100,
    )
