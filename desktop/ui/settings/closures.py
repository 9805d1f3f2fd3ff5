"""When the company is closed, every year: dates of a plan are counted without those days."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.errors import UserError
from desktop.i18n import _, pgettext
from desktop.models.settings import Company
from desktop.models.working_days import Closure
from desktop.services import closures
from desktop.ui.autosave import AutoSave
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace


class ClosureRow(QWidget):
    """One closure: its name, its first and its last day."""

    def __init__(self, section: "ClosuresSection", place: int) -> None:
        super().__init__()
        self._section, self._place = section, place
        words = {"number": place + 1}
        self.name, self.first, self.last = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(_("Summer, year end…"))
        self.name.setAccessibleName(_("Name of closure {number}").format(**words))
        self.first.setAccessibleName(_("First day of closure {number}").format(**words))
        self.last.setAccessibleName(_("Last day of closure {number}").format(**words))
        self.remove = Button("", "quiet", icon_name="trash-2", name=_("Remove this closure"), small=True)
        self.remove.clicked.connect(lambda: section.remove(place))
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(PlainLabel(pgettext("days of a closure", "from"), "muted"), 0, 1)
        grid.addWidget(self.first, 0, 2)
        grid.addWidget(PlainLabel(pgettext("days of a closure", "to"), "muted"), 0, 3)
        grid.addWidget(self.last, 0, 4)
        grid.addWidget(self.remove, 0, 5)
        grid.addWidget(self.error, 1, 0, 1, 6)
        for column, share in ((0, 3), (2, 2), (4, 2)):
            grid.setColumnStretch(column, share)
        self._saves = (
            AutoSave(self.name, lambda text: self._save(name=text.strip()), self._say),
            AutoSave(self.first, lambda text: self._save(first=closures.read_day(text)), self._say),
            AutoSave(self.last, lambda text: self._save(last=closures.read_day(text)), self._say),
        )

    def show_closure(self, closure: Closure) -> None:
        """Say what is on the disk; what is being typed stays as it is."""
        shown = (closure.name, closures.written_day(closure.first), closures.written_day(closure.last))
        for editor, save, text in zip((self.name, self.first, self.last), self._saves, shown, strict=True):
            if not (editor.hasFocus() and editor.isModified()):
                save.show(text)

    def _save(self, **fields: object) -> None:
        kept = list(self._section.closures)
        kept[self._place] = replace(kept[self._place], **fields)  # type: ignore[arg-type]
        self._section.write(kept)

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))


class ClosuresSection(Card):
    """A row a closure, each field saved by itself. ``toasted`` says what was done, with its undo."""

    toasted = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Closures"), margins=(22, 18, 22, 20), spacing=10)
        self._workspace = workspace
        self.closures: tuple[Closure, ...] = ()
        self.rows: list[ClosureRow] = []
        words = _("Days when nobody works, every year. Weekends and French public holidays are known already.")
        self.body.addWidget(PlainLabel(words, "muted", wrap=True))
        self.error = PlainLabel("", "danger", wrap=True)
        self.afresh = Button(_("Start afresh"), "secondary")
        self.afresh.clicked.connect(self._start_afresh)
        self.body.addWidget(self.error)
        self.body.addWidget(self.afresh, 0, Qt.AlignmentFlag.AlignLeft)
        self._make_additions()
        self.show_company(None)

    def _make_additions(self) -> None:
        self.august = Button(pgettext("closure", "August"), "secondary", icon_name="plus")
        self.year_end = Button(_("Year end"), "secondary", icon_name="plus")
        self.other = Button(_("Another period"), "secondary", icon_name="plus")
        usual = (
            (self.august, Closure((8, 1), (8, 31), pgettext("closure", "Summer"))),
            (self.year_end, Closure((12, 24), (1, 1), _("Year end"))),
            # A public holiday: until it is changed, it closes nothing more.
            (self.other, Closure((5, 1), (5, 1), "")),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, closure in usual:
            button.clicked.connect(lambda _checked=False, closure=closure: self._add(closure))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_company(self, company: Company | None) -> None:
        """Show what is on the disk, leaving alone the field that is being typed in."""
        error = ""
        try:
            self.closures = closures.read(company.closures) if company is not None else ()
        except UserError as refused:
            self.closures, error = (), str(refused)
        self.error.setText(error)
        self.error.setVisible(bool(error))
        self.afresh.setVisible(bool(error))
        for button in (self.august, self.year_end, self.other):
            button.setEnabled(not error)
        self._arrange(len(self.closures))
        for row, closure in zip(self.rows, self.closures, strict=True):
            row.show_closure(closure)

    def write(self, kept: Sequence[Closure]) -> list[object]:
        """Keep these closures. Returns those before, as they were kept."""
        before: list[object] = self._workspace.do(closures.save, kept, now=self._workspace.clock.now())
        return before

    def remove(self, place: int) -> None:
        """Take a closure out; the toast brings it back."""
        kept = [closure for number, closure in enumerate(self.closures) if number != place]
        self._undoable(kept, _("Closure removed"))
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, closure: Closure) -> None:
        self._undoable([*self.closures, closure], _("Closure added"))
        if self.rows and self.closures[-1] == closure:
            self.rows[-1].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_afresh(self) -> None:
        self._undoable([], _("Closures emptied"))

    def _undoable(self, kept: Sequence[Closure], done: str) -> None:
        try:
            before = self.write(kept)
        except UserError as refused:
            self.error.setText(str(refused))
            self.error.show()
            return
        now = self._workspace.clock.now
        self.toasted.emit(done, lambda: self._workspace.do(closures.put_back, before, now=now()))

    def _arrange(self, count: int) -> None:
        while len(self.rows) > count:
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            row = ClosureRow(self, len(self.rows))
            self.rows.append(row)
            self.body.insertWidget(self.body.indexOf(self.afresh) + len(self.rows), row)
            # At once, for the focus that may be given to it.
            row.show()
