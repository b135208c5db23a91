"""Expressions in declared arrays, whose factors do not commute: exact at random arrays of their shapes."""
