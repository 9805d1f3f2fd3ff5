"""The objection cards shipped with the program, and those that the rep made of them."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.i18n import _
from desktop.models.library import ItemKind, LibraryItem
from desktop.models.objections import Card, CardSet
from desktop.paths import resources
from desktop.services import toml_source

if TYPE_CHECKING:
    from desktop.services.objection_forms import CardSetForm

LIBRARY_KEY = "objections"
"""The key of the one set of cards of a language in the library."""


def cards_in_use(session: Session, language: str) -> CardSet:
    """The cards to show: the latest set that the rep published in that language, otherwise the shipped one."""
    query = (
        select(LibraryItem.content)
        .where(
            LibraryItem.kind == ItemKind.OBJECTIONS,
            LibraryItem.key == LIBRARY_KEY,
            LibraryItem.language == language,
            LibraryItem.published_at.is_not(None),
            LibraryItem.archived_at.is_(None),
        )
        .order_by(LibraryItem.version.desc())
        .limit(1)
    )
    content: dict[str, Any] | None = session.scalars(query).first()
    return CardSet.from_dict(content) if content is not None else shipped(language)


@cache
def shipped(language: str) -> CardSet:
    """The cards of the program in that language (``fr`` or ``en``)."""
    return read_cards(resources() / "templates" / language / "objections.toml")


def read_cards(path: Path) -> CardSet:
    """The cards written in ``path``; ``UserError`` with the line of what is wrong."""
    from desktop.services.objection_forms import CardSetForm  # pydantic: not before the first window

    source = toml_source.read(path)
    form = toml_source.validate(CardSetForm, source)
    seen = set()
    for place, card in enumerate(form.cards):
        if card.key in seen:
            raise source.located(("cards", place, "key"), _("the key “{key}” is used twice.").format(key=card.key))
        seen.add(card.key)
    return _cards(form)


def _cards(form: "CardSetForm") -> CardSet:
    return CardSet(form.language, form.version, tuple(Card(**dict(card)) for card in form.cards))
