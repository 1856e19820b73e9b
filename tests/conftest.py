"""What holds for every test: the same examples on every run, and no clock that can fail one."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")
