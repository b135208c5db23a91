"""What Alembic runs for every migration: inside the transaction that ``store.migrate`` opened."""

from alembic import context

from store.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
