"""What a document says of its own pages is true, and it is set tighter when that saves a page of few."""

from dataclasses import replace

import pytest
from reportlab.platypus.flowables import Flowable, PageBreak

from desktop.documents.fitting import Story, fitted
from desktop.documents.proposal import render
from desktop.documents.sheet import Pages
from desktop.documents.typesetter import Typesetter
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent
from tests.documents.cases import CLAIRE, FIVE
from tests.documents.extremes import EXTREMES, FULL
from tests.documents.layout import lines
from tests.documents.reading import reader, text_of

TIGHT = 9.2
"""The size of the text, otherwise 10."""


class Told:
    """A story of as many pages as its rest takes, which keeps what it was told of them."""

    def __init__(self, count: int) -> None:
        self.pages: list[Pages] = []
        self.count = count

    def __call__(self, content: ProposalContent, setter: Typesetter) -> Story:
        def opening(pages: Pages) -> list[Flowable]:
            self.pages.append(pages)
            return [setter.paragraph(f"{pages.total} pages", setter.styles.body), PageBreak()]

        return Story(opening, [setter.paragraph("\n".join("x" * self.count), setter.styles.body)])


def is_tight(data: bytes) -> bool:
    return any(line.size == TIGHT for page in reader(data).pages for line in lines(page))


def test_what_the_opening_is_told_at_last_is_true() -> None:
    for count in (10, 700):
        told = Told(count)
        data = fitted(CLAIRE, DocumentKind.PROPOSAL, told, 1000)
        assert told.pages[-1].total == len(reader(data).pages)
        assert f"{told.pages[-1].total} pages" in text_of(data)
        assert len(told.pages) == 2, "counted once, drawn once"


@pytest.mark.parametrize("name", ["ordinary", "one need", "forty needs", "300 lines", "names of 200 signs"])
def test_page_one_names_the_page_to_sign(name: str) -> None:
    document = reader(render(EXTREMES[name]))
    (page,) = (n for n, page in enumerate(document.pages, 1) if "Fait en deux exemplaires" in page.extract_text())
    assert f"Signez la page {page} avant" in document.pages[0].extract_text()


def test_a_proposal_is_tighter_only_to_save_a_page_beyond_six() -> None:
    assert not is_tight(render(FIVE)) and len(reader(render(FIVE)).pages) <= 6
    assert not is_tight(render(FULL)) and len(reader(render(FULL)).pages) == 6
    # Terms that take a page of their own are one too many.
    article = "Chaque mission fait l’objet d’un bon de commande."
    terms = replace(FULL.blocks[1], text="\n".join([article] * 30))
    saved = render(replace(FULL, blocks=(FULL.blocks[0], terms)))
    assert is_tight(saved) and len(reader(saved).pages) == 6


def test_page_one_stays_one_page_with_names_of_two_hundred_signs() -> None:
    made = EXTREMES["names of 200 signs"]
    assert is_tight(render(made)) and "Ce que vous nous avez dit" in reader(render(made)).pages[1].extract_text()


def test_what_is_far_longer_is_left_at_its_ease() -> None:
    assert not is_tight(render(EXTREMES["forty needs"]))


def test_the_document_made_before_leaves_no_trace() -> None:
    alone = render(CLAIRE)
    for other in (EXTREMES["forty needs"], FULL):
        render(other)
        assert render(CLAIRE) == alone
