"""The logo: on the first page alone, small, beside the name or in its place; what is no picture is left out."""

from dataclasses import replace

import pytest

from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from desktop.services.logos import logo_from
from tests.documents.cases import SELLER
from tests.documents.extremes import FULL, picture
from tests.documents.layout import lines
from tests.documents.reading import reader

WIDE, SQUARE = logo_from(picture(1200, 300)), logo_from(picture(400, 900))


def document(logo: bytes, kind: DocumentKind = DocumentKind.PROPOSAL):
    return reader(render_document(replace(FULL, seller=replace(SELLER, logo=logo)), kind))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_on_the_first_page_of_each_document_and_no_other(kind: DocumentKind) -> None:
    first, *others = document(WIDE, kind).pages
    assert len(first.images) == 1 and all(len(page.images) == 0 for page in others)


def test_a_wide_logo_takes_the_place_of_the_name_and_a_narrow_one_stands_beside_it() -> None:
    def top(logo: bytes) -> list[str]:
        page = document(logo).pages[0]
        return [line.text for line in lines(page) if line.y > 770]

    assert "Atelier Nord Conseil" in top(b"") and "Atelier Nord Conseil" in top(SQUARE)
    assert "Atelier Nord Conseil" not in top(WIDE)


@pytest.mark.parametrize("bad", [b"x", b"\x89PNG\r\n\x1a\n", WIDE[:200], b"<svg/>", WIDE.replace(b"IDAT", b"IDAX")])
def test_what_is_no_picture_leaves_the_name(bad: bytes) -> None:
    page = document(bad).pages[0]
    assert len(page.images) == 0 and "Atelier Nord Conseil" in page.extract_text()


def test_the_same_logo_is_the_same_file() -> None:
    content = replace(FULL, seller=replace(SELLER, logo=WIDE))
    assert render_document(content, DocumentKind.SLIP) == render_document(replace(content), DocumentKind.SLIP)
    assert len(render_document(content, DocumentKind.SUMMARY)) < 150_000
