"""What stands above and below the pages: which document, which page, how large."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.i18n import _, current
from desktop.models.proposals import DocumentKind
from desktop.ui import theme
from desktop.ui.proposals.document_words import document_words
from desktop.ui.proposals.preview_layout import STEPS, Fit, Zoom
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel

_CHOICES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
assert set(_CHOICES) <= set(STEPS)


class PreviewHead(QWidget):
    """The document shown, the pages in small, the search. ``chosen`` carries a ``DocumentKind``."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip_button = Button("", "quiet", icon_name="panel-left", name=_("Pages in small"), small=True)
        self.strip_button.setCheckable(True)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(_("Document shown"))
        self.kinds.view().setAccessibleName(_("Document shown"))
        self.kinds.setFont(theme.font())
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kinds.setMinimumContentsLength(8)
        self.kinds.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kinds.setMaximumWidth(280)
        self.find_button = Button("", "quiet", icon_name="search", name=_("Look for words in the document"), small=True)
        self.kinds.activated.connect(lambda _place: self.chosen.emit(DocumentKind(self.kinds.currentData())))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.strip_button)
        row.addStretch(1)
        row.addWidget(self.kinds, 12)
        row.addStretch(1)
        row.addWidget(self.find_button)

    def show_kinds(self, kinds: Sequence[DocumentKind], shown: DocumentKind, *, priced: bool = True) -> None:
        """Offer these documents, of a proposal or of a pre-proposal."""
        offered = [(document_words(kind, priced=priced), kind.value) for kind in kinds]
        if offered != [(self.kinds.itemText(place), self.kinds.itemData(place)) for place in range(self.kinds.count())]:
            self.kinds.clear()
            for words, value in offered:
                self.kinds.addItem(words, value)
        self.kinds.setCurrentIndex(list(kinds).index(shown))


class PreviewFoot(QWidget):
    """The page at hand and the size. ``stepped`` carries -1 or 1, ``zoomed`` a zoom that was chosen."""

    stepped = Signal(int)
    zoom_stepped = Signal(int)
    zoomed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous = Button("", "quiet", icon_name="chevron-left", name=_("Previous page"), small=True)
        self.next = Button("", "quiet", icon_name="chevron-right", name=_("Next page"), small=True)
        self.label = PlainLabel("", "muted", elide=True)
        self.smaller = Button("", "quiet", icon_name="minus", name=_("Smaller"), small=True)
        self.larger = Button("", "quiet", icon_name="plus", name=_("Larger"), small=True)
        self.zoom_button = Button("100", "quiet", name=_("Size of the pages"))
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.smaller.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_stepped.emit(1))
        self.zoom_button.clicked.connect(lambda: self.size_menu().popup(self.zoom_button.mapToGlobal(QPoint(0, -8))))
        self._zoom: Zoom = Fit.WIDTH
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 6)
        row.setSpacing(2)
        row.addWidget(self.previous)
        row.addWidget(self.label)
        row.addWidget(self.next)
        row.addStretch(1)
        for widget in (self.smaller, self.zoom_button, self.larger):
            row.addWidget(widget)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is looked at, from 0."""
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < pages)
        if pages:
            self.label.setText(_("Page {page} of {total}").format(page=page + 1, total=pages))

    def show_zoom(self, zoom: Zoom, percent: float) -> None:
        """Say how large the pages are; 1.0 is the size of the paper."""
        self._zoom = zoom
        words = current().percent(Decimal(round(percent * 100)))
        self.zoom_button.setText(words)
        self.zoom_button.setAccessibleName(_("Size of the pages: {percent}").format(percent=words))
        self.zoom_button.updateGeometry()
        self.smaller.setEnabled(percent > STEPS[0] + 0.005)
        self.larger.setEnabled(percent < STEPS[-1] - 0.005)

    def size_menu(self) -> QMenu:
        """The two fits and the usual sizes, the one chosen ticked."""
        menu = QMenu(self)
        words: list[tuple[str, Zoom]] = [(_("Fit the width"), Fit.WIDTH), (_("Fit the page"), Fit.PAGE)]
        words += [(current().percent(Decimal(round(size * 100))), size) for size in _CHOICES]
        for text, zoom in words:
            if zoom == _CHOICES[0]:
                menu.addSeparator()
            act = menu.addAction(text)
            act.setCheckable(True)
            act.setChecked(zoom == self._zoom)
            act.triggered.connect(lambda _checked=False, zoom=zoom: self.zoomed.emit(zoom))
        return menu
