"""The seller, as it stands on every document: one column a field, each saved by itself."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.settings import Company
from desktop.services import settings
from desktop.ui.autosave import AutoSave
from desktop.ui.settings.logo import LogoRow
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace

_LONG = ("insurance", "payment_terms", "late_penalty")
_NUMBERS = ("deposit_percent", "validity_days")


def company_labels() -> dict[str, tuple[str, str]]:
    """Every column of the company that a rep writes, in order: label and hint."""
    return {
        "name": (_("Company"), ""),
        "representative": (_("Your name"), _("Who signs the proposals")),
        "legal_form": (_("Legal form"), _("SARL, SAS, sole trader…")),
        "capital": (_("Share capital"), ""),
        "address": (_("Address"), ""),
        "postcode_city": (_("Postcode and city"), ""),
        "email": (_("E-mail"), ""),
        "phone": (_("Phone"), ""),
        "siret": (_("SIRET"), _("14 digits")),
        "rcs": (_("Trade register"), _("RCS and city, or craft register")),
        "vat_number": (_("VAT number"), ""),
        "accent": (_("Colour of the documents"), _("Six hexadecimal digits, such as #0F6E6E")),
        "deposit_percent": (_("Deposit, in percent"), ""),
        "validity_days": (_("Validity of a proposal, in days"), ""),
        "payment_terms": (_("Payment terms"), _("Printed on every proposal")),
        "late_penalty": (_("Late payment penalties"), _("The law asks for their rate")),
        "insurance": (_("Professional insurance"), _("Insurer and area covered, for trades that must say it")),
    }


class CompanySection(Card):
    """The seller, column by column; what is wrong is said under its field and is not saved.

    ``toasted`` says what was done, with its undo.
    """

    toasted = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Company"), margins=(22, 18, 22, 20), spacing=12)
        self._workspace = workspace
        self.fields: dict[str, Field] = {}
        self._saves: dict[str, AutoSave] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for name, (label, hint) in company_labels().items():
            wide = name in _LONG
            if wide and column:
                row, column = row + 1, 0
            grid.addWidget(self._field(name, label, hint), row, column, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
            column = 0 if wide else 1 - column
            row += 1 if column == 0 else 0
        self.vat_exempt = QCheckBox(_("VAT does not apply (art. 293 B of the French tax code)"))
        self.vat_exempt.setAccessibleName(self.vat_exempt.text())
        self.vat_exempt.clicked.connect(self._save_exemption)
        grid.addWidget(self.vat_exempt, row + 1, 0, 1, 2)
        self.body.addLayout(grid)
        self.logo = LogoRow(workspace)
        self.logo.toasted.connect(self.toasted)
        self.body.addWidget(self.logo)

    def show_company(self, company: Company | None) -> None:
        """Show what is on the disk, leaving alone the field that is being typed in."""
        for name, save in self._saves.items():
            value = getattr(company, name) if company is not None else settings.default(name)
            save.show(_shown(value))
        self.vat_exempt.setChecked(company is not None and company.vat_exempt)
        self.logo.show_logo(self._workspace.ask(settings.logo))

    def _field(self, name: str, label: str, hint: str) -> Field:
        editor: QLineEdit | QPlainTextEdit = QPlainTextEdit() if name in _LONG else QLineEdit()
        if isinstance(editor, QPlainTextEdit):
            editor.setFixedHeight(64)
        field = Field(label, editor, hint)
        self.fields[name] = field
        self._saves[name] = AutoSave(editor, lambda text: self._save(name, text), field.set_error)
        return field

    def _save(self, name: str, text: str) -> None:
        wrong = settings.mistake(name, text)
        if wrong:
            raise UserError(wrong)
        if name in _NUMBERS:
            value: object = settings.number(name, text) if text.strip() else settings.default(name)
        else:
            value = text.strip()
        self._workspace.do(settings.save_company, now=self._workspace.clock.now(), **{name: value})
        self.fields[name].set_error("")

    def _save_exemption(self, exempt: bool) -> None:
        try:
            self._workspace.do(settings.save_company, now=self._workspace.clock.now(), vat_exempt=exempt)
        except UserError:
            # The status bar says why; the box goes on saying what is on the disk.
            self.vat_exempt.setChecked(not exempt)


def _shown(value: object) -> str:
    """Text as it is, a number as the language writes it."""
    return current().number(value) if isinstance(value, Decimal | int) else str(value)
