"""Claire's case (domain.md §4) in the database: the call that her proposal is composed from."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from desktop.database import Session
from desktop.models.matrix import Heat
from desktop.services import calls, catalogue, needs, prospects, settings, templates

PARIS = ZoneInfo("Europe/Paris")
CALLED = datetime(2026, 11, 12, 10, 0, tzinfo=PARIS)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=PARIS)

LOST_DAY = "On perd une journée par semaine à relancer des devis qui n’aboutiront jamais."
UNOPENED = "Le CRM actuel, personne ne l’ouvre, c’est une usine à gaz."
BUDGET = "J’ai mis 15 k€ de côté pour ça, à lancer avant fin janvier."
PRIVATE = "Entre nous, Karim finit ses devis le soir et il en a assez."
NOTE = "Note à moi-même : elle négociera, garder 10 % de marge."
ANSWER = "Une grille de cinq critères notés de 0 à 3 pendant l’appel, pour que les relances aillent aux bons devis."


@dataclass(frozen=True)
class Case:
    """Keys of what was saved."""

    prospect: uuid.UUID
    call: uuid.UUID
    verbatims: dict[str, uuid.UUID]


def seller(session: Session, **fields: object) -> None:
    """The company of the mock-ups."""
    settings.save_company(
        session,
        now=CALLED,
        **{
            "name": "Atelier Nord Conseil",
            "legal_form": "SARL",
            "capital": "20 000 €",
            "address": "12 rue des Forges",
            "postcode_city": "35000 Rennes",
            "siret": "000 000 000 00000",
            "rcs": "Rennes",
            "vat_number": "FR00 000000000",
            "phone": "02 99 00 00 00",
            "email": "julie@atelier-nord.example",
            "representative": "Julie Morvan",
            "payment_terms": "30 % à la commande, le solde à 30 jours",
            "late_penalty": "trois fois le taux d’intérêt légal",
            **fields,
        },
    )


def claire(session: Session, *, heat: Heat | None = Heat.HOT, level: int = 3) -> Case:
    """A qualified and hot prospect, with three citable verbatims, one that is not, and a note."""
    prospect = prospects.create_prospect(
        session,
        now=CALLED,
        company="Ateliers Brévent",
        person="Claire Fontaine",
        job_title="dirigeante",
        address="4 quai de la Loire, 49300 Cholet",
        siren="000 000 000",
        expected_on=date(2027, 1, 29),
        amount=Decimal(15000),
    )
    prospects.set_heat(session, prospect, heat, now=CALLED)
    session.flush()
    grid = templates.grid("five-criteria", "fr")
    call = calls.start_call(session, prospect, templates.script("b2b", "fr"), grid, now=CALLED)
    said = {}
    for place, (text, question) in enumerate(
        ((LOST_DAY, "consequence"), (UNOPENED, "obstacle"), (BUDGET, "budget"), (PRIVATE, "obstacle"))
    ):
        at = CALLED + timedelta(minutes=place)
        said[text] = calls.add_entry(session, call, "verbatim", text, at=at, question=question)
        if text != PRIVATE:
            calls.set_citable(session, said[text], True)
    calls.add_entry(session, call, "note", NOTE, at=CALLED + timedelta(minutes=9))
    for criterion in grid.criteria:
        if criterion.key != "authority":
            calls.set_score(session, call, criterion.key, level, at=CALLED)
    calls.set_score(session, call, "authority", "?" if level < 3 else 3, at=CALLED)
    session.flush()
    return Case(prospect, call, said)


def confirmed(session: Session, case: Case) -> None:
    """The needs are made, and were all said back to her."""
    for key in needs.needs_from_citable(session, case.prospect, now=CALLED):
        needs.update_need(session, key, confirmed=True)
    session.flush()


def shared_grid(session: Session) -> uuid.UUID:
    """An offer that speaks of what she said."""
    return catalogue.add_offer(
        session,
        now=CALLED,
        label="Grille des relances et devis",
        detail="Grille, trame et relances de deux commerciaux",
        answer=ANSWER,
        benefit="Une journée rendue chaque semaine",
        proof="Menuiseries Roland, 40 salariés : six heures rendues par semaine",
        unit="jours",
        unit_price=Decimal("1340"),
    )
