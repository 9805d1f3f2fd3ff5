"""The three shelves of the catalogue, and what is said and done with an item of each."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from desktop.i18n import _, current
from desktop.models.catalogue import Billing, Offer, Reference, StandingBlock
from desktop.services import catalogue, catalogue_references, standing_blocks
from desktop.services.catalogue_cells import billing_label
from desktop.services.catalogue_changes import Kind
from desktop.ui.widgets.shelf_view import ShelfItem
from desktop.ui.workspace import Workspace

Item = Offer | Reference | StandingBlock


@dataclass(frozen=True)
class Shelf:
    """``key`` names it on the screen; the commands are those of its service."""

    key: str
    kind: Kind
    update: Callable[..., dict[str, Any]]
    archive: Callable[..., None]
    duplicate: Callable[..., uuid.UUID]


OFFERS = Shelf("offers", Offer, catalogue.update_offer, catalogue.archive_offer, catalogue.duplicate_offer)
PROOFS = Shelf(
    "proofs",
    Reference,
    catalogue_references.update_reference,
    catalogue_references.archive_reference,
    catalogue_references.duplicate_reference,
)
BLOCKS = Shelf(
    "blocks",
    StandingBlock,
    standing_blocks.update_block,
    standing_blocks.archive_block,
    standing_blocks.duplicate_block,
)
SHELVES = (OFFERS, PROOFS, BLOCKS)


def shelf_of(kind: Kind) -> Shelf:
    """The shelf of a kind of row."""
    return next(shelf for shelf in SHELVES if shelf.kind is kind)


def found(workspace: Workspace, shelf: Shelf, language: str, words: str, archived: bool) -> list[Any]:
    """The items of a shelf, in its order; blocks are those of ``language``."""
    if shelf is OFFERS:
        return workspace.ask(catalogue.found_offers, words, archived=archived)
    if shelf is PROOFS:
        return workspace.ask(catalogue_references.references, words, archived=archived)
    return workspace.ask(standing_blocks.blocks, language, words, archived=archived)


def beginning(shelf: Shelf, language: str, now: datetime) -> Callable[..., uuid.UUID]:
    """The command that begins a new item, to be typed over."""
    if shelf is OFFERS:
        return partial(catalogue.add_offer, now=now, label=_("New offer"))
    if shelf is PROOFS:
        return partial(catalogue_references.add_reference, now=now, text=_("New proof"))
    return partial(standing_blocks.add_block, now=now, language=language, title=_("New block"))


def name_of(item: Item) -> str:
    """What an item is called."""
    if isinstance(item, Offer):
        return item.label
    return " ".join(item.text.split()) if isinstance(item, Reference) else item.title


def row_of(item: Item) -> ShelfItem:
    """An item in the list: an offer with its price, a proof with its source, a block with its kind."""
    if isinstance(item, Offer):
        parts = [item.code, price_words(item), *([_("step")] if item.step else [])]
    elif isinstance(item, Reference):
        parts = [catalogue_references.label(item.kind), item.source or ", ".join(item.sectors)]
    else:
        parts = [standing_blocks.label(item.kind), *([_("in every proposal")] if item.usual else [])]
    about = " · ".join(part for part in parts if part)
    return ShelfItem(item.id, name_of(item), about, faded=item.archived_at is not None)


def price_words(offer: Offer) -> str:
    """``1 340,00 € / jour`` or ``90,00 € par mois``."""
    price = current().money(offer.unit_price)
    if offer.billing is not Billing.ONCE:
        return f"{price} {billing_label(offer.billing)}"
    return f"{price} / {offer.unit}" if offer.unit else price


def new_words(shelf: Shelf) -> str:
    """What the button that begins an item says."""
    return {"offers": _("New offer"), "proofs": _("New proof"), "blocks": _("New block")}[shelf.key]
