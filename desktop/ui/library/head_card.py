"""The item at hand: its name, where it stands, what publishing means, and what can be done with it as a whole."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import _, ngettext
from desktop.services.library import Piece
from desktop.services.library_shipped import SETS
from desktop.ui.library.beginnings import archived_words, until_published
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.labels import PlainLabel


class HeadCard(Card):
    """The buttons are wired by the page."""

    def __init__(self) -> None:
        super().__init__(margins=(18, 10, 12, 10), spacing=4)
        self.name = PlainLabel("", "heading", elide=True)
        self.language, self.state, self.origin = Chip("", "neutral"), Chip("", "ok"), Chip("", "neutral")
        self.about = PlainLabel("", "muted", wrap=True)
        self.discard = Button(_("Give up"), "quiet", name=_("Give up the draft"))
        self.copy = Button(_("Duplicate"), "quiet")
        self.export = Button(_("Export…"), "quiet")
        self.archive = Button(_("Archive"), "quiet")
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name, 1)
        for chip in (self.language, self.state, self.origin):
            first.addWidget(chip)
        second = QHBoxLayout()
        second.setSpacing(2)
        second.addWidget(self.about, 1)
        second.addSpacing(8)
        for button in (self.discard, self.copy, self.export, self.archive):
            second.addWidget(button)
        self.body.addLayout(first)
        self.body.addLayout(second)

    def show_piece(self, piece: Piece, missing: int = 0) -> None:
        """Say what is on the disk, and how many things a draft lacks before it can be published."""
        row = piece.row
        self.name.setText(piece.content["name"] or _("untitled"))
        self.language.set_text(row.mark.language.upper())
        if row.draft:
            self.state.set_text(_("Draft v{version}").format(version=row.draft), "warn")
        elif row.archived:
            self.state.set_text(_("Archived"), "neutral")
        else:
            self.state.set_text(_("v{version} in use").format(version=row.version), "ok")
        self.origin.set_text(_("Shipped") if row.shipped and not row.own else _("Yours"))
        self.about.setText(about(piece, missing))
        single = row.mark.kind in SETS
        self.discard.setVisible(bool(row.draft))
        self.copy.setVisible(not single)
        self.archive.setVisible(not single and bool(row.version))
        self.archive.set_text(_("Restore") if row.archived else _("Archive"))


def about(piece: Piece, missing: int = 0) -> str:
    """What publishing or editing this item means, in one sentence."""
    row = piece.row
    if row.draft and row.version:
        return _with_missing(until_published(row.mark.kind, row.version), missing)
    if row.draft:
        return _with_missing(until_published(row.mark.kind, 0), missing)
    if row.archived:
        return archived_words(row.mark.kind)
    return _("A published version never changes: editing opens a draft, v{version}.").format(version=row.version + 1)


def _with_missing(words: str, missing: int) -> str:
    more = ngettext("{count} thing left to write.", "{count} things left to write.", missing).format(count=missing)
    return f"{words} {more}" if missing else words
