"""The company's own words: before the signature, the terms after it, no heading alone, nothing lost."""

from dataclasses import replace

import pytest

from desktop.documents.proposal import render
from desktop.models.catalogue import BlockKind
from desktop.services.proposal_content import Block
from tests.documents.cases import CLAIRE
from tests.documents.reading import flat, reader, text_of

METHOD = Block(
    BlockKind.METHOD, "Notre méthode", "Nous partons de vos dossiers.\n\n- Une semaine d’écoute\n• Un pilote"
)
TEAM = Block(BlockKind.TEAM, "Équipe", "Julie Morvan suit votre dossier.")
TERMS = Block(BlockKind.TERMS, "Conditions générales", "Article 1. Les présentes conditions s’appliquent.")


def pages(*blocks, **changes):
    return [page.extract_text() for page in reader(render(replace(CLAIRE, blocks=blocks, **changes))).pages]


def page_with(found, words):
    return next(number for number, page in enumerate(found) if flat(words) in flat(page))


def test_blocks_stand_in_their_order_before_the_signature_and_the_terms_after_it():
    found = pages(TERMS, TEAM, METHOD)
    text = flat("".join(found))
    places = [
        text.index(flat(words))
        for words in ("Comment nous travaillons avec vous", "Julie Morvan suit", "Notre méthode", "Bon pour accord")
    ]
    assert places == sorted(places)
    assert flat("Article 1.") in flat(found[-1])


def test_short_terms_follow_the_signature_and_long_ones_have_their_own_pages():
    def terms(lines):
        words = "\n".join(f"Article {number}. Les présentes conditions s’appliquent." for number in range(lines))
        return pages(METHOD, replace(TERMS, text=words))

    for lines, apart in ((1, False), (9, False), (25, True)):
        found = terms(lines)
        annex, signed = page_with(found, "Annexe : nos conditions"), page_with(found, "Fait en deux exemplaires")
        assert annex - signed == apart, lines
        assert flat(found[annex]).index("Annexe") > flat(found[annex]).find("Pour dire oui")
        assert flat(f"Article {lines - 1}.") in flat(found[-1])
    assert flat(terms(1)[-1]).index("Annexe") > flat(terms(1)[-1]).index("Bonpouraccord")


def test_lists_are_lists_and_empty_blocks_are_left_out():
    text = "".join(pages(METHOD, replace(TEAM, text="  ")))
    assert "•" in text and "- Une semaine" not in text and "Un pilote" in text
    assert "Équipe\n" not in text
    assert "travaillons" not in "".join(pages(replace(METHOD, text="")))


def test_a_block_without_a_title_bears_the_name_of_its_kind():
    assert "Team" in "".join(pages(replace(TEAM, title=""), language="en"))


def test_no_block_no_change():
    assert render(replace(CLAIRE, blocks=())) == render(CLAIRE)


@pytest.mark.parametrize("lines", [1, 9, 20, 31, 60, 200])
def test_no_heading_is_alone_and_nothing_is_cut(lines):
    words = "\n".join(f"Point {number}. Ce que nous faisons pour vous, et quand." for number in range(lines))
    found = pages(replace(METHOD, text=words), replace(TERMS, text=words))
    for heading in ("Comment nous travaillons", "Annexe : nos conditions"):
        assert flat("Point 0.") in flat(found[page_with(found, heading)])
    text = "".join(found)
    assert all(text.count(f"Point {number}. ") == 2 for number in range(lines))


def test_hostile_words_are_only_words():
    text = text_of(
        render(replace(CLAIRE, blocks=(Block(BlockKind.METHOD, "<b>R&D", "<img src='/etc/passwd'/> & co"),)))
    )
    assert "<b>R&D" in text and "<img src=" in text and "& co" in text
