import pytest
from PySide6.QtCore import Qt

from desktop.models.base import new_id
from desktop.services.speakers import Person, Speakers
from desktop.ui.calls import speaker_chip
from desktop.ui.calls.speaker_chip import SpeakerChip
from tests.ui.accessibility import nameless

CLAIRE = Person(new_id(), "Claire Fontaine", "Managing director", None)
KARIM = Person(new_id(), "Karim-Alexandre-Maximilien Benali", "", None)


@pytest.fixture
def chip(qtbot) -> SpeakerChip:
    found = SpeakerChip()
    qtbot.addWidget(found)
    found.show()
    return found


def test_it_names_who_speaks_when_there_are_several(chip: SpeakerChip) -> None:
    chip.show_speakers(Speakers((CLAIRE,), CLAIRE.contact_id))
    assert (chip.shown_name, chip.accessibleName()) == ("", "Somebody else joins the call…")
    alone = chip.sizeHint().width()
    chip.show_speakers(Speakers((CLAIRE, KARIM), CLAIRE.contact_id))
    assert (chip.shown_name, chip.accessibleName()) == ("Claire", "Claire is speaking")
    assert alone < chip.sizeHint().width()
    claire = chip.grab().toImage()
    chip.show_speakers(Speakers((CLAIRE, KARIM), KARIM.contact_id))
    assert chip.shown_name == "Karim-Alexandre-Maximilien"
    assert chip.sizeHint().width() <= 120
    assert chip.grab().toImage() != claire
    assert nameless(chip) == []


def test_nobody_named_yet_still_asks(chip: SpeakerChip, qtbot) -> None:
    chip.show_speakers(Speakers((CLAIRE, KARIM), None))
    assert chip.accessibleName() == "Who is speaking…"
    assert not chip.grab().isNull()
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_a_change_of_speaker_is_said_aloud_once(chip: SpeakerChip, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(speaker_chip, "announce", lambda _widget, text: said.append(text))
    both = (CLAIRE, KARIM)
    for speaker in (CLAIRE, CLAIRE, KARIM, KARIM, CLAIRE):
        chip.show_speakers(Speakers(both, speaker.contact_id))
    assert said == ["Karim-Alexandre-Maximilien is speaking", "Claire is speaking"]
