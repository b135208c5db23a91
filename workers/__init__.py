"""When something is graded, on which machine and within what bounds; what a mark is, ``fullmarks`` decides.

Celery carries ids of rows from the service to the workers. Losing the whole queue loses nothing: every worker sweeps.
"""
