"""What LaTeX prints for its own words, written out before anything is looked for."""
