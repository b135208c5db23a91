"""Why an answer is wrong: one file a near miss, tried in one order; the first that is true explains it."""
