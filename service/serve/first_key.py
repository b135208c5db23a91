"""The key that the first administrator gets when nobody has one yet."""

from __future__ import annotations

from service.settings import ServiceSettings


def first_key(settings: ServiceSettings) -> str | None:
    """A new administrator's key, where keys are asked for and there is none that was ever made; else None."""
    if not settings.asks_for_keys:
        return None
    # The supervisor has no other use for a database: it should not wait for SQLAlchemy to load before it starts anything.
    from store.clock import now  # noqa: PLC0415
    from store.database import open_database  # noqa: PLC0415
    from store.keys import add_first_key  # noqa: PLC0415

    database = open_database(settings.database_url, keep_connections=False)
    with database.locked() as connection:
        shown = add_first_key(connection, now())
    return None if shown is None else shown.text
