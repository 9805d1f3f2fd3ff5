"""French as a printer sets it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typography import NARROW, NBSP, fr_typo, quote_spaces
from tests.hostile import HOSTILE


def shown(text: str) -> str:
    return text.replace(NBSP, "~").replace(NARROW, "^")


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Délai : 3", "Délai~: 3"),
        ("Délai: 3", "Délai~: 3"),
        ("Vraiment ?", "Vraiment^?"),
        ("Vraiment?!", "Vraiment^?!"),
        ("un ; deux", "un^; deux"),
        ('un "mot" ici', "un «~mot~» ici"),
        ("«mot»", "«~mot~»"),
        ("« mot » : oui", "«~mot~»~: oui"),
        ("l'équipe d'aujourd'hui", "l’équipe d’aujourd’hui"),
        ("attendez...", "attendez…"),
        ("12,5%", "12,5~%"),
        ("15 k€ ou 1 234,56 €", "15~k€ ou 1^234,56~€"),
        ("1 234 567 €", "1^234^567~€"),
        ("à 14h30", "à 14~h~30"),
        ("à 14 h", "à 14~h"),
        ("n°12 et n° 13", "n°~12 et n°~13"),
        ("M. Dupont et Mme Roux", "M.~Dupont et Mme~Roux"),
        ("le 23 novembre 2026, le 1er mars", "le 23~novembre 2026, le 1er~mars"),
        ("8-10 semaines", "8–10~semaines"),
        ("soit 92 jours par an", "soit 92~jours par an"),
        ("le coeur des oeuvres, la soeur", "le cœur des œuvres, la sœur"),
        ("un noeud, des voeux", "un nœud, des vœux"),
    ],
)
def test_rules(typed: str, set_: str):
    assert shown(fr_typo(typed)) == set_


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a?b=1;c:d!e",
        "http://exemple.fr/l'avis",
        "www.exemple.fr/a?b",
        "julie@atelier-nord.example",
        "P-2026-0042",
        "2026-11-23",
        "02 99 00 00 00",
        "ratio 3:1 à 14:30",
        "Leboeuf",
        "C++ et a::b",
    ],
)
def test_what_is_no_prose_is_left_alone(text: str):
    assert fr_typo(text) == text


def test_rules_go_on_around_an_address():
    assert shown(fr_typo("Voir https://x.fr/a?b : oui ?")) == "Voir https://x.fr/a?b~: oui^?"


@pytest.mark.parametrize("text", HOSTILE)
def test_twice_is_once(text: str):
    assert fr_typo(fr_typo(text)) == fr_typo(text)


@given(st.text(alphabet="aéh1234 :;!?'\"«»%€k.-n°M\u00a0\u202f", max_size=40))
def test_twice_is_once_for_any_text(text: str):
    assert fr_typo(fr_typo(text)) == fr_typo(text)


@given(st.text(alphabet="aé12 :;!?'\"«»%€.-\u00a0\u202f", max_size=60))
def test_inside_a_quotation_only_spaces_change_kind(text: str):
    assert len(quote_spaces(text)) == len(text)
    assert quote_spaces(text).replace(NBSP, " ") == text.replace(NBSP, " ")


def test_inside_a_quotation_marks_hold_to_their_word():
    assert shown(quote_spaces("C'est quoi ? « Lent » : 15 k€")) == "C'est quoi~? «~Lent~»~: 15~k€"
