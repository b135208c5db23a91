"""Fullmarks inside evaluations of language models: rewards for training, a scorer for Inspect, files of answers.

All of it checks one answer against keys, in processes of their own that an answer cannot make hang. What belongs to one other
program stands in one file, which alone imports it.
"""
