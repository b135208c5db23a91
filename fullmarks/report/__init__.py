"""What others see of a graded submission: one model, and a file for each form that it is shown in."""
