"""What the acceptance says once it was signed on the screen: no less than what happened, and no more."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.documents.running import language_of
from desktop.documents.signing import attestation, customer_box
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.services.signatures import Acceptance
from tests.documents.cases import CLAIRE

AT = datetime(2026, 11, 23, 14, 32, tzinfo=ZoneInfo("Europe/Paris"))
DIGEST = "0123456789abcdef" * 4
INK = (((100, 100), (300, 160), (500, 120)), ((520, 90), (530, 200)))
SIGNED = Acceptance(1, "Claire Fontaine", "dirigeante", "Cholet", AT, INK, "Julie Morvan", DIGEST)


def said(signed: Acceptance, language: str = "fr") -> list[str]:
    content = replace(CLAIRE, language=language)
    setter = Typesetter(language_of(content), styles(content.seller.accent))
    return [part.getPlainText().replace("\u00a0", " ") for part in attestation(content, signed, setter)]


@pytest.mark.parametrize(
    ("changes", "french", "english"),
    [
        (
            {},
            "Signé sur écran en présence de Julie Morvan, à Cholet, le 23 novembre 2026 à 14 h 32.",
            "Signed on a screen in the presence of Julie Morvan, in Cholet, on 23 November 2026 at 14:32.",
        ),
        (
            {"place": ""},
            "Signé sur écran en présence de Julie Morvan, le 23 novembre 2026 à 14 h 32.",
            "Signed on a screen in the presence of Julie Morvan, on 23 November 2026 at 14:32.",
        ),
        (
            {"witness": ""},
            "Signé sur écran à Cholet, le 23 novembre 2026 à 14 h 32.",
            "Signed on a screen in Cholet, on 23 November 2026 at 14:32.",
        ),
        (
            {"witness": "", "place": ""},
            "Signé sur écran le 23 novembre 2026 à 14 h 32.",
            "Signed on a screen on 23 November 2026 at 14:32.",
        ),
    ],
)
def test_how_it_was_signed_is_said_in_both_languages(changes, french, english) -> None:
    signed = replace(SIGNED, **changes)
    assert said(signed)[0] == f"{french} Option retenue : Équiper l’équipe"
    assert said(signed, "en")[0] == f"{english} Option chosen: Équiper l’équipe"


def test_the_digest_of_what_was_read_is_given_whole() -> None:
    assert said(SIGNED)[1] == f"Empreinte SHA-256 du document lu et signé : {DIGEST}"
    assert said(replace(SIGNED, option=None))[0].endswith("14 h 32.")


def test_no_legal_worth_is_claimed() -> None:
    for language in ("fr", "en"):
        words = " ".join(said(SIGNED, language)).lower()
        claims = ("eidas", "qualif", "certif", "légal", "legal", "valeur", "avanc", "advanced", "électronique")
        assert not [claim for claim in claims if claim in words]


def test_the_box_of_the_customer_is_filled_in() -> None:
    setter = Typesetter(language_of(CLAIRE), styles(CLAIRE.seller.accent))
    lines = [part.getPlainText() for part in customer_box("Ateliers Brévent", SIGNED, setter)[2:6]]
    found = [line.replace("\u00a0", " ").strip() for line in lines]
    assert found[:3] == ["Date : 23 novembre 2026, à Cholet", "Nom : Claire Fontaine", "Qualité : dirigeante"]
    bare = customer_box("Ateliers Brévent", replace(SIGNED, place=""), setter)[2]
    assert bare.getPlainText().endswith("23\u00a0novembre 2026") or bare.getPlainText().endswith("23 novembre 2026")
