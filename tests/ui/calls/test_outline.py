import pytest
from PySide6.QtCore import Qt

from desktop.models.calls import QuestionState
from desktop.services import templates
from desktop.ui.calls.outline import OutlinePanel, SectionRow
from tests.ui.calls.test_compass_card import MOCK_UP, compass_of


@pytest.fixture
def outline(qtbot) -> OutlinePanel:
    outline = OutlinePanel()
    qtbot.addWidget(outline)
    outline.resize(230, 720)
    outline.show_script(templates.script("b2b", "en"))
    outline.show()
    return outline


def test_each_theme_counts_and_each_question_says_its_state(outline: OutlinePanel) -> None:
    marks = {"opening": QuestionState.ASKED, "objective": QuestionState.SKIPPED}
    outline.show_marks(marks, "obstacle")
    assert outline.row("opening").accessibleName().endswith(", asked")
    assert outline.row("objective").accessibleName() == "Main goal, skipped"
    assert outline.row("obstacle").accessibleName() == "What gets in the way, to ask, on the screen"
    names = [row.accessibleName() for row in outline.findChildren(SectionRow)]
    assert names[:2] == ["Opening: 1 of 1 asked", "Need and urgency: 0 of 4 asked"]


def test_the_three_states_are_painted_differently(outline: OutlinePanel) -> None:
    row = outline.row("budget")
    pictures = []
    for state in (None, QuestionState.ASKED, QuestionState.SKIPPED):
        row.show_state(state, current=False)
        pictures.append(row.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_a_click_asks_for_the_question_without_taking_the_focus(outline: OutlinePanel, qtbot) -> None:
    outline.show_marks({}, "opening")
    with qtbot.waitSignal(outline.chosen) as chosen:
        qtbot.mouseClick(outline.row("budget"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["budget"]
    assert not outline.row("budget").hasFocus()


def test_a_low_window_folds_every_theme_but_the_current_one(outline: OutlinePanel) -> None:
    outline.show_marks({}, "budget")
    assert outline.row("opening").isVisible()
    outline.resize(176, 380)
    assert outline.row("budget").isVisible()
    assert not outline.row("opening").isVisible()
    assert all(row.isVisible() for row in outline.findChildren(SectionRow))


def test_what_there_is_no_time_for_is_greyed_told_and_still_reached(outline: OutlinePanel, qtbot) -> None:
    outline.show_marks({}, "people")
    plain = outline.row("technical").grab().toImage()
    outline.show_compass(compass_of({}, 420), "people")
    row = outline.row("technical")
    assert row.dropped and row.accessibleName() == "Technical constraints, to ask, if time allows"
    assert row.grab().toImage() != plain
    assert outline.explanation.text().startswith("7 min left: ")
    outline.show_marks({}, "technical")
    assert outline.row("technical").dropped
    outline.show_compass(compass_of({}, 1800), "people")
    assert not outline.row("technical").dropped
    assert outline.explanation.isHidden()


def test_the_foot_advises_and_offers_the_fit_test(outline: OutlinePanel, qtbot) -> None:
    assert outline.compass.isHidden() and outline.fit_test.isHidden()
    outline.show_marks({}, "people")
    outline.show_compass(compass_of(MOCK_UP, 198), "people")
    assert outline.compass.isVisible() and len(outline.fit_test.ticks()) == 3
    with qtbot.waitSignal(outline.advised):
        outline.compass.click()
    with qtbot.waitSignal(outline.fit_test_asked):
        outline.fit_test.button.click()
    outline.show_marks({}, "fit-decision")
    outline.show_compass(compass_of(MOCK_UP, 198, "fit-decision"), "fit-decision")
    assert outline.fit_test.button.text() in ("Back to the script", "Back")


def test_in_a_low_window_the_foot_keeps_its_room_and_the_rows_fold(outline: OutlinePanel, qtbot) -> None:
    outline.show_marks({}, "people")
    outline.show_compass(compass_of({}, 420), "people")
    outline.resize(176, 440)
    qtbot.waitUntil(lambda: not outline.row("opening").isVisible())
    assert outline.row("people").isVisible()
    for foot in (outline.compass, outline.fit_test):
        assert foot.isVisible() and foot.geometry().bottom() <= outline.height()
        assert foot.height() >= foot.minimumSizeHint().height()
    assert outline.explanation.isHidden()
