"""What holds for all tests: none is timed, so that a busy machine fails none, and each run tries the same examples.

So a change is judged by what it changes. ``pytest --hypothesis-profile searching`` looks for examples not tried before.
"""

from hypothesis import settings

settings.register_profile("searching", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")
