"""Alembic's entry point: it works on the connection it is given, inside the transaction that is already open."""

from alembic import context

from desktop.models import everything
from desktop.models.base import Base

assert everything
FULL_TEXT = ("prospect_search", "entry_search")


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the tables that FTS5 keeps for itself out of every comparison."""
    return not (kind == "table" and name is not None and name.startswith(FULL_TEXT))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    include_name=is_ours,
)
context.run_migrations()
