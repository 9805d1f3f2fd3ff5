"""T33 at length: every hostile string in every field of every document, one string at a time, as bare as it comes."""

import subprocess
import sys
from dataclasses import replace

import pytest

from desktop.documents.call_report import render_call_report
from desktop.documents.signed import render_signed
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from tests.documents.hostile_fields import ORDINARY, SMALL, SPOTS, endless, everywhere, expected, mark, to_the_end
from tests.documents.reading import flat, fonts_of, text_of
from tests.documents.test_call_report import REPORT
from tests.documents.test_signing import SIGNED
from tests.hostile import HOSTILE, LONG

pytestmark = pytest.mark.faults

LEAST = {
    DocumentKind.PROPOSAL: 60,
    DocumentKind.SUMMARY: 9,
    DocumentKind.QUOTATION: 30,
    DocumentKind.PLAN: 30,
    DocumentKind.SLIP: 8,
}
"""How many times each of them says what is in every field, at the very least."""


@pytest.mark.parametrize("kind", LEAST)
@pytest.mark.parametrize("text", ORDINARY, ids=ascii)
def test_every_field_is_literal_text(text: str, kind: DocumentKind) -> None:
    data = render_document(replace(everywhere(SMALL, text), language="en"), kind)
    assert not expected(text) or flat(text_of(data)).count(expected(text)) >= LEAST[kind]
    assert all(embedded for _name, embedded in fonts_of(data))


@pytest.mark.parametrize("text", ORDINARY, ids=ascii)
def test_the_account_of_a_call_too(text: str) -> None:
    data = render_call_report(replace(everywhere(REPORT, text), language="en"))
    assert not expected(text) or flat(text_of(data)).count(expected(text)) >= 4


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:40]))
def test_the_signed_document_too(text: str) -> None:
    signed = replace(SIGNED, name=text[:300], quality=text[:300], place=text[:300], witness=text[:300])
    data = render_signed(replace(SMALL, language="en"), DocumentKind.PROPOSAL, signed)
    read = flat(text_of(data))
    assert flat("Signed on a screen") in read
    # A long one may cross pages, whose running lines cut it.
    part = expected(text[:300])[:1] if text in LONG else expected(text[:300])
    assert not part or read.count(part) >= 4


@pytest.mark.parametrize("shift", range(1, len(LONG)))
def test_endless_texts_at_once_are_printed_to_their_end(shift: int) -> None:
    content, put = endless(shift)
    to_the_end(text_of(render_document(content, DocumentKind.PROPOSAL)), put)


@pytest.mark.parametrize("spot", SPOTS)
@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:3].strip())
def test_an_endless_text_is_printed_to_its_end(text: str, spot: str) -> None:
    content = SPOTS[spot](replace(SMALL, language="en"), f"{text}{mark(0)}")
    to_the_end(text_of(render_document(content, DocumentKind.PROPOSAL)), [text])


@pytest.mark.parametrize("text", ["A" * 1_000, "mot " * 400, "ligne\n" * 60], ids=lambda text: text[:3])
def test_long_text_in_every_field_at_once(text: str) -> None:
    read = flat(text_of(render_document(replace(everywhere(SMALL, text), language="en"), DocumentKind.PROPOSAL)))
    assert read.count(text[0]) >= 30 * text.count(text[0])


def test_no_file_is_opened_no_socket_no_program_started() -> None:
    command = [sys.executable, "-m", "tests.documents.guarded", "all"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert ran.returncode == 0, ran.stdout + ran.stderr
