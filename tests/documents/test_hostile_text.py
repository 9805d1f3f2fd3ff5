"""T33: whatever is typed in whatever field, the PDF is built, says it literally, and touches nothing outside.

Many strings go into one document, each in a field of its own; tests/faults gives every string every field.
"""

import subprocess
import sys
from dataclasses import replace

import pytest

from desktop.documents.call_report import render_call_report
from desktop.documents.proposal import render
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import NeedBlock, OptionBlock
from tests.documents.cases import CLAIRE, LEAD, START
from tests.documents.hostile_fields import (
    ORDINARY,
    SMALL,
    SPOT_OF,
    SPOTS,
    endless,
    expected,
    literal,
    mark,
    scattered,
    to_the_end,
)
from tests.documents.reading import flat, fonts_of, text_of
from tests.documents.test_call_report import REPORT
from tests.hostile import LONG

FIELDS = {
    DocumentKind.PROPOSAL: 90,
    DocumentKind.SUMMARY: 22,
    DocumentKind.QUOTATION: 50,
    DocumentKind.PLAN: 45,
    DocumentKind.SLIP: 13,
}
"""How many fields each of them prints, at the very least."""
REPORTED = 12


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("shift", [0, 29])
def test_every_field_is_literal_text(shift: int, kind: DocumentKind):
    """In English, which is set as it is typed; French has its own test below, and the guarded run."""
    content, put = scattered(SMALL, shift)
    data = render_document(replace(content, language="en"), kind)
    assert literal(text_of(data), put) >= FIELDS[kind]
    assert all(embedded for _name, embedded in fonts_of(data))


def test_the_account_of_a_call_too():
    for shift in (0, 17, 41):
        report, put = scattered(REPORT, shift)
        assert literal(text_of(render_call_report(replace(report, language="en"))), put) >= REPORTED


def test_a_field_that_lost_a_word_is_found():
    """A check that cannot fail checks nothing."""
    content, put = scattered(SMALL, 0)
    read = text_of(render_document(replace(content, language="en"), DocumentKind.SLIP))
    assert literal(read, put)
    with pytest.raises(AssertionError):
        literal(read, [*put[:5], *(f"x{text}" for text in put[5:])])


def test_endless_text_is_printed_to_its_end():
    content, put = endless(0, ("answer", "included", "line", "company"))
    to_the_end(text_of(render(content)), put)


@pytest.mark.parametrize("kind", SPOT_OF)
def test_endless_text_is_printed_to_its_end_in_every_document(kind: DocumentKind):
    text = LONG[list(SPOT_OF).index(kind)]
    content = SPOTS[SPOT_OF[kind]](replace(SMALL, language="en"), f"{text}{mark(0)}")
    to_the_end(text_of(render_document(content, kind)), [text])


def test_a_verbatim_is_never_altered_by_french_typography():
    texts = [text for text in ORDINARY if text.strip()]
    needs = tuple(NeedBlock((replace(LEAD, text=f"{text}{mark(place)}"),)) for place, text in enumerate(texts))
    section = flat(text_of(render(replace(CLAIRE, needs=needs, lead_quote=None, options=()))))
    assert all(f"«{expected(text)}{mark(place)}»" in section for place, text in enumerate(texts))


def test_the_accent_may_be_anything():
    for accent in ("", "red", "#GGGGGG", "#ffffff", "[[[exploit]]]", "#0F6E6E\n"):
        assert render(replace(CLAIRE, seller=replace(CLAIRE.seller, accent=accent)))


def test_no_file_is_opened_no_socket_no_program_started():
    ran = subprocess.run([sys.executable, "-m", "tests.documents.guarded"], capture_output=True, text=True, timeout=110)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_more_options_than_abreast_and_needs_out_of_range():
    many = tuple(OptionBlock(f"Option {n}", answers=(-1, 0, 99), lines=START.lines) for n in range(5))
    read = text_of(render(replace(CLAIRE, options=many)))
    assert all(f"Option {n}" in read for n in range(5))
