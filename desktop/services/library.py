"""What the rep may choose from: the shipped scripts, grids, objections and reformulations, and their own over them.

The latest published version of an item stands for the shipped one of the same key and language; an archived one is
left out. Changing them is ``services.library_drafts``.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from desktop.i18n import LANGUAGES
from desktop.models.grids import Grid
from desktop.models.library import ItemKind, LibraryItem
from desktop.models.scripts import Script
from desktop.services import templates
from desktop.services.library_shipped import Content as Content
from desktop.services.library_shipped import brought
from desktop.services.library_shipped import shipped as shipped


@dataclass(frozen=True)
class Shelfmark:
    """Which item: the same key in two languages is two items."""

    kind: ItemKind
    key: str
    language: str


@dataclass(frozen=True)
class ShelfRow:
    """One line of the library.

    ``version`` is the one in use (0: never published), ``draft`` the one being written (0: none); ``shipped`` says that
    the program brings one of that key, ``own`` that the rep has published theirs.
    """

    mark: Shelfmark
    name: str
    version: int
    draft: int
    archived: bool
    shipped: bool
    own: bool


@dataclass(frozen=True)
class Version:
    """One published version, as the history shows it; ``at`` is ``None`` for the shipped one."""

    number: int
    name: str
    at: datetime | None
    content: Content


@dataclass(frozen=True)
class Piece:
    """An item with everything the page shows of it. ``in_use`` or ``draft`` is there, or both."""

    row: ShelfRow
    in_use: Content | None
    draft: Content | None

    @property
    def content(self) -> Content:
        """What is read: the draft when there is one."""
        found = self.draft or self.in_use
        assert found is not None
        return found


def scripts(session: Session, language: str) -> list[Script]:
    """The scripts that may be chosen in that language (``fr`` or ``en``), the default one first."""
    return [Script.from_dict(content) for content in in_use(session, ItemKind.SCRIPT, language)]


def grids(session: Session, language: str) -> list[Grid]:
    """The grids that may be chosen in that language, the default one first."""
    return [Grid.from_dict(content) for content in in_use(session, ItemKind.GRID, language)]


def script(session: Session, key: str, language: str) -> Script:
    """The script in use of that key, archived or not; ``KeyError`` when there is none."""
    return Script.from_dict(_content(session, Shelfmark(ItemKind.SCRIPT, key, language)))


def grid(session: Session, key: str, language: str) -> Grid:
    """The grid in use of that key, archived or not; ``KeyError`` when there is none."""
    return Grid.from_dict(_content(session, Shelfmark(ItemKind.GRID, key, language)))


def in_use(session: Session, kind: ItemKind, language: str) -> list[Content]:
    """The plain contents that may be chosen, shipped order first, then the rep's own keys by name."""
    found = shipped(kind, language)
    own = {}
    for item in _latest(session, kind, language):
        if item.archived_at is not None:
            found.pop(item.key, None)
        elif item.key in found:
            found[item.key] = item.content
        else:
            own[item.key] = item.content
    return [*found.values(), *sorted(own.values(), key=lambda content: str(content["name"]).casefold())]


def shelf(session: Session, kind: ItemKind, language: str) -> list[ShelfRow]:
    """Every item of a kind, those of ``language`` first, archived ones last."""
    rows = []
    for each in (language, *(other for other in LANGUAGES if other != language)):
        rows += _shelf(session, kind, each)
    return sorted(rows, key=lambda row: row.archived)


def piece(session: Session, mark: Shelfmark) -> Piece:
    """One item, whole; ``KeyError`` when neither the program nor the rep has one."""
    row = next((each for each in _shelf(session, mark.kind, mark.language) if each.mark == mark), None)
    if row is None:
        raise KeyError(mark.key)
    draft = draft_of(session, mark)
    return Piece(row, _content(session, mark) if row.version else None, draft.content if draft else None)


def common_fit_test(session: Session, language: str) -> Content:
    """The plain theme that every script without a fit test of its own is given when a call starts."""
    chosen = {content["key"]: content for content in in_use(session, ItemKind.SCRIPT, language)}
    found = chosen.get(templates.FIT_TEST) or brought(ItemKind.SCRIPT, language)[templates.FIT_TEST]
    section: Content = deepcopy(found["sections"][0])
    return section


def history(session: Session, mark: Shelfmark) -> list[Version]:
    """The published versions of an item, the latest first, down to the shipped one."""
    published = select(LibraryItem).where(*_is(mark), LibraryItem.published_at.is_not(None))
    items = session.scalars(published.order_by(LibraryItem.version.desc()))
    versions = [Version(item.version, item.name, item.published_at, item.content) for item in items]
    plain = deepcopy(brought(mark.kind, mark.language).get(mark.key))
    if plain and plain["version"] not in {version.number for version in versions}:
        versions.append(Version(plain["version"], plain["name"], None, plain))
    return versions


def draft_of(session: Session, mark: Shelfmark) -> LibraryItem | None:
    """The draft of an item, unless it was given up."""
    draft = any_draft_of(session, mark)
    return draft if draft and draft.archived_at is None else None


def any_draft_of(session: Session, mark: Shelfmark) -> LibraryItem | None:
    """The draft of an item, given up or not."""
    return session.scalars(select(LibraryItem).where(*_is(mark), LibraryItem.published_at.is_(None))).first()


def latest_of(session: Session, mark: Shelfmark) -> LibraryItem | None:
    """The latest published version that the rep has of an item."""
    published = select(LibraryItem).where(*_is(mark), LibraryItem.published_at.is_not(None))
    return session.scalars(published.order_by(LibraryItem.version.desc()).limit(1)).first()


def _content(session: Session, mark: Shelfmark) -> Content:
    item = latest_of(session, mark)
    return item.content if item else deepcopy(brought(mark.kind, mark.language)[mark.key])


def _latest(session: Session, kind: ItemKind, language: str) -> Iterable[LibraryItem]:
    """The latest published version of each of the rep's items."""
    numbers = (
        select(LibraryItem.key, func.max(LibraryItem.version).label("version"))
        .where(LibraryItem.kind == kind, LibraryItem.language == language, LibraryItem.published_at.is_not(None))
        .group_by(LibraryItem.key)
        .subquery()
    )
    same = (LibraryItem.key == numbers.c.key) & (LibraryItem.version == numbers.c.version)
    of_kind = select(LibraryItem).join(numbers, same)
    return session.scalars(of_kind.where(LibraryItem.kind == kind, LibraryItem.language == language))


def _shelf(session: Session, kind: ItemKind, language: str) -> list[ShelfRow]:
    """The items of one language: shipped ones in their order, then the rep's own by name."""
    plain = brought(kind, language)
    written = (
        select(LibraryItem)
        .where(LibraryItem.kind == kind, LibraryItem.language == language)
        .options(defer(LibraryItem.content))
        .order_by(LibraryItem.version)
    )
    by_key: dict[str, list[LibraryItem]] = {key: [] for key in plain}
    for item in session.scalars(written):
        by_key.setdefault(item.key, []).append(item)
    rows = [
        row
        for key, items in by_key.items()
        if (row := _shelf_row(Shelfmark(kind, key, language), items, plain.get(key))) is not None
    ]
    return sorted(rows, key=lambda row: (not row.shipped, "" if row.shipped else row.name.casefold()))


def _shelf_row(mark: Shelfmark, items: list[LibraryItem], plain: Mapping[str, Any] | None) -> ShelfRow | None:
    latest = next((item for item in reversed(items) if item.published_at), None)
    draft = next((item for item in items if item.published_at is None and item.archived_at is None), None)
    names = [each.name for each in (latest,) if each]
    names += [plain["name"]] if plain else []
    names += [draft.name] if draft else []
    if not names:
        return None  # a draft that was given up, of an item that was never published
    return ShelfRow(
        mark=mark,
        name=names[0],
        version=latest.version if latest else plain["version"] if plain else 0,
        draft=draft.version if draft else 0,
        archived=latest is not None and latest.archived_at is not None,
        shipped=plain is not None,
        own=latest is not None,
    )


def _is(mark: Shelfmark) -> tuple[Any, ...]:
    return LibraryItem.kind == mark.kind, LibraryItem.key == mark.key, LibraryItem.language == mark.language
