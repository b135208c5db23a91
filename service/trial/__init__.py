"""A rubric that somebody sent, tried in a process of its own: whoever writes a rubric is not trusted with ours."""
