"""A page to turn towards somebody who signs, made of plain values and of a real document."""

import uuid
from datetime import date
from decimal import Decimal
from functools import cache

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.documents.proposal import render
from desktop.models.catalogue import Billing
from desktop.models.pricing import Line, bill
from desktop.models.proposals import DocumentKind
from desktop.services.signing_sheet import Choice, SigningSheet
from desktop.ui.widgets.signature_pad import SignaturePad
from tests.documents.cases import CLAIRE

TODAY = date(2026, 11, 23)
LEFT = Qt.MouseButton.LeftButton


def line(price: int, billing: Billing = Billing.ONCE) -> Line:
    return Line("Suivi", "", Decimal(1), "", Decimal(price), Decimal(20), billing=billing)


CHOICES = (
    Choice(uuid.UUID(int=1), "Démarrer", "Pour essayer.", False, bill([line(6900)]).parts),
    Choice(uuid.UUID(int=2), "Équiper l’équipe", "", True, bill([line(13400), line(300, Billing.MONTHLY)]).parts),
)


@cache
def pages() -> bytes:
    return render(CLAIRE)


def sheet(**other: object) -> SigningSheet:
    """What is turned towards Claire."""
    fields: dict[str, object] = {
        "export_id": uuid.UUID(int=9),
        "document": DocumentKind.PROPOSAL,
        "number": "P-2026-0042",
        "revision": 2,
        "title": CLAIRE.title,
        "language": "en",
        "seller": "Atelier Nord Conseil",
        "company": "Ateliers Brévent",
        "name": "Claire Fontaine",
        "quality": "dirigeante",
        "place": "Cholet",
        "private": False,
        "vat_exempt": False,
        "choices": CHOICES,
        "pdf": pages(),
        **other,
    }
    return SigningSheet(**fields)  # type: ignore[arg-type]


def draw(pad: SignaturePad) -> None:
    """Sign with the mouse."""
    QTest.mousePress(pad, LEFT, pos=QPoint(40, 60))
    for point in (QPoint(120, 20), QPoint(160, 90), QPoint(240, 40)):
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, LEFT, pos=QPoint(240, 40))
