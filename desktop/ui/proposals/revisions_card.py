"""The card "Versions": what was handed over, when, what changed since, and the very files again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.models.proposals import DocumentKind, ProposalExport
from desktop.services.proposal_differences import differences
from desktop.services.proposal_exports import Revision, as_json, revisions
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.document_words import document_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import Divider, PlainLabel

_SHOWN = 3
"""Versions shown at first; the others are one click away."""
_SENTENCES = 5


class RevisionsCard(Card):
    """Hidden until something was handed over. ``opened`` and ``folder_wanted`` carry the key of an export."""

    opened = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Versions"), " ", spacing=10)
        self._desk = desk
        self._known: tuple[object, ...] | None = None
        self._all = False
        self._found: list[Revision] = []
        self.since: tuple[str, ...] = ()
        """What changed since the last version: sentences."""
        self.open_buttons: list[Button] = []
        self.folder_buttons: list[Button] = []
        self._since = QWidget()
        self._since_rows = QVBoxLayout(self._since)
        self._since_rows.setContentsMargins(0, 0, 0, 0)
        self._since_rows.setSpacing(2)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.more = Button(_earlier(0), "quiet")
        self.more.clicked.connect(self._show_all)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.body.addWidget(self._since)
        self.body.addLayout(self._rows)
        self.body.addLayout(foot)
        self.hide()

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what is on the disk. What was handed over is read again only when there is more of it."""
        known = (sheet.proposal.id, sheet.exported_revision, sheet.exported_at)
        if known != self._known:
            self._all = self._all and self._known is not None and self._known[0] == known[0]
            self._known = known
            self._found = self._desk.workspace.ask(revisions, sheet.proposal.id) if sheet.exported_at else []
            self._show_revisions()
        self.setVisible(bool(self._found))
        self._show_since(sheet)

    def _show_since(self, sheet: ProposalSheet) -> None:
        """What an export made now would change."""
        number = sheet.content.revision
        self.set_note(_("v{revision}").format(revision=number))
        fresh = bool(self._found) and number > self._found[0].number
        since = tuple(differences(self._found[0].content, as_json(sheet.content))) if fresh else ()
        if since == self.since:
            return
        self.since = since
        _empty(self._since_rows)
        if since:
            title = _("Changed since v{revision}, not handed over").format(revision=self._found[0].number)
            self._since_rows.addWidget(PlainLabel(title, "label"))
            _write(self._since_rows, since)
        self._since.setVisible(bool(since))

    def _show_revisions(self) -> None:
        _empty(self._rows)
        self.open_buttons, self.folder_buttons = [], []
        shown = self._found if self._all else self._found[:_SHOWN]
        for place, revision in enumerate(shown):
            if place:
                self._rows.addWidget(Divider())
            self._rows.addWidget(self._revision(revision))
        hidden = len(self._found) - len(shown)
        self.more.setVisible(hidden > 0)
        self.more.set_text(_earlier(hidden))

    def _show_all(self) -> None:
        self._all = True
        self._show_revisions()
        if len(self.open_buttons) > _SHOWN:
            self.open_buttons[_SHOWN].setFocus()

    def _revision(self, revision: Revision) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        day = current().date(revision.at.astimezone(self._desk.workspace.clock.zone).date())
        title = _("v{revision} · {date}").format(revision=revision.number, date=day)
        column.addWidget(PlainLabel(title, "strong", tabular=True))
        _write(column, revision.changes)
        for export in revision.documents:
            column.addWidget(self._document(export))
        return holder

    def _document(self, export: ProposalExport) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        priced = export.document is not DocumentKind.PROPOSAL or bool(export.content["contractual"])
        words = document_words(export.document, priced=priced)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(PlainLabel(words, "body", elide=True))
        names.addWidget(
            PlainLabel(_("SHA-256 {digest}").format(digest=export.sha256), "faint", elide=True, tabular=True)
        )
        row.addLayout(names, 1)
        whole = _("{document} v{revision}").format(document=words, revision=export.revision)
        for icon, text, signal, buttons in (
            ("external-link", _("Open: {document}"), self.opened, self.open_buttons),
            ("folder-open", _("Show in the folder: {document}"), self.folder_wanted, self.folder_buttons),
        ):
            button = Button("", "quiet", icon_name=icon, name=text.format(document=whole))
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(export.id))
            row.addWidget(button)
            buttons.append(button)
        return holder


def _earlier(count: int) -> str:
    return ngettext("Show {count} earlier version", "Show {count} earlier versions", count).format(count=count)


def _write(column: QVBoxLayout, sentences: Sequence[str]) -> None:
    for sentence in sentences[:_SENTENCES]:
        column.addWidget(PlainLabel(f"• {sentence}", "small", wrap=True))
    if (left := len(sentences) - _SENTENCES) > 0:
        words = ngettext("• and {count} other change", "• and {count} other changes", left).format(count=left)
        column.addWidget(PlainLabel(words, "small"))


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
