"""What the documents are called on the screens."""

import pytest

from desktop import i18n
from desktop.models.proposals import DocumentKind
from desktop.ui.proposals.document_words import document_words


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("priced", [True, False])
def test_no_two_are_called_the_same(code, priced):
    i18n.use(code)
    assert len({document_words(kind, priced=priced) for kind in DocumentKind}) == len(DocumentKind)


def test_a_proposal_without_a_price_is_another_document():
    assert document_words(DocumentKind.PROPOSAL) != document_words(DocumentKind.PROPOSAL, priced=False)
