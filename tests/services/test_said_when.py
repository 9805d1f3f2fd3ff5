"""Dates as words of a search, and where its words stand in a sentence."""

from datetime import date

import pytest

from desktop.services.said_when import Span, excerpt, marks, plain_words, when_of

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "words", "span"),
    [
        ("devis mars", ("devis",), Span(date(2026, 3, 1), date(2026, 3, 31))),
        ("Décembre budget", ("budget",), Span(date(2025, 12, 1), date(2025, 12, 31))),
        ("budget february 2024", ("budget",), Span(date(2024, 2, 1), date(2024, 2, 29))),
        ("devis 2025", ("devis",), Span(date(2025, 1, 1), date(2025, 12, 31))),
        ("devis hier", ("devis",), Span(date(2026, 11, 23), date(2026, 11, 23))),
        ("quote aujourd’hui", ("quote",), Span(TODAY, TODAY)),
        ("avant-hier délai", ("delai",), Span(date(2026, 11, 22), date(2026, 11, 22))),
        ("mars", ("mars",), None),
        ("hier", ("hier",), None),
        ("aujourd’hui", ("aujourd", "hui"), None),
        ("devis 2031", ("devis", "2031"), None),
        ("devis mar", ("devis", "mar"), None),
        ("", (), None),
    ],
)
def test_a_date_beside_other_words_names_days(typed: str, words: tuple[str, ...], span: Span | None) -> None:
    assert when_of(typed, TODAY) == (words, span)


def test_words_are_cut_as_the_index_cuts_them() -> None:
    assert plain_words("L’Échéance_du 02.99") == ("l", "echeance", "du", "02", "99")


def test_marks_fall_on_the_beginnings_of_words() -> None:
    said = "L’Échéance du budget : échéances"
    assert [said[start : start + size] for start, size in marks(said, ("echeance", "bud"))] == [
        "Échéance",
        "bud",
        "échéance",
    ]
    assert marks(said, ()) == () and marks("prébudget", ("budget",)) == ()


def test_a_long_text_is_cut_around_the_word() -> None:
    long = "début " * 60 + "le devis\nest   cher " + "fin " * 60
    cut = excerpt(long, ("devis",))
    assert "le devis est cher" in cut and cut.startswith("…") and cut.endswith("…") and len(cut) <= 162
    assert excerpt("court\ntexte", ("devis",)) == "court texte"
