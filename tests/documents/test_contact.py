"""Who to ask: in clear, and as a card that a telephone keeps; nothing without a way to reach them."""

from dataclasses import replace

import pytest

from desktop.documents.contact import card_text, questions
from desktop.documents.qr import QUIET, matrix
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.i18n import Language
from tests.documents.cases import SELLER
from tests.hostile import HOSTILE

FRENCH = Typesetter(Language("fr"), styles("#0F6E6E"))


def test_the_card_holds_who_follows_the_proposal() -> None:
    assert card_text(SELLER).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Julie Morvan;;;;",
        "FN:Julie Morvan",
        "ORG:Atelier Nord Conseil",
        "TEL;TYPE=WORK:02 99 00 00 00",
        "EMAIL:julie@atelier-nord.example",
        "END:VCARD",
        "",
    ]
    assert "FN:Atelier Nord Conseil" in card_text(replace(SELLER, representative=" "))


def test_one_way_is_enough_and_without_any_there_is_nothing() -> None:
    assert "TEL" not in card_text(replace(SELLER, phone=" ")) and "EMAIL" in card_text(replace(SELLER, phone=" "))
    silent = replace(SELLER, phone="", email=" ")
    assert card_text(silent) == "" and questions(silent, FRENCH) is None
    assert questions(SELLER, FRENCH) is not None


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_any_text_stays_in_its_property_and_the_code_can_be_read(text: str) -> None:
    card = card_text(replace(SELLER, representative=text, name=text, phone=text, email="a@b.example"))
    kinds = [line.split(":")[0].split(";")[0] for line in card.split("\r\n")[:-1]]
    assert set(kinds) <= {"BEGIN", "VERSION", "N", "FN", "ORG", "TEL", "EMAIL", "END"}
    assert len(set(kinds)) == len(kinds) and kinds[0] == "BEGIN" and kinds[-1] == "END"
    assert len(card.encode()) < 420


def test_the_finest_code_is_still_coarse_enough() -> None:
    long = "x" * 300
    card = card_text(replace(SELLER, representative=long, name=long, phone=long, email=long))
    # 28.5 mm over so many squares: a third of a millimetre each is what cheap telephones still read.
    assert 28.5 / (len(matrix(card)) + 2 * QUIET) > 0.33
