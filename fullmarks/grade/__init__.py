"""From answers to points: one answer judged, its attempts counted, the submission marked."""
