"""One need: their words at the left, what we answer at the right."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.models.catalogue import Offer, Reference
from desktop.models.need_kinds import label as kind_label
from desktop.services import proposals
from desktop.services.catalogue_references import label as proof_label
from desktop.services.proposal_cards import NeedCard
from desktop.services.proposal_checks import shortened
from desktop.services.proposal_content import Quote
from desktop.services.proposal_draft import quoted
from desktop.services.proposal_proofs import proof_words
from desktop.services.proposal_trace import ANSWER, NEED
from desktop.ui import theme
from desktop.ui.autosave import AutoSave, Editor
from desktop.ui.proposals.block_words import set_place
from desktop.ui.proposals.catalogue_edit import CatalogueEdit
from desktop.ui.proposals.desk import Desk
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import Divider, PlainLabel

_SIDE = 84
"""The widest kind of need, so that the answers of every row line up; a finger needs more for two buttons."""
_DETAILS = ("understanding", "impact", "benefit")


class NeedRow(QWidget):
    """``move(row_id, step)`` is asked for by the arrows and by Alt+↑↓."""

    def __init__(self, desk: Desk, row_id: uuid.UUID, move: Callable[[uuid.UUID, int], object]) -> None:
        super().__init__()
        self.row_id = row_id
        self._desk = desk
        self._offers: list[Offer] = []
        self._references: list[Reference] = []
        self._name = ""
        self._quoted: tuple[tuple[Quote, ...], str] | None = None
        self._make_left()
        self._make_right()
        self._make_side(move)
        self._make_details()
        self._lay_out()
        set_place(self, f"{NEED}{row_id}")
        set_place(self.answer, f"{ANSWER}{row_id}")
        self._saves: dict[str, AutoSave] = {
            name: self._keep(editor, name)
            for name, editor in (("answer", self.answer), ("proof", self.proof), *self._detail_editors.items())
        }
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: move(self.row_id, step))

    def _make_left(self) -> None:
        self.included = QCheckBox()
        self.included.clicked.connect(self._include)
        self.quotes = QVBoxLayout()
        self.quotes.setSpacing(2)

    def _make_right(self) -> None:
        self.answer = CatalogueEdit(_("Answer, or an offer"), _("Our answer"), self._pick)
        self.proof = CatalogueEdit(_("Proof: case, figure…"), _("Proof"), self._pick_proof)
        self.missing = PlainLabel(_("Need without an answer: pick an offer, or leave it out."), "danger", wrap=True)

    def _make_side(self, move: Callable[[uuid.UUID, int], object]) -> None:
        self.kind = Chip("")
        self.up = _sign("arrow-up", _("Move this need up"))
        self.down = _sign("arrow-down", _("Move this need down"))
        self.catalogue = _sign("library", _("Pick an answer in the catalogue"))
        self.more = _sign("ellipsis", _("Details of this need"))
        self.up.clicked.connect(lambda: move(self.row_id, -1))
        self.down.clicked.connect(lambda: move(self.row_id, 1))
        self.catalogue.clicked.connect(self.answer.offer_all)
        self.more.clicked.connect(lambda: self._show_details(self.details.isHidden()))

    def _make_details(self) -> None:
        self._detail_editors: dict[str, Editor] = {}
        self.details = QWidget()
        column = QVBoxLayout(self.details)
        column.setContentsMargins(0, 4, 0, 4)
        words = (_("What we understand"), _("What it changes for them"), _("Measurable benefit"))
        for name, caption in zip(_DETAILS, words, strict=True):
            editor = GrowingEdit()
            self._detail_editors[name] = editor
            column.addWidget(Field(caption, editor))
        self.details.hide()

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(0)
        for place, button in enumerate((self.catalogue, self.up, self.more, self.down)):
            buttons.addWidget(button, place // 2, place % 2, Qt.AlignmentFlag.AlignRight)
        buttons.setColumnStretch(0, 1)
        self._beside = QWidget()
        self._give_room()
        side = QVBoxLayout(self._beside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(4)
        side.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignRight)
        side.addLayout(buttons)
        side.addStretch(1)
        answers = QVBoxLayout()
        answers.setSpacing(4)
        for widget in (self.answer, self.missing, self.proof, self.details):
            answers.addWidget(widget)
        answers.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.addWidget(Divider(), 0, 0, 1, 4)
        grid.addWidget(self.included, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self.quotes, 1, 1)
        grid.addLayout(answers, 1, 2)
        grid.addWidget(self._beside, 1, 3)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(2, 6)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._give_room()

    def _give_room(self) -> None:
        self._beside.setFixedWidth(max(_SIDE, 2 * self.more.sizeHint().width()))
        self.included.setMinimumWidth(theme.metrics().least)

    def _keep(self, editor: Editor, name: str) -> AutoSave:
        def save(text: str) -> None:
            self._desk.save(proposals.set_need, self.row_id, **{name: text})

        return self._desk.keep(editor, save, shown_as=f"need:{self.row_id}:{name}")

    def show_card(
        self, card: NeedCard, offers: list[Offer], references: list[Reference], place: int, count: int
    ) -> None:
        """Say what is on the disk; what is being typed stays as it is. ``references``: the closest proofs first."""
        row = card.row
        self._offers, self._references = offers, references
        self.proof.set_entries([_proof_entry(each) for each in references])
        self._name = shortened(card.name)
        self.included.setChecked(row.included)
        self.included.setAccessibleName(_("Include: {need}").format(need=self._name))
        self.kind.set_text(kind_label(card.need.kind))
        self.answer.set_entries([_offer_words(offer) for offer in offers])
        self.catalogue.setEnabled(bool(offers))
        for name, save in self._saves.items():
            save.show(getattr(row, name))
        self.missing.setVisible(row.included and not row.answer.strip())
        self.proof.setVisible(row.included or bool(row.proof))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place + 1 < count)
        self._show_quotes(card)

    def _show_quotes(self, card: NeedCard) -> None:
        shown = (card.quotes, card.name)
        if shown == self._quoted:
            return
        self._quoted = shown
        while (item := self.quotes.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for quote in card.quotes:
            status = _("confirmed together") if quote.confirmed else _("to say back before quoting")
            day = current().date(quote.said_on, "short")
            who = _("{speaker}, {date} · {status}").format(speaker=quote.speaker, date=day, status=status)
            self.quotes.addWidget(PlainLabel(quoted(quote.text, current()), "body", wrap=True))
            self.quotes.addWidget(PlainLabel(who, "small", wrap=True))
        if not card.quotes:
            self.quotes.addWidget(PlainLabel(card.name, "body", wrap=True))
            self.quotes.addWidget(PlainLabel(_("No words of theirs that may be quoted"), "small", wrap=True))
        self.quotes.addStretch(1)

    def _include(self, included: bool) -> None:
        # The box shows what is saved: the refresh that follows puts it where it belongs.
        text = _("include “{need}”") if included else _("leave out “{need}”")
        self._desk.change(text.format(need=self._name), proposals.set_need, self.row_id, included=included)

    def _pick(self, place: int) -> None:
        offer = self._offers[place]
        for save in self._saves.values():
            save.flush()
        before = self._desk.workspace.ask(proposals.need_values, self.row_id)

        def do() -> None:
            self._desk.save(proposals.answer_with_offer, self.row_id, offer.id)

        def take_back() -> None:
            self._desk.save(proposals.set_need, self.row_id, **before)

        self._desk.perform(_("answer with “{offer}”").format(offer=offer.label), do, take_back)

    def _pick_proof(self, place: int) -> None:
        words = proof_words(self._references[place])
        for save in self._saves.values():
            save.flush()
        text = _("prove with “{proof}”").format(proof=shortened(words, 32))
        self._desk.change(text, proposals.set_need, self.row_id, proof=words)
        self._saves["proof"].show_another(words)

    def field(self, name: str) -> Editor:
        """Where a column of the need is written; the details are unfolded for those that stand there."""
        if name in self._detail_editors:
            self.details.show()
            return self._detail_editors[name]
        return self.proof if name == "proof" else self.answer

    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        if shown:
            self._detail_editors["understanding"].setFocus(Qt.FocusReason.OtherFocusReason)


def _sign(icon_name: str, name: str) -> Button:
    return Button("", "quiet", icon_name=icon_name, name=name, small=True)


def _proof_entry(reference: Reference) -> str:
    return _("{kind}: {text}").format(kind=proof_label(reference.kind), text=shortened(proof_words(reference), 100))


def _offer_words(offer: Offer) -> str:
    return " — ".join(part for part in (offer.label, shortened(offer.answer, 80)) if part)
