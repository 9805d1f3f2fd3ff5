"""A catalogue that opens three doors to Claire: an audit, a method that holds in her budget, a tool that does not."""

import uuid
from decimal import Decimal
from typing import Any

from desktop.database import Session
from desktop.models.catalogue import Billing
from desktop.services import catalogue, proposals
from tests.services.proposal_case import ANSWER, CALLED, NOW, Case, claire

D = Decimal


def offer(session: Session, label: str, price: int, **fields: Any) -> uuid.UUID:
    return catalogue.add_offer(session, now=CALLED, label=label, unit_price=D(price), **fields)


def three_offers(session: Session) -> dict[str, uuid.UUID]:
    """By a short name. The budget is 15 000 €; the tool alone costs 12 000 € a year."""
    return {
        "audit": offer(
            session,
            "Audit des relances",
            1900,
            benefit="Savoir quels devis relancer",
            step=True,
            lead_days=5,
            unit="forfait",
        ),
        "grid": offer(
            session,
            "Grille des relances et devis",
            9000,
            answer=ANSWER,
            benefit="Une journée rendue chaque semaine",
            proof="Menuiseries Roland : six heures rendues par semaine",
            lead_days=20,
        ),
        "tool": offer(
            session,
            "Outil ouvert par chaque personne",
            1000,
            detail="À la place de l’usine à gaz actuelle",
            answer="Trois écrans, utilisés en rendez-vous.",
            benefit="Un outil que l’équipe ouvre",
            billing=Billing.MONTHLY,
            lead_days=40,
        ),
    }


def composed(session: Session) -> tuple[Case, uuid.UUID]:
    """Claire's proposal with its three doors."""
    three_offers(session)
    case = claire(session)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    session.flush()
    return case, key
