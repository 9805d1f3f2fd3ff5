"""Proofs, found by what they prove."""

from datetime import timedelta

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.models.catalogue import EvidenceKind, Reference
from desktop.models.need_kinds import NeedKind
from desktop.services import catalogue, catalogue_references
from tests.services.proposal_case import NOW


@pytest.fixture
def add(session):
    later = iter(range(1, 100))

    def added(text, **fields):
        return catalogue_references.add_reference(
            session, now=NOW + timedelta(minutes=next(later)), text=text, **fields
        )

    return added


def texts(rows):
    return [row.text for row in rows]


def test_a_proof_says_something(session, add):
    with pytest.raises(UserError):
        add(" \n ")
    key = add(" Six heures rendues ", source=" Roland ")
    row = session.get_one(Reference, key)
    assert (row.text, row.source, row.kind) == ("Six heures rendues", "Roland", EvidenceKind.CASE)
    with pytest.raises(UserError):
        catalogue_references.update_reference(session, key, text="")
    assert catalogue_references.update_reference(session, key, source="Étude") == {"source": "Roland"}


def test_cases_first_then_the_newest(add, session):
    add("old case")
    add("figure", kind=EvidenceKind.FIGURE)
    add("new case")
    assert texts(catalogue_references.references(session)) == ["new case", "old case", "figure"]


def test_the_closest_proof_comes_first_and_that_of_another_trade_never(add, session):
    add("any")
    add("need", need_kinds=["stake"])
    add("sector", sectors=["Menuiserie"])
    add("both", sectors=["menuiserie"], need_kinds=["stake"])
    add("other sector", sectors=["Santé"])
    add("other need", need_kinds=["deadline"])
    found = catalogue_references.matching(session, NeedKind.STAKE, "Menuiserie industrielle")
    assert texts(found) == ["both", "sector", "need", "any"]


def test_the_proof_of_the_offer_goes_before_the_rest(add, session):
    audit = catalogue.add_offer(session, now=NOW, label="Audit")
    other = catalogue.add_offer(session, now=NOW, label="Other")
    add("both", sectors=["Santé"], need_kinds=["stake"])
    add("of the offer", offer_id=audit)
    add("of another", offer_id=other)
    found = catalogue_references.matching(session, NeedKind.STAKE, "Santé", offer_id=audit)
    assert texts(found) == ["of the offer", "both"]
    assert len(catalogue_references.matching(session, None, "")) == 3


def test_archived_is_out_and_comes_back(add, session):
    key = add("case", sectors=["Santé"])
    catalogue_references.archive_reference(session, key, at=NOW)
    session.flush()
    assert catalogue_references.matching(session, None, "Santé") == []
    assert texts(catalogue_references.references(session, archived=True)) == ["case"]
    catalogue_references.archive_reference(session, key, at=None)
    session.flush()
    assert texts(catalogue_references.references(session)) == ["case"]


def test_found_by_source_sector_kind_and_need(add, session):
    add("Six heures", source="Menuiseries Roland", sectors=["Bois"], need_kinds=["stake"], kind=EvidenceKind.FIGURE)
    add("Autre")
    for words in ("roland", "bois six", "Figure", "stake"):
        assert texts(catalogue_references.references(session, words)) == ["Six heures"]


def test_a_copy_is_called_so(add, session):
    key = add("Six heures", source="Roland", sectors=["Bois"])
    copy = session.get_one(Reference, catalogue_references.duplicate_reference(session, key, now=NOW))
    assert (copy.text, copy.source, copy.sectors) == ("Six heures (copy)", "Roland", ["Bois"])


def test_the_kinds_in_words():
    assert [catalogue_references.label(kind) for kind in EvidenceKind] == [
        "Customer case",
        "Figure",
        "Reference",
        "Testimonial",
    ]
    i18n.use("fr")
    assert catalogue_references.label(EvidenceKind.TESTIMONIAL) == "Témoignage"
