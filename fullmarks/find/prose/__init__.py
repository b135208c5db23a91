"""The final answer in a text that also says how it was found: a model's reply, a worked solution."""
