"""What exact arithmetic knows of expressions: quotients of polynomials over generators, and what may not cancel away."""
