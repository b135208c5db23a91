"""One resource a file: its models, and its operations in the order of the OpenAPI document."""
