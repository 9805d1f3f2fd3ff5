"""The block that is signed, or its absence."""

from desktop.documents.proposal import render
from tests.documents.cases import PRE
from tests.documents.reading import text_of


def test_a_document_that_binds_nobody_says_so_and_cannot_be_signed():
    text = text_of(render(PRE))
    assert text.count("document non contractuel") == 1 and "Document non contractuel" in text
    assert "Bon pour accord" not in text and "Signez" not in text and "Pour dire oui" not in text
    assert "SIRET" in text
