"""The head of a prospect's file: who they are, how far they have come, how warm, and the two things to do."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status, status_label
from desktop.services.prospects import ProspectFile
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.followup_acts import Popover
from desktop.ui.widgets.heat import HeatPicker
from desktop.ui.widgets.labels import PlainLabel

EXITS = (Status.SHELVED, Status.LOST)


class Head(Card):
    """Shows what ``show_file`` says. ``status_chosen`` carries a status and a reason, which may be empty."""

    call_requested = Signal()
    proposal_requested = Signal()
    heat_chosen = Signal(str)
    status_chosen = Signal(object, str)
    removal_requested = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._file: ProspectFile | None = None
        self.name = PlainLabel("", "title", elide=True, selectable=True)
        self.example = Chip(_("example"), "neutral")
        self.about = PlainLabel("", "muted", wrap=True)
        self.call = Button(_("Call"), "primary", keycap="Ctrl+L", icon_name="phone")
        self.proposal = Button(_("Proposal"), icon_name="file-text")
        self.more = Button("", "quiet", icon_name="ellipsis", name=_("More for this prospect"))
        self.call.clicked.connect(self.call_requested)
        self.proposal.clicked.connect(self.proposal_requested)
        self.more.clicked.connect(self._open_more)
        names = QVBoxLayout()
        names.setSpacing(2)
        title = QHBoxLayout()
        title.addWidget(self.name, 1)
        title.addWidget(self.example)
        names.addLayout(title)
        names.addWidget(self.about)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(names, 1)
        for button in (self.call, self.proposal, self.more):
            top.addWidget(button)
        self.body.addLayout(top)
        self.body.addLayout(self._standing())
        self.missing = PlainLabel("", "small", wrap=True)
        self.body.addWidget(self.missing)
        self.popover = ReasonPopover(self)

    def _standing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.status = Button("", icon_name="flag")
        self.status.clicked.connect(self.open_statuses)
        self.suggestion = Button("", "quiet")
        self.suggestion.clicked.connect(self._follow_suggestion)
        self.heat = HeatPicker()
        self.heat.chosen.connect(self.heat_chosen)
        row.addWidget(self.status)
        row.addWidget(self.suggestion)
        row.addStretch(1)
        row.addWidget(self.heat)
        return row

    def show_file(self, file: ProspectFile) -> None:
        """Show a prospect as it is in the file."""
        self._file = file
        prospect, suggestion = file.prospect, file.suggestion
        self.name.setText(prospect.name)
        self.example.setVisible(prospect.is_example)
        self.about.setText(_about(prospect))
        self.about.setVisible(bool(self.about.text()))
        self.heat.set_heat(prospect.heat or "")
        label = status_label(prospect.status)
        self.status.set_text(label)
        self.status.setAccessibleName(_("Status: {status}").format(status=label))
        differs = suggestion.status is not prospect.status
        self.suggestion.setVisible(differs)
        self.suggestion.set_text(_("Suggested: {status}").format(status=status_label(suggestion.status)))
        self.missing.setText(_missing(file))
        self.missing.setVisible(bool(self.missing.text()))

    def open_statuses(self) -> None:
        """The six statuses; those that need a reason ask for it."""
        menu = self.status_menu()
        menu.popup(self.status.mapToGlobal(QPoint(0, self.status.height() + 2)))

    def status_menu(self) -> QMenu:
        """The menu of statuses, the current one ticked."""
        menu = QMenu(self)
        for status in Status:
            if status is EXITS[0]:
                menu.addSeparator()
            act = menu.addAction(status_label(status))
            act.setCheckable(True)
            act.setChecked(self._file is not None and status is self._file.prospect.status)
            act.triggered.connect(lambda _checked=False, status=status: self.choose_status(status))
        return menu

    def choose_status(self, status: Status) -> None:
        """Move to a status: at once where it is the one suggested, after a word of explanation otherwise."""
        if self._file is None or status is self._file.prospect.status:
            return
        if status is self._file.suggestion.status:
            self.status_chosen.emit(status, "")
            return
        self.popover.open_for(self.status, status, lambda reason: self.status_chosen.emit(status, reason))

    def _follow_suggestion(self) -> None:
        if self._file is not None:
            self.choose_status(self._file.suggestion.status)

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("Remove this prospect")).triggered.connect(self.removal_requested)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))


class ReasonPopover(Popover):
    """Why a prospect moves to a status: asked for when it leaves the path, offered when it goes against the facts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Reason"), parent)
        self._chosen: Callable[[str], object] | None = None
        self._required = False
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Price, timing, chosen competitor…"))
        self.field = Field(_("Reason"), self.reason)
        self.column.addWidget(self.field)
        self.go = self.buttons(_("Confirm"), self._accept)
        self.reason.returnPressed.connect(self._accept)

    def open_for(self, anchor: QWidget, status: Status, chosen: Callable[[str], object]) -> None:
        """Ask under ``anchor``; ``chosen`` gets the reason, which only an exit needs."""
        self._chosen, self._required = chosen, status in EXITS
        self.heading.setText(_("Move to: {status}").format(status=status_label(status)))
        self.reason.clear()
        self.field.set_error("")
        self.field.label.setText(_("Reason") if self._required else _("Reason, if you wish"))
        self.show_at(anchor, 340)
        self.reason.setFocus()

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if self._required and not reason:
            self.field.set_error(_("Say in a few words why: it is what you will learn from."))
            return
        if self._chosen is None:
            return
        try:
            self._chosen(reason)
        except UserError as error:
            self.field.set_error(str(error))
        else:
            self.close()


def _about(prospect: Prospect) -> str:
    contact = prospect.main_contact
    person = contact.name if contact and prospect.company else ""
    parts = (person, contact.job_title if contact else "", prospect.about)
    return " · ".join(part for part in parts if part)


def _missing(file: ProspectFile) -> str:
    """What keeps the prospect from the next status, or why it left the path."""
    if file.prospect.status in EXITS:
        return _("Reason: {reason}").format(reason=file.last_reason) if file.last_reason else ""
    suggestion = file.suggestion
    if suggestion.towards is None or not suggestion.missing:
        return ""
    return _("Missing to become “{status}”: {missing}.").format(
        status=status_label(suggestion.towards).lower(), missing=", ".join(suggestion.missing)
    )
