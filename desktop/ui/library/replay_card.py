"""Before a grid is adopted: whom it would move in the matrix, from where to where."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.models.grids import Grid, band_name
from desktop.models.matrix import heat_label
from desktop.services import grid_replay
from desktop.services.grid_replay import CancelledError, Move, Place, Replay
from desktop.ui.jobs import Job, raise_unless_user_error
from desktop.ui.library.desk import Desk
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel

_SHOWN = 12


class ReplayCard(QWidget):
    """A button, then the answer; ``progressed`` carries how many prospects are compared, out of how many."""

    progressed = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._grid: Grid | None = None
        self._job: Job | None = None
        self._stop = Event()
        self.button = Button(_("Replay over history"), "secondary", icon_name="refresh-cw")
        self.button.clicked.connect(self.run)
        self.cancel_button = Button(_("Cancel"), "quiet")
        self.cancel_button.clicked.connect(self.cancel)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Prospects compared"))
        self.bar.setTextVisible(False)
        self.about = PlainLabel(
            _("Who would change place in the matrix with this grid? Nothing is changed by looking."), "faint", wrap=True
        )
        self.headline = PlainLabel("", "strong", wrap=True)
        self.flows = PlainLabel("", "body", wrap=True)
        self.moves = PlainLabel("", "muted", wrap=True)
        self._lay_out()
        self.progressed.connect(self._progress)
        self._show_running(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        for label in (self.headline, self.flows, self.moves):
            column.addWidget(label)
            label.hide()

    def show_grid(self, grid: Grid) -> None:
        """The grid to replay; what was said of another one no longer holds."""
        if grid != self._grid:
            self._grid = grid
            self.cancel()
            for label in (self.headline, self.flows, self.moves):
                label.hide()

    def run(self) -> None:
        """Compare, in a thread of its own."""
        grid = self._grid
        assert grid is not None
        self.cancel()
        self._stop = stop = Event()
        progress = self._progress_of(stop)
        workspace = self._desk.workspace
        self._job = Job(lambda: workspace.ask(grid_replay.replay, grid, progress=progress), self)
        self._job.done.connect(self.show_replay)
        self._job.failed.connect(self._failed)
        self._show_running(True)
        self._job.start()

    def cancel(self) -> None:
        """Nobody waits for the answer any more."""
        self._stop.set()
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._show_running(False)

    def show_replay(self, replay: Replay) -> None:
        """Say who would move."""
        self._job = None
        self._show_running(False)
        self.headline.setText(_headline(replay))
        self.flows.setText("\n".join(flow_words(*flow) for flow in replay.flows))
        self.moves.setText("\n".join(move_words(move) for move in replay.moves[:_SHOWN]))
        self.headline.show()
        for label in (self.flows, self.moves):
            label.setVisible(bool(label.text()))

    def _progress_of(self, stop: Event) -> Callable[[int, int], bool]:
        def progress(done: int, count: int) -> bool:
            # From the thread of the job: the signal brings it to that of the screen.
            if not stop.is_set():
                self.progressed.emit(done, count)
            return not stop.is_set()

        return progress

    def _progress(self, done: int, count: int) -> None:
        self.bar.setMaximum(max(count, 1))
        self.bar.setValue(done)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._show_running(False)
        if not isinstance(error, CancelledError):
            self._desk.refused.emit(raise_unless_user_error(error))

    def _show_running(self, running: bool) -> None:
        self.button.setEnabled(not running)
        self.bar.setVisible(running)
        self.cancel_button.setVisible(running)
        self.about.setVisible(not running)
        if running:
            self.bar.setRange(0, 0)


def _headline(replay: Replay) -> str:
    if not replay.count:
        return _("Nobody was scored on these criteria yet: there is nothing to compare.")
    if not replay.changed:
        words = ngettext(
            "{count} prospect compared: nobody would change place.",
            "{count} prospects compared: nobody would change place.",
            replay.count,
        )
        return words.format(count=replay.count)
    words = ngettext(
        "{changed} of {count} prospects would change place.",
        "{changed} of {count} prospects would change place.",
        replay.changed,
    )
    return words.format(changed=replay.changed, count=replay.count)


def flow_words(before: Place, after: Place, count: int) -> str:
    """``3 × good, hot → medium, hot``."""
    words = _("{count} × {before} → {after}")
    return words.format(count=count, before=place_words(before), after=place_words(after))


def move_words(move: Move) -> str:
    """``Roux: good, hot (11 out of 15) → medium, hot (11 out of 18)``."""
    words = _("{name}: {before} ({low_before} out of {maximum_before}) → {after} ({low_after} out of {maximum_after})")
    return words.format(
        name=move.name,
        before=place_words(move.before),
        after=place_words(move.after),
        low_before=move.low_before,
        maximum_before=move.maximum_before,
        low_after=move.low_after,
        maximum_after=move.maximum_after,
    )


def place_words(place: Place) -> str:
    """``good, hot``; ``to complete``."""
    band = band_name(place.band) if place.band else _("to complete")
    return f"{band}, {heat_label(place.heat).lower()}" if place.heat else band
