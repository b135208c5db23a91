"""Changes of the tables, one file a revision; ``store.migrate`` runs them."""
