"""HTTP: takes submissions in, says where they stand, hands reports out. It marks nothing.

``service.serve`` runs the whole on one machine.
"""
