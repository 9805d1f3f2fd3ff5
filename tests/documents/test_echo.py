"""Their words, letter for letter, once, and what is written across from them."""

from dataclasses import replace

import pytest

from desktop.documents.proposal import render
from desktop.services.proposal_content import Agreed, ProposalContent
from tests.documents.cases import CALL, CLAIRE, FIVE, LEAD, NEEDS, ONE, said
from tests.documents.reading import between, flat, reader, text_of


@pytest.mark.parametrize("content", [CLAIRE, FIVE, ONE], ids=["three", "five", "one"])
def test_each_verbatim_stands_letter_for_letter_once_where_they_are_told(content: ProposalContent):
    section = flat(between(text_of(render(content)), "Ce que vous nous avez dit", "Notre réponse, point par point"))
    for need in content.needs:
        for quote in need.quotes:
            assert section.count(flat(f"« {quote.text} »")) == 1


def test_only_the_leading_verbatim_stands_elsewhere_and_only_on_page_one():
    pages = [flat(page.extract_text()) for page in reader(render(FIVE)).pages]
    for need in FIVE.needs:
        for quote in need.quotes:
            first, second, *others = [page.count(flat(quote.text)) for page in pages]
            assert (first, second, sum(others)) == (quote == LEAD, 1, 0)


def test_columns_nobody_filled_are_not_drawn():
    needs = tuple(replace(need, impact="", proof="") for need in NEEDS)
    text = text_of(render(replace(CLAIRE, needs=needs)))
    assert "Ce que cela change" not in text and "La preuve" not in text and "Ce que nous comprenons" in text


def test_a_quote_given_for_two_needs_is_printed_once():
    needs = (*NEEDS, replace(NEEDS[1], quotes=(LEAD, *NEEDS[1].quotes)))
    section = between(text_of(render(replace(CLAIRE, needs=needs))), "Ce que vous nous avez dit", "Notre réponse")
    assert flat(section).count(flat(LEAD.text)) == 1


def test_a_leading_quote_of_no_need_is_told_too():
    section = between(
        text_of(render(replace(CLAIRE, lead_quote=said("Ça urge.")))), "Ce que vous nous avez dit", "Notre réponse"
    )
    assert "Ça urge." in section


@pytest.mark.parametrize(
    ("agreed", "sentence"),
    [
        (Agreed("Claire Fontaine", CALL), "Besoins relus, classés et signés par Claire Fontaine le 12 novembre 2026."),
        (Agreed("R&D <b>", CALL, signed=False), "Besoins relus et classés avec R&D <b> le 12 novembre 2026."),
        (Agreed("", CALL), "Besoins relus et classés ensemble le 12 novembre 2026."),
    ],
)
def test_a_page_agreed_together_is_said_once(agreed: Agreed, sentence: str):
    text = flat(text_of(render(replace(CLAIRE, agreed=agreed))))
    assert text.count(flat(sentence)) == 1
    english = flat(text_of(render(replace(CLAIRE, language="en", agreed=Agreed("Claire", CALL)))))
    assert english.count(flat("Needs read, put in order and signed by Claire on 12 November 2026.")) == 1
