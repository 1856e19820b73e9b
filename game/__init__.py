"""Calibrated: a turn-based wargame about deterrence, a model for discussion and not a prediction."""

__version__ = "0.1.0"
