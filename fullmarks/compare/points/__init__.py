"""Exact points of the declared domains, and what two expressions show there."""
