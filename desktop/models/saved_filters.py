"""A way of looking at a list that the rep gave a name to."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class SavedFilter(Base):
    """The plain form of a filter of prospects, in the rep's own order."""

    __tablename__ = "saved_filters"

    name: Mapped[str]
    content: Mapped[dict[str, Any]]
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
