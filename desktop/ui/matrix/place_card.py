"""The place at hand: what it calls for, who stands there, and its action applied to one of them or to all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from desktop.i18n import _, ngettext
from desktop.models.matrix import SHIPPED
from desktop.services.matrix_acts import Calling, Outlook, Terms
from desktop.services.matrix_board import NOBODY, Beside, Tally
from desktop.ui.matrix import words
from desktop.ui.matrix.standing_list import StandingList
from desktop.ui.matrix.standing_model import StandingModel
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip, SegmentedControl
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.workspace import Workspace

APPLY_KEYS = "Ctrl+Return"
_STEP, _CADENCE = "step", "cadence"


class PlaceCard(Card):
    """Shows what it is given; ``apply_wanted`` and ``edit_wanted`` ask the page."""

    apply_wanted = Signal()
    edit_wanted = Signal()
    terms_changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(" ", " ", margins=(1, 14, 1, 6), spacing=8)
        self._asked: Calling | None = None
        self.edit = Button("", "quiet", icon_name="pencil", name=_("Change this cell"))
        self.edit.clicked.connect(self.edit_wanted)
        self.own = Chip(_("changed by you"), "accent")
        self.action = PlainLabel("", "strong", wrap=True)
        self.how = PlainLabel("", "small", wrap=True)
        self.mode = SegmentedControl(_("What is planned"), [(_STEP, _("Next step")), (_CADENCE, _("Cadence"))], _STEP)
        self.mode.chosen.connect(lambda _key: self.terms_changed.emit())
        self.replace = QCheckBox(_("Replace the steps already planned"))
        self.replace.toggled.connect(lambda _on: self.terms_changed.emit())
        self.foreseen = PlainLabel("", "small", wrap=True)
        self.apply = Button("", "primary", keycap=APPLY_KEYS)
        self.apply.clicked.connect(self.apply_wanted)
        self.model = StandingModel(workspace, self)
        self.list = StandingList(self.model)
        self.nobody = EmptyState("inbox", _("Nobody stands here."))
        self._lay_out()

    def _lay_out(self) -> None:
        header = self.body.takeAt(0)
        assert header is not None
        inside = QVBoxLayout()
        inside.setContentsMargins(18, 0, 18, 0)
        inside.setSpacing(8)
        inside.addItem(header)
        self.add_to_header(self.own)
        self.add_to_header(self.edit)
        inside.addWidget(self.action)
        inside.addWidget(self.how)
        inside.addWidget(Divider())
        choices = FlowLayout(spacing=12)
        choices.addWidget(self.mode)
        choices.addWidget(self.replace)
        inside.addLayout(choices)
        inside.addWidget(self.foreseen)
        inside.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(inside)
        self.body.addWidget(Divider())
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.nobody, 1)

    @property
    def terms(self) -> Terms:
        """How the rep wants the action applied."""
        asked = self._asked
        by_cadence = asked is not None and asked.cadence is not None and self.mode.value == _CADENCE
        return Terms(by_cadence=by_cadence, replace=self.replace.isChecked())

    def show_calling(self, asked: Calling, tally: Tally = NOBODY) -> None:
        """What a place calls for, and how many stand there."""
        self._asked = asked
        self.set_title(words.place_name(asked.place))
        self.set_note(words.counted(tally))
        self.action.setText(words.place_action(asked))
        self.how.setText(_facts(asked))
        own = asked.cell is not None and asked.cell != SHIPPED[asked.cell.band, asked.cell.heat]
        self.own.setVisible(own)
        self.edit.setVisible(not isinstance(asked.place, Beside))
        self.mode.setVisible(asked.cadence is not None)
        self.list.setVisible(tally.prospects > 0)
        self.nobody.setVisible(tally.prospects == 0)

    def show_outlook(self, outlook: Outlook) -> None:
        """What applying to all would do."""
        assert self._asked is not None
        somebody = bool(outlook.count or outlook.kept)
        self.foreseen.setText(words.foreseen(self._asked, outlook, self.terms.by_cadence) if somebody else "")
        for part in (self.foreseen, self.replace, self.apply):
            part.setVisible(somebody)
        self.mode.setVisible(somebody and self._asked.cadence is not None)
        text = ngettext("Apply to {count} prospect", "Apply to {count} prospects", outlook.count)
        self.apply.set_text(text.format(count=outlook.count) if outlook.count else _("Apply to all"))
        self.apply.setEnabled(outlook.count > 0)


def _facts(asked: Calling) -> str:
    parts = [words.how(asked)]
    if asked.cell is not None:
        parts.append(words.document(asked.cell.proposal))
    if asked.cadence is not None:
        parts.append(_("cadence “{name}”").format(name=asked.cadence.name))
    return " · ".join(parts)
