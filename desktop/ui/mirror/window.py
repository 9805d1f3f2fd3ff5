"""The page turned towards the prospect. It knows what ``SharedSheet`` holds and nothing else: no file, no other page.

It is a window of its own, over the whole screen and above the program, and hands back what they did with one signal.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.i18n import LANGUAGES, Language
from desktop.models.needs import Reply
from desktop.services.shared_page import Agreement, SharedSheet
from desktop.ui.icons import window_icon
from desktop.ui.mirror.hold_button import Compass
from desktop.ui.mirror.need_column import NeedColumn
from desktop.ui.mirror.need_tile import NeedTile
from desktop.ui.mirror.signing import Signing
from desktop.ui.mirror.thanks import Thanks
from desktop.ui.mirror.touch_parts import TouchButton, Weight, words
from desktop.ui.widgets.labels import Divider

_WIDTH = 1040
"""Pixels: a longer line is hard to read."""
_NAMES = {"fr": "Français", "en": "English"}


class MirrorWindow(QWidget):
    """``agreed`` with an ``Agreement``, then the owner calls ``thank`` or ``tell_not_saved``.

    ``closed`` with the page as it stands, also an ``Agreement``: given back as ``draft``, it is shown again as it was.
    """

    agreed = Signal(object)
    closed = Signal(object)

    def __init__(self, sheet: SharedSheet, draft: Agreement | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._sheet = sheet
        self._language = Language(sheet.language if sheet.language in LANGUAGES else "en")
        self._told = False
        self.thanks: Thanks | None = None
        # The program is behind: neither its windows nor its keys answer while this one is open.
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(window_icon())
        self.setMinimumSize(640, 400)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self._stack = QStackedLayout(self)
        self._page: _Page | None = None
        self._show(draft or Agreement((), sheet.person, (), self._language.code))

    def open_over(self, window: QWidget | None = None) -> None:
        """Cover the screen that ``window`` is on."""
        screen = window.screen() if window is not None else QApplication.primaryScreen()
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.page.begin()

    @property
    def page(self) -> "_Page":
        assert self._page is not None
        return self._page

    @property
    def agreement(self) -> Agreement:
        """The page as it stands."""
        signing = self.page.signing
        return Agreement(
            self.page.needs.decisions, signing.name.text().strip(), signing.pad.strokes, self._language.code
        )

    def _show(self, draft: Agreement) -> None:
        """The page in the language of ``draft``, as it was left."""
        self._language = Language(draft.language if draft.language in LANGUAGES else "en")
        self.setWindowTitle(self._language.gettext("What we understood"))
        former, self._page = self._page, _Page(self._sheet, draft, self._language)
        self.page.logo.held.connect(self.close)
        self.page.spoken.connect(self._speak)
        self.page.signing.agreed.connect(self._agree)
        self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        if former is not None:
            self._stack.removeWidget(former)
            former.hide()
            former.deleteLater()

    def _speak(self, code: str) -> None:
        now = self.agreement
        self._show(Agreement(now.decisions, now.signed_name, now.signature, code))
        self.page.languages[code].setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        if self.page.ready():
            self.agreed.emit(self.agreement)

    def thank(self) -> None:
        """It is on the disk: the page makes way for thanks."""
        self.thanks = Thanks(self.agreement.signed_name, self._language)
        self.thanks.held.connect(self.close)
        self._stack.addWidget(self.thanks)
        self._stack.setCurrentWidget(self.thanks)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_not_saved(self) -> None:
        """It could not be kept; why is the rep's business, not theirs."""
        _ = self._language.gettext
        self.page.signing.say(_("This could not be kept yet. Your answers stay on this page."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._told:
            self._told = True
            self.closed.emit(self.agreement)


class _Page(QWidget):
    """Head, needs and signature in one sheet that scrolls."""

    spoken = Signal(str)
    """The code of the language that was chosen."""

    def __init__(self, sheet: SharedSheet, draft: Agreement, language: Language) -> None:
        super().__init__()
        self._language = language
        self.logo = Compass(language.gettext("Hand the screen back"))
        self.languages = {code: TouchButton(name) for code, name in _NAMES.items()}
        self.needs = NeedColumn(sheet.needs, draft.decisions, language)
        self.signing = Signing(language)
        self.signing.show_state(draft.signed_name, draft.signature)
        self.area = _Sheet()
        column = QVBoxLayout()
        column.setContentsMargins(0, 28, 0, 40)
        column.setSpacing(0)
        self._head(column, sheet)
        column.addWidget(self.needs)
        column.addSpacing(24)
        column.addWidget(self.signing)
        self.area.lay(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._bar(sheet))
        whole.addWidget(Divider())
        whole.addWidget(self.area, 1)
        self.needs.changed.connect(self._follow)
        self.needs.moved.connect(lambda tile: self.area.ensureWidgetVisible(tile, 0, 24))
        self.signing.changed.connect(lambda: self.signing.say(""))
        self._follow()

    def _bar(self, sheet: SharedSheet) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 12, 24, 12)
        bar.setSpacing(12)
        bar.addWidget(self.logo)
        bar.addWidget(words(sheet.seller, 20, Weight.DemiBold), 1)
        for code, button in self.languages.items():
            button.setCheckable(True)
            button.setChecked(code == self._language.code)
            button.clicked.connect(lambda _checked, chosen=code: self.spoken.emit(chosen))
            bar.addWidget(button)
        return bar

    def _head(self, column: QVBoxLayout, sheet: SharedSheet) -> None:
        _ = self._language.gettext
        about = [sheet.person, "" if sheet.company == sheet.person else sheet.company]
        line = " · ".join(part for part in (*about, self._language.date(sheet.day, "full")) if part)
        column.addWidget(words(_("What we understood, in your own words"), 36, Weight.Bold))
        column.addSpacing(6)
        column.addWidget(words(line, 20))
        column.addSpacing(14)
        column.addWidget(
            words(_("Tick what is right, put right what is not, and move up what matters most to you."), 20)
        )
        column.addSpacing(22)

    def begin(self) -> None:
        """The focus goes to the first thing to decide."""
        if self.needs.tiles:
            self.needs.tiles[0].yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def ready(self) -> bool:
        """Whether there is something to agree to; otherwise says what is missing, where it is."""
        _ = self._language.gettext
        unfinished = next((tile for tile in self.needs.tiles if tile.unfinished), None)
        if unfinished is not None:
            self._ask(unfinished, _("Write your own words first, or choose another answer."))
        elif not self.signing.pad.strokes and all(each.reply is None for each in self.needs.decisions):
            self._ask(None, _("Tick first what is right."))
        else:
            self.signing.say("")
            return True
        return False

    def _ask(self, tile: NeedTile | None, sentence: str) -> None:
        self.signing.say(sentence)
        if tile is not None:
            tile.correction.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(tile)

    def _follow(self) -> None:
        decided = sum(each.reply in (Reply.CONFIRMED, Reply.CORRECTED) for each in self.needs.decisions)
        text = self._language.ngettext(
            "{done} of {count} point is right", "{done} of {count} points are right", decided
        )
        self.signing.count.setText(text.format(done=decided, count=len(self.needs.decisions)))
        self.signing.say("")


class _Sheet(QScrollArea):
    """Scrolls with the wheel and the keys, and by dragging its ground with a finger, a pen or the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._held: QPoint | None = None

    def lay(self, column: QVBoxLayout) -> None:
        """Put ``column`` in the middle of the sheet."""
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        middle.setLayout(column)
        ground = QWidget()
        ground.setProperty("clear", True)
        across = QHBoxLayout(ground)
        across.setContentsMargins(24, 0, 24, 0)
        across.addStretch(1)
        across.addWidget(middle, 1000)
        across.addStretch(1)
        self.setWidget(ground)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What is laid on the sheet takes its own presses: this one is on the ground, or on plain words.
        self._held = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            at = event.globalPosition().toPoint()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (at - self._held).y())
            self._held = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
