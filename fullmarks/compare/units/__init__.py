"""Quantities with units: what a unit says, and two quantities side by side."""
