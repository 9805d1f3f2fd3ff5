"""Words are found as a person means them."""

import pytest

from desktop.documents.proposal import render
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_find import find, hits_in
from tests.documents.cases import CLAIRE


@pytest.mark.parametrize(
    "text, wanted, expected",
    [
        ("Une journée perdue", "JOURNEE", ["journée"]),
        ("personne ne l’ouvre", "l'ouvre", ["l’ouvre"]),
        ("13 400,00 €", "13 400", ["13 400"]),
        ("13\u202f400", "13 400", ["13\u202f400"]),
        ("relancer des\r\ndevis", "des devis", ["des\r\ndevis"]),
        ("le cœur du cœur", "coeur", ["cœur", "cœur"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("e\u0301te\u0301", "été", ["e\u0301te"]),
        ("rien", "absent", []),
        ("rien", "", []),
        ("rien", "   ", []),
        ("", "x", []),
        ("a.c abc", "a.c", ["a.c"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
    ],
)
def test_what_is_found(text, wanted, expected):
    assert [text[start : start + length] for start, length in find(text, wanted)] == expected


def test_hits_of_a_document_go_page_by_page_with_boxes(qtbot):
    pdf = OpenPdf(render(CLAIRE))
    hits = hits_in(pdf, "journee")
    pdf.close()
    assert len(hits) > 5 and [hit.page for hit in hits] == sorted(hit.page for hit in hits)
    assert all(hit.boxes and box.width() > 5 for hit in hits for box in hit.boxes)
