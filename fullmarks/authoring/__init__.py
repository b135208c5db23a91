"""What helps an author: looking a rubric over, trying its own examples, and seeing which of its rules no example reaches."""
