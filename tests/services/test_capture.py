import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.models.matrix import Heat
from desktop.services.capture import Line, read_line


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("we lose a day a week", Line("verbatim", "we lose a day a week")),
        ("  spaces around  ", Line("verbatim", "spaces around")),
        ("- ask Karim", Line("note", "ask Karim")),
        ("! too expensive", Line("objection", "too expensive")),
        ("? who signs", Line("question", "who signs")),
        ("-10 % by June", Line("verbatim", "-10 % by June")),
        ("?!", Line("verbatim", "?!")),
        ("- ", Line("verbatim", "-")),
        ("=", Line("verbatim", "=")),
        ("=chaud", Line("heat", "", Heat.HOT)),
        ("=Tiède", Line("heat", "", Heat.WARM)),
        ("=TIEDE", Line("heat", "", Heat.WARM)),
        ("= cold", Line("heat", "", Heat.COLD)),
    ],
)
def test_the_first_sign_says_what_a_line_is(raw: str, line: Line) -> None:
    assert read_line(raw) == line


@pytest.mark.parametrize("raw", ["=boiling", "=15 k€ a year"])
def test_an_unknown_heat_is_refused_with_the_word(raw: str) -> None:
    with pytest.raises(UserError, match=raw[1:]):
        read_line(raw)


@given(st.text().filter(lambda text: text.strip() and text.strip()[0] not in "-!?="))
def test_plain_words_are_kept_letter_for_letter(raw: str) -> None:
    assert read_line(raw) == Line("verbatim", raw.strip())
