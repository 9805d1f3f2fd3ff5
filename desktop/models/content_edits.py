"""Changes to the plain form of a script, a grid or a set: each takes a content and gives another, so undo is the first.

A place is a path in the content: ``("sections", 1, "questions", 3)`` is a question, ``("criteria", 2)`` a criterion.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

Content = dict[str, Any]
Place = tuple[str | int, ...]

_KEY_LENGTH = 40


def part_at(content: Mapping[str, Any], place: Place) -> Any:
    """What stands at a place; ``KeyError`` or ``IndexError`` when nothing does."""
    found: Any = content
    for step in place:
        found = found[step]
    return found


def put(content: Content, place: Place, value: object) -> Content:
    """The content with ``value`` at a place that exists."""
    changed: Content = _replaced(content, place, value)
    return changed


def moved(content: Content, place: Place, step: int) -> tuple[Content, Place] | None:
    """A row one place up (-1) or down (1), and where it went; ``None`` at the end of its list.

    A question goes on into the theme before or after its own; the fit test keeps its questions to itself.
    """
    *parent, index = place
    if not isinstance(index, int):
        return None
    rows = list(part_at(content, tuple(parent)))
    target = index + step
    if 0 <= target < len(rows):
        rows[index], rows[target] = rows[target], rows[index]
        return put(content, tuple(parent), rows), (*parent, target)
    if len(place) != 4 or place[0] != "sections" or not isinstance(place[1], int):
        return None
    neighbour = place[1] + step
    if not 0 <= neighbour < len(content["sections"]):
        return None
    question = rows.pop(index)
    others = list(content["sections"][neighbour]["questions"])
    at = 0 if step > 0 else len(others)
    others.insert(at, question)
    fresh = put(put(content, tuple(parent), rows), ("sections", neighbour, "questions"), others)
    return fresh, ("sections", neighbour, "questions", at)


def inserted(content: Content, place: Place, row: Mapping[str, Any]) -> Content:
    """The content with ``row`` at a place of a list; what stood there comes after."""
    *parent, index = place
    assert isinstance(index, int)
    rows = list(part_at(content, tuple(parent)))
    rows.insert(index, dict(row))
    return put(content, tuple(parent), rows)


def duplicated(content: Content, place: Place, label: str) -> tuple[Content, Place]:
    """A copy of a row right after it, under keys of its own; ``label`` names it where a row of its kind has a name."""
    *parent, index = place
    assert isinstance(index, int)
    row = dict(part_at(content, place))
    taken = keys_in(content)
    row["key"] = fresh_key(row["key"], taken)
    for field in ("title", "name"):
        if field in row:
            row[field] = label
    if "questions" in row:
        questions = []
        for question in row["questions"]:
            key = fresh_key(question["key"], taken)
            taken.add(key)
            questions.append({**question, "key": key})
        row["questions"] = questions
    after = (*parent, index + 1)
    return inserted(content, after, row), after


def removed(content: Content, place: Place) -> Content:
    """The content without the row at a place; the fit test goes as a whole."""
    *parent, index = place
    if not isinstance(index, int):
        return put(content, place, None)
    rows = list(part_at(content, tuple(parent)))
    del rows[index]
    return put(content, tuple(parent), rows)


def with_own_fit_test(content: Content, section: Mapping[str, Any]) -> Content:
    """A script with a copy of ``section`` as the fit test that it carries, under keys that it does not use yet."""
    taken, questions = keys_in(content), []
    for question in section["questions"]:
        key = question["key"]
        while key in taken:
            key = f"fit-{key}"
        taken.add(key)
        questions.append({**question, "key": key})
    return {**content, "fit_test": {**section, "questions": questions}}


def keys_in(content: Mapping[str, Any]) -> set[str]:
    """Every key used by the rows of a content, at any depth."""
    return set(_keys(content))


def fresh_key(words: str, taken: set[str], fallback: str = "row") -> str:
    """``words`` as a key of letters, digits and hyphens, numbered when it is ``taken``."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_KEY_LENGTH].strip("-") or fallback
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    return key


def _replaced(part: Any, place: Place, value: object) -> Any:
    if not place:
        return value
    step, *rest = place
    copy: Any = dict(part) if isinstance(part, Mapping) else list(part)
    copy[step] = _replaced(part[step], tuple(rest), value)
    return copy


def _keys(part: object) -> Iterator[str]:
    if isinstance(part, Mapping):
        if "key" in part:
            yield part["key"]
        for value in part.values():
            yield from _keys(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _keys(value)
