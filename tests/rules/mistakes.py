"""One-line mistakes in the rules, each with the tests that are about it; ``mutations`` tries them."""

from dataclasses import dataclass
from pathlib import Path


class MutationError(Exception):
    """A mutation no longer fits the code; the message names the line that it is about."""


@dataclass(frozen=True)
class Mutation:
    """A mistake in one line: what it amounts to, where, and which tests are about that."""

    mistake: str
    module: str
    line: str
    wrong: str
    tests: tuple[str, ...]

    def make(self, tree: Path) -> None:
        """Make the mistake in a tree. Raises MutationError unless the line is there exactly once."""
        file = tree / "game" / "rules" / f"{self.module}.py"
        text = file.read_text(encoding="utf-8")
        if text.count(self.line) != 1:
            raise MutationError(
                f"{file.name}: {self.line!r} is there {text.count(self.line)} times, not once"
            )
        file.write_text(text.replace(self.line, self.wrong), encoding="utf-8")


MUTATIONS = (
    Mutation(
        "Humiliation is paid one for one by any strike",
        "ledger",
        "np.where(in_full, rest, times(rest, numbers.humiliation_paid))",
        "np.where(in_full, rest, rest)",
        ("rules/test_ledger.py", "rules/test_dials.py"),
    ),
    Mutation(
        "Each side books its own injuries no dearer",
        "blows",
        "return rules.numbers.injury_bias if rules.assumptions.injury_bias else 100",
        "return 100",
        ("rules/test_ledger.py", "rules/test_dials.py"),
    ),
    Mutation(
        "What a promise freezes fades all the same",
        "ledger",
        "faded = times(open_owed, numbers.fade)",
        "faded = times(state.owed, numbers.fade)",
        ("rules/test_ledger.py", "rules/test_promises.py", "stories"),
    ),
    Mutation(
        "A blow struck with interest counts as overreach",
        "ledger",
        " * (1 - state.interest.take(pair.take(over)))",
        "",
        ("rules/test_ledger.py", "rules/test_promises.py", "stories"),
    ),
    Mutation(
        "Notice helps the attacker",
        "interception",
        "worth = [numbers.notice_announced, numbers.notice_hours]",
        "worth = [-numbers.notice_announced, numbers.notice_hours]",
        ("rules/test_interception.py",),
    ),
    Mutation(
        "A layer engages more than its capacity",
        "interception",
        "room = (most + begins).take(now.clash) - before[:-1]",
        "room = most.take(now.clash)",
        ("rules/test_interception.py",),
    ),
    Mutation(
        "What is launched stays in stock",
        "launches",
        '"stock", (attacker, munition), game, -launched)',
        '"stock", (attacker, munition), game, 0 * launched)',
        ("rules/test_properties.py",),
    ),
    Mutation(
        "A reply window needs more than its threshold",
        "windows",
        "state.booked >= max(numbers.window_step, 1)",
        "state.booked > max(numbers.window_step, 1)",
        ("rules/test_windows.py", "rules/test_dials.py"),
    ),
    Mutation(
        "Falling short of a red line is rewarded",
        "words",
        'yield on_cells(rules, causes.LINE_UNANSWERED, "credibility", (owner, judge), game, -cost)',
        'yield on_cells(rules, causes.LINE_UNANSWERED, "credibility", (owner, judge), game, cost)',
        ("rules/test_words.py",),
    ),
    Mutation(
        "The two chances of war at the brink are swapped",
        "ladder",
        "(both_stop & too_late) | (one_goes_on & slides)",
        "(both_stop & slides) | (one_goes_on & too_late)",
        ("rules/test_ladder.py",),
    ),
    Mutation(
        "One decisive side is enough to lose control",
        "ladder",
        "(state.decisive[first, second] > 0) & (state.decisive[second, first] > 0)",
        "(state.decisive[first, second] > 0) | (state.decisive[second, first] > 0)",
        ("rules/test_ladder.py",),
    ),
    Mutation(
        "Orders cost no readiness",
        "means",
        '(options.readiness, "readiness")',
        '(0 * options.readiness, "readiness")',
        ("rules/test_means.py", "rules/test_choices.py"),
    ),
    Mutation(
        "A broken promise shrinks what is owed",
        "promises",
        "grown = times(times(owed, numbers.broken_owed), weight)",
        "grown = -times(times(owed, numbers.broken_owed), weight)",
        ("rules/test_promises.py", "stories"),
    ),
    Mutation(
        "A war that goes on takes no toll at its own rung",
        "ladder",
        "integers(higher >= 0)",
        "integers(higher > 0)",
        ("rules/test_ladder.py",),
    ),
    Mutation(
        "An act one rung above what its front was at ends the balance",
        "balance",
        "_BEYOND = 2",
        "_BEYOND = 1",
        ("rules/test_balance.py",),
    ),
    Mutation(
        "A camp that came apart never holds together again",
        "balance",
        "(state.cohesion >= numbers.collapsed_until)",
        "(state.cohesion < 0)",
        ("rules/test_balance.py",),
    ),
    Mutation(
        "A slow wearing-down leaves as much dread as a rapid defeat",
        "strength",
        "(state.strong > 0)",
        "(state.strong >= 0)",
        ("rules/test_strength.py",),
    ),
    Mutation(
        "What a partner lacks shows and costs its camp nothing",
        "strength",
        '"cohesion", (camp,), game, -cost)',
        '"cohesion", (camp,), game, 0 * cost)',
        ("rules/test_strength.py",),
    ),
    Mutation(
        "A round fought alone ties a partner closer to its patron",
        "bonds",
        "-gain * (over & (state.round == _ALONE))",
        "gain * (over & (state.round == _ALONE))",
        ("rules/test_bonds.py",),
    ),
    Mutation(
        "Another partner's solidarity counts as a front opened",
        "bonds",
        "state.acted >= rules.numbers.hope_rung",
        "state.acted >= 1",
        ("rules/test_bonds.py",),
    ),
    Mutation(
        "A partner takes the dose that raises its front, and a small one elsewhere",
        "targets",
        "np.where(raises & (smaller >= 0), smaller, default)",
        "np.where(~raises & (smaller >= 0), smaller, default)",
        ("rules/test_targets.py",),
    ),
    Mutation(
        "Who strikes a partner in secret is among its targets all the same",
        "targets",
        "(strikes.attacker < rules.powers) & ~strikes.unclaimed",
        "(strikes.attacker < rules.powers)",
        ("rules/test_targets.py", "rules/test_covert.py"),
    ),
    Mutation(
        "A partner whose salvo gets through turns to softer targets",
        "targets",
        "tried[~any_row(strikes.leaked",
        "tried[any_row(strikes.leaked",
        ("rules/test_targets.py",),
    ),
    Mutation(
        "A good name is worth nothing before the United Nations or a court",
        "appeals",
        "numbers.appeal_base + by_legitimacy +",
        "numbers.appeal_base + 0 * by_legitimacy +",
        ("rules/test_appeals.py",),
    ),
    Mutation(
        "A case is won where it should be lost",
        "appeals",
        "rolls < entries(chance(rules, state), power, game)",
        "rolls >= entries(chance(rules, state), power, game)",
        ("rules/test_appeals.py",),
    ),
    Mutation(
        "A client is blamed for orders that it gave before it was asked to hold",
        "clients",
        "(asked > 0) & (asked <= known)",
        "(asked > 0)",
        ("rules/test_clients.py",),
    ),
    Mutation(
        "To hold as one was asked drives patron and client apart",
        "clients",
        "rules.numbers.restraint_kept * heeded",
        "-rules.numbers.restraint_kept * heeded",
        ("rules/test_clients.py",),
    ),
    Mutation(
        "Whoever strikes held back, and whoever is struck did not",
        "conduct",
        "struck.transpose(1, 0, 2) |",
        "struck |",
        ("rules/test_conduct.py",),
    ),
    Mutation(
        "Restraint is remembered although it ended",
        "conduct",
        "-state.held_back * answered",
        "0 * state.held_back * answered",
        ("rules/test_conduct.py",),
    ),
    Mutation(
        "A few impacts at home raise the demand for security",
        "home",
        "np.maximum(felt - numbers.insecurity_impacts, 0)",
        "np.maximum(felt, 0)",
        ("rules/test_home.py",),
    ),
    Mutation(
        "A shaken government may let more stand, not less",
        "ledger",
        "numbers.carry_free - times(numbers.carry_free, less)",
        "numbers.carry_free + times(numbers.carry_free, less)",
        ("rules/test_home.py", "rules/test_ledger.py"),
    ),
    Mutation(
        "What an unknown hand did is felt whole",
        "ledger",
        "felt = whole - times(whole, numbers.veiled_share)",
        "felt = whole",
        ("rules/test_ledger.py", "rules/test_authorship.py"),
    ),
    Mutation(
        "A denial makes it no less likely that an act is attributed",
        "authorship",
        "integers([100, rules.numbers.denied_share])",
        "integers([100, 100])",
        ("rules/test_authorship.py",),
    ),
    Mutation(
        "A host whose guest is humiliated is affronted no longer than by any strike",
        "hosts",
        "(1 + (options.humiliation.take(option) > 0))",
        "(1 + 0 * option)",
        ("rules/test_hosts.py", "rules/test_talks.py", "rules/test_harm.py"),
    ),
    Mutation(
        "General war draws in hosts that are nowhere near it",
        "hosts",
        "rules.fronts.hosts.take(fronts, axis=0)",
        "np.ones_like(rules.fronts.hosts).take(fronts, axis=0)",
        ("rules/test_hosts.py",),
    ),
    Mutation(
        "People leave as fast where a war goes on at a higher rung",
        "ladder",
        "rules.numbers.displaced_rung * higher",
        "0 * higher",
        ("rules/test_ladder.py",),
    ),
    Mutation(
        "More people leave than live there",
        "ladder",
        "np.minimum(leave, room)",
        "leave",
        ("rules/test_ladder.py",),
    ),
    Mutation(
        "Inspection speeds the programme up",
        "nuclear",
        "(_FULL_TRANSPARENCY - seen)",
        "(_FULL_TRANSPARENCY + seen)",
        ("rules/test_score.py",),
    ),
    Mutation(
        "Sources elsewhere never dry up",
        "covert",
        "-times(state.penetration, rules.numbers.penetration_fade)",
        "0 * state.penetration",
        ("rules/test_covert.py",),
    ),
    Mutation(
        "A larger strike than was assured exposes no lie",
        "assurances",
        "strikes.scale.take(strike) >= said",
        "strikes.scale.take(strike) > said",
        ("rules/test_assurances.py",),
    ),
    Mutation(
        "A drawn line is no answer to a blow",
        "reputation",
        "~struck_any(rules, state) & ~_warned(rules, state)",
        "~struck_any(rules, state)",
        ("rules/test_reputation.py",),
    ),
)
