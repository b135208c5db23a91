"""Measurements of the engine, and the labelled pairs they are made on."""
