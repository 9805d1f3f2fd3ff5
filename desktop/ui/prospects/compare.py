"""Two files of what may be one prospect, side by side: what will stay is seen before anything is done."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.services.merge_fields import Comparison, History, compare, value_words
from desktop.ui.prospects.compare_rows import FieldList
from desktop.ui.prospects.merge_acts import MergeActs
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.overlay import Overlay
from desktop.ui.workspace import Workspace

_WIDTH = 960
_LABEL = 150


class CompareOverlay(Overlay):
    """``open_for`` shows two prospects; Ctrl+Enter merges them. Knows no page: ``acts`` does and undoes."""

    merged = Signal(object)
    """The key of the file that stays."""
    told_apart = Signal(object, object)

    def __init__(self, parent: QWidget, workspace: Workspace, acts: MergeActs) -> None:
        super().__init__(parent, _("Compare two prospects"), _WIDTH, top=0.07)
        self.setObjectName("compare")
        self._workspace, self._acts = workspace, acts
        self.comparison: Comparison | None = None
        self.title = PlainLabel(_("The same prospect?"), "title")
        self.names = PlainLabel("", "strong", elide=True), PlainLabel("", "strong", elide=True)
        self.details = PlainLabel("", "small", elide=True), PlainLabel("", "small", elide=True)
        self.fields = FieldList()
        self.fields.chosen.connect(self._say_what_stays)
        self.fields.entered.connect(self._merge)
        self.stays = PlainLabel("", "body", wrap=True)
        self.hint = PlainLabel(
            _("← or 1, → or 2: whose value stays. What is not kept goes into the notes."), "small", wrap=True
        )
        self.apart_button = Button(_("They are not the same"), "secondary")
        self.apart_button.clicked.connect(self._tell_apart)
        self.merge_button = Button(_("Merge"), "primary", keycap="Return")
        self.merge_button.clicked.connect(self._merge)
        self._lay_out()

    def _lay_out(self) -> None:
        head, sides, foot, acts = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(18, 14, 12, 6)
        head.addWidget(self.title, 1)
        head.addWidget(self.cross())
        sides.setContentsMargins(_LABEL + 10, 4, 12, 8)
        for name, details in zip(self.names, self.details, strict=True):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(name)
            column.addWidget(details)
            sides.addLayout(column, 1)
        foot.setContentsMargins(18, 10, 18, 14)
        foot.setSpacing(6)
        foot.addWidget(PlainLabel(_("What will stay"), "label"))
        foot.addWidget(self.stays)
        acts.setSpacing(8)
        acts.addWidget(self.hint, 1)
        acts.addWidget(self.apart_button)
        acts.addWidget(self.merge_button)
        foot.addLayout(acts)
        self.content.addLayout(head)
        self.content.addLayout(sides)
        self.content.addWidget(Divider())
        self.content.addWidget(self.fields, 1)
        self.content.addWidget(Divider())
        self.content.addLayout(foot)

    def open_for(self, first_id: uuid.UUID, second_id: uuid.UUID) -> None:
        """Show both, the better values chosen, and take the keyboard."""
        found = self._workspace.ask(compare, first_id, second_id)
        self.comparison = found
        for place, (prospect, history) in enumerate(
            ((found.kept, found.kept_history), (found.merged, found.merged_history))
        ):
            self.names[place].setText(prospect.name)
            self.details[place].setText(self._told(prospect.created_at.date(), history))
        self.fields.show_pairs(found.pairs)
        self._say_what_stays()
        self.open()
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted_height(self) -> int:
        rows = self.fields.sizeHintForRow(0) * self.fields.count() if self.fields.count() else 44
        return min(max(420, rows + 290), round(self.height() * 0.86))

    def _told(self, made_on: object, history: History) -> str:
        parts = [_("written down on {date}").format(date=current().date(made_on))]  # type: ignore[arg-type]
        return " · ".join((*parts, *_counts(history)))

    def _say_what_stays(self) -> None:
        found = self.comparison
        if found is None:
            return
        values = [value_words(pair.value(self.fields.sides[pair.name])) for pair in found.pairs]
        one, other = found.kept_history, found.merged_history
        both = History(one.calls + other.calls, one.verbatims + other.verbatims, one.proposals + other.proposals)
        self.stays.setText(" · ".join(word for word in (*values, *_counts(both)) if word))

    def _merge(self) -> None:
        self._end(
            lambda found: self._acts.merge(found.kept.id, found.merged.id, self.fields.choices, found.merged.name)
        )

    def _tell_apart(self) -> None:
        found = self.comparison
        if found is None:
            return
        name = f"{found.kept.name} · {found.merged.name}"
        self.close_overlay()
        if self._acts.say_distinct(found.kept.id, found.merged.id, name):
            self.told_apart.emit(found.kept.id, found.merged.id)

    def _end(self, act: Callable[[Comparison], bool]) -> None:
        found = self.comparison
        if found is None:
            return
        self.close_overlay()
        if act(found):
            self.merged.emit(found.kept.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl:
            self._merge()
            return
        super().keyPressEvent(event)


def _counts(history: History) -> list[str]:
    """ "3 appels · 12 verbatims · 1 proposition", what there is none of left out."""
    counted = (
        (history.calls, ngettext("{count} call", "{count} calls", history.calls)),
        (history.verbatims, ngettext("{count} verbatim", "{count} verbatims", history.verbatims)),
        (history.proposals, ngettext("{count} proposal", "{count} proposals", history.proposals)),
    )
    return [words.format(count=count) for count, words in counted if count]
