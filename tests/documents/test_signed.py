"""The signed document: what was exported, word for word, with its acceptance filled in."""

from dataclasses import replace

import pytest

from desktop.documents.signed import render_signed, signed_name
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from tests.documents.cases import CLAIRE, ONE
from tests.documents.hostile_fields import ORDINARY, literal, scattered
from tests.documents.reading import flat, fonts_of, reader, text_of
from tests.documents.test_signing import DIGEST, INK, SIGNED

PROPOSAL, QUOTATION = DocumentKind.PROPOSAL, DocumentKind.QUOTATION


def curves(data: bytes) -> int:
    """How many curves a pen drew on the last page."""
    code = reader(data).pages[-1].get_contents().get_data()
    return code.count(b" c ") + code.count(b" c\n")


@pytest.mark.parametrize("kind", [PROPOSAL, QUOTATION])
def test_all_that_was_exported_is_there_and_the_signature(kind) -> None:
    exported, signed = render_document(CLAIRE, kind), render_signed(CLAIRE, kind, SIGNED)
    before, after = text_of(exported), text_of(signed)
    kept = {line.strip() for line in before.splitlines() if len(line.strip()) > 3}
    footers = {line for line in kept if " / " in line}
    lost = {line for line in kept - footers if flat(line) not in flat(after)}
    assert not lost, "what was exported stands in what was signed"
    for words in ("Claire Fontaine", "23 novembre 2026, à Cholet", "en présence de Julie Morvan", DIGEST):
        assert flat(words) in flat(after)
    assert flat("en présence de") not in flat(before)
    assert curves(signed) > curves(exported)
    assert all(embedded for _name, embedded in fonts_of(signed))


def test_an_ordinary_proposal_keeps_its_pages() -> None:
    exported, signed = render_document(CLAIRE, PROPOSAL), render_signed(CLAIRE, PROPOSAL, SIGNED)
    pages = [page.extract_text() for page in reader(exported).pages]
    again = [page.extract_text() for page in reader(signed).pages]
    assert len(pages) == len(again) and pages[:-1] == again[:-1]


def test_one_box_is_ticked() -> None:
    for option in range(3):
        text = text_of(render_signed(CLAIRE, PROPOSAL, replace(SIGNED, option=option)))
        acceptance = text.split("Bon pour accord", 1)[1]
        assert acceptance.count("☑") == 1 and acceptance.count("☐") >= 2
        assert flat(acceptance.split("☑")[1]).startswith(flat(CLAIRE.options[option].name))
    assert "☑" not in text_of(render_document(CLAIRE, PROPOSAL))
    assert text_of(render_signed(ONE, PROPOSAL, replace(SIGNED, option=0))).count("☑") == 1


def test_the_same_signature_is_the_same_file() -> None:
    assert render_signed(CLAIRE, PROPOSAL, SIGNED) == render_signed(CLAIRE, PROPOSAL, SIGNED)
    assert render_signed(CLAIRE, PROPOSAL, SIGNED) != render_signed(CLAIRE, PROPOSAL, replace(SIGNED, strokes=INK[:1]))


def test_in_english_for_an_english_customer() -> None:
    text = flat(text_of(render_signed(replace(CLAIRE, language="en"), PROPOSAL, SIGNED)))
    assert flat("Signed on a screen in the presence of Julie Morvan") in text
    assert flat("SHA-256 digest of the document that was read and signed:") + DIGEST in text


def test_any_text_is_only_text() -> None:
    """Four of them at a time, each in a field of its own; in tests/faults, each in every field."""
    for shift in range(0, len(ORDINARY), 11):
        signed, put = scattered(SIGNED, shift)
        data = render_signed(replace(ONE, language="en"), QUOTATION, replace(signed, option=0, sha256=DIGEST))
        assert literal(text_of(data), put) >= 4
        assert not [page for page in reader(data).pages if "/XObject" in page["/Resources"]], "no picture came in"


def test_a_name_of_two_hundred_signs_is_whole() -> None:
    for name in ("N" * 200, "Anne-Marie " * 18):
        text = flat(text_of(render_signed(CLAIRE, PROPOSAL, replace(SIGNED, name=name))))
        assert flat(name) in text


def test_the_file_says_what_it_is() -> None:
    assert signed_name(CLAIRE, PROPOSAL) == "2026-11-23_Proposition_Ateliers-Brevent_P-2026-0042_v2_signee.pdf"
    english = replace(CLAIRE, language="en")
    assert signed_name(english, PROPOSAL) == "2026-11-23_Proposal_Ateliers-Brevent_P-2026-0042_v2_signed.pdf"
    assert signed_name(CLAIRE, QUOTATION).endswith("_v2_signe.pdf")
    long = replace(CLAIRE, client=replace(CLAIRE.client, company="Établissements " * 20))
    assert len(signed_name(long, PROPOSAL)) <= 80 and signed_name(long, PROPOSAL).endswith("_v2_signee.pdf")
