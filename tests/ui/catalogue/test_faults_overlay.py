"""Every wrong line, to be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services.catalogue_sheets import Fault
from desktop.ui.catalogue.faults_overlay import FaultsOverlay


def test_the_lines_are_text_and_escape_closes(bench):
    overlay = FaultsOverlay(bench.window)
    overlay.show_faults([Fault("Offres", 4, "<b>no</b>", "Prix"), Fault("", 5, "no")])
    assert overlay.lines.toPlainText() == "Offres, line 4, “Prix”: <b>no</b>\nLine 5: no"
    assert overlay.lines.hasFocus() and overlay.lines.isReadOnly()
    QTest.keyClick(overlay.lines, Qt.Key.Key_Escape)
    assert not overlay.isVisible() and bench.page.list.hasFocus()
