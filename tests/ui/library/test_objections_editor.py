"""Objection cards, from the editor to the call."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services import objection_templates
from desktop.ui.autosave import flush_all
from tests.ui.library.conftest import CARDS

STEPS = ("I see.", "Which phase?", "Any will do.", "Settled?")


def test_a_card_of_ones_own_is_found_in_a_call_once_published(bench):
    page = bench.page
    page.open_item(CARDS)
    page.edit()
    page.editor.add("card")
    part = page.editor.card_part
    bench.type(part.title.editor, "Moon phase")
    bench.type(part.phrasings.editor, "the moon is in the wrong phase")
    QTest.keyClick(part.phrasings.editor, Qt.Key.Key_Return)
    QTest.keyClicks(part.phrasings.editor, "not under this moon")
    for field, words in zip(part.steps, STEPS, strict=True):
        bench.type(field.editor, words)
    flush_all(page)
    assert page.desk.mistakes == []
    page.publish()
    cards = bench.workspace.ask(objection_templates.cards_in_use, "en")
    assert cards.version == 2 and cards.find("moon")[0].title == "Moon phase"
    assert [words for _step, words in cards.find("moon")[0].steps] == [
        "I see.",
        "Which phase?",
        "Any will do.",
        "Settled?",
    ]


def test_what_is_missing_in_a_card_is_said_under_each_field(bench):
    page = bench.page
    page.open_item(CARDS)
    page.edit()
    page.editor.add("card")
    part = page.editor.card_part
    assert [bool(field.error) for field in (part.title, part.phrasings, *part.steps, part.proof)] == [True] * 6 + [
        False
    ]
