"""Which documents give a price, and what forbids each to leave."""

import pytest

from desktop.models.matrix import Heat
from desktop.models.proposals import DocumentKind
from desktop.services import proposals
from desktop.services.proposal_checks import Check
from desktop.services.proposal_documents import PRICED, forbidding, lacks_reason
from desktop.services.proposal_sheet import sheet
from tests.services.proposal_case import NOW, claire

CHECKS = tuple(Check("block", where, where) for where in ("company", "client", "contract", "options", "option:1"))


def test_a_document_without_a_price_is_only_held_back_by_who_writes_to_whom():
    warning = Check("warn", "x", "company")
    for kind in DocumentKind:
        found = [check.where for check in forbidding((*CHECKS, warning), kind)]
        assert found == ([check.where for check in CHECKS] if kind in PRICED else ["company", "client"])


@pytest.mark.parametrize("heat", [Heat.HOT, Heat.WARM])
def test_a_price_is_given_where_the_matrix_allows_it_or_the_rep_says_why(session, heat):
    key = proposals.compose(session, claire(session, heat=heat).prospect, now=NOW, language="fr")
    session.flush()

    def asked():
        return {kind for kind in DocumentKind if lacks_reason(sheet(session, key), kind)}

    allowed = heat is Heat.HOT
    assert asked() == (set() if allowed else {DocumentKind.QUOTATION}), "a pre-proposal gives none"
    proposals.update_proposal(session, key, now=NOW, contractual=True)
    session.flush()
    assert asked() == (set() if allowed else set(PRICED))
    proposals.give_price(session, key, "Elle l’a demandé", now=NOW)
    session.flush()
    assert asked() == set()
