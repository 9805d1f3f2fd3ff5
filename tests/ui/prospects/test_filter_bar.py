"""What is filtered is said in words, and one cross clears it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.models.statuses import Status
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter
from desktop.ui.prospects.page import ProspectsPage
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.book import listed as listed
from tests.ui.prospects.book import names


def test_chips_say_what_is_asked_and_one_cross_clears_it(listed: ProspectsPage, qtbot) -> None:
    bar = listed.list.bar
    assert not bar.clear.isVisible()
    bar.chip("heat").click()
    assert bar.popover.isVisible()
    QTest.keyClick(bar.popover.chips["heat", "hot"], Qt.Key.Key_Space)
    assert names(listed) == ["2", "1", "0"]
    assert bar.said.text() == "Hot"
    assert bar.chip("heat").isChecked()
    assert bar.chip("heat").accessibleName() == "Heat: hot"
    QTest.keyClick(bar.popover, Qt.Key.Key_Escape)
    bar.chip("source").click()
    assert [key for _facet, key in bar.popover.chips] == ["Fair", "Web"]
    bar.popover.chips["source", "Fair"].click()
    assert (names(listed), bar.said.text()) == (["1"], "Hot · source: Fair")
    assert nameless(listed.window()) == [] and rich_text_labels(listed.window()) == []
    bar.popover.close()
    qtbot.waitUntil(lambda: listed.found.text() == "1 found")
    bar.clear.click()
    assert (len(names(listed)), listed.list.filter, bar.said.isVisible()) == (6, NO_FILTER, False)
    # Nothing found: a sentence, and the way out.
    listed.show_filter(ProspectFilter(text="company", statuses=(Status.LOST,)))
    empty = listed.list.body_stack.currentWidget()
    assert listed.search.text() == "company"
    button = next(each for each in empty.findChildren(QPushButton) if each.isVisible())
    button.click()
    assert (len(names(listed)), listed.search.text()) == (6, "")
