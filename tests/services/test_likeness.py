"""Precision over a corpus of true and false pairs: homonyms of two towns, branches, switchboards, typing errors."""

from typing import Any

from desktop.i18n import use
from desktop.services.likeness import ALIKE_FROM, identity, likeness, reasons

Plain = dict[str, Any]


def one(company: str = "", person: str = "", phone: str = "", email: str = "", **fields: str) -> Plain:
    return {"company": company, "people": ((person, phone, email),) if person or phone or email else (), **fields}


RENNES, NANTES = "3 rue du Port, 35000 Rennes", "8 quai Sud, 44000 Nantes"
SAME: list[tuple[Plain, Plain]] = [
    (one("Durand SARL"), one("Durand S.A.")),
    (one("Menuiserie Durand"), one("MENUISERIE DURAND SAS")),
    (one("Menuiserie Durand"), one("Menuisserie Durand")),
    (one("Établissements Lefèvre & Fils"), one("Lefevre et fils")),
    (one("Durand Menuiserie"), one("Menuiserie Durand")),
    (one("Garage Roux", phone="02 99 11 22 33"), one("Garage du Roux", phone="+33 2 99 11 22 33")),
    (one("Groupe Altiva", email="c.noel@altiva.fr"), one("Altiva", email="c.noel@altiva.fr")),
    (one("Altiva", siren="552 100 554"), one("Altiva Conseil", siren="55210055400013")),
    (one("Blackwood Ltd"), one("Blackwood Limited")),
    (one("Harbour & Sons Inc."), one("Harbour and Sons")),
    (one("Northfield Plumbing"), one("Northfeild Plumbing")),
    (one("The Corner Bakery", address=RENNES), one("Corner Bakery", address=RENNES)),
    (one(person="Zoé Martin", phone="0601020304"), one(person="Martin Zoé", phone="06 01 02 03 04")),
    (one(person="Zoé Martin", address=RENNES), one(person="Zoé MARTIN", address=RENNES)),
    (one("Cabinet Morel", "Claire Morel", "0240112233"), one("Morel Avocats", "Claire Morel", "02 40 11 22 33")),
    (one("Atelier 12", phone="0299112233"), one("Atelier 12 SARL")),
]
OTHERS: list[tuple[Plain, Plain]] = [
    (one("Boulangerie Martin", address=RENNES), one("Boulangerie Martin", address=NANTES)),
    (one("Durand", siren="552100554"), one("Durand", siren="410034607")),
    (one("Altiva Transports"), one("Altiva Immobilier")),
    (one("Altiva"), one("Altiva Immobilier")),
    (one("Altiva", email="a@altiva.fr"), one("Altiva Immobilier", email="b@altiva.fr", address=NANTES)),
    (one("Roux Conseil", phone="0299112233"), one("Delta Logistique", phone="0299112233")),
    (one("Agence 12"), one("Agence 14")),
    (one(person="Marie Martin"), one(person="Marie Martin")),
    (one("Menuiserie Durand"), one("Menuiserie Dupond")),
    (one("Menuiserie Durand"), one("Plomberie Durand")),
    (one("Northfield Plumbing"), one("Southfield Plumbing")),
    (one("Smith & Sons", address="1 High St, 10001 York"), one("Smith and Sons", address="2 Low Rd, 20002 Leeds")),
    (one("Harbour Ltd", email="jo@gmail.com"), one("Quayside Ltd", email="al@gmail.com")),
    (one("Hôtel de la Gare", "Luc Petit"), one("Café du Port", "Luc Petit")),
    (one("Caisse Nord"), one("Caisse Sud")),
    (one(), one()),
]


def score(pair: tuple[Plain, Plain]) -> int:
    first, second = (identity(None, **plain) for plain in pair)
    assert likeness(first, second) == likeness(second, first)
    return likeness(first, second).score


def test_precision_and_recall(record_property: Any) -> None:
    """Every pair that is shown is a true one, and every true one is shown."""
    missed = [pair for pair in SAME if score(pair) < ALIKE_FROM]
    wrong = [pair for pair in OTHERS if score(pair) >= ALIKE_FROM]
    record_property(
        "likeness", f"{len(SAME) - len(missed)}/{len(SAME)} found, {len(wrong)}/{len(OTHERS)} wrongly shown"
    )
    assert (missed, wrong) == ([], [])


def test_the_reasons_are_said_the_strongest_first() -> None:
    alike = likeness(*(identity(None, **plain) for plain in SAME[5]))
    assert reasons(alike) == ("same phone", "same name")
    use("fr")
    typo = likeness(*(identity(None, **plain) for plain in SAME[2]))
    assert reasons(typo) == ("nom à 97\u00a0%",)
