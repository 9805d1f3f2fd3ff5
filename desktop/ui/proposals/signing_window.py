"""The page turned towards a customer who signs: the document as it was exported, and what they fill in beside it.

It knows what ``SigningSheet`` holds and nothing else: no file, no other page. It hands back what they did with signals.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import Language
from desktop.services.signatures import Given
from desktop.services.signing_sheet import SigningSheet
from desktop.ui.proposals.paper import Paper
from desktop.ui.proposals.signing_form import SigningForm
from desktop.ui.widgets.labels import Divider
from desktop.ui.widgets.touch_parts import TouchButton
from desktop.ui.widgets.touch_sheet import TouchSheet
from desktop.ui.widgets.turned_window import TurnedBar, TurnedWindow, spoken

_SIDE_BY_SIDE = 1000
"""Pixels under which one reads first, then signs."""


class SigningWindow(TurnedWindow):
    """``signed`` with a ``Given``, then the owner calls ``thank`` or ``tell_not_saved``.

    ``closed`` with the form as it stands: given back as ``draft``, it is shown again as it was left.
    """

    signed = Signal(object)

    def __init__(self, sheet: SigningSheet, today: date, draft: Given | None = None) -> None:
        super().__init__()
        self._sheet, self._today = sheet, today
        self._language = spoken(sheet.language)
        self.paper = Paper(sheet.pdf, self._language)
        self.reading = TouchSheet()
        column = QVBoxLayout()
        column.setContentsMargins(0, 24, 0, 24)
        column.addWidget(self.paper)
        column.addStretch(1)
        self.reading.lay(column)
        self._page: _Page | None = None
        self._show(draft or Given(None, sheet.name, sheet.quality, sheet.place), self._language.code)

    @property
    def page(self) -> "_Page":
        assert self._page is not None
        return self._page

    def begin(self) -> None:
        self.page.form.begin()

    def leaving(self) -> Given:
        return self.page.form.given

    def _show(self, given: Given, code: str) -> None:
        """The same page in another language; the document stays in its own."""
        signs = self._page is not None and self._page.sign.isChecked()
        self._language = spoken(code)
        self.setWindowTitle(self._language.gettext("Sign the proposal"))
        self.paper.speak(self._language)
        form = SigningForm(self._sheet, given, self._today, self._language)
        self._page = _Page(self._sheet.seller, self.reading, form, self._language, signs)
        self._page.bar.handed_back.connect(self.close)
        self._page.bar.spoken.connect(self._speak)
        form.signed.connect(self.signed)
        self.put(self._page)

    def _speak(self, code: str) -> None:
        self._show(self.page.form.given, code)
        self.page.bar.languages[code].setFocus(Qt.FocusReason.OtherFocusReason)

    def thank(self) -> None:
        """It is on the disk: the page makes way for thanks."""
        _ = self._language.gettext
        self.say_thanks(
            self.page.form.given.name, _("Your agreement is kept with the document you read."), self._language
        )

    def tell_not_saved(self) -> None:
        """It could not be kept; why is the rep's business, not theirs."""
        _ = self._language.gettext
        self.page.form.say(_("This could not be kept yet. What you filled in stays on this page."))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.paper.close_document()


class _Page(QWidget):
    """The document and the form side by side; in a narrow window, one or the other."""

    def __init__(self, seller: str, reading: TouchSheet, form: SigningForm, language: Language, signs: bool) -> None:
        super().__init__()
        pgettext = language.pgettext
        self.bar = TurnedBar(seller, language)
        self.form = form
        self.reading = reading
        self.read, self.sign = (
            TouchButton(pgettext("verb", "Read"), "file-text"),
            TouchButton(pgettext("verb", "Sign"), "pencil"),
        )
        for button, turned in ((self.read, False), (self.sign, True)):
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, on=turned: self._turn(on))
        self.area = TouchSheet()
        column = QVBoxLayout()
        column.addWidget(form)
        self.area.lay(column)
        form.wanted.connect(self.area.ensureWidgetVisible)
        self._tabs = QWidget()
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(24, 12, 24, 0)
        tabs.setSpacing(12)
        tabs.addWidget(self.read, 1)
        tabs.addWidget(self.sign, 1)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(reading, 11)
        self._line = Divider(vertical=True)
        both.addWidget(self._line)
        both.addWidget(self.area, 9)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(Divider())
        whole.addWidget(self._tabs)
        whole.addLayout(both, 1)
        self._turn(signs)

    def _turn(self, signs: bool) -> None:
        """Read, or sign; side by side, both."""
        wide = self.width() >= _SIDE_BY_SIDE
        self.read.setChecked(not signs)
        self.sign.setChecked(signs)
        self._tabs.setVisible(not wide)
        self._line.setVisible(wide)
        self.reading.setVisible(wide or not signs)
        self.area.setVisible(wide or signs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(self.sign.isChecked())
