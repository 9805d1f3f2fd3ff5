"""Said while one types or reads: this prospect looks like another one of the file."""

import uuid
from decimal import Decimal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _, current
from desktop.services.duplicates import Similar
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, painter_for


class SimilarBanner(QWidget):
    """One line: "Ressemble à Durand S.A. (93 % : même téléphone)", with the ways to open it and to compare."""

    opened = Signal(object)
    """The key of the other prospect."""
    compared = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.similar: Similar | None = None
        self.words = PlainLabel("", "body", elide=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.open_button, self.compare_button = Button(_("Open"), "quiet"), Button(_("Compare"), "secondary")
        self.open_button.clicked.connect(lambda: self.opened.emit(self.prospect_id))
        self.compare_button.clicked.connect(lambda: self.compared.emit(self.prospect_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(Sign("users", "warn", 16))
        row.addWidget(self.words, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.compare_button)
        self.hide()

    @property
    def prospect_id(self) -> uuid.UUID | None:
        return self.similar.prospect_id if self.similar else None

    def show_similar(self, similar: Similar | None) -> None:
        """Say it, or hide when there is nothing to say."""
        if similar == self.similar:
            return
        self.similar = similar
        if similar is not None:
            self.words.setText(likeness_words(similar))
            for button in (self.open_button, self.compare_button):
                button.setAccessibleName(f"{button.text()} · {similar.name}")
        self.setVisible(similar is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        fill_round(painter_for(self), QRectF(self.rect()), look.colour("warn_soft"), None, theme.RADIUS)


def likeness_words(similar: Similar) -> str:
    """ "Ressemble à Durand S.A. (93 % : même téléphone, nom à 90 %)"."""
    return _("Looks like {name} ({percent}: {reasons})").format(
        name=similar.name, percent=current().percent(Decimal(similar.score)), reasons=", ".join(similar.reasons)
    )
