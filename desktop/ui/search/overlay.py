"""Ctrl+Shift+K: all that answers some words, by kind, with what stood around the one at hand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.services.found_context import context
from desktop.services.found_things import Found
from desktop.services.search import Results, search
from desktop.ui import icons, theme
from desktop.ui.jobs import Job, raise_unless_user_error
from desktop.ui.search.preview import Preview
from desktop.ui.search.rows import FoundList, More
from desktop.ui.widgets.found_words import Opened
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.overlay import Overlay
from desktop.ui.workspace import Workspace

_WIDTH = 1080
_PREVIEW_FROM = 720
"""Width of the panel, in pixels, from which there is room for what stands around."""
_AT_FIRST, _AT_REST, _MORE = 10, 30, 60
_REST_MS = 160
"""Without a key for so long, the whole file is looked through, away from the keys."""
_PAGE = 8


class SearchOverlay(Overlay):
    """``opened`` is called with what Enter chose, once the overlay is closed."""

    def __init__(self, parent: QWidget, workspace: Workspace, opened: Opened) -> None:
        super().__init__(parent, _("Search everything"), _WIDTH, top=0.07)
        self.setObjectName("search")
        self._workspace, self._opened = workspace, opened
        self._limit = _AT_REST
        self._results = Results((), None, ())
        self._job: Job | None = None
        self.line = _Line(self)
        self.line.setFont(theme.font("large"))
        self.line.textChanged.connect(lambda _text: self._typed())
        self.line.returnPressed.connect(self.open_current)
        self.list, self.preview = FoundList(), Preview(workspace.clock.zone)
        self.list.currentRowChanged.connect(lambda _row: self._show_context())
        self.list.itemClicked.connect(lambda _item: self.open_current())
        self.told = PlainLabel("", "small")
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look_further)
        self._lay_out()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(14, 9, 8, 9)
        head.addWidget(self.line, 1)
        head.addWidget(self.cross())
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(0, 4, 0, 4)
        left.addWidget(self.list)
        self._between = Divider(vertical=True)
        self._columns.addLayout(left, 6)
        self._columns.addWidget(self._between)
        self._columns.addWidget(self.preview, 5)
        foot.setContentsMargins(18, 8, 18, 10)
        foot.addWidget(self.told, 1)
        foot.addWidget(PlainLabel(_("↑ ↓ to browse · Enter to open · Esc to close"), "small"))
        self.content.addLayout(head)
        self.content.addWidget(Divider())
        self.content.addLayout(self._columns, 1)
        self.content.addWidget(Divider())
        self.content.addLayout(foot)

    def open_for(self, text: str) -> None:
        """Show what answers ``text``, ready for other words."""
        self.open()
        self.line.setText(text)
        self.line.selectAll()
        self._typed()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_current(self) -> None:
        """Go to the very place of the row at hand, or show more of its kind."""
        chosen = self.list.current()
        if isinstance(chosen, More):
            self._limit += _MORE
            self._look_further()
        elif chosen is not None:
            self.close_overlay()
            self._opened(chosen)

    def close_overlay(self) -> None:
        self._rest.stop()
        self._forget_job()
        super().close_overlay()

    def wanted_height(self) -> int:
        return max(420, round(self.height() * 0.82))

    def place(self) -> None:
        super().place()
        wide = self.panel.width() >= _PREVIEW_FROM
        self.preview.setVisible(wide)
        self._between.setVisible(wide)

    def _typed(self) -> None:
        self._limit = _AT_REST
        self._forget_job()
        now = self._workspace.clock.now()
        self._show(self._workspace.ask(search, self.line.text(), now=now, limit=_AT_FIRST, deep=False), whole=False)
        self._rest.start()

    def _look_further(self) -> None:
        """Through the whole file, in another thread: a common word takes a tenth of a second at a million sentences."""
        self._forget_job()
        typed, now, limit = self.line.text(), self._workspace.clock.now(), self._limit
        work: Callable[[], object] = partial(self._workspace.ask, search, typed, now=now, limit=limit)
        self._job = Job(work, self)
        self._job.done.connect(lambda results: self._show(results, whole=True))
        self._job.failed.connect(lambda error: self.told.setText(raise_unless_user_error(error)))
        self._job.start()

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.over.connect(self._job.deleteLater)
            self._job = None

    def _show(self, results: Results, *, whole: bool) -> None:
        self._results = results
        self.list.show_results(results, self._workspace.clock.zone)
        self._show_context()
        self.told.setText(self._said(whole))

    def _said(self, whole: bool) -> str:
        results = self._results
        if not self.line.text().strip():
            return _("Names, words said, notes, exchanges, proposals")
        if not results.groups:
            return _("Nothing has these words.") if whole else _("Looking further…")
        if results.span is None:
            return _("Latest first")
        first, last = (current().date(day) for day in results.span)
        if first == last:
            return _("Latest first, then those of {date}").format(date=first)
        return _("Latest first, then from {first} to {last}").format(first=first, last=last)

    def _show_context(self) -> None:
        chosen = self.list.current()
        found = chosen if isinstance(chosen, Found) else None
        if found is None or self.preview.isHidden():
            self.preview.show_nothing()
        else:
            self.preview.show_found(found, self._workspace.ask(context, found), self._results.words)


class _Line(QLineEdit):
    """The line; arrows and page keys belong to the list under it."""

    def __init__(self, overlay: SearchOverlay) -> None:
        super().__init__()
        self._overlay = overlay
        self.setProperty("bare", True)
        self.setPlaceholderText(_("A name, words they said, “quotation March”…"))
        self.setAccessibleName(_("Search everything"))
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._overlay.list.move_by(step)
            return
        super().keyPressEvent(event)
