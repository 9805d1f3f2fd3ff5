import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop import i18n
from desktop.models.matrix import Heat
from desktop.services import calls, templates
from desktop.ui.calls.contradiction_acts import ContradictionActs
from desktop.ui.calls.contradiction_bar import ContradictionBar, contradiction_actions
from desktop.ui.calls.running_call import RunningCall
from tests.ui.accessibility import nameless, rich_text_labels


class Desk:
    """A line that has the focus, and the bar above it."""

    def __init__(self, qtbot, call: RunningCall) -> None:
        self.call, self.acts = call, ContradictionActs(call)
        self.window, self.bar, self.line = QWidget(), ContradictionBar(), QLineEdit()
        self.line.setAccessibleName("line")
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.bar)
        column.addWidget(self.line)
        self.acts.changed.connect(lambda: self.bar.show_call(self.acts))
        self.bar.seen.connect(self.acts.seen)
        self.window.resize(620, 300)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.line.setFocus()


def start(qtbot, workspace, clock, prospect_id, language: str) -> Desk:
    script, grid = templates.script("b2b", language), templates.grid("five-criteria", language)
    call_id = workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now())
    return Desk(qtbot, RunningCall(workspace, call_id))


@pytest.fixture
def desk(qtbot, workspace, clock, prospect_id) -> Desk:
    return start(qtbot, workspace, clock, prospect_id, "en")


def test_it_says_who_what_and_the_question_to_ask(desk: Desk) -> None:
    assert desk.bar.isHidden()
    desk.call.scoring.score(3, "timing")
    desk.call.lines.add("Honestly, not before next year.")
    assert desk.bar.isVisible()
    name = desk.call.sheet.row("timing").criterion.name
    assert desk.bar.fact.text() == f"Claire said “not before next year”, but “{name}” is scored 3."
    assert "what has to happen before you start" in desk.bar.ask.text()
    assert desk.bar.count.isHidden()
    assert QApplication.focusWidget() is desk.line


def test_in_french_it_reads_as_french(qtbot, workspace, clock, prospect_id) -> None:
    i18n.use("fr")
    desk = start(qtbot, workspace, clock, prospect_id, "fr")
    desk.call.scoring.score(3, "timing")
    desk.call.lines.add("Pas avant l’an prochain.")
    expected = "Claire a dit «\u00a0Pas avant l’an prochain\u00a0», mais «\u00a0Échéance du projet\u00a0» a la note 3."
    assert desk.bar.fact.text() == expected
    assert desk.bar.ask.text().startswith("À demander\u00a0: «\u00a0")


def test_one_at_a_time_and_seen_brings_the_next(desk: Desk) -> None:
    desk.call.scoring.score(3, "timing")
    desk.call.scoring.score(3, "authority")
    desk.call.lines.add("Not before next year, and I need to talk to my partner.")
    assert desk.bar.count.text() == "1 of 2"
    first = desk.bar.fact.text()
    QTest.mouseClick(desk.bar.seen_button, Qt.MouseButton.LeftButton)
    assert desk.bar.isVisible() and desk.bar.fact.text() != first
    assert desk.bar.count.isHidden()
    QTest.mouseClick(desk.bar.seen_button, Qt.MouseButton.LeftButton)
    assert desk.bar.isHidden()
    assert QApplication.focusWidget() is desk.line


def test_why_shows_the_rule_and_what_makes_it_hold(desk: Desk) -> None:
    desk.call.scoring.score(3, "budget")
    desk.call.lines.add("The budget has not been approved yet.")
    assert desk.bar.why.isHidden()
    QTest.mouseClick(desk.bar.why_button, Qt.MouseButton.LeftButton)
    why = desk.bar.why.text()
    assert desk.bar.why.isVisible()
    assert "Budget validated, yet not approved" in why
    assert "scored 3" in why and "The budget has not been approved yet" in why
    assert QApplication.focusWidget() is desk.line
    QTest.mouseClick(desk.bar.seen_button, Qt.MouseButton.LeftButton)
    desk.call.lines.add("We have no approved budget.")
    assert desk.bar.isVisible() and desk.bar.why.isHidden()


def test_the_bounds_of_a_rule_are_said(desk: Desk) -> None:
    desk.call.scoring.score(2, "need")
    desk.call.lines.add("I’m just curious.")
    assert "scored at least 2 (here 2)" in desk.bar.why.text()
    desk.call.scoring.score(1, "need")
    desk.call.lines.add("We can’t go on like this.")
    assert "scored at most 1 (here 1)" in desk.bar.why.text()


def test_a_pattern_of_scores_alone_is_a_sentence(desk: Desk) -> None:
    desk.call.lines.add("We sell windows")
    desk.call.scoring.score(1, "need")
    desk.call.scoring.set_heat(Heat.HOT)
    name = desk.call.sheet.row("need").criterion.name
    assert desk.bar.fact.text() == f"“{name}” is scored 1 and the heat is hot."
    assert "The enthusiast who never signs" in desk.bar.why.text()


def test_the_palette_has_both_buttons(desk: Desk) -> None:
    seen, why = contradiction_actions(lambda: desk.acts, lambda: True, desk.bar)
    assert not seen.enabled() and not why.enabled()
    desk.call.scoring.score(3, "timing")
    desk.call.lines.add("Not before next year.")
    assert seen.enabled()
    why.trigger()
    assert desk.bar.why.isVisible()
    seen.trigger()
    assert desk.bar.isHidden()


def test_long_words_are_cut_and_markup_is_text(desk: Desk) -> None:
    desk.call.scoring.score(3, "timing")
    desk.call.lines.add("<b>Not</b> before " + "x" * 200 + " next year")
    desk.call.lines.add("Not before next year <i>really</i>")
    assert rich_text_labels(desk.window) == []
    assert nameless(desk.window) == []
    assert len(desk.bar.fact.text()) < 200
