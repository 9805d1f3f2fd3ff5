"""Where the blocks of a document stand on its pages, for who asks: nothing of it is written in the file.

A document is laid out several times before it is right. A record keeps where things fell each time, under the bytes
that came out, so that functions which return bytes need not carry anything else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Place:
    """A part of a block: ``page`` from 0, the rest in points from the top left corner of the page.

    ``where`` names the block: ``title``, ``lead``, ``objective``, ``cost``, ``recommendation``, ``next_step``,
    ``to_confirm``, ``start``, ``sign``, ``validity``, ``plan``, ``returns``, ``appointment``, ``client``, ``company``;
    or one of several, by its place from 0: ``gain:``, ``need:`` (their words), ``understanding:``, ``impact:``,
    ``answer:``, ``benefit:``, ``proof:`` (of a need), ``option:``, ``block:``.
    """

    page: int
    left: float
    top: float
    width: float
    height: float
    where: str


@dataclass
class Record:
    """The places of every document laid while it is kept."""

    _found: dict[bytes, tuple[Place, ...]] = field(default_factory=dict)

    def keep(self, data: bytes, places: tuple[Place, ...]) -> None:
        self._found[data] = places

    def of(self, data: bytes) -> tuple[Place, ...]:
        """The places of this very document, in the order they were drawn."""
        return self._found.get(data, ())


def note(canvas: Any, where: str, width: float, height: float) -> None:
    """Keep the place of what is drawn at the origin of ``canvas``, in points; nothing when nobody asked."""
    keep = getattr(canvas, "keep_place", None) if where else None
    if keep is not None:
        keep(where, *canvas.absolutePosition(0, 0), width, height)


# Of this thread alone: documents are made in several at once.
_kept: ContextVar[Record | None] = ContextVar("places", default=None)


@contextmanager
def recording() -> Iterator[Record]:
    """Keep the places of what is laid out inside."""
    record = Record()
    token = _kept.set(record)
    try:
        yield record
    finally:
        _kept.reset(token)


def record() -> Record | None:
    """The record to write in, when somebody asked for one."""
    return _kept.get()
