"""Where every sentence of a proposal comes from: the words behind the block at hand, one key or one click away."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext, pgettext
from desktop.services import proposal_trace
from desktop.services.proposal_trace import BlockWords, TracedBlock
from desktop.ui.actions import Action
from desktop.ui.proposals.desk import Desk
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.overlay import Overlay
from desktop.ui.widgets.words_list import WordsList

KEY = "Ctrl+M"
_WIDTH, _TALLEST, _FOOT = 680, 620, 10
_PLACE = "traced_block"


def block_name(block: TracedBlock) -> str:
    """What kind of block it is: "Titre", "Réponse", "Option"…"""
    kind = block.where.partition(":")[0]
    names = {
        proposal_trace.TITLE: _("Title"),
        proposal_trace.LEAD: _("Words that open page 1"),
        proposal_trace.OBJECTIVE: _("Their goal"),
        proposal_trace.COST: _("What it costs today"),
        proposal_trace.RECOMMENDATION: _("Our recommendation"),
        proposal_trace.PLAN: pgettext("proposal", "Plan"),
        proposal_trace.RETURNS: _("Return on investment"),
        "gain": _("What they gain"),
        "need": pgettext("proposal", "Need"),
        "answer": _("Our answer"),
        "option": pgettext("proposal", "Option"),
    }
    return names.get(kind, "")


def set_place(widget: QWidget, where: str) -> None:
    """Say which block of the proposal is written in ``widget``."""
    widget.setProperty(_PLACE, where)


def written_in(root: QWidget, where: str) -> QWidget | None:
    """The widget under ``root`` where a block is written."""
    return next((each for each in root.findChildren(QWidget) if each.property(_PLACE) == where), None)


def place_of(widget: QWidget | None) -> str:
    """The block that is written in ``widget``, or in what it stands in; "" outside any block."""
    while widget is not None:
        where = widget.property(_PLACE)
        if isinstance(where, str) and where:
            return where
        widget = widget.parentWidget()
    return ""


class WordsButton(Button):
    """The quiet button of a card; a click leaves the focus in the field that it is asked about."""

    def __init__(self, run: Callable[[], object]) -> None:
        super().__init__(_("Their words"), "quiet", icon_name="message-square-quote", small=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(_("Shows what they said that this rests on"))
        self.clicked.connect(lambda: run())


class BlockWordsPanel(Overlay):
    """Shows the words behind one block: what they said is the main thing. Nothing is changed here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("The words behind a block"), _WIDTH, top=0.08)
        self.setObjectName("block_words")
        self.behind: BlockWords | None = None
        self.kind = PlainLabel("", "label")
        self.text = PlainLabel("", "heading", wrap=True)
        self.verdict = PlainLabel("", "body", wrap=True)
        self.list = WordsList(linkable=False)
        self.list.setAccessibleName(_("Words"))
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 12)
        words = QVBoxLayout()
        words.setSpacing(3)
        for label in (self.kind, self.text, self.verdict):
            words.addWidget(label)
        head.addLayout(words, 1)
        head.addWidget(self.cross(), 0, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(head)
        self._line = Divider()
        self.content.addWidget(self._line)
        self.content.addWidget(self.list, 1)
        self.content.addSpacing(_FOOT)

    def show_block(self, behind: BlockWords, zone: tzinfo) -> None:
        """Show them, and open. ``zone`` says the dates."""
        self.behind = behind
        count = len(behind.pieces)
        self.kind.setText(block_name(behind.block))
        text = " ".join(behind.block.text.split())
        self.text.setText(text if len(text) <= 240 else f"{text[:240].rstrip()}…")
        self.text.setVisible(bool(text))
        sentence = ngettext("Rests on {count} thing they said.", "Rests on {count} things they said.", count)
        nothing = _("Nothing they said is behind it: say it with their words, or leave it out.")
        self.verdict.setText(sentence.format(count=count) if count else nothing)
        self.verdict.set_kind("muted" if count else "warn")
        self._line.setVisible(count > 0)
        self.list.setVisible(count > 0)
        self.list.show_words(behind, zone, anew=True)
        self.open()
        target: QWidget = self.list if count else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place()

    def wanted_height(self) -> int:
        around = self.panel.sizeHint().height() - (self.list.sizeHint().height() if self.list.isVisible() else 0)
        return min(_TALLEST, around + (max(90, self.list.wanted_height() + 8) if self.list.isVisible() else 0))


class BlockWordsOpener:
    """Opens the panel over the window that ``page`` is in."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self.panel: BlockWordsPanel | None = None

    def open(self, where: str) -> bool:
        """Show the words behind the block at ``where``; says so when that block says nothing yet."""
        zone = self._desk.workspace.clock.zone
        behind = self._desk.workspace.ask(proposal_trace.words_of_block, self._desk.key, where, zone=zone)
        if behind is None:
            self._desk.said.emit(_("Nothing is written there yet."))
            return False
        window = self._page.window()
        if self.panel is None or self.panel.parentWidget() is not window:
            self.panel = BlockWordsPanel(window)
        self.panel.show_block(behind, zone)
        return True

    def open_at_hand(self) -> None:
        """Show those of the block that the rep is writing in; the title when they are in none."""
        self.open(place_of(self._page.focusWidget()) or proposal_trace.TITLE)


def words_actions(opener: BlockWordsOpener, scope: str, composing: Callable[[], bool]) -> list[Action]:
    """The key of the words behind the block at hand."""
    icon = "message-square-quote"
    return [Action("proposals.words", _("The words behind it"), opener.open_at_hand, (KEY,), scope, icon, composing)]
