"""Tables that the service and its workers share; the rows here are the truth, the queue only carries their ids.

No marking and no HTTP: those are in ``fullmarks`` and ``service``.
"""
