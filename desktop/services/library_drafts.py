"""How a version of a script, grid or set comes to be: copied, written, published, put away. All of it can be undone.

Nothing here reaches a call: each has its own copy of what it was held with.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import LANGUAGES, _
from desktop.models.content_edits import fresh_key
from desktop.models.library import ItemKind, LibraryItem
from desktop.services import library
from desktop.services.library import Content, Shelfmark
from desktop.services.library_checks import mistakes
from desktop.services.library_shipped import SETS, brought


def open_draft(
    session: Session, kind: ItemKind, key: str, language: str, *, now: datetime, content: Content | None = None
) -> bool:
    """Begin a new version as a copy of the one in use, or of ``content``. ``False`` when one is being written already.

    ``KeyError`` for an item that does not exist.
    """
    mark = Shelfmark(kind, key, language)
    if library.draft_of(session, mark):
        return False
    save_draft(session, mark, content or library.piece(session, mark).content, now=now)
    return True


def save_draft(session: Session, mark: Shelfmark, content: Content, *, now: datetime) -> Content | None:
    """Make ``content`` the draft of an item, which is opened when there is none. Returns what it was before."""
    item = library.any_draft_of(session, mark)
    before = item.content if item and item.archived_at is None else None
    number = next_version(session, mark)
    content = {**content, "key": mark.key, "language": mark.language, "version": number}
    if item is None:
        item = LibraryItem(kind=mark.kind, key=mark.key, language=mark.language)
        session.add(item)
    item.version, item.name, item.content = number, content["name"], content
    item.updated_at, item.archived_at = now, None
    session.flush()
    return before


def discard_draft(session: Session, mark: Shelfmark, *, now: datetime) -> Content | None:
    """Give a draft up; the version in use goes on. Returns what it was, for ``save_draft`` to bring back."""
    item = library.draft_of(session, mark)
    if item is None:
        return None
    item.archived_at = now
    session.flush()
    return item.content


def publish(session: Session, mark: Shelfmark, *, now: datetime) -> int:
    """The draft becomes the version in use; calls held before keep theirs. Returns its number.

    ``UserError`` with the first thing to mend, when it could not be used in a call.
    """
    item = library.draft_of(session, mark)
    if item is None:
        raise UserError(_("There is no draft to publish: it was published or given up meanwhile."))
    grids = {each.key: each for each in library.grids(session, mark.language)}
    for mistake in mistakes(mark.kind, item.content, grids):
        raise UserError(mistake.sentence)
    item.published_at = item.updated_at = now
    session.flush()
    return item.version


def take_back(session: Session, mark: Shelfmark, number: int) -> None:
    """Undo ``publish``: that version is a draft again, and the one before is in use."""
    item = library.latest_of(session, mark)
    if item is not None and item.version == number:
        item.published_at = None
        session.flush()


def duplicate(session: Session, mark: Shelfmark, name: str, *, now: datetime) -> Shelfmark:
    """A new item that begins as a draft copied from another one. Its key is made from its name."""
    if not name.strip():
        raise UserError(_("Give it a name."))
    if mark.kind in SETS:
        raise UserError(_("There is one set in each language: change it rather than copy it."))
    copy = Shelfmark(mark.kind, free_key(session, mark, name), mark.language)
    save_draft(session, copy, {**library.piece(session, mark).content, "name": name.strip()}, now=now)
    return copy


def archive(session: Session, mark: Shelfmark, *, now: datetime) -> None:
    """Take an item out of what can be chosen before a call. ``UserError`` when something still needs it."""
    row = library.piece(session, mark).row
    if row.archived:
        return
    if not row.version:
        raise UserError(_("It was never published: give its draft up instead."))
    _refuse_to_miss(session, mark)
    item = library.latest_of(session, mark)
    if item is None:  # the shipped one: a copy of it carries the mark
        content = library.shipped(mark.kind, mark.language)[mark.key]
        item = LibraryItem(
            kind=mark.kind,
            key=mark.key,
            language=mark.language,
            version=content["version"],
            name=content["name"],
            content=content,
            updated_at=now,
            published_at=now,
        )
        session.add(item)
    item.archived_at = now
    session.flush()


def restore(session: Session, mark: Shelfmark) -> None:
    """Bring an archived item back among the choices."""
    item = library.latest_of(session, mark)
    if item is None or item.archived_at is None:
        return
    if item.content == brought(mark.kind, mark.language).get(mark.key):
        # Only there to carry the mark: a later edition of the shipped one must not be hidden by it.
        session.delete(item)
    else:
        item.archived_at = None
    session.flush()


def next_version(session: Session, mark: Shelfmark) -> int:
    """The number that the next publication gets."""
    latest = library.latest_of(session, mark)
    plain = brought(mark.kind, mark.language).get(mark.key)
    return max(latest.version if latest else 0, plain["version"] if plain else 0) + 1


def free_key(session: Session, mark: Shelfmark, name: str) -> str:
    """A key made from a name, that no item of the kind has in any language."""
    taken = {row.mark.key for language in LANGUAGES for row in library.shelf(session, mark.kind, language)}
    return fresh_key(name, taken, mark.kind.value)


def _refuse_to_miss(session: Session, mark: Shelfmark) -> None:
    """An archived item must leave something to hold a call with."""
    if len(library.in_use(session, mark.kind, mark.language)) == 1:
        raise UserError(_("It is the only one left in this language: there would be nothing to choose."))
    if mark.kind is ItemKind.GRID:
        users = [each.name for each in library.scripts(session, mark.language) if each.grid == mark.key]
        if users:
            message = _("This grid goes with the script “{script}”: choose another one there first.")
            raise UserError(message.format(script=users[0]))
