"""All the results: typed, browsed and opened from the keyboard; further results come by themselves."""

from PySide6.QtCore import Qt

from desktop.services.found_things import Found
from desktop.ui.search.rows import More
from tests.ui.accessibility import nameless, rich_text_labels


def titles(overlay) -> list[str]:
    return [overlay.list.item(row).text() for row in range(overlay.list.count())]


def test_typed_browsed_and_opened(qtbot, overlay, opened) -> None:
    overlay.open_for("")
    assert overlay.list.count() == 0 and overlay.told.text().startswith("Names")
    qtbot.keyClicks(overlay.line, "devis")
    found = titles(overlay)
    assert found[0] == "Prospects" and "Said and noted in calls" in found
    assert isinstance(overlay.list.current(), Found), "a heading is never the row at hand"
    qtbot.keyClick(overlay.line, Qt.Key.Key_Down)
    assert overlay.list.current().text == "Le devis <i>suivant</i> aussi"
    assert [line.text for line in overlay.preview.findChildren(type(overlay.preview._lines.itemAt(0).widget()))]
    assert overlay.preview.title.text() == "Menuiserie <b>Durand"
    assert nameless(overlay) == [] and rich_text_labels(overlay) == []
    qtbot.keyClick(overlay.line, Qt.Key.Key_Return)
    assert [each.text for each in opened] == ["Le devis <i>suivant</i> aussi"] and opened[0].call_id is not None
    assert not overlay.isVisible()


def test_more_is_found_once_the_keys_rest(qtbot, overlay) -> None:
    overlay.open_for("durand cher")
    assert overlay.list.count() == 0
    qtbot.waitUntil(lambda: overlay.list.count() > 0, timeout=3000)
    assert "Le devis de mars était cher" in titles(overlay)[1]
    overlay.line.setText("zzzz")
    qtbot.waitUntil(lambda: overlay.told.text() == "Nothing has these words.", timeout=3000)


def test_a_month_is_said(qtbot, overlay) -> None:
    overlay.open_for("suivant mars")
    qtbot.waitUntil(lambda: overlay.list.count() > 0, timeout=3000)
    assert overlay.told.text() == "Latest first, then from 1 March 2026 to 31 March 2026"


def test_more_of_a_kind_is_asked_for(qtbot, overlay) -> None:
    overlay.open_for("atelier")
    qtbot.waitUntil(lambda: overlay.list.count() > 30, timeout=3000)
    for _step in range(40):
        qtbot.keyClick(overlay.line, Qt.Key.Key_Down)
    assert isinstance(overlay.list.current(), More)
    qtbot.keyClick(overlay.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: overlay.list.count() == 41, timeout=3000)
    qtbot.keyClick(overlay.line, Qt.Key.Key_PageUp)
    assert overlay.isVisible()


def test_a_narrow_window_has_no_room_for_what_stands_around(overlay) -> None:
    overlay.open_for("devis")
    assert overlay.preview.isVisible()
    overlay.parentWidget().resize(700, 640)
    assert not overlay.preview.isVisible() and overlay.list.count()
