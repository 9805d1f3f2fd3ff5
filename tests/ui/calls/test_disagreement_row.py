import pytest
from PySide6.QtCore import Qt

from desktop.models.base import new_id
from desktop.models.calls import Note, Objection, Verbatim
from desktop.services.opinions import SpeakerOpinion
from desktop.ui.calls.disagreement_row import DisagreementRow, last_words
from tests.conftest import MONDAY
from tests.ui.accessibility import nameless

CLAIRE, KARIM, LEA = new_id(), new_id(), new_id()
NAMES = {CLAIRE: "Claire Fontaine", KARIM: "Karim Benali", LEA: "Léa Mar"}


def _opinions(**levels: int | None) -> list[SpeakerOpinion]:
    keys = {"claire": CLAIRE, "karim": KARIM, "lea": LEA}
    return [SpeakerOpinion(keys[name], NAMES[keys[name]], level, MONDAY) for name, level in levels.items()]


@pytest.fixture
def row(qtbot) -> DisagreementRow:
    said = {CLAIRE: "we lose a day", KARIM: "it works <b>well</b>"}
    found = DisagreementRow(criterion="need", name="Stated need", words=lambda _criterion: said)
    qtbot.addWidget(found)
    found.resize(300, 24)
    return found


def test_it_stands_there_only_while_they_disagree(row: DisagreementRow) -> None:
    assert not row.isVisible()
    for opinions, visible in (
        (_opinions(claire=3), False),
        (_opinions(claire=3, karim=1), True),
        (_opinions(claire=3, karim=3), False),
        (_opinions(claire=3, karim=None), False),
        (_opinions(claire=3, karim=2, lea=None), True),
        ([], False),
    ):
        row.set_opinions(opinions)
        assert row.isVisible() is visible


def test_it_says_aloud_who_thinks_what_and_their_last_words(row: DisagreementRow) -> None:
    row.set_opinions(_opinions(claire=3, karim=1, lea=None))
    assert row.told == [("Claire", "3"), ("Karim", "1"), ("Léa", "?")]
    assert row.accessibleName() == "Stated need: Claire 3 · Karim 1 · Léa ?, they disagree"
    assert row.accessibleDescription() == "Claire: “we lose a day”\nKarim: “it works <b>well</b>”"
    assert "<b>" not in row.toolTip()
    assert nameless(row) == []


def test_words_said_since_are_read_when_they_are_wanted(row: DisagreementRow, qtbot) -> None:
    row.set_opinions(_opinions(claire=3, karim=1))
    row.set_words(lambda criterion: {KARIM: f"later, about {criterion}"})
    with qtbot.waitActive(row):
        row.activateWindow()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(row.hasFocus)
    assert row.accessibleDescription() == "Karim: “later, about need”"


def test_a_click_asks_for_the_words_of_its_criterion(row: DisagreementRow, qtbot) -> None:
    row.set_opinions(_opinions(claire=3, karim=1))
    with qtbot.waitSignal(row.words_wanted) as wanted:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert wanted.args == ["need"]


def test_three_people_and_a_narrow_column_are_painted(row: DisagreementRow) -> None:
    pictures = []
    for width in (300, 120):
        row.resize(width, 24)
        row.set_opinions(_opinions(claire=3, karim=1, lea=0))
        pictures.append(row.grab().toImage())
    row.resize(300, 24)
    row.set_opinions(_opinions(claire=3, karim=1, lea=2))
    assert row.grab().toImage() not in pictures


def test_the_last_words_of_each_about_a_criterion() -> None:
    said = [
        Verbatim(text="first", corrected="", criterion="need", contact_id=CLAIRE),
        Verbatim(text="secnd", corrected="second", criterion="need", contact_id=CLAIRE),
        Verbatim(text="about money", corrected="", criterion="budget", contact_id=CLAIRE),
        Objection(text="too long", corrected="", criterion="need", contact_id=KARIM),
        Note(text="hm", corrected="", criterion="need", contact_id=KARIM),
        Verbatim(text="whose", corrected="", criterion="need", contact_id=None),
    ]
    assert last_words(said, "need", (CLAIRE, KARIM)) == {CLAIRE: "second", KARIM: "too long"}
    assert last_words(said, "need", (KARIM,)) == {KARIM: "too long"}
