"""The graders that are measured: ours and the yardstick, behind one small interface."""
