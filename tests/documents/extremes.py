"""What a proposal may come to: one need or forty, endless names and lines, every script, the largest amounts."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw

from desktop.models.catalogue import BlockKind
from desktop.models.followup_kinds import Channel
from desktop.models.pricing import Line
from desktop.services.logos import logo_from
from desktop.services.proposal_content import AgreedStep, Block, ProposalContent
from tests.documents.cases import CLAIRE, CLIENT, EQUIP, LEAD, NEEDS, ONE, SELLER, D
from tests.documents.plan_case import PLAN
from tests.documents.returns_case import LOST, returns_of

APPOINTMENT = AgreedStep(datetime.fromisoformat("2026-11-27T10:00"), Channel.PHONE)
TERMS = Block(BlockKind.TERMS, "Conditions générales", "Chaque mission fait l’objet d’un bon de commande.")
METHOD = Block(BlockKind.METHOD, "Notre méthode", "- Un seul interlocuteur\n- Un bilan écrit chaque mois")
FULL = replace(CLAIRE, appointment=APPOINTMENT, plan=PLAN, returns=returns_of(LOST), blocks=(METHOD, TERMS))
LONG_NAME = ("Établissements Brévent, Le Goff et Compagnie, menuiserie et agencement de l’Ouest, " * 3)[:200].strip()
LARGEST = Decimal("99999999.99")
EMOJI = "Chiffrage 😀 en 👩‍👩‍👧‍👦 temps réel 🇫🇷"
HEBREW = "הצעת מחיר למפעל"


def picture(width: int, height: int) -> bytes:
    """A wide mark on a transparent ground, as a PNG file."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 8, height // 3, width - width // 8, height - height // 3), fill=(15, 110, 110, 255))
    buffer = BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _forty() -> ProposalContent:
    needs = tuple(
        replace(NEEDS[n % 3], quotes=(replace(LEAD, text=f"{n + 1}. {NEEDS[n % 3].quotes[0].text}"),))
        for n in range(40)
    )
    return replace(FULL, needs=needs, to_confirm=tuple(f"Point {n}" for n in range(12)))


def _lines() -> ProposalContent:
    lines = tuple(Line(f"Poste {n + 1}", "Détail", D(n + 1), "jours", D("12.5"), D(20)) for n in range(300))
    return replace(FULL, options=(replace(EQUIP, lines=lines),))


def _rates() -> ProposalContent:
    lines = tuple(
        Line(f"Poste à {rate} %", "", D("1.5"), "forfait", LARGEST / 100, D(rate)) for rate in ("20", "10", "5.5")
    )
    return replace(FULL, options=(replace(EQUIP, lines=lines),))


def _largest() -> ProposalContent:
    options = tuple(
        replace(each, lines=(Line("Ensemble", "Tout compris", D(1), "forfait", LARGEST, D(20)),))
        for each in FULL.options
    )
    return replace(FULL, options=options)


def _named(text: str) -> ProposalContent:
    return replace(
        FULL,
        title=text,
        client=replace(CLIENT, company=text, contact=text, title=text),
        seller=replace(SELLER, name=text, representative=text),
        options=tuple(replace(option, name=text) for option in FULL.options),
    )


EXTREMES: dict[str, ProposalContent] = {
    "ordinary": FULL,
    "one need": replace(ONE, appointment=APPOINTMENT, plan=PLAN, returns=FULL.returns),
    "forty needs": _forty(),
    "names of 200 signs": _named(LONG_NAME),
    "emoji": _named(EMOJI),
    "right to left": _named(HEBREW),
    "300 lines": _lines(),
    "three rates": _rates(),
    "99 999 999,99": _largest(),
    "293 B": replace(FULL, seller=replace(SELLER, vat_exempt=True)),
    "a logo": replace(FULL, seller=replace(SELLER, logo=logo_from(picture(1200, 400)))),
    "a private person": replace(FULL, client=replace(CLIENT, company="", private=True)),
    "no price": replace(FULL, contractual=False),
}
