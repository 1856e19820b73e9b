"""The screens around play: start, seats, briefing, hand-over, resolution, bulletin, end, debrief, settings.

Each takes a frozen view model and callbacks; what a session knows becomes view models in ``adapters``.
"""
