"""The full-text index read by age and by little: one letter matches half of a million sentences.

The index streams whole words and beginnings of up to three letters, newest first; the longer beginning of a word it
gathers whole before it gives the first match, which is felt when the word is a common one.
"""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop.services.found_things import FoundKind
from desktop.services.said_when import has_all

Range = tuple[int, int]
"""First and last number, both included."""
_STREAMED = 3
"""Letters of a beginning that has its own list in the index."""
_TRIED = 4
"""Streamed matches looked at for each one wanted."""
_RECENT = 60_000
"""Sentences looked through as one types, when there are several words: the newest."""
_EVERYTHING = (0, 1 << 62)


def full_text(words: str) -> str:
    """An FTS5 expression that asks for every word as a prefix; whatever the rep types, it is data, never syntax."""
    plain = unicodedata.normalize("NFC", words)
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", plain))


def newest(
    session: Session,
    kind: FoundKind,
    words: Sequence[str],
    limit: int,
    *,
    within: Range | None = None,
    deep: bool = True,
) -> list[int]:
    """Numbers of at most ``limit`` things that have every one of ``words`` (folded), the newest first.

    Without ``deep``, what is older than the newest sentences may be missed, and a key is answered within a frame.
    """
    if not words:
        return []
    within = within or _EVERYTHING
    if kind is not FoundKind.SENTENCE:
        return _matches(session, kind, full_text(" ".join(words)), limit, within)
    if not deep and len(words) > 1:
        within = (max(within[0], highest(session, kind) - _RECENT), within[1])
    long = [word for word in words if len(word) >= _STREAMED]
    if (streamed := _streamed(words)) is not None:
        found = _having(session, _matches(session, kind, streamed, limit * _TRIED, within), words)
        if len(found) >= limit or (not deep and len(long) > 1):
            return found[:limit]
        if not deep and len(long) < len(words):
            tried = _matches(session, kind, full_text(long[0]), limit * _TRIED, within)
            return _having(session, tried, words)[:limit]
    return _matches(session, kind, full_text(" ".join(words)), limit, within)


def highest(session: Session, kind: FoundKind) -> int:
    """The number of the newest thing of that kind."""
    return session.scalar(text(f"SELECT coalesce(max(number), 0) FROM {kind.value}_numbers")) or 0


def _matches(session: Session, kind: FoundKind, expression: str, limit: int, within: Range) -> list[int]:
    query = text(
        f"SELECT rowid FROM {kind.value}_search WHERE words MATCH :words AND rowid BETWEEN :first AND :last"
        " ORDER BY rowid DESC LIMIT :limit"
    )
    values = {"words": expression, "limit": limit, "first": within[0], "last": within[1]}
    return list(session.scalars(query, values))


def _streamed(words: Sequence[str]) -> str | None:
    """What the index can stream and nearly says the same; ``None`` when it streams the words as they are.

    The last word is the one being typed: its beginning is asked for. Those before it are taken to be whole.
    """
    if all(len(word) <= _STREAMED for word in words):
        return None
    *before, last = [word for word in words if len(word) >= _STREAMED]
    whole = [f'"{word}"' if len(word) > _STREAMED else f'"{word}"*' for word in before]
    return " ".join((*whole, f'"{last[:_STREAMED]}"*'))


def _having(session: Session, numbers: Sequence[int], words: Sequence[str]) -> list[int]:
    """Those of the sentences so numbered that have every word."""
    if not numbers:
        return []
    listed = ",".join(map(str, numbers))
    rows = session.execute(
        text(
            "SELECT number, text || ' ' || corrected FROM entry_numbers JOIN entries ON id = entry_id"
            f" WHERE number IN ({listed}) ORDER BY number DESC"
        )
    )
    return [number for number, said in rows if has_all(said, words)]
