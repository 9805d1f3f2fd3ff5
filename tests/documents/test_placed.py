"""A document and the places of its blocks."""

import pytest

from desktop.documents.placed import place_document
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from tests.documents.cases import CLAIRE


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_the_very_bytes_of_each_document_and_its_blocks(kind):
    placed = place_document(CLAIRE, kind)
    assert placed.data == render_document(CLAIRE, kind)
    assert "next_step" in {place.where for place in placed.places} or kind is DocumentKind.QUOTATION
    assert placed.places
