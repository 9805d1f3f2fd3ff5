import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.errors import UserError
from desktop.i18n import LANGUAGES
from desktop.models.calls import Entry, Note, Objection, Verbatim
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.services.capture import Line, Step, as_typed, read_line
from tests.conftest import MONDAY


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
        ("?\u00a0who signs", Line("question", "who signs")),
        ("#1", Line("verbatim", "#1")),
        ("#impact", Line("verbatim", "#impact")),
        ("# impact", Line("tags", tags=("impact",))),
        ("# impact, marge  brute; # Impact", Line("tags", tags=("impact", "marge brute"))),
        ("# -impact, − marge, coût", Line("tags", tags=("coût",), untags=("impact", "marge"))),
        ("“@home” is our shop", Line("verbatim", "“@home” is our shop")),
        ("write to me @ the shop", Line("verbatim", "write to me @ the shop")),
    ],
)
def test_the_first_sign_says_what_a_line_is(raw: str, line: Line) -> None:
    assert read_line(raw) == line


@pytest.mark.parametrize("raw", ["=boiling", "=15 k€ a year"])
def test_an_unknown_heat_is_refused_with_the_word(raw: str) -> None:
    with pytest.raises(UserError, match=raw[1:]):
        read_line(raw)


@pytest.mark.parametrize("raw", ["# , ,", "# -", "# une phrase entière du prospect, dite en toutes lettres"])
def test_a_tag_is_a_word_or_two(raw: str) -> None:
    with pytest.raises(UserError, match="tag"):
        read_line(raw)


def test_a_next_step_is_a_date_then_what_it_is_about() -> None:
    line = read_line("@ven 10h démo à l’équipe par visio", MONDAY)
    due = datetime.fromisoformat("2026-11-27T10:00")
    step = Step(due, "démo à l’équipe par visio", Channel.VIDEO, Objective.PROJECTION)
    assert line == Line("step", "ven 10h démo à l’équipe par visio", step=step)
    assert read_line("@ dans 2 sem", MONDAY).step == Step(datetime.fromisoformat("2026-12-07T09:00"))


@pytest.mark.parametrize("raw", ["@home", "@claire.roux sur LinkedIn", "@", "@10 personnes", "@lundi 27 novembre"])
def test_a_next_step_without_its_date_is_refused_with_the_words(raw: str) -> None:
    with pytest.raises(UserError) as refused:
        read_line(raw, MONDAY)
    assert raw in str(refused.value)
    assert "@fri 10am" in str(refused.value)


def test_without_a_moment_to_count_from_a_next_step_is_told_from_words_all_the_same() -> None:
    assert read_line("@ven 10h") == Line("step", "ven 10h")
    assert not read_line("@ven 10h").is_entry


def test_the_example_that_the_refusal_gives_is_understood_in_each_language() -> None:
    for code in LANGUAGES:
        i18n.use(code)
        with pytest.raises(UserError) as refused:
            read_line("@home", MONDAY)
        examples = re.findall(r"@[^@,.;]*\d[^@,.;]*", str(refused.value))
        assert len(examples) == 3
        for example in examples:
            assert read_line(re.split(r" (?:or|ou) ?$", example)[0], MONDAY).step is not None


@pytest.mark.parametrize(("kind", "typed"), [(Verbatim, "words"), (Note, "- words"), (Objection, "! words")])
def test_an_entry_is_typed_again_with_its_sign(kind: type[Entry], typed: str) -> None:
    entry = kind(text="words", kind=kind.__mapper__.polymorphic_identity, corrected="")
    assert as_typed(entry) == typed
    again = read_line(typed)
    assert (again.kind, again.text) == (entry.kind, "words")


def test_a_corrected_verbatim_shows_its_correction() -> None:
    assert as_typed(Verbatim(text="fourty", corrected="forty", kind="verbatim")) == "forty"


@given(st.text().filter(lambda text: text.strip() and text.strip()[0] not in "-!?=#@"))
def test_plain_words_are_kept_letter_for_letter(raw: str) -> None:
    assert read_line(raw) == Line("verbatim", raw.strip())
