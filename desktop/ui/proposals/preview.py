"""The pages that will be handed over, drawn again beside the editor each time the typing pauses."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent
from desktop.ui import theme
from desktop.ui.jobs import raise_unless_user_error
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_bars import PreviewFoot, PreviewHead
from desktop.ui.proposals.preview_blocks import Keys, blocks_of, words_behind
from desktop.ui.proposals.preview_drawer import Drawer, Drawn, Render, Wanted
from desktop.ui.proposals.preview_layout import Fit
from desktop.ui.proposals.preview_pages import PagesView
from desktop.ui.proposals.preview_search import SearchBar
from desktop.ui.proposals.preview_strip import PageStrip

_WIDE = 560
"""Pixels from which the pages in small stand beside the pages unless they are asked away."""
_SLOW_MS = 400
"""When pages that are no longer true say so."""
_NO_KEYS = Keys()
Available = Callable[[ProposalContent], Sequence[DocumentKind]]


class Preview(QWidget):
    """The documents of a proposal as they stand; late results are dropped.

    ``drawn`` carries the bytes shown, ``block_clicked`` the block of the composer that was clicked (as ``Check.where``
    names it), ``words_wanted`` the block whose words are wanted (as ``proposal_trace`` does). ``stop`` before the
    program ends.
    """

    drawn = Signal(object)
    block_clicked = Signal(str)
    words_wanted = Signal(str)

    def __init__(self, render: Render, available: Available, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._available = available
        self._shown: Drawn | None = None
        self._keys = Keys()
        self._pdf: OpenPdf | None = None
        self.kind = DocumentKind.PROPOSAL
        self._strip_chosen: bool | None = None
        self.drawer = Drawer(render, self)
        self.drawer.drawn.connect(self._show)
        self.drawer.failed.connect(self._show_failure)
        self._late = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._late.timeout.connect(lambda: self.foot.label.setText(_("Drawing the pages…")))
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_nothing()

    def _make_parts(self) -> None:
        self.head = PreviewHead()
        self.search = SearchBar()
        self.strip = PageStrip()
        self.view = PagesView()
        self.foot = PreviewFoot()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.strip)
        middle.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.search)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.chosen.connect(self.choose)
        self.head.strip_button.clicked.connect(self.toggle_strip)
        self.head.find_button.clicked.connect(self.look_for_words)
        self.search.found.connect(lambda: self.view.show_hits(self.search.hits, self.search.current))
        self.search.moved.connect(self._reveal)
        self.search.closed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.strip.chosen.connect(self.go_to)
        self.view.page_changed.connect(self._show_place)
        self.view.zoomed.connect(lambda: self.foot.show_zoom(self.view.zoom, self.view.percent))
        self.view.block_clicked.connect(self.block_clicked)
        self.view.words_wanted.connect(lambda where: self.words_wanted.emit(words_behind(where)))
        self.foot.stepped.connect(lambda step: self.go_to(self.page + step))
        self.foot.zoom_stepped.connect(self.view.step_zoom)
        self.foot.zoomed.connect(self.view.set_zoom)

    # What is shown

    @property
    def pages(self) -> int:
        """How many pages are shown; 0 before the first drawing."""
        return self._pdf.pages if self._pdf else 0

    @property
    def page(self) -> int:
        """The page that shows most, from 0."""
        return self.view.page

    @property
    def is_current(self) -> bool:
        """Whether the pages on the screen are those of the last content wanted."""
        return self.drawer.wanted is not None and self._shown is not None and self._shown.wanted == self.drawer.wanted

    @property
    def proposal_pages(self) -> int | None:
        """How many pages the full proposal has, when it is what is shown and it is true."""
        return self.pages if self.is_current and self.kind is DocumentKind.PROPOSAL else None

    def want(self, content: ProposalContent, keys: Keys = _NO_KEYS) -> None:
        """Draw ``content``, whose needs and options the composer knows by ``keys``."""
        self._keys = keys
        kinds = self._available(content)
        if self.kind not in kinds:
            self.kind = DocumentKind.PROPOSAL
        self.head.show_kinds(kinds, self.kind, priced=content.contractual)
        wanted = Wanted(content, self.kind)
        if self._shown is not None and not _same_document(self._shown.wanted, wanted):
            self._show_nothing()
        if self.is_current and self._shown is not None and wanted == self._shown.wanted:
            self._name_blocks(self._shown)
            return
        self.drawer.want(wanted)
        if not self.is_current:
            self._late.start()

    def choose(self, kind: DocumentKind) -> None:
        """Show another document of the proposal."""
        wanted = self.drawer.wanted
        self.kind = kind
        if wanted is not None:
            self.want(wanted.content, self._keys)

    def finished(self, content: ProposalContent, kind: DocumentKind = DocumentKind.PROPOSAL) -> bytes:
        """The bytes of a document now: those on the screen when they are of this very content."""
        wanted = Wanted(content, kind)
        if self._shown is not None and self._shown.wanted == wanted:
            return self._shown.document.data
        return self.drawer.now(wanted)

    def stop(self) -> None:
        """Wait for the thread and let go of the document."""
        self._late.stop()
        self.drawer.stop()
        self._show_nothing()
        self._late.stop()

    # What a rep does here

    def go_to(self, page: int) -> None:
        """Bring another page, from 0, into view."""
        self.view.go_to(page)

    def look_for_words(self) -> None:
        """Look for words in the document."""
        self.search.open()

    def show_length(self) -> None:
        """All the pages of the proposal in small, to see what could go."""
        self.choose(DocumentKind.PROPOSAL)
        self._strip_chosen = True
        self._show_strip()
        self.strip.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_strip(self) -> None:
        """Show the pages in small, or no longer."""
        self._strip_chosen = self.strip.isHidden()
        self._show_strip()

    def step_zoom(self, step: int) -> None:
        """Larger or smaller."""
        self.view.step_zoom(step)

    def fit_width(self) -> None:
        """As large as the width allows, as at the beginning."""
        self.view.set_zoom(Fit.WIDTH)

    # Inside

    def _show(self, drawn: Drawn) -> None:
        self._late.stop()
        former, self._pdf, self._shown = self._pdf, OpenPdf(drawn.document.data), drawn
        self.view.show_document(self._pdf, blocks_of(drawn.document.places, self._keys))
        self.strip.show_document(self._pdf, self.page)
        self.search.show_document(self._pdf)
        if former is not None:
            former.close()
        self._show_place()
        self._show_strip()
        self.foot.show_zoom(self.view.zoom, self.view.percent)
        self.drawn.emit(drawn.document.data)

    def _name_blocks(self, drawn: Drawn) -> None:
        self.view.show_blocks(blocks_of(drawn.document.places, self._keys))

    def _show_nothing(self) -> None:
        """Nothing rather than the pages of another document."""
        self.view.show_document(None)
        self.strip.show_document(None, 0)
        self.search.show_document(None)
        if self._pdf is not None:
            self._pdf.close()
        self._pdf, self._shown = None, None
        self.foot.show_page(0, 0)
        self.foot.label.setText(_("Drawing the pages…"))
        self._show_strip()

    def _show_failure(self, error: Exception) -> None:
        self._late.stop()
        # The pages of an older content would pass for those of this one.
        self._show_nothing()
        self.foot.label.setText(raise_unless_user_error(error))

    def _show_place(self, _page: int = 0) -> None:
        self.foot.show_page(self.page, self.pages)
        self.strip.show_page(self.page)

    def _show_strip(self) -> None:
        wanted = self.width() >= _WIDE if self._strip_chosen is None else self._strip_chosen
        self.strip.setVisible(wanted and self.pages > 1)
        self.head.strip_button.setChecked(not self.strip.isHidden())
        self.head.strip_button.setEnabled(self.pages > 1)

    def _reveal(self) -> None:
        if self.search.current is not None:
            self.view.reveal(self.search.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour("preview"))


def _same_document(one: Wanted, other: Wanted) -> bool:
    """Whether one takes the place of the other as it is written."""
    return one.kind is other.kind and one.content.number == other.content.number
