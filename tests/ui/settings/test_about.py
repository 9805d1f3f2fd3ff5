"""The version is the program's, and the licences that must be told are."""

from PySide6.QtWidgets import QLabel

from desktop import __version__
from desktop.ui.settings.about import COMPONENTS, AboutSection


def test_the_version_and_the_licences_are_shown(qtbot) -> None:
    section = AboutSection()
    qtbot.addWidget(section)
    words = "\n".join(label.text() for label in section.findChildren(QLabel))
    assert f"Boussole {__version__}" in words
    assert "LGPL v3" in section.qt.text()
    assert all(name in words and licence in words for name, licence in COMPONENTS)
