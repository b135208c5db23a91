"""Equations, inequalities and regions, by what satisfies them."""
