"""The mentions the law asks."""

from dataclasses import replace

from desktop.documents.proposal import render
from tests.documents.cases import CLAIRE, SELLER
from tests.documents.reading import text_of


def test_legal_mentions_are_all_there():
    text = text_of(render(CLAIRE)).replace("\u00a0", " ")
    for words in (
        "Atelier Nord Conseil, SARL au capital de 20 000 €",
        "12 rue des Forges · 35000 Rennes",
        "SIRET 000 000 000 00000",
        "RCS Rennes",
        "TVA FR00 000000000",
        "julie@atelier-nord.example",
        "Mutuelle des Forges",
        "SIREN 000 000 000",
        "4 quai de la Loire, 49300 Cholet",
        "Proposition P-2026-0042, version 2, du 23 novembre 2026",
        "30 % du total TTC",
        "acompte 4 824,00 €",
        "trois fois le taux d’intérêt légal",
        "indemnité forfaitaire de 40 €",
        "pas d’escompte",
        "« Bon pour accord », signature et cachet",
        "Pour Ateliers Brévent",
        "Pour Atelier Nord Conseil",
        "Qualité :",
    ):
        assert words in text
    assert text.count("☐") == 3


def test_a_seller_without_vat_says_which_article():
    text = text_of(render(replace(CLAIRE, seller=replace(SELLER, vat_exempt=True)))).replace("\u00a0", " ")
    assert "TVA non applicable, art. 293 B du CGI" in text
    assert "TTC," not in text and "20 %" not in text and "Total à payer" in text


def test_what_binds_professionals_only_is_not_asked_of_a_private_person():
    private = replace(CLAIRE, client=replace(CLAIRE.client, private=True))
    text = text_of(render(private)).replace("\u00a0", " ")
    assert "40 €" not in text and "escompte" not in text
    assert "trois fois le taux d’intérêt légal" in text
    assert "16 080,00 € TTC" in text
