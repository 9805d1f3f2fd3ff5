"""What the rep made of a cell of the matrix; the others are as the program brings them (``models.matrix``)."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base
from desktop.models.followup_kinds import Channel
from desktop.models.grids import Band
from desktop.models.matrix import Heat


class OwnCell(Base):
    """One cell: what to do, by which channel, after how many days, up to which document, by which cadence."""

    __tablename__ = "matrix_cells"
    __table_args__ = (UniqueConstraint("band", "heat"),)

    band: Mapped[Band]
    heat: Mapped[Heat]
    action: Mapped[str] = mapped_column(default="")
    """Empty: the words of the program, in the rep's language."""
    channel: Mapped[Channel]
    delay_days: Mapped[int]
    proposal: Mapped[str]
    """``full``, ``preproposal`` or ``none``."""
    cadence: Mapped[str] = mapped_column(default="")
    updated_at: Mapped[datetime]
