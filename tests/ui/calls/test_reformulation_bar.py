"""The bar under real keys, in a real call: the caret stays in the capture line unless the rep opens a field."""

import uuid
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop import i18n
from desktop.models.evidence import Grade
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Reformulation, Reply
from desktop.services import calls, templates
from desktop.services.reformulations import Proposal
from desktop.ui import theme
from desktop.ui.actions import ActionRegistry, Shortcuts
from desktop.ui.calls import reformulation_bar
from desktop.ui.calls.capture_line import CaptureLine
from desktop.ui.calls.reformulation_acts import ReformulationActs, reformulation_actions
from desktop.ui.calls.reformulation_bar import ReformulationBar
from desktop.ui.calls.running_call import RunningCall
from tests.ui.accessibility import nameless, rich_text_labels

SHIFT = Qt.KeyboardModifier.ShiftModifier
SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")


@dataclass
class Desk:
    """A call with one verbatim, its capture line, the bar above it, and the keys."""

    window: QWidget
    call: RunningCall
    acts: ReformulationActs
    bar: ReformulationBar
    line: CaptureLine

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def kept(self) -> list[tuple[str, Reply, str]]:
        def read(session):
            rows = session.query(Reformulation).filter(
                Reformulation.call_id == self.call.call_id, Reformulation.deleted_at.is_(None)
            )
            return [(each.sentence, each.reply, each.correction) for each in rows]

        return self.call.ask(read)


@pytest.fixture
def desk(qtbot, workspace, clock, prospect_id: uuid.UUID) -> Desk:
    call = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, SCRIPT, GRID, now=clock.now()))
    call.lines.add("We lose a day a week.")
    acts, bar, line = ReformulationActs(call), ReformulationBar(), CaptureLine()
    acts.proposed.connect(bar.show_proposal)
    bar.answered.connect(acts.reply)
    bar.another_requested.connect(lambda: acts.say_back())
    bar.closed.connect(acts.put_away)
    bar.left.connect(line.setFocus)
    window = QWidget()
    registry = ActionRegistry()
    registry.add(*reformulation_actions(lambda: acts, lambda: True, bar.answer, bar.ask_correction))
    Shortcuts(window, registry).use_scope("call")
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(bar)
    column.addWidget(line)
    window.resize(560, 300)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    return Desk(window, call, acts, bar, line)


def test_f5_shows_a_sentence_and_leaves_the_caret_in_the_line(desk: Desk) -> None:
    assert desk.bar.isHidden()
    desk.type("their next w")
    desk.press(Qt.Key.Key_F5)
    assert desk.bar.isVisible()
    assert "you lose a day a week" in desk.bar.label.text()
    assert desk.line.hasFocus()
    first = desk.bar.sentence
    desk.press(Qt.Key.Key_F5)
    assert desk.bar.sentence != first
    desk.type("ords")
    assert desk.line.toPlainText() == "their next words"


@pytest.mark.parametrize(
    "modifiers, reply, grade",
    [
        (Qt.KeyboardModifier.NoModifier, Reply.CONFIRMED, Grade.CONFIRMED),
        (SHIFT, Reply.REFUSED, Grade.STATED),
    ],
)
def test_one_key_keeps_the_answer_and_the_bar_goes(desk: Desk, modifiers, reply: Reply, grade: Grade) -> None:
    desk.press(Qt.Key.Key_F5)
    sentence = desk.bar.sentence
    desk.press(Qt.Key.Key_F7, modifiers)
    assert desk.kept() == [(sentence, reply, "")]
    assert desk.call.entries[0].grade is grade
    assert desk.bar.isHidden()
    assert desk.line.hasFocus()
    desk.call.undo()
    assert desk.kept() == []


def test_a_click_keeps_it_too_and_does_not_take_the_caret(desk: Desk) -> None:
    for button, reply in ((desk.bar.yes, Reply.CONFIRMED), (desk.bar.no, Reply.REFUSED)):
        desk.press(Qt.Key.Key_F5)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert desk.kept()[-1][1] is reply
        assert desk.line.hasFocus()
    desk.press(Qt.Key.Key_F5)
    before = desk.bar.sentence
    QTest.mouseClick(desk.bar.another, Qt.MouseButton.LeftButton)
    assert desk.bar.sentence != before


def test_f8_opens_a_line_and_enter_keeps_their_correction(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    sentence = desk.bar.sentence
    desk.press(Qt.Key.Key_F8)
    assert desk.bar.correction.hasFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.kept() == [], "no words, no correction"
    desk.type("Two days, in fact.")
    desk.press(Qt.Key.Key_Return)
    assert desk.kept() == [(sentence, Reply.CORRECTED, "Two days, in fact.")]
    assert desk.call.entries[-1].text == "Two days, in fact."
    assert desk.bar.isHidden()
    assert desk.line.hasFocus()


def test_esc_in_the_correction_goes_back_to_the_line_and_keeps_the_bar(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F8)
    desk.type("Tw")
    desk.press(Qt.Key.Key_Escape)
    assert desk.line.hasFocus()
    assert desk.bar.isVisible()
    assert desk.bar.yes.isVisible()
    desk.press(Qt.Key.Key_F8)
    assert desk.bar.correction.text() == ""


def test_what_is_kept_is_what_was_said(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    QTest.mouseClick(desk.bar.edit, Qt.MouseButton.LeftButton)
    assert desk.bar.said.hasFocus()
    assert desk.bar.said.text() == desk.acts.proposal.sentence
    desk.bar.said.selectAll()
    desk.type("A day a week, then?")
    desk.press(Qt.Key.Key_Return)
    assert desk.line.hasFocus()
    assert "A day a week, then?" in desk.bar.label.text()
    desk.press(Qt.Key.Key_F7)
    assert desk.kept() == [("A day a week, then?", Reply.CONFIRMED, "")]


def test_a_sentence_still_being_written_counts_and_esc_gives_it_up(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    proposed = desk.bar.sentence
    desk.bar.edit_sentence()
    desk.type("Well: ")
    assert desk.bar.sentence == f"Well: {proposed}"
    desk.press(Qt.Key.Key_Escape)
    assert desk.bar.sentence == proposed
    desk.bar.edit_sentence()
    desk.type("Well: ")
    desk.press(Qt.Key.Key_F7)
    assert desk.kept() == [(f"Well: {proposed}", Reply.CONFIRMED, "")]
    assert desk.line.hasFocus()


def test_esc_in_the_bar_closes_it_unanswered(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.bar.yes.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.bar.isHidden()
    assert desk.line.hasFocus()
    assert desk.kept() == []
    assert desk.acts.proposal is None
    desk.bar.answer(Reply.CONFIRMED)
    desk.bar.ask_correction()
    assert desk.kept() == []
    assert desk.line.hasFocus()


def test_it_is_read_aloud_and_everything_has_a_name(desk: Desk, monkeypatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(reformulation_bar, "announce", lambda _widget, text: heard.append(text))
    desk.press(Qt.Key.Key_F5)
    assert heard == [f"Say it back: {desk.bar.sentence}"]
    desk.bar.ask_correction()
    desk.bar.edit_sentence()
    assert nameless(desk.bar) == []
    assert rich_text_labels(desk.bar) == []


LONG = "If I understand what gets in the way, <b>the CRM</b> you have, nobody opens it, it’s a monster. Is that it?"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 470, 900])
def test_nothing_is_cut(qtbot, qapp, language: str, look: str, width: int) -> None:
    i18n.use(language)
    theme.apply(qapp, theme.load(look))
    window = QWidget()
    qtbot.addWidget(window)
    bar = ReformulationBar()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addStretch(1)
    window.resize(width, 400)
    window.show()
    bar.set_compact(width < 500)
    bar.show_proposal(Proposal(uuid.uuid4(), NeedKind.NEED, LONG, False, "a"))
    qtbot.waitUntil(lambda: bar.isVisible() and bar.width() == width)
    QApplication.processEvents()
    assert bar.label.height() >= bar.label.heightForWidth(bar.label.width())
    assert bar.another.isVisible() is not bar.another_icon.isVisible()
    rows = {button.geometry().top() for button in (bar.yes, bar.amend, bar.no)}
    assert len(rows) == 1
    for button in (bar.yes, bar.amend, bar.no, bar.edit, bar.close_button):
        assert button.width() >= button.sizeHint().width()
        assert bar.rect().contains(button.mapTo(bar, button.rect().bottomRight()))
