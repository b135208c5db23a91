"""The finder: from a submission to where each item's answer stands."""
