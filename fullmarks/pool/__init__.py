"""A few processes that do small jobs, each within a bound of time and memory: a job that breaks through one costs itself alone.

It stands beside the engine: it knows no answers and no rubrics, only lines of text that go to a process and come back.
"""
