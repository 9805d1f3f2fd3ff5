"""The words behind a score, laid over the window: what the prospect said is the main thing, and proves it or not."""

from datetime import tzinfo

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.models.evidence import Grade
from desktop.services.evidence import Move, Words, WordsBehind
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.evidence_words import verdict_words
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.overlay import Overlay
from desktop.ui.widgets.painting import fill_round, painter_for
from desktop.ui.widgets.scores import score_token
from desktop.ui.widgets.words_list import WordsList

_WIDTH, _TALLEST = 720, 660
_MOVES_SHOWN = 5


class WordsBehindPanel(Overlay):
    """Shows a ``WordsBehind``; what the rep asks is only told, and shown once ``show_words`` is given the result."""

    linked = Signal(object, object)
    """The key of an entry, and what ``set_proof`` takes: ``True``, ``False`` or ``None``."""
    documented = Signal(object, bool)
    """The key of an entry, and whether a document was seen."""
    other_wanted = Signal(str)
    """The key of another criterion of the same grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("The words behind a score"), _WIDTH, top=0.08)
        self.setObjectName("words_behind")
        self.behind: WordsBehind | None = None
        self._zone: tzinfo | None = None
        self._build_head()
        self.list = WordsList()
        self.list.setAccessibleName(_("Words"))
        self.list.toggled.connect(self._toggle)
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())
        self.content.addWidget(Divider())
        self.content.addWidget(self.list, 1)
        self.content.addWidget(Divider())
        self._build_foot()

    def _build_head(self) -> None:
        self.previous = Button("", "quiet", icon_name="chevron-left", name=_("Criterion before"))
        self.following = Button("", "quiet", icon_name="chevron-right", name=_("Criterion after"))
        self.previous.clicked.connect(lambda: self._other(-1))
        self.following.clicked.connect(lambda: self._other(1))
        self.name = PlainLabel("", "title", elide=True)
        self.who = PlainLabel("", "muted", elide=True)
        self._square = _Square()
        self.meaning = PlainLabel("", "heading", wrap=True)
        self.verdict = PlainLabel("", "body", wrap=True)
        self.moves = PlainLabel("", "small", wrap=True)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.name, 1)
        first.addWidget(self.who)
        first.addWidget(self.previous)
        first.addWidget(self.following)
        level = QVBoxLayout()
        level.setSpacing(2)
        level.addWidget(self.meaning)
        level.addWidget(self.verdict)
        second.setSpacing(12)
        second.addWidget(self._square, 0, Qt.AlignmentFlag.AlignTop)
        second.addLayout(level, 1)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 14, 14)
        head.setSpacing(8)
        head.addLayout(first)
        head.addLayout(second)
        head.addWidget(self.moves)
        self.content.addLayout(head)

    def _build_foot(self) -> None:
        self.link_button = Button(_("Link to this score"), keycap="Space")
        self.document_button = Button(_("Document seen"), keycap="D", icon_name="file-text")
        self.close_button = Button(_("Close"), "quiet", keycap="Esc")
        self.link_button.clicked.connect(lambda: self._toggle(self.list.current_words()))
        self.document_button.clicked.connect(self._document)
        self.close_button.clicked.connect(self.close_overlay)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 14, 12)
        foot.setSpacing(8)
        foot.addWidget(self.link_button)
        foot.addWidget(self.document_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.content.addLayout(foot)

    def show_words(self, behind: WordsBehind, zone: tzinfo) -> None:
        """Show them, and open; what is shown already keeps its order and the words at hand. ``zone`` says the dates."""
        former = self.behind if self.isVisible() else None
        same = former is not None and (former.prospect_id, former.criterion.key) == (
            behind.prospect_id,
            behind.criterion.key,
        )
        self.behind, self._zone = behind, zone
        self._show_head(behind)
        if not self.isVisible():
            self.open()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.show_words(behind, zone, anew=not same)
        self._show_buttons()
        self.place()

    def _show_head(self, behind: WordsBehind) -> None:
        row = behind.row
        self.name.setText(behind.criterion.name)
        self.who.setText(behind.who)
        mark = str(behind.level) if behind.level is not None else str(row.answer)
        self._square.show_mark(mark, not behind.proven)
        self.meaning.setText(behind.meaning)
        self.meaning.setVisible(bool(behind.meaning))
        self.verdict.setText(verdict_words(row))
        evident = behind.level is not None and behind.grade is not Grade.ASSUMED
        self.verdict.set_kind("warn" if not behind.proven else "ok" if evident else "muted")
        self.moves.setText(self._moves_words(behind))
        self.moves.setVisible(bool(behind.moves))
        for button in (self.previous, self.following):
            button.setVisible(len(behind.keys) > 1)

    def _moves_words(self, behind: WordsBehind) -> str:
        """``1 le 12 nov. · 1 → 3 le 23 nov.``, the latest last; who was speaking where there were several."""
        several = len({move.speaker for move in behind.moves}) > 1
        shown = reversed(behind.moves[:_MOVES_SHOWN])
        return " · ".join(self._move_words(move, several) for move in shown)

    def _move_words(self, move: Move, named: bool) -> str:
        day = current().date(move.at.astimezone(self._zone).date(), "short")
        change = f"{move.before} → {move.after or '–'}" if move.before else move.after or "–"
        words = _("{change} on {date} ({who})") if named and move.speaker else _("{change} on {date}")
        return words.format(change=change, date=day, who=move.speaker)

    def _show_buttons(self) -> None:
        words = self.list.current_words()
        for button in (self.link_button, self.document_button):
            button.setEnabled(words is not None)
        if words is None:
            return
        self.link_button.set_text(_("Part from this score") if words.linked else _("Link to this score"))
        seen = words.grade is Grade.DOCUMENTED
        self.document_button.set_text(_("Document not seen") if seen else _("Document seen"))

    def wanted_height(self) -> int:
        around = self.panel.sizeHint().height() - self.list.sizeHint().height()
        return min(_TALLEST, around + max(120, self.list.wanted_height(_TALLEST) + 8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_D and not event.modifiers():
            self._document()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._other(-1 if key is Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _toggle(self, words: Words | None) -> None:
        if words is not None:
            self.linked.emit(words.entry_id, words.hand_for(not words.linked))

    def _document(self) -> None:
        words = self.list.current_words()
        if words is not None:
            self.documented.emit(words.entry_id, words.grade is not Grade.DOCUMENTED)

    def _other(self, step: int) -> None:
        if self.behind is None or len(self.behind.keys) < 2:
            return
        keys = self.behind.keys
        self.other_wanted.emit(keys[(keys.index(self.behind.criterion.key) + step) % len(keys)])


class _Square(QWidget):
    """The score, large, hollow when its evidence is missing; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(38, 38)
        self._mark, self._hollow = "", False

    def show_mark(self, mark: str, hollow: bool) -> None:
        """Show "0" to "3", "?" or ""."""
        self._mark, self._hollow = mark, hollow or mark == ""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        colour = look.colour(score_token(self._mark))
        if self._hollow:
            fill_round(painter, rect, look.colour("surface"), colour, 8.0, 2.0)
        else:
            fill_round(painter, rect, colour, radius=8.0)
        painter.setFont(theme.font("title", tabular=True))
        painter.setPen(colour if self._hollow else look.colour("on_score"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._mark or "·")
