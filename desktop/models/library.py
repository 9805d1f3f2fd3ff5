"""What the rep wrote or changed of what is shipped: scripts, grids, cadences, messages, objections, reformulations."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop.models.base import Base


class ItemKind(StrEnum):
    SCRIPT = "script"
    GRID = "grid"
    OBJECTIONS = "objections"
    REFORMULATIONS = "reformulations"
    CADENCE = "cadence"
    MESSAGES = "messages"


class LibraryItem(Base):
    """One version of one item. The shipped ones are not here: an item of the same key and language stands for them.

    The latest published version is the one in use, unless it is archived: then the item is left out of what can be
    chosen. A published version never changes. A draft (``published_at`` is ``None``) has the number that it will be
    published under, and there is one at most; archived, it was given up, and its row serves the next one.
    """

    __tablename__ = "library_items"
    __table_args__ = (UniqueConstraint("kind", "key", "language", "version"),)

    kind: Mapped[ItemKind]
    key: Mapped[str]
    language: Mapped[str]
    version: Mapped[int]
    name: Mapped[str]
    content: Mapped[dict[str, Any]]
    """``Script.as_dict``, ``Grid.as_dict``, ``Cadence.as_dict``, or the plain form of a set of cards, sentences…"""
    updated_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]
