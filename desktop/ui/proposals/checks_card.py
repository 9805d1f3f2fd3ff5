"""The card "Checks before sending": what forbids the export first, then what deserves a second look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.services.proposal_checks import Check
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel, Sign

_ON_THIS_PAGE = ("need:", "option:", "validity", "options", "contract")


class ChecksCard(Card):
    """``wanted`` carries the ``where`` of a check that the rep wants to mend."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Checks before sending"), " ", spacing=6)
        self._checks: tuple[Check, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what is to mend."""
        echo = sheet.echo
        self.set_note(
            _("{backed} blocks of {total} come from their words").format(backed=echo.backed, total=echo.blocks)
            if echo.blocks
            else ""
        )
        if sheet.checks == self._checks:
            return
        self._checks = sheet.checks
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for check in sheet.checks:
            self._list.addWidget(self._row(check))
        if not sheet.checks:
            self._list.addWidget(_line("circle-check", "ok", _("Everything is in order.")))

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return [check.text for check in self._checks or ()]

    def _row(self, check: Check) -> QWidget:
        blocks = check.level == "block"
        go = None
        if check.where.startswith(_ON_THIS_PAGE):
            go = Button(_("Show"), "quiet", small=True)
            go.setAccessibleName(_("Show: {sentence}").format(sentence=check.text))
            go.clicked.connect(lambda: self.wanted.emit(check.where))
        return _line("circle-alert" if blocks else "triangle-alert", "danger" if blocks else "warn", check.text, go)


def _line(icon: str, tone: str, words: str, go: Button | None = None) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(Sign(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(PlainLabel(words, "body", wrap=True), 1)
    if go is not None:
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
    return row


def blocking(sheet: ProposalSheet) -> str:
    """Why the export is refused, in one text."""
    sentences = [check.text for check in sheet.checks if check.level == "block"]
    title = ngettext("One thing forbids the export:", "{count} things forbid the export:", len(sentences)).format(
        count=len(sentences)
    )
    return "\n".join([title, *(f"• {sentence}" for sentence in sentences)])
