"""The page printed once, that must be read right years later."""

import pytest

from desktop.documents.recovery_sheet import render_recovery
from tests.documents.reading import fonts_of, reader, text_of

CODE = "K7QXP-2MNPA-3WRT5-HJ6CD-VB4FG-Z"


@pytest.mark.parametrize(
    ("language", "word"), [("fr", "Fiche de secours"), ("en", "Recovery sheet"), ("xx", "Recovery sheet")]
)
def test_one_page_with_the_code_in_order(language: str, word: str):
    data = render_recovery(CODE, language)
    text = text_of(data)
    assert len(reader(data).pages) == 1 and word in text
    assert "".join(CODE.split("-")) in "".join(text.split())
    assert all(embedded for _name, embedded in fonts_of(data))


def test_same_code_same_bytes():
    assert render_recovery(CODE, "fr") == render_recovery(CODE, "fr")
