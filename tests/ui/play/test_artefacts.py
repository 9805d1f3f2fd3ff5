"""What is left in the folder is this play's, and a PDF's text comes in reading order."""

import json
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from desktop.documents.proposal import render
from desktop.ui.play.artefacts import Artefacts, text_of
from tests.documents.cases import CLAIRE


def test_pictures_are_numbered_in_their_order(tmp_path: Path, qtbot):
    label = QLabel("Boussole")
    qtbot.addWidget(label)
    artefacts = Artefacts(tmp_path / "out")
    artefacts.picture(label, "prospect")
    artefacts.summary({"heat": "hot"})
    artefacts.picture(label, "call")
    names = [path.name for path in artefacts.written]
    assert names == ["01-prospect.png", "summary.json", "02-call.png"]
    assert not QImage(str(tmp_path / "out" / "02-call.png")).isNull()


def test_what_an_earlier_play_left_is_taken_away_and_nothing_else(tmp_path: Path):
    for name in (
        "09-end.png",
        "proposition.pdf",
        "proposition.txt",
        "compte-rendu.pdf",
        "summary.json",
        "2026-11-23_Devis_Brevent_P-2026-0001_v1.pdf",
        "2026-11-23_Dates_Brevent_P-2026-0001_v1.ics",
        "mine.png",
        "notes.txt",
    ):
        (tmp_path / name).write_text("earlier")
    Artefacts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.png", "notes.txt"]


def test_the_summary_keeps_accents(tmp_path: Path):
    Artefacts(tmp_path).summary({"action": "Focus immédiat"})
    text = (tmp_path / "summary.json").read_text("utf-8")
    assert "Focus immédiat" in text
    assert json.loads(text) == {"action": "Focus immédiat"}


def test_the_text_of_the_proposal_stands_beside_it(tmp_path: Path, qapp):
    artefacts = Artefacts(tmp_path)
    artefacts.proposal(render(CLAIRE))
    text = (tmp_path / "proposition.txt").read_text("utf-8")
    assert text == text_of(tmp_path / "proposition.pdf")
    assert text.index("Ce que vous nous avez dit") < text.index("Notre réponse, point par point")
    assert text.count("\f") >= 1


def test_the_account_of_the_call_stands_beside_it(tmp_path: Path, qapp):
    artefacts = Artefacts(tmp_path)
    artefacts.report(render(CLAIRE))
    assert [path.name for path in artefacts.written] == ["compte-rendu.pdf", "compte-rendu.txt"]
    assert (tmp_path / "compte-rendu.txt").read_text("utf-8") == text_of(tmp_path / "compte-rendu.pdf")


def test_what_was_handed_over_keeps_its_bytes_and_its_name(tmp_path: Path):
    source = tmp_path / "2026-11-23_Dates_Brevent.ics"
    source.write_bytes(b"BEGIN:VCALENDAR\r\n")
    artefacts = Artefacts(tmp_path / "out")
    artefacts.handed_over([source])
    assert artefacts.written == [tmp_path / "out" / source.name]
    assert artefacts.written[0].read_bytes() == source.read_bytes()
