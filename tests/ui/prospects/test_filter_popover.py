"""Every side at once where there is little room, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.matrix import Heat
from desktop.ui.prospects.page import ProspectsPage
from tests.ui.prospects.book import listed as listed


def test_a_narrow_list_has_one_chip_for_all(listed: ProspectsPage) -> None:
    bar = listed.list.bar
    assert bar.chip("heat").isVisible() and not bar.chip("").isVisible()
    listed.resize(820, 560)
    assert bar.chip("").isVisible() and not bar.chip("heat").isVisible()
    bar.chip("").click()
    assert {facet for facet, _key in bar.popover.chips} == {
        "heat",
        "qualification",
        "status",
        "source",
        "step",
        "news",
        "more",
    }
    first, second = list(bar.popover.chips.values())[:2]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert not bar.popover.isVisible()
    assert listed.list.filter.heats == (Heat.WARM,)
