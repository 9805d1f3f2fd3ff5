import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.models.base import new_id
from desktop.models.statuses import ContactRole
from desktop.services.speakers import Person, Speakers
from desktop.ui import theme
from desktop.ui.calls.speaker_picker import SpeakerPicker, read_person
from tests.ui.accessibility import nameless

CLAIRE = Person(new_id(), "Claire Fontaine", "Managing director", ContactRole.DECIDER)
KARIM = Person(new_id(), "Karim Benali", "", None)
LEA = Person(new_id(), "", "Buyer", None)


@pytest.fixture
def picker(qtbot) -> SpeakerPicker:
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    window.resize(700, 500)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    found = SpeakerPicker(window)
    found.open_for(Speakers((CLAIRE, KARIM, LEA), CLAIRE.contact_id))
    found.line = line
    return found


def _rows(picker: SpeakerPicker) -> list[str]:
    return [picker.list.item(place).text() for place in range(picker.list.count())]


def test_everybody_is_there_and_the_next_one_is_ready(picker: SpeakerPicker, qtbot) -> None:
    assert _rows(picker) == [
        "Claire Fontaine\nManaging director · Decision-maker · is speaking",
        "Karim Benali",
        "Buyer",
    ]
    assert nameless(picker) == []
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == [KARIM.contact_id]
    assert QApplication.focusWidget() is picker.line


def test_arrows_go_round_and_escape_changes_nothing(picker: SpeakerPicker, qtbot) -> None:
    for _press in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert picker.list.currentRow() == 0
    with qtbot.assertNotEmitted(picker.chosen), qtbot.assertNotEmitted(picker.joined):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is picker.line


def test_a_new_name_joins_and_a_known_one_is_found(picker: SpeakerPicker, qtbot) -> None:
    qtbot.keyClicks(picker.field, "karim benali")
    assert _rows(picker) == ["Karim Benali"]
    picker.field.clear()
    qtbot.keyClicks(picker.field, "Karim  Leroy, workshop  manager")
    assert _rows(picker) == ["Add “Karim Leroy”\nworkshop manager"]
    with qtbot.waitSignal(picker.joined) as joined:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert joined.args == ["Karim Leroy", "workshop manager"]


def test_part_of_a_name_offers_both(picker: SpeakerPicker, qtbot) -> None:
    qtbot.keyClicks(picker.field, "Clair")
    assert _rows(picker)[0].startswith("Claire Fontaine")
    assert _rows(picker)[1].startswith("Add “Clair”")
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.joined) as joined:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert joined.args == ["Clair", ""]


def test_with_nobody_known_there_is_only_a_name_to_type(picker: SpeakerPicker, qtbot) -> None:
    picker.open_for(Speakers((), None))
    assert _rows(picker) == []
    with qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picker.isVisible()


@pytest.mark.parametrize(
    ("typed", "read"),
    [("Karim", ("Karim", "")), (" Karim B , boss, of all ", ("Karim B", "boss, of all")), (",", ("", ""))],
)
def test_a_comma_parts_name_and_job(typed: str, read: tuple[str, str]) -> None:
    assert read_person(typed) == read


@pytest.mark.parametrize(("touch", "row"), [(False, 24), (True, 52)])
def test_everybody_is_seen_without_scrolling(picker: SpeakerPicker, look, qtbot, touch: bool, row: int) -> None:
    theme.apply(look, theme.current(), touch)
    picker.open_for(Speakers((CLAIRE, KARIM, LEA), CLAIRE.contact_id))
    items = [picker.list.item(place) for place in range(3)]
    qtbot.waitUntil(lambda: picker.list.viewport().rect().contains(picker.list.visualItemRect(items[2])))
    assert all(picker.list.visualItemRect(item).height() >= row for item in items)
