"""The columns of a catalogue in a sheet: their headings in both languages, and what reads and writes their cells."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.i18n import Language
from desktop.models.catalogue import Billing, BlockKind, EvidenceKind, Offer, Reference, StandingBlock
from desktop.services import catalogue_references, standing_blocks
from desktop.services.catalogue_cells import (
    Read,
    Write,
    billing_label,
    member,
    read_days,
    read_language,
    read_line,
    read_needs,
    read_price,
    read_rate,
    read_sectors,
    read_text,
    read_truth,
    write_list,
    write_money,
    write_needs,
    write_number,
    write_same,
    write_yes,
)
from desktop.services.catalogue_changes import Kind


@dataclass(frozen=True)
class Column:
    """``name`` is that of the column of the row; ``aliases`` are headings that other programs give it."""

    name: str
    heading: Callable[[Language], str]
    read: Read
    write: Write
    width: int = 20
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """A shelf as a sheet. ``sign`` is the column without which a sheet is not one of this shelf."""

    kind: Kind
    name: Callable[[Language], str]
    sign: str
    columns: tuple[Column, ...]


OFFERS = Shelf(
    Offer,
    lambda language: language.pgettext("sheet", "Offers"),
    "label",
    (
        Column(
            "code", lambda it: it.pgettext("column", "Code"), read_line, write_same, 12, ("reference", "ref", "sku")
        ),
        Column(
            "label",
            lambda it: it.pgettext("column", "Offer"),
            read_line,
            write_same,
            34,
            ("designation", "libelle", "nom", "name", "label", "prestation", "service", "produit", "product"),
        ),
        Column(
            "detail", lambda it: it.pgettext("column", "Description"), read_text, write_same, 44, ("detail", "details")
        ),
        Column("answer", lambda it: it.pgettext("column", "Answer"), read_text, write_same, 44),
        Column("benefit", lambda it: it.pgettext("column", "Benefit"), read_text, write_same, 36),
        Column("proof", lambda it: it.pgettext("column", "Proof"), read_text, write_same, 36),
        Column(
            "need_kinds", lambda it: it.pgettext("column", "Needs"), read_needs, write_needs, 18, ("need", "besoin")
        ),
        Column(
            "sectors", lambda it: it.pgettext("column", "Sectors"), read_sectors, write_list, 24, ("sector", "secteur")
        ),
        Column("unit", lambda it: it.pgettext("column", "Unit"), read_line, write_same, 12),
        Column(
            "unit_price",
            lambda it: it.pgettext("column", "Unit price excl. VAT"),
            read_price,
            write_money,
            14,
            ("prix", "prix ht", "pu ht", "pu", "prix unitaire", "tarif", "tarif ht", "price", "unit price"),
        ),
        Column(
            "vat_rate",
            lambda it: it.pgettext("column", "VAT in percent"),
            read_rate,
            write_number,
            10,
            ("tva", "taux de tva", "taux tva", "vat", "vat rate"),
        ),
        Column(
            "billing",
            lambda it: it.pgettext("column", "Billing"),
            member(
                Billing,
                billing_label,
                Billing.ONCE,
                unique=Billing.ONCE,
                ponctuel=Billing.ONCE,
                mensuel=Billing.MONTHLY,
                annuel=Billing.YEARLY,
            ),
            lambda value, language: billing_label(value, language),
            12,
        ),
        Column(
            "lead_days",
            lambda it: it.pgettext("column", "Lead time in working days"),
            read_days,
            write_same,
            12,
            ("delai",),
        ),
        Column("step", lambda it: it.pgettext("column", "Intermediate step"), read_truth, write_yes, 14),
    ),
)

REFERENCES = Shelf(
    Reference,
    lambda language: language.pgettext("sheet", "Proofs"),
    "text",
    (
        Column(
            "kind",
            lambda it: it.pgettext("column", "Kind of proof"),
            member(EvidenceKind, catalogue_references.label, EvidenceKind.CASE),
            lambda value, language: catalogue_references.label(value, language),
            16,
        ),
        Column("text", lambda it: it.pgettext("column", "What it proves, in words"), read_text, write_same, 60),
        Column("source", lambda it: it.pgettext("column", "Source"), read_line, write_same, 30),
        Column("offer_id", lambda it: it.pgettext("column", "Offer that it proves"), read_line, write_same, 20),
        Column(
            "need_kinds", lambda it: it.pgettext("column", "Needs"), read_needs, write_needs, 18, ("need", "besoin")
        ),
        Column(
            "sectors", lambda it: it.pgettext("column", "Sectors"), read_sectors, write_list, 24, ("sector", "secteur")
        ),
    ),
)

BLOCKS = Shelf(
    StandingBlock,
    lambda language: language.pgettext("sheet", "Standing blocks"),
    "title",
    (
        Column(
            "kind",
            lambda it: it.pgettext("column", "Kind of block"),
            member(BlockKind, standing_blocks.label, BlockKind.METHOD),
            lambda value, language: standing_blocks.label(value, language),
            16,
        ),
        Column("language", lambda it: it.pgettext("column", "Language"), read_language, write_same, 9),
        Column(
            "title",
            lambda it: it.pgettext("column", "Title of the block"),
            read_line,
            write_same,
            30,
            ("title", "titre"),
        ),
        Column(
            "text", lambda it: it.pgettext("column", "Text of the block"), read_text, write_same, 80, ("text", "texte")
        ),
        Column("usual", lambda it: it.pgettext("column", "In every new proposal"), read_truth, write_yes, 14),
    ),
)

SHELVES = (OFFERS, REFERENCES, BLOCKS)
