"""How the window looks and speaks: the theme and the sizes at once, the language at the next start."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from desktop.errors import UserError
from desktop.i18n import LANGUAGES, _, current, pgettext
from desktop.settings import Preferences
from desktop.ui.actions import Action
from desktop.ui.autostart import Autostart
from desktop.ui.theme import Look, metrics
from desktop.ui.tray import Tray
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.labels import PlainLabel

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}


class DisplaySection(Card):
    """Theme and touch, at once; language, at the next start."""

    def __init__(self, look: Look, preferences: Preferences, autostart: Autostart) -> None:
        super().__init__(_("Display"), margins=(22, 18, 22, 20), spacing=12)
        self._look = look
        self._preferences = preferences
        self._autostart = autostart
        themes = [
            ("system", _("Like the system")),
            ("light", pgettext("theme", "Light")),
            ("dark", pgettext("theme", "Dark")),
        ]
        self.theme = SegmentedControl(_("Theme"), themes, look.choice)
        self.theme.chosen.connect(self._choose_theme)
        touches = [("auto", _("Automatic")), ("on", pgettext("touch", "Yes")), ("off", pgettext("touch", "No"))]
        self.touch = SegmentedControl(_("Touch"), touches, look.touch_choice)
        self.touch.chosen.connect(self.choose_touch)
        self.touch_note = PlainLabel(
            _("Everything is large enough for a finger. Automatic: when this machine is used as a tablet."),
            "small",
            wrap=True,
        )
        languages = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self.language = SegmentedControl(_("Language"), languages, preferences.current.language or current().code)
        self.language.chosen.connect(self._choose_language)
        self.note = PlainLabel("", "small", wrap=True)
        self._add(_("Theme"), self.theme)
        self._add(_("Touch"), self.touch)
        self.body.addWidget(self.touch_note)
        self._add(_("Language"), self.language)
        self.body.addWidget(self.note)
        self.start = SegmentedControl(
            _("Start with the system"),
            [("on", pgettext("touch", "Yes")), ("off", pgettext("touch", "No"))],
            self._starts(),
        )
        self.start.chosen.connect(self.choose_start)
        self.start_note = PlainLabel("", "small", wrap=True)
        self._add(_("Start with the system"), self.start)
        self.body.addWidget(self.start_note)
        self._say_start()
        self._say_when()

    def _add(self, label: str, control: SegmentedControl) -> None:
        self.body.addWidget(PlainLabel(label, "label"))
        row = QHBoxLayout()
        row.addWidget(control)
        row.addStretch(1)
        self.body.addLayout(row)

    def choose_touch(self, choice: str) -> None:
        """``auto``, ``on`` or ``off``, now and from now on."""
        self._look.choose_touch(choice)
        self._preferences.change(touch=choice)
        self.touch.set_value(choice)

    def choose_start(self, choice: str) -> None:
        """``on``: started hidden with the session, and left beside the clock when the window is closed; or ``off``."""
        try:
            if choice == "on":
                self._autostart.enable()
            else:
                self._autostart.disable()
        except UserError as error:
            self.start.set_value(self._starts())
            self._say_start(str(error))
            return
        self._preferences.change(starts_with_system=choice == "on")
        self.start.set_value(choice)
        self._say_start()

    def _starts(self) -> str:
        return "on" if self._preferences.current.starts_with_system and self._autostart.enabled else "off"

    def _say_start(self, trouble: str = "") -> None:
        usual = _("Boussole starts hidden beside the clock and reminds you; closing its window leaves it there.")
        if not Tray.available():
            usual = _("Boussole starts with your session and reminds you. This desktop has no place beside the clock.")
        self.start_note.set_kind("danger" if trouble else "small")
        self.start_note.setText(trouble or usual)

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


def touch_action(choose: Callable[[str], None]) -> Action:
    """For the palette: the sizes of a finger, or back to those of a mouse. ``choose`` is given ``on`` or ``off``."""
    return Action(
        "shell.touch",
        lambda: _("Mouse mode") if metrics().touch else _("Touch mode"),
        lambda: choose("off" if metrics().touch else "on"),
        icon="hand",
        synonyms=(_("tablet"), _("finger"), _("larger buttons")),
    )
