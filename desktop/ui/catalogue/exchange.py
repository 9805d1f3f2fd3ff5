"""The catalogue from a file and into one: read away from the window, taken in as one act, refused line by line."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current, ngettext
from desktop.services import catalogue_export, catalogue_import, catalogue_sheets
from desktop.services.catalogue_import import Plan
from desktop.services.catalogue_sheets import Book, Fault, SheetError
from desktop.ui.catalogue.desk import Desk
from desktop.ui.catalogue.shelves import Shelf
from desktop.ui.jobs import Job, raise_unless_user_error

_XLSX, _CSV = "Excel (*.xlsx)", "CSV (*.csv)"


class Exchange(QObject):
    """``failed`` carries a sentence and the wrong lines, if any; ``done`` a sentence; ``busy`` whether one is read."""

    failed = Signal(str, object)
    done = Signal(str)
    busy = Signal(bool)

    def __init__(self, desk: Desk, folder: Path, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._folder = folder
        self._page = page
        self._job: Job | None = None

    def stop(self) -> None:
        """Let go of the file that is being read."""
        if self._job is not None:
            self._job.cancel()

    # In

    def ask_import(self) -> None:
        """Ask which file to read."""
        kinds = _("Catalogues ({endings})").format(endings="*.xlsx *.csv *.txt")
        path, _filter = QFileDialog.getOpenFileName(self._page, _("Import a catalogue"), str(self._folder), kinds)
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Read a file, then take it in."""
        self.stop()
        self.busy.emit(True)
        self._job = Job(lambda: catalogue_sheets.read_book(path), self)
        self._job.done.connect(lambda book: self._take_in(path.name, book))
        self._job.failed.connect(self._refuse)
        self._job.start()

    def _take_in(self, name: str, book: Book) -> None:
        self.busy.emit(False)
        self._desk.changing.emit()
        workspace = self._desk.workspace
        try:
            plan = workspace.ask(catalogue_import.plan_import, book, now=workspace.clock.now())
        except UserError as error:
            self._tell(error)
            return
        if plan.changes:
            self._desk.take_in(plan.changes, _("import “{file}”").format(file=name), told(plan))
        else:
            self.done.emit(told(plan))

    def _refuse(self, error: Exception) -> None:
        self.busy.emit(False)
        raise_unless_user_error(error)
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        faults: Sequence[Fault] = error.faults if isinstance(error, SheetError) else ()
        self.failed.emit(str(error), faults)

    # Out

    def ask_export(self, shelf: Shelf) -> None:
        """Ask where to write: the whole catalogue as a workbook, or the shelf on show as CSV."""
        day = self._desk.workspace.clock.today().isoformat()
        name = _("{day}_catalogue").format(day=day) + ".xlsx"
        kinds = _("{excel};;Only this shelf, {csv}").format(excel=_XLSX, csv=_CSV)
        path, kind = QFileDialog.getSaveFileName(self._page, _("Export the catalogue"), str(self._folder / name), kinds)
        if path:
            self.export_file(with_ending(Path(path), _CSV in kind), shelf)

    def export_file(self, path: Path, shelf: Shelf) -> None:
        """Write what is in use; why it could not be is said."""
        self._desk.changing.emit()
        workspace, language = self._desk.workspace, current()
        try:
            sheets = workspace.ask(catalogue_export.sheets, language)
            now = workspace.clock.now()
            catalogue_export.write_catalogue(path, sheets, shelf.kind, language, now=now)
        except UserError as error:
            self._tell(error)
            return
        self.done.emit(_("{file} is written.").format(file=path.name))


def with_ending(path: Path, csv: bool) -> Path:
    """A path with the ending of the kind that was chosen, when what was typed has none of ours."""
    wanted = ".csv" if csv else ".xlsx"
    ending = path.suffix.casefold()
    if ending == wanted:
        return path
    return path.with_suffix(wanted) if ending in (".csv", ".xlsx") else path.with_name(path.name + wanted)


def told(plan: Plan) -> str:
    """``3 ajoutées, 1 modifiée. Laissé de côté : la colonne « Stock ».``"""
    counted: list[tuple[int, Callable[[int], str]]] = [
        (plan.added, lambda count: ngettext("{count} added", "{count} added", count)),
        (plan.changed, lambda count: ngettext("{count} changed", "{count} changed", count)),
        (plan.back, lambda count: ngettext("{count} brought back", "{count} brought back", count)),
        (plan.same, lambda count: ngettext("{count} as it was", "{count} as they were", count)),
    ]
    words = ", ".join(say(count).format(count=count) for count, say in counted if count)
    sentence = _("Catalogue: {what}.").format(what=words)
    if plan.left_out:
        sentence += " " + _("Left out: {names}.").format(names=", ".join(plan.left_out))
    return sentence
