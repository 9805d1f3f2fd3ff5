"""The logo of the documents: what it is now, and how to choose or remove it."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services import settings
from desktop.services.logos import read_logo
from desktop.ui import theme
from desktop.ui.jobs import Job, raise_unless_user_error
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Kind, PlainLabel
from desktop.ui.widgets.painting import painter_for
from desktop.ui.workspace import Workspace

_PICTURES = "*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff"
_PREVIEW = QSize(232, 74)
_MARGIN = 8


class LogoView(QWidget):
    """The logo as paper shows it: on white, whatever the look of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_PREVIEW)
        self.image = QImage()

    def show_image(self, png: bytes) -> None:
        """Draw another logo; empty bytes draw none."""
        self.image = QImage.fromData(png) if png else QImage()
        self.setAccessibleName(_("The logo of your documents") if png else _("No logo yet"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        paper = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.current().colour("line"))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(paper, 6, 6)
        if self.image.isNull():
            return
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self.image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.x(), room.center().y() - size.height() / 2, size.width(), size.height())
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self.image)


class LogoRow(QWidget):
    """``toasted`` says what was done, with its undo. A picture is read in a thread: it may be very large."""

    toasted = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._job: Job | None = None
        self._logo = b""
        self.view = LogoView()
        self.choose_button = Button(_("Choose a picture…"), icon_name="upload")
        self.choose_button.clicked.connect(self._choose)
        self.remove_button = Button(_("Remove the logo"), "quiet", icon_name="trash-2")
        self.remove_button.clicked.connect(lambda: self._save(b"", _("Logo removed")))
        self.hint = PlainLabel(_("Printed small at the top of every document. PNG or JPEG."), "muted", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addLayout(buttons)
        words.addWidget(self.hint)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.view)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(5)
        column.addWidget(PlainLabel(_("Logo"), "label"))
        column.addLayout(row)
        self.show_logo(b"")

    def show_logo(self, png: bytes) -> None:
        """Show what is on the disk."""
        self._logo = png
        self.view.show_image(png)
        self.view.setVisible(bool(png))
        self.remove_button.setVisible(bool(png))

    def read(self, path: Path) -> None:
        """Take the picture at ``path``, or say why it cannot be taken."""
        if self._job is not None:
            return
        self._say(_("Reading the picture…"), "muted")
        self.choose_button.setEnabled(False)
        self._job = Job(lambda: read_logo(path), self)
        self._job.done.connect(self._taken)
        self._job.failed.connect(self._refused)
        self._job.start()

    def _choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        pictures = _("Pictures ({patterns})").format(patterns=f"{_PICTURES} *.svg")
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose the logo"), folder, pictures)
        if name:
            self.read(Path(name))

    def _taken(self, png: bytes) -> None:
        self._end_job()
        self._say(_("Printed small at the top of every document. PNG or JPEG."), "muted")
        self._save(png, _("Logo changed"))

    def _refused(self, error: Exception) -> None:
        self._end_job()
        self._say(raise_unless_user_error(error), "danger")

    def _end_job(self) -> None:
        self._job = None
        self.choose_button.setEnabled(True)

    def _say(self, sentence: str, kind: Kind) -> None:
        self.hint.set_kind(kind)
        self.hint.setText(sentence)

    def _save(self, png: bytes, done: str) -> None:
        before = self._logo
        try:
            self._write(png)
        except UserError as error:
            self._say(str(error), "danger")
            return
        self.toasted.emit(done, lambda: self._write(before))

    def _write(self, png: bytes) -> None:
        self._workspace.do(settings.save_company, now=self._workspace.clock.now(), logo=png or None)
        self.show_logo(png)
