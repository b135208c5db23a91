"""Settings that hold for every test; what a folder's tests share stands in that folder's own conftest.py."""

import os

from hypothesis import HealthCheck, settings

# No deadline: a slow machine must not fail a test. Where a change is judged the examples are the same each time;
# at a desk they are new ones, so that a longer search goes on for as long as people work here.
settings.register_profile("desk", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("judge", settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.load_profile("judge" if os.environ.get("CI") else "desk")
