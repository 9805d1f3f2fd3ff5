"""The slip: a quarter of a sheet, what comes next, who to call, and the code."""

from dataclasses import replace

import pytest

from desktop.documents.slip import render_slip
from tests.documents.extremes import FULL, LONG_NAME
from tests.documents.reading import flat, fonts_of, reader, text_of


@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_page_of_a_quarter_of_a_sheet(language: str) -> None:
    pages = reader(render_slip(replace(FULL, language=language))).pages
    assert len(pages) == 1
    assert [round(float(side) / 72 * 25.4) for side in (pages[0].mediabox.width, pages[0].mediabox.height)] == [
        105,
        148,
    ]


def test_what_comes_next_and_who_to_call() -> None:
    read = flat(text_of(render_slip(FULL)))
    for words in (
        "Prochain rendez-vous",
        "Vendredi 27 novembre 2026 à 10 h, par téléphone",
        "nous attendons les accès de Karim",
        "Julie Morvan",
        "02 99 00 00 00",
        "Claire Fontaine, Ateliers Brévent",
        "SIRET 000 000 000 00000",
        "P-2026-0042 v2",
        "Visez ce code",
    ):
        assert flat(words) in read, words
    assert "13400" not in read and "€HT" not in read


def test_without_a_date_there_is_no_code() -> None:
    words = "Visez ce code"
    page = reader(render_slip(FULL)).pages[0].get_contents().get_data()
    bare_file = render_slip(replace(FULL, appointment=None))
    bare = reader(bare_file).pages[0].get_contents().get_data()
    assert page.count(b" re") > 300 and bare.count(b" re") < 20
    assert flat(words) not in flat(text_of(bare_file)) and "Julie Morvan" in text_of(bare_file)


def test_long_words_go_on_with_another_page_and_are_never_cut() -> None:
    long = replace(FULL, next_step=f"{LONG_NAME} " * 12)
    data = render_slip(long)
    assert len(reader(data).pages) > 1 and flat(text_of(data)).count("menuiserie") == 12 * LONG_NAME.count("menuiserie")
    assert all(embedded for _name, embedded in fonts_of(data))
