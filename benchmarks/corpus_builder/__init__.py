"""Builds and verifies the labelled pairs of `benchmarks/corpus`, by means that share no code with `fullmarks`."""
