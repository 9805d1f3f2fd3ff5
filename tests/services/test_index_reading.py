"""The index read by little: what is streamed is checked, and what is rare is still found."""

import pytest

from desktop.database import Session
from desktop.services import calls, prospects, templates
from desktop.services.found_things import FoundKind
from desktop.services.index_reading import full_text, highest, newest
from tests.conftest import MONDAY


@pytest.fixture
def said(session: Session) -> list[str]:
    key = prospects.create_prospect(session, now=MONDAY, company="Durand")
    call = calls.start_call(
        session, key, templates.script("b2b", "fr"), templates.grid("five-criteria", "fr"), now=MONDAY
    )
    words = [f"demande numéro {number}" for number in range(60)]
    words.insert(3, "Le déménagement est prévu")
    for each in words:
        calls.add_entry(session, call, "verbatim", each, at=MONDAY)
    session.flush()
    return words


@pytest.mark.parametrize("deep", [True, False])
@pytest.mark.parametrize(
    ("words", "places"),
    [
        (("demenag",), [4]),
        (("d",), list(range(61, 56, -1))),
        (("demand",), list(range(61, 56, -1))),
        (("demande", "num"), list(range(61, 56, -1))),
        (("le", "demenage"), [4]),
        (("demande", "prevu"), []),
        ((), []),
    ],
)
def test_the_newest_that_have_every_word(
    session: Session, said: list[str], words: tuple[str, ...], places: list[int], deep: bool
) -> None:
    assert newest(session, FoundKind.SENTENCE, words, 5, deep=deep) == places


def test_numbers(session: Session, said: list[str]) -> None:
    assert highest(session, FoundKind.SENTENCE) == len(said) and highest(session, FoundKind.PROPOSAL) == 0
    assert newest(session, FoundKind.SENTENCE, ("demande",), 5, within=(1, 3)) == [3, 2, 1]
    assert full_text('a"b OR c*') == '"a"* "b"* "OR"* "c"*'
