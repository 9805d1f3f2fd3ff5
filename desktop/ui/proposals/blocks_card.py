"""The card "Standing words": what the company says of itself in this proposal, taken from the catalogue and free."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.catalogue import BlockKind, StandingBlock
from desktop.services import proposal_blocks
from desktop.services.proposal_blocks import Saved
from desktop.services.proposal_checks import shortened
from desktop.services.proposal_content import Block
from desktop.services.proposal_sheet import ProposalSheet
from desktop.services.standing_blocks import label
from desktop.ui.autosave import AutoSave, Editor, flush_all
from desktop.ui.proposals.desk import Desk
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import Divider, PlainLabel


class BlocksCard(Card):
    """A row a place of the document; ``offers`` are the buttons that take one more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Standing words"), _("method, team, terms…"), spacing=10)
        self._desk = desk
        self._blocks: tuple[Block, ...] = ()
        self.rows: list[BlockRow] = []
        self.offers: list[Button] = []
        self._offered: list[tuple[str, str, str]] = []
        self.empty = PlainLabel("", "muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._flow = FlowLayout()
        self.body.addWidget(self.empty)
        self.body.addLayout(self._list)
        self.body.addLayout(self._flow)

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what is on the disk; what is being typed stays as it is."""
        self._blocks = proposal_blocks.blocks_of(sheet.proposal.blocks)
        while len(self.rows) > len(self._blocks):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(self._blocks):
            self.rows.append(BlockRow(self, self._desk, len(self.rows)))
            self._list.addWidget(self.rows[-1])
        for row, block in zip(self.rows, self._blocks, strict=True):
            row.show_block(block, len(self._blocks))
        known: list[StandingBlock] = self._desk.workspace.ask(proposal_blocks.to_take, self._desk.key)
        self._offer(known)
        words = (
            _("None in this proposal.") if known else _("None yet: write them once in the library, under Catalogue.")
        )
        self.empty.setText(words)
        self.empty.setVisible(not self._blocks)

    def editor(self, place: int) -> QWidget | None:
        """Where the words of a block of the document are written; one that is empty is not in the document."""
        printed = [row for row in self.rows if row.text.toPlainText().strip()]
        return printed[place].text if place < len(printed) else None

    def _offer(self, known: list[StandingBlock]) -> None:
        wanted = [(block.kind.value, block.title, block.text) for block in known]
        if wanted == self._offered:
            return
        self._offered = wanted
        self._flow.clear()
        self.offers = []
        for block in known:
            button = Button(shortened(block.title, 40), "secondary", icon_name="plus", small=True)
            button.setAccessibleName(_("Add: {title}").format(title=block.title))
            button.clicked.connect(lambda _checked=False, block=block: self.take(block))
            self._flow.addWidget(button)
            self.offers.append(button)

    def take(self, block: StandingBlock) -> None:
        """Put a copy of a block of the catalogue after the others."""
        flush_all(self)
        text = _("add “{title}”").format(title=shortened(block.title, 32))
        self._save(text, proposal_blocks.taken(self._blocks, block))

    def shift(self, place: int, step: int) -> None:
        """Put a block one place up or down."""
        flush_all(self)
        to = place + step
        if 0 <= to < len(self._blocks):
            self._save(_("move a block of words"), proposal_blocks.moved(self._blocks, place, to))
            self.rows[to].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, place: int) -> None:
        """Take a block out of this proposal; the catalogue keeps it."""
        flush_all(self)
        text = _("remove “{title}”").format(title=shortened(self._blocks[place].title, 32))
        self._save(text, proposal_blocks.removed(self._blocks, place))

    def _save(self, text: str, blocks: Saved) -> None:
        self._desk.change(text, proposal_blocks.set_blocks, self._desk.key, blocks=blocks)


class BlockRow(QWidget):
    """The words of one block, saved as they are typed."""

    def __init__(self, card: BlocksCard, desk: Desk, place: int) -> None:
        super().__init__()
        self._place = place
        self.kind = Chip("")
        self.title = QLineEdit()
        self.title.setAccessibleName(_("Title of the block"))
        self.text = GrowingEdit("", _("Words of the block"))
        self.up = Button("", "quiet", icon_name="arrow-up", name=_("Move this block up"), small=True)
        self.down = Button("", "quiet", icon_name="arrow-down", name=_("Move this block down"), small=True)
        self.remove = Button("", "quiet", icon_name="trash-2", name=_("Remove this block"), small=True)
        self.up.clicked.connect(lambda: card.shift(place, -1))
        self.down.clicked.connect(lambda: card.shift(place, 1))
        self.remove.clicked.connect(lambda: card.remove(place))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: card.shift(place, step))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.kind)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Divider())
        column.addLayout(head)
        column.addWidget(self.text)
        self._saves: dict[str, AutoSave] = {}
        editors: tuple[tuple[str, Editor], ...] = (("title", self.title), ("text", self.text))
        for name, editor in editors:
            self._saves[name] = desk.keep(editor, partial(self._write, desk, name))

    def _write(self, desk: Desk, name: str, text: str) -> None:
        desk.save(proposal_blocks.write_block, desk.key, self._place, **{name: text})

    def show_block(self, block: Block, count: int) -> None:
        """Say what is on the disk; what is being typed stays as it is."""
        annexed = block.kind is BlockKind.TERMS
        words = _("{kind}, in an annex").format(kind=label(block.kind)) if annexed else label(block.kind)
        self.kind.set_text(words)
        self._saves["title"].show(block.title)
        self._saves["text"].show(block.text)
        self.up.setEnabled(self._place > 0)
        self.down.setEnabled(self._place + 1 < count)
