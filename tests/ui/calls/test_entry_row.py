from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.models.base import new_id
from desktop.models.calls import LaterQuestion, Note, Objection, Verbatim
from desktop.models.evidence import Grade
from desktop.ui.calls.entry_row import EntryRow, Shown

SAID = Shown(
    kind=Verbatim,
    seconds=251,
    text="we loose a day",
    corrected="",
    about="Need",
    criterion="Stated need",
    speaker="",
    tags=(),
    grade=Grade.STATED,
    settled=None,
    citable=False,
)


@pytest.fixture
def show(qtbot):
    def show(shown: Shown) -> EntryRow:
        row = EntryRow(new_id(), shown)
        qtbot.addWidget(row)
        row.resize(600, 80)
        row.show()
        return row

    return show


def test_a_correction_is_read_and_says_what_was_typed(show) -> None:
    row = show(SAID)
    assert (row.words.text(), row.marks) == ("“we loose a day”", [])
    row.show_entry(replace(SAID, corrected="we lose a day"))
    assert row.words.text() == "“we lose a day”"
    assert [(mark.text, mark.isVisible()) for mark in row.marks] == [("corrected", True)]
    assert "we loose a day" in row.marks[0].toolTip()
    assert "we loose a day" in row.marks[0].accessibleDescription() == row.words.accessibleDescription()
    assert "we lose a day" in row.star.accessibleName()
    row.show_entry(SAID)
    assert (row.marks, row.words.accessibleDescription()) == ([], "")


@pytest.mark.parametrize(
    ("grade", "words", "short"),
    [
        (Grade.STATED, "stated", "stated"),
        (Grade.CONFIRMED, "said back, confirmed", "confirmed"),
        (Grade.DOCUMENTED, "documented", "documented"),
    ],
)
def test_the_grade_is_a_word_and_a_sign(show, grade: Grade, words: str, short: str) -> None:
    row = show(replace(SAID, grade=grade))
    assert row.grade.text == words
    row.set_wide(False)
    assert row.grade.text == short
    assert not row.criterion.isVisible()


@pytest.mark.parametrize(
    ("settled", "word"), [(None, "Objection"), (True, "Objection settled"), (False, "Objection open")]
)
def test_an_objection_says_whether_it_is_settled(show, settled: bool | None, word: str) -> None:
    row = show(replace(SAID, kind=Objection))
    row.show_entry(replace(SAID, kind=Objection, settled=settled))
    assert (row.kind.text, row.kind.isVisible(), row.grade.isVisible()) == (word, True, False)
    assert row.star is None


@pytest.mark.parametrize("kind", [Note, LaterQuestion])
def test_what_the_rep_writes_is_neither_quoted_nor_graded(show, kind: type) -> None:
    row = show(replace(SAID, kind=kind))
    assert row.words.text() == "we loose a day"
    assert (row.star, row.grade.text, row.criterion.isVisible()) == (None, "", False)


def test_tags_and_speaker_stand_on_the_row(show) -> None:
    row = show(replace(SAID, speaker="Karim", tags=("time", "quotes")))
    assert (row.said.time, row.said.speaker) == ("04:11", "Karim")
    assert [mark.text for mark in row.marks] == ["#time", "#quotes"]
    row.show_entry(replace(SAID, speaker="", tags=("time",)))
    assert row.said.speaker == ""
    assert [mark.text for mark in row.marks] == ["#time"]


def test_a_double_click_or_enter_on_the_star_asks_for_the_entry(show, qtbot) -> None:
    row = show(SAID)
    with qtbot.waitSignal(row.activated):
        qtbot.mouseDClick(row.words, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(row.activated):
        qtbot.keyClick(row.star, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(row.activated), qtbot.waitSignal(row.star.clicked):
        qtbot.keyClick(row.star, Qt.Key.Key_Space)
