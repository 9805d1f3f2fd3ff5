"""A company's colour always reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.styles import GREY, INK, READABLE, WHITE, contrast, readable_accent, styles, tint_of
from desktop.services.proposal_content import DEFAULT_ACCENT


@given(st.integers(0, 0xFFFFFF))
def test_any_accent_is_darkened_until_it_reads(value: int):
    accent = readable_accent(f"#{value:06X}")
    assert contrast(accent, WHITE) >= READABLE and contrast(accent, tint_of(accent)) >= READABLE


def test_a_readable_colour_is_left_as_it_is():
    assert readable_accent(DEFAULT_ACCENT).hexval() == "0x0f6e6e"


@pytest.mark.parametrize("accent", ["", "teal", "#12345", "#GGGGGG", "rgb(0,0,0)"])
def test_what_is_no_colour_gives_the_default(accent: str):
    assert readable_accent(accent).hexval() == readable_accent(DEFAULT_ACCENT).hexval()


def test_greys_read_and_no_text_is_tiny():
    assert contrast(GREY, WHITE) >= READABLE < contrast(INK, WHITE)
    for tight in (False, True):
        made = styles(DEFAULT_ACCENT, tight)
        assert min(made.body.fontSize, made.quote.fontSize, made.small.fontSize) >= 9
        assert made.legal.fontSize >= 8
