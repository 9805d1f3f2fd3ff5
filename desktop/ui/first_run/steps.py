"""What the first run asks: language, company, passphrase, examples. Everything but the language may be skipped."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from desktop.i18n import LANGUAGES, _, current
from desktop.services.settings import mistake
from desktop.ui.calm_window import Sheet
from desktop.ui.passphrase import PassphraseForm, RecoveryCode, Strength, Weakness
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}
STEPS = 4


class Step(Sheet):
    """One step: its number is said above its title."""

    def __init__(self, number: int, title: str, sentence: str) -> None:
        super().__init__(title, sentence)
        progress = _("Step {number} of {count}").format(number=number, count=STEPS)
        self.progress = PlainLabel(progress, "accent")
        self.body.insertWidget(0, self.progress)


class LanguageStep(Step):
    """``switched`` as soon as a language is chosen, so that the step itself is read in it; ``done`` to go on."""

    switched = Signal(str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__(
            1,
            _("Welcome"),
            _(
                "Boussole runs your discovery calls and turns the prospect’s own words into a proposal. "
                "Everything stays on this computer."
            ),
        )
        names = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self.choice = SegmentedControl(_("Language"), names, current().code, large=True)
        self.choice.chosen.connect(self._choose)
        self.content.addWidget(self.choice)
        self.next_button = Button(_("Continue"), "primary", keycap="Return")
        self.next_button.clicked.connect(self.done)
        self.add_button(self.next_button, primary=True)

    def _choose(self, code: str) -> None:
        if code != current().code:
            self.switched.emit(code)


def company_fields() -> dict[str, tuple[str, str]]:
    """The columns asked first, in order: label and hint. The settings have them all."""
    return {
        "name": (_("Company"), ""),
        "representative": (_("Your name"), _("Who signs the proposals")),
        "address": (_("Address"), ""),
        "postcode_city": (_("Postcode and city"), ""),
        "email": (_("E-mail"), ""),
        "phone": (_("Phone"), ""),
        "siret": (_("SIRET"), _("14 digits")),
        "vat_number": (_("VAT number"), ""),
    }


class CompanyStep(Step):
    """``done`` carries the columns that were filled in; none when the step was skipped."""

    done = Signal(object)

    def __init__(self, filled: Mapping[str, str]) -> None:
        super().__init__(2, _("Your company"), _("It signs your proposals. You can fill it in later, in Settings."))
        self.fields: dict[str, Field] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for place, (name, (label, hint)) in enumerate(company_fields().items()):
            line = QLineEdit(filled.get(name, ""))
            self.fields[name] = Field(label, line, hint)
            grid.addWidget(self.fields[name], place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            line.editingFinished.connect(lambda name=name: self._check(name))
        self.content.addLayout(grid)
        self.skip_button = Button(_("Later"), "quiet")
        self.skip_button.clicked.connect(lambda: self.done.emit({}))
        self.add_button(self.skip_button, left=True)
        self.next_button = Button(_("Continue"), "primary", keycap="Return")
        self.next_button.clicked.connect(self._finish)
        self.add_button(self.next_button, primary=True)

    def _text(self, name: str) -> str:
        editor = self.fields[name].editor
        assert isinstance(editor, QLineEdit)
        return editor.text().strip()

    def _check(self, name: str) -> bool:
        wrong = mistake(name, self._text(name))
        self.fields[name].set_error(wrong)
        return not wrong

    def _finish(self) -> None:
        wrong = [name for name in self.fields if not self._check(name)]
        if wrong:
            self.fields[wrong[0]].editor.setFocus()
            return
        self.done.emit({name: self._text(name) for name in self.fields if self._text(name)})


class PassphraseStep(Step):
    """``chosen`` carries the passphrase; "" means later."""

    chosen = Signal(str)

    def __init__(self, weakness: Weakness, strength: Strength) -> None:
        super().__init__(
            3,
            _("Protect your customers"),
            _(
                "If this laptop is stolen, this passphrase is what keeps your prospects’ data closed. "
                "The data are encrypted on this computer only: nobody can send you a lost passphrase."
            ),
        )
        self.form = PassphraseForm(weakness, strength)
        self.content.addWidget(self.form)
        self.later_button = Button(_("Later"), "quiet")
        self.later_button.clicked.connect(lambda: self.chosen.emit(""))
        self.add_button(self.later_button, left=True)
        self.next_button = Button(_("Protect"), "primary", keycap="Return")
        self.next_button.clicked.connect(self._choose)
        self.add_button(self.next_button, primary=True)

    def _choose(self) -> None:
        passphrase = self.form.passphrase()
        if passphrase is not None:
            self.form.clear()
            self.chosen.emit(passphrase)


class RecoveryStep(Step):
    """The code that opens the data when the passphrase is forgotten; ``done`` once the rep says they have it."""

    done = Signal()

    def __init__(self, code: str) -> None:
        super().__init__(
            3,
            _("Your recovery code"),
            _(
                "It opens your data if you forget the passphrase. It is shown only now: print it, or copy it somewhere "
                "safe. Without the one or the other, the data are lost."
            ),
        )
        self.recovery = RecoveryCode(code)
        self.content.addWidget(self.recovery)
        self.next_button = Button(_("I have noted the code"), "primary", keycap="Return")
        self.next_button.clicked.connect(self.done)
        self.add_button(self.next_button, primary=True)


class ExamplesStep(Step):
    """``done`` carries whether to begin with three example prospects."""

    done = Signal(bool)

    def __init__(self) -> None:
        super().__init__(
            4,
            _("Ready"),
            _(
                "Three example prospects show a whole week of work. They are marked as examples, and one click in "
                "Settings removes them."
            ),
        )
        self.empty_button = Button(_("Start empty"))
        self.empty_button.clicked.connect(lambda: self.done.emit(False))
        self.add_button(self.empty_button)
        self.examples_button = Button(_("Try with three example prospects"), "primary", keycap="Return")
        self.examples_button.clicked.connect(lambda: self.done.emit(True))
        self.add_button(self.examples_button, primary=True)
