"""A catalogue to export, and files to import that others made."""

import io
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from desktop.database import Session
from desktop.models.catalogue import Billing, BlockKind, EvidenceKind
from desktop.services import catalogue, catalogue_references, standing_blocks
from tests.services.proposal_case import NOW

OFFER_HEADINGS = ("Code", "Offre", "Prix unitaire HT", "TVA en pourcentage")


def small_catalogue(session: Session) -> None:
    """Two offers, a proof of one, and a block in each language."""
    audit = catalogue.add_offer(
        session,
        now=NOW,
        code="A-1",
        label="Audit des relances",
        detail="Deux jours sur place.\nRestitution écrite.",
        answer="Nous mesurons où se perdent les devis.",
        benefit="Six heures rendues par semaine",
        proof="Menuiseries Roland",
        need_kinds=["need", "stake"],
        sectors=["Menuiserie", "Bâtiment"],
        unit="forfait",
        unit_price=Decimal("1340.50"),
        vat_rate=Decimal("5.5"),
        lead_days=10,
        step=True,
    )
    catalogue.add_offer(
        session, now=NOW, label="=Abonnement; suivi", unit="mois", unit_price=Decimal(90), billing=Billing.MONTHLY
    )
    catalogue_references.add_reference(
        session,
        now=NOW,
        text="Six heures rendues par semaine, mesurées sur trois mois.",
        source="Roland, mars 2026",
        kind=EvidenceKind.FIGURE,
        offer_id=audit,
        sectors=["Menuiserie"],
        need_kinds=["stake"],
    )
    standing_blocks.add_block(
        session, now=NOW, language="fr", title="Notre suivi", text="- un point\n- deux points", kind=BlockKind.FOLLOW_UP
    )
    standing_blocks.add_block(
        session, now=NOW, language="en", title="Our method", text="'Quoted', +33", kind=BlockKind.METHOD, usual=True
    )
    session.flush()


def workbook(path: Path, rows: Sequence[Sequence[Any]], title: str = "Feuil1") -> Path:
    """A workbook as a spreadsheet would save it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def with_part(path: Path, name: str, data: bytes) -> Path:
    """The same workbook with one part added, or put in place of its own."""
    before = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            if info.filename != name:
                after.writestr(info.filename, before.read(info))
        after.writestr(name, data)
    return path
