import pytest

from desktop.models.evidence import Grade
from desktop.ui.calls.entry_marks import GradeMark, SaidMark
from tests.ui.accessibility import nameless


@pytest.fixture
def said(qtbot) -> SaidMark:
    mark = SaidMark()
    qtbot.addWidget(mark)
    return mark


@pytest.fixture
def grade(qtbot) -> GradeMark:
    mark = GradeMark()
    qtbot.addWidget(mark)
    return mark


def test_a_name_stands_under_the_time_and_a_long_one_is_told_whole(said: SaidMark) -> None:
    said.show_said("04:11", "")
    alone = said.sizeHint()
    said.show_said("04:11", "Karim")
    assert said.accessibleName() == "04:11 Karim"
    assert said.sizeHint().height() > alone.height() and said.toolTip() == ""
    said.show_said("04:11", "Maximilien-Alexandre")
    assert said.sizeHint().width() <= 64 and said.toolTip() == "Maximilien-Alexandre"
    assert nameless(said) == []


def test_each_grade_has_its_word_and_its_picture(grade: GradeMark) -> None:
    pictures = []
    for each in (Grade.STATED, Grade.CONFIRMED, Grade.DOCUMENTED):
        grade.show_grade(each)
        grade.resize(grade.sizeHint())
        assert grade.text == grade.accessibleName() != ""
        pictures.append(grade.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_without_room_one_word_is_enough(grade: GradeMark) -> None:
    grade.show_grade(Grade.CONFIRMED)
    wide = grade.sizeHint().width()
    grade.set_short(True)
    assert grade.text == "confirmed" and grade.sizeHint().width() < wide
    grade.show_grade(None)
    assert (grade.text, grade.isVisible()) == ("", False)
