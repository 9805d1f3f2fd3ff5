"""The way back from their day, on paper."""

from dataclasses import replace

import pytest

from desktop.documents.plan import plan
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.documents.variants import render_document
from desktop.i18n import Language
from desktop.models.backplan import Plan
from desktop.models.catalogue import BlockKind
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import Block
from tests.documents.cases import CLAIRE
from tests.documents.hostile_fields import ORDINARY, expected
from tests.documents.plan_case import LATE, PLAN, laid, long_plan
from tests.documents.reading import flat, fonts_of, reader, text_of
from tests.hostile import LONG

CONTENT = replace(CLAIRE, plan=PLAN)


def texts(found: Plan) -> list[str]:
    return [page.extract_text() for page in reader(laid(replace(CLAIRE, plan=found))).pages]


def test_each_step_says_who_and_when() -> None:
    text = text_of(laid(CONTENT))
    rows = text[text.index("Étape") :]
    for words in (
        "Décision",
        "Vous\u00a0: Claire Fontaine",
        "22 déc. 2026",
        "6 janv. 2027",
        "Nous\u00a0: Julie Morvan",
    ):
        assert flat(words) in flat(rows)
    assert flat("Pour être prêts le 29 janvier 2027") in flat(text)
    assert flat("8 janv. 2027 12 janv. 2027 3 10 jours") in flat(text)
    assert flat("Du Au Jours Marge") in flat(text)


def test_twelve_steps_are_seen_at_one_glance_wherever_the_section_begins() -> None:
    for lines in (0, 14, 20, 26, 32):
        before = "\n".join(f"Point {number}." for number in range(lines))
        blocks = (Block(BlockKind.METHOD, "Méthode", before),) if lines else ()
        pages = [page.extract_text() for page in reader(laid(replace(CLAIRE, plan=long_plan(12), blocks=blocks))).pages]
        (page,) = [page for page in pages if "souhaité" in page]
        bars = page.split("souhaité")[0].split("Étape 1\n")[-1]
        assert all(f"Étape {number}\n" in bars for number in range(2, 13)), lines


def test_what_slips_is_said_in_words_in_both_languages() -> None:
    french = flat(text_of(laid(CONTENT)))
    assert flat("prend 3 jours ouvrés de retard, la mise en service glisse au 3 février 2027.") in french
    assert flat("« Accès et documents » peut attendre 10 jours ouvrés") in french
    english = flat(text_of(laid(replace(CONTENT, language="en"))))
    assert flat("is late by 3 working days, the start slips to 3 February 2027.") in english
    assert flat("“Accès et documents” may wait 10 working days") in english


def test_days_that_are_missing_are_said_with_the_day_that_is_possible() -> None:
    text = flat(text_of(laid(replace(CLAIRE, plan=LATE))))
    assert flat("Il manque 2 jours ouvrés pour tenir le 18 décembre 2026") in text
    assert flat("ce sera prêt le 22 décembre 2026") in text


def test_printed_alone_it_says_that_it_binds_nobody() -> None:
    text = text_of(render_document(CONTENT, DocumentKind.PLAN))
    assert "Rétroplanning" in text and "document non contractuel" in text.splitlines()[1]


def test_without_a_plan_there_is_no_section() -> None:
    setter = Typesetter(Language("fr"), styles("#0F6E6E"))
    assert plan(CLAIRE, setter) == [] and plan(CONTENT, setter)


def test_thirty_steps_hold_on_two_pages_and_none_is_lost() -> None:
    pages = texts(long_plan(30))
    assert len(pages) == 2
    for number in range(1, 31):
        # Once in the table, once beside its bar.
        assert sum(page.count(f"Étape {number}\n") for page in pages) >= 2, number


@pytest.mark.parametrize("count", [1, 2, 3, 9, 14, 17, 22, 26, 34, 47, 60])
def test_no_heading_and_no_bar_stands_alone(count: int) -> None:
    pages = texts(long_plan(count, "Étape {number} de la mise en place, telle que nous en sommes convenus ensemble"))
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        assert lines[-3].strip() not in ("Rétroplanning", "Si une date est manquée")
    # The scale of days comes back with the bars of every page, with the legend under it.
    scales = [page.count("souhaité") for page in pages]
    assert scales == [page.count("en gras") or page.count("non travaillé") for page in pages]
    assert "Si une date est manquée" in pages[-1]


def test_the_same_plan_gives_the_same_bytes_with_embedded_fonts() -> None:
    data = laid(CONTENT)
    assert data == laid(CONTENT)
    assert {embedded for _name, embedded in fonts_of(data)} == {True}


def test_any_text_may_name_a_step_and_its_owner() -> None:
    texts = [*ORDINARY, *LONG[:2]]
    steps = tuple(replace(PLAN.steps[place % 2], name=text, owner=text) for place, text in enumerate(texts))
    read = flat(text_of(laid(replace(CLAIRE, language="en", plan=replace(PLAN, steps=steps)))))
    for text in ORDINARY:
        assert not expected(text) or read.count(expected(text)) >= 2, ascii(text)
    # An endless one crosses pages, whose running lines cut it.
    assert all(read.count(text[0]) >= 2 * text.count(text[0]) for text in LONG[:2])
