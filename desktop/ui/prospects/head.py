"""The head of a prospect's file: who they are, how far they have come, how warm, and the two things to do."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from desktop.i18n import _, current, pgettext
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status, loss_label, status_label
from desktop.services.prospects import ProspectFile
from desktop.services.status_moves import EXITS
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.heat import HeatPicker
from desktop.ui.widgets.labels import PlainLabel


class Head(Card):
    """Shows what ``show_file`` says. ``status_asked`` carries the status that the rep wants."""

    call_requested = Signal()
    resume_requested = Signal()
    """Take up again the call that is not over."""
    proposal_requested = Signal()
    heat_chosen = Signal(str)
    status_asked = Signal(object)
    wake_requested = Signal()
    """Bring back one that left the path."""
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
        self.resume = Button(_("Resume the call"), "primary", icon_name="phone-call")
        self.resume.clicked.connect(self.resume_requested)
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
        for button in (self.resume, self.call, self.proposal, self.more):
            top.addWidget(button)
        self.body.addLayout(top)
        self.body.addLayout(self._standing())
        self.missing = PlainLabel("", "small", wrap=True)
        self.body.addWidget(self.missing)

    def _standing(self) -> FlowLayout:
        row = FlowLayout(spacing=8)
        self.status = Button("", icon_name="flag")
        self.status.clicked.connect(self.open_statuses)
        self.suggestion = Button("", "quiet")
        self.suggestion.clicked.connect(self._follow_suggestion)
        self.wake = Button(pgettext("status", "Bring back"), "quiet", icon_name="undo-2")
        self.wake.clicked.connect(self.wake_requested)
        self.heat = HeatPicker()
        self.heat.setMinimumHeight(theme.CONTROL_HEIGHT)
        self.heat.chosen.connect(self.heat_chosen)
        row.addWidget(self.status)
        row.addWidget(self.suggestion)
        row.addWidget(self.wake)
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
        self.wake.setVisible(prospect.status in EXITS)
        self.resume.setVisible(file.unfinished is not None)
        self.call.setVisible(file.unfinished is None)
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
        """Ask to move to another status."""
        if self._file is not None and status is not self._file.prospect.status:
            self.status_asked.emit(status)

    def _follow_suggestion(self) -> None:
        if self._file is not None:
            self.choose_status(self._file.suggestion.status)

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("Remove this prospect")).triggered.connect(self.removal_requested)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))


def _about(prospect: Prospect) -> str:
    contact = prospect.main_contact
    person = contact.name if contact and prospect.company else ""
    parts = (person, contact.job_title if contact else "", prospect.about)
    return " · ".join(part for part in parts if part)


def _missing(file: ProspectFile) -> str:
    """What keeps the prospect from the next status, or why it left the path and until when."""
    prospect = file.prospect
    if prospect.status in EXITS:
        return _left(file)
    suggestion = file.suggestion
    if suggestion.towards is None or not suggestion.missing:
        return ""
    return _("Missing to become “{status}”: {missing}.").format(
        status=status_label(suggestion.towards).lower(), missing=", ".join(suggestion.missing)
    )


def _left(file: ProspectFile) -> str:
    """``Motif : prix, trop cher pour eux · à revoir le 1er mars 2027``."""
    last = file.status_moves[0] if file.status_moves else None
    said = [loss_label(last.loss)] if last and last.loss else []
    said += [file.last_reason] if file.last_reason else []
    parts = [_("Reason: {reason}").format(reason=", ".join(said))] if said else []
    if file.prospect.wake_on is not None:
        parts.append(_("to look at again on {date}").format(date=current().date(file.prospect.wake_on)))
    return " · ".join(parts)
