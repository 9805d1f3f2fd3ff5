"""The days when the rep is away: nothing is due then, and what was keeps the delay that was left."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class Absence(Base):
    """From one day to another, both away."""

    __tablename__ = "absences"

    first: Mapped[date]
    last: Mapped[date]
    name: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
