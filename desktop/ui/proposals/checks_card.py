"""The card "Checks before sending": what forbids the export first, then what deserves a second look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_checks import Check, blocks_first, length_checks
from desktop.services.proposal_documents import PRICED
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.proposals.document_words import document_words
from desktop.ui.proposals.preview import Available
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel, Sign


class ChecksCard(Card):
    """``wanted`` carries the ``where`` of a check that the rep wants to mend.

    ``instead`` carries the document without a price that they would rather hand over where the matrix allows none:
    ``DocumentKind.PROPOSAL`` is the pre-proposal. ``available`` says which documents have something to say.
    """

    wanted = Signal(str)
    instead = Signal(object)

    def __init__(self, available: Available) -> None:
        super().__init__(_("Checks before sending"), spacing=6)
        self._available = available
        self._checks: tuple[Check, ...] | None = None
        self._of_sheet: tuple[Check, ...] = ()
        self._unpriced: tuple[DocumentKind, ...] = ()
        self._shown_unpriced: tuple[DocumentKind, ...] = ()
        self._pages: int | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what is to mend."""
        self._of_sheet = sheet.checks
        others = (kind for kind in self._available(sheet.content) if kind not in PRICED)
        self._unpriced = (DocumentKind.PROPOSAL, *others)
        self._show()

    def show_pages(self, pages: int | None) -> None:
        """Say whether so many pages are too many; ``None`` while that is not known."""
        self._pages = pages
        self._show()

    def _show(self) -> None:
        found = blocks_first([*self._of_sheet, *(length_checks(self._pages) if self._pages is not None else ())])
        if (found, self._unpriced) == (self._checks, self._shown_unpriced):
            return
        self._checks, self._shown_unpriced = found, self._unpriced
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for check in found:
            self._list.addWidget(self._row(check))
        if not found:
            self._list.addWidget(_line("circle-check", "ok", _("Nothing to report.")))

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return [check.text for check in self._checks or ()]

    def _row(self, check: Check) -> QWidget:
        blocks, price = check.level == "block", check.where == "contract"
        go = Button(_("Say why") if price else _("Show"), "quiet", small=True)
        go.setAccessibleName(_("Show: {sentence}").format(sentence=check.text))
        go.clicked.connect(lambda: self.wanted.emit(check.where))
        ways = self._ways_without_a_price() if price else ()
        return _line(
            "circle-alert" if blocks else "triangle-alert", "danger" if blocks else "warn", check.text, go, ways
        )

    def _ways_without_a_price(self) -> list[Button]:
        ways = []
        for kind in self._unpriced:
            way = Button(document_words(kind, priced=False), "secondary", small=True)
            way.clicked.connect(lambda _checked=False, kind=kind: self.instead.emit(kind))
            ways.append(way)
        return ways


def _line(icon: str, tone: str, words: str, go: Button | None = None, ways: Sequence[Button] = ()) -> QWidget:
    """A sentence with what leads to it, and under it the ``ways`` out of it."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(Sign(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
    says = QVBoxLayout()
    says.setSpacing(6)
    says.addWidget(PlainLabel(words, "body", wrap=True))
    if ways:
        flow = FlowLayout()
        for way in ways:
            flow.addWidget(way)
        says.addLayout(flow)
    layout.addLayout(says, 1)
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
