"""Names, reference and dates around the text of each document."""

from dataclasses import replace

from desktop.documents.running import document_name, language_of, reference, running
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.i18n import Language
from desktop.models.proposals import DocumentKind
from tests.documents.cases import CLAIRE, PRE

FRENCH = Typesetter(Language("fr"), styles("#0F6E6E"))


def test_every_document_has_its_own_name_in_both_languages() -> None:
    for code in ("fr", "en"):
        assert len({document_name(kind, Language(code)) for kind in DocumentKind}) == len(DocumentKind)
    assert document_name(DocumentKind.QUOTATION, Language("fr")) == "Devis"


def test_a_language_that_is_not_spoken_is_english() -> None:
    assert language_of(replace(CLAIRE, language="de")).code == "en"


def test_only_what_binds_says_until_when() -> None:
    assert reference(CLAIRE, Language("fr")) == "P-2026-0042 v2"
    assert running(CLAIRE, FRENCH).first_right.startswith("P-2026-0042 v2 · ")
    assert "valable jusqu’au" in running(CLAIRE, FRENCH).first_right
    assert "non contractuel" in running(PRE, FRENCH).first_right
    assert "non contractuel" in running(CLAIRE, FRENCH, DocumentKind.PLAN).first_right


def test_running_lines_name_what_is_no_proposal() -> None:
    assert running(CLAIRE, FRENCH).right == "P-2026-0042 v2"
    quotation = running(CLAIRE, FRENCH, DocumentKind.QUOTATION)
    assert quotation.right == "Devis P-2026-0042 v2" and quotation.first_right.startswith("Devis P-2026-0042 v2 · ")
    assert quotation.keywords == "P-2026-0042 v2"


def test_a_document_without_a_title_takes_its_own_name() -> None:
    bare = replace(CLAIRE, title=" ")
    assert running(bare, FRENCH, DocumentKind.SUMMARY).title == "Synthèse"
    assert running(CLAIRE, FRENCH, DocumentKind.SUMMARY).subject == "Synthèse P-2026-0042 v2 pour Ateliers Brévent"
