"""How the window looks and speaks: the theme at once, the language at the next start."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import LANGUAGES, _, current, pgettext
from desktop.settings import Preferences
from desktop.ui.theme import Look
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.labels import PlainLabel

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}


class DisplaySection(Card):
    """Theme, at once; language, at the next start."""

    def __init__(self, look: Look, preferences: Preferences) -> None:
        super().__init__(_("Display"), margins=(22, 18, 22, 20), spacing=12)
        self._look = look
        self._preferences = preferences
        themes = [
            ("system", _("Like the system")),
            ("light", pgettext("theme", "Light")),
            ("dark", pgettext("theme", "Dark")),
        ]
        self.theme = SegmentedControl(_("Theme"), themes, look.choice)
        self.theme.chosen.connect(self._choose_theme)
        languages = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self.language = SegmentedControl(_("Language"), languages, preferences.current.language or current().code)
        self.language.chosen.connect(self._choose_language)
        self.note = PlainLabel("", "small", wrap=True)
        for label, control in ((_("Theme"), self.theme), (_("Language"), self.language)):
            self.body.addWidget(PlainLabel(label, "label"))
            row = QHBoxLayout()
            row.addWidget(control)
            row.addStretch(1)
            self.body.addLayout(row)
        self.body.addWidget(self.note)
        self._say_when()

    def _choose_theme(self, choice: str) -> None:
        self._look.choose(choice)
        self._preferences.change(theme=choice)

    def _choose_language(self, code: str) -> None:
        self._preferences.change(language=code)
        self._say_when()

    def _say_when(self) -> None:
        waiting = self._preferences.current.language not in ("", current().code)
        self.note.setText(_("The language changes at the next start of Boussole.") if waiting else "")
        self.note.setVisible(waiting)
