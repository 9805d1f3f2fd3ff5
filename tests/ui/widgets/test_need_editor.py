"""One need in full: what is typed is asked for, understood or refused in words, and never lost."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.calls import Verbatim
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need, Reformulation, Reply, Told
from desktop.services.needs import StatedNeed
from desktop.ui.autosave import flush_all
from desktop.ui.widgets.need_editor import NeedEditor
from tests.ui.accessibility import nameless, rich_text_labels

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
WORDS = Verbatim(id=uuid.uuid4(), text="€15k <b>, live before the end of January", corrected="", at=NOW)


def stated(**fields) -> StatedNeed:
    usual = {"id": uuid.uuid4(), "kind": NeedKind.NEED, "statement": "", "figure": "", "confirmed": False}
    return StatedNeed(Need(**{**usual, **fields}), (WORDS,), {WORDS.id: "Claire"})


@pytest.fixture
def editor(qtbot) -> NeedEditor:
    """Its owner saves at once what is asked for, as the program does."""
    editor = NeedEditor()
    qtbot.addWidget(editor)
    editor.resize(400, 700)
    editor.show_need(stated(), 0, TODAY)
    editor.asked = []

    def save(values: dict[str, object]) -> None:
        editor.asked.append(values)
        for name, value in values.items():
            setattr(editor.need, name, value)

    editor.changed.connect(save)
    with qtbot.waitActive(editor):
        editor.show()
    return editor


def test_figures_and_dates_are_typed_as_they_are_said(editor: NeedEditor) -> None:
    for field, text in ((editor.amount, "15 k"), (editor.due_on, "end of January"), (editor.figure, "two days")):
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.keyClicks(editor.statement, " Time back ")
    flush_all(editor)
    values = {name: value for each in editor.asked for name, value in each.items()}
    assert values == {
        "amount": 15000, "due_on": date(2027, 1, 29), "figure": "two days", "statement": "Time back",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [("amount", "a lot"), ("due_on", "soon"), ("due_on", "12 March 2020")])
def test_what_is_not_understood_stays_with_what_to_write(editor: NeedEditor, name: str, text: str) -> None:
    field = getattr(editor, name)
    field.setFocus()
    QTest.keyClicks(field, text)
    flush_all(editor)
    assert editor.asked == [] and field.text() == text
    assert editor.fields[name].error.startswith("Write")
    field.clear()
    flush_all(editor)
    assert editor.fields[name].error == ""


def test_what_could_not_be_saved_stays_and_says_so(qtbot) -> None:
    editor = NeedEditor()
    qtbot.addWidget(editor)
    need = stated()
    editor.show_need(need, 0, TODAY)
    editor.statement.setText("Time back")
    flush_all(editor)
    assert editor.fields["statement"].error == "This is not saved yet. It stays here."
    editor.show_need(need, 0, TODAY)
    assert editor.statement.text() == "Time back"


def test_what_was_recognised_is_offered_and_applied_only_when_asked(editor: NeedEditor) -> None:
    assert [chip.text() for chip in editor.offers] == ["Amount: €15,000", "Deadline: 29 January 2027"]
    assert editor.amount.text() == "" and editor.asked == []
    QTest.mouseClick(editor.offers[0], Qt.MouseButton.LeftButton)
    assert editor.asked == [{"amount": Decimal(15000)}]


def test_the_kind_is_chosen_with_the_arrows(editor: NeedEditor) -> None:
    editor.kind.setFocus()
    QTest.keyClick(editor.kind, Qt.Key.Key_Down)
    assert editor.asked == [{"kind": NeedKind.STAKE}]


def test_how_and_when_they_confirmed(editor: NeedEditor) -> None:
    def how(**fields) -> str:
        editor.show_need(stated(**fields), 0, TODAY)
        return editor._how.text()

    assert how(confirmed=True, confirmed_at=NOW, confirmed_via=Told.ALOUD) == "Aloud, 23 Nov"
    assert how(confirmed=True, confirmed_at=NOW, confirmed_via=Told.MIRROR).startswith("On the page turned")
    assert editor.confirmation.isChecked()
    assert how() == ""
    reply = Reformulation(sentence="So?", reply=Reply.CORRECTED, correction="two days", at=NOW)
    editor.show_need(StatedNeed(stated().need, (WORDS,), {}, (reply,)), 0, TODAY)
    assert editor._how.text() == "Said back to them: corrected (two days)"


def test_the_box_asks_and_shows_only_what_is_saved(editor: NeedEditor, qtbot) -> None:
    with qtbot.waitSignal(editor.confirmed) as asked:
        QTest.mouseClick(editor.confirmation, Qt.MouseButton.LeftButton, pos=editor.confirmation.rect().center() / 4)
    assert asked.args == [True] and not editor.confirmation.isChecked()


def test_another_need_takes_the_place_of_the_one_typed_in_once_it_is_asked_for(editor: NeedEditor) -> None:
    first = editor.need
    editor.statement.setFocus()
    QTest.keyClicks(editor.statement, "Time back")
    editor.show_need(stated(statement="Another"), 1, TODAY)
    assert first is not None and first.statement == "Time back"
    assert editor.statement.text() == "Another" and editor.title.text() == "Need 2"


def test_everything_has_a_name_and_is_plain_text(editor: NeedEditor) -> None:
    assert nameless(editor) == [] and rich_text_labels(editor) == []
    assert not editor.merge_button.isEnabled()


def test_in_a_low_window_it_scrolls_and_no_field_is_squeezed(editor: NeedEditor, qtbot) -> None:
    editor.resize(360, 240)
    qtbot.waitUntil(lambda: editor.verticalScrollBar().maximum() > 0)
    for field in editor.fields.values():
        assert field.height() >= field.sizeHint().height()
    assert editor.horizontalScrollBar().maximum() == 0
