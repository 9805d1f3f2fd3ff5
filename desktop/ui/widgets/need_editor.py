"""One need in full: its kind, our statement, their figures and dates, whether they confirmed it, and their words."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.facts import read_day, read_sum
from desktop.models.need_kinds import NeedKind, long_label
from desktop.models.needs import Need, Reply, Told
from desktop.services import offered_facts
from desktop.services.needs import StatedNeed
from desktop.ui.autosave import AutoSave, flush_all
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Divider, PlainLabel, plain_tip

_KINDS = tuple(NeedKind)
_ICONS = {"amount": "euro", "due_on": "calendar", "figure": "tag"}


class NeedEditor(QScrollArea):
    """Shows one need at a time. What is typed is asked for by ``changed`` and stays in its field until it is shown."""

    changed = Signal(object)
    """A dict of columns of the need and their values."""
    confirmed = Signal(bool)
    removed = Signal()
    merged = Signal()
    detached = Signal(object)
    """The key of a verbatim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stated: StatedNeed | None = None
        self._today = date.min
        self._make_fields()
        self._make_words()
        self._lay_out()

    # Building

    def _make_fields(self) -> None:
        self.title = PlainLabel("", "heading")
        self.kind = QComboBox()
        self.kind.addItems([long_label(kind) for kind in _KINDS])
        self.kind.view().setAccessibleName(_("Kinds of need"))
        self.kind.activated.connect(lambda place: self._ask(kind=_KINDS[place]))
        self.statement, self.amount, self.due_on, self.figure = (QLineEdit() for _each in range(4))
        self.statement.setPlaceholderText(_("In one sentence, in our words"))
        self.fields = {
            "kind": Field(_("Kind"), self.kind),
            "statement": Field(_("What we understand"), self.statement),
            "amount": Field(_("Amount"), self.amount),
            "due_on": Field(_("Deadline"), self.due_on),
            "figure": Field(_("Other figure"), self.figure),
        }
        readers: dict[str, Callable[[str], Any]] = {
            "statement": str.strip,
            "amount": self._read_amount,
            "due_on": self._read_day,
            "figure": str.strip,
        }
        self._saves = {name: self._keep(name, read) for name, read in readers.items()}

    def _keep(self, name: str, read: Callable[[str], Any]) -> AutoSave:
        editor: QLineEdit = getattr(self, name)

        def save(text: str) -> None:
            value, need = read(text), self.need
            self._ask(**{name: value})
            # Another need may be shown by now: what was asked for is then shown by nobody.
            if need is not None and self.need is not None and self.need.id == need.id:
                saved = getattr(self.need, name) == value
            else:
                saved = True
            if not saved:
                raise UserError(_("This is not saved yet. It stays here."))

        return AutoSave(editor, save, self.fields[name].set_error)

    def _make_words(self) -> None:
        self.offers: list[ChipButton] = []
        self._offers_name = PlainLabel(_("Recognised in their words"), "label")
        self._offer_flow = FlowLayout(spacing=6)
        self.confirmation = QCheckBox(_("Confirmed by the prospect"))
        self.confirmation.clicked.connect(self._confirm)
        self._how = PlainLabel("", "small", wrap=True)
        self.quotes = QVBoxLayout()
        self.quotes.setSpacing(6)
        self.merge_button = Button(_("Put with the need above"), icon_name="link")
        self.merge_button.clicked.connect(self.merged)
        self.remove_button = Button(_("Remove"), "danger", icon_name="trash-2", name=_("Remove this need"))
        self.remove_button.clicked.connect(self.removed)

    def _lay_out(self) -> None:
        sheet = _Sheet()
        sheet.setProperty("clear", True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for name in ("amount", "due_on"):
            figures.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.title)
        column.addWidget(self.fields["statement"])
        column.addWidget(self.fields["kind"])
        column.addLayout(figures)
        column.addWidget(self.fields["figure"])
        column.addWidget(self._offers_name)
        column.addLayout(self._offer_flow)
        column.addWidget(Divider())
        column.addWidget(self.confirmation)
        column.addWidget(self._how)
        column.addWidget(Divider())
        column.addWidget(PlainLabel(_("Their words"), "label"))
        column.addLayout(self.quotes)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.merge_button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove_button)
        column.addLayout(buttons)
        self.setWidget(sheet)

    # Showing

    @property
    def need(self) -> Need | None:
        """The one that is shown, whose fields are being typed in."""
        return self._stated.need if self._stated else None

    def show_need(self, stated: StatedNeed, place: int, today: date) -> None:
        """Show a need; ``place`` is its rank, 0 the first. What is being typed in this same need stays."""
        another = self._stated is None or self._stated.need.id != stated.need.id
        if another:
            flush_all(self)
            for field in self.fields.values():
                field.set_error("")
        self._stated, self._today = stated, today
        need = stated.need
        self.title.setText(_("Need {rank}").format(rank=place + 1))
        self.kind.setCurrentIndex(_KINDS.index(need.kind))
        for name, text in self._texts(need).items():
            (self._saves[name].show_another if another else self._saves[name].show)(text)
        self.confirmation.setChecked(need.confirmed)
        self._how.setText(_how(stated))
        self._how.setVisible(bool(self._how.text()))
        self.merge_button.setEnabled(place > 0)
        self._show_offers(stated)
        self._show_quotes(stated)

    @staticmethod
    def _texts(need: Need) -> dict[str, str]:
        language = current()
        amount = need.amount
        return {
            "statement": need.statement,
            "amount": language.money(amount, cents=amount != int(amount)) if amount is not None else "",
            "due_on": language.date(need.due_on) if need.due_on else "",
            "figure": need.figure,
        }

    def _show_offers(self, stated: StatedNeed) -> None:
        self._offer_flow.clear()
        self.offers = []
        for offer in offered_facts.for_need(stated, self._today):
            chip = ChipButton(offer.words, icon_name=_ICONS[offer.field])
            chip.setToolTip(plain_tip(_("“{words}”").format(words=offer.said)))
            chip.clicked.connect(lambda _checked=False, offer=offer: self._ask(**{offer.field: offer.value}))
            self._offer_flow.addWidget(chip)
            self.offers.append(chip)
        self._offers_name.setVisible(bool(self.offers))

    def _show_quotes(self, stated: StatedNeed) -> None:
        while (item := self.quotes.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for verbatim in stated.verbatims:
            self.quotes.addWidget(self._quote(verbatim.id, verbatim.words, stated.speakers.get(verbatim.id, "")))
        if not stated.verbatims:
            self.quotes.addWidget(PlainLabel(_("No words of theirs state this need."), "muted", wrap=True))

    def _quote(self, key: uuid.UUID, words: str, speaker: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(PlainLabel(_("“{words}”").format(words=words), "body", wrap=True))
        if speaker:
            texts.addWidget(PlainLabel(speaker, "small", wrap=True))
        row.addLayout(texts, 1)
        name = _("Take these words off the need: {words}").format(words=words)
        cross = Button("", "quiet", icon_name="x", name=name, small=True)
        cross.setToolTip(_("These words are not about this need"))
        cross.clicked.connect(lambda: self.detached.emit(key))
        row.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return line

    # What the rep does

    def _ask(self, **values: Any) -> None:
        if self._stated is not None and any(getattr(self._stated.need, name) != each for name, each in values.items()):
            self.changed.emit(values)

    def _confirm(self, confirmed: bool) -> None:
        # The box shows what is saved.
        self.confirmation.setChecked(bool(self._stated and self._stated.need.confirmed))
        self.confirmed.emit(confirmed)

    def _read_amount(self, text: str) -> Any:
        amount = read_sum(text) if text.strip() else None
        if text.strip() and amount is None:
            raise UserError(_("Write an amount in euros, such as 15,000 or 15 k€."))
        return amount

    def _read_day(self, text: str) -> date | None:
        day = read_day(text, self._today) if text.strip() else None
        # The day already there may have passed since: it is still itself.
        known = self._stated.need.due_on if self._stated else None
        if known is not None and text.strip() == current().date(known):
            return known
        if text.strip() and day is None:
            example = current().date(self._today)
            raise UserError(_("Write a day to come, such as {example}.").format(example=example))
        return day


class _Sheet(QWidget):
    """Wrapped words need more height than a scroll area gives by itself: without it the fields would be squeezed."""

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            layout = self.layout()
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()) if layout else 0)
        return super().event(event)


def _how(stated: StatedNeed) -> str:
    """How and when they confirmed, or the last thing they answered."""
    need = stated.need
    if need.confirmed and need.confirmed_at is not None:
        day = current().date(need.confirmed_at.date(), "short")
        if need.confirmed_via is Told.MIRROR:
            return _("On the page turned towards them, {date}").format(date=day)
        return _("Aloud, {date}").format(date=day)
    if not stated.replies:
        return ""
    last = stated.replies[-1]
    words = {
        Reply.CONFIRMED: _("Said back to them: confirmed"),
        Reply.CORRECTED: _("Said back to them: corrected"),
        Reply.REFUSED: _("Said back to them: refused"),
    }[last.reply]
    return f"{words} ({last.correction})" if last.correction else words
