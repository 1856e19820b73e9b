"""The base of every error that a person at the screen or the terminal can do something about."""


class CalibratedError(Exception):
    """Something went wrong that the reader can mend. The message names the thing and the way out, in plain lines.

    Whoever shows it shows only the message, never a traceback.
    """
