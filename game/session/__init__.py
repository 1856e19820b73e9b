"""A game in play: who sits where, what may be chosen, what happened, and the log from which it can be replayed."""
