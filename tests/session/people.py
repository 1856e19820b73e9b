"""People for tests: they choose at random, but the same again for the same seed."""

from random import Random

from game.session.session import Session


def random_keys(session: Session, seat: int, random: Random) -> tuple[str, ...]:
    """A legal choice for every slot: an order at random, then one of its options."""
    draft = session.draft(seat)
    for slot in draft.slots:
        cards = [card for card in draft.menu(slot).cards if card.legal]
        choices = [choice for choice in random.choice(cards).choices if choice.legal]
        draft.choose(slot, random.choice(choices).key)
    return draft.keys()


def exhaust(session) -> None:
    """Let a session, or a kept game, work until it waits for somebody."""
    for _ in session.work():
        pass


def play_out(session: Session, seed: int = 1) -> Session:
    """Play a game to its end with random people."""
    random = Random(seed)
    exhaust(session)
    while session.waiting:
        seat = session.waiting[0]
        session.commit(seat, random_keys(session, seat, random), f"reason {len(session.entries)}")
        exhaust(session)
    return session
