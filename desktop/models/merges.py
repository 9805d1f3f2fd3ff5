"""Two files of the same prospect made one, and the pairs that the rep said are not the same."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class Merge(Base):
    """What was moved from one file to the other, row by row: enough to put every row back."""

    __tablename__ = "merges"

    kept_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"), index=True)
    merged_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"), index=True)
    content: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class DistinctPair(Base):
    """Two prospects that look alike and are not; the smaller key first."""

    __tablename__ = "distinct_pairs"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    first_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    second_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    at: Mapped[datetime]
