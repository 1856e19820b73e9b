"""Every number of the rules, with its meaning and the paragraph of the design that it comes from.

The engine has no number of its own. Authors write these in natural units in a ``rules:`` block (the catalogue
holds the defaults, any scenario may override any of them); the compiler turns them into integers. ``points``
become hundredths; ``whole`` numbers stay as they are.
"""

from dataclasses import dataclass, field, fields
from typing import Any

_MOST = 1000
"""More than any number of the rules could mean."""


def _number(per: int, natural: float, meaning: str, source: str, least: float, most: float) -> Any:
    told = {"natural": natural, "per": per, "meaning": meaning, "source": source}
    return field(metadata={**told, "least": least, "most": most})


def points(natural: float, meaning: str, source: str) -> Any:
    """A number of track points, or a factor; held in hundredths by the engine."""
    return _number(100, natural, meaning, source, 0, _MOST)


def share(natural: float, meaning: str, source: str, least: float = 0) -> Any:
    """A share or a chance, of at most the whole; held in hundredths by the engine."""
    return _number(100, natural, meaning, source, least, 1)


def whole(natural: int, meaning: str, source: str, least: int = 0) -> Any:
    """A count: turns, steps, rungs, munitions."""
    return _number(1, natural, meaning, source, least, _MOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of the rules as the engine uses them: hundredths, or whole where the field says so."""

    # Means (rules.md §3)
    attention: int = whole(3, "Attention that each power has in a turn.", "§3")
    readiness_gain: int = points(2.0, "Readiness regained at the start of a turn.", "§3")
    deterred_rung: int = whole(2, "Highest rung of an outer front that counts as deterred.", "§9")
    free_hands: int = points(
        0.5,
        "Readiness gained a turn on an inner front while the outer ones are deterred.",
        "§9; the essay, A 53",
    )
    presence_readiness: int = points(0.2, "Readiness that a point of presence costs its patron a turn.", "§8")
    presence_standing: int = points(0.01, "Standing that a point of presence costs its patron a turn.", "§8")

    # The message (§5)
    injury_bias: int = points(
        1.2, "How much dearer a side books its own injuries.", "§5; Shergill et al. 2003"
    )
    claim_sting: int = share(0.25, "Share of resolve that a claimed strike adds to the injury.", "§5")
    full_leak: int = share(
        0.30, "Share of a salvo getting through at which it injures in full.", "§5", least=0.01
    )
    display_floor: int = share(0.5, "Share of the injury left when nothing gets through.", "§5")
    calibrated_ratio: int = points(1.5, "Resolve per provocation from which a strike is calibrated.", "§5")
    decisive_provocation: int = points(3.0, "Provocation from which a strike is decisive.", "§5")
    habituation_loss: int = points(0.20, "Resolve lost each time the same message is repeated.", "§5")
    habituation_floor: int = points(0.40, "Resolve that a repeated message always keeps.", "§5")
    habituation_recovery: int = points(0.10, "Resolve that a message regains each turn.", "§5")
    damage: int = share(0.35, "Share of a capability taken by a scale that gets through whole.", "§5")
    announced_damage: int = share(0.40, "Share of the damage that an announced strike still does.", "§5")
    veiled_share: int = share(
        0.5, "Share of the injury that is booked only once the author is known.", "§7; Carson 2018"
    )
    veiled_turns: int = whole(2, "Turns after which an unattributed injury lapses.", "§7")
    attribution: int = share(0.35, "Chance a turn that an unclaimed act is attributed.", "§7")
    attributed_legitimacy: int = points(0.2, "Legitimacy that an act costs when it is attributed.", "§7")

    claim_credibility: int = points(0.3, "Credibility gained by claiming an earlier act.", "§7")
    denied_share: int = share(0.5, "Share of the chance of attribution left by a denial.", "§7")
    denial_cost: int = points(0.5, "Credibility and legitimacy lost when a denied act is attributed.", "§7")

    # Interception (§6)
    notice_hours: int = points(
        2.0, "Points of interception odds per step of warning with hours of notice.", "§6"
    )
    notice_announced: int = points(
        3.0, "Points of interception odds per step of warning when announced.", "§6"
    )
    alert_bonus: int = points(4.0, "Points of interception odds on full alert.", "§6")
    coalition_bonus: int = points(6.0, "Points of interception odds with coalition defence.", "§6")
    presence_bonus: int = points(1.0, "Points of interception odds per point of a patron's presence.", "§6")
    saturation: int = points(
        10.0, "Points of interception odds lost when a layer is used to its capacity.", "§6"
    )
    depletion: int = points(4.0, "Points of interception odds lost when no interceptors are left.", "§6")
    depletion_from: int = share(0.5, "Share of its interceptors below which a layer's odds fall.", "§6")

    # Harm (§4, §8)
    impact_losses: int = points(0.03, "Losses per impact in a populated area.", "§4")
    impact_legitimacy: int = points(
        0.03, "Legitimacy that an impact in a populated area costs the striker.", "§4"
    )
    large_toll: int = whole(3, "How many times the toll of a limited air strike a scale above counts.", "§6")
    arms_damage: int = share(0.25, "Share of the damage that munitions and interceptors take besides.", "§5")
    shelter: int = share(0.4, "Share of deaths that civil protection prevents in a turn.", "§6")
    displaced_rung: int = share(
        0.5, "Share added to a war's pace of displacement per rung above its own.", "§9; the essay, A 46"
    )
    maximal_aims: int = points(
        0.15, "Standing lost per scale getting through at what a government rests on.", "§15; the essay, A 27"
    )

    # The ledger (§7)
    injury_standing: int = points(0.20, "Standing that a point of injury costs.", "§7")
    injury_cohesion: int = points(0.06, "Cohesion that a point of injury costs.", "§7")
    paid_standing: int = points(0.20, "Standing that a point paid returns.", "§7")
    paid_cohesion: int = points(0.08, "Cohesion that a point paid returns.", "§7")
    humiliation_paid: int = share(0.5, "Share at which resolve pays humiliation.", "§7")
    partner_weight: int = points(0.5, "Weight of what is owed to a partner at home.", "§7")
    patron_paid: int = share(0.5, "Share of resolve toward a partner that pays its patron's slot.", "§7")
    patron_requested: int = share(0.60, "Share of a requested partner's strike booked to its patron.", "§7")
    patron_unasked: int = share(0.30, "Share of an unasked partner's strike booked to its patron.", "§7")
    client_injury: int = share(0.40, "Share of a strike on a partner booked by its patron.", "§7")
    credit_paid: int = share(0.5, "Share of a credited partner's resolve that pays.", "§7")
    carry_free: int = points(1.0, "What may be owed without costing standing.", "§7")
    carry_standing: int = points(0.12, "Standing lost a turn per point owed above that.", "§7")
    carry_threshold: int = points(3.0, "Owed above this costs credibility and cohesion.", "§7")
    carry_credibility: int = points(0.5, "Credibility lost a turn above the threshold.", "§7")
    carry_cohesion: int = points(
        0.18, "Cohesion lost a turn per four points owed, above the threshold.", "§7"
    )
    fade: int = share(0.12, "Share of what is owed that fades in a turn.", "§7")
    protest_paid: int = points(0.3, "What a protest pays.", "§3")
    overreach_free: int = points(1.0, "Resolve above what is owed that costs nothing.", "§7")
    overreach_cost: int = points(0.3, "Legitimacy and alignment lost per point of overreach.", "§7")

    # Windows (§3)
    window_step: int = points(2.0, "Rise of what is owed in a step that opens a reply window.", "§3")
    window_turn: int = points(1.5, "Rise over the turn that opens one where partners did it.", "§3")

    # Words (§7)
    line_legitimacy: int = points(0.2, "Legitimacy that drawing a red line costs per step of stake.", "§7")
    line_most: int = whole(2, "Red lines that a power may have at once.", "§7")
    line_held: int = points(0.5, "Credibility gained by a line answered, or uncrossed for some turns.", "§7")
    line_quiet: int = whole(2, "Turns uncrossed after which a line gains credibility once.", "§7")
    line_shortfall: int = points(
        1.0, "Credibility and standing lost per scale that an answer falls short.", "§7"
    )
    line_retire: int = share(0.5, "Share of the stake that retiring a line costs in credibility.", "§7")
    extended_held: int = points(
        0.25, "Credibility with the client per turn that an extended line holds.", "§7"
    )
    extended_ignored: int = points(2.0, "Credibility that an ignored extended line costs.", "§7")
    concluded_double: int = points(
        2.0, "Weight of being hit again after saying that the matter is concluded.", "§7"
    )

    # The back channel (§7)
    assured_share: int = share(
        0.8, "Share of the injury booked when a strike keeps within what was assured.", "§7"
    )
    lie_credibility: int = points(2.0, "Credibility that a broken assurance costs.", "§7")
    lie_trust: int = points(0.5, "Trust that a broken assurance costs.", "§7")

    # Promises (§7)
    kept_paid: int = share(0.70, "Share of what is owed that a kept promise pays.", "§7")
    kept_trust: int = points(0.5, "Trust and legitimacy gained by a kept promise.", "§7")
    mediator_stake: int = points(0.5, "Mediator's credibility and legitimacy per step of stake.", "§7")
    broken_owed: int = share(0.25, "Share by which a broken promise raises what is owed.", "§7")
    broken_trust: int = points(1.0, "Trust lost by a broken promise.", "§7")
    open_at_end: int = points(0.5, "Weight of a break when a promise is still open at the horizon.", "§7")
    doubted_freeze: int = share(0.5, "Share that the next promise freezes after a broken one.", "§7")
    interest: int = points(1.20, "Resolve of the blow that follows a broken promise.", "§7")

    # Talks (§7)
    talks_base: int = share(0.05, "Chance of a step in talks.", "§7; Zartman 2000")
    talks_leverage: int = share(0.12, "Chance added per step of leverage spent.", "§7; Zartman 2000")
    talks_leverage_most: int = whole(3, "Leverage that counts at most.", "§7")
    talks_ripe: int = share(0.15, "Chance added when both parties want to stop.", "§7; Zartman 2000")
    talks_rung: int = share(0.04, "Chance lost per rung of the front above tit-for-tat.", "§7")
    talks_struck: int = share(0.12, "Chance lost when a state struck on that front.", "§7")
    talks_worn_capacity: int = points(4.0, "Capacity up to which a partner wants to stop.", "§4")
    talks_worn_losses: int = points(0.3, "Recent losses from which a partner wants to stop.", "§4")
    talks_offices: int = share(
        0.04, "Chance added by each host that lends its good offices.", "§7; the essay, A 4"
    )
    offices_alignment: int = points(
        0.5, "Alignment this far below zero with a party ends a host's good offices.", "§7"
    )
    affront_turns: int = whole(
        2, "Turns without good offices after a strike on a host's ground; twice that if it humiliates.", "§7"
    )
    ground_alignment: int = points(0.2, "Alignment that striking on a host's ground costs per scale.", "§6")
    appeal_base: int = share(
        0.05, "Chance that an appeal to an assembly of states or a court succeeds.", "§7"
    )
    appeal_legitimacy: int = share(0.06, "Chance added per point of legitimacy.", "§7")
    appeal_alignment: int = share(0.10, "Chance added per point of hosts' mean alignment.", "§7")
    appeal_paid: int = points(0.5, "What an appeal that succeeds pays of what is owed.", "§7")
    appeal_won: int = points(0.3, "Legitimacy that an appeal gains when it succeeds.", "§7")
    appeal_lost: int = points(0.1, "Legitimacy that an appeal costs when it fails.", "§7")
    talks_failed_standing: int = points(0.08, "Standing that a failed attempt costs the broker.", "§7")
    talks_failed_again: int = points(0.04, "More standing for each failure in a row.", "§7")
    talks_failed_trust: int = points(0.25, "Trust lost by a failed attempt, shared over the parties.", "§7")
    undermined_standing: int = points(
        0.15, "Standing that a broker loses when its client strikes on that front.", "§7; essay, A 75"
    )
    undermined_alignment: int = points(
        0.10, "Alignment that this costs the client with hosts next to the front.", "§7; essay, A 75"
    )
    talks_step_standing: int = points(0.4, "Standing and legitimacy that a step gives its broker.", "§7")
    talks_step_cohesion: int = points(0.12, "Cohesion that a step gives its broker's camp.", "§7")

    # Patrons and partners (§8)
    heat_unasked: int = points(8.0, "Heat at which a partner acts unasked.", "§8")
    fear_losses: int = whole(2, "Weight of last turn's losses in a partner's fear.", "§8")
    heed_base: int = share(0.50, "Chance that a partner heeds its patron.", "§8")
    heed_neutral: int = points(5.0, "Loyalty and heat that add nothing to that chance.", "§8")
    heed_loyalty: int = share(0.08, "Chance added per point of loyalty above 5.", "§8")
    heed_aid: int = share(0.10, "Chance added by aid last turn.", "§8")
    heed_heat: int = share(
        0.05, "Chance per point of heat above 5: added to act, taken from restraint.", "§8"
    )
    collapsed_below: int = points(
        2.0,
        "Cohesion below which a camp comes apart: its partners no longer act at its leader's request.",
        "§9; A 1",
    )
    collapsed_until: int = points(
        3.0, "Cohesion from which a camp that came apart holds together again.", "§9"
    )
    spent_below: int = points(
        0.3, "Capacity below which a partner can no longer hold its side of a balance.", "§9; A 1"
    )
    daring: int = points(
        1.0,
        "Weight with which strength that a partner is thought to have and lacks lowers its fear.",
        "§8; A 5",
    )
    proved_cohesion: int = points(
        0.25, "Cohesion lost per point of strength that an open exchange shows to be lacking.", "§8; A 5"
    )
    blunted_turns: int = whole(
        6,
        "Turns, with the present one, for which a partner whose salvo was stopped tries no other.",
        "§8; A 16",
    )
    rapid_from: int = points(
        6.0, "Capacity from which a fall within two turns is a rapid defeat.", "§8; B 17, B 19"
    )
    rapid_to: int = points(2.5, "Capacity to which it must fall for that.", "§8; B 17, B 19")
    rapid_dread: int = points(4.0, "Fear that a rapid defeat leaves.", "§8; B 17, B 19")
    rapid_credibility: int = points(
        1.0, "Credibility that whoever brought it about gains with its rivals.", "§8; B 17, B 19"
    )
    dread_fade: int = share(0.05, "Share of that fear that fades in a turn.", "§8; B 17, B 19")
    dose_large: int = points(
        3.0, "Heat above that for acting unasked at which a partner takes the large dose.", "§8; A 13"
    )
    dose_whole: int = points(
        3.5, "Heat from which a partner does the whole of what it was asked.", "§8; A 13"
    )
    dose_cohesion: int = points(
        0.15, "Cohesion lost when a partner does more or less than its patron asked.", "§8; A 13"
    )
    restrained_loyalty: int = points(
        0.15, "Loyalty lost when a partner holds back because its patron asked.", "§8; A 13"
    )
    hope_heat: int = points(
        0.10, "Heat per point of cohesion while a partner under a campaign hopes for others.", "§8; A 11"
    )
    hope_lost: int = points(0.10, "Loyalty lost in a turn in which it hopes in vain.", "§8; A 11")
    hope_rung: int = whole(
        4, "Rung from which a partner's act counts as opening a front for another.", "§8; A 11"
    )
    round_loyalty: int = points(
        0.5, "Loyalty gained or lost by a round of fighting with or without its patron's support.", "§8; A 9"
    )
    round_before: int = points(0.1, "The same, of a round fought before the game.", "§8; A 9")
    heed_least: int = points(0.05, "The least chance of heeding.", "§8")
    heed_most: int = points(0.95, "The greatest chance of heeding.", "§8")
    refused_cohesion: int = points(0.25, "Cohesion lost when a partner refuses its patron.", "§8")
    grievance_agenda: int = points(0.05, "Agenda gained a turn per point of local grievance.", "§8")
    fear_reply: int = points(
        0.2, "Weight in a partner's fear of the reply expected from the power that it would provoke.", "§7"
    )
    marked_turns: int = whole(
        4, "Turns, with the present one, for which who struck a partner is a target.", "§8"
    )
    open_fronts_cohesion: int = points(
        1.0, "Cohesion gained when all partners open their fronts as asked, lost when none does.", "§8"
    )
    unprotected_pain: int = points(1.0, "Injury to a client that calls for its patron.", "§8")
    unprotected_credibility: int = points(0.6, "Credibility that a patron who stands by loses.", "§8")
    unprotected_cohesion: int = points(0.25, "Cohesion that a patron who stands by loses.", "§8")
    disarray_agenda: int = points(1.0, "Agenda that a partner gains when its disarray ends.", "§8")
    moral_hazard: int = share(0.5, "Share of the cost of overreach left to a client with presence.", "§7")
    moral_hazard_presence: int = points(2.0, "Presence from which a client is insulated.", "§7")

    # A patron's request to a client that is a power (§8)
    restraint_turns: int = whole(
        2, "Turns for which a patron's request to hold counts, this one included.", "§8"
    )
    restraint_asked: int = points(0.1, "Standing that asking a client to hold costs at home.", "§8")
    restraint_ignored: int = points(0.3, "Cohesion lost when a client strikes all the same.", "§8")
    restraint_presence: int = points(
        0.2, "Standing that this costs the client per point of its patron's presence.", "§8"
    )
    blame_standing: int = points(
        0.3,
        "Standing that a client's decisive strike costs a patron that had not asked it to hold.",
        "§8; A 42",
    )
    blame_legitimacy: int = points(0.3, "Legitimacy that it costs that patron.", "§8; A 42")
    restraint_kept: int = points(0.2, "Cohesion gained when a client holds as it was asked.", "§8")

    # Hosts (§6, §9)
    airspace_closed: int = points(
        1.6, "Alignment this far below zero closes a host's airspace to a power's aircraft.", "§6"
    )
    overflight_alignment: int = points(
        0.10, "Alignment with a host that flying over it costs per step of scale.", "§6"
    )
    host_helps: int = points(1.0, "Alignment from which a host helps to intercept.", "§6")
    host_bonus: int = points(1.0, "Points of interception odds per host that helps.", "§6")
    host_exposure: int = points(
        0.10, "Alignment with an attacker's power that a host loses by helping to intercept.", "§6"
    )
    drawn_in_campaign: int = share(
        0.10, "Chance that a host next to a front is drawn in by a decisive blow at campaign.", "§9"
    )
    drawn_in_war: int = share(0.50, "Chance that a host next to a front is drawn into general war.", "§9")
    drawn_in_market: int = points(0.5, "Market stress added by each host that is drawn in.", "§9")

    # What is secret (§8)
    disarray_damage: int = share(
        0.25, "Share added to the damage of a strike on a partner in disarray.", "§8"
    )
    penetration_damage: int = share(
        0.15, "Share added, per point of penetration, to the damage of a strike on leadership.", "§8"
    )
    penetration_warning: int = points(0.30, "Warning about an actor per point of penetration.", "§8")
    penetration_fade: int = share(0.10, "Share of penetration that is lost in a turn.", "§8")
    sweep_penetration: int = points(0.5, "Penetration that a counter-intelligence sweep takes.", "§8")
    sweep_discovery: int = share(0.20, "Chance that a sweep adds to finding a prepared asset.", "§8")
    complacency_drift: int = points(
        0.10, "True warning about an actor that a quiet turn takes.", "§8; news analysis, B 81"
    )
    complacency_inducement: int = points(0.20, "True warning that inducements take besides.", "§8; B 81")
    complacency_rung: int = whole(2, "Highest rung of a front between two sides in a quiet turn.", "§8")
    complacency_shown: int = points(
        0.5, "Complacency from which its end is told as a shattered assessment.", "§8"
    )

    # Reputation (§7)
    stop_reply: int = points(
        0.06, "Pressure to stop per point of the reply expected from a power struck this turn.", "§7"
    )
    absorbed_pain: int = points(1.0, "Injury that shows when it is taken without a reply or a line.", "§7")
    absorbed_credibility: int = points(
        0.2, "Credibility lost by taking it so, with whoever did it.", "§7; the essay, A 12"
    )

    unwarned_credibility: int = points(
        0.4, "Credibility that a patron loses so with whoever hurt its client.", "§7; the essay, A 12"
    )

    mirror_image: int = share(
        0.5, "Share of a first belief about a rival that takes it to be like oneself.", "§7; the essay, A 5"
    )

    # Home (§4)
    stop_losses: int = points(1.3, "Pressure to stop per point of recent losses.", "§4")
    stop_market: int = points(0.3, "Pressure to stop per point of market stress above 4.", "§4")
    stop_market_free: int = points(4.0, "Market stress that nobody minds.", "§4")
    stop_campaign: int = points(0.3, "Pressure to stop per turn of campaign.", "§4")
    stop_front: int = points(0.25, "Pressure to stop per turn with a home front in open exchange.", "§4")
    stop_high: int = points(1.2, "Pressure to stop from here on is high.", "§4")
    stop_standing: int = points(0.10, "Standing lost a turn per point of pressure to stop above that.", "§4")
    season_stop: int = points(1.25, "Weight of pressure to stop in an election season.", "§4; essay, A 74")
    press_standing: int = points(0.20, "Standing that conditioning a client's arms costs.", "§8")
    season_press: int = points(2.0, "Weight of that cost in an election season.", "§8; essay, A 74")
    ground_standing: int = points(0.04, "Standing that a ground operation costs per turn of campaign.", "§8")
    insecurity_impacts: int = whole(
        10, "Impacts at home in one step above which the demand for security rises.", "§4; the essay, A 24"
    )
    insecurity_gain: int = points(0.1, "Demand for security gained per impact above that.", "§4")
    insecurity_carry: int = share(
        0.1, "Share of what may be owed at no cost that a point of demand for security takes.", "§4"
    )
    insecurity_answer: int = share(
        0.05, "Share added to pressure to answer per point of demand for security.", "§4"
    )
    insecurity_fade: int = share(0.05, "Share of the demand for security that fades in a turn.", "§4")
    market_fade: int = share(0.20, "Share of market stress above its opening that fades in a turn.", "§4")

    # The nuclear programme (§4)
    nuclear_whole: int = points(3.0, "What of the programme a strike can reach at most.", "§5")
    nuclear_growth: int = points(0.05, "Growth of the nuclear programme a turn.", "§4")
    nuclear_inspected: int = share(0.5, "Share of that growth which full transparency takes.", "§4")

    # What others see (§4)
    band_error: int = points(1.5, "Error of a band at most, without any warning.", "§4")
    rough_estimate: int = points(0.25, "Error of an estimate of stocks at most.", "§4")

    # The ladder (§9)
    control_open_exchange: int = share(
        0.08, "Chance of losing control at open exchange.", "§9; Schelling 1966"
    )
    control_campaign: int = share(0.24, "Chance of losing control at campaign.", "§9; Schelling 1966")
    control_exchange: int = share(0.10, "Chance added per exchange of replies.", "§9")
    control_decisive: int = share(0.50, "Chance added when both struck decisively.", "§9")
    control_blind: int = share(0.02, "Chance added when a principal has no warning.", "§9")
    too_late: int = share(0.12, "Chance of war although both stop at the brink.", "§9")
    brink_war: int = share(0.35, "Chance of war when one goes on at the brink.", "§9")
    brink_stop_standing: int = points(1.0, "Standing that each pays when both stop.", "§9")
    brink_yield_standing: int = points(3.0, "Standing that the one who stopped alone loses.", "§9")
    brink_yield_credibility: int = points(1.0, "Credibility that the one who stopped alone loses.", "§9")
    brink_win_credibility: int = points(2.0, "Credibility that the one who went on gains.", "§9")
    brink_win_standing: int = points(1.0, "Standing that the one who went on gains.", "§9")

    # Ends and score (§10)
    settlement_talks: int = points(4.0, "Talks from which a track counts as settled.", "§10")
    settlement_rung: int = whole(3, "Highest rung of the direct front at a settlement.", "§10")
    settlement_bonus: int = points(1.5, "Score added by a settlement.", "§10")
    mandate_worth: int = points(2.0, "Score that all mandates together add or take.", "§10")
    caretaker_share: int = share(0.4, "Share of the score left to a government that fell.", "§10")
    survivor_least: int = points(0.5, "The least score of a game that did not end in war.", "§10")
    security_impacts: int = points(4.0, "Security lost with impacts on one's own ground.", "§10")
    security_rung: int = points(3.0, "Security lost with the highest rung of one's fronts.", "§10")
    security_threat: int = points(3.0, "Security lost to the threat that is left.", "§10")
    impacts_reference: int = whole(60, "Impacts on one's own ground that count in full.", "§10", least=1)


def natural_defaults() -> dict[str, tuple[float, int, str, str]]:
    """Each number's default in natural units, its factor to the engine's, its meaning and its source."""
    return {
        number.name: (
            number.metadata["natural"],
            number.metadata["per"],
            number.metadata["meaning"],
            number.metadata["source"],
        )
        for number in fields(Numbers)
    }


def natural_bounds() -> dict[str, tuple[float, float]]:
    """The least and the most that each number may be, in natural units."""
    return {number.name: (number.metadata["least"], number.metadata["most"]) for number in fields(Numbers)}
