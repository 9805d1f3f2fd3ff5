"""Which files went into this one, and the way to separate them."""

import uuid

from desktop.services.merging import MergedFile
from desktop.ui.prospects.merged_note import MergedNote
from tests.conftest import MONDAY, PARIS
from tests.ui.accessibility import nameless, rich_text_labels


def test_a_line_each(qtbot) -> None:
    note = MergedNote()
    qtbot.addWidget(note)
    files = [MergedFile(uuid.uuid4(), name, MONDAY) for name in ("<b>Durand", "Roux")]
    note.show_merged(files, PARIS)
    assert nameless(note) == [] and rich_text_labels(note) == []
    said: list[object] = []
    note.separated.connect(said.append)
    note.buttons[1].click()
    assert said == [files[1]]
    note.show_merged([], PARIS)
    assert note.isHidden() and note.buttons == []
