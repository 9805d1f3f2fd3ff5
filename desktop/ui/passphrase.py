"""Choosing a passphrase, and the recovery code that goes with it: asked at first run and in the settings."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.ui.toasts import Banner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel

Weakness = Callable[[str], str]
Strength = Callable[[str], int]


def secret_line() -> QLineEdit:
    """A line whose text is hidden, with no spelling help that would keep it."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


class PassphraseForm(QWidget):
    """A passphrase typed twice, and how strong it is as it is typed."""

    changed = Signal()

    def __init__(self, weakness: Weakness, strength: Strength) -> None:
        super().__init__()
        self._weakness = weakness
        self._strength = strength
        self.first = Field(_("Passphrase"), secret_line(), _("At least 12 characters, or four words."))
        self.again = Field(_("Same passphrase again"), secret_line())
        self._line = PlainLabel("", "small")
        self.show_text = Button(_("Show"), "quiet", icon_name="eye")
        self.show_text.setCheckable(True)
        self.show_text.toggled.connect(self._show_text)
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(self.show_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.first)
        column.addLayout(row)
        column.addWidget(self.again)
        for field in (self.first, self.again):
            _line_of(field).textChanged.connect(self._typed)
        self._typed()

    @property
    def strength_text(self) -> str:
        return self._line.text()

    def passphrase(self) -> str | None:
        """What was chosen; ``None``, with the reason under its field, when it will not do."""
        text = _line_of(self.first).text()
        weakness = self._weakness(text)
        self.first.set_error(weakness)
        different = not weakness and text != _line_of(self.again).text()
        self.again.set_error(_("The two passphrases are not the same.") if different else "")
        if weakness or different:
            _line_of(self.first if weakness else self.again).setFocus()
            return None
        return text

    def clear(self) -> None:
        """Keep nothing of what was typed."""
        for field in (self.first, self.again):
            _line_of(field).clear()
            field.set_error("")

    def _typed(self) -> None:
        words = {
            0: ("", "small"),
            1: (_("Too weak for now"), "warn"),
            2: (_("Sufficient"), "ok"),
            3: (_("Strong"), "ok"),
        }
        text, kind = words[self._strength(_line_of(self.first).text())]
        self._line.setText(text)
        self._line.set_kind("warn" if kind == "warn" else "ok" if kind == "ok" else "small")
        for field in (self.first, self.again):
            if field.error:
                field.set_error("")
        self.changed.emit()

    def _show_text(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.again):
            _line_of(field).setEchoMode(mode)
        self.show_text.set_text(_("Hide") if shown else _("Show"))


def _line_of(field: Field) -> QLineEdit:
    assert isinstance(field.editor, QLineEdit)
    return field.editor


def choose_pdf(parent: QWidget) -> Path | None:
    """Ask where the recovery sheet goes."""
    name, _filter = QFileDialog.getSaveFileName(
        parent, _("Save the recovery sheet"), _("Boussole recovery code") + ".pdf", "PDF (*.pdf)"
    )
    return Path(name) if name else None


class RecoveryCode(QWidget):
    """The code, large, and the ways to keep it: shown once, written nowhere by the program itself."""

    def __init__(self, code: str, choose: Callable[[QWidget], Path | None] = choose_pdf) -> None:
        super().__init__()
        self._code = code
        self._choose = choose
        self._told = Banner()
        shown = PlainLabel(code, "title", tabular=True, wrap=True)
        shown.setAccessibleName(_("Recovery code") + " " + code)
        ground = Card(tone="accent_soft", margins=(16, 16, 16, 16))
        ground.body.addWidget(shown)
        self.copy_button = Button(_("Copy"), icon_name="copy")
        self.copy_button.clicked.connect(self._copy)
        self.save_button = Button(_("Save the PDF"), icon_name="download")
        self.save_button.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.copy_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(ground)
        column.addLayout(row)
        column.addWidget(self._told)

    @property
    def code(self) -> str:
        return self._code

    @property
    def told(self) -> str:
        """What became of the last copy or save."""
        return self._told.text

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._code)
        self._told.show_notice(_("Copied. Paste it into a password manager, not into an e-mail."))

    def _save(self) -> None:
        target = self._choose(self)
        if target is None:
            return
        # Drawing documents is only loaded by those who draw one.
        from desktop.documents.recovery_sheet import render_recovery

        try:
            target.write_bytes(render_recovery(self._code, current().code))
        except OSError:
            self._told.show_error(_("This file cannot be written there. Choose another folder."))
            return
        self._told.show_notice(_("Saved. Print it and keep it away from this computer."))
