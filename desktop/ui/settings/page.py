"""The settings: a list of sections at the left, one section at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.data_folder import DataFolder
from desktop.i18n import _, pgettext
from desktop.models.absences import Absence
from desktop.models.followups import FollowUp
from desktop.models.prospects import Prospect
from desktop.models.settings import Company
from desktop.services import settings
from desktop.settings import Preferences
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.autostart import Autostart, own_command
from desktop.ui.crash import open_folder
from desktop.ui.page import Page
from desktop.ui.settings.about import AboutSection
from desktop.ui.settings.absences import AbsencesSection
from desktop.ui.settings.closures import ClosuresSection
from desktop.ui.settings.company import CompanySection
from desktop.ui.settings.data import DataSection
from desktop.ui.settings.display import DisplaySection
from desktop.ui.settings.protection import ProtectionSection
from desktop.ui.settings.section_button import SectionButton
from desktop.ui.theme import Look
from desktop.ui.widgets.followup_acts import undo_actions
from desktop.ui.workspace import Workspace

_COLUMN = 820


class SettingsPage(Page):
    """``protection_changed`` when a passphrase was set; ``toasted`` as every page."""

    key = "settings"
    icon_name = "settings"
    protection_changed = Signal()

    def __init__(self, workspace: Workspace, folder: DataFolder, look: Look, preferences: Preferences) -> None:
        super().__init__()
        self._workspace = workspace
        self.company = CompanySection(workspace)
        self.closures = ClosuresSection(workspace)
        self.absences = AbsencesSection(workspace)
        self.protection = ProtectionSection(folder)
        self.display = DisplaySection(look, preferences, Autostart(own_command(folder.paths)))
        self.data = DataSection(workspace, folder)
        self.about = AboutSection()
        sections: list[tuple[str, str, str, QWidget]] = [
            ("company", _("Company"), "building-2", self.company),
            ("closures", _("Closures"), "calendar", self.closures),
            ("absences", _("Absences"), "sun", self.absences),
            ("protection", _("Protection"), "shield", self.protection),
            ("display", _("Display"), "sun-moon", self.display),
            ("data", _("Data"), "save", self.data),
            ("about", pgettext("settings", "About"), "info", self.about),
        ]
        self.buttons: dict[str, SectionButton] = {}
        self._stack = QStackedWidget()
        self._list = QWidget()
        names = QVBoxLayout(self._list)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(4)
        for key, words, icon, section in sections:
            button = SectionButton(words, icon)
            button.clicked.connect(lambda _checked=False, key=key: self.show_section(key))
            names.addWidget(button)
            self.buttons[key] = button
            self._stack.addWidget(_scrolled(section))
        names.addStretch(1)
        self._list.setFixedWidth(190)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 18, 22, 0)
        row.setSpacing(18)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self.protection.changed.connect(self.protection_changed)
        self.company.toasted.connect(self.toasted)
        self.closures.toasted.connect(self.toasted)
        self.absences.toasted.connect(self.toasted)
        self.data.toasted.connect(self.toasted)
        self.data.folder_requested.connect(open_folder)
        self.show_section("company")

    def title(self) -> str:
        return _("Settings")

    def subtitle(self) -> str:
        return _("Everything is saved as you type")

    def commands(self) -> list[Action]:
        return undo_actions(self.key, self.absences.stack)

    def panes(self) -> list[QWidget]:
        return [self._list, self._stack]

    @property
    def section(self) -> str:
        """The key of the section on screen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def show_section(self, key: str) -> None:
        """Go to a section, by its key: ``company``, ``closures``, ``absences``…"""
        flush_all(self)
        in_list = any(button.hasFocus() for button in self.buttons.values())
        for place, (name, button) in enumerate(self.buttons.items()):
            button.setChecked(name == key)
            if name == key:
                self._stack.setCurrentIndex(place)
                if in_list:
                    button.setFocus()
        if key == "data":
            self.data.show_data()

    def back_up(self) -> None:
        """Make a backup now."""
        self.data.back_up()

    def refresh(self, touched: frozenset[type]) -> None:
        if not touched or Company in touched:
            company = self._workspace.ask(settings.company)
            self.company.show_company(company)
            self.closures.show_company(company)
        if not touched or touched & {Absence, FollowUp}:
            self.absences.show_absences()
        if not touched or Prospect in touched:
            self.data.show_data()
        if not touched:
            self.protection.show_state()

    def arrive(self) -> None:
        self.buttons[self.section].setFocus()

    def leave(self) -> None:
        flush_all(self)


def _scrolled(section: QWidget) -> QScrollArea:
    """A section at the width that reads well, whatever the window's."""
    ground = QWidget()
    ground.setProperty("clear", True)
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 8, 18)
    section.setMaximumWidth(_COLUMN)
    column.addWidget(section)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(ground)
    return area
