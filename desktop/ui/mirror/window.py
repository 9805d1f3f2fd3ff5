"""The page turned towards the prospect. It knows what ``SharedSheet`` holds and nothing else: no file, no other page.

It hands back what they did with one signal.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import Language
from desktop.models.needs import Reply
from desktop.services.shared_page import Agreement, SharedSheet
from desktop.ui.mirror.need_column import NeedColumn
from desktop.ui.mirror.need_tile import NeedTile
from desktop.ui.mirror.signing import Signing
from desktop.ui.widgets.labels import Divider
from desktop.ui.widgets.touch_parts import Weight, words
from desktop.ui.widgets.touch_sheet import TouchSheet
from desktop.ui.widgets.turned_window import TurnedBar, TurnedWindow, spoken


class MirrorWindow(TurnedWindow):
    """``agreed`` with an ``Agreement``, then the owner calls ``thank`` or ``tell_not_saved``.

    ``closed`` with the page as it stands, also an ``Agreement``: given back as ``draft``, it is shown again as it was.
    """

    agreed = Signal(object)

    def __init__(self, sheet: SharedSheet, draft: Agreement | None = None) -> None:
        super().__init__()
        self._sheet = sheet
        self._language = spoken(sheet.language)
        self._page: _Page | None = None
        self._show(draft or Agreement((), sheet.person, (), self._language.code))

    def begin(self) -> None:
        self.page.begin()

    def leaving(self) -> Agreement:
        return self.agreement

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
        self._language = spoken(draft.language)
        self.setWindowTitle(self._language.gettext("What we understood"))
        self._page = _Page(self._sheet, draft, self._language)
        self._page.bar.handed_back.connect(self.close)
        self._page.bar.spoken.connect(self._speak)
        self._page.signing.agreed.connect(self._agree)
        self.put(self._page)

    def _speak(self, code: str) -> None:
        now = self.agreement
        self._show(Agreement(now.decisions, now.signed_name, now.signature, code))
        self.page.bar.languages[code].setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        if self.page.ready():
            self.agreed.emit(self.agreement)

    def thank(self) -> None:
        """It is on the disk: the page makes way for thanks."""
        _ = self._language.gettext
        sentence = _("What we offer you will start from these words, in this order.")
        self.say_thanks(self.agreement.signed_name, sentence, self._language)

    def tell_not_saved(self) -> None:
        """It could not be kept; why is the rep's business, not theirs."""
        _ = self._language.gettext
        self.page.signing.say(_("This could not be kept yet. Your answers stay on this page."))


class _Page(QWidget):
    """Head, needs and signature in one sheet that scrolls."""

    def __init__(self, sheet: SharedSheet, draft: Agreement, language: Language) -> None:
        super().__init__()
        self._language = language
        self.bar = TurnedBar(sheet.seller, language)
        self.needs = NeedColumn(sheet.needs, draft.decisions, language)
        self.signing = Signing(language)
        self.signing.show_state(draft.signed_name, draft.signature)
        self.area = TouchSheet()
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
        whole.addWidget(self.bar)
        whole.addWidget(Divider())
        whole.addWidget(self.area, 1)
        self.needs.changed.connect(self._follow)
        self.needs.moved.connect(lambda tile: self.area.ensureWidgetVisible(tile, 0, 24))
        self.signing.changed.connect(lambda: self.signing.say(""))
        self._follow()

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
