"""Nothing typed is ever read as markup, and nothing reaches a page by another door."""

import re
from pathlib import Path

import pytest

import desktop.documents
from desktop.documents.text import MAX_SIGNS, MISSING, clean, pdf_text
from tests.hostile import HOSTILE, MARKUP

SOURCES = sorted(Path(desktop.documents.__file__).parent.rglob("*.py"))


def test_one_place_builds_paragraphs():
    """Every other call would be a way around the escaping."""
    calls = [
        (path.name, line)
        for path in SOURCES
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"\bParagraph\(|\b_Remembering\(|XPreformatted|Preformatted|\bdrawPara", line)
    ]
    assert [name for name, line in calls if not line.startswith("class ")] == ["typesetter.py"]


def test_markup_is_written_only_where_text_is_escaped():
    assert {path.name for path in SOURCES if re.search(r"\bMarkup\(f?['\"]", path.read_text("utf-8"))} <= {
        "text.py",
        "typesetter.py",
        "essentials.py",
        "acceptance.py",
    }


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_escaped(text: str):
    assert "<" not in pdf_text(text).replace("<br/>", "")


def test_line_ends_are_kept():
    assert pdf_text("a\r\nb\u2028c\td") == "a<br/>b<br/>c d"


@pytest.mark.parametrize("text", HOSTILE)
def test_clean_text_has_no_invisible_sign(text: str):
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202f\u2066-\u2069\u200b-\u200f\ufeff\ud800-\udfff]", clean(text)
    )


def test_missing_glyphs_show():
    assert clean("bravo 😀") == f"bravo {MISSING}"
    assert clean("👩\u200d👧 👍\ufe0f") == f"{MISSING}{MISSING} {MISSING}"


def test_letters_and_their_accents_stay():
    assert clean("e\u0301 œ Œ É « » … − → ☐ €") == "é œ Œ É « » … − → ☐ €"
    assert clean("1\u202f234\u202f€") == "1\u00a0234\u00a0€"


def test_a_cut_is_visible():
    assert clean("x" * (MAX_SIGNS + 1)).endswith("x […]")
    assert clean("x" * MAX_SIGNS) == "x" * MAX_SIGNS
